/* SPDX-License-Identifier: MIT */
/* diagram/fold.h — where a flow to the right is folded into rows; private to this room. */
#ifndef RECTO_DIAGRAM_FOLD_H
#define RECTO_DIAGRAM_FOLD_H

#include "diagram/grid.h"

#define FOLD_TRIES 3 /* ways to fold into so many rows that are worth a try */

struct folds {
    struct bands at[FOLD_TRIES]; /* the best first */
    size_t n;
};

/* Where a flow is best cut into `count` rows of at most `most` ranks: between single nodes with one
 * arrow between them, and evenly. */
struct folds fold_find(struct arena *a, const struct graph *g, const struct layers *l,
                       int count, int most);

/* `count` rows as even as can be, the longer ones first. */
struct bands fold_evenly(const struct layers *l, int count);

#endif
