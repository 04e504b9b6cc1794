/* SPDX-License-Identifier: MIT */
/* page/side.h — the column beside the text, which flows on its own. */
#ifndef RECTO_PAGE_SIDE_H
#define RECTO_PAGE_SIDE_H

#include "block/box.h"

/* One box of the side column. */
struct beside {
    const struct box *box;
    /* The sheet that its section stands on: it goes to an earlier one only if it must. */
    size_t wish;
    size_t sheet; /* filled: where it stands, */
    mpt y;        /* and how far from the top of the column [mpt] */
    bool top;     /* filled: it begins its sheet: the head of its table is set above it */
};

/* What there is to fill. */
struct side_column {
    size_t sheets;
    mpt room;  /* of each sheet [mpt] */
    mpt taken; /* at the top of every sheet but the first [mpt] */
};

/* Give every box its place, in order, none parted from what it is kept with: on the sheet it wishes
 * for or the next with room, or, where those do not hold them all, further up. Gives how much height
 * is missing [mpt], 0 where all have found room; the places are then good. */
int64_t side_place(struct beside *boxes, size_t n, const struct side_column *column);

#endif
