/* SPDX-License-Identifier: MIT */
/* book/impose.c — pages as they are to be printed: bound, two to a sheet, with marks to cut at. */
#include "book/impose.h"

#include <string.h>

#include "base/arena.h"
#include "block/path.h"
#include "book/move.h"

#define BINDING_SHIFT PT(17) /* 6 mm */
#define UNPRINTED PT(25.5)   /* 9 mm at the edge that printers leave empty */
#define BLEED PT(8.504)      /* 3 mm */
#define MARK_GAP PT(5.669)   /* 2 mm from the cut, inside the bleed nothing is drawn */
#define MARK_LENGTH PT(14.173)
#define MARK_WIDTH PT(0.25)
#define MARK_COLOUR 0x000000u

/* The pages that are made, and where each old one went. */
struct imposed {
    struct arena *a;
    const struct display *from;
    struct display *to;
    struct placing *placed; /* one an old page */
    struct move_memory memory;
};

static struct display_page *sheet_new(struct imposed *i, mpt width, mpt height)
{
    struct display_page *page = vec_add(i->a, &i->to->pages);
    page->width = width;
    page->height = height;
    return page;
}

/* Put old page `from` on the newest sheet. */
static void put(struct imposed *i, size_t from, struct placing at)
{
    struct display_page *page = vec_last(&i->to->pages);
    struct passage reading = {(uint32_t)i->to->pages.n - 1, (uint32_t)page->ops.n, 0};
    at.page = reading.page;
    i->placed[from] = at;
    const struct display_page *old = &i->from->pages.at[from];
    for (size_t k = 0; k < old->ops.n; k++)
        vec_push(i->a, &page->ops, op_moved(i->a, &i->memory, &old->ops.at[k], &at));
    reading.to = (uint32_t)page->ops.n;
    i->to->reading.at[from] = reading;
}

/* --- binding --------------------------------------------------------------------------------- */

/* Left and right end of what is drawn on a page. */
static void extent(const struct display_page *page, mpt *left, mpt *right)
{
    *left = page->width;
    *right = 0;
    for (size_t k = 0; k < page->ops.n; k++) {
        const struct op *op = &page->ops.at[k];
        mpt width = op->kind == OP_GLYPHS ? op->piece.width : op->w;
        if (op->kind != OP_GLYPHS && op->kind != OP_IMAGE)
            continue;
        *left = mpt_min(*left, op->x);
        *right = mpt_max(*right, op->x + width);
    }
}

/* How far a page moves away from its bound edge: never so far that a printer would cut it. */
static mpt shift_of(const struct display_page *page, bool to_right)
{
    mpt left, right;
    extent(page, &left, &right);
    mpt room = to_right ? page->width - UNPRINTED - right : left - UNPRINTED;
    return mpt_max(0, mpt_min(room, BINDING_SHIFT));
}

static void bind_pages(struct imposed *i, enum binding_edge edge)
{
    for (size_t k = 0; k < i->from->pages.n; k++) {
        const struct display_page *page = &i->from->pages.at[k];
        bool to_right = edge == BINDING_LEFT || k % 2 == 0;
        mpt shift = shift_of(page, to_right);
        sheet_new(i, page->width, page->height);
        put(i, k, (struct placing){.dx = to_right ? shift : -shift, .num = 1, .den = 1});
    }
}

/* --- two to a sheet --------------------------------------------------------------------------- */

/* The left or right half of a sheet that is `width` by `height`. */
static void put_half(struct imposed *i, size_t page, mpt width, mpt height, int half)
{
    if (page >= i->from->pages.n)
        return;
    const struct display_page *old = &i->from->pages.at[page];
    struct placing at = {.num = width / 2, .den = old->width};
    if ((int64_t)height * old->width < (int64_t)old->height * (width / 2))
        at = (struct placing){.num = height, .den = old->height};
    mpt w = mpt_scale(old->width, at.num, at.den),
        h = mpt_scale(old->height, at.num, at.den);
    at.dx = half * (width / 2) + (width / 2 - w) / 2;
    at.dy = (height - h) / 2;
    put(i, page, at);
}

static void two_up(struct imposed *i)
{
    for (size_t k = 0; k < i->from->pages.n; k += 2) {
        mpt width = i->from->pages.at[k].height, height = i->from->pages.at[k].width;
        sheet_new(i, width, height);
        put_half(i, k, width, height, 0);
        put_half(i, k + 1, width, height, 1);
    }
}

/* Sheets that are printed on both sides, turned at the short edge, stacked and folded in the
 * middle. */
static void booklet(struct imposed *i)
{
    size_t n = (i->from->pages.n + 3) / 4 * 4;
    mpt width = i->from->pages.at[0].height, height = i->from->pages.at[0].width;
    for (size_t k = 0; k < n / 2; k++) {
        bool front = k % 2 == 0;
        sheet_new(i, width, height);
        /* Whichever side it lies on: what is read first comes first. */
        put_half(i, k, width, height, front ? 1 : 0);
        put_half(i, n - 1 - k, width, height, front ? 0 : 1);
    }
}

