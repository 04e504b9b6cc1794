/* SPDX-License-Identifier: MIT */
/* para/para.h — shaped text to even lines. */
#ifndef RECTO_PARA_PARA_H
#define RECTO_PARA_PARA_H

#include "text/line.h"

enum par_align {
    PAR_JUSTIFY,
    PAR_RAGGED, /* flush at the start side, optimised rag */
    PAR_END,    /* flush at the end side */
    PAR_CENTER,
    PAR_BALANCED /* headings: fewest lines, then the narrowest, no hyphens */
};

struct par_params {
    enum par_align align;
    mpt measure; /* [mpt] */
    mpt indent;  /* of the first line */
    mpt hang;    /* of all lines but the first */
    mpt em;      /* size of the text, for tolerances */
    bool hyphenate;
    bool protrude;
    int expansion; /* limit each way, 20 = 2 % [thousandths]; 0: none */
    int looseness; /* -1, 0, +1: lines fewer or more than the optimum */
    bool rtl;      /* base direction: the start side is the right one */
    /* For the working memory of par_break, which is larger than the lines; not rewound.
     * NULL: the arena of the lines. */
    struct arena *scratch;
};

struct lines {
    const struct line *at;
    uint32_t count;
    mpt width; /* of the widest */
    int64_t demerits;
    bool overfull; /* a line is wider than the measure: reported as P0101 */
    int hyphens;
};

/* Break `shaped` into lines no wider than params->measure. The lines live in `a`; `shaped`
 * and `stretches` are borrowed and must outlive them. Always gives lines: one that cannot
 * fit is set overfull and reported. Knuth & Plass 1981; par.c has the parameters. */
struct lines par_break(struct arena *a, const struct shaped *shaped,
                       const struct stretch *stretches, const struct par_params *params,
                       struct diags *d);

/* How many lines par_break would give, and their demerits, without making them: what page make-up
 * needs to compare sizes and looseness. Both depend on nothing but `shaped`, the sizes of
 * `stretches` and `params`, which is the key to remember them under. `scratch` is left as found;
 * it must not be the arena of the text cache, which keeps what it learns of breaks. */
struct par_count {
    uint32_t lines;
    int64_t demerits;
};
struct par_count par_count(struct arena *scratch, const struct shaped *shaped,
                           const struct stretch *stretches,
                           const struct par_params *params);

/* Widest unbreakable piece, widest word with its hyphens and slashes, and width on one line [mpt];
 * for table columns. */
struct par_widths {
    mpt min, word, max;
};
struct par_widths par_widths(const struct shaped *shaped, const struct stretch *stretches);

/* `recto debug break`: JSON paragraphs as item lists with TeX's parameters in, JSON breaks and
 * totals out; TeX's rules exactly. RECTO_BAD_INPUT with a diagnostic where `json` is malformed. */
recto_status par_debug_break(struct arena *a, struct str json, struct str *out,
                             struct diags *d);

#endif
