/* SPDX-License-Identifier: MIT */
/* unit/page/break.c — page breaks against an exhaustive search, and what they promise. */
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

static void link_up(struct list *l, size_t n)
{
    for (size_t i = 0; i < n; i++)
        l->at[i] = &l->box[i];
    l->flow = (struct flow){l->at, n};
}

/* Cost of one given set of breaks, written down again from the words of break.h; -1: unlawful. */
static int64_t cost_of(const struct flow *f, const struct paper *paper, uint32_t breaks)
{
    int64_t cost = 0, sheet = 0;
    size_t from = 0;
    for (size_t to = 1; to <= f->n; to++) {
        bool last = to == f->n;
        bool here = last || (breaks >> to & 1);
        if (!last && !here && f->at[to]->penalty <= BREAK_ALWAYS)
            return -1;
        if (!here)
            continue;
        if (!last && f->at[to]->penalty >= BREAK_NEVER)
            return -1;
        int64_t height = page_height_of(f, from, to, paper), shrink = 0;
        for (size_t i = from + 1; i < to; i++)
            shrink += f->at[i]->gap_shrink;
        if (height - shrink > paper->room)
            return -1;
        int64_t fill = height < paper->room ? height * 1000 / paper->room : 1000;
        cost += 10000000;
        if (last && fill < 550)
            cost += (550 - fill) * (550 - fill) / 10;
        if (!last && f->at[to]->penalty > BREAK_ALWAYS)
            cost += (1000 - fill) * 10 * (1000 - 30 * sheet) / 1000;
        sheet++;
        int64_t p = from > 0 ? f->at[from]->penalty : 0;
        if (p > BREAK_ALWAYS)
            cost += p * (p < 0 ? -p : p) / 20;
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

static void random_list(struct list *l, size_t n, uint32_t *seed)
{
    static const int penalties[] = {0, 0, 0, 80, 80, -60, BREAK_NEVER, 900, BREAK_ALWAYS};
    for (size_t i = 0; i < n; i++) {
        uint32_t r = next(seed);
        l->box[i] = (struct box){.height = PT(5) + (mpt)(r % 40) * 1000};
        l->box[i].gap = (mpt)(next(seed) % 12) * 1000;
        l->box[i].gap_shrink = l->box[i].gap / 4;
        l->box[i].penalty = penalties[next(seed) % countof(penalties)];
    }
    link_up(l, n);
}

TEST(breaks_are_the_best_of_all)
{
    struct arena *a = test_arena();
    uint32_t seed = 7;
    struct paper paper = {.room = PT(100)};
    int lawful = 0;
    for (int round = 0; round < 400; round++) {
        struct list l;
        random_list(&l, 3 + next(&seed) % (MOST - 3), &seed);
        struct page_breaks b = page_break(a, &l.flow, &paper);
        int64_t best = best_by_hand(&l.flow, &paper);
        CHECK_INT(b.forced, best < 0);
        if (best < 0)
            continue;
        lawful++;
        CHECK_INT(b.cost, best);
    }
    CHECK_TRUE(lawful > 200); /* else the lists prove nothing */
}

TEST(every_box_stands_on_one_sheet)
{
    struct arena *a = test_arena();
    uint32_t seed = 99;
    struct paper paper = {.room = PT(60), .pinned = PT(20), .notes_gap = PT(5)};
    for (int round = 0; round < 200; round++) {
        struct list l;
        random_list(&l, 1 + next(&seed) % (MOST - 1), &seed);
        struct page_breaks b = page_break(a, &l.flow, &paper);
        CHECK_INT(b.start[0], 0);
        CHECK_INT(b.start[b.sheets], l.flow.n);
        for (size_t s = 0; s < b.sheets; s++)
            CHECK_TRUE(b.start[s] <= b.start[s + 1]);
    }
}

/* Paragraphs of `lines` lines each, as block/set.c puts them down. */
static size_t paragraphs(struct list *l, const int *lines, size_t n)
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
    link_up(l, at);
    return at;
}

TEST(no_widow_and_no_orphan)
{
    struct arena *a = test_arena();
    for (int first = 1; first <= 7; first++)
        for (int second = 1; second <= 7; second++) {
            struct list l;
            paragraphs(&l, (const int[]){first, second}, 2);
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
    link_up(&l, 6);
    struct paper paper = {.room = PT(30)};
    struct page_breaks b = page_break(a, &l.flow, &paper);
    CHECK_INT(b.sheets, 3); /* 3 rows, then 2 below a head, then the last */
    CHECK_INT(b.start[1], 3);
    CHECK_INT(page_height_of(&l.flow, 3, 5, &paper), PT(30));
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
    link_up(&l, 4);
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
    link_up(&l, 3);
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
    link_up(&l, 7);
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
    link_up(&l, 2);
    struct paper paper = {.room = PT(40)};
    struct page_breaks b = page_break(a, &l.flow, &paper);
    CHECK_TRUE(b.forced);
    CHECK_INT(b.sheets, 2);
}

TEST(nothing_makes_one_empty_sheet)
{
    struct arena *a = test_arena();
    struct flow flow = {NULL, 0};
    struct paper paper = {.room = PT(40)};
    CHECK_INT(page_break(a, &flow, &paper).sheets, 1);
}

TESTS(breaks_are_the_best_of_all, every_box_stands_on_one_sheet, no_widow_and_no_orphan,
      a_repeated_head_takes_its_height, notes_go_with_their_line,
      pinned_height_is_kept_free, white_space_collects_at_the_end,
      a_box_higher_than_a_sheet_is_told, nothing_makes_one_empty_sheet)
