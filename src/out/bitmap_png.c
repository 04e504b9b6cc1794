/* SPDX-License-Identifier: MIT */
/* out/bitmap_png.c — the door to libpng for dots. */
#include <png.h>

#include "base/arena.h"
#include "out/bitmap_file.h"

const char *png_dots(struct bitmap *into, struct str file)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    bool good = png_image_begin_read_from_memory(&image, file.p, file.n) &&
                image.width == (png_uint_32)into->width &&
                image.height == (png_uint_32)into->height;
    image.format = PNG_FORMAT_RGBA;
    good = good && png_image_finish_read(&image, NULL, into->rgba, 0, NULL);
    png_image_free(&image);
    return good ? NULL : "it is a damaged PNG";
}

struct str png_file(struct arena *a, const struct samples *samples)
{
    static const png_uint_32 formats[] = {0, PNG_FORMAT_GRAY, PNG_FORMAT_GA, PNG_FORMAT_RGB,
                                          PNG_FORMAT_RGBA};
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = (png_uint_32)samples->width,
                       .height = (png_uint_32)samples->height,
                       .format = formats[samples->channels]};
    png_alloc_size_t n = PNG_IMAGE_PNG_SIZE_MAX(image);
    char *file = arena_alloc(a, n);
    bool good = png_image_write_to_memory(&image, file, &n, 0, samples->at, 0, NULL);
    png_image_free(&image);
    return (struct str){file, good ? n : 0};
}

/* The samples that are needed: without colours where all is grey, without opacity where all is
 * opaque. */
struct str bitmap_png(struct arena *a, const struct bitmap *bitmap)
{
    size_t n = (size_t)bitmap->width * (size_t)bitmap->height;
    size_t colours = bitmap_is_grey(bitmap) ? 1 : 3, channels = colours + !bitmap->opaque;
    unsigned char *at = arena_alloc(a, n * channels), *to = at;
    for (size_t i = 0; i < n; i++) {
        const unsigned char *p = bitmap->rgba + 4 * i;
        for (size_t c = 0; c < colours; c++)
            *to++ = p[c];
        if (!bitmap->opaque)
            *to++ = p[3];
    }
    struct samples samples = {bitmap->width, bitmap->height, (int)channels, at};
    return png_file(a, &samples);
}
