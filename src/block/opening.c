/* SPDX-License-Identifier: MIT */
/* block/opening.c — what a section begins with: a rule, and a title that hangs beside it. */
#include "block/opening.h"

#include "base/arena.h"

#define CAPTION_GAP PT(4) /* title to caption */

static mpt put_side_rule(struct setter *s, struct marks *m)
{
    const struct look *look = s->look;
    if (look->side_rule == 0)
        return 0;
    marks_rule(s, m, (struct rect){s->x, 0, s->measure, 0}, look->side_rule, look->line);
    return look->side_rule_gap;
}

/* The rule runs from the title column to the margin column, or along one of two columns. It stands in the glue above the section:
 * at the top of a sheet it is where a running head ends. Gives the height it takes of the box. */
static mpt put_rule(struct setter *s, struct marks *m)
{
    const struct look *look = s->look;
    if (s->place == PLACE_SIDE)
        return put_side_rule(s, m);
    bool first = !s->opened && look->first_rule > 0;
    mpt width = first ? look->first_rule : look->section_rule;
    s->opened = true;
    if (width == 0)
        return 0;
    bool column = s->place == PLACE_TEXT && look->columns > 1;
    mpt start = s->place == PLACE_TEXT && !column ? look->title_column : 0;
    mpt length = column ? s->measure : look->wide;
    mpt gap = set_on_grid(s, look->rule_gap);
    struct rect along = {set_x(s, -start, length), -gap, length, 0};
    marks_rule(s, m, along, width, first ? look->text_colour : look->rule);
    s->gap += gap;
    return 0;
}

/* Lines of the title that stand beside the first box keep as many of the text with them. */
static int lines_of(const struct setting *t)
{
    return t->lines.count > KEEP_LINES ? (int)t->lines.count : KEEP_LINES;
}

struct opening opening_put(struct setter *s, const struct rich *rich, struct tag *tag)
{
    const struct look *look = s->look;
    struct opening opening = {.box = SIZE_MAX};
    struct marks m = {{0}};
    mpt height = put_rule(s, &m);
    opening.title = m.list.n;
    struct setting t = set_role(s, rich, ROLE_SECTION, look->title_column - look->gutter);
    mpt x = set_x(s, -look->title_column, look->title_column - look->gutter);
    marks_setting(s, &m, &t, (struct point){x, height}, tag);
    opening.title_height = t.height;
    if (m.list.n == 0)
        return opening;
    s->keep = s->keep > 0 ? 1 : 0; /* the masthead keeps the first heading */
    set_box(s, &m, height, 1);
    opening.box = s->out->list.n - 1;
    s->keep = lines_of(&t);
    return opening;
}

mpt opening_room(const struct setter *s)
{
    bool column = s->look->title_column > 0 && s->place == PLACE_TEXT;
    bool inside = s->item || s->frame;
    return column && !inside ? s->look->title_column - s->look->gutter : 0;
}

mpt opening_foot(const struct setter *s)
{
    const struct opening *o = s->opening;
    bool first = o && o->box + 1 == s->out->list.n;
    return first && o->title_height > 0 ? o->title_height + CAPTION_GAP : 0;
}

mpt opening_caption(struct setter *s, struct marks *m, const struct rich *rich,
                    struct tag *tag)
{
    mpt room = opening_room(s), top = opening_foot(s);
    struct setting t = set_role(s, rich, ROLE_CAPTION, room);
    struct point at = {set_x(s, -s->look->title_column, room), top};
    marks_setting(s, m, &t, at, tag);
    return top + t.height;
}

static bool is_beside(const struct setter *s, size_t i)
{
    enum place place = s->out->list.at[i].place;
    return place == PLACE_TEXT || place == PLACE_WIDE;
}

/* Where the first line of text of a box has its baseline; -1: it has none. */
static mpt first_baseline(const struct box *box)
{
    for (size_t i = 0; box->lines > 0 && i < box->mark_count; i++)
        if (box->marks[i].kind == MARK_LINE)
            return box->marks[i].y;
    return -1;
}

static void lower_title(struct box *box, const struct opening *opening, mpt by)
{
    for (size_t i = opening->title; i < box->mark_count; i++)
        box->marks[i].y += by;
}

/* From the first box beside the title to the foot of the last one, and which that is. */
static mpt height_beside(const struct setter *s, size_t first, size_t *last)
{
    int64_t height = 0;
    for (size_t i = first; i < s->out->list.n; i++)
        if (is_beside(s, i)) {
            *last = i;
            height += s->out->list.at[i].gap + s->out->list.at[i].height;
        }
    return height < MPT_MAX ? (mpt)height : MPT_MAX;
}

void opening_close(struct setter *s, const struct opening *opening)
{
    if (opening->box == SIZE_MAX || opening->title_height == 0)
        return;
    size_t n = s->out->list.n, first = opening->box + 1, last = opening->box;
    while (first < n && !is_beside(s, first))
        first++;
    struct box *box = &s->out->list.at[opening->box];
    const struct box *text = first < n ? &s->out->list.at[first] : NULL;
    if (text && text->place == PLACE_WIDE) { /* it stands above */
        box->height += opening->title_height;
        return;
    }
    mpt baseline = text ? first_baseline(text) : -1;
    mpt drop = text ? text->gap : 0;
    if (baseline >= 0)
        drop += mpt_max(0, baseline - set_baseline(s, ROLE_SECTION));
    lower_title(box, opening, drop);
    mpt beside = height_beside(s, first, &last);
    if (drop + opening->title_height > beside)
        s->out->list.at[last].height += drop + opening->title_height - beside;
}
