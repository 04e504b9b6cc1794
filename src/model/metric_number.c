/* SPDX-License-Identifier: MIT */
/* model/metric_number.c — digits with their grouping and decimals, in the ways people write. */
#include "model/metric_number.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/metric_value.h"

/* First digits of the decimal systems that are read; each runs over ten code points. */
static const uint32_t zeros[] = {'0', 0x0660, 0x06F0, 0x0966, 0xFF10};

/* Where the comma is the decimal sign. */
static const char *const comma_langs[] = {"de", "fr", "es", "pt", "it", "nl", "pl", "ru",
                                          "uk", "tr", "vi", "cs", "sv", "da", "nb", "fi"};

int digit_of(uint32_t c)
{
    for (size_t i = 0; i < countof(zeros); i++)
        if (c >= zeros[i] && c < zeros[i] + 10)
            return (int)(c - zeros[i]);
    return -1;
}

static bool decimal_comma(struct str lang)
{
    for (size_t i = 0; i < countof(comma_langs); i++)
        if (str_starts(lang, str_from(comma_langs[i])))
            return true;
    return false;
}

static bool digit_at(struct str text, size_t at)
{
    return digit_of(text_peek(text, at)) >= 0;
}

/* How many digits follow from `at` on; `*to` stands behind them. */
static size_t digits_at(struct str text, size_t at, size_t *to)
{
    size_t n = 0;
    while (digit_at(text, at)) {
        at = text_step(text, at);
        n++;
    }
    *to = at;
    return n;
}

/* Marks that may part groups of digits and nothing else. */
static bool is_pure_group_mark(uint32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x00A0 || c == 0x2009 || c == 0x202F ||
           c == 0x066C;
}

static bool is_group_mark(uint32_t c, struct str lang)
{
    if (is_pure_group_mark(c))
        return true;
    if (decimal_comma(lang))
        return c == '.' || c == ' ';
    return c == ',';
}

/* Whether `c` at `at` parts two groups: three digits follow, or two as in India. `mark` is what
 * parted the groups before, 0 for none yet. */
static bool groups(struct str text, size_t at, uint32_t mark, struct str lang)
{
    size_t to, next;
    uint32_t c = text_peek(text, at);
    size_t n = digits_at(text, text_step(text, at), &to);
    if (mark != 0)
        return c == mark && (n == 3 || (n == 2 && c == ','));
    bool lone_comma = c == ',' && n == 3;
    if (!is_group_mark(c, lang) && !lone_comma)
        return false;
    if (n == 3)
        return is_group_mark(c, lang) || text_peek(text, to) == ',';
    return n == 2 && c == ',' && text_peek(text, to) == ',' &&
           digits_at(text, to + 1, &next) >= 2;
}

static bool is_decimal_mark(uint32_t c)
{
    return c == '.' || c == ',' || c == 0x066B;
}

/* Numbers are sums of digits; beyond this they only ever saturate. */
#define NUMBER_CEILING (INT64_MAX / 20)

static void add_digits(struct number *n, struct str text, size_t from, size_t to)
{
    while (from < to) {
        int digit = digit_of(text_peek(text, from));
        from = text_step(text, from);
        if (n->micro < NUMBER_CEILING)
            n->micro = n->micro * 10 + (int64_t)digit * 1000000;
    }
}

static void add_decimals(struct number *n, struct str text, size_t from, size_t to)
{
    int64_t unit = 100000;
    while (from < to) {
        n->micro += digit_of(text_peek(text, from)) * unit;
        unit /= 10;
        from = text_step(text, from);
    }
}

bool number_at(struct str text, size_t at, struct str lang, struct number *out)
{
    struct number n = {0};
    size_t to;
    size_t first = digits_at(text, at, &to);
    if (first == 0)
        return false;
    add_digits(&n, text, at, to);
    bool may_group = first <= 3 && n.micro > 0; /* "0.952" is never 952 */
    uint32_t mark = 0;
    while (may_group && groups(text, to, mark, lang)) {
        size_t from = text_step(text, to);
        mark = text_peek(text, to);
        digits_at(text, from, &to);
        add_digits(&n, text, from, to);
        n.grouped = true;
    }
    size_t end;
    size_t part = text_step(text, to);
    if (is_decimal_mark(text_peek(text, to)) && digits_at(text, part, &end) > 0) {
        add_decimals(&n, text, part, end);
        n.decimals = true;
        to = end;
    }
    n.to = to;
    n.digits = first;
    *out = n;
    return true;
}
