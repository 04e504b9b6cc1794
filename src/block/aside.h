/* SPDX-License-Identifier: MIT */
/* block/aside.h — what stands in the margin, level with the paragraph before it. */
#ifndef RECTO_BLOCK_ASIDE_H
#define RECTO_BLOCK_ASIDE_H

#include "block/set.h"

/* True where words may stand in the margin here: there is a column for them, wide enough, beside a
 * paragraph of the section that is being set. */
bool aside_fits(const struct setter *s);
/* Put `marks`, `height` [mpt] high, in the margin, level with the first line of the paragraph before;
 * the text goes on as if they were not there. */
void aside_put(struct setter *s, struct marks *marks, mpt height);

#endif
