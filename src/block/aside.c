/* SPDX-License-Identifier: MIT */
/* block/aside.c — what stands in the margin, level with the paragraph before it. */
#include "block/aside.h"

#define WIDTH_MIN PT(70) /* a narrower column holds no words */

bool aside_fits(const struct setter *s)
{
    return s->look->margin_column >= WIDTH_MIN && !s->request->no_margin && !s->item &&
           s->place == PLACE_TEXT && s->beside < s->out->list.n &&
           s->out->list.at[s->beside].section == s->section;
}

void aside_put(struct setter *s, struct marks *marks, mpt height)
{
    struct setter outer = *s;
    s->place = PLACE_MARGIN;
    s->gap = s->stretch = s->shrink = 0;
    s->frame = NULL;
    set_box(s, marks, height, 0)->beside = outer.beside;
    s->place = outer.place;
    s->frame = outer.frame;
    s->gap = outer.gap;
    s->stretch = outer.stretch;
    s->shrink = outer.shrink;
    s->penalty = outer.penalty;
    s->keep = outer.keep;
}
