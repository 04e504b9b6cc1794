/* SPDX-License-Identifier: MIT */
/* draw/record.c — placed boxes to flat lists of operations. */
#include "draw/recorder.h"

#include "base/map.h"

static void close_tag(struct recorder *r)
{
    if (r->open != TAG_NONE)
        vec_push(r->a, &vec_last(&r->display->pages)->ops,
                 ((struct op){.kind = OP_TAG_END}));
    r->open = TAG_NONE;
}

void record_place(struct recorder *r, uint32_t tag, mpt top)
{
    if (tag > TAG_REAL_MAX)
        return;
    const struct tag *t = r->display->tags.at[tag];
    for (; t && !r->places[t->number].found; t = t->parent)
        r->places[t->number] =
            (struct first_place){true, (uint32_t)r->display->pages.n - 1, top};
}

struct op *record_op(struct recorder *r, enum op_kind kind, uint32_t tag, struct point at)
{
    struct display_page *page = vec_last(&r->display->pages);
    if (kind != OP_LINK && r->open != tag) {
        close_tag(r);
        vec_push(r->a, &page->ops, ((struct op){.kind = OP_TAG_BEGIN, .tag = tag}));
        r->open = tag;
    }
    struct op *op = vec_add(r->a, &page->ops);
    *op = (struct op){.kind = kind, .x = at.x, .y = at.y, .tag = kind == OP_LINK ? tag : 0};
    return op;
}

uint32_t record_face(struct recorder *r, const struct face *face)
{
    for (size_t i = 0; i < r->display->faces.n; i++)
        if (r->display->faces.at[i] == face)
            return (uint32_t)i;
    vec_push(r->a, &r->display->faces, face);
    return (uint32_t)r->display->faces.n - 1;
}

/* One picture shown twice is kept once. */
static uint32_t record_image(struct recorder *r, const struct image *image)
{
    for (size_t i = 0; i < r->display->images.n; i++) {
        const struct image *other = r->display->images.at[i];
        if (other->bytes.p == image->bytes.p && other->bytes.n == image->bytes.n)
            return (uint32_t)i;
    }
    vec_push(r->a, &r->display->images, image);
    return (uint32_t)r->display->images.n - 1;
}

/* `forced` is TAG_NONE, or the tag that the mark gets instead of its own. */
static void record_mark(struct recorder *r, const struct mark *mark, struct point at,
                        uint32_t forced)
{
    uint32_t tag = forced != TAG_NONE ? forced : tags_index(r->display, mark->tag);
    switch (mark->kind) {
    case MARK_LINE:
        record_line(r, mark, at, forced);
        break;
    case MARK_PATH:
        record_place(r, tag, at.y);
        record_op(r, OP_PATH, tag, at)->path = mark->path;
        break;
    case MARK_IMAGE: {
        record_place(r, tag, at.y);
        struct op *op = record_op(r, OP_IMAGE, tag, at);
        op->image = record_image(r, mark->image);
        op->w = mark->w;
        op->h = mark->h;
        break;
    }
    case MARK_DEST:
        if (forced == TAG_NONE)
            vec_push(r->a, &r->display->destinations,
                     ((struct destination){mark->name, (uint32_t)r->display->pages.n - 1,
                                           at.x, at.y}));
        break;
    }
}

static void record_box(struct recorder *r, const struct placed *placed)
{
    uint32_t forced = placed->repeated ? TAG_PAGINATION : TAG_NONE;
    for (size_t i = 0; i < placed->box->mark_count; i++) {
        const struct mark *mark = &placed->box->marks[i];
        record_mark(r, mark, (struct point){placed->x + mark->x, placed->y + mark->y},
                    forced);
    }
}

static void record_sheet(struct recorder *r, const struct sheet *sheet)
{
    vec_push(r->a, &r->display->pages,
             ((struct display_page){.width = sheet->width, .height = sheet->height}));
    for (size_t i = 0; i < sheet->boxes.n; i++)
        record_box(r, &sheet->boxes.at[i]);
    for (size_t i = 0; i < sheet->running.n; i++) {
        const struct mark *mark = &sheet->running.at[i];
        record_mark(r, mark, (struct point){mark->x, mark->y}, TAG_PAGINATION);
    }
    close_tag(r);
}

/* Links point to places that are there, and say their words. */
static void settle_links(struct recorder *r, struct display_page *page,
                         const struct map *known)
{
    size_t kept = 0;
    for (size_t i = 0; i < page->ops.n; i++) {
        struct op op = page->ops.at[i];
        if (op.kind == OP_LINK) {
            struct str name = str_sub(op.url, 1, op.url.n);
            if (op.url.p[0] == '#' && !r->joined && !map_find(known, name))
                continue;
            op.text =
                op.tag > TAG_REAL_MAX ? op.url : str_trim(strbuf_str(&r->says[op.tag]));
        }
        page->ops.at[kept++] = op;
    }
    page->ops.n = kept;
}

static void settle(struct recorder *r)
{
    struct map known = {0};
    for (size_t i = 0; i < r->display->destinations.n; i++)
        map_put(r->a, &known, r->display->destinations.at[i].name,
                &r->display->destinations.at[i]);
    anchors_settle(r, &known);
    for (size_t i = 0; i < r->display->pages.n; i++)
        settle_links(r, &r->display->pages.at[i], &known);
}

static void describe(const struct sheets *sheets, struct display *display)
{
    display->lang = sheets->lang;
    display->title = sheets->title;
    if (!sheets->study)
        return;
    display->author = sheets->study->author;
    display->keywords = sheets->study->keywords;
    display->subject =
        sheets->study->description.n ? sheets->study->description : sheets->study->subtitle;
}

const struct display *draw_record(struct arena *a, const struct sheets *sheets)
{
    struct display *display = arena_make(a, struct display);
    describe(sheets, display);
    tags_number(a, sheets, display);
    struct recorder r = {
        .a = a, .display = display, .open = TAG_NONE, .joined = sheets->joined};
    r.cuts = words_cut(a, sheets);
    r.places = arena_many(a, display->tags.n, struct first_place);
    r.says = arena_many(a, display->tags.n, struct strbuf);
    for (size_t i = 0; i < sheets->list.n; i++)
        record_sheet(&r, &sheets->list.at[i]);
    outline_build(a, r.places, display);
    settle(&r);
    return display;
}
