/* SPDX-License-Identifier: MIT */
/* model/diagram/notation.h — what every notation is asked, and what it answers. */
#ifndef RECTO_MODEL_DIAGRAM_NOTATION_H
#define RECTO_MODEL_DIAGRAM_NOTATION_H

#include "model/diagram/chain.h"
#include "model/study.h"

/* The place where a diagram may begin. */
struct ask {
    const struct block *block;
    struct marked text; /* of a paragraph or code block; else empty */
    enum chain_place place;
    struct diags *d;
};

/* One reading of it. */
struct reading {
    struct graph graph;
    struct str rest;   /* words that the graph does not carry */
    struct str source; /* the author's lines where they are not ask->text; else empty */
    bool coded;        /* they are written for a program */
    size_t blocks;     /* siblings taken; 0 = no diagram of this notation */
};

/* Each notation: its file has its name. `out` is zeroed before. */
void read_mermaid(struct arena *a, const struct ask *ask, struct reading *out);
void read_boxart(struct arena *a, const struct ask *ask, struct reading *out);
void read_tree(struct arena *a, const struct ask *ask, struct reading *out);
void read_layers(struct arena *a, const struct ask *ask, struct reading *out);
void read_lines(struct arena *a, const struct ask *ask, struct reading *out);
void read_list(struct arena *a, const struct ask *ask, struct reading *out);
void read_table(struct arena *a, const struct ask *ask, struct reading *out);

/* Add words to what the graph does not carry, or to a caption, with a space between. */
void words_add(struct arena *a, struct str *to, struct str words);

/* A marked text longer than this is no diagram [bytes]. */
#define NOTATION_MAX_BYTES 32768

#endif
