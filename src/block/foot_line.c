/* SPDX-License-Identifier: MIT */
/* block/foot_line.c — the foot of the study as running lines, or as QR codes. */
#include "block/foot_line.h"

#include "base/arena.h"
#include "block/icon.h"
#include "block/links.h"
#include "block/masthead.h"
#include "block/rich.h"

#define ENTRY_GAP 19843 /* between entries, 7 mm [mpt] */
#define LABEL_GAP PT(4) /* name to address */

/* Lines that fill from the start side. */
struct lines_here {
    struct setter *s;
    struct marks *m;
    mpt x, y;
    mpt high; /* of this line */
    mpt owed; /* white space below codes, if anything follows */
};

static void pay(struct lines_here *l)
{
    l->y += l->owed;
    l->owed = 0;
}

static void next_line(struct lines_here *l)
{
    l->y += l->high;
    l->x = l->high = 0;
}

/* Put `rich` behind what stands in the line. */
static void put(struct lines_here *l, const struct rich *rich, struct tag *tag, mpt gap)
{
    struct setter *s = l->s;
    pay(l);
    mpt width = mpt_min(set_widths(s, rich).max + 1, s->measure - l->x);
    struct par_params p = set_params(s, ROLE_LINK_URL, width);
    p.align = PAR_RAGGED;
    struct setting t = set_text(s, rich, ROLE_LINK_URL, &p);
    marks_setting(s, l->m, &t, (struct point){set_x(s, l->x, width), l->y}, tag);
    l->x = mpt_min(l->x + width + gap, s->measure);
    l->high = mpt_max(l->high, t.height);
}

static void put_address(struct lines_here *l, const struct link *link,
                        const struct rich *rich, struct tag *tag)
{
    struct setter *s = l->s;
    mpt room = icon_room(s);
    pay(l);
    mpt width = mpt_min(set_widths(s, rich).max + 1 + room, s->measure - l->x);
    struct par_params p = set_params(s, ROLE_LINK_URL, width - room);
    p.align = PAR_RAGGED;
    struct setting t = set_text(s, rich, ROLE_LINK_URL, &p);
    struct rect at = {set_x(s, l->x, width), l->y, width, 0};
    icon_address(s, l->m, link, &t, at, tag);
    l->x = mpt_min(l->x + width + ENTRY_GAP, s->measure);
    l->high = mpt_max(l->high, t.height);
}

/* A new line where `width` does not fit this one. */
static void make_room(struct lines_here *l, mpt width)
{
    if (l->x > 0 && width > l->s->measure - l->x)
        next_line(l);
}

/* A title stays on the line of what follows it, `next` wide. */
static void put_title(struct lines_here *l, const struct section *section, struct tag *sect,
                      mpt next)
{
    struct setter *s = l->s;
    if (str_empty(section->title))
        return;
    struct tag *tag = tag_new(s->a, sect, TAG_H2);
    s->span = section->span;
    struct rich rich = section->title_inlines
                           ? rich_inlines(s, section->title_inlines, ROLE_LINK_LABEL, tag)
                           : rich_text(s, section->title, ROLE_LINK_LABEL);
    for (size_t i = 0; i < rich.list.n; i++) {
        rich.list.at[i].face.weight = 600;
        rich.list.at[i].colour = s->look->text_colour;
    }
    make_room(l, set_widths(s, &rich).max + (next > 0 ? ENTRY_GAP / 2 + next : 0));
    put(l, &rich, tag, ENTRY_GAP / 2);
}

/* Of a name and its address on one line. */
static mpt link_width(struct setter *s, const struct link *link)
{
    struct rich label =
        rich_text(s, links_labelled(link) ? links_label(s, link) : S(""), ROLE_LINK_LABEL);
    struct rich url = links_address(s, link, tag_new(s->a, NULL, TAG_SPAN));
    mpt named = label.list.n > 0 ? set_widths(s, &label).max + LABEL_GAP : 0;
    return named + icon_room(s) + set_widths(s, &url).max;
}

