/* SPDX-License-Identifier: MIT */
/* unit/page/fit.c — what the fit promises, on every sample. */
#include "laid.h"

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

TEST(one_page_is_set_as_a_single_one_whatever_the_budget)
{
    for (int pages = 0; pages <= 2; pages++) {
        struct laid l = laid_sample("najm.md", "classic");
        CHECK_INT(laid_fit(&l, pages), RECTO_OK);
        CHECK_INT(l.sheets.list.n, 1);
        CHECK_TRUE(l.report.style == style_single(l.style));
        CHECK_INT(l.sheets.look->section_style, SECTION_RUN_IN);
        test_teardown(NULL);
    }
    struct laid l = laid_sample("answer-desk.md", "classic");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_TRUE(l.report.style == l.style);
}

static size_t boxes_of(const struct sheets *sheets, enum place place, size_t section)
{
    size_t n = 0;
    for (size_t s = 0; s < sheets->list.n; s++)
        for (size_t i = 0; i < sheets->list.at[s].boxes.n; i++) {
            const struct placed *p = &sheets->list.at[s].boxes.at[i];
            n += !p->repeated && p->box->place == place && p->box->section == section;
        }
    return n;
}

/* A side column that is too full gives up what makes room enough, not all there is. */
TEST(what_has_no_room_beside_the_text_stands_in_it)
{
    struct arena *a = test_arena();
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("# T\n\n## Quick Facts\n\n"));
    for (int i = 0; i < 40; i++)
        strbuf_fmt(&b, "- **Fact %d:** a value that takes more than a line there\n", i);
    strbuf_put(&b, S("\n## Problem\n\nOne.\n\n## Links\n\n- [Code](https://e.org)\n"));
    struct laid l = laid_read(S("facts.md"), strbuf_str(&b), "sidebar");
    CHECK_INT(laid_fit(&l, 1), RECTO_OK);
    CHECK_INT(boxes_of(&l.sheets, PLACE_SIDE, 0), 0);
    CHECK_TRUE(boxes_of(&l.sheets, PLACE_TEXT, 0) + boxes_of(&l.sheets, PLACE_WIDE, 0) > 9);
    CHECK_TRUE(boxes_of(&l.sheets, PLACE_SIDE, 2) > 0);
}

/* Where a box of `section` stands in the side column, from the top of the sheet; 0: it does not. */
static mpt beside_at(const struct sheets *sheets, size_t section)
{
    const struct sheet *sheet = &sheets->list.at[sheets->list.n - 1];
    for (size_t i = 0; i < sheet->boxes.n; i++)
        if (sheet->boxes.at[i].box->place == PLACE_SIDE &&
            sheet->boxes.at[i].box->section == section)
            return sheet->boxes.at[i].y;
    return 0;
}

