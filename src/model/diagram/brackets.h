/* SPDX-License-Identifier: MIT */
/* model/diagram/brackets.h — which brackets belong together, and what a pair of them means. */
#ifndef RECTO_MODEL_DIAGRAM_BRACKETS_H
#define RECTO_MODEL_DIAGRAM_BRACKETS_H

#include "model/diagram/marked.h"
#include "model/graph.h"

/* For every byte where a bracket opens, the byte where its partner begins; 0 elsewhere, and where
 * it has none. `[from, to)` is read; brackets never pair across its ends. */
struct brackets {
    const size_t *close; /* indexed by byte - from */
    struct stretch in;
};

struct brackets brackets_of(struct arena *a, struct str text, struct stretch in);

/* The partner of the bracket at byte `i`, or 0. */
size_t brackets_close(const struct brackets *b, size_t i);

/* Strip one layer of brackets, quotes or stars that holds all of `s` (trimmed). False where there
 * is none; `*shape` is what such a frame means. */
bool frame_strip(const struct marked *m, struct stretch *s, enum node_shape *shape);

#endif
