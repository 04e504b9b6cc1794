/* SPDX-License-Identifier: MIT */
/* unit/out/svg.c — pages as SVG: outlines once, words unseen above them. */
#include "out/sample.h"

static const struct out_options first_page = {.epoch = -1, .input_hash = 7};
static const struct out_options second_page = {.epoch = -1, .input_hash = 7, .page = 1};

static size_t times(struct str bytes, struct str part)
{
    size_t n = 0;
    for (size_t at = str_find(bytes, part, 0); at < bytes.n;
         at = str_find(bytes, part, at + part.n))
        n++;
    return n;
}

static struct str page_of(const struct out_options *options)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    return write_as(&f, "svg", options);
}

/* One page with one line, as SVG. */
static struct str line_of(const char *text)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    add_text(&f, tag_new(f.a, f.sheets.root, TAG_P), &words, text);
    return write_as(&f, "svg", &first_page);
}

TEST(an_outline_stands_in_a_file_once)
{
    struct str svg = line_of("aa ba");
    CHECK_INT(times(svg, S("<path id=")), 2);
    CHECK_INT(times(svg, S("<use ")), 4);
}

TEST(an_outline_has_the_same_id_in_every_file)
{
    struct str one = line_of("a"), other = line_of("bab");
    size_t at = str_find(one, S("<path id="), 0);
    assert_true(at < one.n);
    struct str line = str_sub(one, at, str_find_byte(one, '\n', at));
    CHECK_INT(times(other, line), 1);
}

TEST(words_that_a_line_end_cuts_are_said_whole_and_once)
{
    struct str svg = page_of(&first_page);
    CHECK_INT(times(svg, S(">information</text>")), 1);
    CHECK_INT(times(svg, S(">mation")), 0);
    CHECK_INT(times(svg, S(">infor")), 1);
}

TEST(headings_and_figures_say_what_they_are)
{
    CHECK_INT(times(page_of(&first_page), S("<g role=\"heading\" aria-level=\"1\">")), 1);
    struct str second = page_of(&second_page);
    CHECK_INT(times(second, S("<g role=\"img\" aria-label=\"Client to gateway\">")), 1);
    CHECK_INT(times(second, S("<title>Answer Desk \xE2\x80\x94 a study (2/2)</title>")), 1);
}

TEST(a_link_leads_out_and_says_where)
{
    struct str svg = page_of(&first_page);
    CHECK_INT(times(svg, S("<a xlink:href=\"https://example.org/\xC3\xA9\" target=\"_top\" "
                           "aria-label=\"the repository\">")),
              1);
    CHECK_INT(times(svg, S("<a ")), 1); /* what is on the other page is in another file */
    CHECK_INT(times(svg, S(">below</text>")), 1);
}

static size_t links_to(const char *url)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    add_link(&f, tag_new(f.a, f.sheets.root, TAG_P), "see ", "this", url);
    return times(write_as(&f, "svg", &first_page), S("<a "));
}

TEST(an_address_that_runs_code_is_no_link)
{
    CHECK_INT(links_to("https://example.org"), 1);
    CHECK_INT(links_to("notes/data:1.html"), 1);
    CHECK_INT(links_to("javascript:alert(1)"), 0);
    CHECK_INT(links_to(" Java\tScript:alert(1)"), 0);
    CHECK_INT(links_to("data:text/html,<script>alert(1)</script>"), 0);
}

TEST(what_xml_forbids_does_not_come_through)
{
    struct str svg = line_of("a < b & \"c\" > d");
    CHECK_INT(times(svg, S(">a &lt; b &amp; &quot;c&quot; &gt; d</text>")), 1);
}

TEST(a_file_tells_what_it_was_made_of_until_it_is_changed)
{
    const struct backend *svg = backend_find(S("svg"));
    struct arena *a = test_arena();
    struct str one = page_of(&first_page), two = page_of(&second_page);
    CHECK_INT(svg->is_of(a, one, 7, 0), 2);
    CHECK_INT(svg->is_of(a, two, 7, 1), 2);
    CHECK_INT(svg->is_of(a, one, 8, 0), 0);
    CHECK_INT(svg->is_of(a, one, 7, 1), 0);
    CHECK_INT(svg->is_of(a, two, BACKEND_ANY_INPUT, 1), 2);
    CHECK_INT(svg->is_of(a, two, BACKEND_ANY_INPUT, 0), 0);
    CHECK_INT(svg->is_of(a, str_sub(two, 1, two.n), BACKEND_ANY_INPUT, 1), 0);
    CHECK_INT(svg->is_of(a, str_sub(one, 0, one.n - 1), 7, 0), 0);
    CHECK_INT(svg->is_of(a, str_sub(one, 1, one.n), 7, 0), 0);
    char *changed = str_cstr(a, one);
    changed[one.n / 2] ^= 1;
    CHECK_INT(svg->is_of(a, (struct str){changed, one.n}, 7, 0), 0);
    CHECK_INT(svg->is_of(a, S(""), 7, 0), 0);
}

TESTS(an_outline_stands_in_a_file_once, an_outline_has_the_same_id_in_every_file,
      words_that_a_line_end_cuts_are_said_whole_and_once,
      headings_and_figures_say_what_they_are, a_link_leads_out_and_says_where,
      an_address_that_runs_code_is_no_link, what_xml_forbids_does_not_come_through,
      a_file_tells_what_it_was_made_of_until_it_is_changed)
