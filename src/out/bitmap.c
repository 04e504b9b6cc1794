/* SPDX-License-Identifier: MIT */
/* out/bitmap.c — pictures as dots: decoded, turned upright, made smaller. */
#include "out/bitmap.h"

#include <string.h>

#include "base/arena.h"
#include "out/bitmap_file.h"
#include "out/pdf/image.h"

#define CHANNELS 4

static unsigned char *dot(const struct bitmap *b, size_t x, size_t y)
{
    return b->rgba + (y * (size_t)b->width + x) * CHANNELS;
}

/* --- reading ----------------------------------------------------------------------------------- */

/* Orientations of EXIF 5 to 8 exchange rows and columns; the others turn or mirror them. */
static struct bitmap upright(struct arena *a, struct bitmap from, int orientation)
{
    if (orientation <= 1 || orientation > 8)
        return from;
    bool across = orientation >= 5;
    bool right =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool down =
        orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    struct bitmap to = from;
    to.width = across ? from.height : from.width;
    to.height = across ? from.width : from.height;
    size_t w = (size_t)to.width, h = (size_t)to.height;
    to.rgba = arena_alloc(a, w * h * CHANNELS);
    size_t fw = (size_t)from.width, fh = (size_t)from.height;
    for (size_t y = 0; y < h; y++) {
        for (size_t x = 0; x < w; x++) {
            size_t fx = across ? y : x, fy = across ? x : y;
            fx = right ? fw - 1 - fx : fx;
            fy = down ? fh - 1 - fy : fy;
            memcpy(dot(&to, x, y), dot(&from, fx, fy), CHANNELS);
        }
    }
    return to;
}

static bool is_opaque(const struct bitmap *b)
{
    size_t n = (size_t)b->width * (size_t)b->height;
    for (size_t i = 0; i < n; i++)
        if (b->rgba[i * CHANNELS + 3] != 255)
            return false;
    return true;
}

struct bitmap bitmap_read(struct arena *a, const struct image *image)
{
    bool png = image->format == IMAGE_PNG;
    struct pixels p = png ? png_public(a, image->bytes) : jpeg_read(a, image->bytes);
    struct bitmap b = {.fault = p.fault, .width = p.width, .height = p.height};
    if (b.fault)
        return b;
    if (b.width <= 0 || (size_t)b.height > PIXELS_MAX / (size_t)b.width) {
        b.fault = "it has too many pixels";
        return b;
    }
    /* Before a library holds anything: the arena may jump. */
    b.rgba = arena_alloc(a, (size_t)b.width * (size_t)b.height * CHANNELS);
    b.fault = png ? png_dots(&b, p.data) : jpeg_dots(a, &b, p.data);
    if (b.fault)
        return b;
    b.opaque = !png || is_opaque(&b);
    return upright(a, b, p.orientation);
}

/* --- smaller ----------------------------------------------------------------------------------- */

/* The part of the source that a dot stands for, along one axis, in 1/256 of its dots. */
struct stretch_of {
    int64_t from, to;
};

static struct stretch_of part_of(int64_t at, int64_t from, int64_t to)
{
    return (struct stretch_of){at * from * 256 / to, (at + 1) * from * 256 / to};
}

/* How much of the dot that begins at `i` lies in it, of 256. */
static uint64_t share(struct stretch_of part, int64_t i)
{
    int64_t from = i * 256 > part.from ? i * 256 : part.from;
    int64_t to = (i + 1) * 256 < part.to ? (i + 1) * 256 : part.to;
    return to > from ? (uint64_t)(to - from) : 0;
}

/* The average of an area, colours weighed by how opaque they are. */
static void average(const struct bitmap *b, struct stretch_of across,
                    struct stretch_of down, unsigned char *into)
{
    uint64_t sums[3] = {0, 0, 0}, opacity = 0, area = 0;
    for (int64_t y = down.from / 256; y * 256 < down.to; y++) {
        for (int64_t x = across.from / 256; x * 256 < across.to; x++) {
            const unsigned char *p = dot(b, (size_t)x, (size_t)y);
            uint64_t weight = share(across, x) * share(down, y);
            for (size_t c = 0; c < 3; c++)
                sums[c] += weight * p[3] * p[c];
            opacity += weight * p[3];
            area += weight;
        }
    }
    for (size_t c = 0; c < 3; c++)
        into[c] = (unsigned char)(opacity ? (sums[c] + opacity / 2) / opacity : 0);
    /* cppcheck-suppress zerodiv ; no side is shorter than a dot */
    into[3] = (unsigned char)((opacity + area / 2) / area);
}

struct bitmap bitmap_shrink(struct arena *a, const struct bitmap *bitmap, int width,
                            int height)
{
    struct bitmap to = *bitmap;
    to.width = width;
    to.height = height;
    to.rgba = arena_alloc(a, (size_t)width * (size_t)height * CHANNELS);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            average(bitmap, part_of(x, bitmap->width, width),
                    part_of(y, bitmap->height, height), dot(&to, (size_t)x, (size_t)y));
    return to;
}

bool bitmap_is_grey(const struct bitmap *bitmap)
{
    size_t n = (size_t)bitmap->width * (size_t)bitmap->height;
    for (const unsigned char *p = bitmap->rgba; n-- > 0; p += CHANNELS)
        if (p[0] != p[1] || p[1] != p[2])
            return false;
    return true;
}
