/* SPDX-License-Identifier: MIT */
/* out/bitmap.h — pictures as dots, for back ends that draw them and for making them smaller. */
#ifndef RECTO_OUT_BITMAP_H
#define RECTO_OUT_BITMAP_H

#include "block/box.h"

/* Four bytes a dot: red, green, blue, opacity; not multiplied. Rows from the top, without gaps. */
struct bitmap {
    /* NULL, or in words why it cannot be shown: nothing else is valid then. */
    const char *fault;
    int width, height; /* [pixels] */
    unsigned char *rgba;
    bool opaque;
};

/* Decode a picture, upright whichever way its camera was held. Lives in `a`, and so does what is
 * needed on the way. */
struct bitmap bitmap_read(struct arena *a, const struct image *image);
/* The same picture in fewer dots: each is the average of the area that it stands for. `width` and
 * `height` are at least 1 and at most its own. */
struct bitmap bitmap_shrink(struct arena *a, const struct bitmap *bitmap, int width,
                            int height);
/* True where no dot has a colour. */
bool bitmap_is_grey(const struct bitmap *bitmap);
/* Files of `bitmap`: a PNG in as few kinds of channels as it has; a JPEG of `quality` 1…100, without
 * what is transparent. Empty where it cannot be done. */
struct str bitmap_png(struct arena *a, const struct bitmap *bitmap);
struct str bitmap_jpeg(struct arena *a, const struct bitmap *bitmap, int quality);

#endif
