/* SPDX-License-Identifier: MIT */
/* model/facts/list.c — lists of facts: "- Key: v", "- **Key** — v", a key over a list. */
#include "model/facts/notation.h"

#define ITEMS_MAX 100 /* longer lists are no quick facts */

/* An item that is no pair. */
struct rest_item {
    const struct block *item;
};

/* The items of a list as pairs. */
struct items {
    VEC(struct pair_in) pairs;
    VEC(struct rest_item) others;
    struct tally tally;
};

/* "- **Stack:**" over a list, or a pair on one line. Anything else in the item makes it prose. */
static struct pair_in item_pair(struct reader *r, const struct block *item)
{
    struct arena *a = r->a;
    struct pair_in in = {0};
    const struct block *text = item->first;
    if (!text || text->kind != BLOCK_PARAGRAPH || item->task != TASK_NONE)
        return in;
    const struct block *more = text->next;
    if (more && (more->next || !is_value_list(a, more)))
        return in;
    struct flat flat = flat_of(a, text->inlines);
    in.inlines = text->inlines;
    in.pair = pair_find(a, &flat, 0, flat.text.n);
    bool empty = in.pair.value_to <= in.pair.value_from;
    bool prose = r->ground != FACTS_SECTION && pair_is_long(&flat, &in.pair);
    if (prose || (more && !empty))
        in.pair = (struct pair){0};
    in.list = more;
    return in;
}

static void read_items(struct reader *r, const struct block *list, struct items *items)
{
    for (const struct block *item = list->first; item; item = item->next) {
        struct pair_in in = item_pair(r, item);
        tally_add(&items->tally, &in.pair);
        if (in.pair.mark == PAIR_NONE)
            vec_push(r->a, &items->others, (struct rest_item){item});
        else
            vec_push(r->a, &items->pairs, in);
        if (items->pairs.n + items->others.n > ITEMS_MAX)
            return;
    }
}

size_t facts_in_list(struct reader *r, const struct block *block)
{
    struct items items = {0};
    read_items(r, block, &items);
    bool too_long = items.pairs.n + items.others.n > ITEMS_MAX;
    if (block->ordered || too_long || !tally_counts(&items.tally, r->ground))
        return 0;
    for (size_t i = 0; i < items.pairs.n; i++)
        fact_add(r, &items.pairs.at[i]);
    for (size_t i = 0; i < items.others.n; i++)
        facts_rest(r, block_text(r->a, items.others.at[i].item));
    return 1;
}
