/* SPDX-License-Identifier: MIT */
/* unit/out/png.c — pages as PNG, and pictures as dots. */
#include "out/sample.h"

#include <png.h>

#include "out/bitmap.h"

static const struct out_options coarse = {.epoch = -1, .input_hash = 7, .ppi = 36};

/* A page as libpng reads it, in RGBA. */
static struct bitmap drawn(struct arena *a, struct str file)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, file.p, file.n));
    struct bitmap b = {.width = (int)image.width, .height = (int)image.height};
    b.opaque = !(image.format & PNG_FORMAT_FLAG_ALPHA);
    image.format = PNG_FORMAT_RGBA;
    b.rgba = arena_alloc(a, PNG_IMAGE_SIZE(image));
    assert_true(png_image_finish_read(&image, NULL, b.rgba, 0, NULL));
    return b;
}

static uint32_t dot(const struct bitmap *b, int x, int y)
{
    const unsigned char *p = b->rgba + 4 * ((size_t)y * (size_t)b->width + (size_t)x);
    return (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

TEST(a_page_is_paper_with_ink_on_it)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    add_mark(&f, (struct mark){.kind = MARK_PATH,
                               .path = rectangle(f.a, PT(200), PT(100), 0x15633F)});
    struct str file = write_as(&f, "png", &coarse);
    struct bitmap b = drawn(f.a, file);
    CHECK_INT(b.width,
              298); /* 595.276 points at 36 dots in an inch, the last one in part */
    CHECK_INT(b.height, 421);
    CHECK_INT(b.opaque, true);
    CHECK_INT(dot(&b, 5, 5), 0xFFFFFF);
    CHECK_INT(dot(&b, 60, 40), 0x15633F);
    CHECK_INT(dot(&b, 140, 40), 0xFFFFFF);
    CHECK_INT(file.p[25], 2); /* RGB */
}

TEST(a_page_without_colours_is_written_in_greys)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    add_mark(&f, (struct mark){.kind = MARK_PATH,
                               .path = rectangle(f.a, PT(200), PT(100), 0x777777)});
    struct str file = write_as(&f, "png", &coarse);
    struct bitmap b = drawn(f.a, file);
    CHECK_INT(file.p[25], 0);
    CHECK_INT(dot(&b, 60, 40), 0x777777);
}

TEST(a_page_of_too_many_dots_is_refused)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sheet(&f);
    struct out_options fine = {.epoch = -1, .ppi = 1200};
    const struct display *display = draw_record(f.a, &f.sheets);
    struct strbuf b = strbuf_at(f.a);
    struct diags d = diags_at(f.a, S("x.md"));
    CHECK_INT(backend_find(S("png"))->write(f.a, display, &fine, &b, &d), RECTO_USAGE);
    CHECK_INT(d.list.at[0].code, D_O0105);
    CHECK_INT(b.n, 0);
}

TEST(a_file_tells_what_it_was_made_of_until_it_is_changed)
{
    const struct backend *png = backend_find(S("png"));
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    struct str file = write_as(&f, "png", &coarse);
    CHECK_INT(png->is_of(f.a, file, 7, 0), 2);
    CHECK_INT(png->is_of(f.a, file, 8, 0), 0);
    CHECK_INT(png->is_of(f.a, file, 7, 1), 0);
    for (size_t at = 0; at < file.n; at += 97) {
        char *changed = str_cstr(f.a, file);
        changed[at] ^= 4;
        CHECK_INT(png->is_of(f.a, (struct str){changed, file.n}, 7, 0), 0);
    }
    CHECK_INT(png->is_of(f.a, str_sub(file, 0, 50), 7, 0), 0);
}

/* --- pictures as dots -------------------------------------------------------------------------- */

/* Six dots: red, green, blue; white, black, grey. */
static struct image six(struct arena *a)
{
    static unsigned char dots[] = {255, 0,   0,   255, 0, 255, 0, 255, 0,  0,  255, 255,
                                   255, 255, 255, 255, 0, 0,   0, 255, 99, 99, 99,  255};
    struct bitmap b = {.width = 3, .height = 2, .rgba = dots, .opaque = true};
    return (struct image){.bytes = bitmap_png(a, &b), .format = IMAGE_PNG};
}

TEST(a_picture_is_read_as_it_was_written)
{
    struct arena *a = test_arena();
    struct image image = six(a);
    struct bitmap b = bitmap_read(a, &image);
    CHECK_NULL(b.fault);
    CHECK_INT(b.opaque, true);
    CHECK_INT(dot(&b, 0, 0), 0xFF0000);
    CHECK_INT(dot(&b, 2, 0), 0x0000FF);
    CHECK_INT(dot(&b, 2, 1), 0x636363);
}

