/* SPDX-License-Identifier: MIT */
/* diagram/align.h — on which line across the flow every node stands; private to this room. */
#ifndef RECTO_DIAGRAM_ALIGN_H
#define RECTO_DIAGRAM_ALIGN_H

#include "diagram/layers.h"

/* Lines of all nodes, from 1; nodes of a rank are at least two lines apart, members of a group
 * apart from all others. Few nodes stand off the line of what they are joined to. In `a`. */
int *align_nodes(struct arena *a, const struct graph *g, const struct layers *l);

#endif
