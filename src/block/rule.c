/* SPDX-License-Identifier: MIT */
/* block/rule.c — thematic breaks, and page breaks that the author wants. */
#include "block/kinds.h"

#define RULE_WIDTH PT(0.5)

void build_rule(struct setter *s, const struct block *block)
{
    struct marks m = {{0}};
    mpt height = s->look->leading;
    s->span = block->span;
    marks_rule(s, &m, (struct rect){s->x, height / 2, s->measure, 0}, RULE_WIDTH,
               s->look->rule);
    set_box(s, &m, height, 0);
    s->again = false;
}

void build_page_break(struct setter *s, const struct block *block)
{
    (void)block;
    s->penalty = BREAK_ALWAYS;
    s->again = false;
}
