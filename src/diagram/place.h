/* SPDX-License-Identifier: MIT */
/* diagram/place.h — the grid's lines as coordinates; private to this room. */
#ifndef RECTO_DIAGRAM_PLACE_H
#define RECTO_DIAGRAM_PLACE_H

#include "diagram/grid.h"
#include "diagram/size.h"

/* Distance of neighbouring tracks is two halves. */
#define PLACE_HALF_TRACK PT(3)
#define CLEAR PT(7)       /* between a node and a line beside it */
#define OUTSIDE PT(10)    /* to a line that runs around the figure */
#define WORDS_CLEAR PT(4) /* on either side of words on an arrow */
#define BOTH_LEAST PT(15) /* an arrow with two heads */
#define GROUP_SIDE PT(7)
#define GROUP_TOP PT(13)
#define GROUP_BOTTOM PT(7.5)
#define HEAD_LENGTH PT(6.6) /* of an arrow, with what it keeps off the node */

/* Width of the tracks on a line of which grid_bundle gives the half. */
static inline mpt place_bundle(int bundle)
{
    return bundle > 0 ? 2 * bundle * PLACE_HALF_TRACK : 0;
}

struct frame {
    mpt *x, *y; /* of the lines that run down and of those that run across */
    mpt node_width;
    mpt overflow; /* by how much the figure is wider than allowed */
    bool down;    /* it runs downwards */
    struct sizes sizes;
};

/* Coordinates for `grid` with words at `step` of sizes; false where they do not fit the plan's
 * width. The last step always gives a frame, if need be too wide. In plan->a. */
bool place_lines(const struct plan *plan, const struct grid *grid, int step,
                 struct frame *out);

#endif
