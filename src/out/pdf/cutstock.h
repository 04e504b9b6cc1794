/* SPDX-License-Identifier: MIT */
/* out/pdf/cutstock.h — glyphs of CFF fonts that were cut before, in whatever document, shared by
 * threads. */
#ifndef RECTO_OUT_PDF_CUTSTOCK_H
#define RECTO_OUT_PDF_CUTSTOCK_H

#include "out/pdf/cff.h"
#include "text/face.h"

struct shelf;
struct cutstock;

/* That of all who share `shelf`. */
struct cutstock *cutstock_at(struct arena *caller, struct shelf *shelf);

/* Fill `parts` for the `n` glyphs `ids` of `face`; its glyphs are an array of the caller's. False
 * where one of them is not kept. */
bool cutstock_find(const struct cutstock *stock, const struct face *face,
                   const uint32_t *ids, size_t n, struct cff_parts *parts);
/* Keep what hb-subset made of these glyphs, one for each, as far as there is room: nothing that is
 * written depends on it. */
void cutstock_keep(struct cutstock *stock, const struct face *face, const uint32_t *ids,
                   const struct cff_parts *parts);

#endif
