/* SPDX-License-Identifier: MIT */
/* page/furniture.h — what stands on every sheet, whatever the study says. */
#ifndef RECTO_PAGE_FURNITURE_H
#define RECTO_PAGE_FURNITURE_H

#include "page/sheets.h"

/* Put the panel of the side column below all that stands on the sheets, and the tone of the paper below
 * that, and rule the column for handwritten notes, where the layout has them. Artifacts, in `a`. */
void furniture_set(struct arena *a, struct text_cache *cache, struct sheets *sheets,
                   struct diags *d);
/* Put the tone of the paper below all that stands on `sheet`, to its edges: an artifact in `a`. Nothing
 * where the paper is white. */
void furniture_paper(struct arena *a, const struct look *look, struct sheet *sheet);
/* Put a box below all others of a sheet. */
void furniture_below(struct arena *a, struct sheet *sheet, const struct box *box);

#endif
