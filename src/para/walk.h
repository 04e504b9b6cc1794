/* SPDX-License-Identifier: MIT */
/* para/walk.h — widths of a shaped text, summed up from its beginning in one go. */
#ifndef RECTO_PARA_WALK_H
#define RECTO_PARA_WALK_H

#include "text/line.h"

/* A place in the text and what lies before it, in the order of the text. */
struct walk {
    const struct shaped *shaped;
    const struct stretch *stretches;
    const struct run *run;                       /* in hand */
    uint32_t glyph;                              /* of the run, in the order of the text */
    int64_t units, space_units, ideograph_units; /* of the run, before the glyph */
    struct text_span before;                     /* of the runs before */
    int64_t summed_units;                        /* spaces that were made a length last, */
    int64_t summed;                              /* and that length [mpt] */
};

struct walk walk_begin(const struct shaped *shaped, const struct stretch *stretches);

/* What lies before `offset`, which must not be before that of the last call. The difference of two
 * such sums is text_span's answer for what is between them, to the rounding of 1 mpt. */
struct text_span walk_to(struct walk *w, uint32_t offset);

#endif
