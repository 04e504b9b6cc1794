/* SPDX-License-Identifier: MIT */
/* page/grid.c — where the columns of a sheet stand. */
#include "page/grid.h"

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
        break;
    }
    return look->wide;
}

/* From the edge that reading starts at. */
static mpt inset(const struct look *look, enum place place, int column)
{
    switch (place) {
    case PLACE_SIDE:
        return look->side_left;
    case PLACE_TEXT:
        return look->left + look->title_column +
               (mpt)column * (look->measure + look->column_gap);
    case PLACE_MARGIN:
        return look->left + look->wide - look->margin_column;
    case PLACE_WIDE:
    case PLACE_FOOT:
        break;
    }
    return look->left;
}

mpt grid_x(const struct grid *grid, enum place place, int column)
{
    mpt x = inset(grid->look, place, column);
    return grid->rtl ? grid->look->page_width - x - grid_width(grid, place) : x;
}
