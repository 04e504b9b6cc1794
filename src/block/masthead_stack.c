/* SPDX-License-Identifier: MIT */
/* block/masthead_stack.c — kicker, title, subtitle and author below each other. */
#include "base/arena.h"
#include "block/masthead.h"
#include "block/rich.h"

static void put_line(struct masthead *h, struct str text, enum role role)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, text, role);
    struct setting t = set_role(s, &rich, role, h->room);
    if (t.lines.count == 0)
        return;
    marks_setting(s, &h->m, &t, (struct point){set_x(s, h->x, h->room), h->y},
                  tag_new(s->a, s->tag, TAG_P));
    h->y += t.height;
}

void masthead_stack(struct masthead *h)
{
    struct setter *s = h->s;
    const struct look *look = s->look;
    mpt kicker = masthead_kicker(h, h->room, 0);
    h->y = kicker > 0 ? kicker + look->masthead_gap : 0;
    masthead_title(h);
    masthead_subtitle(h, h->room);
    put_line(h, masthead_author(s), ROLE_BYLINE);
    put_line(h, s->study->date, ROLE_BYLINE);
}
