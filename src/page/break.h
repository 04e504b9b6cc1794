/* SPDX-License-Identifier: MIT */
/* page/break.h — where sheets end, over the whole document at once. */
#ifndef RECTO_PAGE_BREAK_H
#define RECTO_PAGE_BREAK_H

#include "page/flow.h"

/* The heights that a sheet has to give [mpt]. */
struct paper {
    mpt room;      /* of the text area */
    mpt head;      /* what stands at the top of every sheet but the first, with its gap */
    mpt pinned;    /* what is pinned to the foot of the last sheet takes, with its gap */
    mpt notes_gap; /* above the footnotes of a sheet, the rule included */
};

/* What sheet number `sheet`, 0 = the first, has for its text and what is pinned [mpt]. */
mpt paper_room(const struct paper *paper, size_t sheet);

/* Sheet k holds the boxes [start[k], start[k + 1]) of the flow; start has sheets + 1 entries. A
 * last sheet may hold nothing but what is pinned. */
struct page_breaks {
    size_t *start;
    bool *tight; /* the zones of a sheet are set as low as can be, not as fairly */
    size_t sheets;
    int64_t cost;
    bool forced; /* a break where none is allowed, or a box higher than its sheet */
};

/* Fewest sheets first, then the least sum of empty height and penalties (Plass 1981: a shortest
 * path over all breaks). Lives in `a`. Always gives breaks: where none is lawful, `forced` tells. */
struct page_breaks page_break(struct arena *a, const struct flow *flow,
                              const struct paper *paper);

#endif
