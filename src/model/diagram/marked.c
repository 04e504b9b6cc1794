/* SPDX-License-Identifier: MIT */
/* model/diagram/marked.c — the text of a block in which every byte knows its marks and place. */
#include "model/diagram/marked.h"

#include "base/utf8.h"

/* What is gathered while the inlines are walked. */
struct gather {
    struct arena *a;
    struct strbuf text, marks;
    struct marked *out;
    bool carried; /* no diagram can carry an image or a footnote mark */
};

static void put(struct gather *g, struct str text, struct span span, unsigned marks)
{
    if (text.n == 0)
        return;
    vec_push(g->a, &g->out->places, (struct marked_place){g->text.n, span});
    strbuf_put(&g->text, text);
    for (size_t i = 0; i < text.n; i++)
        strbuf_putc(&g->marks, (char)marks);
}

static void walk(struct gather *g, const struct inline_node *first, unsigned marks,
                 int depth);

static void put_inline(struct gather *g, const struct inline_node *node, unsigned marks,
                       int depth)
{
    if (attrs_has(&node->attrs, S("key")))
        marks |= MARK_KEY;
    switch (node->kind) {
    case INLINE_TEXT:
    case INLINE_MATH:
        put(g, node->text, node->span, marks);
        break;
    case INLINE_CODE:
        put(g, node->text, node->span, marks | MARK_CODE);
        break;
    case INLINE_SOFT_BREAK:
        put(g, S("\n"), node->span, marks);
        break;
    case INLINE_HARD_BREAK:
        put(g, S("\n"), node->span, marks | MARK_HARD);
        break;
    case INLINE_STRONG:
        walk(g, node->first, marks | MARK_STRONG, depth + 1);
        break;
    case INLINE_EMPH:
    case INLINE_STRIKE:
    case INLINE_UNDERLINE:
    case INLINE_SUB:
    case INLINE_SUP:
    case INLINE_KBD:
    case INLINE_LINK:
    case INLINE_SPAN:
        walk(g, node->first, marks, depth + 1);
        break;
    case INLINE_IMAGE:
    case INLINE_FOOTNOTE_REF:
    case INLINE_KINDS:
        g->carried = false;
        break;
    }
}

static void walk(struct gather *g, const struct inline_node *first, unsigned marks,
                 int depth)
{
    if (depth > MARKED_MAX_DEPTH)
        g->carried = false;
    for (const struct inline_node *node = first; node && g->carried; node = node->next)
        put_inline(g, node, marks, depth);
}

static size_t count_lines(struct str text)
{
    size_t n = 0;
    for (size_t i = 0; i < text.n; i = str_find_byte(text, '\n', i) + 1)
        n++;
    return n;
}

/* A fence has a line of its own above the text; indented code has not. */
static uint32_t first_line(const struct block *code)
{
    size_t lines = code->span.end_line - code->span.line + 1;
    bool fenced = code->info.n || lines > count_lines(code->text);
    return code->span.line + (fenced ? 1 : 0);
}

static void put_code(struct gather *g, const struct block *code)
{
    struct str rest = code->text;
    uint32_t line = first_line(code), column = code->span.column ? code->span.column : 1;
    while (rest.n) {
        struct str text = str_trim_end(str_cut(&rest, '\n'));
        struct span span = {line, column, line, column + (uint32_t)text.n};
        put(g, text, span, 0);
        put(g, S("\n"), span, MARK_HARD);
        line++;
    }
}

bool marked_of(struct arena *a, const struct block *block, struct marked *out)
{
    *out = (struct marked){.fence = block->kind == BLOCK_CODE};
    struct gather g = {a, strbuf_at(a), strbuf_at(a), out, true};
    if (out->fence)
        put_code(&g, block);
    else
        walk(&g, block->inlines, 0, 0);
    out->text = strbuf_str(&g.text);
    out->marks = (const unsigned char *)g.marks.p;
    return g.carried;
}

void marked_append(struct arena *a, struct marked *m, const struct marked *more)
{
    struct strbuf text = strbuf_at(a), marks = strbuf_at(a);
    strbuf_put(&text, m->text);
    strbuf_putc(&text, '\n');
    strbuf_put(&text, more->text);
    strbuf_put(&marks, (struct str){(const char *)m->marks, m->text.n});
    strbuf_putc(&marks, MARK_HARD);
    strbuf_put(&marks, (struct str){(const char *)more->marks, more->text.n});
    for (size_t i = 0; i < more->places.n; i++) {
        struct marked_place place = more->places.at[i];
        place.at += m->text.n + 1;
        vec_push(a, &m->places, place);
    }
    m->text = strbuf_str(&text);
    m->marks = (const unsigned char *)marks.p;
}

/* The place of byte `at`. Escapes and entities shift it by a little, so it is held inside. */
static struct span place_of(const struct marked *m, size_t at)
{
    const struct marked_place *place = &m->places.at[vec_index_at(&m->places, at)];
    struct span span = place->span;
    if (span.line != span.end_line || at < place->at)
        return span;
    size_t column = span.column + (at - place->at);
    span.column = column < span.end_column ? (uint32_t)column : span.end_column;
    span.end_column = span.column;
    return span;
}

struct span marked_span(const struct marked *m, struct stretch s)
{
    if (s.from >= s.to || m->places.n == 0)
        return (struct span){0};
    return span_join(place_of(m, s.from), place_of(m, s.to - 1));
}

struct str marked_text(const struct marked *m, struct stretch s)
{
    return str_sub(m->text, s.from, s.to);
}

struct stretch marked_all(const struct marked *m)
{
    return (struct stretch){0, m->text.n};
}

struct stretch marked_trim(const struct marked *m, struct stretch s)
{
    while (s.from < s.to) {
        size_t next = s.from;
        if (!utf8_is_space(utf8_next(m->text, &next)))
            break;
        s.from = next;
    }
    while (s.to > s.from) {
        size_t before = s.to;
        if (!utf8_is_space(utf8_prev(m->text, &before)))
            break;
        s.to = before;
    }
    return s;
}

bool marked_has(const struct marked *m, struct stretch s, enum mark mark)
{
    s = marked_trim(m, s);
    for (size_t i = s.from; i < s.to; i++) {
        bool blank = m->text.p[i] == ' ' || m->text.p[i] == '\n';
        if (!blank && !(m->marks[i] & mark))
            return false;
    }
    return s.from < s.to;
}

bool marked_has_any(const struct marked *m, struct stretch s, enum mark mark)
{
    for (size_t i = s.from; i < s.to; i++) {
        if (m->marks[i] & mark)
            return true;
    }
    return false;
}

bool marked_line(const struct marked *m, struct stretch *rest, struct stretch *line)
{
    if (rest->from >= rest->to)
        return false;
    size_t end = str_find_byte(str_sub(m->text, 0, rest->to), '\n', rest->from);
    *line = (struct stretch){rest->from, end};
    rest->from = end + 1;
    return true;
}
