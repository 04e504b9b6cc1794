/* SPDX-License-Identifier: MIT */
/* model/diagram/arrow.h — arrows as people write them in text. */
#ifndef RECTO_MODEL_DIAGRAM_ARROW_H
#define RECTO_MODEL_DIAGRAM_ARROW_H

#include "model/diagram/marked.h"
#include "model/graph.h"

struct arrow {
    struct stretch at;
    enum edge_kind kind; /* EDGE_BACK points at what stands before it */
    bool vertical;       /* ↓ ↑ ↕ */
    bool dashed;
    bool ascii;           /* made of ASCII alone, so it may be code */
    bool spaced;          /* white space, or nothing, on both sides */
    struct stretch label; /* `-- label -->`, `-->|label|`; empty where there is none */
};

/* Read an arrow that begins at byte `i` and ends before `end`. False where there is none. */
bool arrow_read(struct str text, size_t i, size_t end, struct arrow *out);

/* True for a character that arrows' shafts are drawn with: - = ─ ━ ═ and their like. */
bool arrow_is_dash(uint32_t c);

#endif
