/* SPDX-License-Identifier: MIT */
/* source/cook_marks.c — formulas, addresses, placeholders: what stands inside lines. */
#include "base/arena.h"
#include "base/utf8.h"
#include "source/ascii.h"
#include "source/html.h"
#include "source/marks.h"

#define ATTRIBUTES_MAX 200   /* bytes between braces */
#define DESTINATION_MAX 2048 /* bytes of a link's address and title */

static char byte_at(const struct marks *m, size_t i)
{
    return ascii_at(str_sub(m->text, 0, m->end), i);
}

void marks_flush(struct marks *m, size_t at)
{
    cooked_copy(&m->out, m->done, at);
    m->done = at;
}

/* Write `s` in place of the bytes [at, at + length). */
static size_t replace(struct marks *m, size_t at, size_t length, struct str s)
{
    marks_flush(m, at);
    cooked_put(&m->out, s, at);
    m->done = at + length;
    return length;
}

static size_t run_length(const struct marks *m, size_t i)
{
    size_t n = 1;
    while (byte_at(m, i + n) == m->text.p[i])
        n++;
    return n;
}

static size_t escape(struct marks *m, size_t i)
{
    if (m->text.p[i] != '\\')
        return 0;
    return i + 1 < m->end ? 2 : 1;
}

/* A code span as it stands; backticks without partner alone. */
static size_t code_span(struct marks *m, size_t i)
{
    if (m->text.p[i] != '`')
        return 0;
    size_t n = run_length(m, i), slot = n < countof(m->no_ticks) ? n : 0;
    for (size_t at = i + n; at < m->end && m->no_ticks[slot] == 0;) {
        at = str_find_byte(str_sub(m->text, 0, m->end), '`', at);
        size_t close = at < m->end ? run_length(m, at) : 0;
        if (close == n)
            return at + n - i;
        at += close;
    }
    m->no_ticks[slot] = 1;
    return n;
}

/* `](address "title")` as it stands. */
static size_t destination(struct marks *m, size_t i)
{
    if (m->text.p[i] != ']' || byte_at(m, i + 1) != '(')
        return 0;
    int depth = 0;
    size_t limit = m->end - i < DESTINATION_MAX ? m->end : i + DESTINATION_MAX;
    for (size_t at = i + 1; at < limit; at++) {
        char c = m->text.p[at];
        if (c == '\\')
            at++;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            return at + 1 - i;
    }
    return 0;
}

/* Whether only spaces stand between `i` and the start of its line or of a quote. */
static bool starts_line(struct str text, size_t i)
{
    while (i > 0 && text.p[i - 1] == ' ')
        i--;
    return i == 0 || text.p[i - 1] == '\n' || text.p[i - 1] == '>';
}

/* `[name]: address` fills its line. */
static size_t definition(struct marks *m, size_t i)
{
    if (m->text.p[i] != '[' || byte_at(m, i + 1) == '^' || !starts_line(m->text, i))
        return 0;
    size_t end = str_find_byte(str_sub(m->text, 0, m->end), '\n', i);
    size_t close = str_find(str_sub(m->text, 0, end), S("]:"), i);
    return close < end ? end - i : 0;
}

/* `<https://…>` and `<me@example.org>`, whose inside is the parser's. */
static bool is_autolink(struct str s)
{
    size_t end = str_find_byte(str_sub(s, 0, 1024), '>', 0);
    if (end >= s.n || end >= 1024)
        return false;
    struct str inner = str_sub(s, 1, end);
    for (size_t i = 0; i < inner.n; i++)
        if (inner.p[i] == ' ' || inner.p[i] == '\n' || inner.p[i] == '<')
            return false;
    size_t colon = str_find_byte(inner, ':', 0);
    return (colon >= 2 && colon < inner.n && colon <= 32) ||
           str_find_byte(inner, '@', 1) < inner.n;
}

static size_t angle(struct marks *m, size_t i)
{
    if (m->text.p[i] != '<')
        return 0;
    struct str s = str_sub(m->text, i, m->end);
    struct html_tag tag;
    if (is_autolink(s))
        return str_find_byte(s, '>', 0) + 1;
    if (html_tag_at(s, &tag) && html_is_known(&tag))
        return tag.length;
    if (str_starts(s, S("<!--")))
        return 4;
    char next = byte_at(m, i + 1);
    if (next == '/' || next == '!' || next == '?' || (next >= 'A' && next <= 'z'))
        (void)replace(m, i, 0, S("\\"));
    return 1;
}

static size_t strike(struct marks *m, size_t i)
{
    if (m->text.p[i] != '~')
        return 0;
    size_t n = run_length(m, i);
    if (n != 2)
        return n;
    return replace(m, i, 1, S("\x04")) + replace(m, i + 1, 1, S("\x04"));
}