/* --- marks ------------------------------------------------------------------------------------- */

static void put_mark(struct imposed *i, struct point from, struct point to)
{
    struct op begin = {.kind = OP_TAG_BEGIN, .tag = TAG_ARTIFACT},
              end = {.kind = OP_TAG_END};
    struct op line = {.kind = OP_PATH};
    line.path = path_rule(i->a, from, to, ink_stroke(MARK_COLOUR, MARK_WIDTH));
    struct display_page *page = vec_last(&i->to->pages);
    vec_push(i->a, &page->ops, begin);
    vec_push(i->a, &page->ops, line);
    vec_push(i->a, &page->ops, end);
}

/* Two strokes at each corner of the cut sheet, outside of what bleeds. */
static void put_marks(struct imposed *i, struct rect cut)
{
    mpt gap = BLEED + MARK_GAP;
    for (int corner = 0; corner < 4; corner++) {
        mpt x = cut.x + (corner % 2) * cut.w, y = cut.y + (corner / 2) * cut.h;
        int right = corner % 2 ? 1 : -1, down = corner / 2 ? 1 : -1;
        put_mark(i, (struct point){x + right * gap, y},
                 (struct point){x + right * (gap + MARK_LENGTH), y});
        put_mark(i, (struct point){x, y + down * gap},
                 (struct point){x, y + down * (gap + MARK_LENGTH)});
    }
}

static void mark_pages(struct imposed *i)
{
    mpt edge = BLEED + MARK_GAP + MARK_LENGTH + MARK_GAP;
    for (size_t k = 0; k < i->from->pages.n; k++) {
        const struct display_page *old = &i->from->pages.at[k];
        struct display_page *page =
            sheet_new(i, old->width + 2 * edge, old->height + 2 * edge);
        page->cut = (struct rect){edge, edge, old->width, old->height};
        page->bleed = BLEED;
        struct placing at = {.dx = edge, .dy = edge, .num = 1, .den = 1};
        at.bleed = BLEED;
        at.width = old->width;
        at.height = old->height;
        put(i, k, at);
        put_marks(i, page->cut);
    }
}

/* --- all ----------------------------------------------------------------------------------------- */

static void settle(struct imposed *i)
{
    for (size_t k = 0; k < i->from->destinations.n; k++) {
        struct destination d = i->from->destinations.at[k];
        const struct placing *at = &i->placed[d.page];
        d.page = at->page;
        d.x = at->dx + mpt_scale(d.x, at->num, at->den);
        d.y = at->dy + mpt_scale(d.y, at->num, at->den);
        vec_push(i->a, &i->to->destinations, d);
    }
    for (size_t k = 0; k < i->from->outline.n; k++) {
        struct outline_entry e = i->from->outline.at[k];
        const struct placing *at = &i->placed[e.page];
        e.page = at->page;
        e.y = at->dy + mpt_scale(e.y, at->num, at->den);
        vec_push(i->a, &i->to->outline, e);
    }
}

/* What was read in some order before is read in it still. */
static void settle_reading(struct imposed *i)
{
    size_t n = i->from->reading.n;
    struct passage *by_page = i->to->reading.at;
    if (n == 0)
        return;
    struct passage *at = arena_many(i->a, n, struct passage);
    for (size_t k = 0; k < n; k++) {
        const struct passage *old = &i->from->reading.at[k];
        uint32_t first = by_page[old->page].from;
        at[k] =
            (struct passage){by_page[old->page].page, first + old->from, first + old->to};
    }
    i->to->reading.at = at;
    i->to->reading.n = i->to->reading.cap = n;
}

static const struct display *imposed(struct arena *a, const struct display *from,
                                     void (*put_all)(struct imposed *),
                                     enum binding_edge edge)
{
    struct imposed i = {.a = a, .from = from, .to = arena_copy(a, from, sizeof *from)};
    size_t n = from->pages.n;
    i.placed = arena_many(a, n, struct placing);
    memset(&i.to->pages, 0, sizeof i.to->pages);
    memset(&i.to->destinations, 0, sizeof i.to->destinations);
    memset(&i.to->outline, 0, sizeof i.to->outline);
    i.to->reading.at = arena_many(a, n, struct passage);
    i.to->reading.n = i.to->reading.cap = n;
    if (put_all)
        put_all(&i);
    else
        bind_pages(&i, edge);
    settle(&i);
    settle_reading(&i);
    return i.to;
}

const struct display *display_impose(struct arena *a, const struct display *display,
                                     const struct imposition *how)
{
    if (display->pages.n == 0)
        return display;
    if (how->binding != BINDING_NONE)
        display = imposed(a, display, NULL, how->binding);
    if (how->imposing == IMPOSE_TWO_UP)
        display = imposed(a, display, two_up, BINDING_NONE);
    if (how->imposing == IMPOSE_BOOKLET)
        display = imposed(a, display, booklet, BINDING_NONE);
    if (how->marks)
        display = imposed(a, display, mark_pages, BINDING_NONE);
    return display;
}
