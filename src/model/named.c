/* SPDX-License-Identifier: MIT */
/* model/named.c — sections that the author speaks of by name. */
#include "model/named.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/name.h"

#define NEAR_MAX 500 /* headings looked through for what was meant */

static struct str folded(struct arena *a, struct str title)
{
    return name_fold(a, name_unnumbered(str_trim(title)));
}

/* The titles of all entries as they are compared, made once. */
static const struct str *titles_of(struct build *b)
{
    const struct outline *o = &b->outline;
    if (b->titles)
        return b->titles;
    b->titles = arena_many(b->a, o->list.n, struct str);
    for (size_t i = 0; i < o->list.n; i++)
        if (o->list.at[i].heading && !outline_is_masthead(o, i))
            b->titles[i] = folded(b->a, o->list.at[i].title);
    return b->titles;
}

static bool is_heading(const struct outline *o, size_t i)
{
    return o->list.at[i].heading && !outline_is_masthead(o, i);
}

/* "tldr" and "next" are names of this program, not of a language. */
static enum section_kind kind_named(struct arena *a, struct str name)
{
    for (int kind = 0; kind < SECTION_CUSTOM; kind++)
        if (str_eq_nocase(name, section_kind_name((enum section_kind)kind)))
            return (enum section_kind)kind;
    struct section_match match = section_match(a, name);
    return match.trust == TRUST_WHOLE ? match.kind : SECTION_CUSTOM;
}

/* The headings of a draft: one, or all that are its facts. */
static void add_draft(struct build *b, const struct draft *draft, struct named *named)
{
    for (size_t i = draft->entry; i < draft->entry_end; i++)
        if (is_heading(&b->outline, i))
            vec_push(b->a, &named->entries, i);
}

static size_t yaml_words(const struct yaml *value, int depth)
{
    if (!value || depth > 64)
        return 0;
    size_t words = text_words(value->key) + text_words(value->text);
    for (const struct yaml *child = value->first; child; child = child->next)
        words += yaml_words(child, depth + 1);
    return words;
}

/* The key of front matter that makes a section of this kind. */
static struct str front_key_of(enum section_kind kind)
{
    bool made = kind == SECTION_FACTS || kind == SECTION_LINKS || kind == SECTION_CONTACT;
    return made ? section_kind_name(kind) : S("");
}

static bool has_front(const struct build *b, enum section_kind kind)
{
    struct str key = front_key_of(kind);
    if (kind == SECTION_FACTS && b->front_facts > 0)
        return true;
    return key.n > 0 && yaml_find(b->study->front, key) != NULL;
}

size_t named_front_words(const struct build *b, enum section_kind kind)
{
    size_t words = 0;
    if (kind != SECTION_FACTS)
        return yaml_words(yaml_find(b->study->front, front_key_of(kind)), 0);
    for (size_t i = 0; i < b->front_facts; i++)
        words +=
            text_words(b->facts.list.at[i].key) + text_words(b->facts.list.at[i].value);
    return words;
}

struct named named_find(struct build *b, struct str name)
{
    struct named named = {.kind = SECTION_CUSTOM};
    struct str wanted = folded(b->a, name);
    const struct str *titles = titles_of(b);
    for (size_t i = 0; wanted.n > 0 && i < b->outline.list.n; i++)
        if (str_eq(wanted, titles[i]))
            vec_push(b->a, &named.entries, i);
    named.by_title = named.entries.n > 0;
    named.kind = kind_named(b->a, str_trim(name));
    named.front = has_front(b, named.kind);
    if (named.by_title || named.kind == SECTION_CUSTOM)
        return named;
    for (size_t i = 0; i < b->drafts.n; i++)
        if (b->drafts.at[i].section.kind == named.kind)
            add_draft(b, &b->drafts.at[i], &named);
    return named;
}

bool named_fact(struct build *b, struct str key)
{
    struct str folded_key = name_fold(b->a, key);
    for (size_t i = 0; i < b->facts.list.n; i++)
        if (str_eq(name_fold(b->a, b->facts.list.at[i].key), folded_key))
            return true;
    return false;
}

bool named_nothing(const struct named *named)
{
    return named->entries.n == 0 && named->kind == SECTION_CUSTOM;
}

struct names names_of(const struct yaml *front, struct str key)
{
    const struct yaml *value = yaml_find(front, key);
    bool list = value && value->kind == YAML_LIST;
    if (list)
        return (struct names){value->first, NAMED_MAX};
    return (struct names){value, 1};
}

const struct yaml *names_next(struct names *names)
{
    while (names->next && names->left > 0) {
        const struct yaml *name = names->next;
        names->next = name->next;
        names->left--;
        if (name->kind == YAML_SCALAR && str_trim(name->text).n > 0)
            return name;
    }
    return NULL;
}

size_t named_end(const struct outline *o, size_t entry)
{
    size_t i = entry + 1;
    while (i < o->list.n && !outline_is_masthead(o, i) &&
           !(o->list.at[i].heading && o->list.at[i].level <= o->list.at[entry].level))
        i++;
    return i;
}

struct str named_nearest(const struct build *b, struct str name)
{
    struct str best = S(""), low = str_lower(b->a, str_trim(name));
    size_t limit = low.n / 4 + 2; /* one slip in a short word, two in a long one */
    for (int kind = 0; kind < SECTION_CUSTOM; kind++) {
        struct str word = section_kind_name((enum section_kind)kind);
        size_t distance = str_distance(low, word, limit);
        if (distance < limit) {
            limit = distance;
            best = word;
        }
    }
    for (size_t i = 0; i < b->outline.list.n && i < NEAR_MAX; i++) {
        const struct entry *e = &b->outline.list.at[i];
        size_t distance = is_heading(&b->outline, i)
                              ? str_distance(low, str_lower(b->a, e->title), limit)
                              : limit;
        if (distance < limit) {
            limit = distance;
            best = e->title;
        }
    }
    return best;
}

void named_tell(const struct build *b, const char *key, const struct yaml *name)
{
    struct str near = named_nearest(b, name->text);
    struct str hint = near.n > 0
                          ? str_fmt(b->a, "did you mean “%.*s”?", STR(near))
                          : S("a title of the text, or a kind such as ethics, next, data");
    /* A slip there would send out what was to stay; what a study just lacks has no near name. */
    bool slip = near.n > 0 && str_eq(str_from(key), S("redact"));
    diag_push_hint(b->d, slip ? D_M0114 : D_M0106, name->span, hint,
                   "%s: no section is called “%.*s”", key, STR(name->text));
}
