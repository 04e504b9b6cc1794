/* SPDX-License-Identifier: MIT */
/* unit/base/str.c — slices, formatting, UTF-8. */
#include "test.h"

#include "base/utf8.h"
#include "base/vec.h"

TEST(str_compares)
{
    CHECK_TRUE(str_eq(S(""), (struct str){NULL, 0}));
    CHECK_FALSE(str_eq(S("a"), S("b")));
    CHECK_TRUE(str_eq_nocase(S("TL;dr"), S("tl;DR")));
    CHECK_FALSE(str_eq_nocase(S("[a"), S("{a")));
    CHECK_TRUE(str_cmp(S("a"), S("ab")) < 0);
    CHECK_TRUE(str_cmp(S("b"), S("ab")) > 0);
    CHECK_TRUE(str_cmp(S("\xC3"), S("a")) > 0);
    CHECK_INT(str_cmp(S("a"), S("a")), 0);
}

TEST(str_finds)
{
    CHECK_TRUE(str_starts(S("abc"), S("ab")));
    CHECK_FALSE(str_starts(S("a"), S("ab")));
    CHECK_TRUE(str_ends(S("abc"), S("bc")));
    CHECK_INT(str_find(S("ababac"), S("abac"), 0), 2);
    CHECK_INT(str_find(S("ababac"), S("x"), 0), 6);
    CHECK_INT(str_find(S("aXbX"), S("X"), 2), 3);
    CHECK_INT(str_find_byte(S("abc"), 'b', 9), 3);
}

TEST(str_takes_parts)
{
    CHECK_STR(str_sub(S("hello"), 1, 3), "el");
    CHECK_STR(str_sub(S("hello"), 4, 99), "o");
    CHECK_STR(str_sub(S("hello"), 4, 2), "");
    CHECK_STR(str_trim(S(" \t a b\n")), "a b");
    CHECK_STR(str_trim(S("  ")), "");
    CHECK_STR(str_trim_end(S(" a ")), " a");
}

TEST(str_cut_walks_fields)
{
    struct str rest = S("a,,b");
    CHECK_STR(str_cut(&rest, ','), "a");
    CHECK_STR(str_cut(&rest, ','), "");
    CHECK_NOT_NULL(rest.p);
    CHECK_STR(str_cut(&rest, ','), "b");
    CHECK_NULL(rest.p);
}

TEST(str_fmt_prints_like_printf)
{
    struct arena *a = test_arena();
    CHECK_STR(str_fmt(a, "%d %u %s %.*s %c", -5, 7u, "word", STR(S("slice")), 'z'),
              "-5 7 word slice z");
    CHECK_STR(str_fmt(a, "%d.%03d|%5d|%-5d|%05d|%+d", 12, 7, 42, 42, -42, 3),
              "12.007|   42|42   |-0042|+3");
    CHECK_STR(str_fmt(a, "%x %04x %zu %ld %lld %llu %%", 255u, 10u, (size_t)9, -1L,
                      INT64_MIN + 0LL, 18446744073709551615ULL),
              "ff 000a 9 -1 -9223372036854775808 18446744073709551615 %");
    CHECK_STR(str_fmt(a, "%6s|%-6s|%.2s", "ab", "ab", "abcd"), "    ab|ab    |ab");
    CHECK_STR(str_fmt(a, "%s", ""), "");
}

TEST(strbuf_grows)
{
    struct strbuf b = strbuf_at(test_arena());
    for (int i = 0; i < 1000; i++)
        strbuf_fmt(&b, "%03d,", i);
    CHECK_INT(b.n, 4000);
    CHECK_STR(str_sub(strbuf_str(&b), 3992, 4000), "998,999,");
}

TEST(strbuf_puts_any_bytes_as_json)
{
    struct strbuf b = strbuf_at(test_arena());
    strbuf_put_json(&b, S("a\"b\\c\n\t\x01\x7F é \xFF"));
    CHECK_STR(strbuf_str(&b), "\"a\\\"b\\\\c\\n\\t\\u0001\\u007f é \uFFFD\"");
}

TEST(str_reads_numbers)
{
    int64_t n = 42;
    CHECK_TRUE(str_to_int(S("-9223372036854775808"), &n));
    CHECK_TRUE(n == INT64_MIN);
    CHECK_TRUE(str_to_int(S("+17"), &n));
    CHECK_INT(n, 17);
    static const char *const bad[] = {"",    "-",  "1x", " 1", "9223372036854775808",
                                      "1.5", "--1"};
    for (size_t i = 0; i < countof(bad); i++)
        CHECK_FALSE(str_to_int(str_from(bad[i]), &n));
    CHECK_INT(n, 17);
}

TEST(str_reads_thousandths)
{
    static const struct {
        const char *text;
        int64_t milli;
    } good[] = {
        {"-12.345", -12345},
        {"1",       1000  },
        {".5",      500   },
        {"0.0004",  0     },
        {"0.0005",  1     },
        {"-0.0015", -2    },
        {"+3.1",    3100  },
        {"007.25",  7250  },
        {"2.71828", 2718  }
    };
    for (size_t i = 0; i < countof(good); i++) {
        int64_t n = 0;
        CHECK_TRUE(str_to_milli(str_from(good[i].text), &n));
        CHECK_INT(n, good[i].milli);
    }
    static const char *const bad[] = {
        "", ".", "5.", "1.2.3", "1,5", "9223372036854775807", "1e3", "-", "1.2345x"};
    int64_t n = 99;
    for (size_t i = 0; i < countof(bad); i++)
        CHECK_FALSE(str_to_milli(str_from(bad[i]), &n));
    CHECK_INT(n, 99);
}

