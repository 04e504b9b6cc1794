/* SPDX-License-Identifier: MIT */
/* unit/page/side.c — the side column against an exhaustive search. */
#include "test.h"

#include "page/side.h"

#define MOST 7
#define SHEETS 3

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

struct list {
    struct box box[MOST];
    struct beside at[MOST];
    size_t n;
};

static void random_list(struct list *l, uint32_t *seed)
{
    size_t wish = 0;
    l->n = 1 + next(seed) % MOST;
    for (size_t i = 0; i < l->n; i++) {
        l->box[i] = (struct box){.height = PT(5) + (mpt)(next(seed) % 30) * 1000};
        l->box[i].gap = (mpt)(next(seed) % 8) * 1000;
        l->box[i].penalty = next(seed) % 3 == 0 ? BREAK_NEVER : 0;
        wish += next(seed) % 4 == 0;
        l->at[i] = (struct beside){.box = &l->box[i], .wish = wish};
    }
}

/* True where the boxes fit on these sheets, in order and with their keeps. */
static bool fits(const struct list *l, const size_t *sheets, const struct side_column *c)
{
    mpt y = 0;
    for (size_t i = 0; i < l->n; i++) {
        bool top = i == 0 || sheets[i] != sheets[i - 1];
        if (i > 0 &&
            (sheets[i] < sheets[i - 1] || (top && l->box[i].penalty >= BREAK_NEVER)))
            return false;
        y = (top ? 0 : y + l->box[i].gap) + l->box[i].height;
        if (y > c->room - (sheets[i] > 0 ? c->taken : 0))
            return false;
    }
    return true;
}

static bool as_wished(const struct list *l, const size_t *sheets)
{
    for (size_t i = 0; i < l->n; i++)
        if (sheets[i] < (l->at[i].wish < SHEETS ? l->at[i].wish : SHEETS - 1))
            return false;
    return true;
}

static void try_all(const struct list *l, const struct side_column *c, bool *any,
                    bool *wished)
{
    size_t count = 1;
    for (size_t i = 0; i < l->n; i++)
        count *= SHEETS;
    for (size_t code = 0; code < count; code++) {
        size_t sheets[MOST], rest = code;
        for (size_t i = 0; i < l->n; i++, rest /= SHEETS)
            sheets[i] = rest % SHEETS;
        if (!fits(l, sheets, c))
            continue;
        *any = true;
        *wished = *wished || as_wished(l, sheets);
    }
}

TEST(all_that_can_find_room_does)
{
    uint32_t seed = 3;
    int full = 0, moved = 0;
    for (int round = 0; round < 500; round++) {
        struct list l;
        random_list(&l, &seed);
        struct side_column c = {.sheets = SHEETS, .room = PT(50), .taken = PT(8)};
        bool any = false, wished = false;
        try_all(&l, &c, &any, &wished);
        int64_t over = side_place(l.at, l.n, &c);
        CHECK_INT(over == 0, any);
        full += over > 0;
        moved += any && !wished;
        if (over > 0)
            continue;
        size_t sheets[MOST];
        for (size_t i = 0; i < l.n; i++)
            sheets[i] = l.at[i].sheet;
        CHECK_TRUE(fits(&l, sheets, &c));
        CHECK_INT(as_wished(&l, sheets), wished);
    }
    CHECK_TRUE(full > 50 && moved > 10); /* else the lists prove nothing */
}

TEST(boxes_stand_below_each_other)
{
    struct box head = {.height = PT(6)};
    struct box box[3] = {
        {.height = PT(20), .gap = PT(9)},
        {                .height = PT(20),    .gap = PT(5)            },
        { .height = PT(20),   .gap = PT(5),               .head = &head}
    };
    struct beside at[3] = {{.box = &box[0]}, {.box = &box[1]}, {.box = &box[2]}};
    struct side_column c = {.sheets = 2, .room = PT(50), .taken = PT(10)};
    CHECK_INT(side_place(at, 3, &c), 0);
    CHECK_INT(at[0].y, 0);
    CHECK_INT(at[1].y, PT(25));
    CHECK_INT(at[2].sheet, 1);
    CHECK_INT(at[2].y, PT(16)); /* below what stands on every sheet, and its own head */
    CHECK_TRUE(at[2].top);
    c.sheets = 1;
    CHECK_INT(side_place(at, 3, &c), PT(20));
}

TESTS(all_that_can_find_room_does, boxes_stand_below_each_other)
