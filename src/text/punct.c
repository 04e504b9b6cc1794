/* SPDX-License-Identifier: MIT */
/* text/punct.c — the characters a typesetter would have set for those of a keyboard.
 *
 * Only what is drawn changes: offsets go on pointing to the author's bytes, so that text copied
 * from the page is the source's. */
#include "base/vec.h"
#include "text/chars.h"

/* Quotation marks of a language (CLDR 42, delimiters); `pad`: thin spaces inside. */
struct quotes {
    struct str lang;
    uint32_t open, close, inner_open, inner_close;
    bool pad;
};

static const struct quotes quote_table[] = {
    {{"en", 2},    0x201C, 0x201D, 0x2018, 0x2019, false}, /* and every language not listed */
    {{"de-CH", 5}, 0xAB,   0xBB,   0x2039, 0x203A, false},
    {{"de", 2},    0x201E, 0x201C, 0x201A, 0x2018, false},
    {{"fr-CH", 5}, 0xAB,   0xBB,   0x2039, 0x203A, false},
    {{"fr", 2},    0xAB,   0xBB,   0x201C, 0x201D, true },
    {{"es", 2},    0xAB,   0xBB,   0x201C, 0x201D, false},
    {{"ca", 2},    0xAB,   0xBB,   0x201C, 0x201D, false},
    {{"it", 2},    0xAB,   0xBB,   0x201C, 0x201D, false},
    {{"pt-BR", 5}, 0x201C, 0x201D, 0x2018, 0x2019, false},
    {{"pt", 2},    0xAB,   0xBB,   0x201C, 0x201D, false},
    {{"nl", 2},    0x2018, 0x2019, 0x201C, 0x201D, false},
    {{"pl", 2},    0x201E, 0x201D, 0xAB,   0xBB,   false},
    {{"ro", 2},    0x201E, 0x201D, 0xAB,   0xBB,   false},
    {{"hu", 2},    0x201E, 0x201D, 0xBB,   0xAB,   false},
    {{"cs", 2},    0x201E, 0x201C, 0x201A, 0x2018, false},
    {{"sk", 2},    0x201E, 0x201C, 0x201A, 0x2018, false},
    {{"sl", 2},    0x201E, 0x201C, 0x201A, 0x2018, false},
    {{"hr", 2},    0x201E, 0x201D, 0x201A, 0x2018, false},
    {{"bg", 2},    0x201E, 0x201C, 0x201A, 0x2018, false},
    {{"ru", 2},    0xAB,   0xBB,   0x201E, 0x201C, false},
    {{"uk", 2},    0xAB,   0xBB,   0x201E, 0x201C, false},
    {{"el", 2},    0xAB,   0xBB,   0x201C, 0x201D, false},
    {{"nb", 2},    0xAB,   0xBB,   0x2018, 0x2019, false},
    {{"nn", 2},    0xAB,   0xBB,   0x2018, 0x2019, false},
    {{"no", 2},    0xAB,   0xBB,   0x2018, 0x2019, false},
    {{"da", 2},    0x201C, 0x201D, 0x2018, 0x2019, false},
    {{"sv", 2},    0x201D, 0x201D, 0x2019, 0x2019, false},
    {{"fi", 2},    0x201D, 0x201D, 0x2019, 0x2019, false},
    {{"he", 2},    0x201D, 0x201D, 0x2019, 0x2019, false},
    {{"ar", 2},    0xAB,   0xBB,   0x201C, 0x201D, false},
};

/* A paragraph on its way through the rules. */
struct punct {
    struct chars *chars;
    struct text_char *at; /* the characters */
    size_t n;
    const struct quotes *quotes;
    bool quoted, inner; /* inside double, single quotes */
};

/* The author's character `step` places from `i`; 0 outside. */
static uint32_t peek(const struct punct *p, size_t i, int step)
{
    size_t k = i + (size_t)step;
    return k < p->n ? p->at[k].author : 0;
}

