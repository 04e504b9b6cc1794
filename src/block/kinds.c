/* SPDX-License-Identifier: MIT */
/* block/kinds.c — which builder sets which kind of block. */
#include "block/kinds.h"

#include "base/arena.h"
#include "block/rich.h"

/* A row a kind; without a builder its children are set, or, for lack of any, nothing. */
static void (*const builders[BLOCK_KINDS])(struct setter *, const struct block *) = {
    [BLOCK_HEADING] = build_heading,
    [BLOCK_PARAGRAPH] = build_paragraph,
    [BLOCK_LIST] = build_list,
    [BLOCK_QUOTE] = build_quote,
    [BLOCK_ALERT] = build_alert,
    [BLOCK_CODE] = build_code,
    [BLOCK_TABLE] = build_table,
    [BLOCK_RULE] = build_rule,
    [BLOCK_PAGE_BREAK] = build_page_break,
};

#define MAX_DEPTH SOURCE_MAX_NESTING

static void build_block(struct setter *s, const struct block *block)
{
    s->span = block->span;
    if (block->kind == BLOCK_FOOTNOTE) /* stands where it is referred to */
        return;
    size_t first = s->out->list.n;
    if (builders[block->kind])
        builders[block->kind](s, block);
    else if (block->first)
        build_blocks(s, block->first, SIZE_MAX);
    if (attrs_has(&block->attrs, S("keep")))
        set_keep(s, first);
}

void build_blocks(struct setter *s, const struct block *first, size_t count)
{
    if (s->nesting >= MAX_DEPTH)
        return;
    s->nesting++;
    for (const struct block *b = first; b && count > 0; b = b->next, count--)
        build_block(s, b);
    s->nesting--;
}
