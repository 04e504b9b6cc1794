/* SPDX-License-Identifier: MIT */
/* model/flat.c — inlines as one line of text in which every byte knows where it came from. */
#include "model/flat.h"

#include <string.h>

#include "base/arena.h"

/* What is gathered while the tree is walked. */
struct gather {
    struct arena *a;
    struct strbuf text, marks;
    struct flat *flat;
};

static void put(struct gather *g, const struct inline_node *node, struct str text,
                unsigned marks, const struct attrs *attrs)
{
    if (text.n == 0)
        return;
    vec_push(g->a, &g->flat->pieces, (struct flat_piece){g->text.n, node, attrs});
    strbuf_put(&g->text, text);
    for (size_t i = 0; i < text.n; i++)
        strbuf_putc(&g->marks, (char)marks);
}

/* The text that a node gives by itself. */
static struct str own_text(const struct inline_node *node)
{
    switch (node->kind) {
    case INLINE_TEXT:
    case INLINE_CODE:
    case INLINE_MATH:
        return node->text;
    case INLINE_SOFT_BREAK:
        return S(" ");
    case INLINE_HARD_BREAK:
        return S("\n");
    case INLINE_EMPH:
    case INLINE_STRONG:
    case INLINE_STRIKE:
    case INLINE_UNDERLINE:
    case INLINE_SUB:
    case INLINE_SUP:
    case INLINE_KBD:
    case INLINE_LINK:
    case INLINE_IMAGE:
    case INLINE_SPAN:
    case INLINE_FOOTNOTE_REF:
    case INLINE_KINDS:
        return (struct str){0};
    }
    return (struct str){0};
}

static unsigned own_marks(const struct inline_node *node)
{
    unsigned marks = 0;
    if (node->kind == INLINE_STRONG)
        marks |= FLAT_STRONG;
    if (node->kind == INLINE_CODE || node->kind == INLINE_MATH || node->kind == INLINE_KBD)
        marks |= FLAT_CODE;
    if (node->kind == INLINE_LINK)
        marks |= FLAT_LINK;
    if (node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK)
        marks |= FLAT_BREAK;
    if (attrs_has(&node->attrs, S("metric")))
        marks |= FLAT_METRIC;
    if (attrs_has(&node->attrs, S("nometric")))
        marks |= FLAT_NOMETRIC;
    return marks;
}

/* An image's alternative text says nothing in the line that it stands in. */
static const struct inline_node *children(const struct inline_node *node)
{
    return node->kind == INLINE_IMAGE ? NULL : node->first;
}

static void walk(struct gather *g, const struct inline_node *first, unsigned marks,
                 const struct attrs *attrs, int depth)
{
    for (const struct inline_node *node = first; node; node = node->next) {
        unsigned here = marks | own_marks(node);
        const struct attrs *known =
            attrs_has(&node->attrs, S("metric")) ? &node->attrs : attrs;
        put(g, node, own_text(node), here, known);
        if (!children(node))
            continue;
        if (depth < FLAT_MAX_DEPTH)
            walk(g, children(node), here, known, depth + 1);
        else
            put(g, node, inlines_text(g->a, children(node)), here, known);
    }
}

struct flat flat_of(struct arena *a, const struct inline_node *first)
{
    struct flat flat = {0};
    struct gather g = {a, strbuf_at(a), strbuf_at(a), &flat};
    walk(&g, first, 0, NULL, 0);
    flat.text = strbuf_str(&g.text);
    flat.marks = (const unsigned char *)g.marks.p;
    return flat;
}

struct flat flat_plain(struct arena *a, struct str text)
{
    return (struct flat){.text = text, .marks = arena_alloc(a, text.n)};
}

/* One byte's place. Only plain text runs byte for byte with the source; escapes and entities
 * shift it by a little, so it is held inside its node. */
