/* SPDX-License-Identifier: MIT */
/* out/svg/svg.c — one page as SVG 1.1: drawn as outlines, so that it looks the same everywhere, with
 * the words above them unseen. */
#include "out/svg/svg.h"

#include "out/mark.h"
#include "out/put.h"
#include "out/rows.h"

void svg_length(struct svg *svg, const char *name, mpt value)
{
    strbuf_fmt(svg->out, " %s=\"", name);
    put_decimal(svg->out, value, 3);
    strbuf_putc(svg->out, '"');
}

void svg_text(struct svg *svg, const char *name, struct str value)
{
    if (str_empty(value))
        return;
    strbuf_fmt(svg->out, " %s=\"", name);
    put_xml(svg->out, value);
    strbuf_putc(svg->out, '"');
}

struct str svg_name(struct arena *a, uint64_t hash)
{
    static const char digits[] =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
    char name[7] = {'r'};
    for (size_t i = 1; i < sizeof name; i++, hash >>= 6)
        name[i] = digits[hash & 63];
    return str_dup(a, (struct str){name, sizeof name});
}

/* --- paths ------------------------------------------------------------------------------------- */

static void put_point(struct strbuf *b, mpt x, mpt y)
{
    put_decimal(b, x, 3);
    strbuf_putc(b, ' ');
    put_decimal(b, y, 3);
}

static void put_steps(struct strbuf *b, const struct op *op)
{
    for (size_t i = 0; i < op->path->count; i++) {
        const struct path_step *step = &op->path->steps[i];
        int points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        strbuf_putc(b, "MLCZ"[step->verb]);
        for (int k = 0; k < points; k++) {
            if (k)
                strbuf_putc(b, ' ');
            put_point(b, op->x + step->p[k].x, op->y + step->p[k].y);
        }
    }
}

static void put_paint(struct strbuf *b, const char *name, uint32_t rgb)
{
    strbuf_fmt(b, " %s=\"", name);
    if (rgb == NO_COLOUR)
        strbuf_put(b, S("none"));
    else
        put_colour(b, rgb);
    strbuf_putc(b, '"');
}

static void put_stroke(struct svg *svg, const struct path *path)
{
    put_paint(svg->out, "stroke", path->stroke);
    svg_length(svg, "stroke-width", path->width);
    if (path->dash <= 0)
        return;
    strbuf_put(svg->out, S(" stroke-dasharray=\""));
    put_point(svg->out, path->dash, path->dash_gap);
    strbuf_putc(svg->out, '"');
}

static void put_path(struct svg *svg, const struct op *op)
{
    const struct path *path = op->path;
    if (path->count == 0 || (path->fill == NO_COLOUR && path->stroke == NO_COLOUR))
        return;
    strbuf_put(svg->out, S("<path"));
    put_paint(svg->out, "fill", path->fill);
    if (path->stroke != NO_COLOUR)
        put_stroke(svg, path);
    strbuf_put(svg->out, S(" d=\""));
    put_steps(svg->out, op);
    strbuf_put(svg->out, S("\"/>\n"));
}

/* --- the page ---------------------------------------------------------------------------------- */

/* What is seen. Miters end where PDF's do; SVG's own limit is 4. */
static recto_status put_drawing(struct svg *svg)
{
    const struct display_page *page = svg->page;
    strbuf_put(svg->out, S("<g aria-hidden=\"true\" stroke-miterlimit=\"10\">\n"
                           "<rect fill=\"#ffffff\""));
    svg_length(svg, "width", page->width);
    svg_length(svg, "height", page->height);
    strbuf_put(svg->out, S("/>\n"));
    for (size_t i = 0; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        if (op->kind == OP_GLYPHS)
            svg_glyphs(svg, op);
        else if (op->kind == OP_PATH)
            put_path(svg, op);
        else if (op->kind == OP_IMAGE)
            RECTO_TRY(svg_image(svg, op));
    }
    strbuf_put(svg->out, S("</g>\n"));
    return RECTO_OK;
}

static void put_head(struct svg *svg)
{
    struct strbuf *b = svg->out;
    const struct display *display = svg->display;
    strbuf_put(b,
               S("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                 "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\""));
    put_decimal(b, svg->page->width, 3);
    strbuf_put(b, S("pt\" height=\""));
    put_decimal(b, svg->page->height, 3);
    strbuf_put(b, S("pt\" viewBox=\"0 0 "));
    put_point(b, svg->page->width, svg->page->height);
    strbuf_put(b, S("\" role=\"graphics-document document\""));
    svg_text(svg, "lang", display->lang);
    svg_text(svg, "xml:lang", display->lang);
    strbuf_put(b, S(">\n<title>"));
    put_xml(b, display->title);
    if (display->pages.n > 1)
        strbuf_fmt(b, " (%zu/%zu)", svg->index + 1, display->pages.n);
    strbuf_put(b, S("</title>\n"));
}

recto_status svg_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d)
{
    struct strbuf drawing = strbuf_at(a);
    struct svg svg = {
        .a = a,
        .display = display,
        .page = &display->pages.at[options->page],
        .index = options->page,
        .out = &drawing,
        .defs = strbuf_at(a),
        .d = d,
    };
    RECTO_TRY(put_drawing(&svg));
    svg.out = into;
    size_t start = into->n;
    put_head(&svg);
    if (svg.defs.n > 0) {
        strbuf_put(into, S("<defs>\n"));
        strbuf_put(into, strbuf_str(&svg.defs));
        strbuf_put(into, S("</defs>\n"));
    }
    strbuf_put(into, strbuf_str(&drawing));
    svg_words(&svg);
    strbuf_put(into, S("</svg>\n<!-- "));
    struct str before = str_sub(strbuf_str(into), start, into->n);
    strbuf_put(into, mark_of(a, display, options, before));
    strbuf_put(into, S(" -->\n"));
    return RECTO_OK;
}

size_t svg_is_of(struct arena *a, struct str bytes, uint64_t input_hash, size_t page)
{
    size_t end = MARK_BYTES + S(" -->\n").n;
    if (bytes.n < end || !str_ends(bytes, S(" -->\n")))
        return 0;
    size_t at = bytes.n - end;
    return mark_read(a, str_sub(bytes, 0, at), str_sub(bytes, at, at + MARK_BYTES),
                     input_hash, page);
}
