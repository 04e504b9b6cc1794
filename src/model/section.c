/* SPDX-License-Identifier: MIT */
/* model/section.c — which section a title names. */
#include "model/section.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "model/name.h"

#define TITLE_MAX 200  /* bytes; longer titles name nothing */
#define PREFIX_WORDS 7 /* "Results of the pilot in three markets" */
#define SUFFIX_WORDS 4 /* "High-level system architecture" */
#define CJK_MAX 16     /* characters of a title in which a name is looked for anywhere */

/* A name among section_names; written by gen/sections.c. */
struct section_row {
    uint16_t at;
    uint8_t length, kind;
    bool exact; /* counts only as a whole title */
    uint32_t langs;
};

#include "model/sections_table.h"

const char section_langs[SECTION_LANG_COUNT][8] = {
    "en", "de", "fr", "es", "pt", "it",      "nl",      "pl", "ru", "uk",
    "tr", "ar", "he", "hi", "vi", "zh-Hans", "zh-Hant", "ja", "ko"};

struct str section_kind_name(enum section_kind kind)
{
    static const char names[SECTION_KINDS][13] = {
        "tldr",         "facts",  "problem",    "users",       "solution",
        "architecture", "data",   "evaluation", "reliability", "impact",
        "next",         "ethics", "links",      "contact",     "custom"};
    return str_from(names[kind]);
}

