/* SPDX-License-Identifier: MIT */
/* block/build.c — the whole study, from the masthead to the last note. */
#include "base/arena.h"
#include "block/foot.h"
#include "block/kinds.h"
#include "block/masthead.h"
#include "block/notes.h"
#include "block/order.h"
#include "block/rich.h"

/* Facts that no section holds: those of the front matter. They are a run, as they were appended
 * together, but any others are found as well. */
static void build_loose_facts(struct setter *s)
{
    const struct study *study = s->study;
    bool *held = arena_many(s->a, study->facts.n, bool);
    for (size_t i = 0; i < study->sections.n; i++)
        for (size_t k = 0; k < study->sections.at[i].parts.n; k++) {
            const struct part *part = &study->sections.at[i].parts.at[k];
            for (size_t f = 0; part->kind == PART_FACTS && f < part->count; f++)
                held[part->first + f] = true;
        }
    for (size_t i = 0; i < study->facts.n;) {
        size_t end = i;
        while (end < study->facts.n && !held[end])
            end++;
        if (end > i) {
            order_enter(s, SECTION_FACTS);
            set_gap(s, s->look->section_gap);
            build_facts(s, i, end - i);
        }
        i = end + 1;
    }
}

static size_t lead_of(const struct study *study)
{
    for (size_t i = 0; i < study->sections.n; i++)
        if (study->sections.at[i].kind == SECTION_TLDR)
            return i;
    return SIZE_MAX;
}

static void build_callouts(struct setter *s)
{
    size_t section = s->section;
    set_to_text(s);
    if (s->look->metrics_place == METRICS_AT_SIDE) {
        s->section = SIZE_MAX;
        set_to_side(s);
    }
    build_metrics(s);
    set_to_text(s);
    if (s->look->metrics_place == METRICS_AT_MASTHEAD)
        set_gap(s, s->look->masthead_below);
    s->section = section;
}

/* The sections in their order, with what stands behind the lead. */
static void build_sections(struct setter *s, const size_t *order, size_t count)
{
    size_t lead = lead_of(s->study);
    bool early = s->look->metrics_place == METRICS_AT_MASTHEAD;
    if (early || lead == SIZE_MAX)
        build_callouts(s);
    if (lead == SIZE_MAX)
        build_loose_facts(s);
    for (size_t i = 0; i < count; i++) {
        build_section(s, order[i]);
        if (order[i] != lead)
            continue;
        close_section(s);
        if (!early)
            build_callouts(s);
        build_loose_facts(s);
    }
    close_section(s);
}

static void build_body(struct setter *s)
{
    const size_t *order = order_sections(s->a, s->study, s->look);
    size_t foot = foot_first(s->study, s->look, order);
    build_sections(s, order, foot);
    s->section = SIZE_MAX;
    if (!s->look->links_pinned) {
        build_foot(s, order, foot);
        notes_finish(s);
        return;
    }
    notes_finish(s);
    build_foot(s, order, foot);
}

static void put_plain_line(struct setter *s, struct str words, enum tag_role role)
{
    struct rich rich = rich_text(s, words, ROLE_TEXT);
    if (rich.list.n == 0)
        return;
    struct setting t = set_role(s, &rich, ROLE_TEXT, s->measure);
    set_lines(s, &t, s->x, tag_new(s->a, s->tag, role));
    s->keep = KEEP_LINES;
}

static void put_plain_title(struct setter *s)
{
    if (str_empty(s->study->title))
        return;
    struct tag *tag = tag_new(s->a, s->tag, TAG_H1);
    struct rich rich = s->study->title_inlines
                           ? rich_inlines(s, s->study->title_inlines, ROLE_SECTION, tag)
                           : rich_text(s, s->study->title, ROLE_SECTION);
    struct setting t = set_role(s, &rich, ROLE_SECTION, s->measure);
    set_lines(s, &t, s->x, tag);
    s->keep = KEEP_LINES;
}

/* For measurements: the title is a heading like others, and what stands around it are lines of text,
 * since the words of no part of a study may be lost. */
static void build_plain_masthead(struct setter *s)
{
    const struct study *study = s->study;
    put_plain_line(s, study->kicker, str_empty(study->title) ? TAG_H1 : TAG_P);
    put_plain_title(s);
    put_plain_line(s, study->subtitle, TAG_P);
    put_plain_line(s, masthead_author(s), TAG_P);
    put_plain_line(s, study->date, TAG_P);
}

struct boxes block_build(struct arena *a, const struct block_request *request,
                         struct diags *d)
{
    struct boxes boxes = {.root = tag_new(a, NULL, TAG_DOCUMENT)};
    boxes.running = request->study->title;
    boxes.rtl = request->study->rtl;
    struct setter s = {.a = a, .request = request, .study = request->study};
    s.look = request->look;
    s.cache = request->cache;
    s.d = d;
    s.out = &boxes;
    s.tag = boxes.root;
    s.measure = s.look->measure;
    s.place = PLACE_TEXT;
    s.role = ROLE_TEXT;
    s.section = s.beside = SIZE_MAX;
    s.level = 1;
    notes_prepare(&s);
    if (s.look->plain)
        build_plain_masthead(&s);
    else
        build_masthead(&s);
    build_body(&s);
    return boxes;
}
