/* SPDX-License-Identifier: MIT */
/* out/png/png.c — one page as a PNG of so many dots an inch. */
#include <zlib.h>

#include "base/arena.h"
#include "out/bitmap.h"
#include "out/mark.h"
#include "out/pdf/object.h"
#include "out/png/canvas.h"
#include "out/rows.h"

#define CHUNK_BYTES 12 /* around what a chunk holds: length, type, sum */

static void put_word(struct strbuf *b, uint32_t word)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        strbuf_putc(b, (char)(word >> shift & 255));
}

static void put_chunk(struct strbuf *b, struct str type, struct str body)
{
    put_word(b, (uint32_t)body.n);
    size_t from = b->n;
    strbuf_put(b, type);
    strbuf_put(b, body);
    put_word(b, (uint32_t)crc32(0, (const Bytef *)b->p + from, (uInt)(b->n - from)));
}

/* How large the page is meant: dots a metre. */
static void put_size(struct strbuf *b, struct arena *a, int ppi)
{
    struct strbuf body = strbuf_at(a);
    uint32_t metre = (uint32_t)((ppi * INT64_C(10000) + 127) / 254);
    put_word(&body, metre);
    put_word(&body, metre);
    strbuf_putc(&body, 1);
    put_chunk(b, S("pHYs"), strbuf_str(&body));
}

static recto_status draw_image(struct arena *a, struct canvas *canvas,
                               const struct display *display, const struct op *op,
                               struct diags *d)
{
    const struct image *image = display->images.at[op->image];
    struct bitmap bitmap = bitmap_read(a, image);
    if (bitmap.fault)
        return diag_fail(d, D_O0103, RECTO_BAD_INPUT, (struct span){0},
                         "cannot show “%.*s”: %s", STR(image->name), bitmap.fault);
    canvas_image(canvas, op, &bitmap);
    return RECTO_OK;
}

static recto_status draw(struct arena *a, struct canvas *canvas,
                         const struct display *display, size_t page, struct diags *d)
{
    const struct display_page *p = &display->pages.at[page];
    for (size_t i = 0; i < p->ops.n; i++) {
        const struct op *op = &p->ops.at[i];
        if (op->kind == OP_GLYPHS)
            canvas_glyphs(canvas, op);
        else if (op->kind == OP_PATH)
            canvas_path(canvas, op);
        else if (op->kind == OP_IMAGE)
            RECTO_TRY(draw_image(a, canvas, display, op, d));
    }
    return RECTO_OK;
}

/* Rows as PNG has them, none of them filtered: what is mostly paper with letters on it deflates to
 * two thirds of what the differences between dots or rows would. */
static struct str rows_of(struct arena *a, const struct bitmap *b, size_t channels)
{
    size_t w = (size_t)b->width, h = (size_t)b->height;
    char *rows = arena_array(a, h, w * channels + 1), *to = rows;
    for (size_t y = 0; y < h; y++) {
        to++; /* the filter: 0, none */
        for (size_t x = 0; x < w; x++)
            for (size_t c = 0; c < channels; c++)
                *to++ = (char)b->rgba[(y * w + x) * 4 + c];
    }
    return (struct str){rows, (size_t)(to - rows)};
}

static struct str header_of(struct arena *a, const struct bitmap *b, bool grey)
{
    struct strbuf body = strbuf_at(a);
    put_word(&body, (uint32_t)b->width);
    put_word(&body, (uint32_t)b->height);
    strbuf_putc(&body, 8);            /* bits of a sample */
    strbuf_putc(&body, grey ? 0 : 2); /* of one grey, or of red, green and blue */
    for (int i = 0; i < 3; i++)       /* deflated, filtered as usual, not interlaced */
        strbuf_putc(&body, 0);
    return strbuf_str(&body);
}

/* The end of the file: a comment that is the mark of all before it. */
static void put_end(struct strbuf *b, struct arena *a, struct str mark)
{
    struct strbuf body = strbuf_at(a);
    strbuf_put(&body, S("Comment"));
    strbuf_putc(&body, 0);
    strbuf_put(&body, mark);
    put_chunk(b, S("tEXt"), strbuf_str(&body));
    put_chunk(b, S("IEND"), S(""));
}

/* False where memory is out. */
static bool put_file(struct arena *a, const struct bitmap *drawn, int ppi,
                     struct strbuf *into)
{
    bool grey = bitmap_is_grey(drawn);
    struct deflater *z = deflater_new(a, false);
    struct str data = deflate_zlib(z, a, rows_of(a, drawn, grey ? 1 : 3));
    strbuf_put(into, S("\x89PNG\r\n\x1A\n"));
    put_chunk(into, S("IHDR"), header_of(a, drawn, grey));
    put_chunk(into, S("sRGB"), S("\0"));
    put_size(into, a, ppi);
    put_chunk(into, S("IDAT"), data);
    return !deflater_failed(z);
}

recto_status png_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d)
{
    const struct display_page *page = &display->pages.at[options->page];
    struct canvas *canvas;
    RECTO_TRY(canvas_new(a, page, options->ppi, &canvas, d));
    RECTO_TRY(draw(a, canvas, display, options->page, d));
    struct bitmap drawn = canvas_done(canvas);
    size_t start = into->n;
    if (!put_file(a, &drawn, options->ppi, into))
        arena_give_up(a);
    struct str before = str_sub(strbuf_str(into), start, into->n);
    put_end(into, a, mark_of(a, display, options, before));
    return RECTO_OK;
}

/* What stands behind the mark is its sum and the end of the file, and nothing else. */
size_t png_is_of(struct arena *a, struct str bytes, uint64_t input_hash, size_t page)
{
    struct strbuf end = strbuf_at(a);
    size_t n = CHUNK_BYTES + S("Comment").n + 1 + MARK_BYTES + CHUNK_BYTES;
    if (bytes.n < n)
        return 0;
    size_t at = bytes.n - n, mark_at = at + 8 + S("Comment").n + 1;
    struct str mark = str_sub(bytes, mark_at, mark_at + MARK_BYTES);
    put_end(&end, a, mark);
    if (!str_eq(str_sub(bytes, at, bytes.n), strbuf_str(&end)))
        return 0;
    return mark_read(a, str_sub(bytes, 0, at), mark, input_hash, page);
}
