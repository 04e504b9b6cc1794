/* SPDX-License-Identifier: MIT */
/* block/order.c — which section comes when, and in which column, as the layout wants it. */
#include "block/order.h"

#include <stddef.h>

#include "base/arena.h"

#define SECTION_LEVEL 2

/* Where a layout wants each kind. */
static const size_t places[SECTION_KINDS] = {
    [SECTION_TLDR] = offsetof(struct look, place_tldr),
    [SECTION_FACTS] = offsetof(struct look, place_facts),
    [SECTION_PROBLEM] = offsetof(struct look, place_problem),
    [SECTION_USERS] = offsetof(struct look, place_users),
    [SECTION_SOLUTION] = offsetof(struct look, place_solution),
    [SECTION_ARCHITECTURE] = offsetof(struct look, place_architecture),
    [SECTION_DATA] = offsetof(struct look, place_data),
    [SECTION_EVALUATION] = offsetof(struct look, place_evaluation),
    [SECTION_RELIABILITY] = offsetof(struct look, place_reliability),
    [SECTION_IMPACT] = offsetof(struct look, place_impact),
    [SECTION_NEXT] = offsetof(struct look, place_next),
    [SECTION_ETHICS] = offsetof(struct look, place_ethics),
    [SECTION_LINKS] = offsetof(struct look, place_links),
    [SECTION_CONTACT] = offsetof(struct look, place_contact),
    [SECTION_CUSTOM] = offsetof(struct look, place_custom),
};

enum section_place order_place(const struct look *look, enum section_kind kind)
{
    const void *place = (const char *)look + places[kind];
    return (enum section_place) * (const int *)place;
}

void order_enter(struct setter *s, enum section_kind kind)
{
    set_to_text(s);
    switch (order_place(s->look, kind)) {
    case SECTION_IN_TEXT:
        break;
    case SECTION_IN_WIDE:
        set_widen(s);
        break;
    case SECTION_IN_SIDE:
        set_to_side(s);
        break;
    }
}

static size_t words_in(struct str order)
{
    size_t n = order.n > 0;
    for (size_t i = 0; i < order.n; i++)
        n += order.p[i] == ' ' || order.p[i] == ',';
    return n;
}

/* Place of `kind` among the words of `order`; SIZE_MAX: it is none of them. */
static size_t rank_of(struct str order, enum section_kind kind)
{
    struct str name = section_kind_name(kind);
    size_t end, rank = 0;
    for (size_t at = 0; at < order.n; at = end + 1, rank++) {
        for (end = at; end < order.n && order.p[end] != ' ' && order.p[end] != ',';)
            end++;
        if (str_eq(str_sub(order, at, end), name))
            return rank;
    }
    return SIZE_MAX;
}

/* Named kinds come first, the others as they were written; what stands before the first heading, and
 * a section inside another, stay where they are. */
static size_t *ranks_of(struct arena *a, const struct study *study, struct str order)
{
    size_t *ranks = arena_many(a, study->sections.n, size_t), others = words_in(order) + 1;
    for (size_t i = 0; i < study->sections.n; i++) {
        const struct section *section = &study->sections.at[i];
        size_t rank = rank_of(order, section->kind);
        bool opens = i == 0 && str_empty(section->title) && !section->title_inlines;
        if (opens)
            ranks[i] = 0;
        else if (section->level > SECTION_LEVEL && i > 0)
            ranks[i] = ranks[i - 1];
        else
            ranks[i] = rank == SIZE_MAX ? others : rank + 1;
    }
    return ranks;
}

size_t *order_sections(struct arena *a, const struct study *study, const struct look *look)
{
    size_t n = study->sections.n, *order = arena_many(a, n, size_t);
    const size_t *ranks = ranks_of(a, study, look->section_order);
    size_t last = 0, put = 0;
    for (size_t i = 0; i < n; i++)
        last = ranks[i] > last ? ranks[i] : last;
    for (size_t rank = 0; rank <= last; rank++)
        for (size_t i = 0; i < n; i++)
            if (ranks[i] == rank)
                order[put++] = i;
    return order;
}
