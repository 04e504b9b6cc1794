/* SPDX-License-Identifier: MIT */
/* diagram/drawing.h — a graph placed: rectangles, polylines, labels. */
#ifndef RECTO_DIAGRAM_DRAWING_H
#define RECTO_DIAGRAM_DRAWING_H

#include "base/geom.h"
#include "base/vec.h"
#include "model/graph.h"
#include "style/look.h"
#include "text/line.h"

/* Everything relative to the drawing's top left corner; y downwards. */
struct drawn_node {
    size_t node;      /* index into the graph */
    struct rect rect; /* outer box; of a cylinder too */
};

struct drawn_edge {
    size_t edge;
    struct point *points; /* corners of an orthogonal polyline, at least 2 */
    size_t count;
    bool head_at_end, head_at_start;
};

struct drawn_group {
    size_t group;
    struct rect rect;
};

enum label_of { LABEL_NODE, LABEL_NOTE, LABEL_EDGE, LABEL_GROUP };

/* One line of a label. */
struct drawn_label {
    enum label_of of;
    size_t index; /* of the node, edge or group */
    struct line line;
    struct point at; /* left end of the baseline */
    mpt size;
};

struct drawing {
    mpt width, height;
    mpt overflow; /* by how much it is wider than it was allowed; 0 = it fits */
    bool folded;  /* its flow is not one row to the right: folded, or downwards */
    VEC(struct drawn_node) nodes;
    VEC(struct drawn_edge) edges;
    VEC(struct drawn_group) groups;
    VEC(struct drawn_label) labels; /* in reading order, which is the author's */
};

/* Place `graph` inside `width` [mpt] by the sizes of `look`. Lives in `a`. Always gives a drawing,
 * with `overflow` where it does not fit; an empty one, and D0102, where it is too large to be
 * read. */
struct drawing diagram_place(struct arena *a, const struct graph *graph,
                             const struct look *look, struct text_cache *cache, mpt width,
                             struct diags *d);

/* Turn a drawing around, left to right: flows of text from right to left begin at the right. */
void drawing_mirror(struct drawing *d);

#endif
