/* SPDX-License-Identifier: MIT */
/* model/wishes.c — titles and facts as the author of a variant wants them. */
#include "model/wishes.h"

#include "base/arena.h"
#include "base/map.h"
#include "model/name.h"
#include "model/named.h"

static struct inline_node *text_node(struct arena *a, struct str text, struct span span)
{
    struct inline_node *node = arena_make(a, struct inline_node);
    *node = (struct inline_node){.kind = INLINE_TEXT, .text = text, .span = span};
    return node;
}

/* --- rename -------------------------------------------------------------------------------------- */

/* The heading inside of a section that was made of entry `e`. */
static struct block *heading_of(struct build *b, const struct entry *e)
{
    for (size_t i = 0; i < b->drafts.n; i++)
        for (struct block *block = b->drafts.at[i].first; block; block = block->next)
            if (block->kind == BLOCK_HEADING && block->span.line == e->block->span.line &&
                block->span.column == e->block->span.column)
                return block;
    return NULL;
}

static void rename_entry(struct build *b, size_t entry, const struct yaml *title)
{
    struct inline_node *node = text_node(b->a, str_trim(title->text), title->span);
    for (size_t i = 0; i < b->drafts.n; i++) {
        struct draft *draft = &b->drafts.at[i];
        if (draft->of_facts || draft->before || draft->entry != entry)
            continue;
        draft->section.title = node->text;
        draft->section.title_inlines = node;
        return;
    }
    struct block *heading = heading_of(b, &b->outline.list.at[entry]);
    if (heading)
        heading->inlines = node;
}

void wishes_rename(struct build *b)
{
    const struct yaml *names = yaml_find(b->study->front, S("rename"));
    const struct yaml *name = names && names->kind == YAML_MAP ? names->first : NULL;
    for (size_t n = 0; name && n < NAMED_MAX; name = name->next, n++) {
        struct yaml key = {.kind = YAML_SCALAR, .text = name->key, .span = name->key_span};
        struct named named = named_find(b, name->key);
        if (named_nothing(&named))
            named_tell(b, "rename", &key);
        if (name->kind != YAML_SCALAR || str_trim(name->text).n == 0) {
            diag_push(b->d, D_M0103, name->span, "“%.*s” wants a title", STR(name->key));
            continue;
        }
        for (size_t i = 0; i < named.entries.n; i++)
            rename_entry(b, named.entries.at[i], name);
    }
}

/* --- facts --------------------------------------------------------------------------------------- */

struct facts_wish {
    struct build *b;
    struct str *keys; /* folded */
    bool *gone;
    bool variant;
};

/* A fact of the front matter and one of the text have the same key: what `facts:` says is set where
 * the text has it. A key at the top level, such as the author's role, says its own beside it, unless
 * it is the same. */
static void replace(struct facts_wish *w, size_t front, size_t text)
{
    struct facts *facts = &w->b->facts;
    struct fact *from = &facts->list.at[front], *to = &facts->list.at[text];
    bool empty = from->value.n == 0;
    w->gone[front] = from->set || empty || str_eq(from->value, to->value);
    w->gone[text] = w->gone[text] || (empty && w->variant);
    if (empty || !from->set)
        return;
    if (!w->variant && !str_eq(from->value, to->value))
        diag_push(w->b->d, D_M0203, from->span,
                  "“%.*s” is “%.*s” here and “%.*s” in the text", STR(to->key),
                  STR(from->value), STR(to->value));
    to->value = from->value;
    to->value_inlines = from->value_inlines;
    to->placeholder = from->placeholder;
}

static void replace_all(struct facts_wish *w)
{
    struct map index = {0}; /* the first of the text with a key */
    struct facts *facts = &w->b->facts;
    for (size_t i = facts->list.n; i > w->b->front_facts; i--)
        map_put(w->b->a, &index, w->keys[i - 1], &facts->list.at[i - 1]);
    for (size_t i = 0; i < w->b->front_facts; i++) {
        const struct fact *text = map_find(&index, w->keys[i]);
        if (text)
            replace(w, i, (size_t)(text - facts->list.at));
    }
}

static void omit_all(struct facts_wish *w)
{
    for (size_t k = 0; k < w->b->wishes.n; k++) {
        const struct wish *wish = &w->b->wishes.at[k];
        struct str key = name_fold(w->b->a, wish->name->text);
        bool found = false;
        for (size_t i = 0; i < w->b->facts.list.n; i++)
            if (str_eq(w->keys[i], key))
                found = w->gone[i] = true;
        if (!found)
            named_tell(w->b, wish->key, wish->name);
    }
}

static void remove_draft(struct build *b, size_t at)
{
    for (size_t i = at; i + 1 < b->drafts.n; i++)
        b->drafts.at[i] = b->drafts.at[i + 1];
    b->drafts.n--;
    for (size_t i = 0; i < b->metrics.list.n; i++)
        b->metrics.list.at[i].section -= b->metrics.list.at[i].section > at;
}

/* Parts speak of facts by number; `kept` holds how many before each are left. A part without facts
 * goes, and its section where that was all of it. */
static void renumber(struct build *b, const size_t *kept)
{
    for (size_t i = b->drafts.n; i-- > 0;) {
        struct section *section = &b->drafts.at[i].section;
        size_t n = 0, before = section->parts.n;
        for (size_t k = 0; k < before; k++) {
            struct part part = section->parts.at[k];
            if (part.kind == PART_FACTS) {
                size_t end = part.first + part.count;
                part.first = kept[part.first];
                part.count = kept[end] - part.first;
            }
            if (part.kind != PART_FACTS || part.count > 0)
                section->parts.at[n++] = part;
        }
        section->parts.n = n;
        if (n == 0 && before > 0)
            remove_draft(b, i);
    }
}

void wishes_facts(struct build *b)
{
    size_t n = b->facts.list.n, left = 0;
    if (b->wishes.n == 0 && (b->front_facts == 0 || b->front_facts == n))
        return;
    struct facts_wish w = {b, arena_many(b->a, n, struct str), arena_many(b->a, n, bool),
                           b->variant.n > 0};
    for (size_t i = 0; i < n; i++)
        w.keys[i] = name_fold(b->a, b->facts.list.at[i].key);
    replace_all(&w);
    omit_all(&w);
    size_t *kept = arena_many(b->a, n + 1, size_t);
    for (size_t i = 0; i < n; i++) {
        kept[i] = left;
        b->facts.list.at[left] = b->facts.list.at[i];
        left += !w.gone[i];
    }
    kept[n] = left;
    b->facts.list.n = left;
    if (left < n)
        renumber(b, kept);
}
