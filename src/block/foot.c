/* SPDX-License-Identifier: MIT */
/* block/foot.c — the last sections, links and contact, side by side at the foot of the study. */
#include "block/foot.h"

#include "base/arena.h"
#include "block/foot_line.h"
#include "block/foot_row.h"
#include "block/kinds.h"
#include "block/links.h"
#include "block/rich.h"

#define LINE_DROP PT(4)    /* rule to a running line */
#define ENTRIES_MAX 24     /* more are set as sections of their own */
#define NUMBER_ROOM PT(60) /* "12 / 12" at the end of a running foot, and white before it */
/* What takes more than this part of a page is not pinned to its foot. */
#define FOOT_SHARE 3

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
    struct marks m = {{0}};
    if (s->look->links_rule > 0)
        marks_rule(s, &m, (struct rect){s->x, 0, s->measure, 0}, s->look->links_rule,
                   s->look->text_colour);
    mpt height = drop_of(s, count > 0 ? order[first] : s->study->sections.n);
    struct foot_sections sections = {order + first, count};
    if (s->look->links == LINKS_FOOT && count > 0) {
        height = foot_row(s, &m, sections, s->look->leading / 4);
        sections.n = 0;
    }
    height = foot_lines(s, &m, sections, height);
    s->keep = 0;
    set_gap(s, mpt_max(s->look->section_gap, s->look->leading));
    set_begin(s);
    if (height > set_tallest(s) / FOOT_SHARE)
        s->place = PLACE_WIDE;
    set_box(s, &m, height, (int)count);
    set_end(s);
    s->place = outer.place;
    s->measure = outer.measure;
    s->disclosure = NULL;
}
