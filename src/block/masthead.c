/* SPDX-License-Identifier: MIT */
/* block/masthead.c — kicker, title, subtitle, and who wrote it. */
#include "base/arena.h"
#include "block/kinds.h"
#include "block/rich.h"

#define OPTICAL 40 /* the title hangs out to the left [thousandths of its size] */
#define KICKER_GAP PT(3)
#define SUBTITLE_GAP PT(3)
#define BYLINE_GUTTER PT(24)
#define BYLINE_WIDEST 400 /* of the sheet's text [thousandths] */
#define BYLINE_LINES 3

/* Who wrote it, at the right. */
struct byline {
    struct setting set[BYLINE_LINES];
    mpt width, height;
};

/* The masthead under construction. */
struct masthead {
    struct setter *s;
    struct marks m;
    struct byline by;
    mpt room; /* beside the byline [mpt] */
    mpt y;    /* foot of what has been set [mpt] */
};

static struct byline set_byline(struct setter *s)
{
    const struct study *study = s->study;
    struct str said[BYLINE_LINES] = {study->author, study->author_role, study->date};
    struct byline by = {.width = 0};
    mpt widest = mpt_scale(s->measure, BYLINE_WIDEST, 1000);
    struct rich rich[BYLINE_LINES];
    for (size_t i = 0; i < BYLINE_LINES; i++) {
        rich[i] = rich_text(s, said[i], ROLE_BYLINE);
        by.width = mpt_max(by.width, mpt_min(set_widths(s, &rich[i]).max + 1, widest));
    }
    for (size_t i = 0; i < BYLINE_LINES; i++) {
        struct par_params p = set_params(s, ROLE_BYLINE, by.width);
        p.align = PAR_END;
        by.set[i] = set_text(s, &rich[i], ROLE_BYLINE, &p);
        by.height += by.set[i].height;
    }
    return by;
}

static void mark_byline(struct masthead *h)
{
    struct setter *s = h->s;
    mpt y = 0;
    for (size_t i = 0; i < BYLINE_LINES; i++) {
        if (h->by.set[i].lines.count == 0)
            continue;
        struct point at = {set_x(s, s->measure - h->by.width, h->by.width), y};
        marks_setting(s, &h->m, &h->by.set[i], at, tag_new(s->a, s->tag, TAG_P));
        y += h->by.set[i].height;
    }
}

/* The kicker shares its baseline with the first line of the byline. */
static void mark_kicker(struct masthead *h)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, s->study->kicker, ROLE_KICKER);
    if (rich.list.n == 0)
        return;
    struct setting t = set_role(s, &rich, ROLE_KICKER, h->room);
    mpt drop = h->by.height > 0 ? mpt_max(0, h->by.set[0].baseline - t.baseline) : 0;
    /* Where the title is not written yet, the kicker is what the study is called. */
    enum tag_role role = str_empty(s->study->title) ? TAG_H1 : TAG_P;
    marks_setting(s, &h->m, &t, (struct point){set_x(s, 0, h->room), drop},
                  tag_new(s->a, s->tag, role));
    h->y = drop + t.height + KICKER_GAP;
}

static struct rich title_text(struct setter *s, struct tag *tag)
{
    if (s->study->title_inlines)
        return rich_inlines(s, s->study->title_inlines, ROLE_TITLE, tag);
    return rich_text(s, s->study->title, ROLE_TITLE);
}

/* "Name: what it is" that takes two lines parts at its colon, where both halves fit. */
static void part_at_colon(struct setter *s, struct rich *rich, mpt room)
{
    if (rich->list.n != 1 || set_widths(s, rich).max <= room)
        return;
    struct str text = rich->list.at[0].text;
    size_t colon = str_find(text, S(": "), 0);
    if (colon == text.n)
        return;
    struct stretch head = rich->list.at[0], tail = head;
    head.text = str_sub(text, 0, colon + 2);
    tail.text = str_sub(text, colon + 2, text.n);
    struct rich left = {{0}}, right = {{0}};
    rich_put(s, &left, head);
    rich_put(s, &right, tail);
    if (set_widths(s, &left).max > room || set_widths(s, &right).max > room)
        return;
    left.list.at[0].flags |= STRETCH_BREAK_AFTER;
    rich_join(s, &left, &right);
    *rich = left;
}

static void mark_title(struct masthead *h)
{
    struct setter *s = h->s;
    if (str_empty(s->study->title))
        return;
    struct tag *tag = tag_new(s->a, s->tag, TAG_H1);
    s->span = s->study->title_span;
    struct rich rich = title_text(s, tag);
    part_at_colon(s, &rich, h->room);
    struct setting t = set_role(s, &rich, ROLE_TITLE, h->room);
    mpt hang = mpt_scale(s->look->roles[ROLE_TITLE].size, OPTICAL, 1000);
    struct point at = {set_x(s, 0, h->room) - (s->study->rtl ? 0 : hang), h->y};
    marks_setting(s, &h->m, &t, at, tag);
    h->y += t.height;
}

/* Below the byline it may run as wide as the sheet. */
static void mark_subtitle(struct masthead *h)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, s->study->subtitle, ROLE_SUBTITLE);
    if (rich.list.n == 0)
        return;
    h->y += SUBTITLE_GAP;
    mpt room = h->y >= h->by.height ? s->measure : h->room;
    struct setting t = set_role(s, &rich, ROLE_SUBTITLE, room);
    marks_setting(s, &h->m, &t, (struct point){set_x(s, 0, room), h->y},
                  tag_new(s->a, s->tag, TAG_P));
    h->y += t.height;
}

void build_masthead(struct setter *s)
{
    struct setter outer = *s;
    s->place = PLACE_WIDE;
    s->measure = s->look->wide;
    struct masthead h = {.s = s, .by = set_byline(s)};
    h.room = s->measure - (h.by.width > 0 ? h.by.width + BYLINE_GUTTER : 0);
    mark_kicker(&h);
    mark_title(&h);
    mark_subtitle(&h);
    mark_byline(&h);
    if (h.m.list.n > 0) {
        set_begin(s);
        set_box(s, &h.m, mpt_max(h.y, h.by.height), 0);
        set_end(s);
        set_gap(s, s->look->leading);
        s->keep = 1;
    }
    s->place = outer.place;
    s->measure = outer.measure;
    s->again = false;
}
