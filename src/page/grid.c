/* SPDX-License-Identifier: MIT */
/* page/grid.c — where the columns of a sheet stand. */
#include "page/grid.h"

mpt grid_width(const struct grid *grid, enum place place)
{
    const struct look *look = grid->look;
    switch (place) {
    case PLACE_TEXT:
    case PLACE_SIDE:
        return look->measure;
    case PLACE_MARGIN:
        return look->margin_column;
    case PLACE_WIDE:
    case PLACE_FOOT:
        break;
    }
    return look->wide;
}

/* From the edge that reading starts at. */
static mpt inset(const struct look *look, enum place place)
{
    switch (place) {
    case PLACE_TEXT:
    case PLACE_SIDE:
        return look->left + look->title_column;
    case PLACE_MARGIN:
        return look->left + look->title_column + look->measure + look->gutter;
    case PLACE_WIDE:
    case PLACE_FOOT:
        break;
    }
    return look->left;
}

mpt grid_x(const struct grid *grid, enum place place)
{
    mpt x = inset(grid->look, place);
    return grid->rtl ? grid->look->page_width - x - grid_width(grid, place) : x;
}
