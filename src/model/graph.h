/* SPDX-License-Identifier: MIT */
/* model/graph.h — a diagram as nodes, edges and groups. */
#ifndef RECTO_MODEL_GRAPH_H
#define RECTO_MODEL_GRAPH_H

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

enum node_shape { NODE_BOX, NODE_STORE, NODE_ROUND, NODE_DECISION };
enum edge_kind { EDGE_FORWARD, EDGE_BACK, EDGE_BOTH, EDGE_NONE };
enum graph_direction { GRAPH_RIGHT, GRAPH_LEFT, GRAPH_DOWN, GRAPH_UP };

#define GRAPH_NONE SIZE_MAX

struct node {
    struct str id;    /* "n1" … in order of appearance */
    struct str label; /* may hold '\n' for a written line break */
    struct str note;  /* second, smaller line; empty where there is none */
    enum node_shape shape;
    size_t group; /* index into groups, or GRAPH_NONE */
    bool key;     /* the one to emphasise: bold in the source or {.key} */
    bool side;    /* a side store in brackets: hangs off the chain */
    struct span span;
};

struct edge {
    size_t from, to; /* indices into nodes */
    struct str label;
    enum edge_kind kind;
    bool dashed;
};

struct group {
    struct str title;
    size_t parent; /* index, or GRAPH_NONE */
};

struct graph {
    VEC(struct node) nodes;
    VEC(struct edge) edges;
    VEC(struct group) groups;
    enum graph_direction direction;
    bool chain; /* one path in order, side nodes apart */
    /* As one line of text, for extraction: the author's own where he wrote one and it
     * says no more than the figure, else graph_text. */
    struct str source;
    struct str caption; /* empty where there is none */
    struct span span;
};

/* A sentence that says the diagram: "Client to Gateway to …; Retrieval both ways to Feature
 * Store." Generated, English; lives in `a`. */
struct str graph_sentence(struct arena *a, const struct graph *graph);
/* All its words joined by arrows, in the order of the author: "Client → Gateway (↔ Cache) → Model;
 * Gateway – on error → Queue". Titles of groups stand before their first node. Lives in `a`. */
struct str graph_text(struct arena *a, const struct graph *graph);

#endif
