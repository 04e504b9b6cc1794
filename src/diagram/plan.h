/* SPDX-License-Identifier: MIT */
/* diagram/plan.h — a figure on its way from a graph to coordinates; private to this room. */
#ifndef RECTO_DIAGRAM_PLAN_H
#define RECTO_DIAGRAM_PLAN_H

#include "diagram/drawing.h"
#include "diagram/label.h"

/* Nodes and lines stand on a grid. Along the flow (`main`) odd lines are columns of nodes and even
 * lines the channels between them; across it (`cross`) nodes stand at least two lines apart, so
 * that a line may pass in every gap. Line 0 and the last line of both are outside all nodes. */
struct cell {
    int main, cross;
};

/* A figure with more nodes or edges is not drawn: it could not be read. */
#define NODES_MAX 64
#define EDGES_MAX 160

/* One edge as corners on the grid, from node to node. Segment i runs from at[i] to at[i + 1];
 * track[i] moves it sideways where others run beside it. */
struct wire {
    size_t edge;
    struct cell *at;
    int *track;
    size_t count; /* of corners, at least 2 */
};

struct grid {
    struct cell *node;  /* of each node */
    int mains, crosses; /* number of lines; both ends are outside all nodes */
    bool down;          /* main runs downwards, else to the right */
    struct wire *wires; /* one for each edge but loops, in the edges' order */
    size_t wire_count;
    int *along, *across; /* half the bundle of tracks on each line; see grid_bundle */
    bool *passed; /* of each node: does a wire run past it on the line before, after */
    /* Fewest lines between nodes of one column, and of different ones; 0: none. */
    int same, other;
    struct extent { /* lines that a group covers; last < first where it is empty */
        struct cell first, last;
    } * group;
};

struct plan {
    struct arena *a;
    const struct graph *graph;
    const struct look *look;
    struct text_cache *cache;
    struct diags *d;
    mpt width;            /* allowed [mpt] */
    mpt row_gap;          /* between nodes above each other [mpt] */
    int node_height;      /* of what nodes are high [thousandths] */
    struct label *labels; /* of nodes */
    struct label *notes;  /* of nodes; empty ones have no lines */
    struct label *words;  /* of edges */
    struct label *titles; /* of groups */
};

#endif
