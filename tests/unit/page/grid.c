/* SPDX-License-Identifier: MIT */
/* unit/page/grid.c — where columns stand, and that a sheet can be mirrored. */
#include "test.h"

#include "page/grid.h"

/* Text 300 pt wide, 40 pt from the edge of a sheet of 600 pt, a margin column of 80 pt. */
static struct look plain(void)
{
    struct look look = {.page_width = PT(600), .left = PT(40), .gutter = PT(20)};
    look.text_column = look.measure = PT(300);
    look.margin_column = PT(80);
    look.wide = PT(400);
    return look;
}

TEST(text_stands_at_the_left_and_notes_beside_it)
{
    struct look look = plain();
    struct grid grid = {&look, false};
    CHECK_INT(grid_x(&grid, PLACE_TEXT, 0), PT(40));
    CHECK_INT(grid_x(&grid, PLACE_WIDE, 0), PT(40));
    CHECK_INT(grid_x(&grid, PLACE_MARGIN, 0), PT(360));
    CHECK_INT(grid_width(&grid, PLACE_MARGIN), PT(80));
}

TEST(text_begins_behind_the_title_column)
{
    struct look look = plain();
    look.title_column = PT(100);
    look.wide += PT(100);
    struct grid grid = {&look, false};
    CHECK_INT(grid_x(&grid, PLACE_TEXT, 0), PT(140));
    CHECK_INT(grid_x(&grid, PLACE_WIDE, 0), PT(40));
    CHECK_INT(grid_x(&grid, PLACE_FOOT, 0), PT(40));
    CHECK_INT(grid_x(&grid, PLACE_MARGIN, 0), PT(460));
}

TEST(columns_stand_in_reading_order)
{
    struct look look = plain();
    look.columns = 2;
    look.column_gap = PT(20);
    look.margin_column = 0;
    look.measure = PT(190);
    struct grid left = {&look, false}, right = {&look, true};
    CHECK_INT(grid_x(&left, PLACE_TEXT, 1) - grid_x(&left, PLACE_TEXT, 0), PT(210));
    CHECK_INT(grid_x(&right, PLACE_TEXT, 1) - grid_x(&right, PLACE_TEXT, 0), -PT(210));
    CHECK_INT(grid_x(&right, PLACE_TEXT, 1), grid_x(&right, PLACE_WIDE, 0));
}

TEST(right_to_left_mirrors_the_sheet)
{
    struct look look = plain();
    look.title_column = PT(100);
    look.wide += PT(100);
    static const enum place places[] = {PLACE_TEXT, PLACE_WIDE, PLACE_MARGIN, PLACE_FOOT};
    for (size_t i = 0; i < countof(places); i++) {
        struct grid left = {&look, false}, right = {&look, true};
        mpt width = grid_width(&left, places[i]);
        CHECK_INT(grid_x(&left, places[i], 0) + width + grid_x(&right, places[i], 0),
                  PT(600));
    }
}

TESTS(columns_stand_in_reading_order, text_stands_at_the_left_and_notes_beside_it,
      text_begins_behind_the_title_column, right_to_left_mirrors_the_sheet)
