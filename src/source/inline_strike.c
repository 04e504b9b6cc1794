/* SPDX-License-Identifier: MIT */
/* source/inline_strike.c — ~~what is struck out~~. */
#include "base/arena.h"
#include "base/utf8.h"
#include "source/inline.h"

#define MARK_LENGTH 2 /* one for each tilde, so that both have their place */

/* Part texts so that each mark is a text of its own. */
static void part(const struct inlines_context *c, struct inline_node *node)
{
    for (; node; node = node->next) {
        if (node->kind != INLINE_TEXT || node->text.n <= MARK_LENGTH)
            continue;
        size_t at = str_find_byte(node->text, MARK_STRIKE, 0);
        if (at < node->text.n)
            (void)inline_split(c, node, at == 0 ? MARK_LENGTH : at);
    }
}

static bool is_mark(const struct inline_node *node)
{
    return node && node->kind == INLINE_TEXT && node->text.n == MARK_LENGTH &&
           node->text.p[0] == MARK_STRIKE;
}

static bool begins_with_space(const struct inline_node *node)
{
    if (!node || node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK)
        return true;
    size_t i = 0;
    return node->kind == INLINE_TEXT && node->text.n > 0 &&
           utf8_is_space(utf8_next(node->text, &i));
}

static bool ends_with_space(const struct inline_node *node)
{
    if (!node || node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK)
        return true;
    size_t i = node->text.n;
    return node->kind == INLINE_TEXT && i > 0 && utf8_is_space(utf8_prev(node->text, &i));
}

/* The link to the mark that closes the one at `open`, NULL where there is none. */
static struct inline_node **find_close(struct inline_node *open)
{
    struct inline_node *before = NULL;
    for (struct inline_node **at = &open->next; *at; at = &(*at)->next) {
        if (is_mark(*at) && before && !ends_with_space(before))
            return at;
        before = *at;
    }
    return NULL;
}

void inlines_strike(const struct inlines_context *c, struct inline_node **first)
{
    part(c, *first);
    for (struct inline_node **at = first; *at; at = &(*at)->next) {
        struct inline_node *open = *at;
        if (!is_mark(open))
            continue;
        if (begins_with_space(open->next))
            continue;
        struct inline_node **close = find_close(open);
        if (!close)
            return; /* what has no end here has none further on */
        struct raw *raw =
            inline_new(c->k->a, INLINE_STRIKE, raw_of(open)->from, raw_of(*close)->to);
        raw->node.first = open->next;
        raw->node.next = (*close)->next;
        *close = NULL;
        *at = &raw->node;
    }
}
