/* SPDX-License-Identifier: MIT */
/* text/hyphen.c — which words are hyphenated, by which patterns, how near to their ends. */
#include "text/hyphen.h"

#include <hb.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/utf8.h"
#include "text/breaks.h"
#include "text/chars.h"

#define HYPHEN_MIN_WORD 5 /* shorter words are not worth a hyphen */
#define HYPHEN_MIN_PART 7 /* a part of "end-to-end" has a better place to break nearby */
#define HYB_MAX_BYTES ((size_t)16 << 20)

/* Languages whose patterns have another name than the language; the first that fits counts. */
static const struct {
    struct str lang;
    const char *file;
} files[] = {
    {{"en-GB", 5}, "en-gb"},
    {{"en-AU", 5}, "en-gb"},
    {{"en-NZ", 5}, "en-gb"},
    {{"en-IE", 5}, "en-gb"},
    {{"en-ZA", 5}, "en-gb"},
    {{"en-IN", 5}, "en-gb"},
    {{"en", 2},    "en-us"},
    {{"no", 2},    "nb"   },
    {{"pt-BR", 5}, "pt-br"},
};

/* Minima where a language wants more than its pattern file says (TeX's hyphenmins). */
static const struct {
    struct str lang;
    uint8_t left, right;
} minima[] = {
    {{"en", 2}, 2, 3},
    {{"pt", 2}, 2, 3},
    {{"cs", 2}, 2, 3},
    {{"sk", 2}, 2, 3},
    {{"fr", 2}, 2, 3}, /* two letters may go over, but a mute "-re" should not */
};

/* Map the pattern file `name`; NULL where it is missing or damaged. */
static const struct hyb *load(struct hyphens *h, struct str name)
{
    struct str file = str_join(h->a, name, S(".hyb")), bytes;
    struct str path = store_path(h->a, h->store, S("hyphen"), file);
    struct hyb *hyb = arena_make(h->a, struct hyb);
    enum file_status status = file_map(h->a, path, HYB_MAX_BYTES, &bytes);
    if (status == FILE_OK && hyb_open(bytes, hyb))
        return hyb;
    if (status != FILE_MISSING && str_empty(h->damage))
        h->damage = path;
    return NULL;
}

/* Bytes of "de" in "de-CH". */
static size_t primary_size(struct str lang)
{
    size_t n = 0;
    while (n < lang.n && lang.p[n] != '-' && lang.p[n] != '_')
        n++;
    return n;
}

static const struct hyb *load_lang(struct hyphens *h, struct str lang)
{
    struct str primary = str_lower(h->a, str_sub(lang, 0, primary_size(lang)));
    const struct hyb *hyb = NULL;
    if (str_empty(h->store->root) || str_empty(primary) ||
        str_find_byte(lang, '/', 0) < lang.n)
        return NULL;
    for (size_t i = 0; i < countof(files); i++)
        if (!hyb && lang_is(lang, files[i].lang))
            hyb = load(h, str_from(files[i].file));
    return hyb ? hyb : load(h, primary);
}

static const struct hyphen_lang *lang_find(struct hyphens *h, struct str lang)
{
    for (size_t i = 0; i < h->langs.n; i++)
        if (str_eq(h->langs.at[i].lang, lang))
            return &h->langs.at[i];
    struct hyphen_lang *l = vec_add(h->a, &h->langs);
    *l = (struct hyphen_lang){.lang = str_dup(h->a, lang), .left = 2, .right = 2};
    l->hyb = load_lang(h, lang);
    for (size_t i = 0; i < countof(minima); i++)
        if (lang_is(lang, minima[i].lang)) {
            l->left = minima[i].left;
            l->right = minima[i].right;
            break;
        }
    return l;
}

/* A word: letters in lower case, composed, and where each begins among the characters. */
struct word {
    uint32_t letter[HYB_WORD_MAX];
    size_t at[HYB_WORD_MAX];
    size_t n, end; /* `end`: behind its last character */
    bool plain;    /* no capital behind the first letter, not too long */
};

