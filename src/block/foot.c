/* SPDX-License-Identifier: MIT */
/* block/foot.c — the last sections, links and contact, side by side at the foot of the study. */
#include "block/foot.h"

#include "base/arena.h"
#include "block/foot_line.h"
#include "block/kinds.h"
#include "block/links.h"
#include "block/rich.h"

#define LINE_DROP PT(4)    /* rule to a running line */
#define ENTRIES_MAX 24     /* more are set as sections of their own */
#define NUMBER_ROOM PT(60) /* "12 / 12" at the end of a running foot, and white before it */
#define FOOT_SHARE \
    3 /* what takes more than this part of a page is not pinned to its foot */

/* The row under construction. */
struct foot {
    struct setter *s;
    struct marks m;
    size_t column;
    mpt width;  /* of a column */
    mpt y;      /* top of this row */
    mpt titles; /* height of the titles in this row */
    mpt height; /* of this row so far */
    int lines;
};

static size_t columns(const struct setter *s)
{
    return (size_t)s->look->links_columns;
}

static const struct part *only_part(const struct section *section)
{
    if (section->parts.n != 1)
        return NULL;
    const struct part *part = &section->parts.at[0];
    bool row = part->kind == PART_LINKS || part->kind == PART_CONTACT;
    return row && part->count > 0 && str_empty(str_trim(part->rest)) ? part : NULL;
}

/* Links or contact alone; a heading without anything may stand above them. */
static bool is_row(const struct section *section)
{
    bool kind = section->kind == SECTION_LINKS || section->kind == SECTION_CONTACT;
    return section->level <= 2 && (only_part(section) || (kind && section->parts.n == 0));
}

const struct link *foot_links(const struct study *study, const struct section *section,
                              size_t *count)
{
    const struct part *part = only_part(section);
    *count = part ? part->count : 0;
    if (!part)
        return NULL;
    return part->kind == PART_LINKS ? &study->links.at[part->first]
                                    : &study->contact.at[part->first];
}

size_t foot_first(const struct study *study, const struct look *look, const size_t *order)
{
    size_t first = study->sections.n;
    bool foot =
        look->links == LINKS_FOOT || look->links == LINKS_LINE || look->links == LINKS_QR;
    if (!foot || look->plain)
        return first;
    size_t entries = 0;
    while (first > 0 && is_row(&study->sections.at[order[first - 1]])) {
        const struct part *part = only_part(&study->sections.at[order[first - 1]]);
        entries += part ? part->count : 1;
        if (entries > ENTRIES_MAX)
            break;
        first--;
    }
    return first;
}

static void next_row(struct foot *f)
{
    if (f->column == 0)
        return;
    f->y += f->height + f->s->look->leading / 4;
    f->height = f->titles = 0;
    f->column = 0;
}

/* The title of a section at `y`; gives its height. */
static mpt put_title(struct foot *f, const struct section *section, struct tag *sect, mpt y)
{
    struct setter *s = f->s;
    struct tag *tag = tag_new(s->a, sect, TAG_H2);
    s->span = section->span;
    struct rich rich = section->title_inlines
                           ? rich_inlines(s, section->title_inlines, ROLE_SECTION, tag)
                           : rich_text(s, section->title, ROLE_SECTION);
    struct setting t = set_role(s, &rich, ROLE_SECTION, f->width);
    mpt x = set_x(s, (mpt)f->column * (f->width + s->look->links_gutter), f->width);
    marks_setting(s, &f->m, &t, (struct point){x, y}, tag);
    return mpt_max(t.height, t.leading);
}

static void put_entry(struct foot *f, const struct link *link, struct tag *list, mpt drop)
{
    struct setter *s = f->s;
    if (f->column == columns(s))
        next_row(f);
    mpt x = set_x(s, (mpt)f->column * (f->width + s->look->links_gutter), f->width);
    struct point at = {x, f->y + f->titles + drop};
    mpt height = links_entry(s, &f->m, link, list, at, f->width);
    f->height = mpt_max(f->height, f->titles + drop + height);
    f->column++;
    f->lines++;
}

