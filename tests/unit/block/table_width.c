/* SPDX-License-Identifier: MIT */
/* unit/block/table_width.c — how a measure is shared out among columns. */
#include "test.h"

#include "block/table_width.h"

static mpt sum(const struct column *c, size_t n)
{
    mpt sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += c[i].width;
    return sum;
}

TEST(numbers_are_even_and_all_take_their_part_of_the_rest)
{
    struct column c[] = {
        {PT(30), PT(100), false, 0, 0, 0, 0, 0},
        {PT(20), PT(20),  true,  0, 0, 0, 0, 0},
        {PT(40), PT(40),  true,  0, 0, 0, 0, 0}
    };
    CHECK_TRUE(table_widths(c, 3, PT(300), PT(10)));
    CHECK_INT(c[1].width, 62222); /* 40 and 40/180 of the 100 pt that are left */
    CHECK_INT(c[2].width, 62223);
    CHECK_INT(c[0].width, 155555);
    CHECK_INT(c[2].x, 155555 + 62222 + PT(20));
    CHECK_TRUE(table_could_fit(c, 3, PT(110), PT(10)));
    CHECK_FALSE(table_could_fit(c, 3, PT(109), PT(10)));
}

TEST(a_tight_table_narrows_its_text)
{
    struct column c[] = {
        {PT(50), PT(250), false, 0, 0, 0, 0, 0},
        {PT(50), PT(150), false, 0, 0, 0, 0, 0},
        {PT(30), PT(30),  true,  0, 0, 0, 0, 0}
    };
    CHECK_TRUE(table_widths(c, 3, PT(300), PT(10)));
    CHECK_INT(c[2].width, PT(30));
    CHECK_INT(c[0].width, PT(150));
    CHECK_INT(c[1].width, PT(100));
}

TEST(what_cannot_fit_is_told)
{
    struct column c[] = {
        {PT(200), PT(250), false, 0, 0, 0, 0, 0},
        {PT(150), PT(150), false, 0, 0, 0, 0, 0}
    };
    CHECK_FALSE(table_widths(c, 2, PT(300), PT(10)));
    CHECK_INT(c[0].width, PT(200));
}

TEST(the_measure_is_filled_exactly)
{
    uint32_t seed = 3;
    for (int round = 0; round < 300; round++) {
        struct column c[7] = {{0}};
        size_t n = 1 + seed % 7;
        mpt room = PT(480) - (mpt)(n - 1) * PT(12);
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            c[i].min = (mpt)(seed >> 8) % PT(60);
            c[i].max = c[i].min + (mpt)(seed >> 12) % PT(200);
            c[i].numeric = seed >> 20 & 1;
        }
        if (!table_widths(c, n, PT(480), PT(12)))
            continue;
        mpt left = room - sum(c, n);
        CHECK_TRUE(left >= 0 && left <= (mpt)n); /* rounding at most */
        for (size_t i = 0; i < n; i++)
            CHECK_TRUE(c[i].width >= c[i].min);
    }
}

TESTS(numbers_are_even_and_all_take_their_part_of_the_rest, a_tight_table_narrows_its_text,
      what_cannot_fit_is_told, the_measure_is_filled_exactly)
