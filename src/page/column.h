/* SPDX-License-Identifier: MIT */
/* page/column.h — the boxes of one sheet below each other, in their columns. */
#ifndef RECTO_PAGE_COLUMN_H
#define RECTO_PAGE_COLUMN_H

#include "page/zone.h"

/* Where a box of the flow stands on its sheet. */
struct spot {
    mpt y;      /* its top, from the top of the text [mpt] */
    int column; /* of the text, 0 = the first to be read */
    bool top;   /* it begins a column: the head of its table is set above it */
};

/* What one sheet holds. */
struct column {
    const struct flow *flow;
    size_t from, to;
    enum zone_wish wish;
    mpt half; /* glue grows by whole half-lines of the grid; 0: by any length [mpt] */
};

/* Set the boxes with glue stretched by `ratio` [thousandths; negative: shrunk] into
 * spots[from … to); gives the foot of the lowest [mpt]. */
int64_t column_set(const struct column *column, int ratio, struct spot *spots);

#endif
