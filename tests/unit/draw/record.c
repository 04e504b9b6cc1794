/* SPDX-License-Identifier: MIT */
/* unit/draw/record.c — sheets become operations in the author's order. */
#include "draw/fixture.h"

#include "out/backend.h"

/* The pages of the trace, without its head. */
static const char *pages_of(struct fixture *f)
{
    const struct display *display = draw_record(f->a, &f->sheets);
    const char *fault = draw_verify(display);
    if (fault)
        fail_msg("draw_verify: %s", fault);
    struct out_options options = {0};
    struct strbuf b = strbuf_at(f->a);
    struct diags d = diags_at(f->a, S("x.md"));
    CHECK_INT(backend_find(S("trace"))->write(f->a, display, &options, &b, &d), RECTO_OK);
    strbuf_putc(&b, 0);
    return strstr(b.p, "page 1 ");
}

static const struct stretch text = {.colour = 0x14181F};

TEST(lines_of_a_paragraph_share_one_tag)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
    for (int i = 0; i < 2; i++)
        add_mark(&f, PT(20 + 12 * i),
                 line_of(&f, p, 1, (struct piece[]){make_piece(&f, &text, S("one "))}));
    assert_string_equal(pages_of(&f),
                        "page 1 200.000 100.000\n"
                        "begin 1 P\n"
                        "  text 10.000 20.000 f0 10.000 20.000 #14181f 4g \"one \"\n"
                        "  text 10.000 32.000 f0 10.000 20.000 #14181f 4g \"one \"\n"
                        "end\n");
}

TEST(a_stretch_with_its_own_tag_goes_to_that_and_links_by_its_area)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
    struct tag *link = tag_new(f.a, p, TAG_LINK);
    struct stretch linked = {.link = S("https://a.b"), .tag = link, .colour = 0x00FF00};
    struct stretch strong = linked;
    strong.face.weight = 700;
    const char *words = "see us now.";
    struct piece pieces[] = {make_piece(&f, &text, (struct str){words, 4}),
                             make_piece(&f, &linked, (struct str){words + 4, 2}),
                             make_piece(&f, &strong, (struct str){words + 6, 4}),
                             make_piece(&f, &text, (struct str){words + 10, 1})};
    add_mark(&f, PT(20), line_of(&f, p, 4, pieces));
    assert_string_equal(pages_of(&f),
                        "page 1 200.000 100.000\n"
                        "begin 1 P\n"
                        "  text 10.000 20.000 f0 10.000 20.000 #14181f 4g \"see \"\n"
                        "end\n"
                        "begin 2 Link\n"
                        "  text 30.000 20.000 f0 10.000 10.000 #00ff00 2g \"us\"\n"
                        "  text 40.000 20.000 f1 10.000 20.000 #00ff00 4g \" now\"\n"
                        "end\n"
                        "begin 1 P\n"
                        "  text 60.000 20.000 f0 10.000 5.000 #14181f 1g \".\"\n"
                        "link 30.000 12.000 30.000 10.000 2 Link url=\"https://a.b\" "
                        "says=\"us now\"\n"
                        "end\n");
}

TEST(a_word_that_a_line_end_cuts_is_told_whole_once)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
    const char *words = "an information desk";
    struct piece first[] = {make_piece(&f, &text, (struct str){words, 8}),
                            make_piece(&f, &text, S(""))};
    struct mark *mark = add_mark(&f, PT(20), line_of(&f, p, 2, first));
    mark->line.last = false;
    struct piece second[] = {make_piece(&f, &text, (struct str){words + 8, 11})};
    add_mark(&f, PT(32), line_of(&f, p, 1, second));
    assert_string_equal(
        pages_of(&f),
        "page 1 200.000 100.000\n"
        "begin 1 P\n"
        "  text 10.000 20.000 f0 10.000 15.000 #14181f 3g \"an \"\n"
        "  text 25.000 20.000 f0 10.000 25.000 #14181f 5g \"infor\" says=\"information\"\n"
        "  text 50.000 20.000 f0 10.000 5.000 #14181f 1g \"\" says+\n"
        "  text 10.000 32.000 f0 10.000 30.000 #14181f 6g \"mation\" says=\" \"\n"
        "  text 40.000 32.000 f0 10.000 25.000 #14181f 5g \" desk\"\n"
        "end\n");
}

