/* SPDX-License-Identifier: MIT */
/* model/metric_shape.h — numbers joined to values: steps, percentiles, gains in brackets. */
#ifndef RECTO_MODEL_METRIC_SHAPE_H
#define RECTO_MODEL_METRIC_SHAPE_H

#include "model/metric_phrase.h"

/* All are indices of tokens; TOKEN_NONE where there is no such thing. */
struct shape {
    size_t first, last; /* the value is [first, last) */
    size_t head;        /* the number that is set large: of a step, the one it ends at */
    size_t start;       /* of a step, the number that it starts from */
    size_t prefix;      /* "p95" before it */
    size_t suffix;      /* "p99" behind it */
    size_t gain;        /* "(+32 %)" behind it, or behind a few words */
    size_t left;        /* the words before it end here: at "from" or at the prefix */
    size_t right;       /* the words behind it begin here */
};

/* The value whose first number is token `i`. Always gives one. */
struct shape shape_at(const struct phrase *p, size_t i);

/* A step behind a value, at token `at`: in brackets, "(from $2.10 to $1.32)", or behind a comma,
 * ", from 35 to 21 days". */
bool shape_behind(const struct phrase *p, size_t at, struct shape *out);

/* Whether token `i` is the number of "per 1,000 orders". */
bool shape_is_rate_base(const struct phrase *p, size_t i);

/* Behind "instead of" and its like at token `at`; `at` where nothing like it stands. */
size_t shape_instead(const struct phrase *p, size_t at);

/* Numbers that count nothing: versions, sizes, ids, retention rules, arithmetic, intervals. */
bool shape_is_noise(const struct phrase *p, const struct shape *s);

/* Tokens of the clause round `i`: [*first, *last), between stops and bars. */
void phrase_clause(const struct phrase *p, size_t i, size_t *first, size_t *last);

#endif
