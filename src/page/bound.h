/* SPDX-License-Identifier: MIT */
/* page/bound.h — what one look at a step tells about the steps before it. */
#ifndef RECTO_PAGE_BOUND_H
#define RECTO_PAGE_BOUND_H

#include <stdbool.h>

#include "style/look.h"

/* True where `next` asks for no more height than `look` does, whatever the study: sizes, leadings
 * and gaps are not larger, columns and choices are the same. Rounding to the grid is left out of
 * account, see bound_rounding. */
bool bound_tighter(const struct look *look, const struct look *next);

struct boxes;
/* How much rounding to half-lines may hide [mpt]: a half-line for every gap and every block. */
int64_t bound_rounding(const struct boxes *boxes, const struct look *look);

#endif
