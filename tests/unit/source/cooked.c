/* SPDX-License-Identifier: MIT */
/* unit/source/cooked.c — repaired text knows where each byte stood, over several passes. */
#include "source/cooked.h"
#include "source/lines.h"
#include "test.h"

TEST(cooked_remembers_origins_over_two_passes)
{
    struct arena *a = test_arena();
    struct cooked first = cooked_source(a, S("head\nabcdef"), 5);
    struct cooked second = cooked_after(a, &first);
    cooked_copy(&second, 0, 2);      /* ab */
    cooked_put(&second, S("XY"), 2); /* stands for c */
    cooked_copy(&second, 3, 6);      /* def */
    struct cooked third = cooked_after(a, &second);
    cooked_put(&third, S("> "), 0);
    cooked_copy(&third, 1, 6); /* bXYde */
    CHECK_STR(cooked_str(&second), "abXYdef");
    CHECK_STR(cooked_str(&third), "> bXYde");
    static const size_t origins[] = {5, 5, 6, 7, 7, 8, 9};
    for (size_t i = 0; i < countof(origins); i++)
        CHECK_INT(cooked_origin(&third, i), origins[i]);
}

TEST(cooked_joins_pieces_that_go_on)
{
    struct arena *a = test_arena();
    struct cooked first = cooked_source(a, S("abcdef"), 0);
    struct cooked second = cooked_after(a, &first);
    cooked_copy(&second, 0, 2);
    cooked_copy(&second, 2, 4);
    cooked_copy(&second, 4, 6);
    CHECK_INT(second.pieces.n, 1);
}

TEST(places_are_lines_and_columns)
{
    struct arena *a = test_arena();
    struct places p = places_of(a, S("ab\n\ncde"));
    struct span s = places_span(&p, 1, 6);
    CHECK_INT(s.line, 1);
    CHECK_INT(s.column, 2);
    CHECK_INT(s.end_line, 3);
    CHECK_INT(s.end_column, 2);
    CHECK_INT(places_offset(&p, 3, 2), 5);
    CHECK_INT(places_offset(&p, 2, 9), 3);
    CHECK_INT(places_offset(&p, 9, 1), 7);
    s = places_span(&p, 7, 7);
    CHECK_INT(s.line, 3);
    CHECK_INT(s.column, 4);
}

/* A text, and for each line whether it is code. */
static const struct {
    const char *text, *code;
} fences[] = {
    {"a\n```\nb\n```\nc\n",      ".###." },
    {"~~~x\n```\n~~~\nb",        "###."  },
    {"````\n```\n````\n",        "###"   },
    {"``` a`b\nc\n",             ".."    },
    {"> ```\n> a\nb\n",          "##."   },
    {"- ```\n  a\nb\n",          "##."   },
    {"a\n\n    b\n\n    c\nd\n", "..#.#."},
    {"- a\n\n    b\n",           "..."   },
    {"a\n    b\n",               ".."    },
    {"```\na\n",                 "##"    },
};

TEST(lines_tell_code_from_text)
{
    for (size_t i = 0; i < countof(fences); i++) {
        struct arena *a = arena_new(1u << 20);
        struct lines l = lines_of(a, str_from(fences[i].text));
        struct strbuf b = strbuf_at(a);
        for (size_t k = 0; k < l.list.n; k++)
            strbuf_putc(&b, l.list.at[k].code ? '#' : '.');
        CHECK_STR(strbuf_str(&b), fences[i].code);
        arena_free(a);
    }
}

TEST(lines_know_an_open_fence)
{
    struct arena *a = test_arena();
    CHECK_INT(lines_of(a, S("a\n```\nb\n")).open_fence, 1);
    CHECK_INT(lines_of(a, S("a\n```\nb\n```\n")).open_fence, SIZE_MAX);
    CHECK_INT(lines_of(a, S("> ```\n> b\nc\n")).open_fence, SIZE_MAX);
}

TEST(list_markers_need_white_space)
{
    CHECK_INT(list_marker(S("- a")), 2);
    CHECK_INT(list_marker(S("12.  a")), 5);
    CHECK_INT(list_marker(S("-")), 1);
    CHECK_INT(list_marker(S("-a")), 0);
    CHECK_INT(list_marker(S("1.5")), 0);
    CHECK_INT(list_marker(S("")), 0);
}

TESTS(cooked_remembers_origins_over_two_passes, cooked_joins_pieces_that_go_on,
      places_are_lines_and_columns, lines_tell_code_from_text, lines_know_an_open_fence,
      list_markers_need_white_space)
