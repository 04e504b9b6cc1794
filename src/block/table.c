/* SPDX-License-Identifier: MIT */
/* block/table.c — tables: measured columns, numbers on their decimal sign, rules, heads. */
#include "base/arena.h"
#include "base/utf8.h"
#include "block/kinds.h"
#include "block/path.h"
#include "block/rich.h"
#include "block/table_width.h"

#define COLUMNS_MAX 64 /* more are not read: a sheet has no room for them */
#define AMPLE 1500     /* of the least gap: what makes a table easy to read */
#define WIDE_COLUMNS 5 /* from here on a table runs over the margin column, too */
#define SMALLER 900    /* an overfull table is set in this much of its size */
#define TALL_ROW 10    /* lines; a taller row may be parted between its lines */
#define LONG_TABLE 14  /* rows; a longer one is parted without much ado */
#define HEAD_SHARE 4 /* a head that takes more than this part of a page is not set again */
#define NUMBER_MAX_BYTES 20
#define NUMBER_MAX_LETTERS 4 /* of a unit */
#define RULE_WIDTH PT(0.5)
#define HAIR_WIDTH PT(0.35)
#define LEADING_MIN 1550 /* of the type: closer rows are read column by column */

struct cell {
    struct rich rich;
    struct setting set;
    struct tag *tag;
    mpt before, after; /* of a number, around its decimal sign */
    bool number;
};

struct table {
    struct setter *s;
    const struct block *block;
    size_t rows, columns; /* head included */
    struct cell *cells;   /* row by row */
    struct column *column;
    bool head; /* the first row is one, with words in it */
    struct tag *tag, *section;
    mpt leading, pad;
};

static struct cell *cell_at(const struct table *t, size_t row, size_t column)
{
    return &t->cells[row * t->columns + column];
}

/* --- numbers --------------------------------------------------------------------------------- */

/* Languages that write 1,5; the others write 1.5. */
static char decimal_sign(struct str lang)
{
    static const char comma[] =
        "|de|fr|es|it|pt|nl|ru|uk|pl|cs|da|sv|nb|nn|fi|tr|el|hu|ro|";
    struct str two = str_sub(lang, 0, 2);
    for (size_t i = 0; two.n == 2 && i + 3 < sizeof comma; i++)
        if (comma[i] == '|' && comma[i + 1] == two.p[0] && comma[i + 2] == two.p[1] &&
            comma[i + 3] == '|')
            return ',';
    return '.';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "12.4%", "−6 ms", "$2.10", "0.93 ± 0.01"; not "A100", not "24/7". */
static bool is_number(struct str text)
{
    if (text.n == 0 || text.n > NUMBER_MAX_BYTES)
        return false;
    size_t letters = 0, digits = 0;
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        bool digit = c < 128 && is_digit((char)c);
        bool letter = !digit && utf8_is_word(c) && c != 0x20AC && c != 0xA3;
        if (letter && digits == 0)
            return false;
        digits += digit;
        letters += letter;
    }
    return digits > 0 && letters <= NUMBER_MAX_LETTERS;
}

static bool is_none(struct str text)
{
    return text.n == 0 || str_eq(text, S("—")) || str_eq(text, S("–")) ||
           str_eq(text, S("-")) || str_eq_nocase(text, S("n/a"));
}

/* Where the decimal sign stands, else the end of the digits. */
static size_t decimal_at(struct str text, char sign)
{
    size_t i = 0;
    while (i < text.n && !is_digit(text.p[i]))
        i++;
    for (; i < text.n; i++) {
        bool digit = is_digit(text.p[i]);
        bool group = text.p[i] != sign && i + 1 < text.n && is_digit(text.p[i + 1]) &&
                     (text.p[i] == ',' || text.p[i] == '.' || text.p[i] == '\'');
        if (!digit && !group)
            return i;
    }
    return text.n;
}

static void measure_number(struct setter *s, struct cell *cell, struct str text)
{
    const struct rich *rich = &cell->rich;
    const struct shaped *shaped =
        text_shape(s->cache, rich->list.at, rich->list.n, false, false, s->d);
    size_t at = decimal_at(text, decimal_sign(s->study->lang));
    mpt whole = text_width(shaped, rich->list.at, 0, (uint32_t)shaped->text.n);
    cell->before =
        at < shaped->text.n ? text_width(shaped, rich->list.at, 0, (uint32_t)at) : whole;
    cell->after = whole - cell->before;
}