static void add_letter(struct word *w, uint32_t c, size_t at)
{
    hb_codepoint_t composed;
    if (w->n > 0 && line_class(c) == LB_CM &&
        hb_unicode_compose(hb_unicode_funcs_get_default(), w->letter[w->n - 1], c,
                           &composed)) {
        w->letter[w->n - 1] = composed;
        return;
    }
    if (w->n == HYB_WORD_MAX || (w->n > 0 && is_capital(c))) {
        w->plain = false;
        return;
    }
    w->letter[w->n] = utf8_lower(c);
    w->at[w->n++] = at;
}

/* The word that begins at character `from`. */
static void read_word(const struct chars *chars, size_t from, struct word *w)
{
    w->n = 0;
    w->plain = true;
    for (w->end = from; is_letter(drawn_at(chars, w->end)); w->end++)
        add_letter(w, drawn_at(chars, w->end), w->end);
    if (drawn_at(chars, w->end) == 0xAD)
        w->plain = false;
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static void hyphenate(const struct hyphen_lang *l, const struct chars *chars,
                      const struct word *w, uint8_t *breaks)
{
    bool points[HYB_WORD_MAX];
    bool part =
        is_hyphen(drawn_at(chars, w->at[0] - 1)) || is_hyphen(drawn_at(chars, w->end));
    if (w->n < (part ? HYPHEN_MIN_PART : HYPHEN_MIN_WORD))
        return;
    hyb_points(l->hyb, w->letter, w->n, points);
    for (size_t i = l->left; i + l->right <= w->n; i++)
        if (points[i] && breaks[w->at[i]] == TEXT_BREAK_NO &&
            line_class(chars->list.at[w->at[i]].drawn) != LB_CM)
            breaks[w->at[i]] = TEXT_BREAK_HYPHEN;
}

/* True where the characters [from, to), which hold no blank, may be hyphenated. */
static bool may_part(const struct chars *chars, size_t from, size_t to)
{
    const unsigned never =
        STRETCH_CODE | STRETCH_URL | STRETCH_NO_HYPHEN | STRETCH_NO_BREAK;
    for (size_t i = from; i < to; i++) {
        const struct text_char *c = &chars->list.at[i];
        bool as_is = (chars->stretches[c->stretch].flags & STRETCH_AS_IS) != 0;
        if (is_digit(c->drawn) || c->drawn == '_' || c->drawn == '@' || c->drawn == '\\')
            return false;
        if ((c->raw && !as_is) || chars->stretches[c->stretch].flags & never)
            return false;
    }
    return true;
}

static void hyphenate_token(struct hyphens *h, const struct chars *chars, size_t from,
                            size_t to, struct str fallback_lang, uint8_t *breaks)
{
    struct word w;
    for (size_t i = from; i < to; i++) {
        if (!is_letter(drawn_at(chars, i)))
            continue;
        bool own =
            i > from && drawn_at(chars, i - 1) == 0xAD; /* the author's own hyphens */
        read_word(chars, i, &w);
        struct str lang = chars->stretches[chars->list.at[i].stretch].lang;
        const struct hyphen_lang *l = lang_find(h, str_empty(lang) ? fallback_lang : lang);
        if (w.plain && w.n && !own && l->hyb)
            hyphenate(l, chars, &w, breaks);
        i = w.end - 1;
    }
}

void hyphens_add(struct hyphens *h, const struct chars *chars, struct str lang,
                 uint8_t *breaks)
{
    for (size_t from = 0, to; from < chars->list.n; from = to + 1) {
        for (to = from; to < chars->list.n && !is_blank(drawn_at(chars, to)); to++)
            continue;
        if (to - from >= HYPHEN_MIN_WORD && may_part(chars, from, to))
            hyphenate_token(h, chars, from, to, lang, breaks);
    }
}

uint8_t hyphen_sides(const struct chars *chars, size_t i)
{
    unsigned before = 0, after = 0;
    for (size_t k = i;
         k-- > 0 && before < 15 && (is_letter(drawn_at(chars, k)) || k == i - 1);)
        before += is_letter(drawn_at(chars, k));
    for (size_t k = i; after < 15 && is_letter(drawn_at(chars, k)); k++)
        after++;
    return (uint8_t)(before << 4 | after);
}
