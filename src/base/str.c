/* SPDX-License-Identifier: MIT */
/* base/str.c — slices of bytes. */
#include "base/str.h"

#include <string.h>

#include "base/arena.h"

static unsigned char lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool str_eq_nocase(struct str a, struct str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++) {
        if (lower(a.p[i]) != lower(b.p[i]))
            return false;
    }
    return true;
}

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

size_t str_find_byte(struct str s, char c, size_t from)
{
    if (from >= s.n)
        return s.n;
    const char *hit = memchr(s.p + from, c, s.n - from);
    return hit ? (size_t)(hit - s.p) : s.n;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (needle.n == 0)
        return from < s.n ? from : s.n;
    size_t i = str_find_byte(s, needle.p[0], from);
    while (i < s.n && !str_starts(str_sub(s, i, s.n), needle))
        i = str_find_byte(s, needle.p[0], i + 1);
    return i;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim_end(struct str s)
{
    while (s.n && is_space(s.p[s.n - 1]))
        s.n--;
    return s;
}

struct str str_trim(struct str s)
{
    s = str_trim_end(s);
    size_t i = 0;
    while (i < s.n && is_space(s.p[i]))
        i++;
    return str_sub(s, i, s.n);
}

struct str str_cut(struct str *rest, char sep)
{
    size_t i = str_find_byte(*rest, sep, 0);
    struct str head = str_sub(*rest, 0, i);
    if (i == rest->n)
        *rest = (struct str){NULL, 0};
    else
        *rest = (struct str){rest->p + i + 1, rest->n - i - 1};
    return head;
}

struct str str_dup(struct arena *a, struct str s)
{
    return (struct str){str_cstr(a, s), s.n};
}

char *str_cstr(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.n + 1);
    if (s.n)
        memcpy(p, s.p, s.n);
    return p;
}

struct str str_join(struct arena *a, struct str left, struct str right)
{
    char *p = arena_alloc(a, left.n + right.n + 1);
    if (left.n)
        memcpy(p, left.p, left.n);
    if (right.n)
        memcpy(p + left.n, right.p, right.n);
    return (struct str){p, left.n + right.n};
}

/* Take a sign off the front of `*s`; true for a minus. */
static bool take_sign(struct str *s)
{
    if (s->n == 0 || (s->p[0] != '-' && s->p[0] != '+'))
        return false;
    bool minus = s->p[0] == '-';
    *s = str_sub(*s, 1, s->n);
    return minus;
}

/* Digits filling all of `s` behind `*value`; false on anything else or beyond INT64_MAX. */
static bool take_digits(struct str s, uint64_t *value)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        uint64_t digit = (uint64_t)(s.p[i] - '0');
        if (*value > ((uint64_t)INT64_MAX - digit) / 10)
            return false;
        *value = *value * 10 + digit;
    }
    return true;
}

bool str_to_int(struct str s, int64_t *out)
{
    bool minus = take_sign(&s);
    uint64_t value = 0;
    if (minus && str_eq(s, S("9223372036854775808"))) {
        *out = INT64_MIN;
        return true;
    }
    if (s.n == 0 || !take_digits(s, &value))
        return false;
    *out = minus ? -(int64_t)value : (int64_t)value;
    return true;
}

bool str_to_milli(struct str s, int64_t *out)
{
    bool minus = take_sign(&s);
    size_t dot = str_find_byte(s, '.', 0);
    struct str after = str_sub(s, dot + 1, s.n);
    uint64_t value = 0, ignored = 0;
    if ((dot < s.n && after.n == 0) || s.n == 0)
        return false;
    if (!take_digits(str_sub(s, 0, dot), &value))
        return false;
    for (size_t i = 0; i < 3; i++) {
        struct str digit = i < after.n ? str_sub(after, i, i + 1) : S("0");
        if (!take_digits(digit, &value))
            return false;
    }
    for (size_t i = 3; i < after.n; i++) {
        if (!take_digits(str_sub(after, i, i + 1), &ignored))
            return false;
        ignored = 0;
    }
    if (after.n > 3 && after.p[3] >= '5' && value < (uint64_t)INT64_MAX)
        value++;
    *out = minus ? -(int64_t)value : (int64_t)value;
    return true;
}

#define DISTANCE_MAX 64 /* [bytes] names of keys and commands are far shorter */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t str_distance(struct str a, struct str b, size_t limit)
{
    size_t rows[3][DISTANCE_MAX + 1];
    if (a.n > DISTANCE_MAX || b.n > DISTANCE_MAX)
        return str_eq(a, b) ? 0 : limit;
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b.n; j++)
        above[j] = before[j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            size_t change = above[j - 1] + (a.p[i - 1] != b.p[j - 1]);
            row[j] = least(change, least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *oldest = before;
        before = above;
        above = row;
        row = oldest;
    }
    return least(above[b.n], limit);
}

#define FNV_OFFSET 0xcbf29ce484222325u
#define FNV_PRIME 0x100000001b3u

uint64_t str_hash(struct str s, uint64_t seed)
{
    uint64_t h = seed ? seed : FNV_OFFSET;
    for (size_t i = 0; i < s.n; i++) {
        h ^= (unsigned char)s.p[i];
        h *= FNV_PRIME;
    }
    return h;
}
