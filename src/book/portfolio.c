/* SPDX-License-Identifier: MIT */
/* book/portfolio.c — reads a portfolio file. */
#include "book/portfolio.h"

#include "base/arena.h"
#include "source/yaml.h"

static const struct portfolio_key keys[] = {
#define X(key, form, in, help) {key, form, in, help},
#include "book/portfolio.def"
#undef X
};

const struct portfolio_key *portfolio_keys(size_t *count)
{
    *count = countof(keys);
    return keys;
}

/* One reading. */
struct reading {
    struct arena *a;
    struct portfolio *p;
    struct diags *d;
    recto_status status;
};

static void wrong(struct reading *r, struct span span, struct str hint, struct str text)
{
    diag_push_hint(r->d, D_K0101, span, hint, "%.*s", STR(text));
    r->status = RECTO_BAD_INPUT;
}

/* --- keys ------------------------------------------------------------------------------------ */

static struct str near_key(struct str key, unsigned in)
{
    struct str best = S("");
    size_t limit = key.n / 3 + 2;
    for (size_t i = 0; i < countof(keys); i++) {
        struct str name = str_from(keys[i].name);
        size_t distance = keys[i].in & in ? str_distance(key, name, limit) : limit;
        if (distance < limit) {
            limit = distance;
            best = name;
        }
    }
    return best;
}

static const struct portfolio_key *key_find(struct str key, unsigned in)
{
    for (size_t i = 0; i < countof(keys); i++)
        if ((keys[i].in & in) && str_eq(key, str_from(keys[i].name)))
            return &keys[i];
    return NULL;
}

static bool form_is(const struct yaml *value, enum portfolio_form form)
{
    switch (form) {
    case PORTFOLIO_TEXT:
        return value->kind == YAML_SCALAR || value->kind == YAML_NULL;
    case PORTFOLIO_TEXTS:
        return value->kind != YAML_MAP;
    case PORTFOLIO_SWITCH:
        return value->kind == YAML_SCALAR && yaml_truth(value) >= 0;
    case PORTFOLIO_LIST:
        return value->kind == YAML_LIST;
    }
    return false;
}

/* The keys of `map` are known there, and their values of the right form. */
static void check_keys(struct reading *r, const struct yaml *map, unsigned in)
{
    static const char *const wanted[] = {
        [PORTFOLIO_TEXT] = "a text",
        [PORTFOLIO_TEXTS] = "a text or a list of texts",
        [PORTFOLIO_SWITCH] = "true or false",
        [PORTFOLIO_LIST] = "a list",
    };
    for (const struct yaml *e = map->first; e; e = e->next) {
        const struct portfolio_key *key = key_find(e->key, in);
        if (key && form_is(e, key->form))
            continue;
        struct str near = near_key(e->key, in);
        struct str hint = near.n ? str_fmt(r->a, "did you mean “%.*s”?", STR(near))
                                 : S("“recto schema portfolio” lists the keys");
        if (key)
            wrong(r, e->span, S(""),
                  str_fmt(r->a, "“%s” is no %s", key->name, wanted[key->form] + 2));
        else
            wrong(r, e->key_span, hint,
                  str_fmt(r->a, "no key “%.*s” stands here", STR(e->key)));
    }
}

static struct str text_at(const struct yaml *map, const char *key)
{
    return str_trim(yaml_text(yaml_find(map, str_from(key))));
}

static enum said said_at(const struct yaml *map, const char *key)
{
    const struct yaml *value = yaml_find(map, str_from(key));
    int truth = value ? yaml_truth(value) : -1;
    return truth < 0 ? SAID_NOT : truth ? SAID_YES : SAID_NO;
}

/* The texts of a list, or one text, without empty ones; their number. They live in r->a. */
static size_t texts_at(struct reading *r, const struct yaml *map, const char *key,
                       struct str **out)
{
    const struct yaml *value = yaml_find(map, str_from(key));
    bool list = value && value->kind == YAML_LIST;
    VEC(struct str) texts = {NULL, 0, 0};
    for (const struct yaml *e = list ? value->first : value; e; e = list ? e->next : NULL)
        if (!str_empty(str_trim(yaml_text(e))))
            vec_push(r->a, &texts, str_trim(yaml_text(e)));
    *out = texts.at;
    return texts.n;
}

/* --- wishes ----------------------------------------------------------------------------------- */

static struct str own_or(struct str own, struct str other)
{
    return str_empty(own) ? other : own;
}

static struct study_wish wish_of(struct reading *r, const struct yaml *map,
                                 const struct study_wish *outer)
{
    struct study_wish wish = {
        .layout = own_or(text_at(map, "layout"), outer->layout),
        .pages = own_or(text_at(map, "pages"), outer->pages),
        .overflow = own_or(text_at(map, "overflow"), outer->overflow),
        .variant = own_or(text_at(map, "variant"), outer->variant),
    };
    for (size_t i = 0; i < outer->redact.n; i++)
        vec_push(r->a, &wish.redact, outer->redact.at[i]);
    struct str *redact;
    for (size_t i = 0, n = texts_at(r, map, "redact", &redact); i < n; i++)
        vec_push(r->a, &wish.redact, redact[i]);
    return wish;
}

