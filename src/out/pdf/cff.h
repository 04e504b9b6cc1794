/* SPDX-License-Identifier: MIT */
/* out/pdf/cff.h — a CFF program taken apart, and put together without its names. */
#ifndef RECTO_OUT_PDF_CFF_H
#define RECTO_OUT_PDF_CFF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

/* What stays of a CFF table that hb-subset has cut. All slices point into it, or live with it. */
struct cff_parts {
    struct str kept;    /* entries of the dictionary */
    struct str subrs;   /* the global ones, an INDEX */
    struct str locals;  /* the private dictionary, with the local subroutines behind it */
    size_t locals_size; /* of the dictionary alone */
    struct str *glyphs; /* charstrings */
    size_t n;
};

/* Take `s` apart; false where it is no table that hb-subset has cut, or has CIDs. */
bool cff_read(struct arena *a, struct str s, struct cff_parts *parts);
/* A table of `parts` (at least one glyph, at most 65535) that knows its glyphs by number only; empty
 * where its dictionary is longer than a font's can be. */
struct str cff_write(struct arena *a, const struct cff_parts *parts);

#endif
