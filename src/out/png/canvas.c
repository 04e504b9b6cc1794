/* SPDX-License-Identifier: MIT */
/* out/png/canvas.c — the door to cairo. Letters are drawn as outlines: hinted by nobody, each stands where
 * the layout put it. */
#include "out/png/canvas.h"

#include <cairo/cairo.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"
#include "base/library.h"
#include "base/map.h"
#include "text/outline.h"

/* Dots of a page: A4 at 600 in an inch has 35 million, and each takes ten bytes in all. */
#define PAGE_DOTS_MAX ((size_t)40 << 20)

/* cairo brings thirteen libraries, among them those of a window system, and loading them takes one
 * millisecond of the fifteen of a run. Few runs write dots, so it is loaded by them alone. */
#define CALLS                              \
    X(cairo_close_path)                    \
    X(cairo_create)                        \
    X(cairo_curve_to)                      \
    X(cairo_destroy)                       \
    X(cairo_fill)                          \
    X(cairo_fill_preserve)                 \
    X(cairo_format_stride_for_width)       \
    X(cairo_get_current_point)             \
    X(cairo_get_source)                    \
    X(cairo_image_surface_create_for_data) \
    X(cairo_line_to)                       \
    X(cairo_move_to)                       \
    X(cairo_new_path)                      \
    X(cairo_paint)                         \
    X(cairo_pattern_set_extend)            \
    X(cairo_rectangle)                     \
    X(cairo_restore)                       \
    X(cairo_save)                          \
    X(cairo_scale)                         \
    X(cairo_set_dash)                      \
    X(cairo_set_line_width)                \
    X(cairo_set_source_rgb)                \
    X(cairo_set_source_surface)            \
    X(cairo_status)                        \
    X(cairo_stroke_preserve)               \
    X(cairo_surface_destroy)               \
    X(cairo_surface_flush)                 \
    X(cairo_translate)

struct calls {
#define X(name) __typeof__(name) *(name);
    CALLS
#undef X
};

static const struct library_call call_rows[] = {
#define X(name) {#name, offsetof(struct calls, name)},
    CALLS
#undef X
};

struct canvas {
    struct calls call;
    struct arena *a;
    cairo_surface_t *surface;
    cairo_t *cairo;
    unsigned char *dots; /* cairo's: 32 bits each, as the machine has them */
    int width, height;
    double scale; /* dots an mpt */
    struct map shapes;
};

/* One outline of one glyph; found by the key. */
struct shape {
    struct {
        const struct face *face;
        uint64_t glyph; /* as wide as a pointer: no padding in the key */
    } key;
    struct outline outline;
};

static void done(void *canvas)
{
    struct canvas *c = canvas;
    if (c->cairo)
        c->call.cairo_destroy(c->cairo);
    if (c->surface)
        c->call.cairo_surface_destroy(c->surface);
}

/* Dots that `length` needs, the last one perhaps in part. */
static int dots_of(mpt length, int ppi)
{
    int64_t inch = INT64_C(72) * MPT_PER_PT;
    return (int)(((int64_t)length * ppi + inch - 1) / inch);
}

/* After its first failure cairo does nothing more; whatever it was is taken for a lack of
 * memory. */
static void check(struct canvas *c)
{
    if (c->call.cairo_status(c->cairo) != CAIRO_STATUS_SUCCESS)
        arena_give_up(c->a);
}

recto_status canvas_new(struct arena *a, const struct display_page *page, int ppi,
                        struct canvas **out, struct diags *d)
{
    int64_t inch = INT64_C(72) * MPT_PER_PT;
    int width = dots_of(page->width, ppi), height = dots_of(page->height, ppi);
    if (width <= 0 || height <= 0 || (size_t)height > PAGE_DOTS_MAX / (size_t)width)
        return diag_fail(d, D_O0105, RECTO_USAGE, (struct span){0},
                         "a page would have too many dots at %d in an inch", ppi);
    struct canvas *c = arena_make(a, struct canvas);
    *c = (struct canvas){.a = a, .width = width, .height = height};
    if (!library_load(RECTO_CAIRO, call_rows, countof(call_rows), &c->call))
        return diag_fail(d, D_O0107, RECTO_WORLD, (struct span){0}, "%s cannot be loaded",
                         RECTO_CAIRO);
    c->scale = (double)ppi / (double)inch;
    int stride = c->call.cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width);
    c->dots = arena_array(a, (size_t)height, (size_t)stride);
    c->surface = c->call.cairo_image_surface_create_for_data(c->dots, CAIRO_FORMAT_RGB24,
                                                             width, height, stride);
    arena_defer(a, done, c);
    c->cairo = c->call.cairo_create(c->surface);
    c->call.cairo_set_source_rgb(c->cairo, 1, 1, 1);
    c->call.cairo_paint(c->cairo);
    check(c);
    *out = c;
    return RECTO_OK;
}

