/* SPDX-License-Identifier: MIT */
/* block/order.h — which section comes when, and in which column, as the layout wants it. */
#ifndef RECTO_BLOCK_ORDER_H
#define RECTO_BLOCK_ORDER_H

#include "block/set.h"

/* The sections of the study, as indices: the kinds that the layout names first, in its order, then
 * the others as they were written. Lives in `a`. */
size_t *order_sections(struct arena *a, const struct study *study, const struct look *look);

/* The column that the layout wants sections of `kind` in. */
enum section_place order_place(const struct look *look, enum section_kind kind);
/* Go to that column. */
void order_enter(struct setter *s, enum section_kind kind);

#endif
