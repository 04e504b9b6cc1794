/* SPDX-License-Identifier: MIT */
/* model/diagram/stage.h — what stands between two arrows: nodes side by side, and their stores. */
#ifndef RECTO_MODEL_DIAGRAM_STAGE_H
#define RECTO_MODEL_DIAGRAM_STAGE_H

#include "model/diagram/marked.h"
#include "model/graph.h"

/* One node as written. */
struct unit {
    struct str label, note;
    struct stretch at;
    enum node_shape shape;
    enum edge_kind kind; /* of a side store: how it hangs on its node */
    bool framed;         /* in brackets, quotes or a code span of its own */
    bool strong;         /* bold from end to end */
    bool key;            /* {.key} */
};

struct stage {
    struct stretch at;
    VEC(struct unit) units; /* more than one: parallel */
    VEC(struct unit) sides; /* `(↔ Feature Store)`: they belong to the last unit */
};

/* How wide a run of spaces parts nodes: never in a chain, at three in a layer of a fence. */
enum stage_gaps { GAPS_JOIN, GAPS_PART };

/* Read the text between two arrows. An empty stage has no units. */
struct stage stage_read(struct arena *a, const struct marked *m, struct stretch s,
                        enum stage_gaps gaps);

/* A text as a label: runs of white space become one space, `<br>` and `\n` a line break. */
struct str label_of(struct arena *a, struct str text);
/* The same, line ends kept. */
struct str label_of_lines(struct arena *a, struct str text);

#endif