static void set_colour(struct canvas *c, uint32_t rgb)
{
    c->call.cairo_set_source_rgb(c->cairo, (rgb >> 16 & 255) / 255.0,
                                 (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

/* --- glyphs ------------------------------------------------------------------------------------ */

static const struct outline *outline_of(struct canvas *c, const struct face *face,
                                        uint32_t glyph)
{
    struct shape wanted = {
        .key = {face, glyph}
    };
    struct str key = {(const char *)&wanted.key, sizeof wanted.key};
    struct shape *shape = map_find(&c->shapes, key);
    if (!shape) {
        shape = arena_copy(c->a, &wanted, sizeof wanted);
        shape->outline = face_outline(c->a, face, glyph);
        key.p = (const char *)&shape->key;
        map_put(c->a, &c->shapes, key, shape);
    }
    return &shape->outline;
}

/* cairo knows cubic curves only. */
static void put_quad(struct canvas *c, const double x[], const double y[])
{
    double fx, fy;
    c->call.cairo_get_current_point(c->cairo, &fx, &fy);
    c->call.cairo_curve_to(c->cairo, fx + 2 * (x[0] - fx) / 3, fy + 2 * (y[0] - fy) / 3,
                           x[1] + 2 * (x[0] - x[1]) / 3, y[1] + 2 * (y[0] - y[1]) / 3, x[1],
                           y[1]);
}

/* Put the outline at (left, base), in its own units. */
static void put_outline(struct canvas *c, const struct outline *outline, double left,
                        double base)
{
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_step *s = &outline->steps[i];
        double x[3], y[3];
        for (int k = 0; k < outline_points(s->verb); k++) {
            x[k] = left + s->p[k].x;
            y[k] = base + s->p[k].y;
        }
        switch (s->verb) {
        case OUTLINE_MOVE:
            c->call.cairo_move_to(c->cairo, x[0], y[0]);
            break;
        case OUTLINE_LINE:
            c->call.cairo_line_to(c->cairo, x[0], y[0]);
            break;
        case OUTLINE_QUAD:
            put_quad(c, x, y);
            break;
        case OUTLINE_CURVE:
            c->call.cairo_curve_to(c->cairo, x[0], y[0], x[1], y[1], x[2], y[2]);
            break;
        case OUTLINE_CLOSE:
            c->call.cairo_close_path(c->cairo);
            break;
        }
    }
}

void canvas_glyphs(struct canvas *c, const struct op *op)
{
    const struct piece *piece = &op->piece;
    double em = (double)face_info(piece->face)->upem * OUTLINE_UNIT;
    double up = piece->size / em, along = up * piece->expansion / 1000;
    int64_t units = 0, spaces = 0;
    if (piece->glyph_count == 0 || !(along > 0))
        return;
    c->call.cairo_save(c->cairo);
    c->call.cairo_scale(c->cairo, c->scale, c->scale);
    c->call.cairo_translate(c->cairo, op->x, op->y);
    c->call.cairo_scale(c->cairo, along, -up);
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        const struct glyph *glyph = &piece->glyphs[i];
        double x = (double)((units + glyph->dx) * OUTLINE_UNIT) +
                   (double)(spaces * piece->word_space) / along;
        put_outline(c, outline_of(c, piece->face, glyph->id), x,
                    (double)glyph->dy * OUTLINE_UNIT);
        units += glyph->advance;
        spaces += glyph->glue != GLUE_NONE;
    }
    set_colour(c, op->colour);
    c->call.cairo_fill(c->cairo);
    c->call.cairo_restore(c->cairo);
    check(c);
}

/* --- paths ------------------------------------------------------------------------------------- */

static void put_step(struct canvas *c, const struct path_step *s)
{
    switch (s->verb) {
    case PATH_MOVE:
        c->call.cairo_move_to(c->cairo, s->p[0].x, s->p[0].y);
        break;
    case PATH_LINE:
        c->call.cairo_line_to(c->cairo, s->p[0].x, s->p[0].y);
        break;
    case PATH_CURVE:
        c->call.cairo_curve_to(c->cairo, s->p[0].x, s->p[0].y, s->p[1].x, s->p[1].y,
                               s->p[2].x, s->p[2].y);
        break;
    case PATH_CLOSE:
        c->call.cairo_close_path(c->cairo);
        break;
    }
}

/* What is thinner than a dot is drawn as a pale line, not as none: cairo does so by itself. */
static void stroke(struct canvas *c, const struct path *path)
{
    double dashes[] = {path->dash, path->dash_gap};
    set_colour(c, path->stroke);
    c->call.cairo_set_line_width(c->cairo, path->width);
    c->call.cairo_set_dash(c->cairo, dashes, path->dash > 0 ? 2 : 0, 0);
    c->call.cairo_stroke_preserve(c->cairo);
}

void canvas_path(struct canvas *c, const struct op *op)
{
    const struct path *path = op->path;
    c->call.cairo_save(c->cairo);
    c->call.cairo_scale(c->cairo, c->scale, c->scale);
    c->call.cairo_translate(c->cairo, op->x, op->y);
    for (size_t i = 0; i < path->count; i++)
        put_step(c, &path->steps[i]);
    if (path->fill != NO_COLOUR) {
        set_colour(c, path->fill);
        c->call.cairo_fill_preserve(c->cairo);
    }
    if (path->stroke != NO_COLOUR)
        stroke(c, path);
    c->call.cairo_new_path(c->cairo);
    c->call.cairo_restore(c->cairo);
    check(c);
}

/* --- pictures ---------------------------------------------------------------------------------- */

/* cairo's dots: a number of 32 bits each, opacity first, colours multiplied by it. In place. */
static void to_cairo(unsigned char *at, size_t n)
{
    for (size_t i = 0; i < n; i++, at += 4) {
        uint32_t opaque = at[3], dot = opaque;
        for (size_t c = 0; c < 3; c++)
            dot = dot << 8 | (at[c] * opaque + 127) / 255;
        memcpy(at, &dot, sizeof dot);
    }
}

/* Dots that are made fewer are averaged first: what cairo does for that depends on its version. */
static struct bitmap at_size(struct canvas *c, const struct op *op,
                             const struct bitmap *from)
{
    int w = (int)(op->w * c->scale + 1), h = (int)(op->h * c->scale + 1);
    if (w < from->width || h < from->height)
        return bitmap_shrink(c->a, from, w < from->width ? w : from->width,
                             h < from->height ? h : from->height);
    struct bitmap copy = *from;
    copy.rgba =
        arena_copy(c->a, from->rgba, (size_t)from->width * (size_t)from->height * 4);
    return copy;
}

void canvas_image(struct canvas *c, const struct op *op, const struct bitmap *bitmap)
{
    if (op->w <= 0 || op->h <= 0)
        return;
    struct bitmap b = at_size(c, op, bitmap);
    to_cairo(b.rgba, (size_t)b.width * (size_t)b.height);
    cairo_surface_t *picture = c->call.cairo_image_surface_create_for_data(
        b.rgba, CAIRO_FORMAT_ARGB32, b.width, b.height, b.width * 4);
    c->call.cairo_save(c->cairo);
    c->call.cairo_scale(c->cairo, c->scale, c->scale);
    c->call.cairo_translate(c->cairo, op->x, op->y);
    c->call.cairo_scale(c->cairo, (double)op->w / b.width, (double)op->h / b.height);
    c->call.cairo_set_source_surface(c->cairo, picture, 0, 0);
    c->call.cairo_pattern_set_extend(c->call.cairo_get_source(c->cairo),
                                     CAIRO_EXTEND_PAD); /* sharp edges */
    c->call.cairo_rectangle(c->cairo, 0, 0, b.width, b.height);
    c->call.cairo_fill(c->cairo);
    c->call.cairo_restore(c->cairo);
    c->call.cairo_surface_destroy(picture);
    check(c);
}

/* --- what is drawn ----------------------------------------------------------------------------- */

struct bitmap canvas_done(struct canvas *c)
{
    c->call.cairo_surface_flush(c->surface);
    check(c);
    size_t n = (size_t)c->width * (size_t)c->height;
    unsigned char *at =
        c->dots; /* a dot has four bytes here and there; rows have no gaps */
    for (size_t i = 0; i < n; i++, at += 4) {
        uint32_t dot;
        memcpy(&dot, at, sizeof dot);
        at[0] = (unsigned char)(dot >> 16);
        at[1] = (unsigned char)(dot >> 8);
        at[2] = (unsigned char)dot;
        at[3] = 255;
    }
    return (struct bitmap){
        .width = c->width, .height = c->height, .rgba = c->dots, .opaque = true};
}
