/* SPDX-License-Identifier: MIT */
/* diagram/rows.h — the lines across the flow as coordinates; private to this room. */
#ifndef RECTO_DIAGRAM_ROWS_H
#define RECTO_DIAGRAM_ROWS_H

#include "diagram/place.h"

/* Half the distance of two neighbouring columns of a figure that runs downwards [mpt]: enough for
 * all nodes, `gap` apart, and for what runs between them. `size` is the width of each node [mpt]. */
mpt rows_pitch(const struct plan *plan, const struct grid *grid, const mpt *size, mpt gap);

/* From each line of a figure that runs to the right to the one before it [mpt]: every row has the
 * room that it needs itself; what fans out from one node, or into one, stays even. `size` is the
 * height of each node [mpt]. In plan->a. */
mpt *rows_steps(const struct plan *plan, const struct grid *grid, const mpt *size, mpt gap);

/* What an arrow that runs straight across the flow needs between its nodes [mpt]: room for its
 * words, which stand beside it where it runs down, and for its heads. */
mpt rows_across_need(const struct plan *plan, const struct grid *grid,
                     const struct wire *w);

/* Positions of all lines across the flow, from 0 to *total [mpt], `half` apart where `steps` is
 * NULL. In plan->a. */
mpt *rows_lay(const struct plan *plan, const struct grid *grid, const mpt *size, mpt half,
              const mpt *steps, mpt *total);

#endif
