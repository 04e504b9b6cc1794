/* SPDX-License-Identifier: MIT */
/* model/front.c — the keys of the front matter. */
#include "model/front.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/named.h"

static const struct front_key keys[] = {
#define X(name, form, help) {name, form, help},
#include "model/front.def"
#undef X
};

const struct front_key *front_keys(size_t *count)
{
    *count = countof(keys);
    return keys;
}

static const struct front_key *find_key(struct str name)
{
    for (size_t i = 0; i < countof(keys); i++)
        if (str_eq(name, str_from(keys[i].name)))
            return &keys[i];
    return NULL;
}

/* The key that was meant: the nearest one, two slips at most. */
static struct str nearest(struct str name)
{
    size_t best = name.n <= 4 ? 2 : 3;
    struct str found = S("");
    for (size_t i = 0; i < countof(keys); i++) {
        struct str key = str_from(keys[i].name);
        size_t distance = str_distance(name, key, best);
        if (keys[i].form != FRONT_OTHER && distance < best) {
            best = distance;
            found = key;
        }
    }
    return found;
}

bool front_is_key(struct str key)
{
    return find_key(key) != NULL;
}

bool front_makes_variants(struct str key)
{
    return str_eq(key, S("variants")) || str_eq(key, S("variant"));
}

static bool within(struct span inner, struct span outer)
{
    return inner.line >= outer.line && inner.line <= outer.end_line && inner.line > 0;
}

static bool gave_fact(const struct yaml *value, const struct facts *facts)
{
    for (size_t i = 0; i < facts->list.n; i++)
        if (within(facts->list.at[i].span, span_join(value->key_span, value->span)))
            return true;
    return false;
}

static void check_form(const struct yaml *value, const struct front_key *key,
                       struct diags *d)
{
    static const char *const wanted[] = {"a line of text", "a list of names",
                                         "a map of keys"};
    bool fits = value->kind == YAML_NULL ||
                (key->form == FRONT_TEXT && value->kind == YAML_SCALAR) ||
                (key->form == FRONT_NAMES && value->kind != YAML_MAP) ||
                (key->form == FRONT_MAP && value->kind == YAML_MAP);
    if (key->form <= FRONT_MAP && !fits)
        diag_push_hint(d, D_M0103, value->span, str_from(key->help), "“%s” wants %s",
                       key->name, wanted[key->form]);
    size_t n = 0;
    bool names = key->form == FRONT_NAMES || str_eq(value->key, S("rename"));
    for (const struct yaml *name = names ? value->first : NULL; name; name = name->next)
        if (++n == NAMED_MAX + 1)
            diag_push(d, D_M0113, name->span, "%.*s: only the first %d names are read",
                      STR(value->key), NAMED_MAX);
}

static void tell_unknown(struct arena *a, const struct yaml *value, struct diags *d)
{
    struct str meant = nearest(str_lower(a, value->key));
    struct str hint =
        meant.n > 0 ? str_fmt(a, "did you mean “%.*s”?", STR(meant))
                    : S("layout keys go below style:, facts of your own below facts:");
    diag_push_hint(d, D_M0102, value->key_span, hint, "the key “%.*s” is not known",
                   STR(value->key));
}

/* `timeline:` beside a Timeline below `facts:`. */
static bool said_by_facts(const struct yaml *value, const struct facts *facts)
{
    for (size_t i = 0; i < facts->list.n; i++)
        if (facts->list.at[i].set && str_eq_nocase(facts->list.at[i].key, value->key))
            return true;
    return false;
}

void front_check(struct arena *a, const struct yaml *front, const struct facts *facts,
                 struct diags *d)
{
    for (const struct yaml *value = front ? front->first : NULL; value;
         value = value->next) {
        const struct front_key *key = find_key(value->key);
        if (key)
            check_form(value, key, d);
        else if (said_by_facts(value, facts))
            diag_push_hint(d, D_M0203, span_join(value->key_span, value->span),
                           S("delete either"),
                           "“%.*s” is set as facts: has it, and not “%.*s”",
                           STR(value->key), STR(yaml_text(value)));
        else if (!gave_fact(value, facts))
            tell_unknown(a, value, d);
    }
}

/* --- the study's own fields ---------------------------------------------------------------------- */

static struct str text_at(const struct yaml *front, const char *path)
{
    return str_trim(yaml_text(yaml_at(front, str_from(path))));
}

/* Append `s` to what is known, parted by a comma. */
static void add(struct arena *a, struct str *to, struct str s)
{
    if (s.n > 0)
        *to = to->n > 0 ? str_fmt(a, "%.*s, %.*s", STR(*to), STR(s)) : s;
}

static void fill_author(struct arena *a, const struct yaml *author, struct study *study)
{
    if (!author)
        return;
    if (author->kind == YAML_SCALAR)
        add(a, &study->author, str_trim(author->text));
    if (author->kind == YAML_MAP) {
        add(a, &study->author, text_at(author, "name"));
        add(a, &study->author_role, text_at(author, "role"));
    }
    for (const struct yaml *one = author->kind == YAML_LIST ? author->first : NULL; one;
         one = one->next)
        if (one->kind != YAML_LIST)
            fill_author(a, one, study); /* one level: a list of lists names nobody */
}

/* `de_DE` is how systems write de-DE. */
static struct str language_tag(struct arena *a, struct str s)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < s.n && s.p[i] != '.'; i++)
        strbuf_put(&b, s.p[i] == '_' ? S("-") : str_sub(s, i, i + 1));
    return strbuf_str(&b);
}

/* A list, or a line, as one line parted by commas. */
static struct str line_of(struct arena *a, const struct yaml *value)
{
    struct str line = str_trim(yaml_text(value));
    bool list = value && value->kind == YAML_LIST;
    struct strbuf b = strbuf_at(a);
    for (const struct yaml *v = list ? value->first : NULL; v; v = v->next) {
        struct str item = str_trim(yaml_text(v));
        if (item.n > 0)
            strbuf_fmt(&b, "%s%.*s", b.n ? ", " : "", STR(item));
    }
    return list ? strbuf_str(&b) : line;
}

bool front_role_is_authors(struct arena *a, const struct yaml *front)
{
    struct study named = {0};
    fill_author(a, yaml_find(front, S("author")), &named);
    return named.author.n > 0 && named.author_role.n == 0;
}

void front_fill(struct arena *a, const struct yaml *front, struct study *study)
{
    const struct yaml *title = yaml_find(front, S("title"));
    study->title = str_trim(yaml_text(title));
    if (study->title.n > 0)
        study->title_span = title->span;
    study->subtitle = text_at(front, "subtitle");
    study->kicker = text_at(front, "kicker");
    study->date = text_at(front, "date");
    study->description = text_at(front, "description");
    study->keywords = line_of(a, yaml_find(front, S("keywords")));
    study->lang = language_tag(a, text_at(front, "lang"));
    fill_author(a, yaml_find(front, S("author")), study);
    if (front_role_is_authors(a, front))
        study->author_role = text_at(front, "role");
}