/* Digits of one width, so that the same number of them takes the same room in every row. */
static void set_tabular(struct cell *cell)
{
    for (size_t i = 0; i < cell->rich.list.n; i++) {
        struct stretch *st = &cell->rich.list.at[i];
        st->features =
            (st->features & ~(uint32_t)FEATURE_PNUM) | FEATURE_TNUM | FEATURE_NO_KERN;
    }
}

static void find_numeric(struct table *t, size_t column)
{
    struct column *c = &t->column[column];
    size_t numbers = 0;
    for (size_t r = t->head; r < t->rows; r++) {
        struct cell *cell = cell_at(t, r, column);
        struct str text = str_trim(rich_said(t->s->a, &cell->rich));
        cell->number = is_number(text);
        if (!cell->number && !is_none(text))
            return;
        numbers += cell->number;
    }
    c->numeric = numbers > 0;
    for (size_t r = t->head; r < t->rows && c->numeric; r++) {
        struct cell *cell = cell_at(t, r, column);
        if (!cell->number)
            continue;
        set_tabular(cell);
        measure_number(t->s, cell, rich_said(t->s->a, &cell->rich));
        c->before = mpt_max(c->before, cell->before);
        c->after = mpt_max(c->after, cell->after);
    }
}

/* --- reading --------------------------------------------------------------------------------- */

static size_t count_siblings(const struct block *first)
{
    size_t n = 0;
    for (; first; first = first->next)
        n++;
    return n;
}

static struct table table_new(struct setter *s, const struct block *block)
{
    struct table t = {.s = s, .block = block, .rows = count_siblings(block->first)};
    t.columns = block->columns;
    for (const struct block *row = block->first; row; row = row->next) {
        size_t n = count_siblings(row->first);
        t.columns = n > t.columns ? n : t.columns;
        if (row->header && str_trim(block_text(s->a, row)).n > 0)
            t.head = true;
    }
    if (t.columns > COLUMNS_MAX)
        t.columns = COLUMNS_MAX;
    t.cells = arena_many(s->a, t.rows * t.columns, struct cell);
    t.column = arena_many(s->a, t.columns, struct column);
    t.pad = s->look->table_pad;
    const struct role_look *role = &s->look->roles[ROLE_TABLE_CELL];
    t.leading = mpt_max(role->leading, mpt_scale(role->size, LEADING_MIN, 1000));
    return t;
}

static enum tag_role cell_role(const struct table *t, bool header, size_t column)
{
    return header || (!t->head && column == 0) ? TAG_TH : TAG_TD;
}

static void read_row(struct table *t, size_t r, const struct block *row)
{
    struct setter *s = t->s;
    struct tag *tr = tag_new(s->a, t->section, TAG_TR);
    const struct block *source = row->first;
    struct strbuf words = strbuf_at(s->a);
    for (size_t c = 0; c < t->columns; c++) {
        struct cell *cell = cell_at(t, r, c);
        bool header = row->header && t->head;
        cell->tag = tag_new(s->a, tr, cell_role(t, header, c));
        if (cell->tag->role == TAG_TH)
            cell->tag->scope = header ? SCOPE_COLUMN : SCOPE_ROW;
        if (!source)
            continue;
        s->span = source->span;
        tell_images(s, source->inlines);
        strbuf_fmt(&words, c ? " %.*s" : "%.*s", STR(inlines_text(s->a, source->inlines)));
        cell->rich = rich_inlines(s, source->inlines,
                                  header ? ROLE_TABLE_HEAD : ROLE_TABLE_CELL, cell->tag);
        source = source->next;
    }
    tr->actual = strbuf_str(&words);
}

/* Read all rows; an empty head is left out. */
static void read_rows(struct table *t)
{
    struct arena *a = t->s->a;
    size_t r = 0;
    for (const struct block *row = t->block->first; row; row = row->next) {
        if (row->header && !t->head)
            continue;
        if (row->header)
            t->section = tag_new(a, t->tag, TAG_THEAD);
        else if (!t->section || t->section->role != TAG_TBODY)
            t->section = tag_new(a, t->tag, TAG_TBODY);
        read_row(t, r++, row);
    }
    t->rows = r;
}

static void measure_columns(struct table *t)
{
    for (size_t c = 0; c < t->columns; c++) {
        struct column *column = &t->column[c];
        *column = (struct column){0};
        find_numeric(t, c);
        column->max = column->before + column->after;
        for (size_t r = 0; r < t->rows; r++) {
            struct par_widths w = set_widths(t->s, &cell_at(t, r, c)->rich);
            bool whole = column->numeric && r >= t->head;
            column->min = mpt_max(column->min, whole ? w.max : w.min);
            column->max = mpt_max(column->max, w.max);
        }
        column->min =
            mpt_min(mpt_max(column->min, column->before + column->after), column->max);
    }
}

