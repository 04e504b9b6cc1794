/* SPDX-License-Identifier: MIT */
/* model/metric_label.h — what a number is the number of, found in the words round it. */
#ifndef RECTO_MODEL_METRIC_LABEL_H
#define RECTO_MODEL_METRIC_LABEL_H

#include "model/metric_shape.h"

/* How the words before a value hang on it. */
enum left_kind {
    LEFT_NONE,
    LEFT_NOUN,       /* recall@10 0.62 → 0.89 */
    LEFT_OBJECT,     /* improved resolution +12.4% */
    LEFT_OBJECT_BY,  /* cut cost by 37% */
    LEFT_SUBJECT,    /* the model reached 94% */
    LEFT_SUBJECT_BY, /* revenue grew by 54% */
    LEFT_CHANGE_OF,  /* a reduction of 37% */
    LEFT_KEY         /* coverage: 25% → 100% */
};

enum right_kind {
    RIGHT_NONE,
    RIGHT_WEAK,    /* behind a dash, a colon or in brackets */
    RIGHT_COMPARE, /* faster, and nothing else */
    RIGHT_TIME,    /* a year, per day, and nothing else */
    RIGHT_PER,     /* per 1k queries */
    RIGHT_OF,      /* of tickets */
    RIGHT_NOUN
};

/* Tokens [first, last) on one side of a value. */
struct side {
    int kind; /* enum left_kind or right_kind */
    size_t first, last;
    /* The verb of change or state that governs it, TOKEN_NONE where there is none. */
    size_t verb;
};

struct side label_left(const struct phrase *p, const struct shape *s);
struct side label_right(const struct phrase *p, const struct shape *s);

/* What the words round a value say about it. */
struct telling {
    struct str label;
    unsigned kinds; /* all kinds of its words */
    struct side left, right;
    bool from_left;     /* where the label stands */
    int sign;           /* of the change, by the words: 1, -1 or 0 */
    bool better, worse; /* said so */
    bool goal;          /* a wish, not a result */
    size_t rate_end;    /* the value goes on to here: "per 1k queries"; else 0 */
    size_t earlier;     /* number that it came from: "(up from 900)"; else TOKEN_NONE */
    size_t end;         /* token behind all that belongs to the metric */
};

struct telling label_find(const struct phrase *p, const struct shape *s);

#endif
