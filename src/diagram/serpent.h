/* SPDX-License-Identifier: MIT */
/* diagram/serpent.h — a chain folded into rows that run to and fro; private to this room. */
#ifndef RECTO_DIAGRAM_SERPENT_H
#define RECTO_DIAGRAM_SERPENT_H

#include "diagram/layers.h"
#include "diagram/plan.h"

/* How a chain is folded: into `rows`, the first of `first` nodes, the others as even as can be. */
struct fold {
    int rows, first;
    bool inside;   /* no store stands beyond the ends of the longest row */
    bool widened;  /* found by serpent_make: one does … */
    bool indented; /* … before the beginning of the flow */
};

/* Nodes in the first of `rows` even rows. */
int serpent_even(const struct layers *l, int rows);

/* Put a chain on a grid. A store stands below its node if that cell is free, else at the row's end
 * beside it, unless it shall stay inside, else below or above in a line of its own. false where a row would be longer than the
 * first, a group would be torn apart or a store finds no cell. In `a`. */
bool serpent_make(struct arena *a, const struct graph *g, const struct layers *l,
                  struct fold *fold, struct grid *out);

#endif