TEST(an_address_over_three_lines_is_told_whole_on_the_first)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
    const char *words = "at https://example.org/desk now";
    size_t ends[] = {0, 11, 19, 31};
    for (int i = 0; i < 3; i++) {
        struct str part = {words + ends[i], ends[i + 1] - ends[i]};
        struct piece piece = make_piece(&f, &text, part);
        add_mark(&f, PT(20 + 12 * i), line_of(&f, p, 1, &piece))->line.last = i == 2;
    }
    assert_string_equal(
        pages_of(&f),
        "page 1 200.000 100.000\n"
        "begin 1 P\n"
        "  text 10.000 20.000 f0 10.000 15.000 #14181f 3g \"at \"\n"
        "  text 25.000 20.000 f0 10.000 40.000 #14181f 8g \"https://\" "
        "says=\"https://example.org/desk\"\n"
        "  text 10.000 32.000 f0 10.000 40.000 #14181f 8g \"example.\" says=\" \"\n"
        "  text 10.000 44.000 f0 10.000 40.000 #14181f 8g \"org/desk\" says+\n"
        "  text 50.000 44.000 f0 10.000 20.000 #14181f 4g \" now\"\n"
        "end\n");
}

TEST(lines_between_ideographs_are_not_cut_words)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
    const char *words = "\xE6\xA1\x88\xE6\xA1\x88";
    for (int i = 0; i < 2; i++) {
        struct piece piece = make_piece(&f, &text, (struct str){words + 3 * i, 3});
        add_mark(&f, PT(20 + 12 * i), line_of(&f, p, 1, &piece))->line.last = i == 1;
    }
    assert_null(strstr(pages_of(&f), "says"));
}

TEST(a_repeated_head_and_a_running_foot_are_no_content)
{
    struct fixture f = fixture_new();
    struct sheet *sheet = add_sheet(&f);
    struct tag *th = tag_new(f.a, f.sheets.root, TAG_TH);
    add_mark(&f, PT(20),
             line_of(&f, th, 1, (struct piece[]){make_piece(&f, &text, S("a"))}));
    sheet->boxes.at[0].repeated = true;
    struct mark foot =
        line_of(&f, NULL, 1, (struct piece[]){make_piece(&f, &text, S("1"))});
    foot.x = PT(5);
    foot.y = PT(90);
    vec_push(f.a, &sheet->running, foot);
    assert_string_equal(pages_of(&f),
                        "page 1 200.000 100.000\n"
                        "begin pagination\n"
                        "  text 10.000 20.000 f0 10.000 5.000 #14181f 1g \"a\"\n"
                        "  text 5.000 90.000 f0 10.000 5.000 #14181f 1g \"1\"\n"
                        "end\n");
}

TEST(pieces_that_run_right_to_left_come_as_they_are_read)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
    const char *words = "onetwo";
    struct piece pieces[] = {make_piece(&f, &text, (struct str){words + 3, 3}),
                             make_piece(&f, &text, (struct str){words, 3})};
    pieces[0].rtl = pieces[1].rtl = true;
    add_mark(&f, PT(20), line_of(&f, p, 2, pieces));
    assert_string_equal(pages_of(&f),
                        "page 1 200.000 100.000\n"
                        "begin 1 P\n"
                        "  text 25.000 20.000 f0 10.000 15.000 #14181f 3g \"one\" rtl\n"
                        "  text 10.000 20.000 f0 10.000 15.000 #14181f 3g \"two\" rtl\n"
                        "end\n");
}

TEST(a_link_to_a_place_that_is_missing_is_left_out)
{
    struct fixture f = fixture_new();
    add_sheet(&f);
    struct tag *link = tag_new(f.a, f.sheets.root, TAG_LINK);
    struct stretch there = {.link = S("#there")}, gone = {.link = S("#gone")};
    add_mark(&f, PT(20),
             line_of(&f, link, 1, (struct piece[]){make_piece(&f, &gone, S("a"))}));
    add_mark(&f, PT(40),
             line_of(&f, link, 1, (struct piece[]){make_piece(&f, &there, S("b"))}));
    add_mark(&f, PT(60), (struct mark){.kind = MARK_DEST, .name = S("there")});
    const char *pages = pages_of(&f);
    assert_null(strstr(pages, "#gone"));
    assert_non_null(strstr(pages, "url=\"#there\""));
}

TESTS(lines_of_a_paragraph_share_one_tag,
      a_stretch_with_its_own_tag_goes_to_that_and_links_by_its_area,
      a_word_that_a_line_end_cuts_is_told_whole_once,
      an_address_over_three_lines_is_told_whole_on_the_first,
      lines_between_ideographs_are_not_cut_words,

      a_repeated_head_and_a_running_foot_are_no_content,
      pieces_that_run_right_to_left_come_as_they_are_read,
      a_link_to_a_place_that_is_missing_is_left_out)
