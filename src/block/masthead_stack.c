/* SPDX-License-Identifier: MIT */
/* block/masthead_stack.c — kicker, title and subtitle below each other; the author below
 * them, or in the side column. */
#include "base/arena.h"
#include "block/masthead.h"
#include "block/rich.h"

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

/* Author, role and address on one line. */
static void put_author(struct masthead *h)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, masthead_author(s), ROLE_BYLINE);
    struct stretch link = masthead_link_text(s);
    if (rich.list.n == 0 && str_empty(link.text))
        return;
    struct tag *tag = tag_new(s->a, s->tag, TAG_P);
    if (rich.list.n > 0 && !str_empty(link.text))
        rich_put(s, &rich, rich_stretch(s, masthead_comma(s->study), ROLE_BYLINE));
    if (!str_empty(link.text)) {
        link.tag = tag_new(s->a, tag, TAG_LINK);
        link.tag->url = link.link;
        rich_put(s, &rich, link);
    }
    struct setting t = set_role(s, &rich, ROLE_BYLINE, h->room);
    marks_setting(s, &h->m, &t, (struct point){set_x(s, h->x, h->room), h->y}, tag);
    h->y += t.height;
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
        put_line(h, s->study->date, ROLE_BYLINE);
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
