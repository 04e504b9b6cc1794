/* SPDX-License-Identifier: MIT */
/* out/shrink.c — pictures with more dots than their place on the page can use. */
#include "out/shrink.h"

#include "base/arena.h"
#include "out/bitmap.h"

/* Coding anew costs a picture some of its looks: not worth it for less than a quarter more dots. */
#define WORTH_IT(dots) ((dots) + (dots) / 4)

/* Of JPEG: at twice the size of 75 nobody tells it from the original in print. */
#define QUALITY 85

/* How many times smaller a JPEG has to be than the same dots as PNG: photographs are, by five and
 * more; drawings and screenshots, which JPEG smears, are not. */
#define PHOTOGRAPH 3

/* The largest place of a picture on any page. */
static struct point place_of(const struct display *display, size_t image)
{
    struct point most = {0, 0};
    for (size_t p = 0; p < display->pages.n; p++) {
        const struct display_page *page = &display->pages.at[p];
        for (size_t i = 0; i < page->ops.n; i++) {
            const struct op *op = &page->ops.at[i];
            if (op->kind != OP_IMAGE || op->image != image)
                continue;
            most.x = mpt_max(most.x, op->w);
            most.y = mpt_max(most.y, op->h);
        }
    }
    return most;
}

static int dots_of(mpt length, int ppi)
{
    int64_t inch = INT64_C(72) * MPT_PER_PT;
    int64_t dots = ((int64_t)length * ppi + inch - 1) / inch;
    return dots < 1 ? 1 : dots > INT32_MAX / 2 ? INT32_MAX / 2 : (int)dots;
}

/* The file of fewer dots: a JPEG where it was one or looks like a photograph. */
static struct image coded(struct arena *a, const struct image *image,
                          const struct bitmap *small)
{
    struct image new = *image;
    struct str jpeg = small->opaque ? bitmap_jpeg(a, small, QUALITY) : S("");
    new.width = small->width;
    new.height = small->height;
    if (image->format == IMAGE_PNG)
        new.bytes = bitmap_png(a, small);
    bool photograph = image->format == IMAGE_JPEG || jpeg.n * PHOTOGRAPH < new.bytes.n;
    if (jpeg.n > 0 && photograph) {
        new.format = IMAGE_JPEG;
        new.bytes = jpeg;
    }
    return new;
}

/* A smaller picture of the same look, all in `a`; NULL where there is none. */
static const struct image *smaller(struct arena *a, const struct image *image,
                                   struct point place, int ppi)
{
    struct bitmap full = bitmap_read(a, image);
    int w = dots_of(place.x, ppi), h = dots_of(place.y, ppi);
    if (full.fault || (full.width <= WORTH_IT(w) && full.height <= WORTH_IT(h)))
        return NULL;
    struct bitmap small = bitmap_shrink(a, &full, w < full.width ? w : full.width,
                                        h < full.height ? h : full.height);
    struct image new = coded(a, image, &small);
    return new.bytes.n > 0 && new.bytes.n < image->bytes.n ? arena_copy(a, &new, sizeof new)
                                                           : NULL;
}

static void tell(const struct shrunk *s, struct diags *d)
{
    diag_push(d, D_O0106, (struct span){0},
              "“%.*s” has %d × %d dots instead of %d × %d, and %zu kB instead of %zu",
              STR(s->name), s->width, s->height, s->from_width, s->from_height,
              s->bytes / 1000, s->from_bytes / 1000);
}

struct shrinking out_shrink(struct arena *a, struct arena *scratch,
                            const struct display *display, int ppi, struct diags *d)
{
    struct display *copy = arena_copy(a, display, sizeof *display);
    struct shrinking result = {.display = copy};
    copy->images.at = NULL;
    copy->images.n = copy->images.cap = 0;
    for (size_t i = 0; i < display->images.n; i++) {
        const struct image *old = display->images.at[i];
        struct arena_mark mark = arena_mark(scratch);
        const struct image *small = smaller(scratch, old, place_of(display, i), ppi);
        struct image *kept = arena_copy(a, small ? small : old, sizeof *old);
        if (small) {
            kept->bytes = str_dup(a, small->bytes);
            struct shrunk s = {old->name,    old->width,   old->height,  kept->width,
                               kept->height, old->bytes.n, kept->bytes.n};
            vec_push(a, &result.pictures, s);
            tell(&s, d);
        }
        arena_rewind(scratch, mark);
        vec_push(a, &copy->images, kept);
    }
    return result;
}
