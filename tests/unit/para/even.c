/* SPDX-License-Identifier: MIT */
/* unit/para/even.c — five paragraphs in Vollkorn 10 pt: how even their lines are. */
#include <stdio.h>

#include "test.h"

#include "paragraphs.h"
#include "press.h"

#define GAP_LEAST 150 /* [thousandths of an em] where readers of PDF begin to see a space */

static struct par_params book_params(mpt measure)
{
    return (struct par_params){.align = PAR_JUSTIFY,
                               .measure = measure,
                               .em = PT(10),
                               .hyphenate = true,
                               .protrude = true,
                               .expansion = 20};
}

/* What a page of paragraphs looks like; ratios of word spaces in thousandths. */
struct evenness {
    int64_t spaces, sum, squares;
    int widest, narrowest;
    int64_t gap; /* the narrowest between two words [thousandths of an em] */
    int lines, hyphens, ladder, before_last, runts, ragged;
};

/* The gap between the words beside glyph `i`, as one sees it who knows the letters' own widths
 * [thousandths of an em]. */
static int64_t gap_at(const struct piece *piece, uint32_t i)
{
    int64_t units = piece->glyphs[i].advance;
    if (i > 0)
        units += piece->glyphs[i - 1].advance -
                 face_advance(piece->face, piece->glyphs[i - 1].id);
    return units * piece->expansion / face_info(piece->face)->upem +
           (int64_t)piece->word_space * 1000 / piece->size;
}

static void look_at_line(struct evenness *e, const struct line *l,
                         const struct par_params *p)
{
    e->lines++;
    if (l->last)
        return;
    const struct piece *piece = &l->pieces[0];
    int ratio = 1000 + l->stretch;
    for (uint32_t i = 0; i < piece->glyph_count; i++)
        if (piece->glyphs[i].glue == GLUE_SPACE) {
            e->spaces++;
            e->sum += ratio;
            e->squares += (int64_t)ratio * ratio;
            int64_t gap = gap_at(piece, i);
            e->gap = gap < e->gap ? gap : e->gap;
        }
    e->widest = ratio > e->widest ? ratio : e->widest;
    e->narrowest = ratio < e->narrowest ? ratio : e->narrowest;
    e->ragged += l->x + l->width < p->measure - PT(1);
}

static void look_at_end(struct evenness *e, const struct lines *lines, struct str text,
                        const struct par_params *p)
{
    const struct line *last = &lines->at[lines->count - 1];
    struct str words = str_trim(str_sub(text, last->from, last->to));
    bool one_word = str_find_byte(words, ' ', 0) == words.n;
    e->runts += one_word || last->width < p->measure * 15 / 100;
    e->before_last += lines->count > 1 && lines->at[lines->count - 2].hyphenated;
    int run = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        run = lines->at[i].hyphenated ? run + 1 : 0;
        e->ladder = run > e->ladder ? run : e->ladder;
    }
    e->hyphens += lines->hyphens;
}

static struct evenness set_all(struct press *press, const struct par_params *p)
{
    struct evenness e = {.narrowest = 9999, .gap = 9999};
    for (size_t i = 0; i < countof(paragraphs); i++) {
        struct stretch s = stretch_of(str_from(paragraphs[i]));
        const struct shaped *shaped =
            text_shape(press->cache, &s, 1, false, true, &press->d);
        struct lines lines = par_break(press->a, press->cache, shaped, &s, p, &press->d);
        for (uint32_t j = 0; j < lines.count; j++)
            look_at_line(&e, &lines.at[j], p);
        look_at_end(&e, &lines, shaped->text, p);
        CHECK_FALSE(lines.overfull);
    }
    return e;
}

/* Standard deviation [thousandths], rounded down. */
static int deviation(const struct evenness *e)
{
    int64_t variance = (e->squares - e->sum * e->sum / e->spaces) / e->spaces;
    int root = 0;
    while ((int64_t)(root + 1) * (root + 1) <= variance)
        root++;
    return root;
}

static void report(const char *name, const struct evenness *e)
{
    print_message("%s: sd .%03d, spaces %d to %d, gap %d, %d lines, %d hyphens, ladder %d, "
                  "before last "
                  "%d, runts %d, ragged %d\n",
                  name, deviation(e), e->narrowest, e->widest, (int)e->gap, e->lines,
                  e->hyphens, e->ladder, e->before_last, e->runts, e->ragged);
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
        struct lines lines = par_break(press.a, press.cache, shaped, &s, &p, &press.d);
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
