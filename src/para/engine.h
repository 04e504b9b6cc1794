/* SPDX-License-Identifier: MIT */
/* para/engine.h — the line breaker at work; private to knuth.c and price.c. */
#ifndef RECTO_PARA_ENGINE_H
#define RECTO_PARA_ENGINE_H

#include "para/knuth.h"

struct arena;

enum fitness { VERY_LOOSE, LOOSE, DECENT, TIGHT, FITNESSES };

#define AWFUL_TEX INT64_C(0x3FFFFFFF) /* TeX's "more than a billion": its totals end here */
#define AWFUL (INT64_MAX / 8)
#define OVERFULL INT64_MAX /* badness of a line that cannot shrink enough */
/* Fitness, and whether two hyphens stand in a row. */
#define CLASSES ((size_t)2 * FITNESSES)

struct sums {
    int64_t width, stretch, shrink, give;
    int64_t fil[KNUTH_ORDERS];
    uint32_t words;
};

/* A way to get to a break, with the best lines before it. */
struct node {
    struct node *next;         /* active list */
    const struct node *before; /* the break before */
    const struct sums *start;  /* where the line after it begins */
    int64_t total, clean;
    uint32_t at, line; /* item; number of the line that follows */
    uint8_t fit, run;  /* run: hyphens in a row, at most 2 */
    bool flagged, overfull;
};

struct candidate {
    uint32_t at;
    int32_t penalty;
    int64_t pre;
    bool flagged, hyphen, automatic, end;
};

/* How a line from a node to a candidate would look. */
struct look_of_line {
    int64_t badness, width;
    enum fitness fit;
};

struct best {
    int64_t total, clean;
    const struct node *from;
    bool overfull;
};

struct engine {
    struct arena *a;
    const struct item *items;
    uint32_t n;
    const struct knuth_params *p;
    const struct knuth_pass *pass;
    bool last_pass;
    const struct sums *before; /* of the items before each index, 0 … n */
    struct node *active;
    struct best best[CLASSES];
    int64_t least, awful;
    /* A line that lacks more is too bad for the pass; INT64_MAX: not known. */
    int64_t short_most;
    uint32_t plain; /* last break that was no automatic hyphen */
    int64_t plain_pre;
};

/* The line from `r` to `c`: how wide, how bad. */
struct look_of_line price_look(const struct engine *e, const struct node *r,
                               const struct candidate *c);
/* Is it worse than the pass allows? */
bool price_too_bad(const struct engine *e, const struct look_of_line *l);
/* What engine.short_most is to be: of ragged lines all are as elastic, so that one bound holds. */
int64_t price_short_most(const struct engine *e);
/* What it costs. */
int64_t price_line(const struct engine *e, const struct node *r, const struct candidate *c,
                   const struct look_of_line *l);

#endif