static size_t run_length(const struct punct *p, size_t i, uint32_t c)
{
    size_t n = 0;
    while (i + n < p->n && p->at[i + n].author == c &&
           p->at[i + n].stretch == p->at[i].stretch)
        n++;
    return n;
}

static size_t draw(struct punct *p, size_t i, size_t n, uint32_t drawn)
{
    p->at[i].drawn = drawn;
    for (size_t k = 1; k < n; k++)
        p->at[i + k].state = CHAR_MERGED;
    return n;
}

static bool is_opener(uint32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == '<' || c == '"' || c == '\'' ||
           c == 0xAB || c == 0x201C || c == 0x2018 || c == 0x201E || c == 0x201A;
}

/* Between the sides of an equation or at the beginning of something a sign belongs to the number
 * behind it. */
static bool begins_number(uint32_t before)
{
    return is_blank(before) || is_opener(before) || before == '=' || before == '~' ||
           before == 0x2248 || before == 0x2192 || before == '/' || before == '|';
}

static bool is_sum(uint32_t c)
{
    return is_digit(c) || c == '$' || c == 0x20AC || c == 0xA3 || c == 0xA5;
}

static size_t one_hyphen(struct punct *p, size_t i)
{
    uint32_t before = peek(p, i, -1), after = peek(p, i, 1), then = peek(p, i, 2);
    if (after == '>' && then != '>')
        return draw(p, i, 2, 0x2192);
    bool number = is_sum(after) || (after == '.' && is_digit(then));
    bool metric = (p->chars->stretches[p->at[i].stretch].flags & STRETCH_METRIC) != 0;
    if (number && (begins_number(before) || (metric && !is_word_char(before))))
        return draw(p, i, 1, 0x2212);
    if (before == ' ' && after == ' ' &&
        i > 1) /* a dash typed as a hyphen, or a difference */
        return draw(p, i, 1, is_digit(peek(p, i, -2)) && is_digit(then) ? 0x2212 : 0x2013);
    return 1;
}

static size_t hyphens(struct punct *p, size_t i)
{
    size_t n = run_length(p, i, '-');
    uint32_t before = peek(p, i, -1), after = peek(p, i, (int)n);
    if (n == 1)
        return one_hyphen(p, i);
    if (after == '>' && n == 2)
        return draw(p, i, 3, 0x2192);
    bool option = (is_blank(before) || is_opener(before)) && is_word_char(after);
    if (n > 3 || option || after == '>')
        return n;
    return draw(p, i, n, n == 2 ? 0x2013 : 0x2014);
}

static size_t left_arrow(struct punct *p, size_t i)
{
    size_t n = run_length(p, i + 1 < p->n ? i + 1 : i, '-');
    uint32_t after = peek(p, i, (int)n + 1);
    if (peek(p, i, 1) != '-' || n > 2 || is_digit(after))
        return 1;
    if (after == '>')
        return draw(p, i, n + 2, 0x2194);
    return draw(p, i, n + 1, 0x2190);
}

static size_t dots(struct punct *p, size_t i)
{
    size_t n = run_length(p, i, '.');
    uint32_t before = peek(p, i, -1), after = peek(p, i, (int)n);
    bool code = (is_blank(before) || is_opener(before)) && is_word_char(after);
    if (n != 3 || after == '/' || code)
        return n;
    return draw(p, i, 3, 0x2026);
}

/* "3x5", "3 x 5"; in a value also "12x"; not the x of "0x1F". */
static size_t times(struct punct *p, size_t i)
{
    uint32_t before = peek(p, i, -1), after = peek(p, i, 1);
    bool spaced = before == ' ' && after == ' ' && i > 1;
    if (spaced)
        before = peek(p, i, -2), after = peek(p, i, 2);
    bool hex = before == '0' && !is_word_char(peek(p, i, -2)) && peek(p, i, -2) != '.';
    if (!is_digit(before) || hex)
        return 1;
    bool metric = (p->chars->stretches[p->at[i].stretch].flags & STRETCH_METRIC) != 0;
    if (is_digit(after) || (metric && !spaced && !is_word_char(after)))
        return draw(p, i, 1, 0xD7);
    return 1;
}

