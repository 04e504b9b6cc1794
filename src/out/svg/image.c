/* SPDX-License-Identifier: MIT */
/* out/svg/image.c — pictures as data: addresses, without what their files say besides. */
#include "out/pdf/image.h"

#include "base/arena.h"
#include "out/put.h"
#include "out/svg/svg.h"

static void put_base64(struct strbuf *b, struct str bytes)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < bytes.n; i += 3) {
        uint32_t group = 0;
        size_t n = bytes.n - i < 3 ? bytes.n - i : 3;
        for (size_t k = 0; k < 3; k++)
            group = group << 8 | (k < n ? (unsigned char)bytes.p[i + k] : 0);
        for (size_t k = 0; k < 4; k++)
            strbuf_putc(b, k <= n ? digits[group >> (18 - 6 * k) & 63] : '=');
    }
}

/* Maps pixels, from the top left, to the page; the same as in a PDF, where y runs upwards in a unit
 * square. */
static void put_matrix(struct svg *svg, const struct op *op, const struct pixels *p)
{
    const int *m = image_matrix(p->orientation);
    const int64_t w = (int64_t)op->w * 1000000, h = (int64_t)op->h * 1000000;
    const int64_t scales[] = {w * m[0] / p->width, -h * m[1] / p->width,
                              -w * m[2] / p->height, h * m[3] / p->height};
    struct strbuf *b = svg->out;
    strbuf_put(b, S(" transform=\"matrix("));
    for (size_t i = 0; i < countof(scales); i++) {
        put_decimal(b, scales[i], 9);
        strbuf_putc(b, ' ');
    }
    put_decimal(b, op->x + op->w * (m[2] + m[4]), 3);
    strbuf_putc(b, ' ');
    put_decimal(b, op->y + op->h * (1 - m[3] - m[5]), 3);
    strbuf_put(b, S(")\""));
}

recto_status svg_image(struct svg *svg, const struct op *op)
{
    const struct image *image = svg->display->images.at[op->image];
    bool png = image->format == IMAGE_PNG;
    struct pixels p =
        png ? png_public(svg->a, image->bytes) : jpeg_read(svg->a, image->bytes);
    if (p.fault)
        return diag_fail(svg->d, D_O0103, RECTO_BAD_INPUT, (struct span){0},
                         "cannot show “%.*s”: %s", STR(image->name), p.fault);
    struct strbuf *b = svg->out;
    strbuf_fmt(b, "<image width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\"", p.width,
               p.height);
    put_matrix(svg, op, &p);
    strbuf_fmt(b, " xlink:href=\"data:image/%s;base64,", png ? "png" : "jpeg");
    put_base64(b, p.data);
    strbuf_put(b, S("\"/>\n"));
    return RECTO_OK;
}
