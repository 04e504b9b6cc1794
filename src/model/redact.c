/* SPDX-License-Identifier: MIT */
/* model/redact.c — what must not be in the output, anywhere. */
#include "model/redact.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/name.h"
#include "model/named.h"

#define PHONE_DIGITS 6 /* fewer may be any number */
#define VALUE_MIN 4    /* bytes of a fact's value that may stand elsewhere by no chance */
#define SECRETS_MAX 256

struct redacting {
    struct build *b;
    struct tailor *tailor;
    struct secrets out;
};

/* --- secrets ------------------------------------------------------------------------------------- */

static void add_secret(struct redacting *r, struct str text, bool phone)
{
    if (text.n > 0 && r->out.list.n == SECRETS_MAX)
        diag_push(r->b->d, D_M0113, (struct span){0},
                  "redact: what is redacted holds more than %d names and addresses",
                  SECRETS_MAX);
    else if (text.n > 0)
        vec_push(r->b->a, &r->out.list, (struct secret){text, phone});
}

static struct str digits_of(struct arena *a, struct str s)
{
    struct strbuf digits = strbuf_at(a);
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9')
            strbuf_putc(&digits, s.p[i]);
    return strbuf_str(&digits);
}

static struct str without_start(struct str s, struct str start)
{
    bool has = str_eq_nocase(str_sub(s, 0, start.n), start);
    return has ? str_sub(s, start.n, s.n) : s;
}

/* An address as people write it: without its scheme. */
static void add_address(struct redacting *r, struct str url)
{
    if (str_starts(url, S("tel:"))) {
        struct str digits = digits_of(r->b->a, url);
        add_secret(r, digits.n >= PHONE_DIGITS ? digits : S(""), true);
        return;
    }
    static const char *const starts[] = {"mailto:", "https://", "http://", "www."};
    for (size_t i = 0; i < countof(starts); i++)
        url = without_start(url, str_from(starts[i]));
    if (str_find_byte(url, '@', 0) < url.n)
        url = str_sub(url, 0, str_find_byte(url, '?', 0));
    while (str_ends(url, S("/")))
        url.n--;
    add_secret(r, url, false);
}

static void add_addresses(struct redacting *r, const struct link *links, size_t n)
{
    for (size_t i = 0; i < n; i++)
        add_address(r, links[i].url);
}

static bool has_letter(struct str s)
{
    for (size_t i = 0; i < s.n;) {
        uint32_t c = utf8_next(s, &i);
        if (utf8_is_word(c) && (c < '0' || c > '9'))
            return true;
    }
    return false;
}

/* The value of a fact such as a client's name; a bare number may mean something else elsewhere. */
static void add_fact(struct redacting *r, struct str key)
{
    struct str folded = name_fold(r->b->a, key);
    for (size_t i = 0; i < r->b->facts.list.n; i++) {
        const struct fact *fact = &r->b->facts.list.at[i];
        if (fact->value.n >= VALUE_MIN && has_letter(fact->value) &&
            str_eq(name_fold(r->b->a, fact->key), folded))
            add_secret(r, fact->value, false);
    }
}

/* --- what leaves --------------------------------------------------------------------------------- */

static void cut_entry(struct redacting *r, size_t i)
{
    if (r->tailor->gone[i])
        return;
    r->tailor->gone[i] = true;
    cuts_add(r->b->a, &r->tailor->cuts, r->b->outline.list.at[i].block);
}

static bool same_place(struct span one, struct span other)
{
    return one.line == other.line && one.column == other.column;
}

/* Blocks that are addresses outside of their section, such as a line below the title. */
static void cut_parts(struct redacting *r, enum part_kind kind)
{
    const struct outline *o = &r->b->outline;
    for (size_t i = 0; i < r->b->drafts.n; i++)
        for (size_t k = 0; k < r->b->drafts.at[i].section.parts.n; k++) {
            const struct part *part = &r->b->drafts.at[i].section.parts.at[k];
            for (size_t e = 0; part->kind == kind && part->block && e < o->list.n; e++)
                if (same_place(o->list.at[e].block->span, part->block->span))
                    cut_entry(r, e);
        }
}

static void add_author(struct redacting *r)
{
    r->out.author = true;
    add_secret(r, r->b->study->author, false);
    const struct yaml *author = yaml_find(r->b->study->front, S("author"));
    add_address(r, yaml_text(yaml_find(author, S("email"))));
    add_address(r, yaml_text(yaml_find(author, S("url"))));
}

static void redact_one(struct redacting *r, const struct yaml *name)
{
    struct build *b = r->b;
    struct named named = named_find(b, name->text);
    bool author = !named.by_title && str_eq_nocase(str_trim(name->text), S("author"));
    bool fact = !named.by_title && !author && named_fact(b, name->text);
    if (author) {
        add_author(r);
    } else if (fact || named_nothing(&named)) {
        vec_push(b->a, &b->wishes, (struct wish){"redact", name});
        add_fact(r, name->text);
    }
    if (author || fact)
        return;
    for (size_t i = 0; i < named.entries.n; i++)
        for (size_t k = named.entries.at[i];
             k < named_end(&b->outline, named.entries.at[i]); k++)
            cut_entry(r, k);
    if (named.front)
        r->tailor->without[named.kind] = true;
    if (named.kind == SECTION_CONTACT) {
        add_addresses(r, b->contact.list.at, b->contact.list.n);
        cut_parts(r, PART_CONTACT);
        const struct yaml *person = yaml_find(b->study->front, S("author"));
        add_address(r, yaml_text(yaml_find(person, S("email"))));
    } else if (named.kind == SECTION_LINKS) {
        add_addresses(r, b->links.list.at, b->links.list.n);
        cut_parts(r, PART_LINKS);
    }
}

/* Names of an option are parted by commas. */
static const struct yaml *names_said(struct arena *a, const struct study_options *options)
{
    struct yaml *first = NULL, **tail = &first;
    for (size_t i = 0; i < options->redact_count; i++)
        for (struct str rest = options->redact[i]; rest.p;) {
            struct str name = str_trim(str_cut(&rest, ','));
            *tail = arena_make(a, struct yaml);
            **tail = (struct yaml){.kind = YAML_SCALAR, .text = name};
            tail = &(*tail)->next;
        }
    return first;
}

struct secrets redact_plan(struct build *b, const struct study_options *options,
                           struct tailor *tailor)
{
    struct redacting r = {.b = b, .tailor = tailor};
    struct names said = {names_said(b->a, options), NAMED_MAX},
                 front = names_of(b->study->front, S("redact"));
    const struct yaml *name;
    while ((name = names_next(&said)))
        redact_one(&r, name);
    if (said.next)
        diag_push(b->d, D_M0113, (struct span){0},
                  "--redact: only the first %d names are read", NAMED_MAX);
    while ((name = names_next(&front)))
        redact_one(&r, name);
    return r.out;
}
