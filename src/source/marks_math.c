/* SPDX-License-Identifier: MIT */
/* source/marks_math.c — finding formulas between dollars that are not money. */
#include "base/utf8.h"
#include "source/ascii.h"
#include "source/marks.h"

#define MATH_MAX 400  /* bytes; a longer way to the next dollar is prose */
#define MATH_SHORT 12 /* bytes in which letters beyond ASCII may stand */

/* Whether what stands between dollars is mathematics: it has a sign of TeX's, or it is a name or
 * number or an expression of single letters. Words between two prices are not. */
static bool is_formula(struct str s)
{
    size_t letters = 0, run = 0, longest = 0;
    bool command = false, sign = false;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool begins = c == '\\' && ascii_is_letter(ascii_at(s, i + 1));
        command = begins || (command && ascii_is_letter(c));
        sign = sign || begins || c == '^' || c == '_' || c == '=';
        run = ascii_is_letter(c) && !command ? run + 1 : 0;
        letters += ascii_is_letter(c);
        longest = run > longest ? run : longest;
        if (c < 0 && s.n > MATH_SHORT)
            return false;
    }
    bool price = ascii_is_digit(ascii_at(s, 0));
    if (sign)
        return longest <= 2 || !price;
    return letters > 0 && longest <= 2 && s.n <= 40 && !price;
}

/* Offset of the closing dollars before `end`, or `end`. */
static size_t find_close(struct str text, size_t from, size_t end, size_t count)
{
    size_t limit = end - from < MATH_MAX ? end : from + MATH_MAX;
    for (size_t i = from; i < limit; i++) {
        char c = text.p[i];
        if (c == '\\')
            i++;
        else if (c == '`')
            return end;
        else if (c == '$' && (count == 1 || ascii_at(text, i + 1) == '$'))
            return i;
    }
    return end;
}

struct formula marks_formula(struct str text, size_t i, size_t end)
{
    struct formula none = {0, 0, 0};
    size_t count = ascii_at(text, i + 1) == '$' ? 2 : 1, from = i + count;
    if (text.p[i] != '$' || from >= end)
        return none;
    size_t close = find_close(text, from, end, count);
    if (close >= end || close == from)
        return none;
    struct str inner = str_sub(text, from, close);
    if (count == 2) {
        inner = str_trim(inner);
        from = (size_t)(inner.p - text.p);
        return (struct formula){from, from + inner.n, close + 2 - i};
    }
    char before = ascii_at(text, i - 1), after = ascii_at(text, close + 1);
    bool money = ascii_is_letter(before) || ascii_is_digit(before) ||
                 ascii_is_letter(after) || ascii_is_digit(after);
    if (money || ascii_is_space(inner.p[0]) || ascii_is_space(inner.p[inner.n - 1]) ||
        !is_formula(inner))
        return none;
    return (struct formula){from, close, close + 1 - i};
}

static void put_formula(struct marks *m, size_t from, size_t to, size_t at)
{
    cooked_put(&m->out, S("`\x01"), at);
    size_t copied = from;
    for (size_t i = from; i < to; i++) {
        if (m->text.p[i] != '|')
            continue;
        cooked_copy(&m->out, copied, i);
        cooked_put(&m->out, S("\x02"), i);
        copied = i + 1;
    }
    cooked_copy(&m->out, copied, to);
    cooked_put(&m->out, S("`"), to);
}

size_t marks_math(struct marks *m, size_t i)
{
    if (m->text.p[i] != '$')
        return 0;
    struct formula f = marks_formula(m->text, i, m->end);
    if (f.length == 0)
        return 0;
    marks_flush(m, i);
    put_formula(m, f.from, f.to, i);
    m->done = i + f.length;
    return f.length;
}
