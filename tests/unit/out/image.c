/* SPDX-License-Identifier: MIT */
/* unit/out/image.c — pictures: what passes as it is, what is decoded, what is refused. */
#include "test.h"

#include <png.h>

#include "base/vec.h"
#include "out/pdf/image.h"

/* A PNG of 5 × 3 pixels that libpng writes. */
static struct str png_of(struct arena *a, png_uint_32 format, unsigned char value)
{
    png_image image = {
        .version = PNG_IMAGE_VERSION, .width = 5, .height = 3, .format = format};
    size_t n = 5 * 3 * PNG_IMAGE_SAMPLE_SIZE(format);
    unsigned char *pixels = arena_alloc(a, n);
    memset(pixels, value, n);
    png_alloc_size_t size = 4096;
    char *file = arena_alloc(a, size);
    assert_true(png_image_write_to_memory(&image, file, &size, 0, pixels, 0, NULL));
    return (struct str){file, size};
}

TEST(plain_colours_pass_as_they_are)
{
    struct arena *a = test_arena();
    struct pixels p = png_read(a, png_of(a, PNG_FORMAT_RGB, 7));
    CHECK_NULL(p.fault);
    CHECK_INT(p.coding, DATA_PNG);
    CHECK_INT(p.channels, 3);
    CHECK_INT(p.width, 5);
    CHECK_INT(p.height, 3);
    CHECK_INT(p.alpha.n, 0);
    CHECK_INT(png_read(a, png_of(a, PNG_FORMAT_GRAY, 7)).channels, 1);
}

TEST(transparency_becomes_a_mask)
{
    struct arena *a = test_arena();
    struct pixels p = png_read(a, png_of(a, PNG_FORMAT_RGBA, 100));
    CHECK_NULL(p.fault);
    CHECK_INT(p.coding, DATA_RAW);
    CHECK_INT(p.data.n, 5 * 3 * 3);
    CHECK_INT(p.alpha.n, 5 * 3);
    CHECK_INT(p.alpha.p[14], 100);
    CHECK_INT(png_read(a, png_of(a, PNG_FORMAT_RGBA, 255)).alpha.n, 0);
    CHECK_INT(png_read(a, png_of(a, PNG_FORMAT_GA, 100)).data.n, 5 * 3);
}

TEST(sixteen_bits_are_decoded)
{
    struct arena *a = test_arena();
    struct pixels p = png_read(a, png_of(a, PNG_FORMAT_LINEAR_RGB, 100));
    CHECK_NULL(p.fault);
    CHECK_INT(p.coding, DATA_RAW);
    CHECK_INT(p.bits, 8);
}

/* Whatever is cut off or changed: a picture or a fault, and no byte read beyond the file. */
TEST(damaged_files_are_refused_or_read)
{
    struct arena *a = test_arena();
    struct str file = png_of(a, PNG_FORMAT_RGB, 7);
    for (size_t n = 0; n < file.n; n++) {
        struct pixels p = png_read(a, (struct str){arena_copy(a, file.p, n), n});
        CHECK_TRUE(p.fault || p.data.n > 0);
    }
    for (size_t i = 0; i < file.n; i++) {
        char *copy = arena_copy(a, file.p, file.n);
        copy[i] ^= 0x5A;
        struct pixels p = png_read(a, (struct str){copy, file.n});
        CHECK_TRUE(p.fault || p.data.n > 0);
    }
}

TEST(a_bomb_is_refused)
{
    struct arena *a = test_arena();
    struct str file = png_of(a, PNG_FORMAT_RGB, 7);
    char *copy = arena_copy(a, file.p, file.n);
    memcpy(copy + 16, "\0\1\0\0\0\1\0\0", 8); /* 65536 × 65536 */
    CHECK_NOT_NULL(png_read(a, (struct str){copy, file.n}).fault);
}

/* --- JPEG ------------------------------------------------------------------------------------ */

#define SOI "\xFF\xD8"
#define SOF "\xFF\xC0\x00\x11\x08\x00\x03\x00\x05\x03\1\x11\0\2\x11\0\3\x11\0"
#define SOF_CMYK "\xFF\xC0\x00\x14\x08\x00\x03\x00\x05\x04\1\x11\0\2\x11\0\3\x11\0\4\x11\0"
#define SCAN "\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00"
#define ADOBE          \
    "\xFF\xEE\x00\x0E" \
    "Adobe\0\x64\0\0\0\0\1"
#define EXIF_TURNED               \
    "\xFF\xE1\x00\x22"            \
    "Exif\0\0MM\0*\0\0\0\x08\0\1" \
    "\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"
#define PLACE          \
    "\xFF\xE2\x00\x0A" \
    "Stuttgar"

TEST(a_jpeg_passes_without_what_the_camera_knows)
{
    struct arena *a = test_arena();
    struct pixels p = jpeg_read(a, S(SOI EXIF_TURNED PLACE ADOBE SOF SCAN "a\xFF\0b\xFF\xD0"
                                                                          "c"
                                                                          "\xFF\xD9"
                                                                          "hidden"));
    CHECK_NULL(p.fault);
    CHECK_INT(p.width, 5);
    CHECK_INT(p.height, 3);
    CHECK_INT(p.channels, 3);
    CHECK_INT(p.orientation, 6);
    CHECK_SAME(p.data, S(SOI ADOBE SOF SCAN "a\xFF\0b\xFF\xD0"
                                            "c"
                                            "\xFF\xD9"));
}

TEST(a_jpeg_that_breaks_off_gets_an_end)
{
    struct pixels p = jpeg_read(test_arena(), S(SOI SOF SCAN "abc"));
    CHECK_NULL(p.fault);
    CHECK_SAME(p.data, S(SOI SOF SCAN "abc\xFF\xD9"));
}

TEST(jpegs_that_pdf_does_not_show_are_refused)
{
    struct arena *a = test_arena();
    CHECK_NOT_NULL(jpeg_read(a, S("")).fault);
    CHECK_NOT_NULL(jpeg_read(a, S("\x89PNG")).fault);
    CHECK_NOT_NULL(jpeg_read(a, S(SOI "\xFF\xD9")).fault);
    CHECK_NOT_NULL(jpeg_read(a, S(SOI SOF_CMYK SCAN)).fault);
    CHECK_NOT_NULL(jpeg_read(a, S(SOI "\xFF\xC3\x00\x04\x08\x00")).fault);
    CHECK_NOT_NULL(jpeg_read(a, S(SOI "\xFF\xC0\xFF\xFF\x08")).fault);
    CHECK_NOT_NULL(jpeg_read(a, S(SOI "abc")).fault);
}

TEST(odd_orientations_are_upright)
{
    struct arena *a = test_arena();
    char file[] = SOI EXIF_TURNED SOF SCAN;
    file[2 + 29] = 9;
    CHECK_INT(jpeg_read(a, (struct str){file, sizeof file - 1}).orientation, 1);
    for (size_t i = 4; i < 38; i++) { /* whatever else a byte of it says */
        char copy[] = SOI EXIF_TURNED SOF SCAN;
        copy[i] = (char)0xFF;
        int turned = jpeg_read(a, (struct str){copy, sizeof copy - 1}).orientation;
        CHECK_TRUE(turned >= 1 && turned <= 8);
    }
}

TESTS(plain_colours_pass_as_they_are, transparency_becomes_a_mask, sixteen_bits_are_decoded,
      damaged_files_are_refused_or_read, a_bomb_is_refused,
      a_jpeg_passes_without_what_the_camera_knows, a_jpeg_that_breaks_off_gets_an_end,
      jpegs_that_pdf_does_not_show_are_refused, odd_orientations_are_upright)