static void shrink(struct table *t)
{
    for (size_t i = 0; i < t->rows * t->columns; i++)
        for (size_t k = 0; k < t->cells[i].rich.list.n; k++) {
            struct stretch *st = &t->cells[i].rich.list.at[k];
            st->size = mpt_scale(st->size, SMALLER, 1000);
        }
    measure_columns(t);
}

/* --- setting --------------------------------------------------------------------------------- */

static enum par_align align_at(const struct table *t, size_t column)
{
    enum column_align asked = ALIGN_DEFAULT;
    if (column < t->block->columns && t->block->aligns)
        asked = t->block->aligns[column];
    switch (asked) {
    case ALIGN_LEFT:
        return PAR_RAGGED;
    case ALIGN_CENTER:
        return PAR_CENTER;
    case ALIGN_RIGHT:
        return PAR_END;
    case ALIGN_DEFAULT:
        break;
    }
    return t->column[column].numeric ? PAR_END : PAR_RAGGED;
}

static void break_cells(struct table *t)
{
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            struct cell *cell = cell_at(t, r, c);
            enum role role = t->head && r == 0 ? ROLE_TABLE_HEAD : ROLE_TABLE_CELL;
            struct par_params p = set_params(t->s, role, t->column[c].width);
            p.align = align_at(t, c);
            p.protrude = false;
            p.expansion = 0;
            cell->set = set_text(t->s, &cell->rich, role, &p);
            cell->set.leading = t->leading;
        }
}

/* How far a number moves to the left, so that decimal signs stand below each other; to the right,
 * which is less than 0, where the end of a line is its left. */
static mpt decimal_shift(const struct table *t, size_t row, size_t column)
{
    const struct cell *cell = cell_at(t, row, column);
    const struct column *c = &t->column[column];
    if (!cell->number || row < t->head || !c->numeric || align_at(t, column) != PAR_END ||
        cell->set.lines.count != 1 || c->before + c->after > c->width)
        return 0;
    /* A bold number is a little wider than its neighbours; that is no digit less. */
    bool rtl = t->s->study->rtl;
    mpt shift = rtl ? c->before - cell->before : c->after - cell->after;
    if (shift * 4 < t->s->look->roles[ROLE_TABLE_CELL].size)
        return 0;
    return rtl ? -shift : shift;
}

static uint32_t row_lines(const struct table *t, size_t row)
{
    uint32_t lines = 1;
    for (size_t c = 0; c < t->columns; c++) {
        uint32_t n = cell_at(t, row, c)->set.lines.count;
        lines = n > lines ? n : lines;
    }
    return lines;
}

/* Lines [from, to) of all cells of a row; a head stands on its rule, a row hangs from above. */
static void mark_row(struct table *t, struct marks *m, size_t row, uint32_t from,
                     uint32_t to)
{
    struct setter *s = t->s;
    enum role role = t->head && row == 0 ? ROLE_TABLE_HEAD : ROLE_TABLE_CELL;
    mpt first =
        t->pad / 2 + t->leading / 2 + set_centre(s, role, s->look->roles[role].size);
    uint32_t lines = row_lines(t, row);
    for (size_t c = 0; c < t->columns; c++) {
        struct cell *cell = cell_at(t, row, c);
        uint32_t drop = role == ROLE_TABLE_HEAD ? lines - cell->set.lines.count : 0;
        mpt x = set_x(s, t->column[c].x, t->column[c].width) - decimal_shift(t, row, c);
        for (uint32_t i = 0; i < cell->set.lines.count; i++) {
            if (i + drop < from || i + drop >= to)
                continue;
            struct point at = {x, first + (mpt)(i + drop - from) * t->leading};
            marks_line(s, m, &cell->set.lines.at[i], at, cell->tag);
        }
    }
}

static void rule_below(struct table *t, struct marks *m, mpt y, bool frame)
{
    struct setter *s = t->s;
    struct rect along = {s->x, y, s->measure, 0};
    if (frame)
        marks_rule(s, m, along, RULE_WIDTH, s->look->text_colour);
    else
        marks_rule(s, m, along, HAIR_WIDTH, s->look->hair);
}

static int row_penalty(const struct table *t, size_t row)
{
    size_t body = row - t->head;
    if (row == 0)
        return t->s->penalty;
    if ((t->head && body < 2) || row + 1 == t->rows)
        return BREAK_NEVER;
    return t->rows > LONG_TABLE ? PENALTY_ITEM : PENALTY_ROW;
}

