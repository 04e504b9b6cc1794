/* SPDX-License-Identifier: MIT */
/* unit/page/place.c — where boxes stand on their sheets. */
#include "test.h"

#include "page/layout.h"

#define MOST 40

/* A sheet of 400 × 300 pt: text 200 pt wide from x = 150, a side column 100 pt wide before it. */
static struct look with_side(void)
{
    struct look look = {.page_width = PT(400), .page_height = PT(300), .columns = 1};
    look.top = look.bottom = PT(20);
    look.left = PT(150);
    look.leading = PT(10);
    look.measure = look.text_column = look.wide = PT(200);
    look.side = PT(100);
    look.side_left = PT(10);
    look.side_width = PT(130);
    look.side_top = PT(30);
    look.side_bottom = PT(30);
    return look;
}

static void add(struct arena *a, struct boxes *boxes, enum place place, mpt height,
                size_t section)
{
    struct box *box = vec_add(a, &boxes->list);
    *box = (struct box){.place = place, .height = height, .section = section};
    box->beside = SIZE_MAX;
}

static const struct placed *placed_at(const struct sheets *sheets, const struct box *box)
{
    for (size_t s = 0; s < sheets->list.n; s++)
        for (size_t i = 0; i < sheets->list.at[s].boxes.n; i++)
            if (sheets->list.at[s].boxes.at[i].box == box)
                return &sheets->list.at[s].boxes.at[i];
    return NULL;
}

static struct misfit place(struct arena *a, const struct boxes *boxes,
                           const struct look *look, struct sheets *out)
{
    struct layout l = page_layout(a, boxes, look);
    *out = (struct sheets){.root = NULL};
    return page_place(a, &l, out);
}

TEST(the_side_column_takes_nothing_from_the_text)
{
    struct arena *a = test_arena();
    struct look look = with_side();
    struct boxes boxes = {.root = NULL};
    add(a, &boxes, PLACE_TEXT, PT(100), 0);
    add(a, &boxes, PLACE_SIDE, PT(200), 0);
    add(a, &boxes, PLACE_TEXT, PT(100), 1);
    struct sheets sheets;
    CHECK_INT(place(a, &boxes, &look, &sheets).where, MISFIT_NONE);
    CHECK_INT(sheets.list.n, 1);
    CHECK_INT(placed_at(&sheets, &boxes.list.at[1])->x, PT(10));
    CHECK_INT(placed_at(&sheets, &boxes.list.at[1])->y, PT(30));
    CHECK_INT(placed_at(&sheets, &boxes.list.at[2])->x, PT(150));
    CHECK_INT(placed_at(&sheets, &boxes.list.at[2])->y, PT(120));
    CHECK_INT(sheets.list.at[0].used, PT(200));
    boxes.rtl = true;
    CHECK_INT(place(a, &boxes, &look, &sheets).where, MISFIT_NONE);
    CHECK_INT(placed_at(&sheets, &boxes.list.at[1])->x, PT(290));
    CHECK_INT(placed_at(&sheets, &boxes.list.at[2])->x, PT(50));
}

TEST(the_side_column_goes_on_overleaf_below_its_head)
{
    struct arena *a = test_arena();
    struct look look = with_side();
    struct box name = {.place = PLACE_SIDE, .height = PT(20), .gap = PT(10)};
    struct boxes boxes = {.side_head = &name};
    add(a, &boxes, PLACE_TEXT, PT(200), 0);
    add(a, &boxes, PLACE_SIDE, PT(150), 1);
    add(a, &boxes, PLACE_SIDE, PT(150), 1);
    add(a, &boxes, PLACE_TEXT, PT(200), 2);
    add(a, &boxes, PLACE_SIDE, PT(10), 2);
    struct sheets sheets;
    CHECK_INT(place(a, &boxes, &look, &sheets).where, MISFIT_NONE);
    CHECK_INT(sheets.list.n, 2);
    CHECK_INT(sheets.list.at[0].boxes.n, 2);
    const struct placed *head = vec_last(&sheets.list.at[1].boxes);
    CHECK_TRUE(head->box == &name && head->repeated);
    CHECK_INT(head->y, PT(30));
    CHECK_INT(placed_at(&sheets, &boxes.list.at[2])->y, PT(60));
    CHECK_INT(placed_at(&sheets, &boxes.list.at[4])->y, PT(210));
}

TEST(what_stands_on_every_sheet_takes_room_on_all_but_the_first)
{
    struct arena *a = test_arena();
    struct look look = with_side();
    struct box head = {.place = PLACE_WIDE, .height = PT(30), .gap = PT(10)};
    struct boxes boxes = {.sheet_head = &head};
    for (size_t i = 0; i < 7; i++)
        add(a, &boxes, PLACE_TEXT, PT(80), 0);
    struct sheets sheets;
    CHECK_INT(place(a, &boxes, &look, &sheets).where, MISFIT_NONE);
    CHECK_INT(sheets.list.n, 3); /* of 260 pt: three boxes, then two below the head */
    CHECK_INT(sheets.list.at[0].boxes.n, 3);
    CHECK_INT(sheets.list.at[1].boxes.n, 3);
    CHECK_INT(sheets.list.at[1].boxes.at[2].y, PT(20)); /* drawn over the text */
    CHECK_TRUE(sheets.list.at[1].boxes.at[2].repeated);
    CHECK_INT(sheets.list.at[1].boxes.at[0].y, PT(60));
    CHECK_INT(sheets.list.at[1].used, PT(200));
}

TEST(what_has_no_room_beside_is_named)
{
    struct arena *a = test_arena();
    struct look look = with_side();
    struct boxes boxes = {.root = NULL};
    add(a, &boxes, PLACE_TEXT, PT(100), 0);
    add(a, &boxes, PLACE_SIDE, PT(120), 1);
    add(a, &boxes, PLACE_SIDE, PT(80), 2);
    add(a, &boxes, PLACE_SIDE, PT(80), 3);
    add(a, &boxes, PLACE_SIDE, PT(20), 4); /* 60 pt too much: this one would not do */
    struct sheets sheets;
    struct misfit misfit = place(a, &boxes, &look, &sheets);
    CHECK_INT(misfit.where, MISFIT_SIDE);
    CHECK_INT(misfit.section, 3);
}

TEST(sections_have_bits_of_their_own)
{
    CHECK_INT(block_side_bit(SIZE_MAX), 1);
    CHECK_INT(block_side_bit(0), 2);
    CHECK_TRUE(block_side_bit(61) != block_side_bit(62));
    CHECK_TRUE(block_side_bit(62) == block_side_bit(5000));
}

TESTS(what_stands_on_every_sheet_takes_room_on_all_but_the_first,
      the_side_column_takes_nothing_from_the_text,
      the_side_column_goes_on_overleaf_below_its_head, what_has_no_room_beside_is_named,
      sections_have_bits_of_their_own)
