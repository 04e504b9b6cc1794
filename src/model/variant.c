/* SPDX-License-Identifier: MIT */
/* model/variant.c — one source, several studies: tailored variants. */
#include "model/variant.h"

#include "base/arena.h"
#include "base/map.h"
#include "model/front.h"
#include "model/marks.h"

#define MERGE_DEPTH 8 /* of maps in maps: style keys have four parts */

/* --- front matter -------------------------------------------------------------------------------- */

struct str variant_chosen(const struct yaml *front, struct str asked)
{
    struct str said = str_trim(yaml_text(yaml_find(front, S("variant"))));
    return asked.n > 0 ? asked : said;
}

/* Names are compared as marks have them: without spaces, in either case. */
static bool same_name(struct str left, struct str right)
{
    if (left.n != right.n)
        return false;
    for (size_t i = 0; i < left.n; i++) {
        struct str l = str_sub(left, i, i + 1), r = str_sub(right, i, i + 1);
        bool gap = l.p[0] == ' ' ? r.p[0] == '-' : l.p[0] == '-' && r.p[0] == ' ';
        if (!gap && !str_eq_nocase(l, r))
            return false;
    }
    return true;
}

static const struct yaml *find(const struct yaml *front, struct str name)
{
    const struct yaml *variants = yaml_find(front, S("variants"));
    bool map = variants && variants->kind == YAML_MAP;
    for (const struct yaml *v = map ? variants->first : NULL; v; v = v->next)
        if (same_name(str_trim(v->key), str_trim(name)))
            return v;
    return NULL;
}

static struct yaml **put(struct arena *a, struct yaml **tail, const struct yaml *value)
{
    *tail = arena_copy(a, value, sizeof *value);
    (*tail)->next = NULL;
    return &(*tail)->next;
}

/* The entries of a list, or the one value that stands for it. */
static struct yaml **put_entries(struct arena *a, struct yaml **tail,
                                 const struct yaml *value)
{
    if (value->kind == YAML_SCALAR)
        return put(a, tail, value);
    for (const struct yaml *v = value->first; v; v = v->next)
        tail = put(a, tail, v);
    return tail;
}

static struct yaml *chain(struct arena *a, const struct yaml *base, const struct yaml *over)
{
    struct yaml *list = arena_copy(a, over, sizeof *over);
    struct yaml **tail = &list->first;
    list->kind = YAML_LIST;
    list->text = S("");
    tail = put_entries(a, tail, base);
    (void)put_entries(a, tail, over);
    return list;
}

static bool is_chained(const struct yaml *base, const struct yaml *over)
{
    static const char *const keys[] = {"omit", "hide", "redact", "metrics"};
    bool list = over->kind == YAML_LIST && base->kind == YAML_LIST;
    for (size_t i = 0; i < countof(keys); i++)
        if (str_eq(over->key, str_from(keys[i])))
            return list || (i < 3 && base->kind != YAML_MAP && over->kind != YAML_MAP);
    return false;
}

static struct map index_of(struct arena *a, const struct yaml *map)
{
    struct map index = {0};
    for (struct yaml *v = map->first; v; v = v->next)
        map_put(a, &index, v->key, v);
    return index;
}

static struct yaml *merge(struct arena *a, const struct yaml *base, const struct yaml *over,
                          int depth);

/* What stands under a key that both have. */
static const struct yaml *both(struct arena *a, const struct yaml *base,
                               const struct yaml *over, int depth)
{
    if (over->kind == YAML_MAP && base->kind == YAML_MAP && depth < MERGE_DEPTH)
        return merge(a, base, over, depth + 1);
    return is_chained(base, over) ? chain(a, base, over) : over;
}

/* The keys of `over` over those of `base`, in the order of `base`. */
static struct yaml *merge(struct arena *a, const struct yaml *base, const struct yaml *over,
                          int depth)
{
    struct map in_base = index_of(a, base), in_over = index_of(a, over);
    struct yaml *map = arena_copy(a, over, sizeof *over);
    struct yaml **tail = &map->first;
    map->first = NULL;
    for (const struct yaml *b = base->first; b; b = b->next) {
        const struct yaml *o = map_find(&in_over, b->key);
        tail = put(a, tail, o ? both(a, b, o, depth) : b);
    }
    for (const struct yaml *o = over->first; o; o = o->next)
        if (!map_find(&in_base, o->key))
            tail = put(a, tail, o);
    return map;
}

const struct yaml *variant_front(struct arena *a, const struct yaml *front, struct str name)
{
    const struct yaml *variant = name.n > 0 ? find(front, name) : NULL;
    if (!variant || variant->kind != YAML_MAP)
        return front;
    struct yaml *map = merge(a, front, variant, 0);
    map->span = front->span;
    map->key = S("");
    return map;
}

/* --- marks --------------------------------------------------------------------------------------- */

#define ONLY S("only-")
#define NOT S("not-")

bool variant_leaves(const struct attrs *attrs, struct str name)
{
    bool only = false, fits = false;
    name = str_trim(name);
    for (size_t i = 0; i < attrs->class_count; i++) {
        struct str mark = attrs->classes[i];
        if (str_starts(mark, ONLY)) {
            only = true;
            fits = fits || same_name(str_sub(mark, ONLY.n, mark.n), name);
        } else if (str_starts(mark, NOT) && name.n > 0 &&
                   same_name(str_sub(mark, NOT.n, mark.n), name)) {
            return true;
        }
    }
    return only && !fits;
}

