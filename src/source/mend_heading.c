/* SPDX-License-Identifier: MIT */
/* source/mend_heading.c — headings without a space, and rules that would make headings. */
#include "base/utf8.h"
#include "source/ascii.h"
#include "source/mend.h"

#define HEADING_MAX_LEVEL 6
#define UNDERLINED_MAX 90 /* bytes: who underlines a heading writes it on one short line */

static size_t count_marks(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == '#')
        n++;
    return n;
}

/* The code point at `at`, 0 at the end. */
static uint32_t char_at(struct str s, size_t at)
{
    return at < s.n ? utf8_next(s, &at) : 0;
}

static bool is_blank_line(const struct mender *m, size_t i)
{
    return i >= m->lines.list.n || m->lines.list.at[i].blank;
}

/* `#tag #tag` and `#1 of 3` are no headings: one mark needs room around it and a letter. */
static bool is_one_mark_heading(const struct mender *m, size_t i, struct str s)
{
    uint32_t c = char_at(s, 1);
    bool letter = utf8_is_word(c) && !(c >= '0' && c <= '9');
    bool alone = (i == 0 || is_blank_line(m, i - 1)) && is_blank_line(m, i + 1);
    return letter && alone && str_find(s, S(" #"), 1) >= s.n;
}

static bool is_unspaced(const struct mender *m, size_t i, struct str s, size_t marks)
{
    uint32_t c = char_at(s, marks);
    if (c == 0 || c == ' ' || c == '\t')
        return false;
    if (utf8_is_space(c))
        return true;
    return marks > 1 ? c != '!' && c != '#' : is_one_mark_heading(m, i, s);
}

static void put_heading(struct mender *m, size_t i, size_t marks, size_t kept)
{
    const struct line *line = &m->lines.list.at[i];
    size_t text = line->text + marks;
    while (text < line->end) { /* no-break spaces are no part of the title */
        size_t next = text;
        if (!utf8_is_space(utf8_next(m->text, &next)))
            break;
        text = next;
    }
    mend_copy_lead(m, i);
    cooked_copy(&m->out, line->text, line->text + kept);
    cooked_put(&m->out, S(" "), text);
    cooked_copy(&m->out, text, line->end);
    cooked_put(&m->out, S("\n"), line->end);
}

size_t mend_heading(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    struct str s = line_text(&m->lines, i);
    size_t marks = count_marks(s);
    if (marks == 0 || !mend_is_text(m, i) || line->indent > 3)
        return 0;
    bool unspaced = is_unspaced(m, i, s, marks);
    bool deep = marks > HEADING_MAX_LEVEL && char_at(s, marks) != 0;
    if (!unspaced && !deep)
        return 0;
    struct span span = mend_span(m, line->text, line->text + marks);
    bool invisible = unspaced && utf8_is_space(char_at(s, marks));
    if (deep)
        diag_push(m->k->d, D_S0302, span, "a heading with %zu marks", marks);
    else if (!invisible)
        diag_push(m->k->d, D_S0301, span, "a heading without a space behind its marks");
    put_heading(m, i, marks, deep ? HEADING_MAX_LEVEL : marks);
    return 1;
}

static bool is_underline(struct str s)
{
    s = str_trim_end(s);
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != '-')
            return false;
    return s.n >= 1;
}

/* Whether line `i` could be the last of a paragraph, and hence be made a heading by a rule. */
static bool is_paragraph_line(const struct mender *m, size_t i, int quotes)
{
    const struct line *line = &m->lines.list.at[i];
    struct str s = line_text(&m->lines, i);
    return mend_is_text(m, i) && line->quotes == quotes && list_marker(s) == 0 &&
           count_marks(s) == 0 && s.p[0] != '|' && s.p[0] != '<' && !is_underline(s);
}

static bool is_title(struct str s)
{
    s = str_trim_end(s);
    char last = ascii_at(s, s.n - 1);
    return s.n <= UNDERLINED_MAX && last != '.' && last != ';' && last != ',' &&
           last != '!';
}

/* `---` directly below a paragraph: a heading to Markdown, a rule to most who write it. It stays a
 * heading below one short line that stands alone. */
size_t mend_rule(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    if (i == 0 || !mend_is_text(m, i) || line->indent > 3 ||
        !is_underline(line_text(&m->lines, i)))
        return 0;
    if (!is_paragraph_line(m, i - 1, line->quotes))
        return 0;
    bool alone = i < 2 || !is_paragraph_line(m, i - 2, line->quotes);
    if (alone && is_title(line_text(&m->lines, i - 1)))
        return 0;
    diag_push(m->k->d, D_S0303, mend_span(m, line->text, line->end),
              "a rule directly below a paragraph is read as a rule");
    mend_blank(m, i);
    mend_put(m, i, S("***"));
    return 1;
}
