/* SPDX-License-Identifier: MIT */
/* block/figure_rule.c — rules that set a diagram off from the columns around it. */
#include "block/figure_rule.h"

#include "base/arena.h"

#define ABOVE PT(7) /* rule to heading */
#define BELOW PT(9) /* figure to rule */

/* A rule in `box` at `y`, what it holds moved down by `shift` [mpt]. */
static void add_rule(struct setter *s, struct box *box, mpt y, mpt shift)
{
    struct marks m = {{0}};
    marks_rule(s, &m, (struct rect){s->x, y, s->measure, 0}, s->look->diagram_rule,
               s->look->rule);
    for (size_t i = 0; i < box->mark_count; i++) {
        vec_push(s->a, &m.list, box->marks[i]);
        vec_last(&m.list)->y += shift;
    }
    box->marks = m.list.at;
    box->mark_count = m.list.n;
}

void figure_rules(struct setter *s, size_t first)
{
    if (s->look->diagram_rule == 0 || s->look->columns < 2 || s->place != PLACE_WIDE)
        return;
    struct box *boxes = s->out->list.at;
    while (first > 0 && boxes[first].penalty >= BREAK_NEVER &&
           boxes[first].section == boxes[first - 1].section &&
           boxes[first - 1].place == PLACE_WIDE)
        first--;
    struct box *top = &boxes[first], *foot = vec_last(&s->out->list);
    add_rule(s, top, 0, ABOVE);
    top->height += ABOVE;
    top->gap = mpt_max(top->gap, s->look->leading);
    foot->height += BELOW;
    add_rule(s, foot, foot->height, 0);
}
