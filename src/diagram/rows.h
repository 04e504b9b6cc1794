/* SPDX-License-Identifier: MIT */
/* diagram/rows.h — the lines across the flow as coordinates; private to this room. */
#ifndef RECTO_DIAGRAM_ROWS_H
#define RECTO_DIAGRAM_ROWS_H

#include "diagram/place.h"

/* Half the distance of two neighbouring rows [mpt]: enough for all nodes of a column, `gap` apart,
 * and for what runs between them. `size` is the extent of each node across the flow [mpt]. */
mpt rows_pitch(const struct plan *plan, const struct grid *grid, const mpt *size, mpt gap);

/* Positions of all lines across the flow, from 0 to *total [mpt]. In plan->a. */
mpt *rows_lay(const struct plan *plan, const struct grid *grid, const mpt *size, mpt half,
              mpt *total);

#endif
