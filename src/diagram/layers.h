/* SPDX-License-Identifier: MIT */
/* diagram/layers.h — a graph put into ranks along its flow; private to this room. */
#ifndef RECTO_DIAGRAM_LAYERS_H
#define RECTO_DIAGRAM_LAYERS_H

#include "model/graph.h"

struct arena;

struct layers {
    int *rank;      /* of each node; satellites have their anchor's */
    int *order;     /* place in its rank, from 0, satellites included */
    size_t *anchor; /* GRAPH_NONE, or the node that a satellite hangs at */
    bool *reversed; /* edges that run against the ranks */
    int ranks;
    bool pulled; /* a flow that joins another one late does not begin at the edge */
    bool single; /* every rank has one node and its satellites: a chain, maybe with loops */
};

/* Rank the nodes of `g`: edges lead to later ranks, but for those that close a cycle; where
 * `level`, also but for those between two groups that each have a flow of their own: they may lead
 * straight across. Where `flows`, a flow that joins another one late ends right before it does.
 * `order` is left to layers_order. In `a`. */
struct layers layers_rank(struct arena *a, const struct graph *g, bool level, bool flows);

/* Ranks of at most `most` nodes, satellites included, from those of `l`, and their order: what finds
 * no room in its rank stands in a later one. In `a`. */
struct layers layers_bound(struct arena *a, const struct graph *g, const struct layers *l,
                           int most);

/* Are there edges for which `level` makes a difference? */
bool layers_may_level(const struct graph *g);

/* Neither a loop nor the edge of a satellite. */
bool layers_in_flow(const struct layers *l, const struct edge *e);

/* Order the nodes of every rank so that few edges cross and the members of a group stand
 * together, groups one above the other in one order for all ranks. */
void layers_order(struct arena *a, const struct graph *g, struct layers *l);

/* Put the members of every group side by side in every rank, groups inside groups too, and groups
 * that stand in several ranks in one order in all of them. */
void layers_nest(struct arena *a, const struct graph *g, struct layers *l);

/* The outermost group of a node, GRAPH_NONE where it has none. */
size_t layers_group(const struct graph *g, size_t node);

#endif
