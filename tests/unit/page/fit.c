/* SPDX-License-Identifier: MIT */
/* unit/page/fit.c — what the fit promises, on every sample. */
#include "laid.h"

#include "page/bound.h"
#include "page/layout.h"

static const char *const samples[] = {"answer-desk.md", "index-bench.md", "najm.md",
                                      "night-bus.md",   "pruefstand.md",  "xunlu.md"};

TEST(a_larger_budget_is_met_where_a_smaller_one_is)
{
    for (size_t i = 0; i < countof(samples); i++) {
        bool met = false;
        for (int pages = 1; pages <= 4; pages++) {
            struct laid l = laid_sample(samples[i], "classic");
            recto_status status = laid_fit(&l, pages);
            CHECK_TRUE(status == RECTO_OK || status == RECTO_OVER_BUDGET);
            CHECK_TRUE(!met || status == RECTO_OK);
            met = status == RECTO_OK;
            if (met)
                CHECK_TRUE(l.sheets.list.n <= (size_t)pages);
            test_teardown(NULL);
        }
        CHECK_TRUE(met);
    }
}

TEST(no_line_is_left_alone)
{
    for (size_t i = 0; i < countof(samples); i++) {
        struct laid l = laid_sample(samples[i], "classic");
        CHECK_INT(laid_fit(&l, 3), RECTO_OK);
        CHECK_INT(l.report.widows, 0);
        CHECK_INT(l.report.orphans, 0);
        test_teardown(NULL);
    }
}

TEST(every_box_stands_on_its_sheet)
{
    for (size_t i = 0; i < countof(samples); i++) {
        struct laid l = laid_sample(samples[i], "classic");
        CHECK_INT(laid_fit(&l, 2), RECTO_OK);
        for (size_t s = 0; s < l.sheets.list.n; s++) {
            const struct sheet *sheet = &l.sheets.list.at[s];
            CHECK_TRUE(sheet->used <= sheet->room);
            for (size_t b = 0; b < sheet->boxes.n; b++) {
                const struct placed *p = &sheet->boxes.at[b];
                CHECK_TRUE(p->x >= 0 && p->y >= l.sheets.look->top);
                CHECK_TRUE(p->y + p->box->height <=
                           sheet->height - l.sheets.look->bottom + 1);
            }
        }
        test_teardown(NULL);
    }
}

TEST(boxes_of_the_flow_do_not_overlap)
{
    for (size_t i = 0; i < countof(samples); i++) {
        struct laid l = laid_sample(samples[i], "classic");
        CHECK_INT(laid_fit(&l, 2), RECTO_OK);
        for (size_t s = 0; s < l.sheets.list.n; s++) {
            const struct sheet *sheet = &l.sheets.list.at[s];
            mpt foot = 0;
            for (size_t b = 0; b < sheet->boxes.n; b++) {
                const struct placed *p = &sheet->boxes.at[b];
                if (p->box->place != PLACE_TEXT && p->box->place != PLACE_WIDE)
                    continue;
                CHECK_TRUE(p->y >= foot);
                foot = p->y + p->box->height;
            }
        }
        test_teardown(NULL);
    }
}

static int64_t height_of(const struct boxes *boxes)
{
    int64_t height = 0;
    for (size_t i = 0; i < boxes->list.n; i++)
        if (boxes->list.at[i].place != PLACE_MARGIN)
            height += boxes->list.at[i].height + boxes->list.at[i].gap;
    return height;
}

/* What lets the fit pass over steps without trying them. */
TEST(an_estimate_is_never_higher_than_the_truth)
{
    for (size_t i = 0; i < countof(samples); i++) {
        struct laid l = laid_sample(samples[i], "classic");
        l.block.memo = line_memo_new(l.a);
        for (int step = 0; step < style_steps(l.style); step += 3) {
            struct block_request request = l.block;
            request.look = style_at(l.a, l.style, step);
            struct boxes truth = block_build(l.a, &request, &l.d);
            request.estimate = true;
            struct boxes least = block_build(l.a, &request, &l.d);
            struct layout layout = page_layout(l.a, &truth, request.look);
            CHECK_TRUE(height_of(&least) <= height_of(&truth));
            CHECK_TRUE(page_least_sheets(&least, 0, request.look) <= layout.breaks.sheets);
            /* … and good for something: it misses a tenth at most. */
            CHECK_TRUE(height_of(&least) * 10 >= height_of(&truth) * 9);
        }
        test_teardown(NULL);
    }
}

