/* SPDX-License-Identifier: MIT */
/* block/masthead_stack.c — kicker, title and subtitle below each other; the author below
 * them, or in the side column. */
#include "base/arena.h"
#include "block/masthead.h"
#include "block/rich.h"

#define DATE_GUTTER PT(24)

static mpt put_line(struct masthead *h, struct str text, enum role role)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, text, role);
    struct setting t = set_role(s, &rich, role, h->room);
    if (t.lines.count > 0)
        marks_setting(s, &h->m, &t, (struct point){set_x(s, h->x, h->room), h->y},
                      tag_new(s->a, s->tag, TAG_P));
    h->y += t.height;
    return t.height;
}

/* Author, role and address; the parts belong to `tag`. */
static struct rich author_text(struct setter *s, struct tag *tag)
{
    struct rich rich = rich_text(s, masthead_author(s), ROLE_BYLINE);
    struct stretch link = masthead_link_text(s);
    if (str_empty(link.text))
        return rich;
    if (rich.list.n > 0)
        rich_put(s, &rich, rich_stretch(s, masthead_comma(s->study), ROLE_BYLINE));
    link.tag = tag_new(s->a, tag, TAG_LINK);
    link.tag->url = link.link;
    rich_put(s, &rich, link);
    return rich;
}

/* Author and date at both ends of one line, or below each other where that is too short. */
static void put_author(struct masthead *h)
{
    struct setter *s = h->s;
    struct rich date = rich_text(s, s->study->date, ROLE_BYLINE);
    if (str_empty(masthead_author(s)) && !masthead_link(s)) {
        put_line(h, s->study->date, ROLE_BYLINE);
        return;
    }
    struct tag *tag = tag_new(s->a, s->tag, TAG_P);
    struct rich author = author_text(s, tag);
    mpt width = set_widths(s, &date).max + 1;
    struct setting t = set_role(s, &author, ROLE_BYLINE, h->room);
    marks_setting(s, &h->m, &t, (struct point){set_x(s, h->x, h->room), h->y}, tag);
    bool beside =
        t.lines.count == 1 && t.lines.at[0].width + DATE_GUTTER + width <= h->room;
    mpt high = t.height;
    h->y += beside ? 0 : high;
    t = set_role(s, &date, ROLE_BYLINE, beside ? width : h->room);
    if (t.lines.count > 0) {
        mpt x = beside ? set_x(s, h->x + h->room - width, width) : set_x(s, h->x, h->room);
        marks_setting(s, &h->m, &t, (struct point){x, h->y}, tag_new(s->a, s->tag, TAG_P));
    }
    h->y += beside ? high : t.height;
}

/* Beside a side column that heads with the author's name, the kicker's line has room for the date. */
static bool dated_above(const struct setter *s)
{
    return set_beside(s) && !str_empty(s->study->kicker);
}

/* On the baseline of the kicker, at the end side. */
static void put_date(struct masthead *h)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, s->study->date, ROLE_BYLINE);
    struct par_params p = set_params(s, ROLE_BYLINE, h->room / 2);
    p.align = PAR_END;
    struct setting t = set_text(s, &rich, ROLE_BYLINE, &p);
    t.baseline = set_baseline(s, ROLE_KICKER);
    if (t.lines.count > 0)
        marks_setting(s, &h->m, &t,
                      (struct point){set_x(s, h->room - p.measure, p.measure), 0},
                      tag_new(s->a, s->tag, TAG_P));
}

/* Name and role head the side column of every sheet; a date that found no room elsewhere stands
 * below them on the first. */
static void put_beside(struct setter *s)
{
    const struct study *study = s->study;
    struct masthead h = {.s = s, .room = s->measure};
    put_line(&h, study->author, ROLE_NAME);
    put_line(&h, study->author_role, ROLE_BYLINE);
    if (h.y > 0) {
        struct box *head = arena_copy(s->a, set_box(s, &h.m, h.y, 0), sizeof *head);
        head->gap = s->look->side_first_gap;
        s->out->side_head = head;
    }
    h = (struct masthead){.s = s, .room = s->measure};
    if (!dated_above(s) && put_line(&h, study->date, ROLE_BYLINE) > 0)
        set_box(s, &h.m, h.y, 0);
    set_gap(s, s->look->side_first_gap);
}

void masthead_stack(struct masthead *h)
{
    struct setter *s = h->s;
    mpt kicker = masthead_kicker(h, h->room, 0);
    if (kicker > 0 && dated_above(s))
        put_date(h);
    h->y = kicker > 0 ? kicker + s->look->masthead_gap : 0;
    masthead_title(h);
    masthead_subtitle(h, h->room);
    if (!set_beside(s)) {
        put_author(h);
    }
}

void masthead_beside(struct setter *s)
{
    if (s->look->masthead != MASTHEAD_STACK || !set_beside(s))
        return;
    set_to_side(s);
    put_beside(s);
    set_to_text(s);
}
