/* SPDX-License-Identifier: MIT */
/* block/aside.h — what stands in the margin, level with the paragraph before it. */
#ifndef RECTO_BLOCK_ASIDE_H
#define RECTO_BLOCK_ASIDE_H

#include "block/set.h"

/* True where the margin holds captions. */
bool aside_room(const struct setter *s);
/* True where words may stand in the margin here: there is a column for them, wide enough, beside a
 * paragraph of the section that is being set. */
bool aside_fits(const struct setter *s);
/* Put `marks`, `height` [mpt] high, in the margin, level with the first line of the paragraph before;
 * the text goes on as if they were not there. */
void aside_put(struct setter *s, struct marks *marks, mpt height);
/* A caption, level with box number `box` of the list, or not in the margin at all. */
void aside_caption(struct setter *s, struct marks *marks, mpt height, size_t box);
/* The last box of the text so far from which it is `height` [mpt] to its foot, in the section that is
 * being set and not before its last paragraph; SIZE_MAX where it is shorter, or something stands beside it already. */
size_t aside_above(const struct setter *s, mpt height);

#endif
