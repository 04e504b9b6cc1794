/* SPDX-License-Identifier: MIT */
/* block/alert.c — notes and warnings beside an accent rule. */
#include "base/arena.h"
#include "base/utf8.h"
#include "block/kinds.h"
#include "block/rich.h"

#define INSET PT(8)   /* rule to text */
#define WHOLE_LINES 8 /* a longer one may go on overleaf */

/* The author's title, else the kind with a capital letter: "Note". */
static struct rich alert_title(struct setter *s, const struct block *block, struct tag *tag)
{
    if (block->inlines)
        return rich_inlines(s, block->inlines, ROLE_ALERT_TITLE, tag);
    struct strbuf b = strbuf_at(s->a);
    strbuf_put(&b, str_lower(s->a, block->text));
    if (b.n > 0 && b.p[0] >= 'a' && b.p[0] <= 'z')
        b.p[0] = (char)(b.p[0] - 'a' + 'A');
    return rich_text(s, strbuf_str(&b), ROLE_ALERT_TITLE);
}

void build_alert(struct setter *s, const struct block *block)
{
    struct setter outer = *s;
    struct frame frame = {
        .outer = s->frame, .x = set_x(s, 0, 0), .colour = s->look->accent};
    s->tag = tag_new(s->a, s->tag, TAG_DIV);
    set_gap(s, s->look->block_gap);
    s->frame = &frame;
    s->x += s->study->rtl ? 0 : INSET;
    s->measure -= INSET;
    s->again = false;
    size_t first = s->out->list.n;
    struct tag *p = tag_new(s->a, s->tag, TAG_P);
    struct rich title = alert_title(s, block, p);
    struct setting t = set_role(s, &title, ROLE_ALERT_TITLE, s->measure);
    set_lines(s, &t, s->x, p);
    s->keep = KEEP_LINES;
    build_blocks(s, block->first, SIZE_MAX);
    if (set_line_count(s, first) <= WHOLE_LINES)
        set_keep(s, first);
    s->frame = outer.frame;
    s->x = outer.x;
    s->measure = outer.measure;
    s->tag = outer.tag;
    s->again = false;
    s->keep = 0;
    set_gap(s, s->look->block_gap);
}
