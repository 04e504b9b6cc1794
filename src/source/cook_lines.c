/* SPDX-License-Identifier: MIT */
/* source/cook_lines.c — headings, bullets, tables and rules as they are meant. */
#include "base/arena.h"
#include "base/utf8.h"
#include "source/mend.h"

void mend_copy_lead(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    cooked_copy(&m->out, line->at, line->text);
}

void mend_copy(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    cooked_copy(&m->out, line->at, line->end);
    cooked_put(&m->out, S("\n"), line->end);
}

void mend_put(struct mender *m, size_t i, struct str text)
{
    const struct line *line = &m->lines.list.at[i];
    if (text.n > 0)
        cooked_put(&m->out, str_sub(m->text, line->at, line->text), line->at);
    for (int q = 0; text.n == 0 && q < line->quotes; q++)
        cooked_put(&m->out, S("> "), line->at);
    cooked_put(&m->out, text, line->text);
    cooked_put(&m->out, S("\n"), line->end);
}

void mend_blank(struct mender *m, size_t i)
{
    mend_put(m, i, S(""));
}

bool mend_is_text(const struct mender *m, size_t i)
{
    return i < m->lines.list.n && !m->lines.list.at[i].blank && !m->lines.list.at[i].code;
}

struct span mend_span(const struct mender *m, size_t from, size_t to)
{
    return cook_span(m->k, m->out.before, from, to);
}

/* Page breaks as TeX and old editors write them. */
size_t mend_break(struct mender *m, size_t i)
{
    static const char *const words[] = {"\\newpage", "\\pagebreak", "\\clearpage", "\f",
                                        "\x06"};
    if (!mend_is_text(m, i))
        return 0;
    struct str s = line_text(&m->lines, i), trimmed = str_trim_end(s);
    for (size_t k = 0; k < countof(words); k++) {
        if (!str_eq(trimmed, str_from(words[k])) && !str_eq(s, str_from(words[k])))
            continue;
        mend_blank(m, i);
        mend_put(m, i, S("\x06"));
        mend_blank(m, i);
        return 1;
    }
    return 0;
}

/* How many code points from `s` on are white space that is no blank to Markdown, or no width. */
static size_t odd_space(struct str s, size_t *zero_width)
{
    size_t i = 0;
    *zero_width = 0;
    while (i < s.n) {
        size_t at = i;
        uint32_t c = utf8_next(s, &i);
        bool zero = c == 0x200B || c == 0xFEFF || c == 0x2060 || c == 0x200E;
        if (c == '\f' || c == '\v' || (!zero && !utf8_is_space(c)))
            return at;
        *zero_width += zero;
    }
    return s.n;
}

/* A line that is indented by no-break, ideographic or zero-width spaces. */
static size_t mend_indent(struct mender *m, size_t i)
{
    const struct line *line = &m->lines.list.at[i];
    struct str s = line_text(&m->lines, i);
    size_t zero_width, odd = odd_space(s, &zero_width);
    if (line->code || odd == 0 || line->blank)
        return 0;
    if (odd < s.n)
        mend_copy_lead(m, i);
    cooked_copy(&m->out, line->text + odd, line->end);
    cooked_put(&m->out, S("\n"), line->end);
    return 1;
}

static struct mender mender_of(const struct cook *k, const struct cooked *before)
{
    return (struct mender){.k = k,
                           .lines = lines_of(k->a, cooked_str(before)),
                           .text = cooked_str(before),
                           .out = cooked_after(k->a, before)};
}

/* A pass of its own, so that the menders see lines that begin with their text. */
static struct cooked straighten(const struct cook *k, const struct cooked *before)
{
    struct mender m = mender_of(k, before);
    for (size_t i = 0; i < m.lines.list.n; i++)
        if (mend_indent(&m, i) == 0)
            mend_copy(&m, i);
    return m.out;
}

static void tell_open_fence(const struct mender *m)
{
    if (m->lines.open_fence == SIZE_MAX)
        return;
    const struct line *line = &m->lines.list.at[m->lines.open_fence];
    diag_push(m->k->d, D_S0310, mend_span(m, line->text, line->end),
              "the code fence is never closed");
}

struct cooked cook_lines(const struct cook *k, const struct cooked *before)
{
    static mend *const menders[] = {mend_break,   mend_html, mend_table,
                                    mend_heading, mend_rule, mend_list};
    struct cooked *straight = arena_make(k->a, struct cooked);
    *straight = straighten(k, before);
    struct mender m = mender_of(k, straight);
    tell_open_fence(&m);
    for (size_t i = 0; i < m.lines.list.n;) {
        size_t taken = 0;
        for (size_t n = 0; n < countof(menders) && taken == 0; n++)
            taken = menders[n](&m, i);
        if (taken == 0)
            mend_copy(&m, i);
        i += taken > 0 ? taken : 1;
    }
    return m.out;
}
