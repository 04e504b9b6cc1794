/* SPDX-License-Identifier: MIT */
/* model/metric_value.h — a number with what belongs to it: sign, currency, unit, rate. */
#ifndef RECTO_MODEL_METRIC_VALUE_H
#define RECTO_MODEL_METRIC_VALUE_H

#include "base/str.h"
#include "base/utf8.h"

/* What a quantity is a quantity of. */
enum quantity_dim {
    QUANTITY_COUNT, /* bare, or with K, M, million */
    QUANTITY_PERCENT,
    QUANTITY_POINTS, /* percentage points, base points */
    QUANTITY_TIME,
    QUANTITY_MONEY,
    QUANTITY_TIMES, /* 3×, 2.8x, tenfold */
    QUANTITY_BYTES,
    QUANTITY_RATE,  /* QPS, tok/s, fps: a rate by itself */
    QUANTITY_OTHER, /* any other unit */
    QUANTITY_RATIO  /* 363/363 */
};

/* Offsets are bytes of the text that was read. */
struct quantity {
    size_t from, to;  /* all of it: "~$1.2M/yr" */
    size_t num_to;    /* end of the part set large: "~$1.2M" */
    size_t unit_from; /* the unit and rate are [unit_from, to) */
    enum quantity_dim dim;
    int64_t micro;        /* millionths of the base unit (ms, MB, one); saturates */
    int64_t number_micro; /* the same without the scale of the unit */
    int64_t over_micro;   /* of a ratio: what it is out of */
    int sign;             /* -1 or 1 where one is written, else 0 */
    bool approx;          /* ~, ≈ */
    bool bound;           /* <, ≤, >, sub- */
    bool plus;            /* 740+ */
    bool range;           /* 20–33x */
    bool decimals;        /* 0.71 */
    bool grouped;         /* 9,579 */
    bool suffixed;        /* 60K, 3 million */
    bool rated;           /* /year, /1k queries */
    bool adjective;       /* 12-month, 4-person */
    bool year;            /* 2024 */
};

/* Read a quantity that begins at byte `at` of `text`; `lang` decides what "1.234" means. False
 * where there is none: versions, dates, sizes such as 64×64, words such as p95 or 3D. */
bool quantity_at(struct str text, size_t at, struct str lang, struct quantity *out);

/* The character at `at`, 0 at the end. */
static inline uint32_t text_peek(struct str text, size_t at)
{
    return at < text.n ? utf8_next(text, &at) : 0;
}
/* Behind the character at `at`. */
static inline size_t text_step(struct str text, size_t at)
{
    if (at < text.n)
        utf8_next(text, &at);
    return at;
}
/* Offset behind white space other than '\n'. */
size_t text_skip_space(struct str text, size_t at);

/* --- shared by the files of metric_*.c that read units --- */

/* A unit found in a text. */
struct unit_match {
    size_t to; /* behind it */
    enum quantity_dim dim;
    int64_t scale; /* one of it in millionths of the base unit */
    bool suffix;   /* K, M, million: scales what follows */
};

/* The longest unit that begins at `at`, behind a space. */
bool unit_at(struct str text, size_t at, struct unit_match *out);
/* The same right behind a number, where more may stand: "3d", "5m". After a currency "m" is a
 * million. */
bool unit_glued_at(struct str text, size_t at, enum quantity_dim before,
                   struct unit_match *out);
/* A currency sign or code that stands before its number. */
bool currency_at(struct str text, size_t at, size_t *to);

#endif