TEST(a_disclosure_ends_the_side_column)
{
    struct str text = S("# T\n\n## Ethics\n\nOne.\n\nDrafted with AI, verified by me.\n\n"
                        "## Links\n\n- [Code](https://e.org)\n");
    struct laid l = laid_read(S("x.md"), text, "sidebar");
    CHECK_INT(laid_fit(&l, 1), RECTO_OK);
    CHECK_TRUE(beside_at(&l.sheets, 1) > 0);
    CHECK_TRUE(beside_at(&l.sheets, 0) > beside_at(&l.sheets, 1));
    test_teardown(NULL);
    l = laid_read(S("x.md"), text, "swiss");
    CHECK_INT(laid_fit(&l, 1), RECTO_OK);
    CHECK_INT(boxes_of(&l.sheets, PLACE_SIDE, 0), 0);
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

static size_t told(const struct diags *d, enum diag_code code)
{
    size_t n = 0;
    for (size_t i = 0; i < d->list.n; i++)
        n += d->list.at[i].code == code;
    return n;
}

/* The first of its code; there must be one. */
static struct diag finding(const struct diags *d, enum diag_code code)
{
    size_t i = 0;
    while (i < d->list.n && d->list.at[i].code != code)
        i++;
    CHECK_TRUE(i < d->list.n);
    return d->list.at[i];
}

static bool says(struct str text, const char *words)
{
    return str_find(text, str_from(words), 0) < text.n;
}

TEST(a_refusal_says_what_to_cut)
{
    struct laid l = laid_sample("answer-desk.md", "classic");
    CHECK_INT(laid_fit(&l, 1), RECTO_OVER_BUDGET);
    CHECK_TRUE(l.report.lines_over > 5 && l.report.lines_over < 60);
    CHECK_TRUE(l.report.words_over > 50 && l.report.words_over < l.report.words);
    CHECK_INT(l.report.pages, 2);
    CHECK_INT(l.report.share_count, l.study->sections.n);
    struct diag refusal = finding(&l.d, D_P0201);
    CHECK_TRUE(says(refusal.text, "lines (about"));
    CHECK_TRUE(says(refusal.text, "text 9.2 on 12.1 pt")); /* where the knobs are */
    CHECK_TRUE(says(refusal.hint, "it fits on 2 pages"));
}

TEST(a_refusal_shares_the_cut_out)
{
    struct laid l = laid_sample("answer-desk.md", "classic");
    CHECK_INT(laid_fit(&l, 1), RECTO_OVER_BUDGET);
    int sum = 0;
    for (size_t i = 0; i < l.report.share_count; i++) {
        const struct section_share *share = &l.report.shares[i];
        CHECK_TRUE(share->cut >= 0 && share->cut <= share->words);
        sum += share->cut;
    }
    CHECK_INT(sum, l.report.words_over);
    CHECK_TRUE(told(&l.d, D_P0205) > 5);
    CHECK_TRUE(finding(&l.d, D_P0205).span.line > 0); /* an editor jumps there */
    for (size_t i = 0; i < l.d.list.n; i++)           /* nobody shortens an address */
        CHECK_FALSE(l.d.list.at[i].code == D_P0205 && says(l.d.list.at[i].text, "Contact"));
}

TEST(a_cut_as_told_makes_it_fit)
{
    struct arena *a = test_arena();
    struct strbuf long_one = strbuf_at(a), short_one = strbuf_at(a);
    for (int i = 0; i < 130; i++)
        strbuf_put(&long_one, S("Nine plain words stand in each of these sentences. "));
    struct laid l = laid_read(
        S("x.md"), str_join(a, S("# T\n\n## A\n\n"), strbuf_str(&long_one)), "classic");
    CHECK_INT(laid_fit(&l, 1), RECTO_OVER_BUDGET);
    int left = l.report.words - l.report.words_over;
    for (int i = 0; i < left / 9; i++)
        strbuf_put(&short_one, S("Nine plain words stand in each of these sentences. "));
    struct laid s = laid_read(
        S("x.md"), str_join(a, S("# T\n\n## A\n\n"), strbuf_str(&short_one)), "classic");
    CHECK_INT(laid_fit(&s, 1), RECTO_OK);
    CHECK_TRUE(s.sheets.list.at[0].used * 10 >= s.sheets.list.at[0].room * 9);
}

#define PARAGRAPHS 16

/* Sections of one paragraph of so many words. */
static struct str short_sections(struct arena *a, const int words[PARAGRAPHS])
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("# T\n"));
    for (int i = 0; i < PARAGRAPHS; i++) {
        strbuf_fmt(&b, "\n## Section %c\n\n", 'A' + i);
        for (int k = 0; k < words[i]; k++)
            strbuf_fmt(&b, "%s ", k % 3 == 1 ? "longer" : "plain");
    }
    return strbuf_str(&b);
}

