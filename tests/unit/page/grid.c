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
    struct grid grid = {&look, false, false};
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
    struct grid grid = {&look, false, false};
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
    struct grid left = {&look, false, false}, right = {&look, true, false};
    CHECK_INT(grid_x(&left, PLACE_TEXT, 1) - grid_x(&left, PLACE_TEXT, 0), PT(210));
    CHECK_INT(grid_x(&right, PLACE_TEXT, 1) - grid_x(&right, PLACE_TEXT, 0), -PT(210));
    CHECK_INT(grid_x(&right, PLACE_TEXT, 1), grid_x(&right, PLACE_WIDE, 0));
}

/* Inner margin 40 pt, ruled notes of 60 pt at the outer side. */
TEST(a_turned_sheet_has_its_notes_on_the_other_side)
{
    struct look look = plain();
    look.margin_column = 0;
    look.wide = PT(300);
    look.mirror = true;
    look.notes_gap = PT(20);
    look.notes_column = PT(60);
    struct grid first = grid_on(&look, false, 0), second = grid_on(&look, false, 1);
    CHECK_INT(grid_x(&first, PLACE_TEXT, 0), PT(40));
    CHECK_INT(grid_notes_x(&first), PT(360));
    CHECK_INT(grid_x(&second, PLACE_TEXT, 0), PT(260)); /* 40 pt from the right edge */
    CHECK_INT(grid_notes_x(&second), PT(180));
    struct grid right = grid_on(&look, true, 0);
    CHECK_INT(grid_notes_x(&right), PT(180));
    look.mirror = false;
    second = grid_on(&look, false, 1);
    CHECK_INT(grid_x(&second, PLACE_TEXT, 0), PT(40));
}

TEST(a_turned_sheet_keeps_the_order_of_columns)
{
    struct look look = plain();
    look.columns = 2;
    look.column_gap = PT(20);
    look.title_column = PT(50);
    look.measure = PT(100);
    look.wide = PT(370);
    look.mirror = true;
    for (size_t sheet = 0; sheet < 2; sheet++) {
        struct grid left = grid_on(&look, false, sheet),
                    right = grid_on(&look, true, sheet);
        CHECK_INT(grid_x(&left, PLACE_TEXT, 1) - grid_x(&left, PLACE_TEXT, 0), PT(120));
        CHECK_INT(grid_x(&right, PLACE_TEXT, 1) - grid_x(&right, PLACE_TEXT, 0), -PT(120));
    }
    struct grid turned = grid_on(&look, false, 1);
    CHECK_INT(grid_x(&turned, PLACE_TEXT, 0) - PT(50),
              grid_x(&turned, PLACE_MARGIN, 0) + PT(100));
}

TEST(right_to_left_mirrors_the_sheet)
{
    struct look look = plain();
    look.title_column = PT(100);
    look.wide += PT(100);
    static const enum place places[] = {PLACE_TEXT, PLACE_WIDE, PLACE_MARGIN, PLACE_FOOT};
    for (size_t i = 0; i < countof(places); i++) {
        struct grid left = {&look, false, false}, right = {&look, true, false};
        mpt width = grid_width(&left, places[i]);
        CHECK_INT(grid_x(&left, places[i], 0) + width + grid_x(&right, places[i], 0),
                  PT(600));
    }
}

TESTS(a_turned_sheet_has_its_notes_on_the_other_side,
      a_turned_sheet_keeps_the_order_of_columns, columns_stand_in_reading_order,
      text_stands_at_the_left_and_notes_beside_it, text_begins_behind_the_title_column,
      right_to_left_mirrors_the_sheet)
