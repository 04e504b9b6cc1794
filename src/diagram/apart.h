/* SPDX-License-Identifier: MIT */
/* diagram/apart.h — what must stand above what, and how far; private to this room. */
#ifndef RECTO_DIAGRAM_APART_H
#define RECTO_DIAGRAM_APART_H

#include "base/vec.h"
#include "diagram/layers.h"

#define APART 2 /* lines between two nodes */

/* x[to] >= x[from] + apart */
struct rule {
    uint32_t from, to;
    int apart;
};

/* Variables are the nodes, then the first and the last line of every group. */
struct rules {
    VEC(struct rule) list;
    uint32_t n;       /* variables */
    uint64_t *behind; /* of each variable the set of those that rules put behind it */
    size_t words;     /* of 64 members, in a set */
};

/* The nodes of a rank keep their order, and groups stay whole: their lines hold no stranger that
 * stands in one of their ranks. No rule contradicts the others. In `a`. */
struct rules apart_rules(struct arena *a, const struct graph *g, const struct layers *l);

#endif