/* `{.class}`, `{#name}`, `{key=value}`, `{: .class}`: whether what stands in braces is attributes. */
static bool is_attributes(struct str s)
{
    s = str_trim(s);
    if (str_starts(s, S(":")))
        s = str_trim(str_sub(s, 1, s.n));
    if (s.n < 2)
        return false;
    if (s.p[0] == '.' || s.p[0] == '#')
        return utf8_is_word((unsigned char)s.p[1]) || s.p[1] < 0;
    size_t i = 0;
    while (i < s.n && (utf8_is_word((unsigned char)s.p[i]) || s.p[i] == '-'))
        i++;
    return i > 0 && i + 1 < s.n && s.p[i] == '=' && s.p[i + 1] != '=' && s.p[i + 1] != ' ';
}

static size_t brace(struct marks *m, size_t i)
{
    if (m->text.p[i] != '{')
        return 0;
    struct str s =
        str_sub(m->text, i + 1, m->end - i < ATTRIBUTES_MAX ? m->end : i + ATTRIBUTES_MAX);
    size_t close = str_find_byte(s, '}', 0);
    if (close >= s.n || str_find_byte(s, '\n', 0) < close ||
        !is_attributes(str_sub(s, 0, close)))
        return 1;
    (void)replace(m, i + 1, 0, S("\x05"));
    return 1 + close;
}

/* Line breaks of word processors, and characters that nobody sees. */
static size_t unseen(struct marks *m, size_t i)
{
    unsigned char first = (unsigned char)m->text.p[i];
    if (first == '\v' || first == '\f')
        return replace(m, i, 1, first == '\v' ? S("<br>") : S(" "));
    if (first != 0xC2 && first != 0xE2 && first != 0xEF)
        return 0;
    size_t next = i;
    uint32_t c = utf8_next(m->text, &next);
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
        return replace(m, i, next - i, S("<br>"));
    size_t before = i, after = next;
    bool between = i > 0 && next < m->end && utf8_is_word(utf8_prev(m->text, &before)) &&
                   utf8_is_word(utf8_next(m->text, &after));
    bool dropped = c == 0xFEFF || (c == 0x200B && !between);
    return dropped ? replace(m, i, next - i, S("")) : next - i;
}

/* Who knows what a byte may begin; NULL where nobody needs to look. */
static marker *marker_of(unsigned char c)
{
    switch (c) {
    case '\\':
        return escape;
    case '`':
        return code_span;
    case '$':
        return marks_math;
    case ']':
        return destination;
    case '[':
        return definition;
    case '<':
        return angle;
    case '~':
        return strike;
    case '{':
        return brace;
    case '*':
        return marks_emphasis;
    case '\v':
    case '\f':
    case 0xC2:
    case 0xE2:
    case 0xEF:
        return unseen;
    default:
        break;
    }
    bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return word ? marks_address : NULL;
}

static void mark_stretch(struct marks *m, size_t from, size_t to)
{
    m->end = to;
    m->done = from;
    m->strong = false;
    for (size_t i = 0; i < countof(m->no_ticks); i++)
        m->no_ticks[i] = 0;
    for (size_t i = from; i < to;) {
        marker *mark = marker_of((unsigned char)m->text.p[i]);
        size_t taken = mark ? mark(m, i) : 0;
        i += taken > 0 ? taken : 1;
    }
    marks_flush(m, to);
}

/* Lines of raw HTML are read by html_block.c as they stand. */
static bool opens_html(const struct lines *l, size_t i)
{
    struct html_tag tag;
    if (!html_tag_at(line_text(l, i), &tag) || !html_is_known(&tag))
        return false;
    return tag.role == HTML_LIST || tag.role == HTML_TABLE || tag.role == HTML_QUOTE ||
           tag.role == HTML_HIDDEN || tag.role == HTML_PRE || tag.role == HTML_ITEM;
}

struct cooked cook_marks(const struct cook *k, const struct cooked *before)
{
    struct lines lines = lines_of(k->a, cooked_str(before));
    struct marks m = {.k = k, .text = lines.text, .out = cooked_after(k->a, before)};
    bool html = false;
    for (size_t i = 0; i < lines.list.n;) {
        const struct line *line = &lines.list.at[i];
        html = !line->blank && (html || (!line->code && opens_html(&lines, i)));
        size_t last = i;
        while (!line->blank && !line->code && !html && last + 1 < lines.list.n &&
               !lines.list.at[last + 1].blank && !lines.list.at[last + 1].code &&
               !opens_html(&lines, last + 1))
            last++;
        size_t end = lines.list.at[last].end < lines.text.n ? lines.list.at[last].end + 1
                                                            : lines.text.n;
        if (line->blank || line->code || html)
            cooked_copy(&m.out, line->at, end);
        else
            mark_stretch(&m, line->at, end);
        i = last + 1;
    }
    return m.out;
}
