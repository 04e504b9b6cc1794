/* SPDX-License-Identifier: MIT */
/* unit/para/even.c — five paragraphs in Vollkorn 10 pt: how even their lines are. */
#include "evenness.h"
#include "paragraphs.h"

static struct evenness set_all(struct press *press, const struct par_params *p)
{
    struct evenness e = {.narrowest = 9999, .gap = 9999};
    for (size_t i = 0; i < countof(paragraphs); i++) {
        struct stretch s = stretch_of(str_from(paragraphs[i]));
        look_at_paragraph(&e, press, &s, p);
    }
    CHECK_INT(e.overfull, 0);
    return e;
}

TEST(book_lines_are_even)
{
    struct press press = open_press();
    struct par_params p = book_params(PT(360));
    struct evenness e = set_all(&press, &p);
    report("360 pt", &e);
    CHECK_TRUE(deviation(&e) <= 100);
    CHECK_TRUE(e.widest <= 1500 && e.narrowest >= 700);
    CHECK_TRUE(e.gap >= GAP_LEAST);
    CHECK_INT(e.runts + e.before_last + e.ragged, 0);
    CHECK_TRUE(e.ladder <= 1);
    CHECK_TRUE(e.hyphens * 9 <= e.lines); /* one line in nine */
    fonts_free(press.fonts);
}

TEST(narrow_lines_are_even)
{
    struct press press = open_press();
    struct par_params p = book_params(PT(216));
    struct evenness e = set_all(&press, &p);
    report("216 pt", &e);
    CHECK_TRUE(deviation(&e) <= 160);
    CHECK_TRUE(e.widest <= 1500 && e.narrowest >= 700);
    CHECK_TRUE(e.gap >= GAP_LEAST);
    CHECK_INT(e.runts + e.before_last + e.ragged, 0);
    CHECK_TRUE(e.ladder <= 2);
    fonts_free(press.fonts);
}

/* A justified line fills its measure, with what hangs out; a word space is a whole number of mpt,
 * so that each may miss by a half. */
TEST(justified_lines_fill_their_measure)
{
    struct press press = open_press();
    for (mpt measure = PT(200); measure <= PT(420); measure += PT(11)) {
        struct par_params p = book_params(measure);
        p.indent = PT(12);
        struct stretch s = stretch_of(str_from(paragraphs[0]));
        const struct shaped *shaped = text_shape(press.cache, &s, 1, false, true, &press.d);
        struct lines lines = par_break(press.a, shaped, &s, &p, &press.d);
        for (uint32_t i = 0; i < lines.count; i++) {
            const struct line *l = &lines.at[i];
            mpt sum = 0;
            for (uint32_t j = 0; j < l->piece_count; j++)
                if (l->pieces[j].x < l->width) /* a blank at the end lies beyond it */
                    sum += l->pieces[j].width;
            CHECK_TRUE(sum - l->width <= 2 && l->width - sum <= 2);
            mpt hang = PT(6); /* nothing hangs out further */
            CHECK_TRUE(l->x >= (i == 0 ? PT(12) : 0) - hang);
            CHECK_TRUE(l->x + l->width <= measure + hang);
            if (!l->last && l->stretch < 490)
                CHECK_TRUE(l->x + l->width >= measure - 20);
        }
    }
    fonts_free(press.fonts);
}

TESTS(book_lines_are_even, narrow_lines_are_even, justified_lines_fill_their_measure)
