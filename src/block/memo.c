/* SPDX-License-Identifier: MIT */
/* block/memo.c — lines and diagrams that are kept from one step of the ladder to the next. */
#include "block/memo.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"

/* Many steps of a ladder move space alone: their paragraphs break as before. */
struct line_memo {
    struct arena *a;
    struct map map;      /* of struct kept, by all that decides about breaks */
    struct map drawings; /* of struct drawing, likewise */
};

#define NO_STRETCH UINT32_MAX

struct kept {
    struct lines lines;
    const uint32_t *stretch_of; /* index of each piece's stretch, all lines in a row */
};

struct line_memo *line_memo_new(struct arena *a)
{
    struct line_memo *memo = arena_make(a, struct line_memo);
    memo->a = a;
    return memo;
}

static void put(struct strbuf *b, const void *bytes, size_t n)
{
    strbuf_put(b, (struct str){bytes, n});
}

/* Everything that par_break looks at. A shaped text is one object in its cache, so its address
 * stands for faces, features and characters. */
static struct str key_of(struct setter *s, const struct shaped *shaped,
                         const struct stretch *stretches, const struct par_params *p)
{
    struct strbuf b = strbuf_at(s->a);
    intptr_t address = (intptr_t)shaped;
    int32_t head[] = {
        (int32_t)p->align, p->measure, p->indent,   p->hang,      p->em,
        p->hyphenate,      p->rtl,     p->protrude, p->expansion, p->looseness};
    put(&b, &address, sizeof address);
    put(&b, head, sizeof head);
    for (uint32_t i = 0; i < shaped->stretch_count; i++) {
        int32_t size[] = {stretches[i].size, stretches[i].rise,
                          (int32_t)stretches[i].flags};
        put(&b, size, sizeof size);
    }
    return strbuf_str(&b);
}

static struct kept *keep(struct line_memo *memo, const struct lines *lines,
                         const struct stretch *stretches)
{
    size_t pieces = 0;
    for (uint32_t i = 0; i < lines->count; i++)
        pieces += lines->at[i].piece_count;
    uint32_t *stretch_of = arena_many(memo->a, pieces, uint32_t), *next = stretch_of;
    for (uint32_t i = 0; i < lines->count; i++)
        for (uint32_t k = 0; k < lines->at[i].piece_count; k++) {
            const struct stretch *st = lines->at[i].pieces[k].stretch;
            *next++ = st ? (uint32_t)(st - stretches) : NO_STRETCH;
        }
    struct kept *kept = arena_make(memo->a, struct kept);
    *kept = (struct kept){*lines, stretch_of};
    return kept;
}

/* The kept lines, their pieces pointing to the stretches of today. */
static struct lines renew(struct arena *a, const struct kept *kept,
                          const struct stretch *stretches)
{
    struct lines lines = kept->lines;
    struct line *copy = arena_copy(a, lines.at, lines.count * sizeof *copy);
    const uint32_t *stretch_of = kept->stretch_of;
    for (uint32_t i = 0; i < lines.count; i++) {
        uint32_t n = copy[i].piece_count;
        struct piece *pieces = arena_copy(a, copy[i].pieces, n * sizeof *pieces);
        for (uint32_t k = 0; k < n; k++, stretch_of++)
            pieces[k].stretch = *stretch_of == NO_STRETCH ? NULL : &stretches[*stretch_of];
        copy[i].pieces = pieces;
    }
    lines.at = copy;
    return lines;
}

struct lines memo_break(struct setter *s, const struct shaped *shaped,
                        const struct stretch *stretches, const struct par_params *params)
{
    struct line_memo *memo = s->request->memo;
    if (!memo)
        return par_break(s->a, shaped, stretches, params, s->d);
    struct str key = key_of(s, shaped, stretches, params);
    const struct kept *kept = map_find(&memo->map, key);
    if (kept && !kept->lines.overfull) /* an overfull line is reported again */
        return renew(s->a, kept, stretches);
    struct par_params own = *params;
    own.scratch =
        s->a; /* what is kept is kept for all steps, and each breaks most lines anew */
    struct lines lines = par_break(memo->a, shaped, stretches, &own, s->d);
    struct kept *fresh = keep(memo, &lines, stretches);
    map_put(memo->a, &memo->map, str_dup(memo->a, key), fresh);
    return renew(s->a, fresh, stretches);
}

/* --- diagrams --------------------------------------------------------------------------------- */

/* All that a diagram is placed by; nothing else of the look is shown to it. */
static void diagram_look(const struct look *look, struct look *out)
{
    static const enum role roles[] = {ROLE_NODE_LABEL, ROLE_NODE_NOTE, ROLE_ARROW_LABEL,
                                      ROLE_GROUP_TITLE};
    *out = (struct look){0};
    out->node_gap = look->node_gap;
    out->node_pad = look->node_pad;
    out->row_gap = look->row_gap;
    for (size_t i = 0; i < countof(roles); i++)
        out->roles[roles[i]] = look->roles[roles[i]];
}

static void put_role(struct strbuf *b, const struct role_look *role)
{
    put(b, role->family.p, role->family.n);
    int32_t numbers[] = {role->size,      role->leading,         role->weight,
                         role->italic,    role->tracking,        (int32_t)role->features,
                         role->hyphenate, (int32_t)role->colour, (int32_t)role->align};
    put(b, numbers, sizeof numbers);
}

static struct str drawing_key(struct setter *s, const struct graph *graph,
                              const struct look *look, mpt width)
{
    struct strbuf b = strbuf_at(s->a);
    intptr_t address = (intptr_t)graph;
    mpt lengths[] = {width, look->node_gap, look->node_pad, look->row_gap};
    put(&b, &address, sizeof address);
    put(&b, lengths, sizeof lengths);
    put_role(&b, &look->roles[ROLE_NODE_LABEL]);
    put_role(&b, &look->roles[ROLE_NODE_NOTE]);
    put_role(&b, &look->roles[ROLE_ARROW_LABEL]);
    put_role(&b, &look->roles[ROLE_GROUP_TITLE]);
    return strbuf_str(&b);
}

struct drawing memo_draw(struct setter *s, const struct graph *graph, mpt width)
{
    struct line_memo *memo = s->request->memo;
    struct look own;
    diagram_look(s->look, &own);
    if (!memo || s->study->rtl) /* it is turned around where it stands */
        return diagram_place(s->a, graph, &own, s->cache, width, s->d);
    struct str key = drawing_key(s, graph, &own, width);
    struct drawing *kept = map_find(&memo->drawings, key);
    if (kept)
        return *kept;
    size_t told = s->d->list.n;
    struct drawing fresh = diagram_place(memo->a, graph, &own, s->cache, width, s->d);
    if (s->d->list.n == told)
        map_put(memo->a, &memo->drawings, str_dup(memo->a, key),
                arena_copy(memo->a, &fresh, sizeof fresh));
    return fresh;
}
