/* SPDX-License-Identifier: MIT */
/* para/items.h — shaped text as boxes, glue and places to break. */
#ifndef RECTO_PARA_ITEMS_H
#define RECTO_PARA_ITEMS_H

#include "para/knuth.h"
#include "para/para.h"

/* A paragraph on its way into lines; all borrowed. */
struct par_text {
    const struct shaped *shaped;
    const struct stretch *stretches;
    const struct par_params *params;
    int space;     /* word space wanted [thousandths of the natural one] */
    int expansion; /* of letters, each way [thousandths]; ideographs are all of one width */
};

/* The word space that suits a measure: narrow lines open more than they can close, so that none of
 * theirs come out near the natural one unless somewhat more is wanted from the first
 * [thousandths of natural]. */
int items_space(const struct par_params *params);

/* How spaces and hyphens behave. */
enum items_mode {
    ITEMS_ELASTIC, /* spaces and letters stretch and shrink: justified */
    ITEMS_RIGID,   /* nothing stretches; only long words may be hyphenated: ragged */
    ITEMS_WHOLE    /* rigid and never hyphenated: headings */
};

struct par_items {
    const struct item *at;
    size_t n;
};

/* The items of `t` in mpt, in `a`. Indent, hanging edges and the last line's free end included;
 * `item.offset` of a break is where the next line begins. */
struct par_items items_build(struct arena *a, const struct par_text *t,
                             enum items_mode mode);

/* How far the spaces of a piece are from wanted, how far from there they may go before they are
 * bad (either way) and at all (when they shrink), and its letters before they show (either way)
 * [mpt]. */
struct elastic {
    int64_t wanted, stretch, shrink, give;
};
struct elastic items_elastic(const struct par_text *t, const struct text_span *span);

/* How far the line [from, to) hangs out at its start and end side [mpt]. */
mpt items_hang_start(const struct par_text *t, uint32_t from, uint32_t to);
mpt items_hang_end(const struct par_text *t, uint32_t from, uint32_t to, bool hyphen);

#endif
