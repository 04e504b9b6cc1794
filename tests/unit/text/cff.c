/* SPDX-License-Identifier: MIT */
/* unit/text/cff.c — CIDs of glyphs, from tables made by hand. */
#include "text/cff.h"

#include "test.h"

/* Header, Name INDEX "A", Top DICT INDEX of the 10 bytes `ROS`, charset at 36. */
#define HEAD 1, 0, 4, 1
#define NAMES 0, 1, 1, 1, 2, 'A'
#define TOP_DICT(b) \
    0, 1, 1, 1, 18, 28, 1, 135, 28, 1, 136, 139, 12, 30, 139, b, 15, 139, 13, 139, 14, 0

static struct cff open(const unsigned char *bytes, size_t n)
{
    return cff_open((struct str){(const char *)bytes, n});
}

TEST(a_charset_of_ranges_gives_cids)
{
    /* operand 139 + 32 = 171 is the number 32, where the charset begins */
    static const unsigned char table[] = {HEAD, NAMES, TOP_DICT(171), 2, 0, 10, 0, 2, 1, 0,
                                          0,    9};
    struct cff cff = open(table, sizeof table);
    CHECK_TRUE(cff.cid_keyed);
    CHECK_INT(cff.charset, 32);
    CHECK_INT(cff_cid(&cff, 0), 0);
    CHECK_INT(cff_cid(&cff, 1), 10);
    CHECK_INT(cff_cid(&cff, 3), 12);
    CHECK_INT(cff_cid(&cff, 4), 256);
    CHECK_INT(cff_cid(&cff, 9), 261);
}

TEST(a_charset_of_single_cids)
{
    static const unsigned char table[] = {HEAD, NAMES, TOP_DICT(171), 0, 0, 7, 1, 2};
    struct cff cff = open(table, sizeof table);
    CHECK_INT(cff_cid(&cff, 1), 7);
    CHECK_INT(cff_cid(&cff, 2), 258);
    CHECK_INT(cff_cid(&cff, 3), 0); /* beyond the table */
}

TEST(a_font_without_ros_has_no_cids)
{
    static const unsigned char table[] = {HEAD, NAMES, 0, 1, 1, 1, 3, 171, 15};
    struct cff cff = open(table, sizeof table);
    CHECK_FALSE(cff.cid_keyed);
    CHECK_INT(cff_cid(&cff, 77), 77);
}

TEST(cut_tables_are_survived)
{
    static const unsigned char table[] = {HEAD, NAMES, TOP_DICT(171), 2, 0, 10, 0, 2, 1, 0,
                                          0,    9};
    for (size_t n = 0; n < sizeof table; n++) {
        struct arena *a = test_arena();
        unsigned char *copy =
            arena_copy(a, table, n); /* so that a sanitizer sees the end */
        struct cff cff = open(copy, n);
        for (uint32_t g = 0; g < 20; g++)
            (void)cff_cid(&cff, g);
        test_teardown(NULL);
    }
}

TESTS(a_charset_of_ranges_gives_cids, a_charset_of_single_cids,
      a_font_without_ros_has_no_cids, cut_tables_are_survived)
