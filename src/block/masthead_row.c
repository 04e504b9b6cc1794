/* SPDX-License-Identifier: MIT */
/* block/masthead_row.c — a masthead under a row of kicker, author and date. */
#include "base/arena.h"
#include "block/masthead.h"
#include "block/rich.h"

#define RULE_GAP PT(2.5)
#define GUTTER PT(12)   /* author to date */
#define DATE_WIDEST 300 /* of the row [thousandths] */

/* One cell of the row. */
struct cell {
    mpt x, width;
    enum par_align align;
};

static mpt put_cell(struct masthead *h, struct str text, const struct cell *cell)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, text, ROLE_BYLINE);
    if (rich.list.n == 0)
        return 0;
    struct par_params p = set_params(s, ROLE_BYLINE, cell->width);
    p.align = cell->align;
    struct setting t = set_text(s, &rich, ROLE_BYLINE, &p);
    struct point at = {set_x(s, cell->x, cell->width), h->y};
    marks_setting(s, &h->m, &t, at, tag_new(s->a, s->tag, TAG_P));
    return t.height;
}

/* Kicker in the title column, author at the start of the text, date at its end. */
static void put_row(struct masthead *h)
{
    struct setter *s = h->s;
    const struct look *look = s->look;
    struct rich date = rich_text(s, s->study->date, ROLE_BYLINE);
    mpt widest = mpt_scale(s->measure, DATE_WIDEST, 1000);
    mpt date_width = mpt_min(set_widths(s, &date).max + 1, widest);
    mpt start = look->title_column > 0 ? look->title_column : s->measure / 4;
    struct cell author = {start, s->measure - start - date_width - GUTTER, PAR_RAGGED};
    struct cell end = {s->measure - date_width, date_width, PAR_END};
    h->y = look->masthead_rule > 0 ? look->masthead_rule + RULE_GAP : 0;
    mpt height = masthead_kicker(h, start - look->gutter, set_baseline(s, ROLE_BYLINE));
    height = mpt_max(height, put_cell(h, masthead_author(s), &author));
    height = mpt_max(height, put_cell(h, s->study->date, &end));
    h->y = height > 0 ? h->y + height : 0;
}

/* The row heads every sheet: the text of those behind the first begins below it, on the lattice, as
 * the first section does below a rule of its own. */
static void set_running_head(struct masthead *h)
{
    struct setter *s = h->s;
    const struct look *look = s->look;
    struct marks m = {{0}};
    if (h->y == 0)
        return;
    for (size_t i = 0; i < h->m.list.n; i++)
        vec_push(s->a, &m.list, h->m.list.at[i]);
    struct box *head = arena_make(s->a, struct box);
    mpt half = mpt_max(look->leading / 2, 1), pad = set_on_grid(s, look->rule_gap);
    head->place = PLACE_WIDE;
    head->height = h->y;
    head->gap = (h->y + look->leading / 2 + half - 1) / half * half - h->y + pad;
    mpt foot = head->height + head->gap - pad;
    if (look->first_rule > 0)
        marks_rule(s, &m, (struct rect){s->x, foot, s->measure, 0}, look->first_rule,
                   look->text_colour);
    head->marks = m.list.at;
    head->mark_count = m.list.n;
    head->section = SIZE_MAX;
    s->out->sheet_head = head;
}

void masthead_row(struct masthead *h)
{
    struct setter *s = h->s;
    const struct look *look = s->look;
    if (look->masthead_rule > 0)
        marks_rule(s, &h->m, (struct rect){s->x, look->masthead_rule / 2, s->measure, 0},
                   look->masthead_rule, look->text_colour);
    put_row(h);
    set_running_head(h);
    h->y = masthead_snap(h, ROLE_TITLE, h->y + look->masthead_gap);
    h->x = look->title_column;
    h->room = look->measure;
    masthead_title(h);
    masthead_subtitle(h, h->room);
}
