/* SPDX-License-Identifier: MIT */
/* model/facts/key.c — which words are the name of a fact. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/facts/notation.h"

#define KEY_WORDS 6  /* "Data sources and their owners": more is a sentence */
#define KEY_BYTES 80 /* the same for scripts without spaces between words */

/* What a name may be the name of. */
enum key_kind {
    KEY_FACT,    /* a usual fact */
    KEY_LINK,    /* a place to look or write */
    KEY_HEADING, /* stands as a heading over one short value */
    KEY_HEAD     /* heads a column, or says nothing */
};

#define X(kind, names) {kind, names},
static const struct {
    enum key_kind kind;
    const char *names; /* parted by bars */
} rows[] = {
#include "model/words/keys.def"
};
#undef X

static bool is_listed(struct str key, const char *names)
{
    struct str rest = str_from(names);
    while (rest.p)
        if (str_eq(key, str_cut(&rest, '|')))
            return true;
    return false;
}

/* Lower case, without what is in brackets at its end: "Team (core)". */
static struct str normal(struct arena *a, struct str key)
{
    size_t from = 0, to = key.n;
    key_clean(key, &from, &to);
    key = str_lower(a, str_sub(key, from, to));
    size_t bracket = str_find_byte(key, '(', 0);
    return bracket > 0 ? str_trim(str_sub(key, 0, bracket)) : key;
}

static bool is_kind(struct arena *a, struct str key, enum key_kind kind)
{
    key = normal(a, key);
    for (size_t i = 0; i < countof(rows); i++)
        if (rows[i].kind == kind && is_listed(key, rows[i].names))
            return true;
    return false;
}

bool key_is_known(struct arena *a, struct str key)
{
    return is_kind(a, key, KEY_FACT);
}

bool key_is_link(struct arena *a, struct str key)
{
    return is_kind(a, key, KEY_LINK);
}

bool key_is_heading(struct arena *a, struct str key)
{
    return is_kind(a, key, KEY_HEADING);
}

bool key_is_head(struct arena *a, struct str key)
{
    return str_trim(key).n == 0 || is_kind(a, key, KEY_HEAD);
}

/* Characters that decorate a key: emoji, bullets, colons. Brackets, "." and "#" may belong. */
static bool decorates(uint32_t c)
{
    if (c == '.' || c == '(' || c == ')' || c == '<' || c == '>' || c == '#' || c == '+' ||
        c == '%' || c == '[' || c == ']' || c == '&' || c == '/' || c == '"' || c == '$' ||
        c == '?' || c == '!')
        return false;
    return !utf8_is_word(c) || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

void key_clean(struct str text, size_t *from, size_t *to)
{
    size_t at = *from;
    while (at < *to) {
        size_t next = at;
        if (!decorates(utf8_next(text, &next)))
            break;
        at = next;
    }
    *from = at;
    while (*to > *from) {
        size_t before = *to;
        if (!decorates(utf8_prev(text, &before)))
            break;
        *to = before;
    }
}

bool key_is_short(struct str key)
{
    size_t end = str_find(key, S(". "), 0);
    bool address = str_find(key, S("://"), 0) < key.n || str_find_byte(key, '@', 0) < key.n;
    return key.n > 0 && key.n <= KEY_BYTES && text_words(key) <= KEY_WORDS &&
           end == key.n && text_words(key) > 0 && !address;
}
