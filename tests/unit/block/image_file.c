/* SPDX-License-Identifier: MIT */
/* unit/block/image_file.c — sizes out of headers, and every way a file can be wrong. */
#include "test.h"

#include "base/vec.h"
#include "block/image_file.h"

#include <string.h>

#define IHDR "\0\0\0\x0DIHDR\0\0\1\x2C\0\0\0\xC8\x08\x06\0\0\0crc!"
#define PHYS "\0\0\0\x09pHYs\0\0\x17\x13\0\0\x17\x13\1crc!"
#define IDAT "\0\0\0\2IDATxxcrc!"
#define IEND "\0\0\0\0IENDcrc!"
#define PNG "\x89PNG\r\n\x1A\n"
#define SOF "\xFF\xC0\0\x11\x08\0\xC8\1\x2C\3\1\x11\0\2\x11\0\3\x11\0"
#define JFIF "\xFF\xE0\0\x10JFIF\0\1\1\1\0\x48\0\x48\0\0"
#define SOS "\xFF\xDA\0\x08\1\1\0\0\x3F\0"

/* A literal as a constant str. */
#define SS(literal)                  \
    {                                \
        literal, sizeof(literal) - 1 \
    }

static struct image image_of(struct str bytes)
{
    return (struct image){.bytes = bytes};
}

TEST(a_png_tells_its_size_and_resolution)
{
    struct image i = image_of(S(PNG IHDR PHYS IDAT IEND));
    CHECK_NULL(image_measure(&i));
    CHECK_INT(i.format, IMAGE_PNG);
    CHECK_INT(i.width, 300);
    CHECK_INT(i.height, 200);
    CHECK_INT(i.dpi, 150);
}

TEST(a_jpeg_tells_its_size_and_resolution)
{
    struct image i = image_of(S("\xFF\xD8" JFIF SOF SOS "data\xFF\xD9"));
    CHECK_NULL(image_measure(&i));
    CHECK_INT(i.format, IMAGE_JPEG);
    CHECK_INT(i.width, 300);
    CHECK_INT(i.height, 200);
    CHECK_INT(i.dpi, 72);
}

/* EXIF with one entry, the orientation, in the byte order of the camera. */
#define EXIF_BIG(n)  \
    "\xFF\xE1\0\x22" \
    "Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0" n "\0\0\0\0\0\0"
#define EXIF_LITTLE(n) \
    "\xFF\xE1\0\x22"   \
    "Exif\0\0II*\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0" n "\0\0\0\0\0\0\0"

TEST(a_jpeg_on_its_side_is_measured_as_it_is_shown)
{
    static const struct {
        struct str bytes;
        int width, height;
    } rows[] = {
        {SS("\xFF\xD8" EXIF_BIG("\6") SOF SOS "data\xFF\xD9"),      200, 300},
        {SS("\xFF\xD8" EXIF_LITTLE("\x08") SOF SOS "data\xFF\xD9"), 200, 300},
        {SS("\xFF\xD8" EXIF_BIG("\5") SOF SOS "data\xFF\xD9"),      200, 300},
        {SS("\xFF\xD8" EXIF_BIG("\3") SOF SOS "data\xFF\xD9"),      300, 200},
        {SS("\xFF\xD8" EXIF_BIG("\x09") SOF SOS "data\xFF\xD9"),    300, 200},
        {SS("\xFF\xD8" SOF EXIF_BIG("\6") SOS "data\xFF\xD9"),      200, 300},
    };
    for (size_t k = 0; k < countof(rows); k++) {
        struct image i = image_of(rows[k].bytes);
        CHECK_NULL(image_measure(&i));
        CHECK_INT(i.width, rows[k].width);
        CHECK_INT(i.height, rows[k].height);
    }
}

TEST(what_is_wrong_is_told)
{
    static const struct {
        struct str bytes;
        const char *why;
    } rows[] = {
        {{"", 0},                                                "is empty"               },
        {{"GIF89a and more", 15},                                "is neither PNG nor JPEG"},
        {{PNG IHDR IEND, sizeof PNG IHDR IEND - 1},              "holds no picture"       },
        {{PNG IDAT IEND, sizeof PNG IDAT IEND - 1},              "is no PNG inside"       },
        {{PNG IHDR IDAT, sizeof PNG IHDR IDAT - 1},              "is cut off"             },
        {{"\xFF\xD8" SOF SOS "data", sizeof SOF SOS "data" + 1}, "is cut off"             },
        {{"\xFF\xD8\xFFnonsense", 11},                           "is cut off"             },
        {{"\xFF\xD8" SOS "\xFF\xD9", sizeof SOS + 3},            "holds no picture"       },
    };
    for (size_t k = 0; k < countof(rows); k++) {
        struct image i = image_of(rows[k].bytes);
        const char *why = image_measure(&i);
        CHECK_NOT_NULL(why);
        CHECK_CSTR(why, rows[k].why);
    }
}

/* Told while the study is laid out, with its line, rather than when the file is written. */
TEST(a_jpeg_that_no_pdf_shows_is_told)
{
    static const char *const bad[] = {
        "\xFF\xC0\1\x11\x08\1\xC8\1\x2C\4\1\x11\1", /* CMYK */
        "\xFF\xC0\1\x11\x0C\1\xC8\1\x2C\3\1\x11\1", /* twelve bits */
        "\xFF\xC9\1\x11\x08\1\xC8\1\x2C\3\1\x11\1", /* arithmetic */
    };
    static const char *const why[] = {"is CMYK", "is no JPEG of 8 bits",
                                      "is a lossless or"};
    for (size_t i = 0; i < countof(bad); i++) {
        char bytes[2 + 4 + 0x111] = "\xFF\xD8";
        memcpy(bytes + 2, bad[i], 13);
        struct image image = image_of((struct str){bytes, sizeof bytes});
        const char *wrong = image_measure(&image);
        CHECK_NOT_NULL(wrong);
        CHECK_TRUE(str_starts(str_from(wrong), str_from(why[i])));
    }
}

TEST(too_many_pixels_are_refused)
{
    struct image i =
        image_of(S(PNG "\0\0\0\x0DIHDR\0\1\0\0\0\1\0\0\x08\x06\0\0\0crc!" IDAT IEND));
    CHECK_CSTR(image_measure(&i), "has more than 64 megapixels");
}

TEST(no_cut_reads_out_of_bounds)
{
    static const char whole[] = "\xFF\xD8" JFIF EXIF_BIG("\6") SOF SOS "data\xFF\xD9";
    static const char png[] = PNG IHDR PHYS IDAT IEND;
    struct arena *a = test_arena();
    for (size_t n = 0; n + 1 < sizeof whole - 1; n++) {
        struct image i = image_of((struct str){arena_copy(a, whole, n), n});
        CHECK_NOT_NULL(image_measure(&i));
    }
    for (size_t n = 0; n < sizeof png - 1; n++) {
        struct image i = image_of((struct str){arena_copy(a, png, n), n});
        CHECK_NOT_NULL(image_measure(&i));
    }
}

TESTS(a_png_tells_its_size_and_resolution, a_jpeg_tells_its_size_and_resolution,
      a_jpeg_on_its_side_is_measured_as_it_is_shown, what_is_wrong_is_told,
      a_jpeg_that_no_pdf_shows_is_told, too_many_pixels_are_refused,
      no_cut_reads_out_of_bounds)
