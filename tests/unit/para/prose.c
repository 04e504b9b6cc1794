/* SPDX-License-Identifier: MIT */
/* unit/para/prose.c — all word spaces of twenty English and six German paragraphs together. They were
 * written while the constants of para were chosen, and a few of those were checked by them. */
#include <stdlib.h>

#include "base/file.h"
#include "evenness.h"

#define FILE_MAX ((size_t)64 << 10)

static struct str read_prose(struct arena *a, struct str lang)
{
    const char *folder = getenv("TESTS");
    CHECK_NOT_NULL(folder);
    struct str path = str_join(a, str_from(folder), S("/unit/para/prose/"));
    path = str_join(a, str_join(a, path, lang), S(".txt"));
    struct str bytes;
    CHECK_INT(file_read(a, path, FILE_MAX, &bytes), FILE_OK);
    return bytes;
}

static struct evenness set_prose(struct str lang, struct str family, mpt measure)
{
    struct press press = open_press();
    struct par_params p = book_params(measure);
    struct str rest = read_prose(press.a, lang);
    struct evenness e = {.narrowest = 9999, .gap = 9999};
    while (rest.n > 0) {
        size_t end = str_find_byte(rest, '\n', 0);
        struct stretch *s = arena_make(press.a, struct stretch);
        *s = stretch_of(str_sub(rest, 0, end));
        s->lang = lang;
        s->face.family = family;
        look_at_paragraph(&e, &press, s, &p);
        rest = str_sub(rest, end < rest.n ? end + 1 : end, rest.n);
    }
    print_message("%.*s ", STR(family));
    report(measure == PT(360) ? "360 pt" : "216 pt", &e);
    fonts_free(press.fonts);
    return e;
}

/* What holds for all. */
static void check_lines(const struct evenness *e)
{
    CHECK_TRUE(e->widest <= 1500 && e->narrowest >= 700);
    CHECK_TRUE(e->gap >= GAP_LEAST);
    CHECK_INT(e->runts + e->before_last + e->overfull, 0);
    CHECK_TRUE(e->ladder <= 2);
}

TEST(book_measures_are_even)
{
    static const struct {
        struct str lang, family;
        int hyphens; /* [per cent of the lines] */
    } cases[] = {
        {{"en", 2}, {"Vollkorn", 8}, 12},
        {{"en", 2}, {"Lato", 4},     12},
        {{"de", 2}, {"Vollkorn", 8}, 25},
        {{"de", 2}, {"Lato", 4},     25},
    };
    for (size_t i = 0; i < countof(cases); i++) {
        struct evenness e = set_prose(cases[i].lang, cases[i].family, PT(360));
        CHECK_TRUE(deviation(&e) <= 85);
        CHECK_TRUE(e.hyphens * 100 <= e.lines * cases[i].hyphens);
        check_lines(&e);
    }
}

/* German words are long: there are fewer spaces to share. */
TEST(narrow_measures_are_even)
{
    static const struct {
        struct str lang, family;
        int deviation, hyphens;
    } cases[] = {
        {{"en", 2}, {"Vollkorn", 8}, 160, 18},
        {{"en", 2}, {"Lato", 4},     160, 18},
        {{"de", 2}, {"Vollkorn", 8}, 168, 36},
        {{"de", 2}, {"Lato", 4},     160, 36},
    };
    for (size_t i = 0; i < countof(cases); i++) {
        struct evenness e = set_prose(cases[i].lang, cases[i].family, PT(216));
        CHECK_TRUE(deviation(&e) <= cases[i].deviation);
        CHECK_TRUE(e.hyphens * 100 <= e.lines * cases[i].hyphens);
        check_lines(&e);
    }
}

/* A short line inside a justified column is seen before a last line of one word is. */
TEST(a_wide_column_has_no_short_lines_for_want_of_words_in_its_last)
{
    struct press press = open_press();
    struct par_params p = book_params(PT(360));
    struct evenness e = {.narrowest = 9999, .gap = 9999};
    struct stretch s = stretch_of(
        S("When an agent opens a ticket, the assistant reads it, finds the three passages "
          "most "
          "likely to settle it and drafts a reply in which every sentence carries a "
          "footnote. "
          "If no passage clears a confidence threshold it says so, and shows plain search "
          "results instead."));
    look_at_paragraph(&e, &press, &s, &p);
    CHECK_INT(e.ragged, 0);
    CHECK_INT(e.overfull, 0);
    CHECK_TRUE(e.widest <= 1500);
    fonts_free(press.fonts);
}

TESTS(book_measures_are_even, narrow_measures_are_even,
      a_wide_column_has_no_short_lines_for_want_of_words_in_its_last)