static const struct section_row *find(struct str name)
{
    size_t low = 0, high = countof(section_rows);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct section_row *row = &section_rows[middle];
        int order =
            str_cmp(name, (struct str){(const char *)section_names + row->at, row->length});
        if (order == 0)
            return row;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static struct section_match match_of(const struct section_row *row,
                                     enum section_trust trust)
{
    return (struct section_match){(enum section_kind)row->kind, trust, row->langs};
}

/* Articles and pronouns that may open a title, folded. */
static bool is_opener(struct str word)
{
    static const char *const words[] = {
        "the",    "a",      "an",      "our",     "my",   "your",  "its", "der",
        "die",    "das",    "unser",   "unsere",  "mein", "meine", "le",  "la",
        "les",    "l",      "notre",   "nos",     "mon",  "ma",    "mes", "el",
        "los",    "las",    "nuestro", "nuestra", "mi",   "o",     "os",  "as",
        "nosso",  "nossa",  "meu",     "minha",   "il",   "lo",    "gli", "i",
        "nostro", "nostra", "mio",     "mia",     "de",   "het",   "ons", "onze",
        "mijn",   "nasz",   "nasze",   "наш",     "наша", "наше",  "&"};
    for (size_t i = 0; i < countof(words); i++)
        if (str_eq(word, str_from(words[i])))
            return true;
    return false;
}

static size_t count_words(struct str s)
{
    size_t n = s.n > 0;
    for (size_t i = 0; i < s.n; i++)
        n += s.p[i] == ' ';
    return n;
}

/* All of `s`, then without the article before it. */
static const struct section_row *find_whole(struct str s)
{
    const struct section_row *row = find(s);
    for (int i = 0; !row && i < 2; i++) {
        struct str rest = s;
        struct str word = str_cut(&rest, ' ');
        if (!rest.p || !is_opener(word))
            break;
        s = rest;
        row = find(s);
    }
    return row;
}

/* The first of the things that "and" joins which is a name; commas have become spaces. */
static const struct section_row *find_joined(struct str s)
{
    if (str_find(s, S(" & "), 0) >= s.n)
        return NULL;
    for (size_t from = 0; from < s.n;) {
        size_t to = str_find(s, S(" & "), from);
        const struct section_row *row = find_whole(str_sub(s, from, to));
        if (row)
            return row;
        from = to + 3;
    }
    return NULL;
}

/* The longest name that the words of `s` begin with. */
static const struct section_row *find_prefix(struct str s)
{
    if (count_words(s) > PREFIX_WORDS)
        return NULL;
    for (size_t to = s.n; to > 0; to--) {
        if (to < s.n && s.p[to] != ' ')
            continue;
        const struct section_row *row = find_whole(str_sub(s, 0, to));
        if (row && !row->exact)
            return row;
    }
    return NULL;
}

static const struct section_row *find_suffix(struct str s)
{
    if (count_words(s) > SUFFIX_WORDS)
        return NULL;
    for (size_t from = 0; from < s.n; from++) {
        if (from > 0 && s.p[from - 1] != ' ')
            continue;
        const struct section_row *row = find(str_sub(s, from, s.n));
        if (row && !row->exact)
            return row;
    }
    return NULL;
}

/* The longest name anywhere in a short title of a script without spaces. */
static const struct section_row *find_inside(struct str s)
{
    const struct section_row *best = NULL;
    if (utf8_length(s) > CJK_MAX)
        return NULL;
    for (size_t from = 0; from < s.n;) {
        size_t to = from;
        bool cjk = name_is_cjk(utf8_next(s, &to));
        for (size_t end = to; cjk && end < s.n;) {
            (void)utf8_next(s, &end);
            const struct section_row *row = find(str_sub(s, from, end));
            if (row && !row->exact && (!best || row->length > best->length))
                best = row;
        }
        from = to;
    }
    return best;
}

/* `s` without what stands in brackets. */
static struct str without_brackets(struct arena *a, struct str s)
{
    struct strbuf b = strbuf_at(a);
    int depth = 0;
    for (size_t i = 0; i < s.n;) {
        size_t at = i;
        uint32_t c = utf8_next(s, &i);
        bool open = c == '(' || c == '[' || c == 0xFF08 || c == 0x3010;
        bool close = c == ')' || c == ']' || c == 0xFF09 || c == 0x3011;
        depth += open;
        if (depth == 0)
            strbuf_put(&b, str_sub(s, at, i));
        depth -= close && depth > 0;
    }
    return strbuf_str(&b);
}

/* Offset of a colon, dash or bar that parts a title from its qualifier, and what is behind. */
static size_t find_qualifier(struct str s, size_t *behind)
{
    for (size_t i = 0; i < s.n;) {
        size_t at = i;
        uint32_t c = utf8_next(s, &i);
        bool spaced = at > 0 && s.p[at - 1] == ' ';
        bool mark = c == ':' || c == '|' || c == 0xFF1A || c == 0x2014 || c == ',' ||
                    c == 0x3001 || ((c == '-' || c == 0x2013 || c == '/') && spaced);
        if (mark) {
            *behind = i;
            return at;
        }
    }
    *behind = s.n;
    return s.n;
}

/* Names among the parts of a title that colons, dashes and commas make. */
static const struct section_row *find_parted(struct arena *a, struct str s)
{
    for (size_t from = 0; from < s.n;) {
        size_t behind, to = from + find_qualifier(str_sub(s, from, s.n), &behind);
        struct str part = name_fold(a, name_unnumbered(str_sub(s, from, to)));
        const struct section_row *row = find_whole(part);
        if (!row)
            row = find_joined(part);
        if (row)
            return row;
        from += behind;
    }
    return NULL;
}

struct section_match section_match(struct arena *a, struct str title)
{
    struct section_match none = {SECTION_CUSTOM, TRUST_NONE, 0};
    if (title.n == 0 || title.n > TITLE_MAX)
        return none;
    struct str plain = name_unnumbered(without_brackets(a, title));
    struct str s = name_fold(a, plain);
    if (s.n == 0)
        s = name_fold(a, plain = title); /* nothing but brackets */
    const struct section_row *row = find_whole(s);
    if (!row)
        row = find_joined(s);
    if (!row)
        row = find_parted(a, plain);
    if (row)
        return match_of(row, TRUST_WHOLE);
    row = find_prefix(s);
    if (!row)
        row = find_suffix(s);
    if (!row)
        row = find_inside(s);
    return row ? match_of(row, TRUST_PART) : none;
}
