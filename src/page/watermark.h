/* SPDX-License-Identifier: MIT */
/* page/watermark.h — DRAFT, large and pale, under the text of a sheet. */
#ifndef RECTO_PAGE_WATERMARK_H
#define RECTO_PAGE_WATERMARK_H

#include "page/sheets.h"

/* A box that covers a sheet of `look` and belongs below all others: an artifact. Lives in `a`. */
const struct box *watermark_box(struct arena *a, const struct look *look);

#endif
