/* SPDX-License-Identifier: MIT */
/* out/pdf/content.c — marked content and colours in a content stream. */
#include "out/pdf/content.h"

#include "out/put.h"

#define NO_TEXT_STATE UINT32_MAX

static bool is_artifact(uint32_t tag)
{
    return tag > TAG_REAL_MAX;
}

void content_end_text(struct content *c)
{
    if (c->in_text)
        strbuf_put(&c->out, S("ET\n"));
    c->in_text = false;
}

void content_close(struct content *c)
{
    content_end_text(c);
    if (c->in_running)
        strbuf_put(&c->out, S("EMC\n"));
    if (c->open)
        strbuf_put(&c->out, S("EMC\n"));
    c->open = c->in_running = false;
    c->in_aside = false;
    c->aside = (struct aside){0};
}

void content_whole(struct content *c, const struct tag *whole)
{
    if (c->whole == whole)
        return;
    content_close(c);
    if (c->whole)
        strbuf_put(&c->out, S("EMC\n"));
    c->whole = whole;
    if (!whole)
        return;
    strbuf_put(&c->out, S("/Span<</ActualText<FEFF"));
    put_utf16(&c->out, whole->actual);
    strbuf_put(&c->out, S(">>>BDC\n"));
}

static uint32_t next_mcid(struct content *c)
{
    vec_push(c->pdf->a, &c->sheet->owners, c->tag);
    return (uint32_t)c->sheet->owners.n - 1;
}

/* What the whole drawing of a figure says, where it is one piece: the words in it stand where there
 * was room, and readers of a page's text would take them in that order. NULL for all else. */
static const struct str *drawing_says(const struct content *c)
{
    if (is_artifact(c->tag))
        return NULL;
    const struct tag *tag = c->pdf->display->tags.at[c->tag];
    return tree_is_drawing(&c->pdf->tree, tag) ? &tag->actual : NULL;
}

/* What stands in the margins is a head or a foot (ISO 32000-1, table 330); the head of a table that is
 * repeated is neither. */
static const char *attached(const struct content *c)
{
    mpt margin = c->page->height / 10;
    if (c->running_y < margin)
        return "/Subtype/Header/Attached[/Top]";
    return c->running_y > c->page->height - margin ? "/Subtype/Footer/Attached[/Bottom]"
                                                   : "";
}

/* A running foot is said as one line from edge to edge. To poppler a title at the left and a number
 * at the right are the ends of two columns, and it reads what stands above them in columns as
 * well: heads in the margin first, their texts behind. */
static void begin_artifact(struct content *c)
{
    struct strbuf *b = &c->out;
    bool running = c->tag == TAG_PAGINATION;
    strbuf_fmt(b, "/Artifact<</Type/%s%s>>BDC\n", running ? "Pagination" : "Layout",
               running ? attached(c) : "");
    if (!running || str_empty(c->running))
        return;
    strbuf_put(b, S("/Span<</ActualText<FEFF"));
    put_utf16(b, c->running);
    strbuf_put(b, S(">>>BDC\n"));
    c->in_running = true;
    c->running = (struct str){NULL, 0}; /* said once */
}

/* A Span inside the element's marked content would be natural, but poppler's structure reader
 * drops all text behind the inner end. So each Span is marked content of its own, and all of them
 * belong to the element. */
static void begin(struct content *c, struct aside aside)
{
    struct strbuf *b = &c->out;
    bool spanned = aside.actual || !str_empty(aside.lang);
    c->open = true;
    c->in_aside = spanned;
    c->aside = aside;
    if (is_artifact(c->tag)) {
        begin_artifact(c);
        return;
    }
    const struct tag *tag = c->pdf->display->tags.at[c->tag];
    strbuf_fmt(b, "/%s<</MCID %u", spanned ? "Span" : tag_name(tag->role), next_mcid(c));
    if (!str_empty(aside.lang))
        put_key_text(b, "Lang", aside.lang);
    if (aside.actual) {
        strbuf_put(b, S("/ActualText<FEFF"));
        put_utf16(b, *aside.actual);
        strbuf_putc(b, '>');
    }
    strbuf_put(b, S(">>BDC\n"));
}

void content_begin_artifact(struct content *c)
{
    if (drawing_says(c)) /* it says nothing more, and stays one piece */
        return;
    content_close(c);
    c->open = true;
    strbuf_put(&c->out, S("/Artifact<</Type/Layout>>BDC\n"));
}

void content_end_artifact(struct content *c)
{
    if (!drawing_says(c))
        content_close(c);
}

