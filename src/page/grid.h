/* SPDX-License-Identifier: MIT */
/* page/grid.h — where the columns of a sheet stand. */
#ifndef RECTO_PAGE_GRID_H
#define RECTO_PAGE_GRID_H

#include "block/box.h"

/* From the start side inwards: side column, title column, one or two columns of text, gutter, margin
 * column, ruled notes. Where the study runs from right to left the whole sheet is mirrored. */
struct grid {
    const struct look *look;
    bool rtl;
    bool turned; /* a left-hand page: what stands outside the text is on its other side */
};

/* The grid of sheet number `sheet`, 0 = the first. */
struct grid grid_on(const struct look *look, bool rtl, size_t sheet);
/* Width of what boxes of `place` are set for [mpt]. */
mpt grid_width(const struct grid *grid, enum place place);
/* Left edge of a column of `place`, 0 = the first to be read, from the left edge of the sheet
 * [mpt]. */
mpt grid_x(const struct grid *grid, enum place place, int column);
/* Left edges of the ruled notes and of the side column's panel, which is `look->side_width` wide. */
mpt grid_notes_x(const struct grid *grid);
mpt grid_panel_x(const struct grid *grid);

#endif
