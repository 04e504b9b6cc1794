/* SPDX-License-Identifier: MIT */
/* block/section.c — a section: its heading, then its parts in the author's order. */
#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "block/aside.h"
#include "block/caption.h"
#include "block/kinds.h"
#include "block/opening.h"
#include "block/order.h"
#include "block/rich.h"

#define DISCLOSURE_WORDS 30 /* a longer paragraph is no disclosure line */
#define DISCLOSURE_RULE PT(0.5)
#define DISCLOSURE_GAP PT(3) /* rule to words, in the margin */
#define SECTION_LEVEL 2

/* --- headings -------------------------------------------------------------------------------- */

static enum role title_role(const struct setter *s, const struct section *section)
{
    if (s->place == PLACE_SIDE)
        return ROLE_SIDE_TITLE;
    return section->level > SECTION_LEVEL ? ROLE_SUBHEAD : ROLE_SECTION;
}

static struct rich title_text(struct setter *s, const struct section *section,
                              struct tag *tag)
{
    enum role role = title_role(s, section);
    tell_images(s, section->title_inlines);
    if (section->title_inlines)
        return rich_inlines(s, section->title_inlines, role, tag);
    return rich_text(s, section->title, role);
}

static struct tag *heading_tag(struct setter *s, const struct section *section)
{
    int level = section->level > s->level + 1 ? s->level + 1 : section->level;
    s->level = level < SECTION_LEVEL ? SECTION_LEVEL : level;
    static const enum tag_role roles[] = {TAG_H2, TAG_H3, TAG_H4};
    int deep = s->level - SECTION_LEVEL;
    return tag_new(s->a, s->tag, roles[deep < 2 ? deep : 2]);
}

static void put_title(struct setter *s, const struct section *section, struct tag *tag)
{
    enum role role = title_role(s, section);
    struct rich rich = title_text(s, section, tag);
    struct setting t = set_role(s, &rich, role, s->measure);
    s->keep = s->keep > 0 ? 1 : 0; /* the masthead keeps the first heading */
    set_lines(s, &t, s->x, tag);
    set_gap(s, s->place == PLACE_SIDE ? s->look->side_heading_gap : s->look->heading_gap);
    s->keep = KEEP_LINES;
}

static bool begins_with_prose(struct setter *s, const struct section *section)
{
    const struct part *part = section->parts.n > 0 ? &section->parts.at[0] : NULL;
    return part && part->kind == PART_BLOCK && part->block &&
           part->block->kind == BLOCK_PARAGRAPH && !only_images(part->block->inlines) &&
           !caption_leads(s, part->block);
}

/* The heading as the first words of the paragraph that follows. */
static void run_in(struct setter *s, const struct section *section, struct tag *tag)
{
    struct rich *rich = arena_make(s->a, struct rich);
    *rich = title_text(s, section, tag);
    rich_put(s, rich, rich_stretch(s, S("\u2002"), ROLE_SECTION));
    for (size_t i = 0; i < rich->list.n; i++)
        if (!rich->list.at[i].tag)
            rich->list.at[i].tag = tag;
    s->run_in = rich;
}

static bool is_titled(const struct section *section)
{
    return !str_empty(section->title) || section->title_inlines;
}

/* In the title column, beside what follows. */
static bool hangs(const struct setter *s, const struct section *section)
{
    return s->look->title_column > 0 && section->level <= SECTION_LEVEL &&
           s->place != PLACE_SIDE && !s->look->plain;
}

/* What stands above the text of a section: its rule, and a title that hangs. */
static void put_opening(struct setter *s, const struct section *section)
{
    struct rich rich = {{0}};
    struct tag *tag = NULL;
    if (section->level > SECTION_LEVEL || s->look->plain)
        return;
    s->span = section->span;
    if (is_titled(section) && hangs(s, section)) {
        tag = heading_tag(s, section);
        rich = title_text(s, section, tag);
    }
    s->opening = arena_make(s->a, struct opening);
    *s->opening = opening_put(s, &rich, tag);
}

void close_section(struct setter *s)
{
    if (s->opening)
        opening_close(s, s->opening);
    s->opening = NULL;
}

/* The title of the TL;DR begins large text: a layout says of it by itself where it stands. */
static bool runs_in(struct setter *s, const struct section *section)
{
    int style =
        section->kind == SECTION_TLDR ? s->look->lead_style : s->look->section_style;
    return style == SECTION_RUN_IN && begins_with_prose(s, section);
}

