/* SPDX-License-Identifier: MIT */
/* model/facts/box.c — facts in quotes and admonitions. */
#include "base/arena.h"
#include "model/facts/notation.h"

#define BOX_DEPTH 4 /* a quote in a quote in an admonition; nobody nests facts deeper */

static size_t words_of(struct arena *a, const struct block *first)
{
    size_t words = 0;
    for (; first; first = first->next)
        words += text_words(block_text(a, first));
    return words;
}

/* The blocks inside are facts, and what is not is short. A box that is a text with a fact in it
 * stays a box. */
size_t facts_in_box(struct reader *r, const struct block *block)
{
    if (r->depth >= BOX_DEPTH)
        return 0;
    size_t before = r->out->list.n;
    struct reader inner = *r;
    inner.rest = strbuf_at(r->a);
    inner.depth++;
    size_t left = 0;
    for (const struct block *child = block->first; child;) {
        size_t taken = facts_in_block(&inner, child);
        if (taken == 0) {
            left += text_words(block_text(r->a, child));
            facts_rest(&inner, block_text(r->a, child));
            taken = 1;
        }
        while (child && taken-- > 0)
            child = child->next;
    }
    size_t words = words_of(r->a, block->first);
    if (r->out->list.n == before || left * 2 > words) {
        r->out->list.n = before;
        return 0;
    }
    facts_rest(r, inlines_text(r->a, block->inlines));
    facts_rest(r, strbuf_str(&inner.rest));
    return 1;
}
