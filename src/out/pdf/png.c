/* SPDX-License-Identifier: MIT */
/* out/pdf/png.c — the door to libpng: PNG files as PDF can show them. */
#include <png.h>
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "out/pdf/image.h"

static int byte_at(struct str s, size_t i)
{
    return (unsigned char)s.p[i];
}

static uint32_t word_at(struct str s, size_t i)
{
    const unsigned char *p = (const unsigned char *)s.p + i;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* --- as it is -------------------------------------------------------------------------------- */

enum { GREY = 0, RGB = 2, PALETTE = 3 }; /* colour types of PNG without alpha */

#define GAMMA_SRGB 45455 /* 1 / 2.2 */

/* A file whose compressed data may be taken over. */
struct pass {
    struct pixels *out;
    struct strbuf data;
    int type;
};

static bool read_header(struct pass *pass, struct str chunk)
{
    if (chunk.n != 13)
        return false;
    struct pixels *out = pass->out;
    pass->type = byte_at(chunk, 9);
    out->width = (int)word_at(chunk, 0);
    out->height = (int)word_at(chunk, 4);
    out->bits = byte_at(chunk, 8);
    out->channels = pass->type == RGB ? 3 : 1;
    bool even = byte_at(chunk, 10) == 0 && byte_at(chunk, 11) == 0 &&
                byte_at(chunk, 12) == 0; /* no interlace */
    bool small = out->width > 0 && out->height > 0 && out->bits > 0 && out->bits <= 8 &&
                 (size_t)out->width <= PIXELS_MAX / (size_t)out->height;
    return even && small &&
           (pass->type == GREY || pass->type == RGB || pass->type == PALETTE);
}

static bool read_palette(struct pass *pass, struct str chunk)
{
    if (pass->type == PALETTE)
        pass->out->palette = chunk; /* else it is only a suggestion */
    return chunk.n >= 3 && chunk.n <= 768 && chunk.n % 3 == 0;
}

/* Note what `chunk` says; false where PDF would show something other than PNG means. */
static bool read_chunk(struct pass *pass, struct str type, struct str chunk)
{
    if (str_eq(type, S("IHDR")))
        return read_header(pass, chunk);
    if (str_eq(type, S("PLTE")))
        return read_palette(pass, chunk);
    if (str_eq(type, S("gAMA")))
        return chunk.n == 4 && word_at(chunk, 0) == GAMMA_SRGB;
    if (str_eq(type, S("IDAT")))
        strbuf_put(&pass->data, chunk);
    return !str_eq(type, S("tRNS")) && !str_eq(type, S("iCCP"));
}

/* Inflate in small steps, keeping nothing: the right number of rows, each with a filter that there
 * is, and the right checksum. */
static bool check_rows(struct str data, size_t row, size_t rows)
{
    z_stream z = {.avail_in = (uInt)data.n};
    memcpy(&z.next_in, &data.p, sizeof z.next_in); /* which is not const in older headers */
    Bytef piece[8192] = {0};
    size_t at = 0;
    if (data.n > UINT32_MAX || inflateInit(&z) != Z_OK)
        return false;
    int status = Z_OK;
    bool good = true;
    while (status == Z_OK && good) {
        z.next_out = piece;
        z.avail_out = sizeof piece;
        status = inflate(&z, Z_NO_FLUSH);
        size_t n = sizeof piece - z.avail_out;
        for (size_t next = (at + row - 1) / row * row; next < at + n; next += row)
            good &= piece[next - at] <= 4;
        at += n;
        good &= at <= row * rows;
    }
    inflateEnd(&z);
    return good && status == Z_STREAM_END && at == row * rows;
}

static bool read_chunks(struct pass *pass, struct str file)
{
    for (size_t at = 8; at + 12 <= file.n;) {
        size_t n = word_at(file, at);
        struct str type = str_sub(file, at + 4, at + 8);
        if (n > file.n - at - 12)
            return false;
        if ((at == 8) != str_eq(type, S("IHDR")))
            return false; /* the header is first, and once */
        if (!read_chunk(pass, type, str_sub(file, at + 8, at + 8 + n)))
            return false;
        if (str_eq(type, S("IEND")))
            return true;
        at += 12 + n;
    }
    return false;
}

static bool pass_through(struct arena *a, struct str file, struct pixels *out)
{
    struct pass pass = {out, strbuf_at(a), GREY};
    if (!read_chunks(&pass, file) || (pass.type == PALETTE && str_empty(out->palette)))
        return false;
    size_t bits = (size_t)out->width * (size_t)out->channels * (size_t)out->bits;
    out->coding = DATA_PNG;
    out->data = strbuf_str(&pass.data);
    return check_rows(out->data, (bits + 7) / 8 + 1, (size_t)out->height);
}

/* --- decoded --------------------------------------------------------------------------------- */

/* Part RGBA into colour, or grey, and alpha. */
static void part(struct arena *a, const unsigned char *rgba, struct pixels *out)
{
    size_t n = (size_t)out->width * (size_t)out->height, channels = (size_t)out->channels;
    char *colour = arena_alloc(a, n * channels), *alpha = arena_alloc(a, n);
    bool opaque = true;
    for (size_t i = 0; i < n; i++) {
        memcpy(colour + i * channels, rgba + 4 * i, channels);
        alpha[i] = (char)rgba[4 * i + 3];
        opaque &= rgba[4 * i + 3] == 255;
    }
    out->data = (struct str){colour, n * channels};
    if (!opaque)
        out->alpha = (struct str){alpha, n};
}

static struct pixels decode(struct arena *a, struct str file)
{
    struct pixels out = {.coding = DATA_RAW, .bits = 8, .orientation = 1};
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (file.n < 33) {
        out.fault = "it is a PNG that breaks off";
        return out;
    }
    size_t width = word_at(file, 16), height = word_at(file, 20);
    if (width == 0 || height == 0 || width > PIXELS_MAX / height) {
        out.fault = "it has too many pixels";
        return out;
    }
    /* Before libpng holds anything: the arena may jump. */
    unsigned char *rgba = arena_alloc(a, width * height * 4);
    bool good = png_image_begin_read_from_memory(&image, file.p, file.n) &&
                image.width == width && image.height == height;
    out.channels = image.format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
    image.format = PNG_FORMAT_RGBA;
    good = good && png_image_finish_read(&image, NULL, rgba, 0, NULL);
    png_image_free(&image);
    out.width = (int)width;
    out.height = (int)height;
    if (good)
        part(a, rgba, &out);
    else
        out.fault = "it is a damaged PNG";
    return out;
}

struct pixels png_read(struct arena *a, struct str file)
{
    struct pixels out = {.orientation = 1};
    if (!str_starts(file, S("\x89PNG\r\n\x1A\n"))) {
        out.fault = "it is no PNG";
        return out;
    }
    return pass_through(a, file, &out) ? out : decode(a, file);
}

/* --- as a file --------------------------------------------------------------------------------- */

/* Chunks that decide how a PNG looks. */
static bool is_shown(struct str type)
{
    static const char *const types[] = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS",
                                        "gAMA", "cHRM", "sRGB", "iCCP"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (str_eq(type, str_from(types[i])))
            return true;
    return false;
}

struct pixels png_public(struct arena *a, struct str file)
{
    struct pixels out = {.orientation = 1, .fault = "it is a damaged PNG"};
    struct strbuf kept = strbuf_at(a);
    strbuf_put(&kept, str_sub(file, 0, 8));
    bool ends = false;
    for (size_t at = 8; at + 12 <= file.n && !ends;) {
        size_t n = word_at(file, at);
        struct str type = str_sub(file, at + 4, at + 8);
        if (n > file.n - at - 12)
            return out;
        if (is_shown(type))
            strbuf_put(&kept, str_sub(file, at, at + 12 + n));
        ends = str_eq(type, S("IEND"));
        at += 12 + n;
    }
    if (!ends || !str_starts(file, S("\x89PNG\r\n\x1A\n")) || file.n < 33)
        return out;
    out.width = (int)word_at(file, 16);
    out.height = (int)word_at(file, 20);
    if (out.width <= 0 || out.height <= 0)
        return out;
    out.fault = NULL;
    out.data = strbuf_str(&kept);
    return out;
}