static void build_title(struct setter *s, const struct section *section)
{
    put_opening(s, section);
    if (!is_titled(section) || hangs(s, section))
        return;
    struct tag *tag = heading_tag(s, section);
    s->span = section->span;
    if (runs_in(s, section))
        run_in(s, section, tag);
    else
        put_title(s, section, tag);
}

/* --- the disclosure line ----------------------------------------------------------------------- */

static bool is_letter(struct str text, size_t at)
{
    return at < text.n && text.p[at] >= 'a' && text.p[at] <= 'z';
}

/* True where `text`, in lower case, holds `word` by itself. */
static bool mentions(struct str text, struct str word)
{
    for (size_t i = str_find(text, word, 0); i < text.n; i = str_find(text, word, i + 1))
        if ((i == 0 || !is_letter(text, i - 1)) && !is_letter(text, i + word.n))
            return true;
    return false;
}

/* "Drafted/edited with AI; all results verified by the author." at the end of Ethics. */
static bool is_disclosure(struct setter *s, const struct block *block)
{
    if (attrs_has(&block->attrs, S("disclosure")))
        return true;
    struct str text = block_text(s->a, block);
    if (text_words(text) > DISCLOSURE_WORDS || str_find(text, S(". "), 0) < text.n)
        return false;
    struct str lower = str_lower(s->a, text);
    static const char *const deeds[] = {"drafted", "edited", "written", "verified",
                                        "checked"};
    bool deed = false;
    for (size_t i = 0; i < countof(deeds); i++)
        deed = deed || mentions(lower, str_from(deeds[i]));
    return deed && (mentions(lower, S("ai")) || mentions(lower, S("llm")) ||
                    mentions(lower, S("ki")));
}

/* In the margin as a caption, under a rule. */
static void put_disclosure_aside(struct setter *s, const struct block *block,
                                 struct tag *tag)
{
    mpt width = s->look->margin_column;
    struct rich rich = rich_inlines(s, block->inlines, ROLE_CAPTION, tag);
    struct setting t = set_role(s, &rich, ROLE_CAPTION, width);
    struct marks m = {{0}};
    marks_rule(s, &m, (struct rect){0, 0, width, 0}, DISCLOSURE_RULE, s->look->rule);
    marks_setting(s, &m, &t, (struct point){0, DISCLOSURE_GAP}, tag);
    aside_put(s, &m, DISCLOSURE_GAP + t.height);
}

/* Below all else in the side column, under a rule; in the author's order for all who do not look. */
static void put_disclosure_beside(struct setter *s, const struct block *block,
                                  struct tag *tag)
{
    const struct look *look = s->look;
    set_to_side(s);
    set_gap(s, look->side_gap);
    struct rich rich = rich_inlines(s, block->inlines, ROLE_DISCLOSURE, tag);
    struct setting t = set_role(s, &rich, ROLE_DISCLOSURE, s->measure);
    struct marks m = {{0}};
    if (look->side_rule > 0)
        marks_rule(s, &m, (struct rect){s->x, 0, s->measure, 0}, look->side_rule,
                   look->line);
    marks_setting(s, &m, &t, (struct point){s->x, look->side_rule_gap}, tag);
    set_box(s, &m, look->side_rule_gap + t.height, (int)t.lines.count)->late = true;
    set_to_text(s);
}

static void put_disclosure(struct setter *s, const struct block *block)
{
    struct tag *tag = tag_new(s->a, s->tag, TAG_P);
    if (s->look->disclosure_place == DISCLOSURE_SIDE && set_beside(s) &&
        s->place == PLACE_TEXT) {
        put_disclosure_beside(s, block, tag);
        return;
    }
    if (s->look->disclosure_place == DISCLOSURE_MARGIN && aside_fits(s)) {
        put_disclosure_aside(s, block, tag);
        return;
    }
    if (s->look->disclosure_place == DISCLOSURE_FOOT ||
        s->look->disclosure_place == DISCLOSURE_RUNNING) {
        s->disclosure = block;
        s->disclosure_tag = tag;
        return;
    }
    struct rich rich = rich_inlines(s, block->inlines, ROLE_DISCLOSURE, tag);
    s->again = false;
    build_prose(s, &rich, ROLE_DISCLOSURE, tag);
}

