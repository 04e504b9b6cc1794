/* SPDX-License-Identifier: MIT */
/* page/zone.h — a stretch of text that is set in columns side by side. */
#ifndef RECTO_PAGE_ZONE_H
#define RECTO_PAGE_ZONE_H

#include "page/flow.h"

/* What a break between columns looks for. */
enum zone_wish {
    ZONE_FAIR, /* columns nearly even, and a good place to break */
    ZONE_LOW   /* the least height, for sheets that are full */
};

/* The first column holds [from, split), the second [split, to). */
struct zone {
    size_t split; /* `to`: all stands in one column */
    struct extent height;
    int64_t cost; /* of the break between the columns, in the coin of page_break */
};

/* What a break before a box of this penalty costs, between sheets and between columns. */
int64_t break_cost(int penalty);
/* True where a line begins that may begin a column. */
bool break_lawful(const struct box *box);

/* Part [from, to), all of one run, into columns. `top`: it begins its sheet. */
struct zone zone_balance(const struct flow *flow, size_t from, size_t to, bool top,
                         enum zone_wish wish);

#endif
