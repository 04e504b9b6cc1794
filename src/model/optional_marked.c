/* SPDX-License-Identifier: MIT */
/* model/optional_marked.c — spans, blocks and sections marked {.optional}. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/named.h"
#include "model/optional.h"

#define NAME_WORDS 6 /* of a nameless part, to be known by */

struct marked {
    struct build *b;
    struct optionals out;
    size_t entry;
};

/* Whether it is marked; its number goes to `*number`, INT64_MAX where it has none. */
static bool is_marked(const struct attrs *attrs, int64_t *number)
{
    struct str value = attrs_value(attrs, S("optional"));
    if (value.n == 0)
        value = attrs_value(attrs, S(".optional"));
    *number = INT64_MAX;
    return str_to_int(value, number) || value.n > 0 || attrs_has(attrs, S("optional"));
}

/* The first words of a text. */
static struct str opening(struct arena *a, struct str text)
{
    size_t words = 0, i = 0;
    text = str_trim(text);
    while (i < text.n) {
        size_t at = i;
        words += utf8_is_space(utf8_next(text, &i));
        if (words == NAME_WORDS)
            return str_fmt(a, "%.*s …", STR(str_trim_end(str_sub(text, 0, at))));
    }
    return text;
}

static void add_node(struct marked *m, const void *node, struct str text, struct span span,
                     int64_t number)
{
    struct optional *one = vec_add(m->b->a, &m->out.list);
    *one = (struct optional){
        .told = {opening(m->b->a, text), span, text_words(text)},
        .entry = m->entry,
        .end = m->entry + 1,
        .node = node,
        .front = SECTION_CUSTOM,
        .number = number,
    };
}

static void mark_inlines(struct marked *m, const struct inline_node *node)
{
    for (; node; node = node->next) {
        struct inline_node alone = *node;
        alone.next = NULL;
        int64_t number;
        if (is_marked(&node->attrs, &number))
            add_node(m, node, inlines_text(m->b->a, &alone), node->span, number);
        else
            mark_inlines(m, node->first);
    }
}

/* A mark in the last cell of a row speaks of the row. */
static bool is_marked_row(const struct block *row, int64_t *number)
{
    for (const struct block *cell = row->first; cell; cell = cell->next)
        if (is_marked(&cell->attrs, number))
            return !row->header;
    return false;
}

static void mark_block(struct marked *m, const struct block *block)
{
    int64_t number;
    bool marked = block->kind == BLOCK_ROW ? is_marked_row(block, &number)
                                           : is_marked(&block->attrs, &number);
    if (marked && block->kind != BLOCK_CELL) {
        add_node(m, block, block_text(m->b->a, block), block->span, number);
        return;
    }
    mark_inlines(m, block->inlines);
    for (const struct block *child = block->first; child; child = child->next)
        mark_block(m, child);
}

static void add_section(struct marked *m, int64_t number)
{
    const struct entry *e = &m->b->outline.list.at[m->entry];
    struct optional *one = vec_add(m->b->a, &m->out.list);
    *one = (struct optional){
        .told = {e->title, e->span, 0},
        .entry = m->entry,
        .end = named_end(&m->b->outline, m->entry),
        .front = SECTION_CUSTOM,
        .number = number,
    };
}

struct optionals optional_marked(struct build *b, const struct tailor *tailor)
{
    struct marked m = {.b = b};
    for (m.entry = 0; m.entry < b->outline.list.n; m.entry++) {
        const struct entry *e = &b->outline.list.at[m.entry];
        bool masthead = outline_is_masthead(&b->outline, m.entry);
        int64_t number;
        if (tailor->gone[m.entry])
            continue;
        if (!e->heading) {
            mark_block(&m, e->block);
        } else if (!masthead && is_marked(&e->block->attrs, &number)) {
            add_section(&m, number);
            if (e->made)
                continue; /* its text is the block that carries the mark */
            mark_inlines(&m, e->block->inlines);
        } else {
            mark_inlines(&m, e->block->inlines);
        }
    }
    return m.out;
}
