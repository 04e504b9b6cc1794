/* SPDX-License-Identifier: MIT */
/* page/foot.h — the running foot: title and page number. */
#ifndef RECTO_PAGE_FOOT_H
#define RECTO_PAGE_FOOT_H

#include "page/sheets.h"

/* Set "title … 1 / 2" at the foot of every sheet, where the layout wants it and there is more than
 * one. A title that is too long ends in an ellipsis. Lives in `a`. */
void foot_set(struct arena *a, struct text_cache *cache, struct sheets *sheets,
              struct str title, struct diags *d);

#endif
