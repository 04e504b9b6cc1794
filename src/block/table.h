/* SPDX-License-Identifier: MIT */
/* block/table.h — a table between its source and its page. */
#ifndef RECTO_BLOCK_TABLE_H
#define RECTO_BLOCK_TABLE_H

#include "block/set.h"
#include "block/table_width.h"

struct cell {
    struct rich rich;
    struct setting set;
    struct tag *tag;
    mpt before, after; /* of a number, around its decimal sign */
    bool number;
    bool strong; /* all of it, in the source */
};

struct table {
    struct setter *s;
    const struct block *block;
    size_t rows, columns; /* head included */
    struct cell *cells;   /* row by row */
    struct column *column;
    bool head;  /* the first row is one, with words in it */
    bool marks; /* rows whose first cell is strong stand on a tint */
    struct tag *tag, *section;
    mpt leading, pad;
};

static inline struct cell *cell_at(const struct table *t, size_t row, size_t column)
{
    return &t->cells[row * t->columns + column];
}

/* A column of numbers: set with digits of one width, and measured around their decimal signs. */
void table_find_numeric(struct table *t, size_t column);
/* How `column` is aligned: as the author asks, else by what is in it. */
enum par_align table_align(const struct table *t, size_t column);
/* How far a number moves to the left, so that decimal signs stand below each other; to the right,
 * which is less than 0, where the end of a line is its left [mpt]. */
mpt table_decimal_shift(const struct table *t, size_t row, size_t column);

/* Rows in boxes, the columns being placed. */
void table_set_rows(struct table *t);
/* A table that fits no width: a list of its rows. */
void table_stack(struct table *t);

#endif
