/* SPDX-License-Identifier: MIT */
/* block/memo.h — lines and diagrams that are kept from one step of the ladder to the next. */
#ifndef RECTO_BLOCK_MEMO_H
#define RECTO_BLOCK_MEMO_H

#include "block/set.h"
#include "diagram/drawing.h"

/* par_break, or what it gave when the same text was broken in the same sizes before. `stretches`
 * may differ in colour, link and tag: the lines point to those of today. They live in s->a. */
struct lines memo_break(struct setter *s, const struct shaped *shaped,
                        const struct stretch *stretches, const struct par_params *params);
/* diagram_place in `width`, or what it gave for the same look before; not to be changed but in a
 * study from right to left. */
struct drawing memo_draw(struct setter *s, const struct graph *graph, mpt width);

#endif
