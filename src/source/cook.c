/* SPDX-License-Identifier: MIT */
/* source/cook.c — the passes of repair, one after the other. */
#include "source/cook.h"

#include "base/arena.h"

/* A pass gets its own place in the arena, because the next one points to it. */
static const struct cooked *keep(struct arena *a, struct cooked c)
{
    struct cooked *kept = arena_make(a, struct cooked);
    *kept = c;
    return kept;
}

struct cooked cook(const struct cook *k, struct str bytes, size_t body)
{
    const struct cooked *c = keep(k->a, cooked_source(k->a, bytes, body));
    c = keep(k->a, cook_comments(k, c));
    c = keep(k->a, cook_containers(k, c));
    c = keep(k->a, cook_lines(k, c));
    c = keep(k->a, cook_notes(k, c));
    return cook_marks(k, c);
}

struct span cook_span(const struct cook *k, const struct cooked *c, size_t from, size_t to)
{
    size_t start = cooked_origin(c, from);
    size_t end = to > from ? cooked_origin(c, to - 1) + 1 : start;
    return places_span(k->places, start, end > start ? end : start);
}
