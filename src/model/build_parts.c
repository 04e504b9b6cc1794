/* SPDX-License-Identifier: MIT */
/* model/build_parts.c — what each block of a section is: facts, a figure, links, or itself. */
#include "base/arena.h"
#include "model/build.h"
#include "model/diagram/diagram.h"

/* A block being looked at. */
struct look {
    struct build *b;
    struct draft *draft;
    size_t index; /* of the section */
    const struct block *block, *before;
};

static void add_part(struct look *l, struct part part)
{
    part.block = l->block;
    vec_push(l->b->a, &l->draft->section.parts, part);
}

static bool may_be_figure(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_CODE ||
           block->kind == BLOCK_LIST || block->kind == BLOCK_TABLE ||
           block->kind == BLOCK_QUOTE;
}

/* From right to left "←" points on: a path of nothing but such arrows runs as it is read. */
static void turn_for_rtl(struct graph *graph)
{
    for (size_t i = 0; i < graph->edges.n; i++)
        if (graph->edges.at[i].kind == EDGE_FORWARD)
            return;
    for (size_t i = 0; i < graph->edges.n; i++)
        if (graph->edges.at[i].kind == EDGE_BACK)
            graph->edges.at[i].kind = EDGE_FORWARD;
}

static size_t take_figure(struct look *l)
{
    struct graph graph;
    struct str rest = S("");
    if (!may_be_figure(l->block))
        return 0;
    size_t n =
        diagram_read(l->b->a, l->block, l->draft->section.kind, &graph, &rest, l->b->d);
    if (n == 0)
        return 0;
    struct study *study = l->b->study;
    if (study->rtl)
        turn_for_rtl(&graph);
    vec_push(l->b->a, &study->graphs, graph);
    add_part(l, (struct part){PART_FIGURE, NULL, n, study->graphs.n - 1, 1, rest});
    return n;
}

static size_t take_facts(struct look *l)
{
    struct facts_context context = {l->draft->section.kind, l->draft->before};
    struct facts *facts = &l->b->facts;
    size_t before = facts->list.n;
    struct str rest = S("");
    size_t n = facts_read(l->b->a, l->block, &context, facts, &rest, l->b->d);
    if (n > 0)
        add_part(l,
                 (struct part){PART_FACTS, NULL, n, before, facts->list.n - before, rest});
    return n;
}

static size_t take_links(struct look *l, bool contact)
{
    struct links *links = contact ? &l->b->contact : &l->b->links;
    size_t before = links->list.n;
    if (links_read(l->b->a, l->block, contact, links) != LINKS_PURE)
        return 0;
    add_part(l, (struct part){contact ? PART_CONTACT : PART_LINKS, NULL, 1, before,
                              links->list.n - before, S("")});
    return 1;
}

/* Whether the block stands where people sign: below the title, or last in the document behind a
 * rule. */
static bool is_signing_place(const struct look *l)
{
    if (l->draft->before)
        return true;
    const struct block *next = l->block->next;
    bool last =
        l->draft == vec_last(&l->b->drafts) && (!next || next->kind == BLOCK_FOOTNOTE);
    return last && l->before && l->before->kind == BLOCK_RULE;
}

/* Whether an address is that of a person rather than of a thing. */
static bool is_personal(struct arena *a, struct str url)
{
    static const char *const places[] = {"LinkedIn", "Xing",     "X",
                                         "Bluesky",  "Mastodon", "ORCID"};
    if (str_starts(url, S("mailto:")) || str_starts(url, S("tel:")))
        return true;
    struct str label = url.n > 0 ? link_label(a, url) : S("");
    for (size_t i = 0; i < countof(places); i++)
        if (str_eq(label, str_from(places[i])))
            return true;
    return false;
}

/* A line there with ways to reach the author: all but one of its entries have an address, and one
 * is personal. */
static size_t take_signature(struct look *l)
{
    struct links line = {0};
    size_t addresses = 0, personal = 0;
    if (l->block->kind != BLOCK_PARAGRAPH || !is_signing_place(l) ||
        links_read(l->b->a, l->block, true, &line) != LINKS_PURE)
        return 0;
    for (size_t i = 0; i < line.list.n; i++) {
        struct str url = line.list.at[i].url;
        addresses += url.n > 0;
        personal += is_personal(l->b->a, url);
    }
    if (addresses + 1 < line.list.n || personal == 0)
        return 0;
    size_t first = l->b->contact.list.n;
    for (size_t i = 0; i < line.list.n; i++)
        vec_push(l->b->a, &l->b->contact.list, line.list.at[i]);
    add_part(l, (struct part){PART_CONTACT, NULL, 1, first, line.list.n, S("")});
    return 1;
}

static size_t take_special(struct look *l)
{
    enum section_kind kind = l->draft->section.kind;
    size_t n = 0;
    if (kind == SECTION_LINKS || kind == SECTION_CONTACT)
        return take_links(l, kind == SECTION_CONTACT);
    n = take_signature(l);
    if (n == 0 && kind == SECTION_FACTS)
        n = take_facts(l);
    if (n == 0)
        n = take_figure(l);
    return n > 0 || kind == SECTION_FACTS ? n : take_facts(l);
}

