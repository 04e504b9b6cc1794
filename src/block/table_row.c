/* SPDX-License-Identifier: MIT */
/* block/table_row.c — rows of a table: lines, rules, tints, and where they may part. */
#include "base/arena.h"
#include "block/caption.h"
#include "block/path.h"
#include "block/rich.h"
#include "block/table.h"

#define TALL_ROW 10   /* lines; a taller row may be parted between its lines */
#define LONG_TABLE 14 /* rows; a longer one is parted without much ado */
#define HEAD_SHARE 4  /* a head that takes more than this part of a page is not set again */
#define RULE_WIDTH PT(0.5)
#define HAIR_WIDTH PT(0.35)
#define TINT_HANG PT(3)

static void break_cells(struct table *t)
{
    for (size_t r = 0; r < t->rows; r++)
        for (size_t c = 0; c < t->columns; c++) {
            struct cell *cell = cell_at(t, r, c);
            enum role role = t->head && r == 0 ? ROLE_TABLE_HEAD : ROLE_TABLE_CELL;
            struct par_params p = set_params(t->s, role, t->column[c].width);
            p.align = table_align(t, c);
            p.protrude = false;
            p.expansion = 0;
            cell->set = set_text(t->s, &cell->rich, role, &p);
            cell->set.leading = t->leading;
        }
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
        mpt x =
            set_x(s, t->column[c].x, t->column[c].width) - table_decimal_shift(t, row, c);
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

/* A little wider than the rules, so that the words do not touch its edge. */
static void mark_tint(struct table *t, struct marks *m, mpt height)
{
    struct setter *s = t->s;
    struct rect r = {0, 0, s->measure + 2 * TINT_HANG, height};
    marks_path(s, m, path_rect(s->a, r, ink_fill(s->look->tint)),
               (struct point){s->x - TINT_HANG, 0});
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
        if (t->marks && cell_at(t, row, 0)->strong)
            mark_tint(t, &m, height);
        mark_row(t, &m, row, from, to);
        if (to == lines)
            rule_below(t, &m, height, frame);
        if (from > 0)
            s->penalty = from == 1 || to == lines ? BREAK_NEVER : PENALTY_LINE;
        struct box *box = set_box(s, &m, height, (int)step);
        box->head = row > 0 ? head : NULL;
    }
}

void table_set_rows(struct table *t)
{
    struct setter *s = t->s;
    const struct box *head = NULL;
    break_cells(t);
    for (size_t r = 0; r < t->rows; r++) {
        set_row(t, r, head);
        bool low = vec_last(&s->out->list)->height <= set_tallest(s) / HEAD_SHARE;
        if (r == 0 && t->head && low)
            head = arena_copy(s->a, vec_last(&s->out->list), sizeof *head);
        if (r == 0)
            caption_level(s);
    }
}
