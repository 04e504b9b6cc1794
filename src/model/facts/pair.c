/* SPDX-License-Identifier: MIT */
/* model/facts/pair.c — a line parted into key and value. */
#include <string.h>

#include "base/utf8.h"
#include "model/facts/notation.h"

/* Outside the section of facts, more is prose with a bold beginning. */
#define VALUE_WORDS 30

static bool is_strong(const struct flat *flat, size_t at)
{
    return flat->marks[at] & FLAT_STRONG;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static size_t skip_blank(struct str text, size_t at, size_t to)
{
    while (at < to && is_blank(text.p[at]))
        at++;
    return at;
}

/* Length of a colon at `at` that parts: one that a space or the end follows, or a wide one. Notes
 * of Obsidian write two. */
static size_t colon_at(struct str text, size_t at, size_t to)
{
    if (str_starts(str_sub(text, at, to), S("：")))
        return S("：").n;
    if (text.p[at] != ':')
        return 0;
    size_t n = at + 1 < to && text.p[at + 1] == ':' ? 2 : 1;
    return at + n == to || is_blank(text.p[at + n]) ? n : 0;
}

/* Length of a dash or arrow at `at` that parts: one with spaces on both sides. */
static size_t dash_at(struct str text, size_t at, size_t to)
{
    static const char *const dashes[] = {"—",  "–", "--", "-", "―", "→",
                                         "->", "»", "▸",  "=", "|"};
    if (at == 0 || !is_blank(text.p[at - 1]))
        return 0;
    for (size_t i = 0; i < countof(dashes); i++) {
        struct str dash = str_from(dashes[i]);
        if (!str_starts(str_sub(text, at, to), dash))
            continue;
        bool after = at + dash.n < to && is_blank(text.p[at + dash.n]);
        return after ? dash.n : 0;
    }
    return 0;
}

/* Length of a tab, or of the spaces that stood for one. */
static size_t gap_at(const struct flat *flat, size_t at, size_t to)
{
    size_t end = at;
    bool tab = false;
    while (end < to && (flat->text.p[end] == ' ' || flat->text.p[end] == '\t') &&
           !(flat->marks[end] & FLAT_BREAK)) {
        tab = tab || flat->text.p[end] == '\t';
        end++;
    }
    return tab || end - at >= 2 ? end - at : 0;
}

/* The end of the strong run that begins at `from`. Spaces between two runs do not part them. */
static size_t strong_end(const struct flat *flat, size_t from, size_t to)
{
    while (from < to && is_strong(flat, from))
        from++;
    return from;
}

static struct pair pair_of(struct arena *a, const struct flat *flat, enum pair_mark mark,
                           size_t key_from, size_t key_to)
{
    struct pair pair = {mark, key_from, key_to, 0, 0, false};
    key_clean(flat->text, &pair.key_from, &pair.key_to);
    struct str key = str_sub(flat->text, pair.key_from, pair.key_to);
    if (!key_is_short(key))
        return (struct pair){0};
    pair.known = key_is_known(a, key);
    return pair;
}

static struct pair with_value(struct pair pair, const struct flat *flat, size_t from,
                              size_t to)
{
    from = skip_blank(flat->text, from, to);
    while (to > from && is_blank(flat->text.p[to - 1]))
        to--;
    pair.value_from = from;
    pair.value_to = to;
    return pair;
}

/* "**Key:** v", "**Key**: v", "**Key** — v", "**Key**⇥v" and "**Key: v**". */
static struct pair bold_pair(struct arena *a, const struct flat *flat, size_t from,
                             size_t to)
{
    size_t end = strong_end(flat, from, to);
    for (size_t at = from; at < end; at++) {
        size_t n = colon_at(flat->text, at, to);
        if (flat->text.p[at] == ':' && at + 1 == end)
            n = 1; /* "**Key:**v" */
        if (n)
            return with_value(pair_of(a, flat, PAIR_BOLD, from, at), flat, at + n, to);
    }
    size_t gap = end < to ? gap_at(flat, end, to) : 0;
    size_t after = skip_blank(flat->text, end, to);
    if (after == to)
        return (struct pair){0};
    size_t n = colon_at(flat->text, after, to);
    bool tight = flat->text.p[after] == ':'; /* "**Key**:v" */
    n = n || !tight ? n : 1;
    n = n ? n : dash_at(flat->text, after, to);
    struct pair pair =
        with_value(pair_of(a, flat, PAIR_BOLD, from, end), flat, after + n, to);
    bool bare = pair.known && !is_strong(flat, after); /* "**Role** Lead" */
    return n || gap || bare ? pair : (struct pair){0};
}

/* "Role:Lead": without a space only behind a name that is known, not in "https://". */
static struct pair tight_pair(struct arena *a, const struct flat *flat, size_t from,
                              size_t at, size_t to)
{
    struct pair pair = with_value(pair_of(a, flat, PAIR_COLON, from, at), flat, at + 1, to);
    bool address = at + 1 < to && flat->text.p[at + 1] == '/';
    return pair.known && !address ? pair : (struct pair){0};
}

/* The first mark of a kind in the line, outside code and links. */
static struct pair plain_pair(struct arena *a, const struct flat *flat, enum pair_mark mark,
                              size_t from, size_t to)
{
    for (size_t at = from; at < to; at++) {
        if (flat->marks[at] & (FLAT_CODE | FLAT_LINK))
            continue;
        size_t n = 0;
        if (mark == PAIR_TAB)
            n = gap_at(flat, at, to);
        else if (mark == PAIR_COLON)
            n = colon_at(flat->text, at, to);
        else
            n = dash_at(flat->text, at, to);
        if (n == 0 && mark == PAIR_COLON && flat->text.p[at] == ':')
            return tight_pair(a, flat, from, at, to);
        if (n)
            return with_value(pair_of(a, flat, mark, from, at), flat, at + n, to);
    }
    return (struct pair){0};
}

/* A tab or a colon, whichever comes first; else a dash. */
static struct pair any_pair(struct arena *a, const struct flat *flat, size_t from,
                            size_t to)
{
    struct pair tab = plain_pair(a, flat, PAIR_TAB, from, to);
    struct pair colon = plain_pair(a, flat, PAIR_COLON, from, to);
    if (tab.mark == PAIR_NONE && colon.mark == PAIR_NONE)
        return plain_pair(a, flat, PAIR_DASH, from, to);
    bool colon_first = colon.mark != PAIR_NONE && colon.key_to <= tab.key_to;
    return tab.mark == PAIR_NONE || colon_first ? colon : tab;
}

/* Where the first letter or digit stands: emoji and bullets before a bold key are skipped. */
static size_t first_word(struct str text, size_t from, size_t to)
{
    size_t end = to;
    key_clean(text, &from, &end);
    return from < to ? from : to;
}

struct pair pair_find(struct arena *a, const struct flat *flat, size_t from, size_t to)
{
    from = skip_blank(flat->text, from, to);
    size_t word = first_word(flat->text, from, to);
    if (word == to)
        return (struct pair){0};
    struct pair pair = {0};
    if (is_strong(flat, word))
        pair = bold_pair(a, flat, word, to);
    return pair.mark != PAIR_NONE ? pair : any_pair(a, flat, from, to);
}

bool pair_is_long(const struct flat *flat, const struct pair *pair)
{
    return text_words(str_sub(flat->text, pair->value_from, pair->value_to)) > VALUE_WORDS;
}

void tally_add(struct tally *t, const struct pair *pair)
{
    if (pair->mark == PAIR_NONE) {
        t->others++;
        return;
    }
    t->pairs++;
    t->known += pair->known;
    t->bold += pair->mark == PAIR_BOLD;
    t->tabs += pair->mark == PAIR_TAB;
    t->dashes += pair->mark == PAIR_DASH;
}

/* A dash alone is the weakest sign: it must come in a row, or with known names. */
static bool dashes_are_sure(const struct tally *t)
{
    return t->dashes == 0 || t->known + t->bold > 0 || t->dashes >= 3;
}

bool tally_counts(const struct tally *t, enum facts_ground ground)
{
    if (t->pairs == 0)
        return false;
    switch (ground) {
    case FACTS_NEVER:
        return false;
    case FACTS_KNOWN:
        return t->others == 0 && t->pairs >= 2 && t->known * 2 >= t->pairs;
    case FACTS_TOP:
        if (t->pairs == 1)
            return t->others == 0 && t->known == 1 && t->bold + t->tabs == 1;
        return t->others == 0 && t->known + t->rows + t->tabs >= 1 && dashes_are_sure(t);
    case FACTS_SECTION:
        return t->pairs > t->others &&
               (t->pairs >= 2 || t->known + t->bold + t->tabs >= 1) && dashes_are_sure(t);
    }
    return false;
}