/* --- checks -------------------------------------------------------------------------------------- */

struct check {
    struct arena *a;
    const struct yaml *front;
    struct diags *d;
    struct str chosen;
    bool exists;     /* a mark speaks of the chosen one */
    struct str near; /* a name of a mark that is like it */
    size_t distance;
};

/* The variant of the front matter that is so near to `name` that it is likely meant. */
static struct str nearest(const struct yaml *front, struct str name, size_t *limit)
{
    struct str best = S("");
    const struct yaml *variants = yaml_find(front, S("variants"));
    bool map = variants && variants->kind == YAML_MAP;
    for (const struct yaml *v = map ? variants->first : NULL; v; v = v->next) {
        size_t distance = str_distance(name, v->key, *limit);
        if (distance < *limit) {
            *limit = distance;
            best = v->key;
        }
    }
    return best;
}

/* One slip in a short name, two in a longer one; none in a name of one or two letters, which is
 * near to all others. */
static size_t slips(struct str name)
{
    return name.n < 3 ? 1 : name.n / 4 + 2;
}

static void check_name(struct check *c, const struct bearer *bearer, struct str name)
{
    size_t limit = slips(name), distance = str_distance(c->chosen, name, c->distance);
    c->exists = c->exists || same_name(name, c->chosen);
    if (distance < c->distance) {
        c->distance = distance;
        c->near = name;
    }
    const struct yaml *listed = yaml_find(c->front, S("variants"));
    if (!listed || listed->kind != YAML_MAP || find(c->front, name))
        return; /* where none are listed, marks alone make them */
    struct str near = nearest(c->front, name, &limit);
    struct span span = bearer->block ? bearer->block->span : (struct span){0};
    struct str hint = near.n > 0 ? str_fmt(c->a, "did you mean “%.*s”?", STR(near))
                                 : S("list it under variants:, be it empty");
    diag_push_hint(c->d, D_M0108, bearer->node ? bearer->node->span : span, hint,
                   "no variant is called “%.*s”", STR(name));
}

static bool check_bearer(void *context, const struct bearer *bearer)
{
    for (size_t i = 0; i < bearer->attrs->class_count; i++) {
        struct str mark = bearer->attrs->classes[i];
        size_t n = str_starts(mark, ONLY) ? ONLY.n : str_starts(mark, NOT) ? NOT.n : 0;
        if (n > 0)
            check_name(context, bearer, str_sub(mark, n, mark.n));
    }
    return false;
}

#define LISTED_MAX 12 /* names in one hint */

/* "there are research, product", in the order of the front matter. */
static struct str those_listed(struct check *c)
{
    const struct yaml *variants = yaml_find(c->front, S("variants"));
    const struct yaml *first =
        variants && variants->kind == YAML_MAP ? variants->first : NULL;
    struct strbuf b = strbuf_at(c->a);
    size_t n = 0;
    for (const struct yaml *v = first; v && n < LISTED_MAX; v = v->next, n++)
        strbuf_fmt(&b, "%s%.*s", n == 0 ? "there are " : ", ", STR(v->key));
    if (n == LISTED_MAX)
        strbuf_put(&b, S(" …"));
    return first ? strbuf_str(&b) : S("list variants under variants: in the front matter");
}

static void tell_chosen(struct check *c, struct str asked)
{
    size_t limit = slips(c->chosen);
    struct str near = nearest(c->front, c->chosen, &limit);
    const struct yaml *said = asked.n > 0 ? NULL : yaml_find(c->front, S("variant"));
    if (c->distance < limit)
        near = c->near;
    struct str hint =
        near.n > 0 ? str_fmt(c->a, "did you mean “%.*s”?", STR(near)) : those_listed(c);
    diag_push_hint(c->d, D_M0107, said ? said->span : (struct span){0}, hint,
                   "there is no variant “%.*s”", STR(c->chosen));
}

/* A variant may have any key but those that make variants. */
static void check_keys(struct check *c, const struct yaml *variant)
{
    struct facts facts = {0};
    struct diags ignored = diags_at(c->a, c->d->file);
    facts_from_front(c->a, variant, &facts, &ignored);
    front_check(c->a, variant, &facts, c->d);
    for (const struct yaml *v = variant->first; v; v = v->next)
        if (front_makes_variants(v->key))
            diag_push_hint(c->d, D_M0102, v->key_span,
                           S("write it in a row with the others"),
                           "a variant has no “%.*s” of its own", STR(v->key));
}

void variant_check(struct arena *a, const struct yaml *front, struct str asked,
                   const struct outline *o, struct diags *d)
{
    struct str chosen = str_trim(variant_chosen(front, asked));
    struct check c = {a, front, d, chosen, false, S(""), slips(chosen)};
    struct marks_visitor visitor = {&c, check_bearer};
    bool *gone = arena_many(a, o->list.n, bool);
    marks_walk(o, gone, &visitor);
    if (chosen.n > 0 && !c.exists && !find(front, chosen))
        tell_chosen(&c, asked);
    const struct yaml *variants = yaml_find(front, S("variants"));
    bool map = variants && variants->kind == YAML_MAP;
    for (const struct yaml *v = map ? variants->first : NULL; v; v = v->next)
        if (v->kind == YAML_MAP)
            check_keys(&c, v);
        else if (v->kind != YAML_NULL)
            diag_push(d, D_M0103, v->span, "the variant “%.*s” wants a map of keys",
                      STR(v->key));
}
