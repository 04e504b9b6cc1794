/* SPDX-License-Identifier: MIT */
/* page/foot.c — the running foot: who or what, and the page number. */
#include "page/foot.h"

#include "base/arena.h"
#include "block/masthead.h"
#include "page/grid.h"
#include "page/running.h"

#define GUTTER PT(24) /* between the parts of a foot, at least */

/* The foot of one sheet; x runs from the start side of the text and its columns. */
struct footing {
    const struct running *r;
    struct sheet *sheet;
    mpt left;  /* of what spans the sheet [mpt] */
    mpt width; /* [mpt] */
};

/* `x` from the start side, mirrored where the study runs from right to left. */
static void put(const struct footing *f, const struct line *line, mpt x)
{
    const struct sheets *sheets = f->r->sheets;
    mpt inside = sheets->study->rtl ? f->width - x - line->width : x;
    struct point at = {f->left + inside, f->sheet->height - sheets->look->foot_baseline};
    running_put(f->r, f->sheet, line, at);
}

static void put_cut(const struct footing *f, struct str text, mpt x, mpt room)
{
    if (str_empty(text) || room <= 0)
        return;
    struct line line = running_cut(f->r, text, ROLE_FOOT, room);
    put(f, &line, x);
}

static struct str contact_of(const struct study *study)
{
    return study->contact.n > 0 ? study->contact.at[0].text : S("");
}

/* The first way to reach the author that `room` holds: what is cut off reaches nobody. */
static void put_contact(const struct footing *f, mpt room)
{
    const struct study *study = f->r->sheets->study;
    for (size_t i = 0; i < study->contact.n; i++) {
        struct str text = study->contact.at[i].text;
        struct line line = running_cut(f->r, text, ROLE_FOOT, MPT_MAX);
        if (line.width > room)
            continue;
        put(f, &line, 0);
        return;
    }
}

/* "A. Candidate, you@example.com", or what there is of it. */
static struct str author_of(struct arena *a, const struct study *study)
{
    struct str contact = contact_of(study);
    if (str_empty(study->author) || str_empty(contact))
        return str_empty(contact) ? study->author : contact;
    return str_fmt(a, "%.*s%.*s%.*s", STR(study->author), STR(masthead_comma(study)),
                   STR(contact));
}

/* All but the number, which leaves `room` [mpt]. */
static void put_words(const struct footing *f, struct str title, mpt room)
{
    const struct sheets *sheets = f->r->sheets;
    const struct look *look = sheets->look;
    struct str author = author_of(f->r->a, sheets->study);
    mpt column = look->title_column;
    if (look->foot_says == FOOT_CONTACT && column > 0) {
        put_contact(f, column - look->leading / 2);
        put_cut(f, title, column, room - column);
    } else if (look->foot_says != FOOT_TITLE && !str_empty(author)) {
        put_cut(f, author, 0, room);
    } else {
        put_cut(f, title, 0, room);
    }
}

/* Words that the author wrote stand there already. */
static bool is_taken(const struct sheet *sheet)
{
    for (size_t i = sheet->boxes.n; i-- > 0;)
        if (sheet->boxes.at[i].box->place == PLACE_RUNNING)
            return true;
    return false;
}

void foot_set(struct arena *a, struct text_cache *cache, struct sheets *sheets,
              struct str title, struct diags *d)
{
    const struct look *look = sheets->look;
    const struct running r = {a, cache, sheets, d};
    size_t n = sheets->list.n;
    if (n < 2 || !look->foot_shown)
        return;
    for (size_t i = 0; i < n; i++) {
        const struct grid grid = grid_on(look, sheets->study->rtl, i);
        struct footing f = {&r, &sheets->list.at[i], grid_x(&grid, PLACE_WIDE, 0),
                            look->wide};
        struct str said = str_fmt(a, "%zu / %zu", i + 1, n);
        struct line number = running_line(&r, said, ROLE_FOOT, look->text_colour, false);
        if (!is_taken(f.sheet))
            put_words(&f, title, look->wide - number.width - GUTTER);
        put(&f, &number, look->wide - number.width);
    }
}
