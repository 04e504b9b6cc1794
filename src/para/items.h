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
};

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

/* How far the spaces of a piece may go before they are bad, and its letters before they show
 * [mpt]; `give` both ways. */
struct elastic {
    int64_t stretch, shrink, give;
};
struct elastic items_elastic(const struct text_span *span, const struct par_params *params);

/* How far the line [from, to) hangs out at its start and end side [mpt]. */
mpt items_hang_start(const struct par_text *t, uint32_t from, uint32_t to);
mpt items_hang_end(const struct par_text *t, uint32_t from, uint32_t to, bool hyphen);

#endif
