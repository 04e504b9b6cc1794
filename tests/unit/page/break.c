/* SPDX-License-Identifier: MIT */
/* unit/page/break.c — page breaks against an exhaustive search, and what they promise. */
#include <time.h>

#include "test.h"

#include "base/vec.h"
#include "page/break.h"

#define MOST 14

/* A small generator of its own: the same lists on every machine. */
static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

struct list {
    struct box box[MOST];
    const struct box *at[MOST];
    struct flow flow;
};

static void link_columns(struct arena *a, struct list *l, size_t n, int columns)
{
    for (size_t i = 0; i < n; i++)
        l->at[i] = &l->box[i];
    l->flow = flow_measure(a, l->at, n, columns, PT(10));
}

static void link_up(struct arena *a, struct list *l, size_t n)
{
    link_columns(a, l, n, 1);
}

/* A sheet or a zone of one, measured without the help of sums. */
struct size {
    int64_t natural, least, cost;
};

static struct size stack_by_hand(const struct flow *f, size_t from, size_t to, bool top)
{
    struct size s = {0, 0, 0};
    for (size_t i = from; i < to; i++) {
        mpt gap = i > from ? f->at[i]->gap : 0;
        mpt head = i == from && top && f->at[i]->head ? f->at[i]->head->height : 0;
        s.natural += f->at[i]->height + gap + head;
        s.least += f->at[i]->height + gap + head - (i > from ? f->at[i]->gap_shrink : 0);
    }
    return s;
}

