/* SPDX-License-Identifier: MIT */
/* source/cook_comments.c — HTML comments are not for readers. */
#include "source/cook.h"

#include "base/arena.h"

struct pass {
    const struct lines *lines;
    struct str text;
    struct cooked out;
    size_t copied;  /* the text before this offset is dealt with */
    size_t counted; /* backticks of the line are counted up to here */
    size_t ticks;
};

/* What the author calls a page break, white space and hyphens left out. */
static bool asks_for_break(struct str comment)
{
    char word[12];
    size_t n = 0;
    for (size_t i = 0; i < comment.n; i++) {
        char c = comment.p[i];
        if (c == ' ' || c == '-' || c == '_' || c == '\\' || c == '\n')
            continue;
        if (n == sizeof word)
            return false;
        word[n++] = c;
    }
    struct str s = {word, n};
    return str_eq_nocase(s, S("pagebreak")) || str_eq_nocase(s, S("newpage")) ||
           str_eq_nocase(s, S("break"));
}

/* Whether the byte at `at` stands inside a code span, as far as its line tells: behind an odd
 * number of backticks. The count goes on from the last question. */
static bool in_code_span(struct pass *p, const struct line *line, size_t at)
{
    if (p->counted < line->at) {
        p->counted = line->at;
        p->ticks = 0;
    }
    for (; p->counted < at; p->counted++)
        p->ticks += p->text.p[p->counted] == '`';
    return p->ticks % 2 == 1;
}

/* Offset of a `<!--` at or after `from` that is not in code, `text.n` where there is none. */
static size_t next_comment(struct pass *p, size_t from)
{
    for (;; from += 4) {
        from = str_find(p->text, S("<!--"), from);
        if (from >= p->text.n)
            return p->text.n;
        const struct line *line = &p->lines->list.at[lines_index(p->lines, from)];
        bool escaped = from > 0 && p->text.p[from - 1] == '\\';
        if (!line->code && !in_code_span(p, line, from) && !escaped)
            return from;
    }
}

static bool blank_between(struct str text, size_t from, size_t to)
{
    return str_trim(str_sub(text, from, to)).n == 0;
}

/* Whether the line at `at` goes on with a list or table, which no blank line may part. */
static bool goes_on(struct str text, size_t at)
{
    struct str line = str_trim(str_sub(text, at, str_find_byte(text, '\n', at)));
    return list_marker(line) > 0 || str_starts(line, S("|")) || str_starts(line, S("•"));
}

/* A comment that fills its lines: [start, end) with the line feed. */
static void leave_lines_out(struct pass *p, size_t start, size_t end, bool page_break)
{
    cooked_copy(&p->out, p->copied, start);
    if (page_break)
        cooked_put(&p->out, S("\n\x06\n\n"), start);
    else if (!goes_on(p->text, end))
        cooked_put(&p->out, S("\n"), start);
    p->copied = end;
}

static void leave_out(struct pass *p, size_t from, size_t to)
{
    size_t start = p->lines->list.at[lines_index(p->lines, from)].at;
    size_t end = p->lines->list.at[lines_index(p->lines, to - 1)].end;
    struct str inner = str_sub(p->text, from + 4, to - 3);
    bool whole = blank_between(p->text, start, from) && blank_between(p->text, to, end);
    bool page_break = asks_for_break(inner);
    if (whole && str_trim(inner).n == 0)
        return; /* `<!-- -->` between two lists keeps them apart; the parser drops it */
    if (whole && start >= p->copied) {
        leave_lines_out(p, start, end < p->text.n ? end + 1 : end, page_break);
        return;
    }
    cooked_copy(&p->out, p->copied, from);
    if (page_break)
        cooked_put(&p->out, S("\n\n\x06\n\n"), from);
    p->copied = to;
}

struct cooked cook_comments(const struct cook *k, const struct cooked *before)
{
    struct lines lines = lines_of(k->a, cooked_str(before));
    struct pass p = {
        .lines = &lines, .text = lines.text, .out = cooked_after(k->a, before)};
    for (size_t at = 0; (at = next_comment(&p, at)) < p.text.n;) {
        size_t close = str_find(p.text, S("-->"), at + 4);
        if (close >= p.text.n) {
            diag_push(k->d, D_S0309, cook_span(k, before, at, at + 4),
                      "the comment is never closed");
            cooked_copy(&p.out, p.copied, at);
            cooked_put(&p.out, S("\\"), at);
            p.copied = at;
            break;
        }
        leave_out(&p, at, close + 3);
        at = close + 3;
    }
    cooked_copy(&p.out, p.copied, p.text.n);
    return p.out;
}
