/* SPDX-License-Identifier: MIT */
/* out/trace.c — a display list as text, one fact a line; tests/golden/README.md describes
 * the format. */
#include "out/rows.h"

#include "out/put.h"

static void put_named(struct strbuf *b, const char *name, struct str value)
{
    if (str_empty(value))
        return;
    strbuf_fmt(b, "%s ", name);
    put_quoted(b, value);
    strbuf_putc(b, '\n');
}

static void put_numbers(struct strbuf *b, const mpt *lengths, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        strbuf_putc(b, ' ');
        put_pt(b, lengths[i]);
    }
}

static void put_field(struct strbuf *b, const char *name, struct str value)
{
    if (str_empty(value))
        return;
    strbuf_fmt(b, " %s=", name);
    put_quoted(b, value);
}

static void put_tag(struct strbuf *b, const struct display *display, size_t index)
{
    const struct tag *tag = display->tags.at[index];
    strbuf_fmt(b, "tag %zu ", index);
    for (const struct tag *up = tag->parent; up; up = up->parent)
        strbuf_put(b, S(". "));
    strbuf_fmt(b, "%s", tag_name(tag->role));
    put_field(b, "title", tag->title);
    put_field(b, "alt", tag->alt);
    put_field(b, "actual", tag->actual);
    put_field(b, "lang", tag->lang);
    put_field(b, "url", tag->url);
    put_field(b, "id", tag->id);
    if (tag->scope != SCOPE_NONE)
        strbuf_fmt(b, " scope=%s", tag->scope == SCOPE_ROW ? "row" : "column");
    if (tag->numbering != NUMBERING_NONE)
        strbuf_fmt(b, " numbering=%s",
                   tag->numbering == NUMBERING_DISC ? "disc" : "decimal");
    if (tag->columns > 1)
        strbuf_fmt(b, " columns=%d", tag->columns);
    if (tag->rows > 1)
        strbuf_fmt(b, " rows=%d", tag->rows);
    strbuf_putc(b, '\n');
}

static void put_path(struct strbuf *b, const struct op *op)
{
    const struct path *path = op->path;
    put_numbers(b, (mpt[]){op->x, op->y}, 2);
    if (path->fill != NO_COLOUR) {
        strbuf_put(b, S(" fill "));
        put_colour(b, path->fill);
    }
    if (path->stroke != NO_COLOUR) {
        strbuf_put(b, S(" stroke "));
        put_colour(b, path->stroke);
        put_numbers(b, &path->width, 1);
    }
    if (path->dash > 0) {
        strbuf_put(b, S(" dash"));
        put_numbers(b, (mpt[]){path->dash, path->dash_gap}, 2);
    }
    strbuf_put(b, S(" :"));
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        strbuf_fmt(b, " %c", "MLCZ"[step->verb]);
        size_t points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        for (size_t k = 0; k < points; k++)
            put_numbers(b, (mpt[]){step->p[k].x, step->p[k].y}, 2);
    }
}

static void put_glyphs(struct strbuf *b, const struct op *op, const struct op *before)
{
    const struct piece *piece = &op->piece;
    put_numbers(b, (mpt[]){op->x, op->y}, 2);
    strbuf_fmt(b, " f%u", op->font);
    put_numbers(b, (mpt[]){piece->size, piece->width}, 2);
    strbuf_putc(b, ' ');
    put_colour(b, op->colour);
    strbuf_fmt(b, " %ug ", piece->glyph_count);
    put_quoted(b, piece->text);
    if (piece->expansion != 1000)
        strbuf_fmt(b, " wide=%d", piece->expansion);
    if (piece->word_space != 0) {
        strbuf_put(b, S(" space="));
        put_pt(b, piece->word_space);
    }
    if (piece->rtl)
        strbuf_put(b, S(" rtl"));
    if (op->actual && before && before->actual == op->actual)
        strbuf_put(b, S(" says+"));
    else if (op->actual) {
        strbuf_put(b, S(" says="));
        put_quoted(b, *op->actual);
    }
}

