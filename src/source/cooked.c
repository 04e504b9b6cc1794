/* SPDX-License-Identifier: MIT */
/* source/cooked.c — text with small repairs that still knows where each byte stood. */
#include "source/cooked.h"

#include "base/arena.h"

struct cooked cooked_source(struct arena *a, struct str bytes, size_t from)
{
    struct cooked c = {.text = strbuf_at(a)};
    strbuf_put(&c.text, str_sub(bytes, from, bytes.n));
    vec_push(a, &c.pieces, ((struct cooked_piece){0, from, false}));
    return c;
}

struct cooked cooked_after(struct arena *a, const struct cooked *before)
{
    return (struct cooked){.text = strbuf_at(a), .before = before};
}

static size_t origin_in(const struct cooked_piece *piece, size_t at)
{
    return piece->put || at < piece->at ? piece->from : piece->from + (at - piece->at);
}

size_t cooked_origin(const struct cooked *c, size_t at)
{
    return c->pieces.n == 0 ? 0
                            : origin_in(&c->pieces.at[vec_index_at(&c->pieces, at)], at);
}

/* Tell that what is appended next stood at `from`. A piece that only goes on is not told again. */
static void add_piece(struct cooked *c, size_t from, bool put)
{
    if (c->pieces.n > 0) {
        const struct cooked_piece *last = vec_last(&c->pieces);
        if (last->put == put && origin_in(last, c->text.n) == from)
            return;
    }
    vec_push(c->text.a, &c->pieces, ((struct cooked_piece){c->text.n, from, put}));
}

void cooked_copy(struct cooked *c, size_t from, size_t to)
{
    const struct cooked *before = c->before;
    while (from < to) {
        size_t i = vec_index_at(&before->pieces, from);
        size_t end =
            i + 1 < before->pieces.n ? before->pieces.at[i + 1].at : before->text.n;
        if (end > to || end <= from)
            end = to;
        add_piece(c, origin_in(&before->pieces.at[i], from), before->pieces.at[i].put);
        strbuf_put(&c->text, str_sub(cooked_str(before), from, end));
        from = end;
    }
}

void cooked_put(struct cooked *c, struct str s, size_t at)
{
    if (s.n == 0)
        return;
    add_piece(c, cooked_origin(c->before, at), true);
    strbuf_put(&c->text, s);
}

struct places places_of(struct arena *a, struct str text)
{
    struct places p = {.text = text};
    vec_push(a, &p.lines, (size_t){0});
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n')
            vec_push(a, &p.lines, i + 1);
    return p;
}

size_t places_offset(const struct places *p, size_t line, size_t column)
{
    if (line < 1)
        return 0;
    if (line > p->lines.n)
        return p->text.n;
    size_t end = line < p->lines.n ? p->lines.at[line] - 1 : p->text.n;
    size_t at = p->lines.at[line - 1] + (column > 0 ? column - 1 : 0);
    return at < end ? at : end;
}

struct span places_span(const struct places *p, size_t from, size_t to)
{
    size_t last = to > from ? to - 1 : from;
    size_t line = vec_index_at(&p->lines, from), end_line = vec_index_at(&p->lines, last);
    return (struct span){(uint32_t)(line + 1), (uint32_t)(from - p->lines.at[line] + 1),
                         (uint32_t)(end_line + 1),
                         (uint32_t)(last - p->lines.at[end_line] + 1)};
}
