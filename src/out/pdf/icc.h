/* SPDX-License-Identifier: MIT */
/* out/pdf/icc.h — the colour space of all documents. */
#ifndef RECTO_OUT_PDF_ICC_H
#define RECTO_OUT_PDF_ICC_H

#include "base/str.h"

/* An ICC profile of sRGB, about 480 bytes; lives in `a`. */
struct str icc_srgb(struct arena *a);
/* The same as version 2, which PDF/A-1 wants: its curve is a table, and it takes 1.5 kB. */
struct str icc_srgb_2(struct arena *a);

#endif
