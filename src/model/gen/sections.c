/* SPDX-License-Identifier: MIT */
/* model/gen/sections.c — assets/sections.yaml as a sorted table of folded names.
 *
 * Run at build time: sections IN.yaml OUT.h */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "model/name.h"
#include "model/section.h"

struct row {
    struct str name;
    size_t kind;
    uint32_t langs;
    bool exact;
};

struct table {
    struct arena *a;
    VEC(struct row) rows;
    int failures;
};

static const char *const kinds[] = {
    "tldr",       "facts",       "problem", "users", "solution", "architecture", "data",
    "evaluation", "reliability", "impact",  "next",  "ethics",   "links",        "contact"};

static const char langs[SECTION_LANG_COUNT][8] = {
    "en", "de", "fr", "es", "pt", "it",      "nl",      "pl", "ru", "uk",
    "tr", "ar", "he", "hi", "vi", "zh-Hans", "zh-Hant", "ja", "ko"};

static size_t index_of_kind(struct str name)
{
    for (size_t i = 0; i < countof(kinds); i++)
        if (str_eq(name, str_from(kinds[i])))
            return i;
    return SIZE_MAX;
}

static size_t index_of_lang(struct str name)
{
    for (size_t i = 0; i < SECTION_LANG_COUNT; i++)
        if (str_eq(name, str_from(langs[i])))
            return i;
    return SIZE_MAX;
}

static void fail(struct table *t, const struct yaml *value, const char *what)
{
    fprintf(stderr, "sections.yaml:%u:%u: %s\n", value->span.line, value->span.column,
            what);
    t->failures++;
}

static void add(struct table *t, const struct yaml *value, size_t kind, size_t lang)
{
    bool exact = str_starts(value->text, S("="));
    struct str name =
        name_fold(t->a, exact ? str_sub(value->text, 1, value->text.n) : value->text);
    if (name.n == 0 || name.n > UINT8_MAX) {
        fail(t, value, "a name without letters, or far too long");
        return;
    }
    for (size_t i = 0; i < t->rows.n; i++) {
        struct row *row = &t->rows.at[i];
        if (!str_eq(row->name, name))
            continue;
        if (row->kind != kind)
            fail(t, value, "the same name stands for another kind");
        row->langs |= 1u << lang;
        row->exact = row->exact || exact;
        return;
    }
    vec_push(t->a, &t->rows, ((struct row){name, kind, 1u << lang, exact}));
}

static void read_kind(struct table *t, const struct yaml *kind)
{
    size_t k = index_of_kind(kind->key);
    if (k == SIZE_MAX)
        fail(t, kind, "no such kind");
    for (const struct yaml *lang = kind->first; lang && k != SIZE_MAX; lang = lang->next) {
        size_t l = index_of_lang(lang->key);
        if (l == SIZE_MAX)
            fail(t, lang, "no such language");
        for (const struct yaml *name = lang->first; name && l != SIZE_MAX;
             name = name->next)
            add(t, name, k, l);
    }
}

static int by_name(const void *left, const void *right)
{
    return str_cmp(((const struct row *)left)->name, ((const struct row *)right)->name);
}

/* As numbers: a string of this length is more than compilers need to take. */
static void put_bytes(struct strbuf *out, struct str s)
{
    strbuf_put(out, S("    "));
    for (size_t i = 0; i < s.n; i++)
        strbuf_fmt(out, "%d,", (unsigned char)s.p[i]);
    strbuf_putc(out, '\n');
}

static struct str written(struct table *t)
{
    struct strbuf out = strbuf_at(t->a);
    strbuf_put(&out, S("/* Made of assets/sections.yaml; not to be edited. */\n"
                       "static const unsigned char section_names[] = {\n"));
    for (size_t i = 0; i < t->rows.n; i++)
        put_bytes(&out, t->rows.at[i].name);
    strbuf_put(&out, S("};\nstatic const struct section_row section_rows[] = {\n"));
    size_t at = 0;
    for (size_t i = 0; i < t->rows.n; i++) {
        const struct row *row = &t->rows.at[i];
        strbuf_fmt(&out, "    {%zu, %zu, %zu, %d, 0x%x},\n", at, row->name.n, row->kind,
                   row->exact, row->langs);
        at += row->name.n;
    }
    strbuf_put(&out, S("};\n"));
    return strbuf_str(&out);
}

int main(int argc, char **argv)
{
    struct arena *a = arena_new((size_t)256 << 20);
    struct str text;
    if (argc != 3 || !a || file_read(a, str_from(argv[1]), 1u << 24, &text) != FILE_OK) {
        fputs("usage: sections IN.yaml OUT.h\n", stderr);
        return EXIT_FAILURE;
    }
    struct table t = {.a = a};
    struct diags d = diags_at(a, str_from(argv[1]));
    const struct yaml *root = yaml_parse(a, text, 0, &d);
    for (size_t i = 0; i < d.list.n; i++)
        fprintf(stderr, "%s:%u: %.*s\n", argv[1], d.list.at[i].span.line,
                STR(d.list.at[i].text));
    for (const struct yaml *kind = root ? root->first : NULL; kind; kind = kind->next)
        read_kind(&t, kind);
    if (t.rows.n == 0 || t.failures > 0 || d.list.n > 0)
        return EXIT_FAILURE;
    qsort(t.rows.at, t.rows.n, sizeof *t.rows.at, by_name);
    bool good = file_replace(a, str_from(argv[2]), written(&t)) == FILE_OK;
    arena_free(a);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