TEST(fewer_dots_are_averages_of_more)
{
    struct arena *a = test_arena();
    struct image image = six(a);
    struct bitmap b = bitmap_read(a, &image), one = bitmap_shrink(a, &b, 1, 1);
    CHECK_INT(dot(&one, 0, 0), 0x666666); /* 609 / 6 = 101.5 */
    struct bitmap row = bitmap_shrink(a, &b, 3, 1);
    CHECK_INT(dot(&row, 0, 0), 0xFF8080);
    struct bitmap two =
        bitmap_shrink(a, &b, 2, 2); /* a third of a dot from the middle one */
    CHECK_INT(dot(&two, 0, 0), 0xAA5500);
}

TEST(what_cannot_be_seen_has_no_colour_to_give)
{
    static unsigned char dots[] = {255, 0, 0, 0, 0, 0, 255, 255};
    struct bitmap b = {.width = 2, .height = 1, .rgba = dots};
    struct bitmap one = bitmap_shrink(test_arena(), &b, 1, 1);
    CHECK_INT(dot(&one, 0, 0), 0x0000FF);
    CHECK_INT(one.rgba[3], 128);
}

/* `jpeg` with an orientation of EXIF. */
static struct str turned(struct arena *a, struct str jpeg, int orientation)
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, str_sub(jpeg, 0, 2));
    strbuf_put(&b, S("\xFF\xE1\0\x22"
                     "Exif\0\0"
                     "II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"));
    strbuf_putc(&b, (char)orientation);
    strbuf_put(&b, S("\0\0\0\0\0\0\0"));
    strbuf_put(&b, str_sub(jpeg, 2, jpeg.n));
    return strbuf_str(&b);
}

/* 16 by 32 dots, white but for a black quarter at the top left. */
static struct str quartered(struct arena *a)
{
    struct bitmap b = {.width = 16, .height = 32, .opaque = true};
    b.rgba = arena_alloc(a, 16 * 32 * 4);
    for (int y = 0; y < 32; y++)
        for (int x = 0; x < 16; x++)
            memset(b.rgba + 4 * (y * 16 + x), x < 8 && y < 16 ? 0 : 255, 4);
    return bitmap_jpeg(a, &b, 95);
}

TEST(a_picture_is_upright_whichever_way_its_camera_was_held)
{
    static const struct {
        int width, x, y; /* and where the black quarter is then */
    } want[] = {
        {16, 4,  8 },
        {16, 12, 8 },
        {16, 12, 24},
        {16, 4,  24},
        {32, 8,  4 },
        {32, 24, 4 },
        {32, 24, 12},
        {32, 8,  12}
    };
    struct arena *a = test_arena();
    for (int i = 0; i < 8; i++) {
        struct image image = {.bytes = turned(a, quartered(a), i + 1),
                              .format = IMAGE_JPEG};
        struct bitmap b = bitmap_read(a, &image);
        CHECK_NULL(b.fault);
        CHECK_INT(b.width, want[i].width);
        for (int corner = 0; corner < 4; corner++) {
            int x = b.width / 4 * (corner & 1 ? 3 : 1),
                y = b.height / 4 * (corner & 2 ? 3 : 1);
            bool black = x == want[i].x && y == want[i].y;
            CHECK_INT((dot(&b, x, y) & 255) < 40, black);
        }
    }
}

TEST(a_damaged_picture_is_no_picture)
{
    struct arena *a = test_arena();
    struct image image = six(a);
    image.bytes = str_sub(image.bytes, 0, image.bytes.n / 2);
    assert_non_null(bitmap_read(a, &image).fault);
    image = (struct image){.bytes = S("\xFF\xD8 nothing"), .format = IMAGE_JPEG};
    assert_non_null(bitmap_read(a, &image).fault);
}

TESTS(a_page_is_paper_with_ink_on_it, a_page_without_colours_is_written_in_greys,
      a_page_of_too_many_dots_is_refused,
      a_file_tells_what_it_was_made_of_until_it_is_changed,
      a_picture_is_read_as_it_was_written, fewer_dots_are_averages_of_more,
      what_cannot_be_seen_has_no_colour_to_give,
      a_picture_is_upright_whichever_way_its_camera_was_held,
      a_damaged_picture_is_no_picture)
