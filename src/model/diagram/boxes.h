/* SPDX-License-Identifier: MIT */
/* model/diagram/boxes.h — the boxes of a drawing: ┌─┐ and +--+. */
#ifndef RECTO_MODEL_DIAGRAM_BOXES_H
#define RECTO_MODEL_DIAGRAM_BOXES_H

#include "model/diagram/grid.h"

struct box {
    int top, left, bottom, right; /* cells of the border */
    int reach;                    /* the furthest of `rights` */
    int *lefts, *rights; /* of each row from `top` on: rows may be off by a little */
    size_t parent;       /* the smallest box round it, or GRID_NO_OWNER */
    bool holds;          /* other boxes stand inside */
    struct str title;    /* written into the upper border */
};

struct boxes {
    VEC(struct box) list; /* in reading order */
};

#define BOXES_MAX 200

/* Find the boxes of `g`, and give their cells to them. An empty list where there are none, where
 * they share borders (a table), or where they are too many. */
struct boxes boxes_find(struct arena *a, struct grid *g);

/* Text inside a box without boxes, line by line. */
struct str box_text(struct arena *a, const struct grid *g, const struct box *b);

#endif
