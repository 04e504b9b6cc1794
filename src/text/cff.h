/* SPDX-License-Identifier: MIT */
/* text/cff.h — the little of a CFF table that a PDF must know: are glyphs named by CIDs. */
#ifndef RECTO_TEXT_CFF_H
#define RECTO_TEXT_CFF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct cff {
    struct str table;
    bool cid_keyed;
    size_t charset; /* offset in the table; 0 to 2: a predefined one, glyph = CID */
};

/* Look at a CFF table (Adobe Technical Note 5176), which must outlive the result. What is damaged
 * reads as a font without CIDs. */
struct cff cff_open(struct str table);

/* CID of a glyph; the glyph itself where the charset does not say. */
uint32_t cff_cid(const struct cff *cff, uint32_t glyph);

#endif
