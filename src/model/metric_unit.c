/* SPDX-License-Identifier: MIT */
/* model/metric_unit.c — the units that people write behind numbers, in their languages. */
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "model/metric_value.h"

#define ONE INT64_C(1000000) /* one base unit in millionths */
#define SECOND (1000 * ONE)  /* the base of time is the millisecond */
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* How a unit may stand to its number. */
enum unit_form {
    FORM_ANY,
    FORM_GLUED, /* only without a space: "3d", for "3 d" may be anything */
    FORM_SUFFIX /* scales: "60K", "3 million" */
};

struct unit_row {
    /* Separated by single spaces, '_' stands for a space, case matters. */
    const char *names;
    int64_t scale;
    enum quantity_dim dim;
    enum unit_form form;
};

#define X(names, dim, scale, form) {names, scale, dim, form},
static const struct unit_row rows[] = {
#include "model/words/units.def"
};
#undef X

/* Codes and signs that stand before; the signs also in clusters such as R$ and US$. */
static const char *const before[] = {
    "US$", "CA$", "AU$", "NZ$", "HK$", "NT$", "R$",  "A$",  "C$",  "S$",
    "$",   "€",   "£",   "¥",   "￥",  "₹",   "₩",   "₽", "₺",   "₴",
    "₫",   "₪",   "USD", "EUR", "GBP", "JPY", "INR", "CHF", "CAD", "AUD",
    "PLN", "SEK", "NOK", "DKK", "CNY", "RMB", "BRL", "Rs.", "Rs",  "Fr."};

size_t text_skip_space(struct str text, size_t at)
{
    while (at < text.n && text.p[at] != '\n' && utf8_is_space(text_peek(text, at)))
        at = text_step(text, at);
    return at;
}

/* Scripts written without spaces end a unit wherever they like. */
static bool is_ideograph(uint32_t c)
{
    return c >= 0x2E80 && c < 0xFB00;
}

/* Whether `name` stands at `at`; gives its length in the text, 0 where it does not. */
static size_t name_at(struct str text, size_t at, struct str name)
{
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        if (at + n >= text.n)
            return 0;
        if (name.p[i] == '_') {
            size_t to = text_skip_space(text, at + n);
            if (to == at + n)
                return 0;
            n = to - at;
        } else if (name.p[i] == text.p[at + n]) {
            n++;
        } else {
            return 0;
        }
    }
    return n;
}

/* "5 Mrd. Euro" but not the full stop of "in 5 min. We …". */
static bool dot_belongs(struct str text, size_t to)
{
    size_t at = text_skip_space(text, to), end;
    uint32_t next = text_peek(text, at);
    size_t letter = to - 1;
    utf8_prev(text, &letter);
    bool inner = letter > 0 && text.p[letter - 1] == '.'; /* "п.п." has a dot of its own */
    if (inner || currency_at(text, at, &end))
        return true;
    return next != 0 && next != '\n' && utf8_is_word(next) && utf8_lower(next) == next;
}

/* A unit ends where its word ends: not "min" in "minimum", but "秒" before anything. */
static bool ends_here(struct str text, size_t to)
{
    size_t last = to;
    uint32_t c = utf8_prev(text, &last);
    uint32_t next = text_peek(text, to);
    if (c == '.' && !dot_belongs(text, to))
        return false;
    if (is_ideograph(c) || !utf8_is_word(c) || next == 0 || is_ideograph(next))
        return true;
    return !utf8_is_word(next);
}

/* "3m40s", "1h20min": a unit of time right before the digits of a smaller one. */
static bool joins_smaller(struct str text, size_t to)
{
    size_t at = to;
    while (at < to + 2 && text_peek(text, at) >= '0' && text_peek(text, at) <= '9')
        at++;
    struct str rest = str_sub(text, at, text.n);
    bool known = str_starts(rest, S("min")) || str_starts(rest, S("m")) ||
                 str_starts(rest, S("sec")) || str_starts(rest, S("s"));
    size_t letters = str_starts(rest, S("min")) || str_starts(rest, S("sec")) ? 3 : 1;
    return at > to && known && !utf8_is_word(text_peek(text, at + letters));
}

static void match_row(struct str text, size_t at, const struct unit_row *row,
                      struct unit_match *best)
{
    char first = text.p[at];
    const char *name = first ? strchr(row->names, first) : NULL;
    for (; name; name = strchr(name + 1, first)) {
        if (name > row->names && name[-1] != ' ')
            continue;
        size_t n = name_at(text, at, (struct str){name, strcspn(name, " ")});
        bool inside = row->dim == QUANTITY_TIME && joins_smaller(text, at + n);
        if (n == 0 || at + n <= best->to || (!ends_here(text, at + n) && !inside))
            continue;
        *best = (struct unit_match){at + n, row->dim, row->scale, row->form == FORM_SUFFIX};
    }
}

/* "60M" is a count and "$5m" money, whatever else the letters may stand for. */
static bool money_suffix(struct str text, size_t at, struct unit_match *out)
{
    if (text_peek(text, at) != 'm' || utf8_is_word(text_peek(text, at + 1)))
        return false;
    *out = (struct unit_match){at + 1, QUANTITY_COUNT, 1000000 * ONE, true};
    return true;
}

/* Spaces and most punctuation begin no unit: a look at one byte saves reading all names. */
static bool begins_unit(char c)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (unsigned char)c >= 0x80 || c == '%' || c == '$' || c == '-';
}

static bool find_unit(struct str text, size_t at, bool glued, struct unit_match *out)
{
    struct unit_match best = {at, QUANTITY_COUNT, ONE, false};
    if (!begins_unit(text.p[at]))
        return false;
    for (size_t i = 0; i < countof(rows); i++)
        if (glued || rows[i].form != FORM_GLUED)
            match_row(text, at, &rows[i], &best);
    *out = best;
    return best.to > at;
}

bool unit_at(struct str text, size_t at, struct unit_match *out)
{
    return at < text.n && find_unit(text, at, false, out);
}

bool unit_glued_at(struct str text, size_t at, enum quantity_dim before_dim,
                   struct unit_match *out)
{
    if (before_dim == QUANTITY_MONEY && money_suffix(text, at, out))
        return true;
    return at < text.n && find_unit(text, at, true, out);
}

bool currency_at(struct str text, size_t at, size_t *to)
{
    for (size_t i = 0; i < countof(before); i++) {
        struct str name = str_from(before[i]);
        if (str_starts(str_sub(text, at, text.n), name)) {
            *to = at + name.n;
            return true;
        }
    }
    return false;
}
