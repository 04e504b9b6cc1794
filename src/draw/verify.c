/* SPDX-License-Identifier: MIT */
/* draw/verify.c — what a display list promises, checked. */
#include "draw/recorder.h"

#include "base/map.h"

/* Ink may reach this far over the edge of a sheet: a glyph's own overhang [mpt]. */
#define OVERHANG PT(12)

static bool inside(const struct display_page *page, struct rect r)
{
    int64_t right = (int64_t)r.x + r.w, bottom = (int64_t)r.y + r.h;
    return r.x >= -OVERHANG && r.y >= -OVERHANG &&
           right <= (int64_t)page->width + OVERHANG &&
           bottom <= (int64_t)page->height + OVERHANG;
}

static struct rect bounds(const struct op *op)
{
    struct rect none = {op->x, op->y, 0, 0};
    if (op->kind == OP_IMAGE || op->kind == OP_LINK)
        return (struct rect){op->x, op->y, op->w, op->h};
    if (op->kind == OP_GLYPHS)
        return (struct rect){op->x, op->y, op->piece.width, 0};
    return none;
}

static const char *check_glyphs(const struct display *display, const struct op *op)
{
    const struct piece *piece = &op->piece;
    if (op->font >= display->faces.n || display->faces.at[op->font] != piece->face)
        return "a face is not in the list";
    for (uint32_t i = 0; i < piece->glyph_count; i++)
        if (piece->text.n > 0 && piece_byte(piece, i) >= piece->text.n)
            return "a cluster lies behind its text";
    return NULL;
}

static const char *check_path(const struct display_page *page, const struct op *op)
{
    for (size_t i = 0; i < op->path->count; i++) {
        const struct path_step *step = &op->path->steps[i];
        int points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        for (int k = 0; k < points; k++)
            if (!inside(page,
                        (struct rect){op->x + step->p[k].x, op->y + step->p[k].y, 0, 0}))
                return "a path leaves the sheet";
    }
    return NULL;
}

static bool tag_known(const struct display *display, uint32_t tag)
{
    return tag < display->tags.n || tag == TAG_ARTIFACT || tag == TAG_PAGINATION;
}

static const char *check_content(const struct display *display,
                                 const struct display_page *page, const struct op *op)
{
    if (!inside(page, bounds(op)))
        return "something lies outside the sheet";
    if (op->kind == OP_GLYPHS)
        return check_glyphs(display, op);
    if (op->kind == OP_PATH)
        return check_path(page, op);
    return op->image < display->images.n ? NULL : "a picture is not in the list";
}

static const char *check_page(const struct display *display,
                              const struct display_page *page)
{
    bool open = false;
    for (size_t i = 0; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        bool begins = op->kind == OP_TAG_BEGIN, ends = op->kind == OP_TAG_END;
        if (begins == open && (begins || ends || op->kind != OP_LINK))
            return begins ? "a tag begins inside another"
                          : "content or an end outside a tag";
        if ((begins || op->kind == OP_LINK) && !tag_known(display, op->tag))
            return "a tag is not in the list";
        if (begins || ends)
            open = begins;
        else if (op->kind == OP_LINK && (str_empty(op->url) || !inside(page, bounds(op))))
            return "a link leads nowhere or lies outside the sheet";
        const char *fault =
            begins || ends || op->kind == OP_LINK ? NULL : check_content(display, page, op);
        if (fault)
            return fault;
    }
    return open ? "a tag is not ended" : NULL;
}

static const char *check_tags(const struct display *display)
{
    if (display->tags.n == 0 || display->tags.at[0]->parent)
        return "the first tag is not the root";
    for (size_t i = 1; i < display->tags.n; i++) {
        const struct tag *tag = display->tags.at[i];
        uint32_t parent = tags_index(display, tag->parent);
        if (tag->number != i || parent >= i)
            return "the tags are not in reading order";
    }
    return NULL;
}

const char *draw_verify(const struct display *display)
{
    const char *fault = check_tags(display);
    for (size_t i = 0; i < display->pages.n && !fault; i++)
        fault = check_page(display, &display->pages.at[i]);
    for (size_t i = 0; i < display->destinations.n && !fault; i++)
        if (display->destinations.at[i].page >= display->pages.n)
            fault = "a destination is on no page";
    for (size_t i = 0; i < display->outline.n && !fault; i++)
        if (display->outline.at[i].page >= display->pages.n)
            fault = "a bookmark leads to no page";
    return fault;
}
