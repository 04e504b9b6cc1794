/* SPDX-License-Identifier: MIT */
/* unit/out/pdf.c — display lists become PDF files that keep what they claim. */
#include "out/sample.h"

#include <png.h>
#include <stdio.h>

#include "out/pdf/haru.h"
#include "out/pdf/icc.h"
#include "out/pdf/xmp.h"

static const struct out_options options = {
    .epoch = 1750000000, .ua = true, .a2 = true, .version = {"1", 1}
};

static bool holds(struct str bytes, struct str part)
{
    return str_find(bytes, part, 0) < bytes.n;
}

static void keep(struct str bytes, const char *name)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    CHECK_INT(fwrite(bytes.p, 1, bytes.n, file), bytes.n);
    CHECK_INT(fclose(file), 0);
}

/* Run the checker; it needs python3 and qpdf, without which the test is passed over. */
static void check(struct str bytes, const char *claims)
{
    const char *tests = getenv("TESTS");
    keep(bytes, "sample.pdf");
    if (!tests ||
        system("qpdf --version >/dev/null 2>&1 && python3 --version >/dev/null 2>&1"))
        skip();
    struct str command =
        str_fmt(test_arena(), "python3 '%s/tools/check_pdf.py' --claims %s sample.pdf",
                tests, claims);
    CHECK_INT(system(str_cstr(test_arena(), command)), 0);
}

TEST(the_checker_finds_nothing_in_truetype)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    check(write_as(&f, "pdf", &options), "ua,a2");
}

TEST(the_checker_finds_nothing_in_cff)
{
    struct fixture f = fixture_new("Inter-Regular.otf");
    add_sample(&f);
    check(write_as(&f, "pdf", &options), "ua,a2");
}

TEST(an_attached_source_makes_it_a_3)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    struct out_options with = options;
    with.a3 = with.attach = true;
    with.source = S("# Answer Desk\n");
    with.source_name = S("answer.md");
    struct str pdf = write_as(&f, "pdf", &with);
    assert_true(holds(pdf, S("<pdfaid:part>3</pdfaid:part>")));
    check(pdf, "ua,a3");
}

TEST(claims_that_are_not_wanted_are_not_made)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    struct out_options none = {.epoch = -1};
    struct str pdf = write_as(&f, "pdf", &none);
    assert_false(holds(pdf, S("pdfuaid")));
    assert_false(holds(pdf, S("pdfaid")));
    check(pdf, "none");
}

TEST(the_same_input_gives_the_same_bytes)
{
    struct fixture f = fixture_new("Lato-Regular.ttf"), g = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    add_sample(&g);
    struct str one = write_as(&f, "pdf", &options);
    assert_true(str_eq(one, write_as(&g, "pdf", &options)));
    struct out_options other = options;
    other.input_hash = 1;
    assert_false(str_eq(one, write_as(&g, "pdf", &other)));
}

/* A document larger than one object stream, one node of the parent tree and one of the page tree
 * in libharu's own limits would be. */
TEST(many_pages_are_kept_apart)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    for (int i = 0; i < 150; i++) {
        add_sheet(&f);
        struct tag *p = tag_new(f.a, f.sheets.root, TAG_P);
        add_text(&f, p, &words, "one page of many");
        add_link(&f, tag_new(f.a, f.sheets.root, TAG_P), "to ", "there", "https://a.b");
    }
    check(write_as(&f, "pdf", &options), "ua,a2");
}

/* A picture with transparency that libpng writes, with a description. */
static void add_picture(struct fixture *f)
{
    png_image image = {.version = PNG_IMAGE_VERSION, .width = 2, .height = 2};
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 1024;
    char *file = arena_alloc(f->a, size);
    assert_true(
        png_image_write_to_memory(&image, file, &size, 0, "abcdefghijklmnop", 0, NULL));
    struct image *picture = arena_make(f->a, struct image);
    picture->bytes = (struct str){file, size};
    picture->format = IMAGE_PNG;
    picture->width = picture->height = 2;
    picture->name = S("dots.png");
    struct tag *figure = tag_new(f->a, f->sheets.root, TAG_FIGURE);
    figure->alt = S("four dots");
    add_mark(
        f,
        (struct mark){
            .kind = MARK_IMAGE, .tag = figure, .image = picture, .w = PT(40), .h = PT(40)});
    f->y += PT(50);
}

TEST(a_picture_brings_its_mask_once)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    add_picture(&f);
    struct str pdf = write_as(&f, "pdf", &options);
    size_t first = str_find(pdf, S("/SMask"), 0);
    assert_true(first < pdf.n);
    CHECK_INT(str_find(pdf, S("/SMask"), first + 1), pdf.n);
    check(pdf, "ua,a2");
}

