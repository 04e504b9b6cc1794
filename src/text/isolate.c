/* SPDX-License-Identifier: MIT */
/* text/isolate.c — what runs left to right inside text right to left: values with signs and units,
 * names with signs.
 *
 * By UAX 9 alone a sign before a number and the space before a unit take the direction of the
 * paragraph: "+18%" would show as "18%+", "3.5 GHz" as "GHz 3.5". */
#include "text/isolate.h"

#include "text/chars.h"

#define LRM 0x200E
#define LRI 0x2066
#define PDI 0x2069
#define NBSP 0xA0
#define THIN 0x202F
#define DIALLED_LEAST 7 /* digits of a telephone number; fewer may be a value and a year */

bool isolate_is_rtl(uint32_t c)
{
    return c >= 0x590 &&
           ((c <= 0x8FF) || c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067 ||
            (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
            (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF));
}

/* Part of a paragraph: code points [from, to). */
struct part {
    const uint32_t *at;
    size_t from, to;
};

static bool is_control(uint32_t c)
{
    return c == 0x200E || (c >= 0x202A && c <= 0x202E) || (c >= LRI && c <= PDI);
}

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

/* A blank that pairs_bind has put between a number and its unit, or the author. */
static bool is_bound(uint32_t c)
{
    return c == NBSP || c == THIN;
}

static bool is_inside(const struct part *text, size_t i)
{
    uint32_t c = text->at[i];
    if (is_bound(c)) /* between two that run the same way */
        return i > text->from && i + 1 < text->to && !isolate_is_rtl(text->at[i - 1]) &&
               !isolate_is_rtl(text->at[i + 1]);
    return !is_blank(c) && !isolate_is_rtl(c) && !is_control(c);
}

/* What encloses or ends a value and is none of it. */
static bool is_outside(uint32_t c)
{
    static const char signs[] = "()[]{}\"',;:.!?|";
    for (size_t i = 0; signs[i]; i++)
        if (c == (uint32_t)signs[i])
            return true;
    return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 ||
           c == 0x203A || c == 0x2026 || is_bound(c);
}

static struct part without_ends(struct part p)
{
    while (p.from < p.to && is_outside(p.at[p.from]) &&
           !(p.at[p.from] == '.' && p.from + 1 < p.to && is_word_char(p.at[p.from + 1])))
        p.from++;
    while (p.from < p.to && (is_outside(p.at[p.to - 1]) || is_dash(p.at[p.to - 1])))
        p.to--;
    return p;
}

/* End of a telephone number such as "+49 (30) 123 45 67" that begins at `i`; else `i`. */
static size_t dialled(const uint32_t *codepoints, size_t i, size_t n)
{
    size_t digits = 0, end = i;
    if (codepoints[i] != '+')
        return i;
    for (size_t k = i + 1; k < n; k++) {
        uint32_t c = codepoints[k];
        if (c >= '0' && c <= '9') {
            digits++;
            end = k + 1;
        } else if (c != ' ' && !is_bound(c) && !is_dash(c) && c != '(' && c != ')' &&
                   c != '/') {
            break;
        }
    }
    return digits >= DIALLED_LEAST ? end : i;
}

/* From one number to another reads in the direction of the paragraph. */
static bool is_range(const struct part *p)
{
    if (dialled(p->at, p->from, p->to) == p->to)
        return false;
    for (size_t i = p->from + 1; i + 1 < p->to; i++)
        if (is_dash(p->at[i]) && is_digit(p->at[i - 1]) && is_digit(p->at[i + 1]))
            return true;
    return false;
}

/* True where UAX 9 would tear `p` apart: it has a sign at an end, or a number before a word. */
static bool goes_astray(const struct part *p)
{
    bool word = false, digit = false, blank = false;
    for (size_t i = p->from; i < p->to; i++) {
        uint32_t c = p->at[i];
        word |= !is_digit(c) && is_word_char(c);
        digit |= is_digit(c);
        blank |= is_bound(c);
    }
    if (p->from == p->to || !(word || digit) || is_range(p))
        return false;
    bool sign = !is_word_char(p->at[p->from]) || !is_word_char(p->at[p->to - 1]);
    return sign || (digit && word) || blank;
}

/* The longest part from `i` on that runs left to right as one. */
static struct part next_part(const uint32_t *codepoints, size_t i, size_t n)
{
    const struct part text = {codepoints, 0, n};
    struct part p = {codepoints, i, dialled(codepoints, i, n)};
    while (p.to < n && is_inside(&text, p.to))
        p.to++;
    return p;
}

/* A name with a sign, like "C++", is no island among other names, which make one row with it: marks
 * around it do. */
static bool is_name(const struct part *p)
{
    size_t i = p->from + (p->at[p->from] == '.');
    return i < p->to && is_letter(p->at[i]);
}

/* The copy in the making. */
struct copy {
    uint32_t *out;
    size_t *from;
    size_t n;
};

static void put(struct copy *c, uint32_t codepoint, size_t from)
{
    c->out[c->n] = codepoint;
    c->from[c->n++] = from;
}

/* Both are written through `copy`. NOLINTNEXTLINE(readability-non-const-parameter) */
size_t isolate_values(const uint32_t *codepoints, size_t n, uint32_t *out, size_t *from)
{
    struct copy copy = {out, from, 0};
    for (size_t i = 0; i < n;) {
        struct part whole = next_part(codepoints, i, n), value = without_ends(whole);
        bool alone = goes_astray(&value), name = alone && is_name(&value);
        size_t end = whole.to > i ? whole.to : i + 1;
        for (; i < end; i++) {
            if (alone && i == value.from)
                put(&copy, name ? LRM : LRI, n);
            put(&copy, codepoints[i], i);
            if (alone && i + 1 == value.to)
                put(&copy, name ? LRM : PDI, n);
        }
    }
    return copy.n;
}