static void put_section(struct foot *f, size_t index)
{
    struct setter *s = f->s;
    const struct section *section = &s->study->sections.at[index];
    size_t count = 0;
    const struct link *links = foot_links(s->study, section, &count);
    struct tag *sect = tag_new(s->a, s->tag, TAG_SECT);
    sect->title = section->title;
    s->section = index;
    /* Programs that go by position read line by line: a title beside entries stands on the line of
     * their labels, as the label of its own single entry. */
    bool as_label = f->column > 0 && f->column < columns(s) && count == 1 &&
                    f->titles > 0 && !links_labelled(&links[0]);
    if (f->column > 0 && !as_label)
        next_row(f);
    mpt drop = 0;
    if (!str_empty(section->title)) {
        mpt height = put_title(f, section, sect, as_label ? f->y + f->titles : f->y);
        drop = as_label ? height : 0;
        f->titles = as_label ? f->titles : height;
    }
    if (!links) {
        f->height = mpt_max(f->height, f->titles);
        f->column++;
        return;
    }
    struct tag *list = tag_new(s->a, sect, TAG_L);
    for (size_t i = 0; i < count; i++)
        put_entry(f, &links[i], list, drop);
}

/* Entries in columns, names above addresses. */
static mpt put_columns(struct foot *f, const size_t *order, size_t count)
{
    struct setter *s = f->s;
    mpt n = s->look->links_columns;
    f->y = s->look->leading / 4;
    f->width = (s->measure - (n - 1) * s->look->links_gutter) / n;
    for (size_t i = 0; i < count; i++)
        put_section(f, order[i]);
    return f->y + f->height;
}

/* Below the rule a code needs its quiet zone; a title does not. */
static mpt drop_of(const struct setter *s, size_t first)
{
    bool titled =
        first < s->study->sections.n && !str_empty(s->study->sections.at[first].title);
    return s->look->links == LINKS_QR && !titled ? links_qr_quiet(s->look) : LINE_DROP;
}

/* The disclosure on the line of the running foot, where it fits beside the page number there. */
static void put_running(struct setter *s)
{
    const struct block *block = s->disclosure;
    if (!block || s->look->disclosure_place != DISCLOSURE_RUNNING || !s->look->foot_shown)
        return;
    struct setter outer = *s;
    struct rich rich = rich_inlines(s, block->inlines, ROLE_DISCLOSURE, s->disclosure_tag);
    s->measure = s->look->wide;
    mpt width = set_widths(s, &rich).max + 1;
    if (width <= s->measure - NUMBER_ROOM) {
        struct setting t = set_role(s, &rich, ROLE_DISCLOSURE, width);
        struct marks m = {{0}};
        marks_setting(s, &m, &t, (struct point){set_x(s, 0, width), 0}, s->disclosure_tag);
        *s = outer;
        s->span = block->span;
        s->place = PLACE_RUNNING;
        s->gap = s->stretch = s->shrink = s->keep = 0;
        set_box(s, &m, t.baseline, 0);
        outer.disclosure = NULL;
    }
    *s = outer;
}

void build_foot(struct setter *s, const size_t *order, size_t first)
{
    size_t count = s->study->sections.n - first;
    put_running(s);
    if (count == 0 && !s->disclosure)
        return;
    struct setter outer = *s;
    s->measure = s->look->wide;
    s->place = s->look->links_pinned ? PLACE_FOOT : PLACE_WIDE;
    struct foot f = {.s = s};
    if (s->look->links_rule > 0)
        marks_rule(s, &f.m, (struct rect){s->x, 0, s->measure, 0}, s->look->links_rule,
                   s->look->text_colour);
    mpt height = drop_of(s, count > 0 ? order[first] : s->study->sections.n);
    struct foot_sections sections = {order + first, count};
    if (s->look->links == LINKS_FOOT && count > 0) {
        height = put_columns(&f, order + first, count);
        sections.n = 0;
    }
    height = foot_lines(s, &f.m, sections, height);
    s->keep = 0;
    set_gap(s, mpt_max(s->look->section_gap, s->look->leading));
    set_begin(s);
    if (height > set_tallest(s) / FOOT_SHARE)
        s->place = PLACE_WIDE;
    set_box(s, &f.m, height, f.lines);
    set_end(s);
    s->place = outer.place;
    s->measure = outer.measure;
    s->disclosure = NULL;
}
