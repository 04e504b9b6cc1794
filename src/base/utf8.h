/* SPDX-License-Identifier: MIT */
/* base/utf8.h — code points in and out of UTF-8. */
#ifndef RECTO_BASE_UTF8_H
#define RECTO_BASE_UTF8_H

#include "base/str.h"

#define UTF8_BAD 0xFFFDu

/* The rest of utf8_next: a sequence of more than one byte, or a malformed one. */
uint32_t utf8_next_wide(struct str s, size_t *i);
/* The code point at `*i`, moving `*i` behind it. A malformed sequence gives U+FFFD and moves by
 * one byte (Unicode 15, 3.9, "maximal subparts" are not merged). `*i` must be < s.n. */
static inline uint32_t utf8_next(struct str s, size_t *i)
{
    uint32_t c = (unsigned char)s.p[*i];
    if (c >= 0x80)
        return utf8_next_wide(s, i);
    ++*i; /* most text is ASCII */
    return c;
}
/* The code point before `*i`, moving `*i` to its start. `*i` must be > 0. */
uint32_t utf8_prev(struct str s, size_t *i);
/* Write `c` as 1 to 4 bytes and return how many; surrogates and what lies beyond U+10FFFF
 * become U+FFFD. */
size_t utf8_put(uint32_t c, char out[4]);
void strbuf_put_utf8(struct strbuf *b, uint32_t c);
/* Offset of the first malformed byte, s.n where there is none. */
size_t utf8_invalid_at(struct str s);
/* Number of code points. */
size_t utf8_length(struct str s);
/* ASCII and the no-break, thin, ideographic, zero-width white spaces. */
bool utf8_is_space(uint32_t c);
/* Letters and digits, roughly: everything that is not ASCII punctuation, white space or in the
 * general punctuation, arrow, mathematical, box and dingbat blocks. */
bool utf8_is_word(uint32_t c);
/* Simple lower case for Latin, Greek and Cyrillic; others unchanged. */
uint32_t utf8_lower(uint32_t c);
struct str str_lower(struct arena *a, struct str s);

#endif
