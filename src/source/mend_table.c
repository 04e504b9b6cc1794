/* SPDX-License-Identifier: MIT */
/* source/mend_table.c — pipe tables that lack a line, a cell or the room around them. */
#include "base/arena.h"
#include "base/utf8.h"
#include "source/marks.h"
#include "source/mend.h"

#define TABLE_MAX_COLUMNS 64 /* wider ones are no tables for a page */

/* A table under repair. */
struct table {
    size_t first, rows; /* lines of the head and behind the last row */
    size_t head, line;  /* columns of the head and of the delimiter line */
    size_t columns;     /* the most that any row has */
    bool refused;
    enum { TABLE_WHOLE, TABLE_NO_LINE, TABLE_NO_HEAD } lack;
};

/* Inside of a row: without white space and the bars at its ends. */
static struct str inside(struct str s)
{
    s = str_trim(s);
    if (s.n > 0 && s.p[0] == '|')
        s = str_sub(s, 1, s.n);
    if (s.n > 0 && s.p[s.n - 1] == '|' && !(s.n > 1 && s.p[s.n - 2] == '\\'))
        s = str_sub(s, 0, s.n - 1);
    return s;
}

/* Cut the next cell off `*rest` at a bar that is neither escaped nor in a formula. */
static struct str next_cell(struct str *rest)
{
    size_t i = 0;
    while (i < rest->n && rest->p[i] != '|') {
        size_t formula = rest->p[i] == '$' ? marks_formula(*rest, i, rest->n).length : 0;
        i += formula > 0 ? formula : rest->p[i] == '\\' ? 2 : 1;
    }
    struct str cell = str_sub(*rest, 0, i < rest->n ? i : rest->n);
    *rest = i < rest->n ? str_sub(*rest, i + 1, rest->n) : (struct str){0};
    return cell;
}

/* Cells of a row; `*filled` is the number of the last one that holds anything. */
static size_t count_cells(struct str row, size_t *filled)
{
    struct str rest = inside(row);
    size_t n = 0;
    *filled = 0;
    do {
        n++;
        if (str_trim(next_cell(&rest)).n > 0)
            *filled = n;
    } while (rest.p);
    return n;
}

static size_t all_cells(const struct mender *m, size_t i)
{
    size_t filled;
    return count_cells(line_text(&m->lines, i), &filled);
}

static size_t filled_cells(const struct mender *m, size_t i)
{
    size_t filled;
    (void)count_cells(line_text(&m->lines, i), &filled);
    return filled;
}

static bool has_bar(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\\')
            i++;
        else if (s.p[i] == '|')
            return true;
    }
    return false;
}

/* `:---:`; dashes that a word processor has joined count as well. */
static bool is_delimiter_cell(struct str cell)
{
    cell = str_trim(cell);
    size_t dashes = 0;
    for (size_t i = 0; i < cell.n;) {
        size_t at = i;
        uint32_t c = utf8_next(cell, &i);
        bool colon = c == ':' && (at == 0 || i == cell.n);
        bool dash = c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2500;
        if (!colon && !dash)
            return false;
        dashes += dash;
    }
    return dashes > 0;
}

static bool is_delimiter(struct str row)
{
    if (!has_bar(row))
        return false;
    struct str rest = inside(row);
    do {
        if (!is_delimiter_cell(next_cell(&rest)))
            return false;
    } while (rest.p);
    return true;
}

static bool is_row(const struct mender *m, size_t i, int quotes)
{
    return mend_is_text(m, i) && m->lines.list.at[i].quotes == quotes &&
           has_bar(line_text(&m->lines, i));
}

/* `| a | b |`, bars at both ends. */
static bool is_fenced_row(const struct mender *m, size_t i, int quotes)
{
    if (!is_row(m, i, quotes))
        return false;
    struct str s = str_trim(line_text(&m->lines, i));
    return s.n > 2 && s.p[0] == '|' && s.p[s.n - 1] == '|';
}

/* Boxes drawn with `+--+` have bars at both ends, too. */
static bool is_art(const struct mender *m, size_t i)
{
    if (i >= m->lines.list.n)
        return false;
    struct str s = line_text(&m->lines, i);
    return str_starts(s, S("+-")) || str_starts(s, S("┌")) || str_starts(s, S("└")) ||
           str_starts(s, S("|_")) || str_find(s, S("--+"), 0) < s.n;
}

/* Two rows with as many cells each, and no line between them. */
static bool lacks_line(const struct mender *m, size_t i, size_t columns)
{
    int quotes = m->lines.list.at[i].quotes;
    return columns >= 2 && is_fenced_row(m, i, quotes) && is_fenced_row(m, i + 1, quotes) &&
           all_cells(m, i + 1) == columns && !(i > 0 && is_art(m, i - 1));
}