/* --- parts -------------------------------------------------------------------------------------- */

static void put_block(struct setter *s, const struct section *section,
                      const struct part *part)
{
    const struct block *block = part->block;
    assert(block); /* every part stands for a block at least */
    bool last = part == vec_last(&section->parts);
    s->span = block->span;
    if (section->kind == SECTION_TLDR && block->kind == BLOCK_PARAGRAPH && !s->look->plain)
        build_lead(s, block);
    else if (section->kind == SECTION_ETHICS && block->kind == BLOCK_PARAGRAPH && last &&
             !s->run_in && is_disclosure(s, block))
        put_disclosure(s, block);
    else
        build_blocks(s, block, part->blocks);
}

static void put_rest(struct setter *s, const struct part *part, enum role role)
{
    if (str_empty(str_trim(part->rest)))
        return;
    struct tag *tag = tag_new(s->a, s->tag, TAG_P);
    struct rich rich = rich_text(s, part->rest, role);
    build_prose(s, &rich, role, tag);
    s->again = false;
}

/* The paragraph that ends the section right after `part`; NULL where there is none, or more. */
static const struct block *closing_paragraph(const struct section *section,
                                             const struct part *part)
{
    const struct part *last = vec_last(&section->parts);
    bool next = part + 1 == last && last->kind == PART_BLOCK && last->blocks == 1;
    if (!next || last->block->kind != BLOCK_PARAGRAPH || !str_empty(str_trim(part->rest)))
        return NULL;
    return only_images(last->block->inlines) ? NULL : last->block;
}

/* A paragraph that ends the section tells of the figure: where it is not set as its caption, it
 * stays with it all the same. */
static void put_figure(struct setter *s, const struct section *section,
                       const struct part *part)
{
    const struct block *closing = closing_paragraph(section, part);
    s->captioned = build_figure(s, &s->study->graphs.at[part->first], closing);
    if (closing && !s->captioned && s->keep == 0)
        s->keep = 1;
}

static void put_part(struct setter *s, const struct section *section,
                     const struct part *part)
{
    const struct study *study = s->study;
    if (s->look->plain && part->block) { /* for measurements: as it was written */
        build_blocks(s, part->block, part->blocks);
        return;
    }
    switch (part->kind) {
    case PART_BLOCK:
        put_block(s, section, part);
        break;
    case PART_FACTS: /* what they leave over is the head of their table */
        put_rest(s, part, ROLE_FACT_KEY);
        build_facts(s, part->first, part->count);
        break;
    case PART_FIGURE:
        put_figure(s, section, part);
        break;
    case PART_LINKS:
        build_links(s, &study->links.at[part->first], part->count);
        break;
    case PART_CONTACT:
        build_links(s, &study->contact.at[part->first], part->count);
        break;
    case PART_KINDS:
        break;
    }
    if (part->kind != PART_BLOCK && part->kind != PART_FACTS)
        put_rest(s, part, ROLE_TEXT);
}

/* Above a section; the side column has no height to spare, for it ends where it ends. */
static void put_gap(struct setter *s)
{
    if (s->place == PLACE_SIDE) {
        set_gap(s, s->look->side_gap);
        return;
    }
    if (s->look->section_rule > 0 && s->opened) /* a rule parts: no block asks for more */
        s->gap = 0;
    set_gap(s, s->look->section_gap);
    if (s->edged)
        set_gap(s, s->look->edge_gap);
    s->stretch = s->look->section_grow;
}

void build_section(struct setter *s, size_t index)
{
    const struct section *section = &s->study->sections.at[index];
    struct tag *outer = s->tag;
    if (section->level <= SECTION_LEVEL)
        close_section(s);
    s->section = index;
    if (section->level <= SECTION_LEVEL)
        order_enter(s, section->kind);
    s->tag = tag_new(s->a, outer, TAG_SECT);
    s->tag->title = section->title;
    s->again = false;
    s->run_in = NULL;
    s->beside = SIZE_MAX;
    put_gap(s);
    set_penalty(s, PENALTY_SECTION);
    size_t first = s->out->list.n;
    build_title(s, section);
    s->captioned = false;
    for (size_t i = 0; i < section->parts.n && !s->captioned; i++)
        put_part(s, section, &section->parts.at[i]);
    if (attrs_has(&section->attrs, S("keep")))
        set_keep(s, first);
    s->tag = outer;
    s->keep = 0;
}
