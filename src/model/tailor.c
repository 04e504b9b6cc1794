/* SPDX-License-Identifier: MIT */
/* model/tailor.c — what leaves a study before it is read, and in which order the rest stands. */
#include "model/tailor.h"

#include "base/arena.h"
#include "model/marks.h"
#include "model/named.h"
#include "model/optional.h"
#include "model/redact.h"
#include "model/variant.h"
#include "model/wishes.h"

struct tailoring {
    struct build *b;
    struct tailor *t;
    struct str variant;
};

static void cut_entries(struct tailoring *c, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!c->t->gone[i]) {
            c->t->gone[i] = true;
            cuts_add(c->b->a, &c->t->cuts, c->b->outline.list.at[i].block);
        }
}

/* --- variants ------------------------------------------------------------------------------------ */

static bool take_variant(void *context, const struct bearer *bearer)
{
    struct tailoring *c = context;
    if (!variant_leaves(bearer->attrs, c->variant))
        return false;
    if (bearer->section)
        cut_entries(c, bearer->entry, named_end(&c->b->outline, bearer->entry));
    else
        cuts_add(c->b->a, &c->t->cuts, bearer_node(bearer));
    return true;
}

/* --- names --------------------------------------------------------------------------------------- */

/* A title counts before a fact's key, and that before a kind. */
static void omit(struct tailoring *c, const char *key)
{
    struct names names = names_of(c->b->study->front, str_from(key));
    for (const struct yaml *name; (name = names_next(&names));) {
        struct named named = named_find(c->b, name->text);
        bool fact = !named.by_title && named_fact(c->b, name->text);
        if (fact || named_nothing(&named))
            vec_push(c->b->a, &c->b->wishes, (struct wish){key, name});
        if (fact)
            continue;
        for (size_t i = 0; i < named.entries.n; i++)
            cut_entries(c, named.entries.at[i],
                        named_end(&c->b->outline, named.entries.at[i]));
        if (named.front)
            c->t->without[named.kind] = true;
    }
}

/* --- order --------------------------------------------------------------------------------------- */

struct moving {
    struct blocks_order order;
    bool *moved; /* by entry */
};

static void move(struct tailoring *c, struct moving *m, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (!m->moved[i]) {
            m->moved[i] = true;
            m->order.at[m->order.n++] = c->b->outline.list.at[i].block;
        }
}

/* Sections move with all that is in them; what is inside a section stays there. */
static void move_named(struct tailoring *c, struct moving *m, const struct yaml *name)
{
    struct build *b = c->b;
    struct named named = named_find(b, name->text);
    bool told = named_nothing(&named);
    if (told)
        named_tell(b, "order", name);
    for (size_t i = 0; i < named.entries.n; i++) {
        size_t at = named.entries.at[i];
        if (b->outline.list.at[at].level == 2)
            move(c, m, at, named_end(&b->outline, at));
        else if (!told)
            diag_push_hint(b->d, D_M0106, name->span, S("name the section it stands in"),
                           "order: “%.*s” is a part of another section", STR(name->text));
    }
}

/* What stands before the first section, the sections that are named, then all others. */
static void put_in_order(struct tailoring *c)
{
    const struct outline *o = &c->b->outline;
    struct names names = names_of(c->b->study->front, S("order"));
    const struct yaml *name = names_next(&names);
    if (!name || o->list.n == 0)
        return;
    struct moving m = {
        {arena_many(c->b->a, o->list.n, const struct block *), 0},
        arena_many(c->b->a, o->list.n, bool)
    };
    size_t first = 0;
    while (first < o->list.n &&
           (!o->list.at[first].heading || outline_is_masthead(o, first)))
        first++;
    move(c, &m, 0, first);
    for (; name; name = names_next(&names))
        move_named(c, &m, name);
    move(c, &m, first, o->list.n);
    c->t->order = m.order;
}

/* Read what the sections hold, to know its facts and addresses; `b` is of no use after this but to
 * plan with. What it finds to say is said when the study is read again. */
static void read_parts(struct tailoring *c)
{
    static const char *const keys[] = {"omit", "hide", "redact"};
    struct build *b = c->b;
    for (size_t i = 0; i < countof(keys); i++)
        c->t->copied = c->t->copied || yaml_find(b->study->front, str_from(keys[i]));
    if (!c->t->copied)
        return;
    struct diags ignored = diags_at(b->a, b->d->file), *d = b->d;
    b->d = &ignored;
    build_parts(b);
    build_front_parts(b);
    b->d = d;
}

/* --- all of it ----------------------------------------------------------------------------------- */

struct tailor tailor_plan(struct build *b, const struct study_options *options,
                          struct secrets *secrets)
{
    struct tailor t = {.gone = arena_many(b->a, b->outline.list.n, bool)};
    struct tailoring c = {b, &t, b->variant};
    struct marks_visitor visitor = {&c, take_variant};
    t.copied = options->redact_count > 0;
    read_parts(&c);
    marks_walk(&b->outline, t.gone, &visitor);
    omit(&c, "omit");
    omit(&c, "hide");
    put_in_order(&c);
    t.copied = t.copied || wishes_to_emphasise(b->study->front);
    *secrets = redact_plan(b, options, &t);
    optional_plan(b, options->drop, &t);
    return t;
}

bool tailor_changes(const struct tailor *tailor)
{
    bool front = false;
    for (int kind = 0; kind < SECTION_KINDS; kind++)
        front = front || tailor->without[kind];
    return front || tailor->copied || tailor->cuts.nodes.n > 0 || tailor->order.n > 0;
}
