/* SPDX-License-Identifier: MIT */
/* out/pdf/identity.h — the identifier of a PDF, which says what it was made from. */
#ifndef RECTO_OUT_PDF_IDENTITY_H
#define RECTO_OUT_PDF_IDENTITY_H

#include "base/str.h"

struct arena;

/* The entry /ID of the trailer, in `a`: of all that decides the bytes, and of what was written
 * before the trailer. */
struct str pdf_identity(struct arena *a, uint64_t input_hash, struct str written);

#endif
