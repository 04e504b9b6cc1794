/* SPDX-License-Identifier: MIT */
/* book/move.h — operations of a display list at another place, in another size. */
#ifndef RECTO_BOOK_MOVE_H
#define RECTO_BOOK_MOVE_H

#include "draw/display.h"

struct arena;

/* Where a page goes: scaled by num / den, then moved. */
struct placing {
    mpt dx, dy; /* [mpt] */
    mpt num, den;
    mpt bleed; /* what reaches an edge of the old page reaches so far beyond it [mpt] */
    mpt width, height; /* of the old page, where something may bleed [mpt] */
    uint32_t page;     /* that it goes to */
};

/* Neighbours share styles and paths; so do their copies. All zero to begin. */
struct move_memory {
    const struct stretch *stretch_from;
    const struct stretch *stretch_to;
    const struct path *path_from, *path_to;
    mpt path_x, path_y; /* of the operation it was copied for: bleeding depends on them */
};

struct op op_moved(struct arena *a, struct move_memory *memory, const struct op *op,
                   const struct placing *at);

#endif
