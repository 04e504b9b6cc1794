/* SPDX-License-Identifier: MIT */
/* unit/page/margin.c — what stands in the margin keeps clear of all else. */
#include "test.h"

#include "base/vec.h"
#include "page/margin.h"

TEST(an_aside_stands_level_with_its_text)
{
    struct aside a[] = {
        {PT(50), PT(20), 0, 0}
    };
    CHECK_TRUE(margin_place(a, 1, NULL, 0, PT(5), PT(100)));
    CHECK_INT(a[0].y, PT(50));
}

TEST(asides_follow_each_other)
{
    struct aside a[] = {
        {PT(10), PT(30), 0,     0},
        {PT(20), PT(10), PT(7), 0}
    };
    CHECK_TRUE(margin_place(a, 2, NULL, 0, 0, PT(100)));
    CHECK_INT(a[0].y, PT(10));
    CHECK_INT(a[1].y, PT(47));
}

TEST(asides_move_up_from_the_foot)
{
    struct aside a[] = {
        {PT(70), PT(20), 0,     0},
        {PT(90), PT(20), PT(5), 0}
    };
    CHECK_TRUE(margin_place(a, 2, NULL, 0, 0, PT(100)));
    CHECK_INT(a[1].y, PT(80));
    CHECK_INT(a[0].y, PT(55));
}

TEST(asides_avoid_wide_text)
{
    struct aside a[] = {
        {PT(20), PT(30), 0, 0}
    };
    const struct taken taken[] = {
        {PT(40), PT(60)}
    };
    CHECK_TRUE(margin_place(a, 1, taken, 1, PT(5), PT(100)));
    CHECK_INT(a[0].y, PT(65));
    a[0] = (struct aside){PT(75), PT(30), 0, 0};
    CHECK_TRUE(margin_place(a, 1, taken, 1, PT(5), PT(100)));
    CHECK_INT(a[0].y, PT(70));
    a[0] = (struct aside){PT(75), PT(34), 0, 0};
    CHECK_TRUE(margin_place(a, 1, taken, 1, PT(5), PT(98)));
    CHECK_INT(a[0].y, PT(1)); /* no room below: above */
}

TEST(too_much_for_the_margin_is_told)
{
    struct aside a[] = {
        {0, PT(60), 0, 0},
        {0, PT(50), 0, 0}
    };
    CHECK_FALSE(margin_place(a, 2, NULL, 0, 0, PT(100)));
}

TEST(no_two_asides_ever_touch)
{
    uint32_t seed = 5;
    const struct taken taken[] = {
        {PT(100), PT(160)},
        {PT(300), PT(340)},
        {PT(341), PT(400)}
    };
    for (int round = 0; round < 500; round++) {
        struct aside a[4];
        mpt wish = 0;
        for (size_t i = 0; i < 4; i++) {
            seed = seed * 1664525u + 1013904223u;
            wish += (mpt)(seed >> 8) % PT(200);
            a[i] = (struct aside){wish, PT(10) + (mpt)(seed >> 16) % PT(80), PT(6), 0};
        }
        if (!margin_place(a, 4, taken, countof(taken), PT(4), PT(700)))
            continue;
        for (size_t i = 0; i < 4; i++) {
            CHECK_TRUE(a[i].y >= 0 && a[i].y + a[i].height <= PT(700));
            for (size_t t = 0; t < countof(taken); t++)
                CHECK_TRUE(a[i].y + a[i].height <= taken[t].top - PT(4) ||
                           a[i].y >= taken[t].bottom + PT(4));
            if (i > 0)
                CHECK_TRUE(a[i].y >= a[i - 1].y + a[i - 1].height + PT(6));
        }
    }
}

TESTS(an_aside_stands_level_with_its_text, asides_follow_each_other,
      asides_move_up_from_the_foot, asides_avoid_wide_text, too_much_for_the_margin_is_told,
      no_two_asides_ever_touch)
