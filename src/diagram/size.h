/* SPDX-License-Identifier: MIT */
/* diagram/size.h — how large nodes must be for their words; private to this room. */
#ifndef RECTO_DIAGRAM_SIZE_H
#define RECTO_DIAGRAM_SIZE_H

#include "diagram/plan.h"

/* Words get smaller and break into more lines, step by step, until they fit. */
#define SIZE_STEPS 5

struct sizes {
    int step;
    int size;           /* of words [thousandths of their roles' sizes] */
    mpt least_width;    /* that all nodes can have in common [mpt] */
    size_t *lines;      /* of each node's label */
    size_t *note_lines; /* of each node's note */
    mpt *height;        /* of each node [mpt] */
    mpt row;            /* the greatest of the heights [mpt] */
};

/* Sizes at `step` where nodes may be as wide as `most` [mpt]. false where the words do not fit;
 * at the last step they are set anyway, wider than `most`. In plan->a. */
bool sizes_at(const struct plan *plan, int step, mpt most, struct sizes *out);

/* Width of a node where all may be `all` wide: diamonds stay narrower than boxes [mpt]. */
mpt size_width(const struct plan *plan, const struct sizes *s, size_t node, mpt all);

/* `length`, which is meant for labels of 7.6 pt, at the size that labels have [mpt]. */
mpt size_scaled(const struct plan *plan, mpt length);

#endif
