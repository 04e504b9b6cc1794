/* SPDX-License-Identifier: MIT */
/* diagram/share.h — arrows that may run as one; private to this room. */
#ifndef RECTO_DIAGRAM_SHARE_H
#define RECTO_DIAGRAM_SHARE_H

#include "model/graph.h"

struct arena;

/* Where every one of some nodes leads to every one of some others, one line may carry all of the
 * arrows: whichever way it is followed, it tells the truth. */
struct share {
    const struct graph *g;
    const bool *leads; /* [from * nodes + to]: is there a plain arrow? */
};

struct share share_find(struct arena *a, const struct graph *g);

/* Do the edges have an end in common, or do plain arrows lead from both of their beginnings to both
 * of their ends? */
bool share_may(const struct share *s, const struct edge *e, const struct edge *f);

#endif