/* Numbers count wherever text is read as such: not among facts, addresses and figures. */
static void find_metrics(struct look *l, size_t first_part)
{
    enum section_kind kind = l->draft->section.kind;
    const struct part *part = &l->draft->section.parts.at[first_part];
    bool told = part->kind == PART_BLOCK || l->block->kind == BLOCK_ALERT;
    if (told && kind != SECTION_FACTS && kind != SECTION_LINKS && kind != SECTION_CONTACT)
        metrics_find(l->b->a, l->block, kind, l->index, l->b->study->lang, &l->b->metrics);
}

static void read_draft(struct build *b, struct draft *draft, size_t index)
{
    struct look l = {b, draft, index, draft->first, NULL};
    while (l.block) {
        size_t first = draft->section.parts.n;
        bool plain = l.block->kind == BLOCK_FOOTNOTE || l.block->kind == BLOCK_PAGE_BREAK ||
                     l.block->kind == BLOCK_RULE;
        size_t n = plain ? 0 : take_special(&l);
        if (n == 0) {
            add_part(&l, (struct part){PART_BLOCK, NULL, 1, 0, 0, S("")});
            n = 1;
        }
        find_metrics(&l, first);
        for (; n > 0 && l.block; n--) {
            draft->section.words += text_words(block_text(b->a, l.block));
            l.before = l.block;
            l.block = l.block->next;
        }
    }
}

/* A draft made of headings that are facts is one part. */
static void read_facts_draft(struct build *b, struct draft *draft)
{
    struct look l = {b, draft, 0, draft->first, NULL};
    size_t blocks = 0;
    for (const struct block *block = draft->first; block; block = block->next) {
        draft->section.words += text_words(block_text(b->a, block));
        blocks++;
    }
    add_part(&l, (struct part){PART_FACTS, NULL, blocks, draft->facts, draft->fact_count,
                               S("")});
}

void build_parts(struct build *b)
{
    for (size_t i = 0; i < b->drafts.n; i++) {
        if (b->drafts.at[i].of_facts)
            read_facts_draft(b, &b->drafts.at[i]);
        else
            read_draft(b, &b->drafts.at[i], i);
    }
}

/* --- front matter ---------------------------------------------------------------------------------- */

/* The section of a kind, made at the end (or, for facts, behind the TL;DR) where there is none.
 * Sections keep their numbers unless one is put in between, which moves those of the metrics. */
static struct section *section_of(struct build *b, enum section_kind kind)
{
    for (size_t i = 0; i < b->drafts.n; i++)
        if (b->drafts.at[i].section.kind == kind)
            return &b->drafts.at[i].section;
    struct draft *draft = vec_add(b->a, &b->drafts);
    size_t at = b->drafts.n - 1;
    struct draft made = {
        .section = {.kind = kind, .level = 2}
    };
    if (kind == SECTION_FACTS) {
        bool tldr = b->drafts.n > 1 && b->drafts.at[0].section.kind == SECTION_TLDR;
        for (; at > (tldr ? 1u : 0u); at--)
            b->drafts.at[at] = b->drafts.at[at - 1];
        for (size_t i = 0; i < b->metrics.list.n; i++)
            b->metrics.list.at[i].section += b->metrics.list.at[i].section >= at;
        draft = &b->drafts.at[at];
    }
    *draft = made;
    return &draft->section;
}

/* Put a part without blocks before the others of the section. */
static void put_first(struct build *b, struct section *section, struct part part)
{
    (void)vec_add(b->a, &section->parts);
    for (size_t i = section->parts.n - 1; i > 0; i--)
        section->parts.at[i] = section->parts.at[i - 1];
    section->parts.at[0] = part;
}

static bool has_address(const struct links *links, const struct link *link)
{
    for (size_t i = 0; i < links->list.n; i++)
        if (str_eq_nocase(links->list.at[i].url, link->url))
            return true;
    return false;
}

/* E-mail and home of the author, or of each, are contact, unless they are told there. */
static void contact_of_author(struct build *b, const struct yaml *author)
{
    static const char *const keys[] = {"email", "url"};
    for (size_t i = 0; i < countof(keys); i++) {
        struct links found = {0};
        links_from_front(b->a, yaml_find(author, str_from(keys[i])), true, &found);
        for (size_t k = 0; k < found.list.n; k++)
            if (!has_address(&b->contact, &found.list.at[k]))
                vec_push(b->a, &b->contact.list, found.list.at[k]);
    }
    bool several = author && author->kind == YAML_LIST;
    for (const struct yaml *one = several ? author->first : NULL; one; one = one->next)
        if (one->kind == YAML_MAP)
            contact_of_author(b, one);
}

void build_front_parts(struct build *b)
{
    const struct yaml *front = b->study->front;
    size_t facts = b->front_facts, links = b->links.list.n, contact = b->contact.list.n;
    if (!b->without[SECTION_LINKS])
        links_from_front(b->a, yaml_find(front, S("links")), false, &b->links);
    if (!b->without[SECTION_CONTACT]) {
        links_from_front(b->a, yaml_find(front, S("contact")), true, &b->contact);
        contact_of_author(b, yaml_find(front, S("author")));
    }
    if (facts > 0)
        put_first(b, section_of(b, SECTION_FACTS),
                  (struct part){PART_FACTS, NULL, 0, 0, facts, S("")});
    if (b->links.list.n > links)
        put_first(
            b, section_of(b, SECTION_LINKS),
            (struct part){PART_LINKS, NULL, 0, links, b->links.list.n - links, S("")});
    if (b->contact.list.n > contact)
        put_first(b, section_of(b, SECTION_CONTACT),
                  (struct part){PART_CONTACT, NULL, 0, contact, b->contact.list.n - contact,
                                S("")});
}
