/* SPDX-License-Identifier: MIT */
/* base/str.h — slices of bytes: text that somebody else owns. */
#ifndef RECTO_BASE_STR_H
#define RECTO_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/* A slice. `p` may be NULL where `n` is 0; the bytes are not NUL-terminated and never written
 * through. UTF-8 unless a name says otherwise. */
struct str {
    const char *p;
    size_t n; /* [bytes] */
};

#define S(literal) ((struct str){"" literal, sizeof(literal) - 1})

/* For printf's "%.*s". */
#define STR(s) (int)(s).n, (s).n ? (s).p : ""

/* The smallest functions are inline: compared with a literal hardly anything is left of
 * them, and reading a source does little else. */
static inline struct str str_from(const char *nul_terminated)
{
    return (struct str){nul_terminated, nul_terminated ? strlen(nul_terminated) : 0};
}
static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
/* Equal but for the case of ASCII letters. */
bool str_eq_nocase(struct str a, struct str b);
/* Byte order, shorter first: negative, 0, positive. */
int str_cmp(struct str a, struct str b);
static inline bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}
static inline bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n &&
           (suffix.n == 0 || memcmp(s.p + (s.n - suffix.n), suffix.p, suffix.n) == 0);
}
/* Offset of the first `needle` at or after `from`, or `s.n` where there is none. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_byte(struct str s, char c, size_t from);
/* The part [from, to), both clamped to the slice. */
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
    if (to > s.n)
        to = s.n;
    if (from >= to)
        return (struct str){s.n ? s.p + to : s.p, 0};
    return (struct str){s.p + from, to - from};
}
/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);
struct str str_trim_end(struct str s);
static inline bool str_empty(struct str s)
{
    return s.n == 0;
}

/* Cut at the first `sep`: gives what stands before it and moves `*rest` behind it. At the end of
 * `*rest` it gives the remainder and sets `*rest` to an empty slice with p == NULL. */
struct str str_cut(struct str *rest, char sep);

/* Copies in `a`. str_cstr's is NUL-terminated; NULs inside stay as they are. */
struct str str_dup(struct arena *a, struct str s);
char *str_cstr(struct arena *a, struct str s);
struct str str_join(struct arena *a, struct str left, struct str right);
/* printf into the arena, so that no locale matters; only %d %u %x with l, ll and z, %s, %c and %%,
 * the flags 0 - +, a width, and a precision of %s. */
struct str str_fmt(struct arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str str_vfmt(struct arena *a, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* A decimal integer with optional sign filling all of `s`; false, and `*out` untouched, where it
 * is none or leaves the range of int64_t. */
bool str_to_int(struct str s, int64_t *out);
/* A decimal number such as "-12.345" as thousandths; further digits round half away from
 * zero. Fails like str_to_int. */
bool str_to_milli(struct str s, int64_t *out);
/* Optimal string alignment distance, for "did you mean"; counts at most `limit`. */
size_t str_distance(struct str a, struct str b, size_t limit);

/* Text that grows in an arena. */
struct strbuf {
    struct arena *a;
    char *p;
    size_t n, cap;
};

struct strbuf strbuf_at(struct arena *a);
/* Make room for `more` bytes where there is none. */
void strbuf_grow(struct strbuf *b, size_t more);
/* `n` bytes more, which the caller writes. */
static inline char *strbuf_add(struct strbuf *b, size_t n)
{
    if (b->cap - b->n < n)
        strbuf_grow(b, n);
    b->n += n;
    return b->p + (b->n - n);
}
void strbuf_put(struct strbuf *b, struct str s);
static inline void strbuf_putc(struct strbuf *b, char c)
{
    *strbuf_add(b, 1) = c;
}
void strbuf_fmt(struct strbuf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_vfmt(struct strbuf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* `s` as a JSON string, quotes included; malformed UTF-8 becomes U+FFFD. */
void strbuf_put_json(struct strbuf *b, struct str s);
/* What has been put so far; borrowed until the next put. */
static inline struct str strbuf_str(const struct strbuf *b)
{
    return (struct str){b->p, b->n};
}

/* FNV-1a, 64 bits, continued from `seed` (0 to begin). */
uint64_t str_hash(struct str s, uint64_t seed);

#endif
