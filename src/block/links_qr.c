/* SPDX-License-Identifier: MIT */
/* block/links_qr.c — links for paper: a code to scan, name and address beside it. */
#include "base/arena.h"
#include "base/map.h"
#include "block/links.h"
#include "block/qr.h"
#include "block/rich.h"

#define TEXT_GAP 5669 /* code to text, 2 mm, or the quiet zone [mpt] */
#define MODULE_MIN \
    1191 /* 0.42 mm: what is left of a finer one at 150 dpi is not read [mpt] */
#define GROWN_MAX \
    1500 /* of the layout's size: a longer address gets no code [thousandths] */

/* One entry of a row. */
struct entry {
    const struct link *link;
    const struct qr_code *code;
    mpt module;
    mpt side; /* of the code */
};

bool links_scannable(const struct link *link)
{
    return str_starts(link->url, S("http://")) || str_starts(link->url, S("https://"));
}

/* The same at all steps of the ladder: kept beside the pictures, under a name that none has. */
static const struct qr_code *code_of(struct setter *s, struct str url)
{
    const struct block_request *r = s->request;
    struct str key = str_join(s->a, (struct str){"\0qr ", 4}, url);
    struct qr_code *code = map_find(r->images, key);
    if (!code) {
        code = qr_encode(r->image_arena, url);
        if (!code) /* too long: that is known from now on */
            code = arena_make(r->image_arena, struct qr_code);
        map_put(r->image_arena, r->images, str_dup(r->image_arena, key), code);
    }
    return code->side > 0 ? code : NULL;
}

/* Whole thousandths of a point a module, so that all are equal. A code of many modules is larger
 * than the layout says; the ladder never makes one smaller. */
static struct entry entry_of(struct setter *s, const struct link *link)
{
    struct entry e = {.link = link, .side = s->look->links_qr};
    e.code = links_scannable(link) ? code_of(s, link->url) : NULL;
    if (!e.code)
        return e;
    e.module = mpt_max(s->look->links_qr / e.code->side, MODULE_MIN);
    if (e.module * e.code->side > mpt_scale(s->look->links_qr, GROWN_MAX, 1000)) {
        diag_push(s->d, D_B0109, link->span, "“%.*s” is too long for a QR code",
                  STR(link->url));
        e.code = NULL;
        return e;
    }
    e.side = mpt_max(e.side, e.module * e.code->side);
    return e;
}

/* The code at `at`, with what it says for those who cannot see it. */
static void mark_code(struct setter *s, struct marks *m, const struct entry *e,
                      struct tag *body, struct point at)
{
    struct tag *figure = tag_new(s->a, body, TAG_FIGURE);
    figure->alt = str_fmt(s->a, "QR code for %.*s", STR(e->link->url));
    figure->span = e->link->span;
    marks_path(s, m, qr_path(s->a, e->code, e->module, ink_fill(s->look->text_colour)), at);
    vec_last(&m->list)->tag = figure;
}

/* Where the words of a row stand: beside their codes, or, where one of them is too long for that,
 * all below. */
struct row {
    struct setter *s;
    struct marks *m;
    mpt width; /* of an entry */
    mpt y;
    mpt side, gap; /* of the largest code; below it */
    bool below;
};

static mpt text_gap(const struct entry *e)
{
    return mpt_max(TEXT_GAP, QR_QUIET * e->module);
}

/* The longest piece of the words of `link`. */
static mpt widest_word(struct setter *s, const struct link *link)
{
    struct rich url = links_address(s, link, tag_new(s->a, NULL, TAG_SPAN));
    struct rich label = rich_text(s, link->text, ROLE_LINK_LABEL);
    mpt named = links_labelled(link) ? set_widths(s, &label).min : 0;
    return mpt_max(set_widths(s, &url).min, named);
}

/* Code and words of an entry, `x` from the start side; gives the height of both. */
static mpt put_entry(struct row *row, const struct entry *e, struct tag *body, mpt x)
{
    struct setter *s = row->s;
    mpt inset = 0, drop = 0, side = e->code ? e->side : 0;
    if (e->code) {
        mark_code(s, row->m, e, body, (struct point){set_x(s, x, side), row->y});
        inset = row->below ? 0 : side + text_gap(e);
    }
    if (row->below)
        drop = row->side + row->gap;
    mpt room = mpt_max(row->width - inset, 1);
    struct marks text = {{0}};
    struct point at = {set_x(s, x + inset, room), row->y + drop};
    mpt high = links_text(s, &text, e->link, body, at, room);
    mpt lower = row->below ? 0 : mpt_max(side - high, 0); /* its foot on that of the code */
    marks_shift(&text, 0, 0, lower);
    for (size_t k = 0; k < text.list.n; k++)
        vec_push(s->a, &row->m->list, text.list.at[k]);
    return mpt_max(side, drop + lower + high);
}

mpt links_qr_row(struct setter *s, struct marks *m, const struct link *const *links,
                 size_t n, struct tag *list, mpt y)
{
    mpt columns = s->look->links_columns, gutter = s->look->links_gutter;
    struct row row = {.s = s, .m = m, .y = y};
    row.width = (s->measure - (columns - 1) * gutter) / columns;
    struct entry entries[LINKS_ROW_MAX];
    for (size_t i = 0; i < n; i++) {
        entries[i] = entry_of(s, links[i]);
        mpt beside = row.width - entries[i].side - text_gap(&entries[i]);
        row.side = mpt_max(row.side, entries[i].code ? entries[i].side : 0);
        row.gap = mpt_max(row.gap, text_gap(&entries[i]));
        row.below = row.below || (entries[i].code && widest_word(s, links[i]) > beside);
    }
    mpt height = 0;
    for (size_t i = 0; i < n; i++) {
        struct tag *body = tag_new(s->a, tag_new(s->a, list, TAG_LI), TAG_LBODY);
        mpt high = put_entry(&row, &entries[i], body, (mpt)i * (row.width + gutter));
        height = mpt_max(height, high);
    }
    return height;
}