/* Of the lines that words taken out here and there would fill, not all go. */
TEST(a_cut_as_told_in_each_section_makes_it_fit)
{
    for (int more = 0; more < 12; more++) {
        int words[PARAGRAPHS];
        for (int i = 0; i < PARAGRAPHS; i++)
            words[i] = 60 + more * 3 + i * 29 % 30 - 20 * (i % 2);
        struct laid l = laid_read(S("x.md"), short_sections(test_arena(), words), "swiss");
        CHECK_INT(laid_fit(&l, 1), RECTO_OVER_BUDGET);
        for (int i = 0; i < PARAGRAPHS; i++)
            words[i] -= l.report.shares[i].cut;
        struct laid s = laid_read(S("x.md"), short_sections(test_arena(), words), "swiss");
        CHECK_INT(laid_fit(&s, 1), RECTO_OK);
        test_teardown(NULL);
    }
}

/* Three sections that must not part, so many sentences each. */
static struct str three_kept(struct arena *a, const int sentences[3])
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("# T\n"));
    for (int i = 0; i < 3; i++) {
        strbuf_fmt(&b, "\n## %c {.keep}\n\n", 'A' + i);
        for (int k = 0; k < sentences[i]; k++)
            strbuf_put(&b, S("Nine plain words stand in each of these sentences. "));
    }
    return strbuf_str(&b);
}

/* Together they are not as high as two pages, but no two of them fit on one. */
TEST(a_refusal_counts_what_must_not_part)
{
    struct arena *a = test_arena();
    int sentences[3] = {70, 70, 70};
    struct laid l = laid_read(S("x.md"), three_kept(a, sentences), "classic");
    CHECK_INT(laid_fit(&l, 2), RECTO_OVER_BUDGET);
    CHECK_INT(l.report.pages, 3);
    CHECK_TRUE(l.report.lines_over > 8);
    CHECK_FALSE(l.report.more_over);
    for (int i = 0; i < 3; i++)
        sentences[i] -= (l.report.shares[i].cut + 8) / 9;
    struct laid s = laid_read(S("x.md"), three_kept(a, sentences), "classic");
    CHECK_INT(laid_fit(&s, 2), RECTO_OK);
    for (int i = 0; i < 3; i++) /* and half of that would not have done */
        sentences[i] = 70 - l.report.shares[i].cut / 18;
    struct laid h = laid_read(S("x.md"), three_kept(a, sentences), "classic");
    CHECK_INT(laid_fit(&h, 2), RECTO_OVER_BUDGET);
}

TEST(a_refusal_says_where_no_words_would_do)
{
    struct arena *a = test_arena();
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("# T\n\n## Evaluation\n\nA few words.\n\n| a | b |\n|---|---|\n"));
    for (int i = 0; i < 90; i++)
        strbuf_fmt(&b, "| row %d | %d |\n", i, i * i);
    struct laid l = laid_read(S("x.md"), strbuf_str(&b), "classic");
    CHECK_INT(laid_fit(&l, 1), RECTO_OVER_BUDGET);
    CHECK_TRUE(l.report.more_over);
    struct diag refusal = finding(&l.d, D_P0201);
    CHECK_TRUE(says(refusal.text, "even without any of its running text"));
    CHECK_TRUE(says(refusal.hint, "take out a table"));
    CHECK_INT(told(&l.d, D_P0205), 0);
}

/* A column of two holds half a page: what is too much is counted in its lines. */
TEST(a_refusal_counts_lines_of_columns)
{
    struct laid l = laid_sample("answer-desk.md", "compact");
    CHECK_INT(laid_fit(&l, 1), RECTO_OVER_BUDGET);
    CHECK_TRUE(l.report.lines_over > 5 && l.report.lines_over < 30);
}

TEST(an_overflow_that_is_allowed_is_a_warning)
{
    struct laid l = laid_sample("answer-desk.md", "classic");
    struct fit_request request = {.style = l.style, .scratch = l.scratch, .block = l.block};
    request.budget = (struct budget){.pages = 1, .overflow = true};
    struct fit *fit = page_begin(l.a, &request, l.d.file);
    CHECK_INT(page_fit(l.a, fit, &l.sheets, &l.report, &l.d), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
    CHECK_INT(told(&l.d, D_P0202), 1);
    CHECK_INT(told(&l.d, D_P0201), 0);
}

TEST(fewer_pages_than_asked_for_are_told)
{
    struct laid l = laid_sample("night-bus.md", "classic");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 1);
    CHECK_INT(told(&l.d, D_P0204), 1);
    test_teardown(NULL);
    l = laid_sample("pruefstand.md", "classic");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
    CHECK_INT(told(&l.d, D_P0204), 0);
}

