/* SPDX-License-Identifier: MIT */
/* unit/para/evenness.h — how even the lines of paragraphs are: word spaces, hyphens, ends. */
#ifndef RECTO_UNIT_PARA_EVENNESS_H
#define RECTO_UNIT_PARA_EVENNESS_H

#include <stdio.h>

#include "press.h"

#define GAP_LEAST 150 /* [thousandths of an em] where readers of PDF begin to see a space */

static inline struct par_params book_params(mpt measure)
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
    int lines, hyphens, ladder, before_last, runts, ragged, overfull;
};

/* The gap between the words beside glyph `i`, as one sees it who knows the letters' own widths
 * [thousandths of an em]. */
static inline int64_t gap_at(const struct piece *piece, uint32_t i)
{
    int64_t units = piece->glyphs[i].advance;
    if (i > 0)
        units += piece->glyphs[i - 1].advance -
                 face_advance(piece->face, piece->glyphs[i - 1].id);
    return units * piece->expansion / face_info(piece->face)->upem +
           (int64_t)piece->word_space * 1000 / piece->size;
}

static inline void look_at_line(struct evenness *e, const struct line *l, struct str text,
                                const struct par_params *p)
{
    e->lines++;
    if (l->last)
        return;
    uint32_t end = l->to; /* the space that ends the line is none between words */
    while (end > l->from && text.p[end - 1] == ' ')
        end--;
    const struct piece *piece = &l->pieces[0];
    int ratio = 1000 + l->stretch;
    for (uint32_t i = 0; i < piece->glyph_count; i++)
        if (piece->glyphs[i].glue == GLUE_SPACE && piece->glyphs[i].cluster < end) {
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

static inline void look_at_end(struct evenness *e, const struct lines *lines,
                               struct str text, const struct par_params *p)
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

/* Set the paragraph `stretch` and add what it looks like. */
static inline void look_at_paragraph(struct evenness *e, struct press *press,
                                     const struct stretch *stretch,
                                     const struct par_params *p)
{
    const struct shaped *shaped =
        text_shape(press->cache, stretch, 1, false, true, &press->d);
    struct lines lines = par_break(press->a, shaped, stretch, p, &press->d);
    for (uint32_t j = 0; j < lines.count; j++)
        look_at_line(e, &lines.at[j], shaped->text, p);
    look_at_end(e, &lines, shaped->text, p);
    e->overfull += lines.overfull;
}

/* Standard deviation [thousandths], rounded down. */
static inline int deviation(const struct evenness *e)
{
    int64_t variance = (e->squares - e->sum * e->sum / e->spaces) / e->spaces;
    int root = 0;
    while ((int64_t)(root + 1) * (root + 1) <= variance)
        root++;
    return root;
}

static inline void report(const char *name, const struct evenness *e)
{
    print_message("%s: sd .%03d, spaces %d to %d, gap %d, %d lines, %d hyphens, ladder %d, "
                  "before last "
                  "%d, runts %d, ragged %d\n",
                  name, deviation(e), e->narrowest, e->widest, (int)e->gap, e->lines,
                  e->hyphens, e->ladder, e->before_last, e->runts, e->ragged);
}

#endif
