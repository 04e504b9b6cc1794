/* SPDX-License-Identifier: MIT */
/* source/marks_emphasis.c — bold next to brackets in scripts that set no spaces. */
#include "base/utf8.h"
#include "source/marks.h"

/* CommonMark wants white space or punctuation outside of `**` where punctuation stands inside, so
 * `**（40%）**です` stays as typed. Chinese, Japanese and Korean have no such space. An empty comment
 * counts as punctuation and is left out later. */

static bool is_cjk(uint32_t c)
{
    return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_mark(uint32_t c)
{
    return c > ' ' && !utf8_is_space(c) && !utf8_is_word(c);
}

static uint32_t char_before(const struct marks *m, size_t i)
{
    return i > 0 ? utf8_prev(m->text, &i) : ' ';
}

static uint32_t char_after(const struct marks *m, size_t i)
{
    return i < m->end ? utf8_next(m->text, &i) : ' ';
}

size_t marks_emphasis(struct marks *m, size_t i)
{
    if (m->text.p[i] != '*')
        return 0;
    size_t n = 1;
    while (i + n < m->end && m->text.p[i + n] == '*')
        n++;
    uint32_t before = char_before(m, i), after = char_after(m, i + n);
    bool opens = n > 1 && !m->strong, closes = n > 1 && m->strong;
    if (opens && is_cjk(before) && is_mark(after)) {
        marks_flush(m, i);
        cooked_put(&m->out, S("<!---->"), i);
    }
    if (closes && is_mark(before) && is_cjk(after)) {
        marks_flush(m, i + n);
        cooked_put(&m->out, S("<!---->"), i + n - 1);
    }
    if (n > 1)
        m->strong = !m->strong;
    return n;
}