/* Its white space is at the foot, not between its lines. */
TEST(a_study_far_too_short_is_set_as_its_layout_is_meant)
{
    struct laid l = laid_sample("night-bus.md", "classic");
    CHECK_INT(laid_fit(&l, 0), RECTO_OK);
    CHECK_INT(l.report.step, style_comfortable(l.style) / 2);
    CHECK_TRUE(l.report.airy < 667);
    CHECK_INT(l.sheets.look->roles[ROLE_TEXT].size, PT(9.7));
}

/* Where nobody asked for two pages, one that is tight is better than a second that is thin. */
TEST(a_thin_second_page_is_for_those_who_ask)
{
    struct laid l = laid_sample("zaslon.md", "swiss");
    CHECK_INT(laid_fit(&l, 0), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 1);
    CHECK_TRUE(l.report.step >= style_comfortable(style_single(l.style)));
    test_teardown(NULL);
    l = laid_sample("zaslon.md", "swiss");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
    CHECK_INT(l.report.step, 0);
    CHECK_TRUE(l.sheets.look->roles[ROLE_TEXT].size > PT(9)); /* it grew to fill them */
    test_teardown(NULL);
    l = laid_sample("fresh-food.md", "swiss");
    CHECK_INT(laid_fit(&l, 0), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
}

TEST(a_study_a_little_short_grows)
{
    struct laid l = laid_sample("xunlu.md", "classic");
    CHECK_INT(laid_fit(&l, 0), RECTO_OK);
    CHECK_INT(l.report.step, 0);
    CHECK_TRUE(l.report.fill >= 800);
}

/* What fills neither of two pages is better tight on one, though two were asked for. */
TEST(two_thin_pages_become_one)
{
    struct laid l = laid_sample("setu.md", "swiss");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 1);
    CHECK_TRUE(l.report.airy > 1000 && l.report.airy < 1400);
    CHECK_INT(told(&l.d, D_P0204), 1);
}

/* Pages that look meant: neither is full while the other is thin. */
TEST(a_first_page_gives_to_a_thin_second_one)
{
    struct laid l = laid_sample("index-bench.md", "classic");
    CHECK_INT(laid_fit(&l, 2), RECTO_OK);
    CHECK_INT(l.sheets.list.n, 2);
    for (size_t i = 0; i < 2; i++)
        CHECK_TRUE(l.sheets.list.at[i].used * 10 >= l.sheets.list.at[i].room * 8);
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

TESTS(what_has_no_room_beside_the_text_stands_in_it, a_disclosure_ends_the_side_column,
      one_page_is_set_as_a_single_one_whatever_the_budget,
      a_larger_budget_is_met_where_a_smaller_one_is, no_line_is_left_alone,
      every_box_stands_on_its_sheet, boxes_of_the_flow_do_not_overlap,
      a_refusal_says_what_to_cut, a_refusal_shares_the_cut_out, a_cut_as_told_makes_it_fit,
      a_cut_as_told_in_each_section_makes_it_fit, a_refusal_counts_what_must_not_part,
      a_refusal_says_where_no_words_would_do, a_refusal_counts_lines_of_columns,
      an_overflow_that_is_allowed_is_a_warning, fewer_pages_than_asked_for_are_told,
      a_study_far_too_short_is_set_as_its_layout_is_meant, a_study_a_little_short_grows,
      a_thin_second_page_is_for_those_who_ask, two_thin_pages_become_one,
      a_first_page_gives_to_a_thin_second_one, a_short_study_is_one_page,
      an_author_breaks_pages, nothing_at_all_makes_a_page)