static void put_owner(struct strbuf *b, const struct display *display, uint32_t tag)
{
    if (tag == TAG_ARTIFACT)
        strbuf_put(b, S(" artifact"));
    else if (tag == TAG_PAGINATION)
        strbuf_put(b, S(" pagination"));
    else
        strbuf_fmt(b, " %u %s", tag, tag_name(display->tags.at[tag]->role));
}

static void put_op(struct strbuf *b, const struct display *display, const struct op *op,
                   const struct op *before)
{
    static const char *const names[] = {
        [OP_GLYPHS] = "  text", [OP_PATH] = "  path",     [OP_IMAGE] = "  image",
        [OP_LINK] = "link",     [OP_TAG_BEGIN] = "begin", [OP_TAG_END] = "end",
    };
    strbuf_fmt(b, "%s", names[op->kind]);
    switch (op->kind) {
    case OP_GLYPHS:
        put_glyphs(b, op, before);
        break;
    case OP_PATH:
        put_path(b, op);
        break;
    case OP_IMAGE:
        put_numbers(b, (mpt[]){op->x, op->y, op->w, op->h}, 4);
        strbuf_fmt(b, " i%u", op->image);
        break;
    case OP_LINK:
        put_numbers(b, (mpt[]){op->x, op->y, op->w, op->h}, 4);
        put_owner(b, display, op->tag);
        put_field(b, "url", op->url);
        put_field(b, "says", op->text);
        break;
    case OP_TAG_BEGIN:
        put_owner(b, display, op->tag);
        break;
    case OP_TAG_END:
        break;
    }
    strbuf_putc(b, '\n');
}

static void put_head(struct strbuf *b, const struct display *display)
{
    strbuf_put(b, S("trace 1\n"));
    put_named(b, "lang", display->lang);
    put_named(b, "title", display->title);
    put_named(b, "author", display->author);
    put_named(b, "subject", display->subject);
    put_named(b, "keywords", display->keywords);
    for (size_t i = 0; i < display->faces.n; i++)
        strbuf_fmt(b, "face f%zu %.*s\n", i,
                   STR(face_info(display->faces.at[i])->postscript));
    for (size_t i = 0; i < display->images.n; i++) {
        const struct image *image = display->images.at[i];
        strbuf_fmt(b, "image i%zu %s %d %d ", i,
                   image->format == IMAGE_PNG ? "png" : "jpeg", image->width,
                   image->height);
        put_quoted(b, image->name);
        strbuf_putc(b, '\n');
    }
    for (size_t i = 0; i < display->tags.n; i++)
        put_tag(b, display, i);
}

static void put_places(struct strbuf *b, const struct display *display)
{
    for (size_t i = 0; i < display->destinations.n; i++) {
        const struct destination *dest = &display->destinations.at[i];
        strbuf_fmt(b, "place %u", dest->page + 1);
        put_numbers(b, (mpt[]){dest->x, dest->y}, 2);
        strbuf_putc(b, ' ');
        put_quoted(b, dest->name);
        strbuf_putc(b, '\n');
    }
    for (size_t i = 0; i < display->outline.n; i++) {
        const struct outline_entry *entry = &display->outline.at[i];
        strbuf_fmt(b, "bookmark %d %u", entry->depth, entry->page + 1);
        put_numbers(b, &entry->y, 1);
        strbuf_putc(b, ' ');
        put_quoted(b, entry->title);
        strbuf_putc(b, '\n');
    }
}

recto_status trace_write(struct arena *a, const struct display *display,
                         const struct out_options *options, struct strbuf *into,
                         struct diags *d)
{
    (void)a;
    (void)options;
    (void)d;
    put_head(into, display);
    put_places(into, display);
    for (size_t i = 0; i < display->pages.n; i++) {
        const struct display_page *page = &display->pages.at[i];
        strbuf_fmt(into, "page %zu", i + 1);
        put_numbers(into, (mpt[]){page->width, page->height}, 2);
        strbuf_putc(into, '\n');
        for (size_t k = 0; k < page->ops.n; k++)
            put_op(into, display, &page->ops.at[k], k > 0 ? &page->ops.at[k - 1] : NULL);
    }
    return RECTO_OK;
}
