/* SPDX-License-Identifier: MIT */
/* page/grid.c — where the columns of a sheet stand. */
#include "page/grid.h"

struct grid grid_on(const struct look *look, bool rtl, size_t sheet)
{
    return (struct grid){look, rtl, look->mirror && sheet % 2 == 1};
}

mpt grid_width(const struct grid *grid, enum place place)
{
    const struct look *look = grid->look;
    switch (place) {
    case PLACE_TEXT:
        return look->measure;
    case PLACE_SIDE:
        return look->side;
    case PLACE_MARGIN:
        return look->margin_column;
    case PLACE_WIDE:
    case PLACE_FOOT:
    case PLACE_RUNNING:
        break;
    }
    return look->wide;
}

/* `x` of something `width` wide, as from the left; mirrored once for a turned sheet, once for one
 * that is read from the right. */
static mpt placed(const struct grid *grid, mpt x, mpt width)
{
    return grid->turned != grid->rtl ? grid->look->page_width - x - width : x;
}

/* Columns keep the order they are read in on a turned sheet: they move over together. */
static mpt text_x(const struct grid *grid, int column)
{
    const struct look *look = grid->look;
    mpt beside = look->margin_column > 0 ? look->gutter + look->margin_column : 0;
    mpt all = look->wide - beside;
    mpt inside = look->title_column + (mpt)column * (look->measure + look->column_gap);
    mpt from_right = all - inside - look->measure;
    return placed(grid, look->left, all) + (grid->rtl ? from_right : inside);
}

mpt grid_x(const struct grid *grid, enum place place, int column)
{
    const struct look *look = grid->look;
    mpt x = look->left;
    if (place == PLACE_TEXT)
        return text_x(grid, column);
    if (place == PLACE_MARGIN)
        x += look->wide - look->margin_column;
    if (place == PLACE_SIDE)
        x = look->side_left;
    return placed(grid, x, grid_width(grid, place));
}

mpt grid_notes_x(const struct grid *grid)
{
    const struct look *look = grid->look;
    return placed(grid, look->left + look->wide + look->notes_gap, look->notes_column);
}

mpt grid_panel_x(const struct grid *grid)
{
    return placed(grid, 0, grid->look->side_width);
}