TEST(a_picture_that_cannot_be_shown_is_named)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    struct image picture = {
        .bytes = S("\xFF\xD8GIF"), .format = IMAGE_JPEG, .name = S("a.jpg")};
    add_mark(&f, (struct mark){.kind = MARK_IMAGE, .image = &picture, .w = 1, .h = 1});
    struct strbuf b = strbuf_at(f.a);
    struct diags d = diags_at(f.a, S("x.md"));
    const struct display *display = draw_record(f.a, &f.sheets);
    CHECK_INT(backend_find(S("pdf"))->write(f.a, display, &options, &b, &d),
              RECTO_BAD_INPUT);
    CHECK_STR(d.list.at[0].text, "cannot show “a.jpg”: it is a damaged JPEG");
}

TEST(an_empty_study_is_a_file)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    struct str pdf = write_as(&f, "pdf", &options);
    assert_true(str_starts(pdf, S("%PDF-1.7\n")));
    assert_true(str_ends(pdf, S("%%EOF\n")));
}

/* libharu gets less and less memory: each time it ends in an error, and leaks nothing. */
TEST(memory_may_run_out_in_libharu)
{
    struct arena *a = test_arena();
    size_t failed = 0, worked = 0;
    for (size_t ceiling = 0; ceiling < (size_t)4 << 20; ceiling += 64 << 10) {
        struct haru *haru = haru_open(a, 1, ceiling);
        haru_catalog(haru);
        for (int i = 0; i < 2000; i++)
            haru_object(haru);
        for (int i = 0; i < 20; i++)
            haru_add_page(haru);
        struct strbuf b = strbuf_at(a);
        for (uint32_t id = 0; id < haru_count(haru); id++)
            haru_write(haru, id, &b);
        failed += haru_failed(haru);
        worked += !haru_failed(haru);
    }
    assert_true(failed > 2);
    assert_true(worked > 2);
}

TEST(claims_that_cannot_be_kept_are_taken_back)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    struct tag *figure = tag_new(f.a, f.sheets.root, TAG_FIGURE);
    add_text(&f, figure, &words, "drawn");
    struct diags d = diags_at(f.a, S("x.md"));
    struct out_options claims = options;
    out_claims(draw_record(f.a, &f.sheets), &claims, &d);
    assert_false(claims.ua);
    assert_true(claims.a2 && claims.level_u);
    CHECK_INT(d.list.n, 1);
    figure->alt = S("a drawing");
    claims = options;
    out_claims(draw_record(f.a, &f.sheets), &claims, &d);
    assert_true(claims.ua && claims.a2 && !claims.level_u);
    add_text(&f, figure, &words, "\xE6\xA1\x88"); /* Lato has no ideographs */
    out_claims(draw_record(f.a, &f.sheets), &claims, &d);
    assert_false(claims.ua || claims.a2);
    CHECK_INT(d.list.n, 2);
}

TEST(dates_are_those_of_the_calendar)
{
    struct arena *a = test_arena();
    CHECK_STR(date_pdf(a, 0), "D:19700101000000Z");
    CHECK_STR(date_xmp(a, 951782400), "2000-02-29T00:00:00Z");
    CHECK_STR(date_xmp(a, 1709251199), "2024-02-29T23:59:59Z");
    CHECK_STR(date_pdf(a, INT64_C(4107542399)), "D:21000228235959Z");
    CHECK_STR(date_pdf(a, INT64_C(4107542400)), "D:21000301000000Z");
    CHECK_STR(date_pdf(a, INT64_MAX), "D:99991231235959Z");
}

TEST(the_profile_says_its_own_size)
{
    struct str icc = icc_srgb(test_arena());
    CHECK_INT(icc.n, 480);
    CHECK_INT((unsigned char)icc.p[2] << 8 | (unsigned char)icc.p[3], icc.n);
    CHECK_STR(str_sub(icc, 36, 40), "acsp");
}

TESTS(the_checker_finds_nothing_in_truetype, the_checker_finds_nothing_in_cff,
      an_attached_source_makes_it_a_3, claims_that_are_not_wanted_are_not_made,
      the_same_input_gives_the_same_bytes, many_pages_are_kept_apart,
      a_picture_brings_its_mask_once, a_picture_that_cannot_be_shown_is_named,
      an_empty_study_is_a_file, memory_may_run_out_in_libharu,
      claims_that_cannot_be_kept_are_taken_back, dates_are_those_of_the_calendar,
      the_profile_says_its_own_size)