static bool find_table(const struct mender *m, size_t i, struct table *t)
{
    int quotes = m->lines.list.at[i].quotes;
    if (!is_row(m, i, quotes))
        return false;
    *t = (struct table){.first = i, .head = all_cells(m, i)};
    size_t row = i + 1;
    if (is_row(m, row, quotes) && is_delimiter(line_text(&m->lines, row))) {
        t->line = all_cells(m, row++);
    } else if (lacks_line(m, i, t->head)) {
        t->lack = t->head == 2 ? TABLE_NO_HEAD : TABLE_NO_LINE;
        t->line = t->head;
    } else {
        return false;
    }
    t->columns = t->line > t->head ? t->line : t->head;
    for (; is_row(m, row, quotes); row++) {
        size_t n = filled_cells(m, row);
        t->columns = n > t->columns ? n : t->columns;
    }
    t->rows = row;
    t->refused =
        t->columns > TABLE_MAX_COLUMNS || (t->lack != TABLE_WHOLE && is_art(m, row));
    return true;
}

/* A row of `cells` cells that all hold `cell`. */
static struct str row_of(struct mender *m, size_t cells, const char *cell)
{
    struct strbuf b = strbuf_at(m->k->a);
    for (size_t i = 0; i < cells; i++) {
        strbuf_putc(&b, '|');
        strbuf_put(&b, str_from(cell));
    }
    strbuf_putc(&b, '|');
    return strbuf_str(&b);
}

/* The delimiter line anew, with the author's colons, for all columns. */
static void put_delimiter(struct mender *m, const struct table *t, size_t i)
{
    struct str rest = inside(line_text(&m->lines, i));
    struct strbuf b = strbuf_at(m->k->a);
    for (size_t n = 0; n < t->columns; n++) {
        struct str cell = rest.p ? str_trim(next_cell(&rest)) : S("");
        strbuf_put(&b, str_starts(cell, S(":")) ? S("|:--") : S("|---"));
        strbuf_putc(&b, str_ends(cell, S(":")) ? ':' : '-');
    }
    strbuf_putc(&b, '|');
    mend_copy_lead(m, i);
    cooked_put(&m->out, strbuf_str(&b), m->lines.list.at[i].text);
    cooked_put(&m->out, S("\n"), m->lines.list.at[i].end);
}

static void put_head(struct mender *m, const struct table *t)
{
    const struct line *line = &m->lines.list.at[t->first];
    struct str s = str_trim_end(str_sub(m->text, line->at, line->end));
    size_t end = line->at + s.n;
    cooked_copy(&m->out, line->at, end);
    for (size_t n = t->head; n < t->columns; n++)
        cooked_put(&m->out, n == t->head && !str_ends(s, S("|")) ? S(" | |") : S(" |"),
                   end);
    cooked_put(&m->out, S("\n"), end);
}

static void tell(struct mender *m, const struct table *t)
{
    const struct line *head = &m->lines.list.at[t->first];
    if (t->lack != TABLE_WHOLE) {
        diag_push(m->k->d, D_S0304, mend_span(m, head->text, head->end),
                  "the table has no line under its head");
        return;
    }
    const struct line *line = &m->lines.list.at[t->first + 1];
    if (t->line != t->head)
        diag_push(m->k->d, D_S0305, mend_span(m, line->text, line->end),
                  "the head has %zu columns, the line below it %zu", t->head, t->line);
    for (size_t i = t->first + 2; i < t->rows; i++) {
        const struct line *row = &m->lines.list.at[i];
        size_t n = filled_cells(m, i);
        if (n > t->head && n > t->line)
            diag_push(m->k->d, D_S0306, mend_span(m, row->text, row->end),
                      "the row has %zu cells, the head %zu", n, t->head);
    }
}

/* Whether line `i` is text that the parser would draw into the table beside it. */
static bool is_close_text(const struct mender *m, size_t i, size_t beside)
{
    return mend_is_text(m, i) &&
           m->lines.list.at[i].quotes == m->lines.list.at[beside].quotes;
}

static bool is_ascii(struct str s)
{
    return utf8_length(s) == s.n;
}

static void put_rows(struct mender *m, size_t from, size_t to)
{
    for (; from < to; from++)
        mend_copy(m, from);
}

size_t mend_table(struct mender *m, size_t i)
{
    struct table t;
    if (!find_table(m, i, &t))
        return 0;
    if (t.refused) {
        put_rows(m, i, t.rows);
        return t.rows - t.first;
    }
    tell(m, &t);
    if (i > 0 && is_close_text(m, i - 1, i))
        mend_blank(m, i);
    if (t.lack == TABLE_NO_HEAD) {
        mend_put(m, i, row_of(m, t.columns, " "));
        mend_put(m, i, row_of(m, t.columns, "---"));
        put_rows(m, i, t.rows);
    } else if (t.lack == TABLE_NO_LINE) {
        put_head(m, &t);
        mend_put(m, i, row_of(m, t.columns, "---"));
        put_rows(m, i + 1, t.rows);
    } else if (t.columns == t.head && t.line == t.head &&
               is_ascii(line_text(&m->lines, i + 1))) {
        put_rows(m, i, t.rows);
    } else {
        put_head(m, &t);
        put_delimiter(m, &t, i + 1);
        put_rows(m, i + 2, t.rows);
    }
    if (is_close_text(m, t.rows, i))
        mend_blank(m, i);
    return t.rows - t.first;
}
