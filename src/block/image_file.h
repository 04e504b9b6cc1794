/* SPDX-License-Identifier: MIT */
/* block/image_file.h — the size of a picture, out of its file's header. */
#ifndef RECTO_BLOCK_IMAGE_FILE_H
#define RECTO_BLOCK_IMAGE_FILE_H

#include "block/box.h"

#define IMAGE_MAX_BYTES ((size_t)32 << 20)   /* a page with more cannot be sent by mail */
#define IMAGE_MAX_PIXELS ((int64_t)64 << 20) /* decoded it would fill 256 MB */

/* The file that an address names, in `a`: "%20" is a space. */
struct str image_file(struct arena *a, struct str url);

/* Measure `image->bytes`, a whole PNG or JPEG file: fills format, width, height and dpi (0 where
 * the file does not say). Gives NULL, or what is wrong with the file, in words. */
const char *image_measure(struct image *image);

#endif