/* --- studies and parts ------------------------------------------------------------------------ */

static void read_study(struct reading *r, const struct yaml *entry, size_t part)
{
    struct portfolio_study study = {.part = part, .span = entry->span};
    if (entry->kind == YAML_SCALAR) {
        study.file = str_trim(entry->text);
        study.wish = r->p->wish;
    } else if (entry->kind == YAML_MAP) {
        check_keys(r, entry, IN_STUDY);
        study.file = text_at(entry, "file");
        study.sentence = text_at(entry, "sentence");
        study.metric = text_at(entry, "metric");
        study.wish = wish_of(r, entry, &r->p->wish);
    }
    if (str_empty(study.file))
        wrong(r, entry->span, S("write a file name, or a map with a file"),
              S("a study without a file"));
    else if (r->p->studies.n == PORTFOLIO_STUDIES_MAX)
        wrong(r, entry->span, S(""), S("more studies than a book can hold"));
    else
        vec_push(r->a, &r->p->studies, study);
}

static void read_studies(struct reading *r, const struct yaml *map, size_t part)
{
    const struct yaml *list = yaml_find(map, S("studies"));
    if (list && list->kind == YAML_LIST)
        for (const struct yaml *e = list->first; e; e = e->next)
            read_study(r, e, part);
}

static void read_part(struct reading *r, const struct yaml *entry)
{
    if (entry->kind != YAML_MAP) {
        wrong(r, entry->span, S("write a map with a name and studies"),
              S("a part that is no map"));
        return;
    }
    check_keys(r, entry, IN_PART);
    struct portfolio_part part = {text_at(entry, "name"), text_at(entry, "letter"),
                                  text_at(entry, "about"), entry->span};
    size_t named = r->p->parts.n - (r->p->parts.n && str_empty(r->p->parts.at[0].name));
    if (str_empty(part.name))
        wrong(r, entry->span, S("give it a name"), S("a part without a name"));
    if (str_empty(part.letter) && named < 26)
        part.letter = str_fmt(r->a, "%c", (int)('A' + named));
    vec_push(r->a, &r->p->parts, part);
    size_t before = r->p->studies.n;
    read_studies(r, entry, r->p->parts.n - 1);
    if (r->p->studies.n == before)
        wrong(r, entry->span, S("give it studies"),
              str_fmt(r->a, "part “%.*s” holds no study", STR(part.name)));
}

static void read_book(struct reading *r, const struct yaml *map)
{
    struct portfolio *p = r->p;
    check_keys(r, map, IN_BOOK);
    p->title = own_or(text_at(map, "title"), S("Portfolio"));
    p->author = text_at(map, "author");
    p->line = text_at(map, "line");
    p->date = text_at(map, "date");
    p->lang = own_or(text_at(map, "lang"), S("en"));
    p->palette = own_or(text_at(map, "palette"), S("plum"));
    p->paper = text_at(map, "paper");
    p->cover = said_at(map, "cover");
    p->contents = said_at(map, "contents");
    p->dividers = said_at(map, "dividers");
    p->gray = said_at(map, "gray");
    struct str *contact;
    for (size_t i = 0, n = texts_at(r, map, "contact", &contact); i < n; i++)
        vec_push(r->a, &p->contact, contact[i]);
    p->wish = wish_of(r, map, &(struct study_wish){.layout = S("")});
}

static void read_all(struct reading *r, const struct yaml *map)
{
    if (map->kind != YAML_MAP) {
        wrong(r, map->span, S("begin with studies: and a list of files"),
              S("a portfolio is a map"));
        return;
    }
    read_book(r, map);
    if (yaml_find(map, S("studies"))) {
        vec_push(r->a, &r->p->parts, ((struct portfolio_part){.name = S("")}));
        read_studies(r, map, 0);
    }
    const struct yaml *parts = yaml_find(map, S("parts"));
    if (parts && parts->kind == YAML_LIST)
        for (const struct yaml *e = parts->first; e; e = e->next)
            read_part(r, e);
    if (r->p->studies.n == 0 && r->status == RECTO_OK)
        wrong(r, map->span, S("name the files under studies:"),
              S("the portfolio names no study"));
}

recto_status portfolio_read(struct arena *a, struct str bytes, struct portfolio *out,
                            struct diags *d)
{
    *out = (struct portfolio){.title = S("")};
    struct reading r = {a, out, d, RECTO_OK};
    const struct yaml *map = yaml_parse(a, bytes, 0, d);
    if (!map)
        return RECTO_BAD_INPUT;
    read_all(&r, map);
    return r.status;
}
