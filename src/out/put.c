/* SPDX-License-Identifier: MIT */
/* out/put.c — numbers and strings as the back ends write them, whatever the locale. */
#include "out/put.h"

#include "base/utf8.h"

void put_int(struct strbuf *b, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (value < 0)
        digits[--at] = '-';
    strbuf_put(b, (struct str){digits + at, sizeof digits - at});
}

/* The last `count` digits of `value`, with leading zeros. */
static void put_digits(struct strbuf *b, uint64_t value, int count)
{
    char *digits = strbuf_add(b, (size_t)count);
    for (int i = count; i-- > 0; value /= 10)
        digits[i] = (char)('0' + value % 10);
}

static uint64_t power_of_ten(int n)
{
    uint64_t power = 1;
    while (n-- > 0)
        power *= 10;
    return power;
}

static void put_fixed(struct strbuf *b, int64_t value, int decimals)
{
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t one = power_of_ten(decimals);
    if (value < 0)
        strbuf_putc(b, '-');
    put_int(b, (int64_t)(size / one));
    if (decimals > 0) {
        strbuf_putc(b, '.');
        put_digits(b, size % one, decimals);
    }
}

void put_pt(struct strbuf *b, mpt length)
{
    put_fixed(b, length, 3);
}

void put_decimal(struct strbuf *b, int64_t value, int decimals)
{
    for (; decimals > 0 && value % 10 == 0; decimals--)
        value /= 10;
    put_fixed(b, value, decimals);
}

void put_hex(struct strbuf *b, uint32_t value, int count)
{
    char *digits = strbuf_add(b, (size_t)count);
    for (int i = count; i-- > 0; value >>= 4)
        digits[i] = "0123456789ABCDEF"[value & 15];
}

void put_colour(struct strbuf *b, uint32_t rgb)
{
    strbuf_fmt(b, "#%06x", rgb);
}

void put_quoted(struct strbuf *b, struct str s)
{
    strbuf_putc(b, '"');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c < 0x20 || c == 0x7F)
            strbuf_fmt(b, "\\x%02x", c);
        else if (c == '"' || c == '\\')
            strbuf_fmt(b, "\\%c", c);
        else
            strbuf_putc(b, (char)c);
    }
    strbuf_putc(b, '"');
}

void put_xml(struct strbuf *b, struct str s)
{
    for (size_t i = 0; i < s.n;) {
        uint32_t c = utf8_next(s, &i);
        if (c == '&')
            strbuf_put(b, S("&amp;"));
        else if (c == '<')
            strbuf_put(b, S("&lt;"));
        else if (c == '>')
            strbuf_put(b, S("&gt;"));
        else if (c == '"')
            strbuf_put(b, S("&quot;"));
        else if (c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n')
            strbuf_put_utf8(b, c);
    }
}
