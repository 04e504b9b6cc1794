/* SPDX-License-Identifier: MIT */
/* out/svg/glyphs.c — glyph runs as references to outlines that stand in the file once. */
#include "base/arena.h"
#include "out/put.h"
#include "out/svg/svg.h"
#include "text/outline.h"

/* The outline of one glyph of one face. */
struct shape {
    struct {
        const struct face *face;
        uint64_t glyph; /* as wide as a pointer: no padding in the key */
    } key;
    struct str name; /* its id; empty: nothing is to be drawn */
};

/* A number behind another one or behind a letter: a minus parts them as well as a space does. */
static void put_next(struct strbuf *b, int32_t value, bool first)
{
    if (!first && value >= 0)
        strbuf_putc(b, ' ');
    put_decimal(b, value, 1);
}

/* Relative to the point before it, which makes short numbers. */
static void put_step(struct strbuf *b, const struct outline_step *step,
                     struct outline_point from)
{
    int points = outline_points(step->verb);
    strbuf_putc(b, "MlqcZ"[step->verb]);
    for (int i = 0; i < points; i++) {
        put_next(b, step->p[i].x - from.x, i == 0);
        put_next(b, step->p[i].y - from.y, false);
    }
}

static struct str path_data(struct arena *a, const struct outline *outline)
{
    static const struct outline_point origin = {0, 0};
    struct strbuf b = strbuf_at(a);
    struct outline_point at = origin;
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_step *step = &outline->steps[i];
        int points = outline_points(step->verb);
        put_step(&b, step, step->verb == OUTLINE_MOVE ? origin : at);
        if (points > 0)
            at = step->p[points - 1];
    }
    return strbuf_str(&b);
}

/* An id for `data`, and the outline under it among the definitions, unless it is there. */
static struct str define(struct svg *svg, struct str data)
{
    for (uint64_t hash = str_hash(data, 0);; hash++) {
        struct str name = svg_name(svg->a, hash);
        struct str *there = map_find(&svg->names, name);
        if (there && str_eq(*there, data))
            return name;
        if (there) /* the next name */
            continue;
        there = arena_copy(svg->a, &data, sizeof data);
        map_put(svg->a, &svg->names, name, there);
        strbuf_fmt(&svg->defs, "<path id=\"%.*s\" d=\"%.*s\"/>\n", STR(name), STR(data));
        return name;
    }
}

static const struct shape *shape_of(struct svg *svg, const struct face *face,
                                    uint32_t glyph)
{
    struct shape wanted = {
        .key = {face, glyph}
    };
    struct str key = {(const char *)&wanted.key, sizeof wanted.key};
    struct shape *shape = map_find(&svg->shapes, key);
    if (shape)
        return shape;
    shape = arena_copy(svg->a, &wanted, sizeof wanted);
    key.p = (const char *)&shape->key;
    map_put(svg->a, &svg->shapes, key, shape);
    struct outline outline = face_outline(svg->a, face, glyph);
    if (outline.count > 0)
        shape->name = define(svg, path_data(svg->a, &outline));
    return shape;
}

/* The places of glyphs are in font units: the group scales them to points. */
static void open_group(struct svg *svg, const struct op *op)
{
    const struct piece *piece = &op->piece;
    int64_t upem = face_info(piece->face)->upem;
    int64_t size = (int64_t)piece->size * 1000000; /* [billionths of a point] */
    struct strbuf *b = svg->out;
    strbuf_put(b, S("<g fill=\""));
    put_colour(b, op->colour);
    strbuf_put(b, S("\" transform=\"matrix("));
    put_decimal(b, size / 1000 * piece->expansion / upem, 9);
    strbuf_put(b, S(" 0 0 "));
    put_decimal(b, -size / upem, 9);
    strbuf_putc(b, ' ');
    put_decimal(b, op->x, 3);
    strbuf_putc(b, ' ');
    put_decimal(b, op->y, 3);
    strbuf_put(b, S(")\">"));
}

static void put_use(struct svg *svg, struct str name, int64_t x, int64_t y)
{
    struct strbuf *b = svg->out;
    strbuf_fmt(b, "<use xlink:href=\"#%.*s\"", STR(name));
    if (x) {
        strbuf_put(b, S(" x=\""));
        put_decimal(b, x, 1);
        strbuf_putc(b, '"');
    }
    if (y) {
        strbuf_put(b, S(" y=\""));
        put_decimal(b, y, 1);
        strbuf_putc(b, '"');
    }
    strbuf_put(b, S("/>"));
}

void svg_glyphs(struct svg *svg, const struct op *op)
{
    const struct piece *piece = &op->piece;
    int64_t upem = face_info(piece->face)->upem, units = 0, spaces = 0;
    int64_t em = (int64_t)piece->size * piece->expansion;
    if (piece->glyph_count == 0 || em <= 0)
        return;
    open_group(svg, op);
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        const struct glyph *glyph = &piece->glyphs[i];
        const struct shape *shape = shape_of(svg, piece->face, glyph->id);
        /* word_space is millipoints on the page: over size and expansion it is font units */
        int64_t x = (units + glyph->dx) * OUTLINE_UNIT +
                    spaces * piece->word_space * upem * OUTLINE_UNIT * 1000 / em;
        if (!str_empty(shape->name))
            put_use(svg, shape->name, x, glyph->dy * (int64_t)OUTLINE_UNIT);
        units += glyph->advance;
        spaces += glyph->glue != GLUE_NONE;
    }
    strbuf_put(svg->out, S("</g>\n"));
}