TEST(str_distance_counts_typing_slips)
{
    CHECK_INT(str_distance(S("layout"), S("layout"), 9), 0);
    CHECK_INT(str_distance(S("layuot"), S("layout"), 9), 1);
    CHECK_INT(str_distance(S("lyout"), S("layout"), 9), 1);
    CHECK_INT(str_distance(S("kitten"), S("sitting"), 9), 3);
    CHECK_INT(str_distance(S("kitten"), S("sitting"), 2), 2);
    CHECK_INT(str_distance(S(""), S("abc"), 9), 3);
}

TEST(str_hash_is_fnv1a)
{
    /* Test vectors of the FNV authors. */
    CHECK_TRUE(str_hash(S(""), 0) == 0xcbf29ce484222325u);
    CHECK_TRUE(str_hash(S("a"), 0) == 0xaf63dc4c8601ec8cu);
    CHECK_TRUE(str_hash(S("foobar"), 0) == 0x85944171f73967e8u);
    CHECK_TRUE(str_hash(S("bar"), str_hash(S("foo"), 0)) == str_hash(S("foobar"), 0));
}

TEST(utf8_reads_and_writes_every_length)
{
    static const uint32_t points[] = {0,      0x7F,   0x80,   0x7FF,   0x800,
                                      0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF};
    for (size_t k = 0; k < countof(points); k++) {
        char bytes[4];
        struct str s = {bytes, utf8_put(points[k], bytes)};
        size_t i = 0;
        CHECK_INT(utf8_next(s, &i), points[k]);
        CHECK_INT(i, s.n);
        CHECK_INT(utf8_prev(s, &i), points[k]);
        CHECK_INT(i, 0);
        CHECK_INT(utf8_invalid_at(s), s.n);
    }
    char bytes[4];
    CHECK_INT(utf8_put(0xD800, bytes), 3);
    CHECK_INT(memcmp(bytes, "\xEF\xBF\xBD", 3), 0);
}

TEST(utf8_refuses_the_malformed)
{
    static const char *const bad[] = {"\x80",
                                      "\xC0\xAF",
                                      "\xC1\x81",
                                      "\xE0\x80\xAF",
                                      "\xED\xA0\x80",
                                      "\xF0\x80\x80\x80",
                                      "\xF4\x90\x80\x80",
                                      "\xF5\x80\x80\x80",
                                      "\xE2\x82",
                                      "\xFF"};
    for (size_t k = 0; k < countof(bad); k++) {
        struct str s = str_from(bad[k]);
        size_t i = 0;
        CHECK_INT(utf8_next(s, &i), UTF8_BAD);
        CHECK_INT(i, 1);
        CHECK_INT(utf8_invalid_at(s), 0);
        i = s.n;
        CHECK_INT(utf8_prev(s, &i), UTF8_BAD);
        CHECK_INT(i, s.n - 1);
    }
    CHECK_INT(utf8_invalid_at(S("ab\xC3\xA9\xFFz")), 4);
    CHECK_INT(utf8_length(S("a\xC3\xA9\xFF→")), 4);
}

TEST(utf8_knows_spaces_and_words)
{
    static const uint32_t spaces[] = {' ',    '\n',   0xA0,   0x202F,
                                      0x2009, 0x3000, 0x200B, 0xFEFF};
    for (size_t i = 0; i < countof(spaces); i++) {
        CHECK_TRUE(utf8_is_space(spaces[i]));
        CHECK_FALSE(utf8_is_word(spaces[i]));
    }
    static const uint32_t words[] = {'a',    '0',   0xE9, 0x3B1, 0x416,
                                     0x4E2D, 0x5D0, 0xB5, 0x2C00};
    for (size_t i = 0; i < countof(words); i++)
        CHECK_TRUE(utf8_is_word(words[i]));
    static const uint32_t others[] = {'.',  '_',    0x2192,  0x2014, 0x2500, 0x2212,
                                      0xD7, 0x27F6, 0x1F600, 0x20AC, 0xFF08};
    for (size_t i = 0; i < countof(others); i++)
        CHECK_FALSE(utf8_is_word(others[i]) || utf8_is_space(others[i]));
}

TEST(utf8_lowers_three_scripts)
{
    struct arena *a = test_arena();
    CHECK_STR(str_lower(a, S("TL;DR ÄÖÜ ÉČŁŽ Ÿ ΑΩΈ ЖЯЁ ẞẠ 中")),
              "tl;dr äöü éčłž ÿ αωέ жяё ßạ 中");
}

TESTS(str_compares, str_finds, str_takes_parts, str_cut_walks_fields,
      str_fmt_prints_like_printf, strbuf_grows, strbuf_puts_any_bytes_as_json,
      str_reads_numbers, str_reads_thousandths, str_distance_counts_typing_slips,
      str_hash_is_fnv1a, utf8_reads_and_writes_every_length, utf8_refuses_the_malformed,
      utf8_knows_spaces_and_words, utf8_lowers_three_scripts)
