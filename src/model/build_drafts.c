/* SPDX-License-Identifier: MIT */
/* model/build_drafts.c — an outline cut into sections. */
#include "base/arena.h"
#include "model/build.h"

static void open_draft(struct build *b, enum section_kind kind, int level)
{
    struct draft *draft = vec_add(b->a, &b->drafts);
    draft->section.kind = kind;
    draft->section.level = level;
}

/* The section that is open; one without a heading where none is. */
static struct draft *current(struct build *b)
{
    if (b->drafts.n == 0) {
        open_draft(b, SECTION_CUSTOM, 2);
        b->drafts.at[0].before = true;
    }
    return vec_last(&b->drafts);
}

static struct block *append(struct build *b, struct draft *draft, const struct block *block)
{
    struct block *copy = arena_copy(b->a, block, sizeof *block);
    copy->next = NULL;
    if (draft->last)
        draft->last->next = copy;
    else
        draft->first = copy;
    draft->last = copy;
    if (draft->section.span.line == 0)
        draft->section.span = block->span;
    return copy;
}

static void append_rest(struct build *b, const struct entry *e)
{
    for (const struct block *rest = e->rest; rest; rest = rest->next)
        append(b, current(b), rest);
}

static void open_section(struct build *b, const struct entry *e)
{
    open_draft(b, e->match.kind, e->level);
    struct draft *draft = vec_last(&b->drafts);
    draft->entry = (size_t)(e - b->outline.list.at);
    draft->entry_end = draft->entry + 1;
    struct section *section = &draft->section;
    section->title = e->title;
    section->title_inlines = e->title_inlines;
    section->span = e->span;
    if (!e->made)
        section->attrs = e->block->attrs;
    append_rest(b, e);
}

static void append_heading(struct build *b, const struct entry *e)
{
    struct block *heading = append(b, current(b), e->block);
    heading->level = e->level;
    append_rest(b, e);
}

static bool has_picture(const struct inline_node *node)
{
    if (node->kind == INLINE_IMAGE)
        return true;
    return node->kind == INLINE_LINK && node->first && node->first->kind == INLINE_IMAGE;
}

/* A title is words; the logo and badges beside them stand below it. */
static void keep_pictures(struct build *b, const struct entry *e)
{
    struct block pictures = {.kind = BLOCK_PARAGRAPH, .span = e->span};
    struct inline_node **tail = &pictures.inlines;
    for (const struct inline_node *node = e->block->inlines; node; node = node->next) {
        if (!has_picture(node))
            continue;
        if (pictures.inlines) {
            *tail = arena_make(b->a, struct inline_node);
            **tail = (struct inline_node){.kind = INLINE_SOFT_BREAK, .span = node->span};
            tail = &(*tail)->next;
        }
        *tail = arena_copy(b->a, node, sizeof *node);
        (*tail)->next = NULL;
        tail = &(*tail)->next;
    }
    if (pictures.inlines)
        append(b, current(b), &pictures);
}

/* Kinds whose sub-headings never are sections: they name facts, groups of links, people. */
static bool keeps_headings(enum section_kind kind)
{
    return kind == SECTION_FACTS || kind == SECTION_LINKS || kind == SECTION_CONTACT;
}

/* Whether a lower heading opens a section: its name is known and another than the section's it
 * stands in, or it follows such a one. */
static bool opens_section(const struct build *b, const struct entry *e)
{
    if (e->level == 2 || b->drafts.n == 0)
        return true;
    const struct section *parent = NULL, *last = &vec_last(&b->drafts)->section;
    for (size_t i = b->drafts.n; i > 0 && !parent; i--)
        if (b->drafts.at[i - 1].section.level == 2)
            parent = &b->drafts.at[i - 1].section;
    if (parent && keeps_headings(parent->kind))
        return false;
    bool known = e->match.trust == TRUST_WHOLE && e->match.kind != last->kind &&
                 (!parent || e->match.kind != parent->kind);
    return known || (last->level > 2 && e->level <= last->level);
}

