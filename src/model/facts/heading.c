/* SPDX-License-Identifier: MIT */
/* model/facts/heading.c — a heading for every fact: "### Stack" over one short paragraph. */
#include "model/facts/notation.h"

#define VALUE_WORDS 30 /* more is a section, not a fact */

/* "## My role" over "- Role: …", "- Team: …": the list holds facts of its own. */
static bool is_list_of_pairs(struct arena *a, const struct block *list)
{
    size_t pairs = 0, items = 0;
    for (const struct block *item = list->first; item; item = item->next, items++) {
        const struct block *text = item->first;
        if (!text || text->kind != BLOCK_PARAGRAPH)
            continue;
        struct flat flat = flat_of(a, text->inlines);
        struct pair pair = pair_find(a, &flat, 0, flat.text.n);
        pairs += pair.mark != PAIR_NONE && pair.known;
    }
    return pairs >= 2 && pairs * 2 >= items;
}

static bool is_value(struct arena *a, const struct block *block)
{
    if (!block)
        return false;
    if (block->kind == BLOCK_LIST)
        return is_value_list(a, block) && !is_list_of_pairs(a, block);
    return block->kind == BLOCK_PARAGRAPH &&
           text_words(block_text(a, block)) <= VALUE_WORDS;
}

static bool ends_here(const struct block *block)
{
    return !block || block->kind == BLOCK_HEADING || block->kind == BLOCK_RULE ||
           block->kind == BLOCK_PAGE_BREAK;
}

size_t facts_in_heading(struct reader *r, const struct block *block)
{
    struct str key = str_trim(inlines_text(r->a, block->inlines));
    const struct block *value = block->next;
    bool named = key_is_heading(r->a, key) ||
                 (r->ground == FACTS_SECTION && key_is_short(key) && block->level > 1);
    if (!named || !is_value(r->a, value) || !ends_here(value->next))
        return 0;
    struct flat flat = flat_of(r->a, block->inlines);
    if (value->kind == BLOCK_PARAGRAPH) {
        fact_add_cells(r, block->inlines, value->inlines,
                       span_join(block->span, value->span));
    } else {
        struct pair_in in = {
            {PAIR_BOLD, 0, flat.text.n, 0, 0, true},
            block->inlines, value
        };
        key_clean(flat.text, &in.pair.key_from, &in.pair.key_to);
        fact_add(r, &in);
    }
    return 2;
}
