/* SPDX-License-Identifier: MIT */
/* block/table.c — a table: its cells are read and measured, its columns placed. */
#include "block/table.h"

#include "base/arena.h"
#include "block/caption.h"
#include "block/kinds.h"
#include "block/opening.h"
#include "block/rich.h"

#define COLUMNS_MAX 64   /* more are not read: a sheet has no room for them */
#define AMPLE 1500       /* of the least gap: what makes a table easy to read */
#define WIDE_COLUMNS 5   /* from here on a table runs over the margin column, too */
#define SMALLER 900      /* an overfull table is set in this much of its size */
#define FLOOR PT(7.2)    /* but no smaller than this */
#define CROWDED 1600     /* of the column: a table that wide gets more of the sheet */
#define MANY 3           /* rows that are turned over: more than one of so many */
#define LEGIBLE 7000     /* of the type: a narrower column holds single words */
#define TOWER 5          /* lines of such a column; more are a tower */
#define LEADING_MIN 1550 /* of the type: closer rows are read column by column */

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

/* True where all of a cell is strong in the source. */
static bool all_strong(const struct inline_node *first)
{
    return first && first->kind == INLINE_STRONG && !first->next;
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
        cell->strong = !header && all_strong(source->inlines);
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

/* A row whose first cell is strong is the one that the author shows, as long as the others are
 * not: then it is their look. */
static void find_marked(struct table *t)
{
    size_t strong = 0, rows = t->rows - t->head;
    for (size_t r = t->head; r < t->rows; r++)
        strong += cell_at(t, r, 0)->strong;
    t->marks = strong > 0 && rows > 1 && strong * 2 <= rows;
}

static void measure_columns(struct table *t)
{
    for (size_t c = 0; c < t->columns; c++) {
        struct column *column = &t->column[c];
        *column = (struct column){0};
        table_find_numeric(t, c);
        column->max = column->before + column->after;
        for (size_t r = 0; r < t->rows; r++) {
            struct par_widths w = set_widths(t->s, &cell_at(t, r, c)->rich);
            bool whole = column->numeric && r >= t->head;
            column->min = mpt_max(column->min, whole ? w.max : w.min);
            if (r >= t->head)
                column->word = mpt_max(column->word, w.word);
            column->max = mpt_max(column->max, w.max);
        }
        column->min =
            mpt_min(mpt_max(column->min, column->before + column->after), column->max);
    }
}

/* Words are parted at their own hyphens only where not all of them have room. */
static void keep_words(struct table *t, mpt measure)
{
    int64_t wanted = (int64_t)t->s->look->table_gap * (int64_t)(t->columns - 1);
    for (size_t c = 0; c < t->columns; c++)
        wanted += mpt_max(t->column[c].min, t->column[c].word);
    for (size_t c = 0; c < t->columns && wanted <= measure; c++)
        t->column[c].min = mpt_max(t->column[c].min, t->column[c].word);
}

/* Heads of numbers stay on one line where the text gets a quarter of what it would like beyond the
 * least: its longest cells then take two lines or three. */
static void keep_heads(struct table *t, mpt measure)
{
    int64_t wanted = (int64_t)t->s->look->table_gap * (int64_t)(t->columns - 1);
    for (size_t c = 0; c < t->columns; c++) {
        const struct column *column = &t->column[c];
        wanted += column->numeric ? column->max : (column->min * 3 + column->max) / 4;
    }
    for (size_t c = 0; c < t->columns && wanted <= measure; c++)
        if (t->column[c].numeric)
            t->column[c].min = t->column[c].max;
}

static bool place_columns(struct table *t, mpt measure)
{
    keep_words(t, measure);
    keep_heads(t, measure);
    return table_widths(t->column, t->columns, measure, t->s->look->table_gap);
}

static uint32_t lines_in(struct table *t, size_t row, size_t column)
{
    const struct cell *cell = cell_at(t, row, column);
    mpt width = t->column[column].width;
    if (set_widths(t->s, &cell->rich).max <= width)
        return 1;
    return set_role(t->s, &cell->rich, ROLE_TABLE_CELL, width).lines.count;
}

/* True where a column is so narrow that a cell becomes a tower of single words. */
static bool is_squeezed(struct table *t)
{
    mpt legible = mpt_scale(t->s->look->roles[ROLE_TABLE_CELL].size, LEGIBLE, 1000);
    for (size_t c = 0; c < t->columns; c++)
        for (size_t r = t->head; r < t->rows && t->column[c].width < legible; r++)
            if (lines_in(t, r, c) > TOWER)
                return true;
    return false;
}

/* Rows that take more than one line in `measure`; the columns are left as they were. */
static size_t turned_rows(struct table *t, mpt measure)
{
    struct column *column = t->column;
    size_t turned = 0;
    t->column = arena_copy(t->s->a, column, t->columns * sizeof *column);
    place_columns(t, measure);
    for (size_t r = t->head; r < t->rows; r++) {
        bool one = true;
        for (size_t c = 0; c < t->columns; c++)
            one =
                one && set_widths(t->s, &cell_at(t, r, c)->rich).max <= t->column[c].width;
        turned += !one;
    }
    t->column = column;
    return turned;
}

static void shrink(struct table *t)
{
    mpt size = t->s->look->roles[ROLE_TABLE_CELL].size;
    mpt smaller = mpt_max(mpt_scale(size, SMALLER, 1000), mpt_min(size, FLOOR));
    for (size_t i = 0; i < t->rows * t->columns; i++)
        for (size_t k = 0; k < t->cells[i].rich.list.n; k++) {
            struct stretch *st = &t->cells[i].rich.list.at[k];
            st->size = mpt_scale(st->size, smaller, size);
        }
    measure_columns(t);
}

/* --- the whole --------------------------------------------------------------------------------- */

/* Across what stands in other columns, which it pushes aside: only what these columns do not hold,
 * or hold in rows of which many are turned over; these go beside no title that is still to be passed. */
static bool needs_all(struct table *t)
{
    struct setter *s = t->s;
    mpt gap = mpt_scale(s->look->table_gap, AMPLE, 1000);
    if (!table_could_fit(t->column, t->columns, s->measure, s->look->table_gap) ||
        table_natural(t->column, t->columns, gap) > mpt_scale(s->measure, CROWDED, 1000))
        return true;
    size_t turned = opening_foot(s) > 0 ? 0 : turned_rows(t, s->measure);
    return turned * MANY > t->rows && turned_rows(t, s->look->wide) * 2 < turned;
}

static bool runs_wide(struct table *t)
{
    struct setter *s = t->s;
    if (s->place != PLACE_TEXT || s->item || s->frame || s->measure != s->look->measure ||
        s->look->wide <= s->look->measure)
        return false;
    mpt gap = mpt_scale(s->look->table_gap, AMPLE, 1000);
    if (s->look->margin_column == 0)
        return needs_all(t);
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
    const struct block *caption = caption_take(s, block);
    struct tag *caption_tag = caption ? tag_new(s->a, t.tag, TAG_CAPTION) : NULL;
    read_rows(&t);
    find_marked(&t);
    measure_columns(&t);
    if (runs_wide(&t)) {
        s->place = PLACE_WIDE;
        s->measure = s->look->wide;
    }
    bool fits = place_columns(&t, s->measure) && !is_squeezed(&t);
    if (!fits) {
        shrink(&t);
        fits = place_columns(&t, s->measure) && !is_squeezed(&t);
    }
    s->span = block->span;
    set_gap(s, set_headed(s) ? 0 : s->look->block_gap);
    set_begin(s);
    if (caption)
        caption_set(s, caption, caption_tag);
    if (fits) {
        table_set_rows(&t);
    } else {
        table_stack(&t);
    }
    caption_close(s);
    set_end(s);
    if (fits)
        set_edge(s);
    set_gap(s, s->look->block_gap);
    s->place = outer.place;
    s->measure = outer.measure;
    s->again = false;
}
