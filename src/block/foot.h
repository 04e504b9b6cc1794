/* SPDX-License-Identifier: MIT */
/* block/foot.h — the last sections, links and contact, side by side at the foot of the study. */
#ifndef RECTO_BLOCK_FOOT_H
#define RECTO_BLOCK_FOOT_H

#include "block/set.h"

/* The first, in `order`, of the sections that end the study and hold links or contact alone, where the layout
 * sets them in a row; the number of sections where there is none. */
size_t foot_first(const struct study *study, const struct look *look, const size_t *order);
/* Set these sections as one box, pinned to the foot where the layout says so. */
void build_foot(struct setter *s, const size_t *order, size_t first);

#endif
