/* SPDX-License-Identifier: MIT */
/* page/margin.h — notes, figures and quotations in the margin, each level with its text. */
#ifndef RECTO_PAGE_MARGIN_H
#define RECTO_PAGE_MARGIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geom.h"

/* Something in the margin of one sheet, in order. */
struct aside {
    mpt wish;   /* top of the text that it belongs to [mpt] */
    mpt height; /* [mpt] */
    mpt gap;    /* to what stands above it in the margin, at least [mpt] */
    mpt y;      /* filled: where it stands */
};

/* A stretch of the sheet where the margin is taken by wide text. */
struct taken {
    mpt top, bottom;
};

/* Put `n` asides as near to their wish as can be: none over another, none over what is taken
 * (`clear` [mpt] away from it), all between 0 and `limit`. False where there is no room. `taken`
 * is in order from top to bottom. */
bool margin_place(struct aside *asides, size_t n, const struct taken *taken,
                  size_t taken_count, mpt clear, mpt limit);

#endif
