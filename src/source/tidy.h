/* SPDX-License-Identifier: MIT */
/* source/tidy.h — the last look at a tree of blocks. */
#ifndef RECTO_SOURCE_TIDY_H
#define RECTO_SOURCE_TIDY_H

#include "source/block.h"

/* Leave out empty paragraphs, give attributes that stand alone to the block above, and make alerts
 * of quotes that are marked so. */
void blocks_tidy(struct arena *a, struct block *root);

#endif
