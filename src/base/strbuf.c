/* SPDX-License-Identifier: MIT */
/* base/strbuf.c — text that grows in an arena, and formatting without a locale. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"

#define FIRST_BYTES 64

struct strbuf strbuf_at(struct arena *a)
{
    return (struct strbuf){a, NULL, 0, 0};
}

void strbuf_grow(struct strbuf *b, size_t more)
{
    size_t cap = b->cap ? b->cap : FIRST_BYTES;
    while (cap - b->n < more && cap <= SIZE_MAX / 2)
        cap *= 2;
    if (cap - b->n < more)
        arena_give_up(b->a);
    if (!b->cap || !arena_grow(b->a, b->p, b->cap, cap - b->cap)) {
        char *p = arena_take(b->a, cap);
        if (b->n)
            memcpy(p, b->p, b->n);
        b->p = p;
    }
    b->cap = cap;
}

void strbuf_put(struct strbuf *b, struct str s)
{
    if (s.n)
        memcpy(strbuf_add(b, s.n), s.p, s.n);
}

void strbuf_put_json(struct strbuf *b, struct str s)
{
    strbuf_putc(b, '"');
    for (size_t i = 0; i < s.n;) {
        uint32_t c = utf8_next(s, &i);
        if (c == '"' || c == '\\')
            strbuf_fmt(b, "\\%c", (char)c);
        else if (c == '\n')
            strbuf_put(b, S("\\n"));
        else if (c == '\t')
            strbuf_put(b, S("\\t"));
        else if (c < 0x20 || c == 0x7F)
            strbuf_fmt(b, "\\u%04x", (unsigned)c);
        else
            strbuf_put_utf8(b, c);
    }
    strbuf_putc(b, '"');
}

/* One conversion: "%" flags width precision length letter. */
struct conversion {
    bool zero, left, plus;
    size_t width;
    size_t precision; /* SIZE_MAX where none is given */
    char length;      /* 0, 'l', 'L' for ll, 'z' */
    char letter;
};

static void put_padded(struct strbuf *b, const struct conversion *c, struct str s)
{
    size_t pad = c->width > s.n ? c->width - s.n : 0;
    for (size_t i = 0; i < pad && !c->left; i++)
        strbuf_putc(b, ' ');
    strbuf_put(b, s);
    for (size_t i = 0; i < pad && c->left; i++)
        strbuf_putc(b, ' ');
}

#define NUMBER_MAX 128 /* [bytes] a 64-bit number and any sane width */

static void put_number(struct strbuf *b, const struct conversion *c, uint64_t value,
                       bool minus)
{
    char digits[NUMBER_MAX];
    size_t at = sizeof digits;
    unsigned base = c->letter == 'x' ? 16 : 10;
    do {
        digits[--at] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    size_t sign = minus || c->plus ? 1 : 0;
    size_t width = c->width < NUMBER_MAX ? c->width : NUMBER_MAX;
    while (c->zero && !c->left && sizeof digits - at + sign < width)
        digits[--at] = '0';
    if (sign)
        digits[--at] = minus ? '-' : '+';
    put_padded(b, c, (struct str){digits + at, sizeof digits - at});
}

static void put_signed(struct strbuf *b, const struct conversion *c, int64_t value)
{
    put_number(b, c, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, value < 0);
}

static size_t read_number(const char **f)
{
    size_t n = 0;
    while (**f >= '0' && **f <= '9') {
        n = n > 1000 ? n : n * 10 + (size_t)(**f - '0');
        ++*f;
    }
    return n;
}

/* Read what follows a '%' and move `*f` behind its letter; a `*` takes its value from `args`. */
static struct conversion read_conversion(const char **f, va_list *args)
{
    struct conversion c = {.precision = SIZE_MAX};
    for (; **f == '0' || **f == '-' || **f == '+'; ++*f) {
        c.zero |= **f == '0';
        c.left |= **f == '-';
        c.plus |= **f == '+';
    }
    if (**f == '*') {
        int width = va_arg(*args, int);
        c.left |= width < 0;
        c.width = width < 0 ? 0 - (size_t)width : (size_t)width;
        ++*f;
    } else {
        c.width = read_number(f);
    }
    if (**f == '.') {
        ++*f;
        if (**f == '*') {
            int precision = va_arg(*args, int);
            c.precision = precision < 0 ? SIZE_MAX : (size_t)precision;
            ++*f;
        } else {
            c.precision = read_number(f);
        }
    }
    while (**f == 'l' || **f == 'z') {
        c.length = c.length == 'l' ? 'L' : **f;
        ++*f;
    }
    c.letter = *(*f)++;
    return c;
}

static int64_t next_signed(const struct conversion *c, va_list *args)
{
    switch (c->length) {
    case 'L':
        return va_arg(*args, long long);
    case 'l':
        return va_arg(*args, long);
    case 'z':
        return (int64_t)va_arg(*args, size_t);
    default:
        return va_arg(*args, int);
    }
}

static uint64_t next_unsigned(const struct conversion *c, va_list *args)
{
    switch (c->length) {
    case 'L':
        return va_arg(*args, unsigned long long);
    /* size_t is not unsigned long everywhere. NOLINTNEXTLINE(bugprone-branch-clone) */
    case 'l':
        return va_arg(*args, unsigned long);
    case 'z':
        return va_arg(*args, size_t);
    default:
        return va_arg(*args, unsigned);
    }
}

static struct str next_string(const struct conversion *c, va_list *args)
{
    const char *p = va_arg(*args, const char *);
    if (!p)
        return S("(null)");
    if (c->precision == SIZE_MAX)
        return str_from(p);
    const char *end = c->precision ? memchr(p, 0, c->precision) : p;
    return (struct str){p, end ? (size_t)(end - p) : c->precision};
}

static void put_conversion(struct strbuf *b, const struct conversion *c, va_list *args)
{
    switch (c->letter) {
    case 'd':
        put_signed(b, c, next_signed(c, args));
        break;
    case 'u':
    case 'x':
        put_number(b, c, next_unsigned(c, args), false);
        break;
    case 's':
        put_padded(b, c, next_string(c, args));
        break;
    case 'c':
        strbuf_putc(b, (char)va_arg(*args, int));
        break;
    case '%':
        strbuf_putc(b, '%');
        break;
    default:
        assert(false && "a conversion that str_fmt does not know");
    }
}

static void put_all(struct strbuf *b, const char *f, va_list *args)
{
    while (*f) {
        size_t plain = strcspn(f, "%");
        strbuf_put(b, (struct str){f, plain});
        f += plain;
        if (*f != '%')
            continue;
        f++;
        struct conversion c = read_conversion(&f, args);
        put_conversion(b, &c, args);
    }
}

void strbuf_vfmt(struct strbuf *b, const char *format, va_list args)
{
    va_list own; /* a parameter of array type cannot be passed on by address */
    va_copy(own, args);
    put_all(b, format, &own);
    va_end(own);
}

void strbuf_fmt(struct strbuf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_vfmt(b, format, args);
    va_end(args);
}

struct str str_vfmt(struct arena *a, const char *format, va_list args)
{
    struct strbuf b = strbuf_at(a);
    strbuf_vfmt(&b, format, args);
    return strbuf_str(&b);
}

struct str str_fmt(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str s = str_vfmt(a, format, args);
    va_end(args);
    return s;
}
