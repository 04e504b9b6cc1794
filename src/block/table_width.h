/* SPDX-License-Identifier: MIT */
/* block/table_width.h — how wide the columns of a table become. */
#ifndef RECTO_BLOCK_TABLE_WIDTH_H
#define RECTO_BLOCK_TABLE_WIDTH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/geom.h"

struct column {
    mpt min, max; /* widest unbreakable piece, widest cell on one line [mpt] */
    bool numeric;
    mpt before, after; /* of numbers: widest part up to and from the decimal sign [mpt] */
    mpt x, width;      /* filled by table_widths [mpt] */
    mpt word;          /* widest word with its hyphens [mpt] */
};

/* Share `measure` out among `n` columns, `gap` [mpt] between them. Where there is room, columns of
 * numbers are equally wide and all take their part of the rest; where there is not, text is narrowed between
 * its max and its min (CSS 2.1, 17.5.2.2). False where even the smallest widths do not fit: they
 * are given nevertheless. */
bool table_widths(struct column *columns, size_t n, mpt measure, mpt gap);
/* True where table_widths would find room for all. */
bool table_could_fit(const struct column *columns, size_t n, mpt measure, mpt gap);
/* Sum of the widths on one line and the gaps [mpt]. */
mpt table_natural(const struct column *columns, size_t n, mpt gap);

#endif