/* `## Stack` and a line below it: a fact, where the reader of facts says so and nothing else
 * stands below the heading. Gives the entries taken. */
static size_t take_fact(struct build *b, size_t at)
{
    struct draft *last = b->drafts.n > 0 ? vec_last(&b->drafts) : NULL;
    struct draft trial = {.section = {.level = 2}};
    size_t end = at;
    do {
        append(b, &trial, b->outline.list.at[end].block);
        end++;
    } while (end < b->outline.list.n && !b->outline.list.at[end].heading);
    struct facts_context context = {SECTION_CUSTOM, last == NULL};
    size_t before = b->facts.list.n;
    struct str rest = S("");
    size_t taken = facts_read(b->a, trial.first, &context, &b->facts, &rest, b->d);
    if (taken != end - at || taken < 2 || rest.n > 0) {
        b->facts.list.n = before;
        return 0;
    }
    trial.section.kind = SECTION_FACTS;
    trial.of_facts = true;
    trial.entry = at;
    trial.entry_end = end;
    trial.facts = before;
    trial.fact_count = b->facts.list.n - before;
    if (last && last->of_facts) {
        last->fact_count += trial.fact_count;
        last->entry_end = end;
        last->last->next = trial.first;
        last->last = trial.last;
    } else {
        vec_push(b->a, &b->drafts, trial);
    }
    return taken;
}

/* --- footnotes ------------------------------------------------------------------------------------ */

/* The draft that refers to each footnote first, by the note's number. */
struct references {
    size_t *draft;
    size_t count; /* of notes, and one */
};

static void note_inlines(struct references *r, const struct inline_node *node, size_t draft)
{
    for (; node; node = node->next) {
        size_t number = node->number > 0 ? (size_t)node->number : 0;
        if (node->kind == INLINE_FOOTNOTE_REF && number < r->count &&
            r->draft[number] > draft)
            r->draft[number] = draft;
        note_inlines(r, node->first, draft);
    }
}

static void note_blocks(struct references *r, const struct block *block, size_t draft)
{
    for (; block; block = block->next) {
        note_inlines(r, block->inlines, draft);
        note_blocks(r, block->first, draft);
    }
}

static struct references find_references(struct build *b)
{
    struct references r = {NULL, 1};
    for (const struct block *n = b->study->source->root->first; n; n = n->next)
        r.count += n->kind == BLOCK_FOOTNOTE;
    r.draft = arena_many(b->a, r.count, size_t);
    for (size_t i = 0; i < r.count; i++)
        r.draft[i] = SIZE_MAX;
    for (size_t i = 0; r.count > 1 && i < b->drafts.n; i++) {
        note_inlines(&r, b->drafts.at[i].section.title_inlines, i);
        note_blocks(&r, b->drafts.at[i].first, i);
    }
    return r;
}

/* A footnote belongs to the section that refers to it first, and stands at its end. */
static void place_footnotes(struct build *b)
{
    struct references r = find_references(b);
    for (const struct block *n = b->study->source->root->first; n; n = n->next) {
        if (n->kind != BLOCK_FOOTNOTE)
            continue;
        size_t number = n->number > 0 ? (size_t)n->number : 0;
        size_t draft = number < r.count ? r.draft[number] : SIZE_MAX;
        append(b, draft < b->drafts.n ? &b->drafts.at[draft] : current(b), n);
    }
}

void build_drafts(struct build *b)
{
    const struct outline *o = &b->outline;
    for (size_t i = 0; i < o->list.n;) {
        const struct entry *e = &o->list.at[i];
        size_t facts = 0;
        if (outline_is_masthead(o, i)) {
            keep_pictures(b, e);
            i++;
            continue;
        }
        if (e->heading && !e->made && e->match.trust == TRUST_NONE && opens_section(b, e))
            facts = take_fact(b, i);
        if (facts > 0) {
            i += facts;
            continue;
        }
        if (!e->heading)
            append(b, current(b), e->block);
        else if (opens_section(b, e))
            open_section(b, e);
        else
            append_heading(b, e);
        i++;
    }
    place_footnotes(b);
}
