/* SPDX-License-Identifier: MIT */
/* source/repair.c — any bytes become text that the rest may trust. */
#include "source/repair.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "source/source.h"

/* Windows-1252, 0x80 to 0x9F; the rest of it is Latin-1. Holes stay C1 codes, which are dropped. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

struct repair {
    struct strbuf out;
    struct diags *d;
    uint32_t line, column;
    size_t bad, control; /* how many were seen */
    struct span first_bad, first_control;
    bool windows; /* nothing in the file is UTF-8 */
};

static struct span here(const struct repair *r)
{
    return (struct span){r->line, r->column, r->line, r->column};
}

static void put(struct repair *r, uint32_t c)
{
    size_t before = r->out.n;
    strbuf_put_utf8(&r->out, c);
    r->column += (uint32_t)(r->out.n - before);
}

static void put_line_end(struct repair *r)
{
    strbuf_putc(&r->out, '\n');
    r->line++;
    r->column = 1;
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f') ||
           (c >= 0x7F && c < 0xA0 && c != 0x85);
}

static void put_checked(struct repair *r, uint32_t c)
{
    if (!is_control(c)) {
        put(r, c);
        return;
    }
    if (r->control++ == 0)
        r->first_control = here(r);
}

static void put_bad(struct repair *r, unsigned char byte)
{
    if (r->bad++ == 0)
        r->first_bad = here(r);
    if (!r->windows)
        put(r, UTF8_BAD);
    else
        put_checked(r, byte < 0xA0 ? windows_1252[byte - 0x80] : byte);
}

/* True where the file holds at least one well-formed sequence of several bytes. */
static bool has_utf8(struct str s)
{
    for (size_t i = 0; i < s.n;) {
        size_t at = i;
        if (utf8_next(s, &i) != UTF8_BAD && i - at > 1)
            return true;
    }
    return false;
}

static void repair_utf8(struct repair *r, struct str s)
{
    for (size_t i = 0; i < s.n;) {
        size_t at = i;
        uint32_t c = utf8_next(s, &i);
        if (c == '\r') {
            if (i >= s.n || s.p[i] != '\n')
                put_line_end(r);
        } else if (c == '\n') {
            put_line_end(r);
        } else if (c == UTF8_BAD && i - at == 1) {
            put_bad(r, (unsigned char)s.p[at]);
        } else {
            put_checked(r, c);
        }
    }
}

/* The 16-bit unit at `i`; the second byte of a cut one reads as 0. */
static uint32_t unit_at(struct str s, size_t i, bool big)
{
    uint32_t one = (unsigned char)s.p[i];
    uint32_t two = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
    return big ? one << 8 | two : two << 8 | one;
}

/* UTF-16 as UTF-8; lone surrogates become U+FFFD. */
static struct str from_utf16(struct arena *a, struct str s, bool big)
{
    struct strbuf out = strbuf_at(a);
    for (size_t i = 2; i < s.n; i += 2) {
        uint32_t c = unit_at(s, i, big);
        uint32_t low = i + 3 < s.n ? unit_at(s, i + 2, big) : 0;
        if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        strbuf_put_utf8(&out, c);
    }
    return strbuf_str(&out);
}

static struct str without_mark(struct arena *a, struct str s, struct diags *d)
{
    if (str_starts(s, S("\xEF\xBB\xBF")))
        return str_sub(s, 3, s.n);
    bool little = str_starts(s, S("\xFF\xFE"));
    if (!little && !str_starts(s, S("\xFE\xFF")))
        return s;
    diag_push(d, D_S0104, (struct span){1, 1, 1, 1}, "the file is UTF-16");
    return from_utf16(a, s, !little);
}

/* At most SOURCE_MAX_BYTES, cut behind the last whole line. */
static struct str within_limit(struct str s, struct diags *d)
{
    if (s.n <= SOURCE_MAX_BYTES)
        return s;
    diag_push(d, D_S0101, (struct span){0, 0, 0, 0},
              "the file has %zu bytes; only the first %u are read", s.n, SOURCE_MAX_BYTES);
    size_t n = SOURCE_MAX_BYTES;
    while (n > 0 && s.p[n - 1] != '\n')
        n--;
    return str_sub(s, 0, n > 0 ? n : SOURCE_MAX_BYTES);
}

/* Whether nothing has to be done, as is usual. */
static bool is_clean(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool control = c < 0x20 && c != '\n' && c != '\t' && c != '\v' && c != '\f';
        bool high = c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xA0;
        if (control || c == 0x7F || high)
            return false;
    }
    return utf8_invalid_at(s) == s.n;
}

struct str repair_bytes(struct arena *a, struct str bytes, struct diags *d)
{
    struct str s = within_limit(without_mark(a, bytes, d), d);
    if (is_clean(s))
        return s;
    struct repair r = {.out = strbuf_at(a), .d = d, .line = 1, .column = 1};
    r.windows = utf8_invalid_at(s) < s.n && !has_utf8(s);
    repair_utf8(&r, s);
    if (r.bad > 0)
        diag_push(d, D_S0102, r.first_bad, "%zu byte%s not UTF-8; read as %s", r.bad,
                  r.bad == 1 ? " is" : "s are", r.windows ? "Windows-1252" : "U+FFFD");
    if (r.control > 0)
        diag_push(d, D_S0103, r.first_control, "%zu control character%s left out",
                  r.control, r.control == 1 ? " was" : "s were");
    return strbuf_str(&r.out);
}
