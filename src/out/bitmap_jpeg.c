/* SPDX-License-Identifier: MIT */
/* out/bitmap_jpeg.c — the door to TurboJPEG. */
#include <turbojpeg.h>

#include "base/arena.h"
#include "out/bitmap_file.h"

static void done(void *handle)
{
    if (handle)
        tjDestroy(handle);
}

/* Scans are limited: a small file may hold thousands, each of which goes over the whole picture. */
const char *jpeg_dots(struct arena *a, struct bitmap *into, struct str file)
{
    tjhandle turbo = tjInitDecompress();
    arena_defer(a, done, turbo);
    if (!turbo)
        arena_give_up(a);
    int flags = TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS;
    bool good =
        tjDecompress2(turbo, (const unsigned char *)file.p, (unsigned long)file.n,
                      into->rgba, into->width, 0, into->height, TJPF_RGBA, flags) == 0;
    if (!good && tjGetErrorCode(turbo) == TJERR_FATAL)
        return "it is a damaged JPEG";
    return NULL; /* what is merely odd is shown as far as it goes, as everywhere */
}

struct str bitmap_jpeg(struct arena *a, const struct bitmap *bitmap, int quality)
{
    int kind = bitmap_is_grey(bitmap) ? TJSAMP_GRAY : TJSAMP_420;
    unsigned long n = tjBufSize(bitmap->width, bitmap->height, kind);
    unsigned char *file = arena_alloc(a, n);
    tjhandle turbo = tjInitCompress();
    arena_defer(a, done, turbo);
    if (!turbo)
        arena_give_up(a);
    int flags = TJFLAG_ACCURATEDCT | TJFLAG_NOREALLOC | TJFLAG_PROGRESSIVE;
    bool good = tjCompress2(turbo, bitmap->rgba, bitmap->width, 0, bitmap->height,
                            TJPF_RGBX, &file, &n, kind, quality, flags) == 0;
    return (struct str){(const char *)file, good ? n : 0};
}
