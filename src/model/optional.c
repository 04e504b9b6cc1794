/* SPDX-License-Identifier: MIT */
/* model/optional.c — what goes first when space is short. */
#include "model/optional.h"

#include <stdlib.h>

#include "base/arena.h"
#include "model/named.h"

/* Planning: what is still there, entry by entry. */
struct plan {
    struct build *b;
    struct tailor *tailor;
    size_t drop;
    bool *gone;    /* entries */
    size_t *words; /* of each entry, what has gone left out */
    bool front_gone[SECTION_KINDS];
};

/* --- drop: --------------------------------------------------------------------------------------- */

static void add_named(struct plan *p, struct optionals *out, const struct named *named,
                      const struct yaml *name)
{
    struct build *b = p->b;
    bool front = named->front;
    for (size_t i = 0; i < named->entries.n; i++) {
        size_t at = named->entries.at[i];
        const struct entry *e = &b->outline.list.at[at];
        struct optional *one = vec_add(b->a, &out->list);
        *one = (struct optional){
            .told = {e->title, e->span, 0},
            .entry = at,
            .end = named_end(&b->outline, at),
            .front = front ? named->kind : SECTION_CUSTOM,
        };
        front = false;
    }
    if (front)
        vec_push(b->a, &out->list,
                 (struct optional){
                     .told = {section_kind_name(named->kind), name->span, 0},
                     .front = named->kind
        });
}

static struct optionals dropped_by_name(struct plan *p)
{
    struct optionals out = {0};
    struct names names = names_of(p->b->study->front, S("drop"));
    for (const struct yaml *name; (name = names_next(&names));) {
        struct named named = named_find(p->b, name->text);
        if (named_nothing(&named))
            named_tell(p->b, "drop", name);
        add_named(p, &out, &named, name);
    }
    return out;
}

/* --- the order ----------------------------------------------------------------------------------- */

/* By number, then the last of the text first; what is marked is sorted by pointers into its list,
 * which stands in the order of the text. */
static int by_turn(const void *left, const void *right)
{
    const struct optional *l = *(const struct optional *const *)left,
                          *r = *(const struct optional *const *)right;
    if (l->number != r->number)
        return l->number < r->number ? -1 : 1;
    return (l < r) - (l > r);
}

/* How many words go with it now; 0 and false where it has gone already. */
static bool take(struct plan *p, const struct optional *one, size_t *words)
{
    bool there = false;
    *words = 0;
    for (size_t i = one->entry; i < one->end; i++) {
        if (p->gone[i])
            continue;
        there = true;
        size_t now = one->node ? one->told.words : p->words[i];
        p->words[i] -= now < p->words[i] ? now : p->words[i];
        p->gone[i] = p->gone[i] || !one->node;
        *words += now;
    }
    if (one->front != SECTION_CUSTOM && !p->front_gone[one->front]) {
        there = p->front_gone[one->front] = true;
        *words += named_front_words(p->b, one->front);
    }
    return there;
}

static void cut(struct plan *p, const struct optional *one)
{
    struct arena *a = p->b->a;
    if (one->node)
        cuts_add(a, &p->tailor->cuts, one->node);
    for (size_t i = one->entry; i < one->end && !one->node; i++)
        if (!p->tailor->gone[i]) {
            p->tailor->gone[i] = true;
            cuts_add(a, &p->tailor->cuts, p->b->outline.list.at[i].block);
        }
    if (one->front != SECTION_CUSTOM)
        p->tailor->without[one->front] = true;
}

static void turn(struct plan *p, const struct optional *one)
{
    struct study *study = p->b->study;
    struct study_optional told = one->told;
    if (!take(p, one, &told.words))
        return;
    if (study->optional.n < p->drop)
        cut(p, one);
    vec_push(p->b->a, &study->optional, told);
}

void optional_plan(struct build *b, size_t drop, struct tailor *tailor)
{
    size_t entries = b->outline.list.n;
    struct plan p = {.b = b, .tailor = tailor, .drop = drop};
    struct optionals named = dropped_by_name(&p), marked = optional_marked(b, tailor);
    if (named.list.n + marked.list.n == 0)
        return;
    p.gone = arena_copy(b->a, tailor->gone, entries * sizeof *p.gone);
    p.words = arena_many(b->a, entries, size_t);
    for (size_t i = 0; i < entries; i++)
        p.words[i] = text_words(block_text(b->a, b->outline.list.at[i].block));
    for (size_t i = 0; i < named.list.n; i++)
        turn(&p, &named.list.at[i]);
    const struct optional **order =
        arena_many(b->a, marked.list.n, const struct optional *);
    for (size_t i = 0; i < marked.list.n; i++)
        order[i] = &marked.list.at[i];
    if (marked.list.n > 1)
        qsort(order, marked.list.n, sizeof *order, by_turn);
    for (size_t i = 0; i < marked.list.n; i++)
        turn(&p, order[i]);
}