static struct span byte_span(const struct flat *flat, size_t at)
{
    const struct flat_piece *piece = &flat->pieces.at[vec_index_at(&flat->pieces, at)];
    struct span span = piece->node->span;
    bool one_line = span.line == span.end_line && span.line != 0;
    if (piece->node->kind != INLINE_TEXT || !one_line)
        return span;
    size_t column = span.column + (at - piece->at);
    if (column > span.end_column)
        column = span.end_column;
    span.column = span.end_column = (uint32_t)column;
    return span;
}

struct span flat_span(const struct flat *flat, size_t from, size_t to)
{
    if (flat->pieces.n == 0 || from >= to || to > flat->text.n)
        return (struct span){0};
    return span_join(byte_span(flat, from), byte_span(flat, to - 1));
}

const struct attrs *flat_attrs(const struct flat *flat, size_t at)
{
    if (flat->pieces.n == 0 || at >= flat->text.n)
        return NULL;
    return flat->pieces.at[vec_index_at(&flat->pieces, at)].attrs;
}

/* The window that is cut out, and how far the walk has come. What has no text of its own, such
 * as an image, is kept within the wider window, before white space was trimmed. */
struct cut {
    struct arena *a;
    size_t from, to, at;
    size_t wide_from, wide_to;
};

static size_t weight(struct arena *a, const struct inline_node *node, int depth)
{
    size_t n = own_text(node).n;
    if (children(node) && depth >= FLAT_MAX_DEPTH)
        return n + inlines_text(a, children(node)).n;
    for (const struct inline_node *child = children(node); child; child = child->next)
        n += weight(a, child, depth + 1);
    return n;
}

/* A text node, or one too deep to look into, cut down to the window. */
static struct inline_node *cut_text(const struct cut *c, struct inline_node *copy,
                                    size_t at, size_t n)
{
    if (copy->kind != INLINE_TEXT || copy->text.n != n)
        return copy;
    size_t from = c->from > at ? c->from - at : 0;
    size_t to = c->to < at + n ? c->to - at : n;
    copy->text = str_sub(copy->text, from, to);
    bool one_line = copy->span.line == copy->span.end_line && copy->span.line != 0;
    if (one_line && copy->span.end_column >= copy->span.column + n - 1) {
        copy->span.end_column = copy->span.column + (uint32_t)to - 1;
        copy->span.column += (uint32_t)from;
    }
    return copy;
}

static struct inline_node *cut_list(struct cut *c, const struct inline_node *first,
                                    int depth);

/* `node` as far as it lies in the window; NULL where it lies outside. */
static struct inline_node *cut_node(struct cut *c, const struct inline_node *node,
                                    int depth)
{
    size_t at = c->at, n = weight(c->a, node, depth);
    c->at += n;
    bool empty_inside = n == 0 && at >= c->wide_from && at <= c->wide_to;
    if (!empty_inside && (at >= c->to || at + n <= c->from))
        return NULL;
    struct inline_node *copy = arena_copy(c->a, node, sizeof *node);
    copy->next = NULL;
    if (at >= c->from && at + n <= c->to)
        return copy;
    if (!children(node) || depth >= FLAT_MAX_DEPTH)
        return cut_text(c, copy, at, n);
    c->at = at + own_text(node).n;
    copy->first = cut_list(c, node->first, depth + 1);
    c->at = at + n;
    return copy;
}

static struct inline_node *cut_list(struct cut *c, const struct inline_node *first,
                                    int depth)
{
    struct inline_node *head = NULL, **tail = &head;
    for (const struct inline_node *node = first; node; node = node->next) {
        *tail = cut_node(c, node, depth);
        if (*tail)
            tail = &(*tail)->next;
    }
    return head;
}

const struct inline_node *flat_slice(struct arena *a, const struct inline_node *first,
                                     size_t from, size_t to)
{
    struct flat flat = flat_of(a, first);
    to = to < flat.text.n ? to : flat.text.n;
    struct cut c = {a, from, to, 0, from, to};
    while (from < to && strchr(" \t\n", flat.text.p[from]))
        from++;
    while (to > from && strchr(" \t\n", flat.text.p[to - 1]))
        to--;
    if (from >= to)
        return NULL;
    c.from = from;
    c.to = to;
    return cut_list(&c, first, 0);
}
