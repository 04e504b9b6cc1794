/* SPDX-License-Identifier: MIT */
/* model/lost.c — words of the author that are set nowhere. */
#include "model/lost.h"

#include "base/arena.h"
#include "model/flat.h"
#include "model/name.h"
#include "model/redact.h"
#include "model/title.h"

#define DEPTH 64 /* as deep as front matter may be */

/* What is set, made comparable: each text between two line ends. */
struct kept {
    const struct build *b;
    struct strbuf text;
};

static void keep(struct kept *k, struct str s)
{
    if (s.n > 0)
        strbuf_fmt(&k->text, " %.*s \n", STR(name_fold(k->b->a, s)));
}

static struct kept kept_at(const struct build *b)
{
    struct kept k = {b, strbuf_at(b->a)};
    return k;
}

static bool has(const struct kept *k, struct str folded)
{
    struct str text = strbuf_str(&k->text);
    return str_find(text, str_fmt(k->b->a, " %.*s ", STR(folded)), 0) < text.n;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* The words of `s` that are not kept, in their order. */
static struct str missing(const struct kept *k, struct str s)
{
    struct strbuf out = strbuf_at(k->b->a);
    for (size_t i = 0, from; i < s.n;) {
        while (i < s.n && is_gap(s.p[i]))
            i++;
        for (from = i; i < s.n && !is_gap(s.p[i]);)
            i++;
        struct str word = str_sub(s, from, i), folded = name_fold(k->b->a, word);
        if (folded.n == 0 || has(k, folded))
            continue;
        while (word.n > 1 && str_find_byte(S(":,|"), word.p[word.n - 1], 0) < 3)
            word.n--;
        strbuf_fmt(&out, "%s%.*s", out.n > 0 ? " " : "", STR(word));
    }
    return strbuf_str(&out);
}

/* --- headings ------------------------------------------------------------------------------------ */

static void tell_words(const struct kept *k, enum diag_code code, struct span span,
                       struct str words)
{
    struct str lost = missing(k, words);
    if (lost.n > 0)
        diag_push(k->b->d, code, span, "“%.*s” is not set", STR(lost));
}

static void tell_heading(const struct kept *k, size_t entry)
{
    if (entry == SIZE_MAX)
        return;
    const struct entry *e = &k->b->outline.list.at[entry];
    struct str text =
        flat_of(k->b->a, e->heading ? e->title_inlines : e->block->inlines).text;
    struct title_parts parts = title_parts(k->b->a, text);
    if (entry == k->b->outline.kicker)
        parts = (struct title_parts){0, text.n, text.n, text.n};
    tell_words(k, D_M0112, e->span, str_sub(text, parts.kicker_from, parts.kicker_to));
    tell_words(k, D_M0110, e->span, str_sub(text, parts.from, parts.to));
}

/* "Case Study: Title" in the front matter, beside a kicker there. */
static void tell_title(const struct kept *k)
{
    const struct yaml *title = yaml_find(k->b->study->front, S("title"));
    if (title)
        tell_words(k, D_M0112, title->span, yaml_text(title));
}

static void tell_headings(const struct build *b)
{
    struct kept k = kept_at(b);
    keep(&k, b->study->kicker);
    keep(&k, b->study->title);
    keep(&k, b->study->subtitle);
    tell_title(&k);
    tell_heading(&k, b->outline.kicker);
    tell_heading(&k, b->outline.title);
    tell_heading(&k, b->outline.subtitle);
}

/* --- front matter -------------------------------------------------------------------------------- */

/* `key`: under which the value stands. What is redacted is told of nowhere. */
static void tell_value(const struct kept *k, const struct yaml *value, struct str key)
{
    struct str text = str_trim(value->text), folded = name_fold(k->b->a, text);
    if (folded.n == 0 || has(k, folded) || str_find(text, REDACTED, 0) < text.n)
        return;
    diag_push(k->b->d, D_M0111, value->span, "“%.*s%s%.*s” is not set", STR(key),
              key.n > 0 ? ": " : "", STR(text));
}

/* All of a value that no text kept holds. */
static void tell_values(const struct kept *k, const struct yaml *value, struct str key,
                        int depth)
{
    if (!value || depth > DEPTH)
        return;
    key = value->key.n > 0 ? value->key : key;
    if (value->kind == YAML_SCALAR)
        tell_value(k, value, key);
    for (const struct yaml *v = value->first; v; v = v->next)
        tell_values(k, v, key, depth + 1);
}

static void keep_links(struct kept *k, const struct links *links)
{
    for (size_t i = 0; i < links->list.n; i++) {
        keep(k, links->list.at[i].text);
        keep(k, links->list.at[i].url);
        keep(k, links->list.at[i].label);
    }
}

/* Addresses of the author are contact. */
static void tell_author(const struct build *b)
{
    struct kept k = kept_at(b);
    keep(&k, b->study->author);
    keep(&k, b->study->author_role);
    keep_links(&k, &b->contact);
    if (!b->without[SECTION_CONTACT])
        tell_values(&k, yaml_find(b->study->front, S("author")), S(""), 0);
}

/* That a fact has no key has been told. */
static void tell_facts(const struct build *b)
{
    struct kept k = kept_at(b);
    const struct yaml *facts = yaml_find(b->study->front, S("facts"));
    for (size_t i = 0; i < b->facts.list.n; i++) {
        keep(&k, b->facts.list.at[i].key);
        keep(&k, b->facts.list.at[i].value);
    }
    if (b->without[SECTION_FACTS])
        return;
    for (const struct yaml *v = facts ? facts->first : NULL; v; v = v->next)
        if (facts->kind == YAML_MAP || v->kind == YAML_MAP)
            tell_values(&k, v, S(""), 0);
}

static void tell_links(const struct build *b, enum section_kind kind, const char *key,
                       const struct links *links)
{
    struct kept k = kept_at(b);
    keep_links(&k, links);
    if (!b->without[kind])
        tell_values(&k, yaml_find(b->study->front, str_from(key)), S(""), 0);
}

static bool is_metric_key(struct str key)
{
    static const char *const keys[] = {"value", "label", "from",  "to",
                                       "good",  "note",  "order", "hide"};
    for (size_t i = 0; i < countof(keys); i++)
        if (str_eq(key, str_from(keys[i])))
            return true;
    return false;
}

/* Values may choose a metric of the text rather than be one; other keys of an entry say nothing, nor
 * does a line without a number. */
void lost_tell_metrics(const struct build *b)
{
    struct kept k = kept_at(b);
    const struct yaml *metrics = yaml_find(b->study->front, S("metrics"));
    for (size_t i = 0; i < b->study->metrics.n; i++)
        keep(&k, b->study->metrics.at[i].sentence);
    for (const struct yaml *v = metrics ? metrics->first : NULL; v; v = v->next) {
        if (metrics->kind == YAML_LIST && v->kind == YAML_SCALAR)
            tell_value(&k, v, S(""));
        for (const struct yaml *part = v->first; part; part = part->next)
            if (!is_metric_key(part->key))
                tell_values(&k, part, S(""), 0);
    }
}

void lost_tell(const struct build *b)
{
    tell_headings(b);
    tell_author(b);
    tell_facts(b);
    tell_links(b, SECTION_LINKS, "links", &b->links);
    tell_links(b, SECTION_CONTACT, "contact", &b->contact);
}
