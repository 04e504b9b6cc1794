/* SPDX-License-Identifier: MIT */
/* source/inline_attrs.c — {.classes key=values} behind spans and blocks. */
#include "base/arena.h"
#include "base/utf8.h"
#include "source/inline.h"

#define GROUPS_MAX 64 /* in one row of inlines: each is looked for from the row's start */

/* Offset of `{` with its mark, `text.n` where there is none. */
static size_t find_group(struct str text)
{
    return str_find(text, S("{\x05"), 0);
}

/* Part texts so that each group in braces is a text of its own. */
static void part(const struct inlines_context *c, struct inline_node *node)
{
    for (; node; node = node->next) {
        if (node->kind != INLINE_TEXT)
            continue;
        size_t at = find_group(node->text), end = str_find_byte(node->text, '}', at);
        if (end >= node->text.n)
            continue;
        if (at > 0)
            (void)inline_split(c, node, at);
        else if (end + 1 < node->text.n)
            (void)inline_split(c, node, end + 1);
    }
}

static bool is_group(const struct inline_node *node)
{
    return node->kind == INLINE_TEXT && str_starts(node->text, S("{\x05")) &&
           str_ends(node->text, S("}"));
}

/* Inside of the braces. */
static struct str inside(const struct inline_node *group)
{
    struct str s = str_trim(str_sub(group->text, 2, group->text.n - 1));
    return str_starts(s, S(":")) ? str_sub(s, 1, s.n) : s;
}

/* The siblings before a group, for looking back. */
struct row {
    VEC(struct inline_node **) links; /* each leads to one of them, in order */
};

/* Make [*from, group) a span; gives it. */
static struct inline_node *make_span(const struct inlines_context *c,
                                     struct inline_node **from, struct inline_node **group)
{
    struct raw *raw =
        inline_new(c->k->a, INLINE_SPAN, raw_of(*from)->from, raw_of(*group)->from);
    raw->node.first = *from;
    raw->node.next = *group;
    *group = NULL;
    *from = &raw->node;
    return &raw->node;
}

/* The link to the text with the `[` that belongs to a `]` at the end of the row, and where in that
 * text it stands; NULL where it has no partner. */
static struct inline_node **find_bracket(const struct row *row, size_t *at)
{
    int depth = 0;
    for (size_t i = row->links.n; i > 0; i--) {
        struct inline_node *node = *row->links.at[i - 1];
        if (node->kind != INLINE_TEXT)
            continue;
        for (size_t k = node->text.n; k > 0; k--) {
            depth += node->text.p[k - 1] == ']';
            depth -= node->text.p[k - 1] == '[';
            if (depth == 0 && node->text.p[k - 1] == '[') {
                *at = k - 1;
                return row->links.at[i - 1];
            }
        }
    }
    return NULL;
}

/* `[text]{.x}`: the brackets go, what is between becomes a span. NULL where it is no such thing. */
static struct inline_node *bracketed(const struct inlines_context *c, const struct row *row,
                                     struct inline_node **group)
{
    struct inline_node *last = *row->links.at[row->links.n - 1];
    size_t at;
    struct inline_node **open = find_bracket(row, &at);
    if (!open)
        return NULL;
    struct inline_node *inner = inline_split(c, *open, at);
    if (last == *open) {
        last = inner;
        group = &inner->next;
    }
    inner->text = str_sub(inner->text, 1, inner->text.n);
    raw_of(inner)->from++;
    last->text = str_sub(last->text, 0, last->text.n - 1);
    raw_of(last)->to--;
    return make_span(c, &(*open)->next, group);
}

/* The last word of a text becomes a span: `12%{.metric}`. */
static struct inline_node *last_word(const struct inlines_context *c,
                                     struct inline_node **text, struct inline_node **group)
{
    struct str s = (*text)->text;
    size_t at = s.n;
    while (at > 0) {
        size_t before = at;
        if (utf8_is_space(utf8_prev(s, &before)))
            break;
        at = before;
    }
    if (at == 0)
        return make_span(c, text, group);
    struct inline_node *word = inline_split(c, *text, at);
    return make_span(c, &(*text)->next, &word->next);
}

static bool ends_with_space(const struct inline_node *node)
{
    size_t i = node->text.n;
    return node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK ||
           (node->kind == INLINE_TEXT &&
            (i == 0 || utf8_is_space(utf8_prev(node->text, &i))));
}

/* Nothing but white space from `node` on. */
static bool is_last(const struct inline_node *node)
{
    for (; node; node = node->next)
        if (node->kind != INLINE_SOFT_BREAK && !is_group(node) &&
            !(node->kind == INLINE_TEXT && str_trim(node->text).n == 0))
            return false;
    return true;
}

/* Whom the group at `*group` speaks of; NULL where of nobody. */
static struct attrs *target(const struct inlines_context *c, const struct row *row,
                            struct inline_node **group, struct block *block)
{
    struct inline_node **before = row->links.n > 0 ? row->links.at[row->links.n - 1] : NULL;
    bool heading = block && block->kind == BLOCK_HEADING;
    bool text =
        before && (*before)->kind == INLINE_TEXT && !str_ends((*before)->text, S("]"));
    if (!before || ends_with_space(*before) || (heading && text && is_last((*group)->next)))
        return block && is_last((*group)->next) ? &block->attrs : NULL;
    if ((*before)->kind != INLINE_TEXT)
        return &(*before)->attrs;
    struct inline_node *span = NULL;
    if (str_ends((*before)->text, S("]")))
        span = bracketed(c, row, group);
    if (!span)
        span = last_word(c, before, group);
    return &span->attrs;
}

/* Take the group out of its row: `at` is a link to it or to something before it. */
static void take_out(struct inline_node **at, struct inline_node *group)
{
    while (*at != group)
        at = &(*at)->next;
    *at = group->next;
}

void inlines_attrs(const struct inlines_context *c, struct inline_node **first,
                   struct block *block)
{
    part(c, *first);
    struct row row = {0};
    int groups = 0;
    for (struct inline_node **at = first; *at;) {
        struct inline_node *group = *at;
        bool counts = is_group(group) && groups++ < GROUPS_MAX;
        struct attrs *attrs = counts ? target(c, &row, at, block) : NULL;
        if (!attrs) {
            vec_push(c->k->a, &row.links, at);
            at = &group->next;
            continue;
        }
        attrs_read(c->k->a, inside(group), attrs);
        take_out(first, group);
        row.links.n = 0; /* the row has changed: look at what is left of it again */
        for (at = first; *at && *at != group->next; at = &(*at)->next)
            vec_push(c->k->a, &row.links, at);
    }
}
