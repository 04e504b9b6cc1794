/* SPDX-License-Identifier: MIT */
/* out/pdf/image.h — pictures as PDF shows them. */
#ifndef RECTO_OUT_PDF_IMAGE_H
#define RECTO_OUT_PDF_IMAGE_H

#include "base/str.h"

struct arena;

/* No picture of a page needs more; a small file may ask for it (a "bomb"). */
#define PIXELS_MAX ((size_t)64 << 20)

/* Samples in the form of a PDF image. */
struct pixels {
    const char *fault; /* in words where it cannot be shown, else NULL */
    int width, height;
    int channels;       /* 1 grey, 3 RGB; of a palette 1 */
    int bits;           /* of one sample */
    struct str palette; /* RGB triples; empty: none */
    struct str data;
    enum { DATA_JPEG, DATA_PNG, DATA_RAW } coding; /* PNG: zlib with PNG's row filters */
    struct str alpha;                              /* a byte a pixel; empty: opaque */
    int orientation;                               /* EXIF: 1 upright … 8 */
};

/* out/pdf/jpeg.c: the file itself, without what it says of camera, place and time. */
struct pixels jpeg_read(struct arena *a, struct str file);
/* out/pdf/png.c: the compressed data as it is where PDF can read it, else decoded to 8 bits. */
struct pixels png_read(struct arena *a, struct str file);
/* The file itself, without words, times and all else that does not change how it looks: only `data`,
 * `width`, `height`, `orientation` and `fault` are set. */
struct pixels png_public(struct arena *a, struct str file);

/* The unit square, y upwards, as each orientation of EXIF shows it: a matrix of six as in PDF. */
const int *image_matrix(int orientation);

#endif
