/* SPDX-License-Identifier: MIT */
/* block/masthead.c — kicker, title and subtitle, in the style that the layout asks for. */
#include "block/masthead.h"

#include "base/arena.h"
#include "block/kinds.h"
#include "block/rich.h"

#define OPTICAL 40 /* the title hangs out to the left [thousandths of its size] */

mpt masthead_kicker(struct masthead *h, mpt room, mpt baseline)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, s->study->kicker, ROLE_KICKER);
    if (rich.list.n == 0)
        return 0;
    struct setting t = set_role(s, &rich, ROLE_KICKER, room);
    mpt drop = mpt_max(0, baseline - t.baseline);
    /* Where the title is not written yet, the kicker is what the study is called. */
    enum tag_role role = str_empty(s->study->title) ? TAG_H1 : TAG_P;
    marks_setting(s, &h->m, &t, (struct point){set_x(s, 0, room), h->y + drop},
                  tag_new(s->a, s->tag, role));
    return drop + t.height;
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

mpt masthead_snap(const struct masthead *h, enum role role, mpt y)
{
    struct setter *s = h->s;
    mpt half = s->look->leading / 2;
    if (!s->look->grid || half <= 0)
        return y;
    mpt off = (y + set_baseline(s, role) - set_baseline(s, ROLE_TEXT)) % half;
    return off == 0 ? y : y + (off > 0 ? half - off : -off);
}

void masthead_title(struct masthead *h)
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
    struct point at = {set_x(s, h->x, h->room) - (s->study->rtl ? 0 : hang), h->y};
    marks_setting(s, &h->m, &t, at, tag);
    h->y += t.height;
}

void masthead_subtitle(struct masthead *h, mpt room)
{
    struct setter *s = h->s;
    struct rich rich = rich_text(s, s->study->subtitle, ROLE_SUBTITLE);
    if (rich.list.n == 0)
        return;
    h->y += s->look->subtitle_gap;
    struct setting t = set_role(s, &rich, ROLE_SUBTITLE, room);
    marks_setting(s, &h->m, &t, (struct point){set_x(s, h->x, room), h->y},
                  tag_new(s->a, s->tag, TAG_P));
    h->y += t.height;
}

struct str masthead_comma(const struct study *study)
{
    static const struct {
        const char *lang, *comma;
    } commas[] = {
        {"ar", "، "},
        {"fa", "، "},
        {"ur", "، "},
        {"zh", "，"},
        {"ja", "、"}
    };
    for (size_t i = 0; i < countof(commas); i++)
        if (str_starts(study->lang, str_from(commas[i].lang)))
            return str_from(commas[i].comma);
    return S(", ");
}

struct str masthead_author(struct setter *s)
{
    const struct study *study = s->study;
    if (str_empty(study->author) || str_empty(study->author_role))
        return str_empty(study->author) ? study->author_role : study->author;
    return str_fmt(s->a, "%.*s%.*s%.*s", STR(study->author), STR(masthead_comma(study)),
                   STR(study->author_role));
}

static void (*const styles[])(struct masthead *) = {
    [MASTHEAD_BYLINE] = masthead_byline,
    [MASTHEAD_ROW] = masthead_row,
    [MASTHEAD_STACK] = masthead_stack,
    [MASTHEAD_ACROSS] = masthead_across,
};

mpt masthead_column(struct setter *s, const struct rich *rich, size_t n, mpt widest,
                    struct setting *set)
{
    mpt width = 0;
    for (size_t i = 0; i < n; i++)
        width = mpt_max(width, mpt_min(set_widths(s, &rich[i]).max + 1, widest));
    for (size_t i = 0; i < n; i++) {
        struct par_params p = set_params(s, ROLE_BYLINE, width);
        p.align = PAR_END;
        set[i] = set_text(s, &rich[i], ROLE_BYLINE, &p);
    }
    return width;
}

void build_masthead(struct setter *s)
{
    struct setter outer = *s;
    s->place = PLACE_WIDE;
    s->measure = s->look->wide;
    struct masthead h = {.s = s, .room = s->measure};
    styles[s->look->masthead](&h);
    if (h.m.list.n > 0) {
        set_begin(s);
        set_box(s, &h.m, h.y, 0);
        set_end(s);
        set_gap(s, s->look->masthead_below);
        s->keep = 1;
    }
    s->place = outer.place;
    s->measure = outer.measure;
    masthead_beside(s);
    s->again = false;
}