/* What lets one estimate speak for a run of steps. */
TEST(a_tighter_step_is_not_higher_but_for_rounding)
{
    for (size_t i = 0; i < countof(samples); i++) {
        struct laid l = laid_sample(samples[i], "classic");
        struct block_request request = l.block;
        request.estimate = true;
        request.look = style_at(l.a, l.style, 0);
        struct boxes before = block_build(l.a, &request, &l.d);
        int runs = 0;
        for (int step = 1; step < style_steps(l.style); step++) {
            const struct look *look = request.look;
            request.look = style_at(l.a, l.style, step);
            struct boxes after = block_build(l.a, &request, &l.d);
            if (bound_tighter(look, request.look)) {
                runs++;
                CHECK_TRUE(height_of(&after) - bound_rounding(&after, request.look) <=
                           height_of(&before));
            }
            before = after;
        }
        CHECK_TRUE(runs > 20);
        test_teardown(NULL);
    }
}

TEST(a_refusal_says_what_to_cut)
{
    struct laid l = laid_sample("answer-desk.md", "classic");
    CHECK_INT(laid_fit(&l, 1), RECTO_OVER_BUDGET);
    CHECK_TRUE(l.report.lines_over > 5 && l.report.lines_over < 60);
    CHECK_TRUE(l.report.words_over > 50 && l.report.words_over < 500);
    CHECK_INT(l.report.pages, 2);
    CHECK_INT(l.report.share_count, l.study->sections.n);
    const struct diag *last = vec_last(&l.d.list);
    CHECK_INT(last->code, D_P0201);
    CHECK_TRUE(str_find(last->hint, S("Evaluation & Benchmarks"), 0) < last->hint.n);
    CHECK_TRUE(str_find(last->hint, S("it would fit on 2 pages"), 0) < last->hint.n);
}

TEST(an_overflow_that_is_allowed_is_a_warning)
{
    struct laid l = laid_sample("answer-desk.md", "classic");
    struct fit_request request = {.style = l.style, .scratch = l.scratch, .block = l.block};
    request.budget = (struct budget){.pages = 1, .overflow = true};
    CHECK_INT(page_fit(l.a, &request, &l.sheets, &l.report, &l.d), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
    CHECK_INT(vec_last(&l.d.list)->code, D_P0202);
}

TEST(a_short_study_is_one_page)
{
    struct laid l = laid_sample("night-bus.md", "classic");
    CHECK_INT(laid_fit(&l, 0), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 1);
    CHECK_INT(l.sheets.list.at[0].running.n, 0); /* a single page needs no number */
}

TEST(an_author_breaks_pages)
{
    struct laid l = laid_read(
        S("x.md"), S("# T\n\n## A\n\nOne.\n\n<!-- pagebreak -->\n\nTwo.\n"), "classic");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
}

TEST(nothing_at_all_makes_a_page)
{
    struct laid l = laid_read(S("x.md"), S(""), "classic");
    CHECK_INT(laid_fit(&l, 1), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 1);
}

TESTS(a_larger_budget_is_met_where_a_smaller_one_is, no_line_is_left_alone,
      every_box_stands_on_its_sheet, boxes_of_the_flow_do_not_overlap,
      an_estimate_is_never_higher_than_the_truth,
      a_tighter_step_is_not_higher_but_for_rounding, a_refusal_says_what_to_cut,
      an_overflow_that_is_allowed_is_a_warning, a_short_study_is_one_page,
      an_author_breaks_pages, nothing_at_all_makes_a_page)