static int64_t most(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t square(int64_t n)
{
    return n * n;
}

static int64_t price(int penalty)
{
    int64_t p = penalty;
    return p <= BREAK_ALWAYS ? 0 : p * (p < 0 ? -p : p) / 20;
}

/* The columns of [from, to), tried at every place. */
static struct size zone_by_hand(const struct flow *f, size_t from, size_t to, bool top,
                                bool low)
{
    struct size best = stack_by_hand(f, from, to, top);
    if (f->columns < 2 || f->at[from]->place == PLACE_WIDE)
        return best;
    int64_t rank = INT64_MAX;
    for (size_t k = from + 1; k <= to; k++) {
        if (k < to && f->at[k]->penalty >= BREAK_NEVER)
            continue;
        struct size first = stack_by_hand(f, from, k, top);
        struct size second = stack_by_hand(f, k, to, true);
        struct size z = {most(first.natural, second.natural),
                         most(first.least, second.least), 0};
        int64_t uneven =
            most(first.natural, second.natural) * 2 - first.natural - second.natural;
        z.cost = k < to ? price(f->at[k]->penalty) : 0;
        z.cost += uneven * 90 / PT(10) + most(uneven - PT(40), 0) * 3000 / PT(10);
        int64_t r = low ? z.least : z.natural * 160 / PT(10) + z.cost;
        if (r < rank || (r == rank && z.cost < best.cost)) {
            rank = r;
            best = z;
        }
    }
    return best;
}

static struct size sheet_by_hand(const struct flow *f, size_t from, size_t to, bool low)
{
    struct size s = {0, 0, 0};
    for (size_t i = from; i < to;) {
        bool wide = f->at[i]->place == PLACE_WIDE;
        size_t end = i + 1;
        while (!wide && end < to && f->at[end]->place != PLACE_WIDE)
            end++;
        struct size z = zone_by_hand(f, i, end, i == from, low);
        s.natural += z.natural + (i > from ? f->at[i]->gap : 0);
        s.least += z.least + (i > from ? f->at[i]->gap - f->at[i]->gap_shrink : 0);
        s.cost += z.cost;
        i = end;
    }
    return s;
}

/* Price of the sheet [from, to), written down again from the words of break.h; -1: unlawful. */
static int64_t sheet_price(const struct flow *f, const struct paper *paper, size_t from,
                           size_t to, int64_t sheet)
{
    struct size s = sheet_by_hand(f, from, to, false);
    if (s.least > paper->room && f->columns > 1)
        s = sheet_by_hand(f, from, to, true);
    if (s.least > paper->room)
        return -1;
    int64_t fill = s.natural < paper->room ? s.natural * 1000 / paper->room : 1000;
    int64_t cost = 10000000 + s.cost + (from > 0 ? price(f->at[from]->penalty) : 0);
    if (to == f->n)
        return cost + most(800 - fill, 0) * 8 + square(most(700 - fill, 0)) / 10;
    bool wanted = f->at[to]->penalty <= BREAK_ALWAYS;
    int64_t empty = (1000 - fill) * 2 + most(850 - fill, 0) * 4;
    empty += square(most(750 - fill, 0)) / 10;
    return cost + (wanted ? 0 : empty * (1000 - 30 * sheet) / 1000);
}

/* Cost of one given set of breaks; -1: unlawful. */
static int64_t cost_of(const struct flow *f, const struct paper *paper, uint32_t breaks)
{
    int64_t cost = 0, sheet = 0;
    size_t from = 0;
    for (size_t to = 1; to <= f->n; to++) {
        int penalty = to < f->n ? f->at[to]->penalty : 0;
        bool here = to == f->n || (breaks >> to & 1);
        if (here ? penalty >= BREAK_NEVER : penalty <= BREAK_ALWAYS)
            return -1;
        if (!here)
            continue;
        int64_t more = sheet_price(f, paper, from, to, sheet++);
        if (more < 0)
            return -1;
        cost += more;
        from = to;
    }
    return cost;
}

static int64_t best_by_hand(const struct flow *f, const struct paper *paper)
{
    int64_t best = -1;
    for (uint32_t breaks = 0; breaks < 1u << f->n; breaks += 2) {
        int64_t cost = cost_of(f, paper, breaks);
        if (cost >= 0 && (best < 0 || cost < best))
            best = cost;
    }
    return best;
}

static void random_list(struct arena *a, struct list *l, size_t n, uint32_t *seed)
{
    static const int penalties[] = {0, 0, 0, 80, 80, -60, BREAK_NEVER, 900, BREAK_ALWAYS};
    for (size_t i = 0; i < n; i++) {
        uint32_t r = next(seed);
        l->box[i] = (struct box){.height = PT(5) + (mpt)(r % 40) * 1000};
        l->box[i].gap = (mpt)(next(seed) % 12) * 1000;
        l->box[i].gap_shrink = l->box[i].gap / 4;
        l->box[i].penalty = penalties[next(seed) % countof(penalties)];
    }
    link_up(a, l, n);
}

/* How many of `rounds` lists had lawful breaks; each is to be the best of all. */
static int check_best(struct arena *a, struct list *l, int columns,
                      const struct paper *paper)
{
    link_columns(a, l, l->flow.n, columns);
    struct page_breaks b = page_break(a, &l->flow, paper);
    int64_t best = best_by_hand(&l->flow, paper);
    CHECK_INT(b.forced, best < 0);
    if (best >= 0)
        CHECK_INT(b.cost, best);
    return best >= 0;
}

TEST(breaks_are_the_best_of_all)
{
    struct arena *a = test_arena();
    uint32_t seed = 7;
    struct paper paper = {.room = PT(100)};
    int lawful = 0;
    for (int round = 0; round < 400; round++) {
        struct list l;
        size_t n = 3 + next(&seed) % (MOST - 3);
        random_list(a, &l, n, &seed);
        lawful += check_best(a, &l, 1, &paper);
    }
    CHECK_TRUE(lawful > 200); /* else the lists prove nothing */
}

TEST(breaks_in_columns_are_the_best_of_all)
{
    struct arena *a = test_arena();
    uint32_t seed = 11;
    struct paper paper = {.room = PT(70)};
    struct box head = {.height = PT(8)};
    int lawful = 0;
    for (int round = 0; round < 600; round++) {
        struct list l;
        size_t n = 3 + next(&seed) % (MOST - 3);
        random_list(a, &l, n, &seed);
        for (size_t i = 0; i < n; i++) {
            l.box[i].gap_shrink = 0;
            l.box[i].head = next(&seed) % 5 == 0 ? &head : NULL;
            l.box[i].place = next(&seed) % 6 == 0 ? PLACE_WIDE : PLACE_TEXT;
        }
        lawful += check_best(a, &l, 2, &paper);
    }
    CHECK_TRUE(lawful > 300);
}

TEST(every_box_stands_on_one_sheet)
{
    struct arena *a = test_arena();
    uint32_t seed = 99;
    struct paper paper = {.room = PT(60), .pinned = PT(20), .notes_gap = PT(5)};
    for (int round = 0; round < 200; round++) {
        struct list l;
        random_list(a, &l, 1 + next(&seed) % (MOST - 1), &seed);
        struct page_breaks b = page_break(a, &l.flow, &paper);
        CHECK_INT(b.start[0], 0);
        CHECK_INT(b.start[b.sheets], l.flow.n);
        for (size_t s = 0; s < b.sheets; s++)
            CHECK_TRUE(b.start[s] <= b.start[s + 1]);
    }
}

/* Paragraphs of `lines` lines each, as block/set.c puts them down. */
static size_t paragraphs(struct arena *a, struct list *l, const int *lines, size_t n)
{
    size_t at = 0;
    for (size_t p = 0; p < n; p++)
        for (int i = 0; i < lines[p]; i++, at++) {
            bool tied = i == 1 || (i > 0 && i + 1 == lines[p]);
            l->box[at] = (struct box){.height = PT(10), .penalty = i == 0 ? 0 : 80};
            if (tied)
                l->box[at].penalty = BREAK_NEVER;
            l->box[at].club_line = i == 0 && lines[p] > 1;
            l->box[at].widow_line = i > 0 && i + 1 == lines[p];
        }
    link_up(a, l, at);
    return at;
}

TEST(no_widow_and_no_orphan)
{
    struct arena *a = test_arena();
    for (int first = 1; first <= 7; first++)
        for (int second = 1; second <= 7; second++) {
            struct list l;
            paragraphs(a, &l, (const int[]){first, second}, 2);
            struct paper paper = {.room = PT(40)};
            struct page_breaks b = page_break(a, &l.flow, &paper);
            CHECK_FALSE(b.forced);
            for (size_t s = 1; s < b.sheets; s++) {
                CHECK_FALSE(l.box[b.start[s]].widow_line);
                CHECK_FALSE(l.box[b.start[s] - 1].club_line);
            }
        }
}

TEST(a_repeated_head_takes_its_height)
{
    struct arena *a = test_arena();
    struct list l;
    struct box head = {.height = PT(10)};
    for (size_t i = 0; i < 6; i++)
        l.box[i] = (struct box){.height = PT(10), .head = i > 0 ? &head : NULL};
    link_up(a, &l, 6);
    struct paper paper = {.room = PT(30)};
    struct page_breaks b = page_break(a, &l.flow, &paper);
    CHECK_INT(b.sheets, 3); /* 3 rows, then 2 below a head, then the last */
    CHECK_INT(b.start[1], 3);
    CHECK_INT(flow_stack(&l.flow, 3, 5, true).natural, PT(30));
}

TEST(notes_go_with_their_line)
{
    struct arena *a = test_arena();
    struct list l;
    struct box note = {.height = PT(15)};
    struct box *const notes[] = {&note};
    for (size_t i = 0; i < 4; i++)
        l.box[i] = (struct box){.height = PT(10)};
    l.box[2].notes = notes;
    l.box[2].note_count = 1;
    link_up(a, &l, 4);
    struct paper paper = {.room = PT(40), .notes_gap = PT(5)};
    struct page_breaks b = page_break(a, &l.flow, &paper);
    CHECK_INT(b.sheets, 2);
    CHECK_INT(b.start[1], 2);
}

TEST(pinned_height_is_kept_free)
{
    struct arena *a = test_arena();
    struct list l;
    for (size_t i = 0; i < 3; i++)
        l.box[i] = (struct box){.height = PT(10)};
    link_up(a, &l, 3);
    struct paper paper = {.room = PT(40), .pinned = PT(10)};
    CHECK_INT(page_break(a, &l.flow, &paper).sheets, 1);
    paper.pinned = PT(11);
    CHECK_INT(page_break(a, &l.flow, &paper).sheets, 2);
}

TEST(white_space_collects_at_the_end)
{
    struct arena *a = test_arena();
    struct list l;
    for (size_t i = 0; i < 7; i++)
        l.box[i] = (struct box){.height = PT(10)};
    l.box[4].height = PT(35); /* leaves the first sheet or the second with a hole */
    l.box[5].penalty = BREAK_ALWAYS;
    link_up(a, &l, 7);
    struct paper paper = {.room = PT(40)};
    struct page_breaks b = page_break(a, &l.flow, &paper);
    CHECK_INT(b.sheets, 3);
    CHECK_INT(b.start[1], 4);
    CHECK_INT(b.start[2], 5);
}

TEST(a_box_higher_than_a_sheet_is_told)
{
    struct arena *a = test_arena();
    struct list l;
    l.box[0] = (struct box){.height = PT(10)};
    l.box[1] = (struct box){.height = PT(50)};
    link_up(a, &l, 2);
    struct paper paper = {.room = PT(40)};
    struct page_breaks b = page_break(a, &l.flow, &paper);
    CHECK_TRUE(b.forced);
    CHECK_INT(b.sheets, 2);
}

TEST(nothing_makes_one_empty_sheet)
{
    struct arena *a = test_arena();
    struct flow flow = flow_measure(a, NULL, 0, 1, PT(10));
    struct paper paper = {.room = PT(40)};
    CHECK_INT(page_break(a, &flow, &paper).sheets, 1);
}

/* 20,000 boxes: what a hostile text of a megabyte comes to. */
static void check_large(int columns, mpt height)
{
    enum { LARGE = 20000 };
    struct arena *a = test_arena();
    struct box *boxes = arena_many(a, LARGE, struct box);
    const struct box **at = arena_many(a, LARGE, const struct box *);
    for (size_t i = 0; i < LARGE; i++) {
        boxes[i].height = height;
        boxes[i].penalty = i % 5 == 1 || i % 5 == 4 ? BREAK_NEVER : 80;
        boxes[i].place = i % 977 == 0 ? PLACE_WIDE : PLACE_TEXT;
        at[i] = &boxes[i];
    }
    clock_t start = clock();
    struct flow flow = flow_measure(a, at, LARGE, columns, PT(12));
    struct paper paper = {.room = PT(700)};
    struct page_breaks b = page_break(a, &flow, &paper);
    /* Of the processor: .2 s on a fast machine, more on a slow one with sanitizers. */
    CHECK_TRUE(clock() - start < 20 * CLOCKS_PER_SEC);
    CHECK_FALSE(b.forced);
    CHECK_TRUE((int64_t)b.sheets * columns * paper.room >= (int64_t)LARGE * height);
}

TEST(a_very_long_flow_takes_no_time)
{
    check_large(1, PT(12));
    check_large(2, PT(12));
    check_large(2, 0);
    check_large(1, 0);
}

TESTS(breaks_in_columns_are_the_best_of_all, a_very_long_flow_takes_no_time,
      breaks_are_the_best_of_all, every_box_stands_on_one_sheet, no_widow_and_no_orphan,
      a_repeated_head_takes_its_height, notes_go_with_their_line,
      pinned_height_is_kept_free, white_space_collects_at_the_end,
      a_box_higher_than_a_sheet_is_told, nothing_makes_one_empty_sheet)
