/* SPDX-License-Identifier: MIT */
/* out/bitmap_file.h — between dots and files: the doors to libpng and to TurboJPEG. */
#ifndef RECTO_OUT_BITMAP_FILE_H
#define RECTO_OUT_BITMAP_FILE_H

#include "out/bitmap.h"

/* Decode `file` into `into->rgba`, which has room for `into->width` × `into->height` dots. Give NULL, or
 * in words what is wrong with it. */
const char *png_dots(struct bitmap *into, struct str file);
const char *jpeg_dots(struct arena *a, struct bitmap *into, struct str file);

/* Samples as libpng has them: 1 grey, 2 grey and opacity, 3 RGB, 4 RGB and opacity; rows without
 * gaps. */
struct samples {
    int width, height, channels;
    const unsigned char *at;
};

/* A PNG file, in `a`; empty where libpng cannot. */
struct str png_file(struct arena *a, const struct samples *samples);

#endif