static void put_link(struct lines_here *l, const struct link *link, struct tag *list)
{
    struct setter *s = l->s;
    struct tag *body = tag_new(s->a, tag_new(s->a, list, TAG_LI), TAG_LBODY);
    struct rich label =
        rich_text(s, links_labelled(link) ? links_label(s, link) : S(""), ROLE_LINK_LABEL);
    struct rich url = links_address(s, link, body);
    make_room(l, link_width(s, link));
    if (label.list.n > 0)
        put(l, &label, body, LABEL_GAP);
    put_address(l, link, &url, body);
}

/* At the end side of the last line, where it fits. */
static void put_disclosure(struct lines_here *l)
{
    struct setter *s = l->s;
    const struct block *block = s->disclosure;
    if (!block)
        return;
    s->disclosure = NULL;
    pay(l);
    s->span = block->span;
    struct rich rich = rich_inlines(s, block->inlines, ROLE_DISCLOSURE, s->disclosure_tag);
    mpt width = mpt_min(set_widths(s, &rich).max + 1, s->measure);
    bool alone = l->x == 0 || width > s->measure - l->x;
    make_room(l, width);
    struct par_params p = set_params(s, ROLE_DISCLOSURE, width);
    p.align = PAR_RAGGED;
    struct setting t = set_text(s, &rich, ROLE_DISCLOSURE, &p);
    if (!alone)
        t.baseline = set_baseline(s, ROLE_LINK_URL);
    mpt x = alone ? 0 : s->measure - width;
    struct marks m = {{0}}; /* before the links, as it is in the author's order */
    marks_setting(s, &m, &t, (struct point){set_x(s, x, width), l->y}, s->disclosure_tag);
    for (size_t i = 0; i < l->m->list.n; i++)
        vec_push(s->a, &m.list, l->m->list.at[i]);
    *l->m = m;
    l->high = mpt_max(l->high, t.height);
}

/* Web addresses of a section in rows of codes. */
static void put_codes(struct lines_here *l, const struct link *links, size_t count,
                      struct tag *list)
{
    struct setter *s = l->s;
    size_t n = 0;
    const struct link **all = arena_many(s->a, count, const struct link *);
    for (size_t i = 0; i < count; i++)
        if (links_scannable(&links[i]))
            all[n++] = &links[i];
    struct links_row row = {.plan = links_qr_plan(s, all, n)};
    pay(l);
    for (size_t i = 0; i < n; i += row.n) {
        row.at = all + i;
        row.n = n - i < row.plan.columns ? n - i : row.plan.columns;
        l->y += i > 0 ? s->look->leading : 0;
        l->y += links_qr_row(s, l->m, &row, list, l->y);
    }
}

static void put_section(struct lines_here *l, const struct section *section)
{
    struct setter *s = l->s;
    size_t count = 0;
    const struct link *links = foot_links(s->study, section, &count);
    struct tag *sect = tag_new(s->a, s->tag, TAG_SECT);
    sect->title = section->title;
    bool codes = s->look->links == LINKS_QR, coded = false;
    for (size_t i = 0; i < count && codes; i++)
        coded = coded || links_scannable(&links[i]);
    put_title(l, section, sect, count > 0 && !coded ? link_width(s, &links[0]) : 0);
    if (count == 0 || (count == 1 && links == masthead_link(s)))
        return;
    struct tag *list = tag_new(s->a, sect, TAG_L);
    if (coded) {
        next_line(l);
        l->y += str_empty(section->title) ? 0 : links_qr_quiet(s->look);
        put_codes(l, links, count, list);
        l->owed = mpt_max(s->look->leading / 2, links_qr_quiet(s->look));
    }
    for (size_t i = 0; i < count; i++)
        if (&links[i] != masthead_link(s) && !(coded && links_scannable(&links[i])))
            put_link(l, &links[i], list);
}

mpt foot_lines(struct setter *s, struct marks *m, struct foot_sections sections, mpt y)
{
    struct lines_here l = {.s = s, .m = m, .y = y};
    for (size_t i = 0; i < sections.n; i++) {
        s->section = sections.at[i];
        put_section(&l, &s->study->sections.at[sections.at[i]]);
    }
    put_disclosure(&l);
    return l.y + l.high;
}
