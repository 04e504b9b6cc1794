/* SPDX-License-Identifier: MIT */
/* out/pdf/xmp.h — metadata as XMP, which says the same as the document information. */
#ifndef RECTO_OUT_PDF_XMP_H
#define RECTO_OUT_PDF_XMP_H

#include "out/pdf/pdf.h"

#define XMP_CREATOR S("recto")

/* The packet, with the claims of pdf->options; lives in pdf->a. */
struct str xmp_packet(struct pdf *pdf);
/* "recto 1.2 (libharu 2.3.0)" */
struct str xmp_producer(struct pdf *pdf);

/* Seconds since 1970 in UTC: "D:20260102030405Z" and "2026-01-02T03:04:05Z". */
struct str date_pdf(struct arena *a, int64_t epoch);
struct str date_xmp(struct arena *a, int64_t epoch);

#endif