void content_open(struct content *c, struct aside aside)
{
    const struct str *whole = drawing_says(c);
    if (whole || is_artifact(c->tag))
        aside = (struct aside){.actual = whole};
    if (c->whole) /* which says it already: poppler forgets an outer text over an inner one */
        aside.actual = NULL;
    if (str_eq(aside.lang, c->tag_lang))
        aside.lang = (struct str){0};
    bool same = aside.actual == c->aside.actual && str_eq(aside.lang, c->aside.lang);
    if (c->open && same)
        return;
    content_close(c);
    begin(c, aside);
}

/* A channel of 0…255 as 0…1 with three decimals. */
static void put_channel(struct strbuf *b, uint32_t rgb, int shift)
{
    put_decimal(b, mpt_scale(rgb >> shift & 255, 1000, 255), 3);
    strbuf_putc(b, ' ');
}

static void put_paint(struct strbuf *b, uint32_t rgb, const char *grey, const char *colour)
{
    put_channel(b, rgb, 16);
    bool is_grey = (rgb >> 16 & 255) == (rgb & 255) && (rgb >> 8 & 255) == (rgb & 255);
    if (!is_grey) {
        put_channel(b, rgb, 8);
        put_channel(b, rgb, 0);
    }
    strbuf_fmt(b, "%s\n", is_grey ? grey : colour);
}

void content_fill(struct content *c, uint32_t colour)
{
    if (c->fill == colour)
        return;
    c->fill = colour;
    put_paint(&c->out, colour, "g", "rg");
}

/* --- paths ----------------------------------------------------------------------------------- */

static void set_stroke(struct content *c, const struct path *path)
{
    struct strbuf *b = &c->out;
    if (c->stroke != path->stroke)
        put_paint(b, path->stroke, "G", "RG");
    if (c->line_width != path->width) {
        put_length(b, path->width);
        strbuf_put(b, S("w\n"));
    }
    if (c->dash != path->dash || (path->dash && c->dash_gap != path->dash_gap)) {
        strbuf_putc(b, '[');
        if (path->dash) {
            put_length(b, path->dash);
            put_length(b, path->dash_gap);
        }
        strbuf_put(b, S("]0 d\n"));
    }
    c->stroke = path->stroke;
    c->line_width = path->width;
    c->dash = path->dash;
    c->dash_gap = path->dash_gap;
}

static void put_point(struct content *c, const struct op *op, struct point p)
{
    put_length(&c->out, op->x + p.x);
    put_length(&c->out, pdf_y(c->page, op->y + p.y));
}

/* True for four corners at right angles, closed: one operator instead of five. */
static bool is_rectangle(const struct path *path)
{
    const struct path_step *s = path->steps;
    if (path->count != 5 || s[0].verb != PATH_MOVE || s[4].verb != PATH_CLOSE)
        return false;
    for (int i = 1; i < 4; i++)
        if (s[i].verb != PATH_LINE)
            return false;
    bool across = s[0].p[0].y == s[1].p[0].y && s[1].p[0].x == s[2].p[0].x &&
                  s[2].p[0].y == s[3].p[0].y && s[3].p[0].x == s[0].p[0].x;
    bool down = s[0].p[0].x == s[1].p[0].x && s[1].p[0].y == s[2].p[0].y &&
                s[2].p[0].x == s[3].p[0].x && s[3].p[0].y == s[0].p[0].y;
    return across || down;
}

static void put_steps(struct content *c, const struct op *op)
{
    static const char *const operators[] = {"m\n", "l\n", "c\n", "h\n"};
    const struct path *path = op->path;
    if (is_rectangle(path)) {
        struct point a = path->steps[0].p[0], b = path->steps[2].p[0];
        put_point(c, op, (struct point){a.x, a.y});
        put_length(&c->out, b.x - a.x);
        put_length(&c->out, a.y - b.y);
        strbuf_put(&c->out, S("re\n"));
        return;
    }
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        int points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        for (int k = 0; k < points; k++)
            put_point(c, op, step->p[k]);
        strbuf_put(&c->out, str_from(operators[step->verb]));
    }
}

void content_path(struct content *c, const struct op *op)
{
    const struct path *path = op->path;
    bool fill = path->fill != NO_COLOUR, stroke = path->stroke != NO_COLOUR;
    if (path->count == 0 || (!fill && !stroke))
        return;
    content_end_text(c);
    content_open(c, (struct aside){0});
    if (fill)
        content_fill(c, path->fill);
    if (stroke)
        set_stroke(c, path);
    put_steps(c, op);
    strbuf_put(&c->out, fill && stroke ? S("B\n") : fill ? S("f\n") : S("S\n"));
}
