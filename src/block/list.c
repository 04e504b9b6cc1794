/* SPDX-License-Identifier: MIT */
/* block/list.c — lists with hung marks, nested, numbered, and as tasks. */
#include "base/arena.h"
#include "block/kinds.h"
#include "block/path.h"
#include "block/rich.h"

#define WHOLE_LINES 3    /* a longer item may go on overleaf */
#define NARROWEST PT(90) /* no further indent below this measure */
#define TASK_SIDE 640    /* of a task's box [thousandths of the text's size] */
#define TASK_LINE PT(0.6)
/* The mark of a bullet is light, that of a number as its role says. */
#define DASH_WEIGHT 400
#define MARK_GAP 450 /* least space behind a number [thousandths of its size] */

/* One list on its way down. */
struct listing {
    const struct block *block;
    struct tag *tag;
    mpt indent;
    int number;
};

static struct rich mark_text(struct setter *s, const struct listing *l)
{
    struct rich rich = {{0}};
    struct stretch st = rich_stretch(s, S("–"), ROLE_LIST_NUMBER);
    if (l->block->ordered)
        st.text = str_fmt(s->a, "%d", l->number);
    else
        st.face.weight = DASH_WEIGHT;
    if (!l->block->ordered && s->depth > 1)
        st.colour = s->look->secondary;
    st.flags = STRETCH_NO_BREAK | STRETCH_AS_IS;
    rich_put(s, &rich, st);
    return rich;
}

/* A square, ticked or not, standing on the baseline. */
static void mark_task(struct setter *s, struct marks *m, bool done, struct tag *label)
{
    mpt side = mpt_scale(s->look->roles[ROLE_TEXT].size, TASK_SIDE, 1000);
    struct rect square = {0, -side, side, side};
    struct point at = {set_x(s, 0, side), 0};
    marks_path(s, m, path_rect(s->a, square, ink_stroke(s->look->secondary, TASK_LINE)),
               at);
    vec_last(&m->list)->tag = label;
    if (!done)
        return;
    struct point tick[] = {
        {side / 5,     -side / 2    },
        {side * 2 / 5, -side / 4    },
        {side * 4 / 5, -side * 3 / 4}
    };
    struct ink ink = ink_stroke(s->look->accent, 2 * TASK_LINE);
    marks_path(s, m, path_polyline(s->a, tick, countof(tick), 0, ink), at);
    vec_last(&m->list)->tag = label;
}

/* The same as a character for readers: a blank under the square, which its label's text stands
 * for. A drawing alone has no place in the text of a page. */
static void say_task(struct setter *s, struct marks *m, const struct listing *l,
                     struct tag *label)
{
    struct rich rich = {{0}};
    struct stretch st = rich_stretch(s, S("\xC2\xA0"), ROLE_TEXT);
    st.flags = STRETCH_NO_BREAK | STRETCH_AS_IS;
    rich_put(s, &rich, st);
    struct par_params p = set_params(s, ROLE_TEXT, l->indent);
    p.align = PAR_RAGGED;
    struct setting t = set_text(s, &rich, ROLE_TEXT, &p);
    if (t.lines.count == 0 || t.lines.at[0].piece_count != 1)
        return;
    struct line line = t.lines.at[0];
    struct piece *blank = arena_copy(s->a, line.pieces, sizeof *blank);
    /* as wide as the label, or programs that go by position take it for a column of its own */
    mpt wide = mpt_max(blank->width, l->indent - s->look->roles[ROLE_TEXT].size / 4);
    if (blank->width > 0)
        blank->expansion = mpt_scale(blank->expansion, wide, blank->width);
    blank->width = line.width = wide;
    line.pieces = blank;
    marks_line(s, m, &line, (struct point){set_x(s, 0, l->indent), 0}, label);
}

static struct marks *item_mark(struct setter *s, const struct listing *l,
                               const struct block *item, struct tag *label)
{
    struct marks *m = arena_make(s->a, struct marks);
    if (item->task != TASK_NONE) {
        label->actual = item->task == TASK_DONE ? S("☑") : S("☐");
        mark_task(s, m, item->task == TASK_DONE, label);
        say_task(s, m, l, label);
        return m;
    }
    struct rich rich = mark_text(s, l);
    struct par_params p = set_params(s, ROLE_LIST_NUMBER, l->indent);
    p.align = PAR_RAGGED;
    struct setting t = set_text(s, &rich, ROLE_LIST_NUMBER, &p);
    if (t.lines.count > 0)
        marks_line(s, m, &t.lines.at[0], (struct point){set_x(s, 0, l->indent), 0}, label);
    return m;
}

static void build_item(struct setter *s, const struct listing *l, const struct block *item)
{
    struct setter outer = *s;
    struct tag *li = tag_new(s->a, l->tag, TAG_LI);
    struct tag *label = tag_new(s->a, li, TAG_LBL);
    s->hang = item_mark(s, l, item, label);
    s->item = s->tag = tag_new(s->a, li, TAG_LBODY);
    s->x += s->study->rtl ? 0 : l->indent;
    s->measure -= l->indent;
    s->again = false;
    size_t first = s->out->list.n;
    build_blocks(s, item->first, SIZE_MAX);
    if (set_line_count(s, first) <= WHOLE_LINES)
        set_keep(s, first);
    if (s->hang) { /* nothing stood in the item */
        struct rich none = {{0}};
        build_prose(s, &none, ROLE_TEXT, s->item);
    }
    s->x = outer.x;
    s->measure = outer.measure;
    s->tag = outer.tag;
    s->item = outer.item;
    s->again = false;
}

/* Room for the widest number, at least what the layout says. */
static mpt indent_of(struct setter *s, const struct block *list)
{
    mpt indent = list->ordered ? s->look->number_indent : s->look->list_indent;
    struct listing widest = {.block = list, .number = list->start};
    for (const struct block *i = list->first; i; i = i->next) {
        if (i->task != TASK_NONE)
            indent = mpt_max(indent, s->look->number_indent);
        widest.number++;
    }
    if (list->ordered) {
        struct rich rich = mark_text(s, &widest);
        mpt gap = mpt_scale(s->look->roles[ROLE_LIST_NUMBER].size, MARK_GAP, 1000);
        indent = mpt_max(indent, set_widths(s, &rich).max + gap);
    }
    return s->measure - indent < NARROWEST ? 0 : indent;
}

void build_list(struct setter *s, const struct block *block)
{
    s->depth++;
    struct listing l = {.block = block, .number = block->start};
    l.indent = indent_of(s, block);
    l.tag = tag_new(s->a, s->tag, TAG_L);
    l.tag->numbering = block->ordered ? NUMBERING_DECIMAL : NUMBERING_DISC;
    mpt between = mpt_max(s->look->list_gap, block->tight ? 0 : s->look->paragraph_gap);
    set_gap(s, between);
    for (const struct block *item = block->first; item; item = item->next) {
        if (item != block->first) {
            set_gap(s, between);
            set_penalty(s, PENALTY_ITEM);
        }
        build_item(s, &l, item);
        l.number++;
    }
    s->depth--;
    if (!s->item) /* what follows is no item */
        set_gap(s, s->look->leading / 2);
    s->again = false;
}
