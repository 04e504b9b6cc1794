/* SPDX-License-Identifier: MIT */
/* model/diagram/chain.h — one row of nodes with arrows between them. */
#ifndef RECTO_MODEL_DIAGRAM_CHAIN_H
#define RECTO_MODEL_DIAGRAM_CHAIN_H

#include "model/diagram/arrow.h"
#include "model/diagram/make.h"
#include "model/diagram/stage.h"

/* `stages.n` is `arrows.n` + 1. The first and the last stage may be empty where the row begins or
 * ends with an arrow; no other is. */
struct chain {
    struct stretch at;
    struct stretch lead; /* "Request path" before a colon; empty where there is none */
    struct stretch tail; /* sentences behind the last node; empty where there are none */
    VEC(struct stage) stages;
    VEC(struct arrow) arrows;
};

/* Read a row of `m` as a chain; `arrows.n` is 0 where it holds no arrow. */
struct chain chain_of(struct arena *a, const struct marked *m, struct stretch row,
                      enum stage_gaps gaps);

/* Where a chain is found decides how sure it must be, from the most to the least. */
enum chain_place {
    PLACE_PROSE,        /* only brackets make it sure */
    PLACE_SOLUTION,     /* a section that tells how: lines that are nothing else */
    PLACE_FENCE,        /* a text fence */
    PLACE_ARCHITECTURE, /* under a heading that announces a diagram */
};

/* Is this an architecture line and not a menu path, code, a foreign key, a change of a number or
 * a sentence? */
bool chain_is_sure(const struct marked *m, const struct chain *chain,
                   enum chain_place place);

/* May `text` be the name of a node that stands on a line by itself? */
bool label_is_sure(struct str text);

/* Nodes of both ends, to connect layers. */
struct chain_ends {
    VEC(size_t) first, last;
};

/* Put the nodes and edges of `chain` into the graph; a label that is known names the same node. */
struct chain_ends chain_make(struct make *make, const struct marked *m,
                             const struct chain *chain);

/* A node for a unit, or the one that bears its label already. */
size_t unit_make(struct make *make, const struct marked *m, const struct unit *u);

/* The number of nodes that a chain writes, repeated ones counted again. */
size_t chain_units(const struct chain *chain);

#endif
