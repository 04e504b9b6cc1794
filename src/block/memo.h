/* SPDX-License-Identifier: MIT */
/* block/memo.h — line breaks that are kept from one step of the ladder to the next. */
#ifndef RECTO_BLOCK_MEMO_H
#define RECTO_BLOCK_MEMO_H

#include "block/set.h"

/* par_break, or what it gave when the same text was broken in the same sizes before. `stretches`
 * may differ in colour, link and tag: the lines point to those of today. They live in s->a. */
struct lines memo_break(struct setter *s, const struct shaped *shaped,
                        const struct stretch *stretches, const struct par_params *params);

#endif
