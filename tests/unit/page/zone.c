/* SPDX-License-Identifier: MIT */
/* unit/page/zone.c — columns side by side: where they part, and where their boxes stand. */
#include "test.h"

#include "page/column.h"

#define MOST 40

struct list {
    struct box box[MOST];
    const struct box *at[MOST];
    struct flow flow;
};

/* `n` lines of 10 pt that may part anywhere. */
static void lines(struct list *l, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        l->box[i] = (struct box){.height = PT(10), .penalty = 80};
        l->at[i] = &l->box[i];
    }
}

static struct zone balance(struct list *l, size_t n, enum zone_wish wish)
{
    l->flow = flow_measure(test_arena(), l->at, n, 2, PT(10));
    return zone_balance(&l->flow, 0, n, true, wish);
}

TEST(columns_are_even)
{
    struct list l;
    lines(&l, 12);
    struct zone z = balance(&l, 12, ZONE_FAIR);
    CHECK_INT(z.split, 6);
    CHECK_INT(z.height.natural, PT(60));
    lines(&l, 13);
    CHECK_INT(balance(&l, 13, ZONE_FAIR).height.natural, PT(70));
}

TEST(a_column_rather_begins_with_a_section)
{
    struct list l;
    lines(&l, 12);
    l.box[7].penalty = -60;
    CHECK_INT(balance(&l, 12, ZONE_FAIR).split, 7);
    CHECK_INT(balance(&l, 12, ZONE_LOW).split, 6);
    lines(&l, 12);
    l.box[10].penalty = -60; /* too far from the middle */
    CHECK_INT(balance(&l, 12, ZONE_FAIR).split, 6);
}

TEST(a_column_never_begins_with_a_widow)
{
    struct list l;
    lines(&l, 10);
    for (size_t i = 3; i < 8; i++)
        l.box[i].penalty = BREAK_NEVER;
    struct zone z = balance(&l, 10, ZONE_LOW);
    CHECK_INT(z.split, 8);
    for (size_t i = 1; i < 10; i++)
        l.box[i].penalty = BREAK_NEVER;
    z = balance(&l, 10, ZONE_LOW);
    CHECK_INT(z.split, 10); /* nothing may part: one column */
    CHECK_INT(z.height.natural, PT(100));
}

TEST(the_glue_above_a_second_column_is_dropped)
{
    struct list l;
    lines(&l, 12);
    for (size_t i = 0; i < 12; i++)
        l.box[i].gap = PT(5);
    CHECK_INT(balance(&l, 12, ZONE_FAIR).height.natural, PT(85));
}

TEST(a_table_shows_its_head_in_both_columns)
{
    struct list l;
    struct box head = {.height = PT(10)};
    lines(&l, 11);
    for (size_t i = 1; i < 11; i++)
        l.box[i].head = &head;
    struct zone z = balance(&l, 11, ZONE_LOW);
    CHECK_INT(z.split, 6);
    CHECK_INT(z.height.natural, PT(60));
    struct spot spots[MOST];
    struct column c = {.flow = &l.flow, .to = 11};
    CHECK_INT(column_set(&c, 0, spots), PT(60));
    CHECK_TRUE(spots[6].top);
    CHECK_INT(spots[6].y, PT(10));
}

TEST(wide_boxes_part_the_zones)
{
    struct list l;
    lines(&l, 9);
    l.box[4].place = PLACE_WIDE;
    l.box[4].gap = l.box[5].gap = PT(5);
    balance(&l, 9, ZONE_FAIR);
    struct spot spots[MOST];
    struct column c = {.flow = &l.flow, .to = 9};
    CHECK_INT(column_set(&c, 0, spots), PT(60));
    static const int columns[] = {0, 0, 1, 1, 0, 0, 0, 1, 1};
    static const int tops[] = {0, 10, 0, 10, 25, 40, 50, 40, 50};
    for (size_t i = 0; i < 9; i++) {
        CHECK_INT(spots[i].column, columns[i]);
        CHECK_INT(spots[i].y, PT(tops[i]));
    }
}

/* Glue grows by whole half-lines, so that lines of both columns stand on one lattice. */
TEST(columns_share_their_baselines)
{
    struct list l;
    lines(&l, 12);
    for (size_t i = 0; i < 12; i += 3) {
        l.box[i].gap = PT(5);
        l.box[i].gap_stretch = PT(7);
    }
    balance(&l, 12, ZONE_FAIR);
    struct column c = {.flow = &l.flow, .to = 12, .half = PT(5)};
    for (int ratio = 0; ratio <= 1000; ratio += 50) {
        struct spot spots[MOST];
        column_set(&c, ratio, spots);
        for (size_t i = 0; i < 12; i++)
            CHECK_INT(spots[i].y % PT(5), 0);
    }
}

TEST(notes_stand_in_columns_too)
{
    struct list l;
    struct box note = {.height = PT(8)};
    struct box *const notes[] = {&note};
    lines(&l, 6);
    for (size_t i = 0; i < 5; i++) {
        l.box[i].notes = notes;
        l.box[i].note_count = 1;
    }
    balance(&l, 6, ZONE_FAIR);
    CHECK_INT(flow_notes(&l.flow, 0, 6), PT(24));
    CHECK_INT(flow_notes_split(&l.flow, 0, 6), 3);
    CHECK_INT(flow_notes(&l.flow, 5, 6), 0);
    CHECK_INT(flow_notes(&l.flow, 1, 2), PT(8));
}

TESTS(columns_are_even, a_column_rather_begins_with_a_section,
      a_column_never_begins_with_a_widow, the_glue_above_a_second_column_is_dropped,
      a_table_shows_its_head_in_both_columns, wide_boxes_part_the_zones,
      columns_share_their_baselines, notes_stand_in_columns_too)
