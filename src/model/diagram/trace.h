/* SPDX-License-Identifier: MIT */
/* model/diagram/trace.h — what the lines of a drawing connect. */
#ifndef RECTO_MODEL_DIAGRAM_TRACE_H
#define RECTO_MODEL_DIAGRAM_TRACE_H

#include "model/diagram/boxes.h"

/* Words outside boxes, on one row, with single spaces between. */
struct run {
    int row, from, to; /* cells */
    size_t box;        /* the smallest box round it, or GRID_NO_OWNER */
    bool used;         /* it is a node, or the label of a connector */
};

/* Where a connector ends. */
struct terminal {
    bool is_run;     /* at a run of words, else at a box */
    size_t index;    /* of the box or run */
    bool head;       /* it points there */
    int row, column; /* the last cell of the line */
};

struct connector {
    VEC(struct terminal) ends;
    VEC(size_t) labels; /* runs, in reading order */
    bool dashed;
};

struct trace {
    VEC(struct run) runs;
    VEC(struct connector) connectors;
};

/* Follow all lines of `g`, whose boxes have been found. */
struct trace trace_of(struct arena *a, struct grid *g, const struct boxes *boxes);

#endif
