/* SPDX-License-Identifier: MIT */
/* model/diagram/make.h — building a graph step by step. */
#ifndef RECTO_MODEL_DIAGRAM_MAKE_H
#define RECTO_MODEL_DIAGRAM_MAKE_H

#include "base/map.h"
#include "model/graph.h"

/* Beyond these a block is no diagram that anybody could read, and stays what it is. */
#define GRAPH_MAX_NODES 300
#define GRAPH_MAX_EDGES 2000
#define GRAPH_MAX_GROUPS 60
#define GRAPH_MANY_NODES 30 /* more are told: nobody reads them on a page */

struct make {
    struct arena *a;
    struct graph *graph;
    struct map by_name; /* node name → index + 1, as a pointer into `numbers` */
    size_t group;       /* new nodes belong to it, or GRAPH_NONE */
    VEC(size_t) bold;   /* nodes that are bold in the text */
    bool full;          /* a limit was passed: give up */
};

struct make make_at(struct arena *a, struct graph *graph);

/* The node called `name` (its label, or an id); GRAPH_NONE where there is none. */
size_t make_find(const struct make *m, struct str name);
/* A new node, known by `name` from now on. GRAPH_NONE, and `full` set, beyond the limit. */
size_t make_node(struct make *m, struct str name, struct node node);
/* A new edge between two nodes; exact doubles are told once. GRAPH_NONE as an end is ignored. */
void make_edge(struct make *m, size_t from, size_t to, struct edge edge);
/* One bold node among others is the one to emphasise, unless {.key} names another; several bold
 * ones say nothing. Call it last. */
void make_key(struct make *m);
/* A new group inside `parent`; GRAPH_NONE beyond the limit. */
size_t make_group(struct make *m, struct str title, size_t parent);

#endif
