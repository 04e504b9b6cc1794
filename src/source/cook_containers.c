/* SPDX-License-Identifier: MIT */
/* source/cook_containers.c — admonitions of other tools become quotes with a kind. */
#include "source/ascii.h"
#include "source/cook.h"

#include "base/arena.h"

struct pass {
    const struct lines *lines;
    struct cooked out;
    struct str text;
};

/* The word at `*i`, moving behind it. */
static struct str word_at(struct str s, size_t *i)
{
    size_t from = *i;
    while (*i < s.n && (ascii_is_letter(s.p[*i]) || s.p[*i] == '-'))
        ++*i;
    return str_sub(s, from, *i);
}

static void skip_blanks(struct str s, size_t *i)
{
    while (*i < s.n && (s.p[*i] == ' ' || s.p[*i] == '\t'))
        ++*i;
}

/* What opens a container: its kind, and its title as a range of the line. */
struct opening {
    struct str kind;
    struct str title;
};

/* `!!! kind "Title"`, `??? kind`, `???+ kind`. */
static bool is_admonition(struct str s, struct opening *o)
{
    if (!str_starts(s, S("!!!")) && !str_starts(s, S("???")))
        return false;
    size_t i = 3;
    if (i < s.n && s.p[i] == '+')
        i++;
    if (i >= s.n || s.p[i] != ' ')
        return false;
    skip_blanks(s, &i);
    o->kind = word_at(s, &i);
    size_t quote = str_find_byte(s, '"', i);
    size_t end = quote < s.n ? str_find_byte(s, '"', quote + 1) : s.n;
    o->title = quote < s.n ? str_sub(s, quote + 1, end) : S("");
    return o->kind.n > 0;
}

/* `::: kind Title`, `:::kind`, `::: {.kind}`; a bare `:::` closes. */
static bool is_fenced(struct str s, struct opening *o)
{
    size_t i = 0;
    while (i < s.n && s.p[i] == ':')
        i++;
    if (i < 3)
        return false;
    skip_blanks(s, &i);
    if (i < s.n && s.p[i] == '{')
        i++;
    if (i < s.n && s.p[i] == '.')
        i++;
    o->kind = word_at(s, &i);
    if (i < s.n && s.p[i] == '}')
        i++;
    o->title = str_trim(str_sub(s, i, s.n));
    return o->kind.n > 0;
}

static bool closes_fenced(struct str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] == ':')
        i++;
    return i >= 3 && str_trim(str_sub(s, i, s.n)).n == 0;
}

/* Where the title stands in the text; its line's end where it has none. */
static size_t title_at(const struct pass *p, const struct opening *o, size_t line)
{
    return o->title.n > 0 ? (size_t)(o->title.p - p->text.p) : p->lines->list.at[line].end;
}

static void put_opening(struct pass *p, const struct opening *o, size_t line)
{
    size_t at = p->lines->list.at[line].at;
    size_t kind = (size_t)(o->kind.p - p->text.p);
    size_t title = title_at(p, o, line);
    cooked_put(&p->out, S("\n> [!"), at);
    cooked_copy(&p->out, kind, kind + o->kind.n);
    cooked_put(&p->out, S("] "), kind + o->kind.n);
    cooked_copy(&p->out, title, title + o->title.n);
    cooked_put(&p->out, S("\n"), title + o->title.n);
}

static void put_line(struct pass *p, size_t i, size_t from)
{
    const struct line *line = &p->lines->list.at[i];
    cooked_put(&p->out, S("> "), line->at);
    cooked_copy(&p->out, from < line->end ? from : line->end, line->end);
    cooked_put(&p->out, S("\n"), line->end);
}

/* The lines indented by four columns below an admonition; gives the line behind them. */
static size_t put_indented(struct pass *p, size_t i)
{
    const struct lines *l = p->lines;
    size_t last = i;
    for (size_t k = i; k < l->list.n && (l->list.at[k].blank || l->list.at[k].indent >= 4);
         k++)
        if (!l->list.at[k].blank)
            last = k + 1;
    for (; i < last; i++) {
        const struct line *line = &l->list.at[i];
        size_t from = line->at;
        while (from < line->text && from < line->at + 4 && p->text.p[from] == ' ')
            from++;
        if (from == line->at && from < line->text)
            from++; /* a tab */
        put_line(p, i, from);
    }
    return i;
}

/* The lines up to the closing `:::`; gives the line behind it, `i` where it never comes. */
static size_t put_fenced(struct pass *p, size_t i)
{
    const struct lines *l = p->lines;
    size_t close = i;
    while (close < l->list.n &&
           (l->list.at[close].code || !closes_fenced(line_text(l, close))))
        close++;
    for (; i < close; i++)
        put_line(p, i, l->list.at[i].at);
    return close + 1;
}

/* The last line that closes a container, 0 where there is none. */
static size_t last_close(const struct lines *l)
{
    for (size_t i = l->list.n; i > 0; i--)
        if (!l->list.at[i - 1].code && closes_fenced(line_text(l, i - 1)))
            return i - 1;
    return 0;
}

struct cooked cook_containers(const struct cook *k, const struct cooked *before)
{
    struct lines lines = lines_of(k->a, cooked_str(before));
    struct pass p = {&lines, cooked_after(k->a, before), lines.text};
    size_t last = last_close(&lines);
    for (size_t i = 0; i < lines.list.n;) {
        const struct line *line = &lines.list.at[i];
        struct opening o = {0};
        bool plain = !line->code && line->quotes == 0 && line->indent == 0;
        if (plain && is_admonition(line_text(&lines, i), &o)) {
            put_opening(&p, &o, i);
            i = put_indented(&p, i + 1);
            cooked_put(&p.out, S("\n"), lines.list.at[i - 1].end);
        } else if (plain && i < last && is_fenced(line_text(&lines, i), &o)) {
            put_opening(&p, &o, i);
            i = put_fenced(&p, i + 1);
            cooked_put(&p.out, S("\n"), lines.list.at[i - 1].end);
        } else {
            cooked_copy(&p.out, line->at, line->end < p.text.n ? line->end + 1 : line->end);
            i++;
        }
    }
    return p.out;
}
