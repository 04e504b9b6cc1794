/* SPDX-License-Identifier: MIT */
/* source/tidy.c — the last look at a tree of blocks. */
#include "source/tidy.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "source/inline.h"

/* Two sets of attributes as one; what is later wins where keys are the same. */
static void add_attrs(struct arena *a, struct attrs *to, const struct attrs *from)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < from->class_count; i++)
        strbuf_fmt(&b, ".%.*s ", STR(from->classes[i]));
    for (size_t i = 0; i < from->pair_count; i++)
        strbuf_fmt(&b, "%.*s=\"%.*s\" ", STR(from->pairs[i].key),
                   STR(from->pairs[i].value));
    attrs_read(a, strbuf_str(&b), to);
}

static bool has_attrs(const struct block *b)
{
    return b->attrs.class_count > 0 || b->attrs.pair_count > 0;
}

static struct str lower(struct arena *a, struct str s)
{
    return str_lower(a, str_trim(s));
}

/* `[!NOTE]` at the start of a quote's first paragraph; its end, 0 where there is none. */
static size_t alert_mark(const struct block *quote)
{
    const struct block *p = quote->first;
    if (!p || p->kind != BLOCK_PARAGRAPH || !p->inlines || p->inlines->kind != INLINE_TEXT)
        return 0;
    struct str s = p->inlines->text;
    size_t close = str_find_byte(s, ']', 0);
    if (!str_starts(s, S("[!")) || close >= s.n || close < 3)
        return 0;
    for (size_t i = 2; i < close; i++)
        if (!utf8_is_word((unsigned char)s.p[i]) && s.p[i] != '-' && s.p[i] > 0)
            return 0;
    return close + 1;
}

/* The rest of the marker's line is the title, the rest of its paragraph stays. */
static void make_alert(struct arena *a, struct block *quote)
{
    size_t mark = alert_mark(quote);
    if (mark == 0)
        return;
    struct block *p = quote->first;
    struct inline_node *first = p->inlines;
    quote->kind = BLOCK_ALERT;
    quote->text = lower(a, str_sub(first->text, 2, mark - 1));
    size_t from = mark;
    while (from < first->text.n &&
           (first->text.p[from] == ' ' || first->text.p[from] == '-' ||
            first->text.p[from] == '+'))
        from++;
    first->text = str_sub(first->text, from, first->text.n);
    if (first->span.end_column > first->text.n)
        first->span.column = first->span.end_column - (uint32_t)first->text.n + 1;
    struct inline_node **at = &p->inlines;
    if (first->text.n == 0)
        *at = first->next;
    quote->inlines = p->inlines;
    for (at = &quote->inlines;
         *at && (*at)->kind != INLINE_SOFT_BREAK && (*at)->kind != INLINE_HARD_BREAK;)
        at = &(*at)->next;
    p->inlines = *at ? (*at)->next : NULL;
    *at = NULL;
    if (p->inlines)
        p->span = span_join(p->inlines->span, p->span);
    else
        quote->first = p->next;
}

/* A paragraph that says nothing: no-break spaces are how editors keep lines open. */
static bool is_empty(const struct block *b)
{
    if (b->kind != BLOCK_PARAGRAPH)
        return false;
    for (const struct inline_node *node = b->inlines; node; node = node->next) {
        if (node->kind != INLINE_TEXT)
            return false;
        for (size_t i = 0; i < node->text.n;)
            if (!utf8_is_space(utf8_next(node->text, &i)))
                return false;
    }
    return true;
}

/* Attributes behind an item's only text speak of the item. */
static void lift_attrs(struct arena *a, struct block *item)
{
    const struct block *p = item->first;
    if (p && p->kind == BLOCK_PARAGRAPH && has_attrs(p))
        add_attrs(a, &item->attrs, &p->attrs);
}

static void tidy_row(struct arena *a, struct block *parent)
{
    struct block *last = NULL;
    for (struct block **at = &parent->first; *at;) {
        struct block *b = *at;
        if (b->kind == BLOCK_QUOTE)
            make_alert(a, b);
        if (b->kind == BLOCK_ITEM)
            lift_attrs(a, b);
        if (is_empty(b)) {
            if (last && has_attrs(b))
                add_attrs(a, &last->attrs, &b->attrs);
            *at = b->next;
            continue;
        }
        b->parent = parent;
        last = b;
        at = &b->next;
    }
}

/* A block whose children wait for their turn. */
struct waiting {
    struct block *block;
};

void blocks_tidy(struct arena *a, struct block *root)
{
    VEC(struct waiting) queue = {0};
    vec_push(a, &queue, ((struct waiting){root}));
    for (size_t i = 0; i < queue.n; i++) {
        struct block *parent = queue.at[i].block;
        tidy_row(a, parent);
        for (struct block *b = parent->first; b; b = b->next)
            if (b->first)
                vec_push(a, &queue, ((struct waiting){b}));
    }
}