/* A row in one box, or, where it is tall, a box a line. */
static void set_row(struct table *t, size_t row, const struct box *head)
{
    struct setter *s = t->s;
    uint32_t lines = row_lines(t, row), step = lines > TALL_ROW ? 1 : lines;
    bool frame = (t->head && row == 0) || row + 1 == t->rows;
    s->penalty = row_penalty(t, row);
    for (uint32_t from = 0; from < lines; from += step) {
        struct marks m = {{0}};
        uint32_t to = from + step;
        mpt height = (mpt)step * t->leading + (to == lines ? t->pad : 0);
        mark_row(t, &m, row, from, to);
        if (to == lines)
            rule_below(t, &m, height, frame);
        if (from > 0)
            s->penalty = from == 1 || to == lines ? BREAK_NEVER : PENALTY_LINE;
        struct box *box = set_box(s, &m, height, (int)step);
        box->head = row > 0 ? head : NULL;
    }
}

static void set_rows(struct table *t)
{
    struct setter *s = t->s;
    const struct box *head = NULL;
    if (!set_headed(s))
        set_gap(s, s->look->block_gap);
    set_begin(s);
    for (size_t r = 0; r < t->rows; r++) {
        set_row(t, r, head);
        bool low = vec_last(&s->out->list)->height <= set_tallest(s) / HEAD_SHARE;
        if (r == 0 && t->head && low)
            head = arena_copy(s->a, vec_last(&s->out->list), sizeof *head);
    }
    set_end(s);
    set_gap(s, s->look->block_gap);
}

/* --- a table that fits no width: a list of its rows ------------------------------------------ */

static void stack_row(struct table *t, size_t row)
{
    struct setter *s = t->s;
    for (size_t c = 0; c < t->columns; c++) {
        struct cell *cell = cell_at(t, row, c);
        if (cell->rich.list.n == 0)
            continue;
        if (c ==
            0) { /* the column heads are said in the lines, so that the row needs one */
            cell->tag->role = TAG_TH;
            cell->tag->scope = SCOPE_ROW;
        }
        struct rich line = {{0}};
        const struct rich *head = &cell_at(t, 0, c)->rich;
        for (size_t i = 0; t->head && i < head->list.n; i++) {
            struct stretch st = head->list.at[i];
            st.tag = cell->tag;
            rich_put(s, &line, st);
        }
        if (line.list.n > 0) {
            struct stretch colon = *vec_last(&line.list);
            colon.text = S(": ");
            rich_put(s, &line, colon);
        }
        rich_join(s, &line, &cell->rich);
        struct setting set = set_role(s, &line, ROLE_TABLE_CELL, s->measure);
        set_penalty(s, c == 0 ? PENALTY_ITEM : BREAK_NEVER);
        set_lines(s, &set, s->x, cell->tag);
    }
    set_gap(s, s->look->leading / 2);
}

static void stack(struct table *t)
{
    set_gap(t->s, t->s->look->block_gap);
    for (size_t r = t->head; r < t->rows; r++)
        stack_row(t, r);
    diag_push(t->s->d, D_B0106, t->block->span,
              "table of %zu columns is wider than the page and was set as a list",
              t->columns);
}

/* --- the whole --------------------------------------------------------------------------------- */

static bool runs_wide(const struct table *t)
{
    const struct setter *s = t->s;
    if (s->place != PLACE_TEXT || s->item || s->frame || s->measure != s->look->measure ||
        s->look->wide <= s->look->measure)
        return false;
    mpt gap = mpt_scale(s->look->table_gap, AMPLE, 1000);
    return t->columns >= WIDE_COLUMNS ||
           table_natural(t->column, t->columns, gap) > s->measure;
}

void build_table(struct setter *s, const struct block *block)
{
    struct setter outer = *s;
    struct table t = table_new(s, block);
    if (t.rows == 0 || t.columns == 0)
        return;
    t.tag = tag_new(s->a, s->tag, TAG_TABLE);
    read_rows(&t);
    measure_columns(&t);
    if (runs_wide(&t)) {
        s->place = PLACE_WIDE;
        s->measure = s->look->wide;
    }
    bool fits = table_widths(t.column, t.columns, s->measure, s->look->table_gap);
    if (!fits) {
        shrink(&t);
        fits = table_widths(t.column, t.columns, s->measure, s->look->table_gap);
    }
    s->span = block->span;
    if (fits) {
        break_cells(&t);
        set_rows(&t);
    } else {
        stack(&t);
    }
    s->place = outer.place;
    s->measure = outer.measure;
    s->again = false;
}
