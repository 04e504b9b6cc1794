/* SPDX-License-Identifier: MIT */
/* model/facts/code.c — facts in a fence: "role: Lead" lines, as YAML or as plain text. */
#include "base/arena.h"
#include "model/facts/notation.h"

#define LINES_MAX 40 /* longer fences are code */

/* A line of a fence as inlines, with its place. */
static struct inline_node *line_node(struct arena *a, struct str text,
                                     const struct block *block, uint32_t line)
{
    struct inline_node *node = arena_make(a, struct inline_node);
    node->kind = INLINE_TEXT;
    node->text = text;
    uint32_t at = block->span.line + line;
    node->span = (struct span){at, 1, at, (uint32_t)(text.n ? text.n : 1)};
    return node;
}

/* All lines must be pairs with known keys, or it is code. */
size_t facts_in_code(struct reader *r, const struct block *block)
{
    VEC(struct pair_in) pairs = {0};
    struct tally tally = {0};
    struct str rest = block->text, info = block->info;
    bool plain = info.n == 0 || str_eq(info, S("yaml")) || str_eq(info, S("yml")) ||
                 str_eq(info, S("text"));
    uint32_t line = 0;
    while (plain && rest.p && tally.others == 0 && line < LINES_MAX) {
        struct str text = str_trim_end(str_cut(&rest, '\n'));
        line++;
        if (text.n == 0)
            continue;
        struct inline_node *node = line_node(r->a, text, block, line);
        struct flat flat = flat_of(r->a, node);
        struct pair pair = pair_find(r->a, &flat, 0, text.n);
        tally_add(&tally, &pair);
        vec_push(r->a, &pairs, (struct pair_in){pair, node, NULL});
    }
    bool all = rest.p == NULL && tally.others == 0 && tally.known * 2 >= tally.pairs;
    if (!plain || !all || r->ground != FACTS_SECTION || tally.pairs < 2)
        return 0;
    for (size_t i = 0; i < pairs.n; i++)
        fact_add(r, &pairs.at[i]);
    return 1;
}
