/* SPDX-License-Identifier: MIT */
/* model/prune.h — a document without some of its parts. */
#ifndef RECTO_MODEL_PRUNE_H
#define RECTO_MODEL_PRUNE_H

#include "base/vec.h"
#include "source/block.h"

/* Blocks and inlines of one tree that are to be left out, by address. */
struct cuts {
    VEC(const void *) nodes;
};

/* The children of a document, but for its footnotes, in another order. */
struct blocks_order {
    const struct block **at;
    size_t n; /* 0: as they are */
};

void cuts_add(struct arena *a, struct cuts *cuts, const void *node);

/* A copy of the tree below `root` without `cuts` and what is inside them; the tree itself stays as
 * it is. What is left empty goes as well, the space beside a gap is closed, and footnotes that
 * nobody refers to any more go; the others are numbered anew. Sorts `cuts`. Lives in `a`. */
struct block *blocks_without(struct arena *a, const struct block *root, struct cuts *cuts,
                             const struct blocks_order *order);

#endif
