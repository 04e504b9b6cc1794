/* SPDX-License-Identifier: MIT */
/* diagram/choose.h — which way a figure runs, and how it is folded; private to this room. */
#ifndef RECTO_DIAGRAM_CHOOSE_H
#define RECTO_DIAGRAM_CHOOSE_H

#include "diagram/place.h"

/* A way to set the figure. */
struct candidate {
    struct grid grid;
    struct frame frame;
    mpt height;
    mpt price; /* height, and what it is worth that no line crosses or turns too often [mpt] */
    bool folded;
    bool fits;
};

/* The lowest and clearest way to set the plan's graph; one that does not fit where none does.
 * In p->a. */
struct candidate choose_figure(const struct plan *p);

#endif
