/* SPDX-License-Identifier: MIT */
/* unit/page/monotone.c — what holds of budgets and of steps, in every layout and at any length. */
#include "studies.h"

#include "inputs.h"
#include "page/ladder.h"

#define MADE_UP 16 /* studies, from a third of a page to four */
#define BUDGETS 6
#define TRIES \
    24 /* steps of two ladders: both ends, halves of what lies between, a tight end */
/* Keeps can make a page out of a shorter text: a paragraph of three lines does not divide where one
 * of four did. It is rare, and never so at the tight end, which is what a search relies on. */
#define RARE 400 /* one step in so many */

/* All samples, and made-up studies of many lengths. They live in an arena of their own. */
static struct inputs all_studies(struct arena *a)
{
    struct inputs in = {0};
    inputs_add_folder(a, &in, "SAMPLES", S("."), false);
    for (uint32_t seed = 1; seed <= MADE_UP; seed++) {
        struct str name = str_fmt(a, "made-up-%u.md", seed);
        struct str text = studies_make(a, seed, 90 + (size_t)seed * 83);
        vec_push(a, &in.list, ((struct input){name, text}));
    }
    return in;
}

/* Call `hold` for every study in every layout. */
static void everywhere(void (*hold)(struct laid *l, void *user), void *user)
{
    struct arena *own = arena_new(TEST_ARENA_CEILING);
    struct inputs in = all_studies(own);
    struct str *layouts;
    size_t n = studies_layouts(own, &layouts);
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < in.list.n; i++) {
            struct input input = in.list.at[i];
            struct laid l = laid_read(input.name, input.text, str_cstr(own, layouts[k]));
            hold(&l, user);
            test_teardown(NULL);
        }
    arena_free(own);
}

static void try_budgets(struct laid *l, void *user)
{
    bool met = false;
    for (int pages = 1; pages <= BUDGETS; pages++) {
        recto_status status = laid_fit(l, pages);
        CHECK_TRUE(status == RECTO_OK || status == RECTO_OVER_BUDGET);
        CHECK_TRUE(!met || status == RECTO_OK);
        CHECK_TRUE(l->report.tried <= TRIES);
        met = status == RECTO_OK;
        CHECK_TRUE(!met || l->sheets.list.n <= (size_t)pages);
        *(size_t *)user += !met;
    }
}

TEST(a_larger_budget_is_met_where_a_smaller_one_is)
{
    size_t refused = 0;
    everywhere(try_budgets, &refused);
    CHECK_TRUE(refused > 20); /* or nothing was tried */
}

struct climb {
    size_t steps, more, fewer;
};

static void climb_one(struct laid *l, const struct style *style, struct climb *c)
{
    struct fit_request request = {.style = style, .scratch = l->scratch};
    request.block = l->block;
    struct ladder ladder = ladder_new(l->a, &request, S("x.md"));
    size_t least = SIZE_MAX, before = SIZE_MAX;
    for (int step = 0; step < ladder.steps; step++) {
        size_t sheets = ladder_try(&ladder, step)->sheets;
        c->steps++;
        c->more += sheets > before;
        c->fewer += sheets < before;
        least = sheets < least ? sheets : least;
        before = sheets;
    }
    CHECK_INT(before, least);
}

static void climb(struct laid *l, void *user)
{
    climb_one(l, l->style, user);
    if (style_single(l->style) != l->style)
        climb_one(l, style_single(l->style), user);
}

TEST(a_tighter_step_takes_no_more_pages)
{
    struct climb c = {0};
    everywhere(climb, &c);
    CHECK_TRUE(c.steps > 500 && c.fewer > 20);
    CHECK_TRUE(c.more * RARE <= c.steps);
}

TESTS(a_larger_budget_is_met_where_a_smaller_one_is, a_tighter_step_takes_no_more_pages)