/* True where a quotation mark at `i` opens: at the beginning of a word. */
static bool opens(const struct punct *p, size_t i)
{
    uint32_t before = i > 0 ? p->at[i - 1].drawn : 0, after = peek(p, i, 1);
    if (is_blank(after))
        return false;
    return is_blank(before) || is_opener(before) || before == '/' || before == 0x2013 ||
           before == 0x2014 || before == '=';
}

/* « and » of French keep thin spaces inside, unless the author typed spaces there. */
static size_t quote(struct punct *p, size_t i, uint32_t drawn)
{
    bool inside_blank = drawn == 0xAB ? is_blank(peek(p, i, 1)) : is_blank(peek(p, i, -1));
    draw(p, i, 1, drawn);
    if (p->quotes->pad && (drawn == 0xAB || drawn == 0xBB) && !inside_blank)
        p->at[i].state = CHAR_PAD;
    return 1;
}

static size_t double_quote(struct punct *p, size_t i)
{
    if (!p->quoted && is_digit(peek(p, i, -1)) && !is_word_char(peek(p, i, 1)))
        return draw(p, i, 1, 0x2033); /* inches */
    bool open = opens(p, i);
    p->quoted = open;
    return quote(p, i, open ? p->quotes->open : p->quotes->close);
}

/* 'tis, 'em, the '90s: an apostrophe where a quote would open. */
static bool begins_with_apostrophe(const struct punct *p, size_t i)
{
    static const char *const words[] = {"tis", "twas", "em", "til", "cause", "n"};
    if (is_digit(peek(p, i, 1)) && is_digit(peek(p, i, 2)) && !is_digit(peek(p, i, 3)))
        return true;
    for (size_t w = 0; w < countof(words); w++) {
        size_t k = 0;
        while (words[w][k] && peek(p, i, (int)k + 1) == (uint32_t)words[w][k])
            k++;
        if (!words[w][k] && !is_letter(peek(p, i, (int)k + 1)) &&
            peek(p, i, (int)k + 1) != '\'')
            return true;
    }
    return false;
}

static size_t single_quote(struct punct *p, size_t i)
{
    uint32_t before = peek(p, i, -1), after = peek(p, i, 1);
    if (is_letter(after) && is_word_char(before))
        return draw(p, i, 1, 0x2019); /* don't */
    if (opens(p, i) && !begins_with_apostrophe(p, i)) {
        p->inner = true;
        return quote(p, i, p->quotes->inner_open);
    }
    if (is_digit(before) && is_digit(after))
        return draw(p, i, 1, 0x2032); /* 6'2 */
    if (!p->inner)
        return draw(p, i, 1, 0x2019); /* not everywhere the same as a closing mark */
    p->inner = false;
    return quote(p, i, p->quotes->inner_close);
}

/* What a keyboard character may begin; gives how many characters it has dealt with. */
static const struct {
    uint32_t first;
    size_t (*rule)(struct punct *p, size_t i);
} rules[] = {
    {'-',  hyphens     },
    {'.',  dots        },
    {'"',  double_quote},
    {'\'', single_quote},
    {'x',  times       },
    {'<',  left_arrow  },
};

static size_t clean(struct punct *p, size_t i)
{
    if (p->at[i].raw)
        return 1;
    for (size_t r = 0; r < countof(rules); r++)
        if (p->at[i].author == rules[r].first)
            return rules[r].rule(p, i);
    return 1;
}

static const struct quotes *quotes_of(struct str lang)
{
    for (size_t i = 1; i < countof(quote_table); i++)
        if (lang_is(lang, quote_table[i].lang))
            return &quote_table[i];
    return &quote_table[0];
}

void punct_clean(struct chars *chars, struct str lang)
{
    struct punct p = {.chars = chars, .at = chars->list.at, .n = chars->list.n};
    p.quotes = quotes_of(lang);
    for (size_t i = 0; i < p.n;)
        i += clean(&p, i);
}
