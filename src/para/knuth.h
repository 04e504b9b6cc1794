/* SPDX-License-Identifier: MIT */
/* para/knuth.h — the best lines for a whole paragraph: items in, breaks and demerits out. */
#ifndef RECTO_PARA_KNUTH_H
#define RECTO_PARA_KNUTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* The engine knows no fonts and no text: any unit of length will do, scaled points in TeX mode and
 * mpt in recto's. All arithmetic is in integers, so the same items give the same breaks on every
 * machine. Knuth & Plass, Software P&E 11 (1981); rules and ties as in TeX. */

enum item_kind { ITEM_BOX, ITEM_GLUE, ITEM_PENALTY, ITEM_DISC };

#define KNUTH_NEVER 10000     /* a penalty that forbids a break */
#define KNUTH_ALWAYS (-10000) /* one that forces it */
#define KNUTH_BAD 10000       /* the worst badness of a line that is not overfull */
#define KNUTH_ORDERS 4        /* kinds of infinite stretch */

struct item {
    enum item_kind kind;
    uint8_t order;   /* of the stretch: 0 finite, 1 … KNUTH_ORDERS infinite */
    bool automatic;  /* discretionary: only passes that hyphenate may use it */
    bool flagged;    /* two such breaks in a row cost extra */
    bool hyphen;     /* recto: adds a hyphen, counts for ladders */
    bool word;       /* recto: parts two words */
    int32_t penalty; /* of a break here; glue has none */
    int64_t width;   /* where no line ends here */
    int64_t stretch, shrink;
    int64_t give;    /* recto: letters grow and shrink by this much before spaces do */
    int64_t pre;     /* added to a line that ends here: hyphen, less what hangs out */
    int64_t post;    /* added to the line that begins after it */
    uint32_t offset; /* caller's: where the next line begins */
};

/* One try. The engine makes the passes in order until one gives lines. */
struct knuth_pass {
    int tolerance;     /* greatest badness of a line */
    bool hyphenate;    /* may use automatic discretionaries */
    int64_t emergency; /* stretch added to every line */
};

#define KNUTH_PASSES 6

enum knuth_rules {
    KNUTH_TEX,    /* TeX's badness and demerits to the unit */
    KNUTH_RAGGED, /* finer badness, control of runts and of ladders of hyphens */
    KNUTH_EVEN /* the same, and all lines as alike as can be: a line's stretch is the measure of
                   * its badness both ways, its shrink the limit only */
};

struct knuth_params {
    enum knuth_rules rules;
    int64_t measure;         /* width of every line */
    int64_t stretch, shrink; /* of every line, beside its items */
    struct knuth_pass pass[KNUTH_PASSES];
    size_t passes; /* at least 1; the last one always gives lines */
    int line_penalty;
    int64_t adjacent;    /* demerits: fitness classes further than one apart */
    int64_t double_flag; /* two flagged breaks in a row */
    int64_t final_flag;  /* a flagged break before the last line */
    int looseness;       /* lines more (or fewer, negative) than the optimum */
    int64_t lack;        /* KNUTH_EVEN: what may be wanting of a line's width, if need be */
    /* Not in KNUTH_TEX; 0 switches a rule off. */
    int64_t triple_hyphen; /* demerits of a third hyphen in a row */
    int64_t runt_width;    /* last lines below this width cost, growing to runt_cost */
    int64_t runt_cost;
    int64_t runt_least;   /* last lines below this width, or of one word, … */
    int64_t runt_never;   /* … cost this much */
    int64_t acceptable;   /* costlier lines are kept only if no further pass is left */
    int64_t hyphen_below; /* hyphenate only where the line would end before this */
};

struct knuth_result {
    /* Item that each line ends at; `n` for the end of the paragraph. */
    const uint32_t *breaks;
    size_t count; /* of lines */
    /* Demerits as the rules count them: TeX charges nothing for a last line that only one
     * way leads to. */
    int64_t total;
    int64_t clean_total; /* the same with every line priced */
    size_t pass;         /* that gave these lines, from 0 */
    bool overfull;       /* a line had to be longer or looser than allowed */
};

/* Break `n` items. Results live in `a`; cannot fail. An empty paragraph gives one empty line. */
struct knuth_result knuth_break(struct arena *a, const struct item *items, size_t n,
                                const struct knuth_params *params);

/* TeX's badness of stretching by `t` where `s` is there: about 100 (t/s)³, at most KNUTH_BAD
 * (tex.web 108). `t` >= 0. */
int knuth_badness(int64_t t, int64_t s);

#endif
