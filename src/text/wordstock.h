/* SPDX-License-Identifier: MIT */
/* text/wordstock.h — private to text: words shaped before, in whatever document, shared by threads. */
#ifndef RECTO_TEXT_WORDSTOCK_H
#define RECTO_TEXT_WORDSTOCK_H

#include <hb.h>

#include "text/shape.h"

/* Longer ones are addresses and the like, which do not come again. */
#define WORD_MAX 48

/* All that decides how a word is shaped, apart from its letters. */
struct word_style {
    const struct face *face;
    hb_language_t lang;
    hb_script_t script;
    uint32_t features; /* FEATURE_*, what tracking switches off included */
};

/* A word, a space or the like: what stands between two places where shaping may be cut. It
 * does not change once it is kept. */
struct word {
    const struct word *next; /* of the same slot */
    uint64_t hash;
    struct word_style style;
    const uint32_t *text; /* code points */
    uint32_t n, glyph_count;
    const struct glyph *glyphs; /* from left to right; clusters are indices into `text`; no
                                 * tracking, no glue */
    int32_t levelled; /* advance of the last glyph where nothing is kerned with it */
    bool alone;       /* comes out like this whatever stands beyond the spaces around it */
};

struct wordstock;

/* An empty stock, freed with `owner`, which gives up if there is no memory. */
struct wordstock *wordstock_in(struct arena *owner);

/* Fill `hash` of a word whose style, text and n are known. */
void word_hash(struct word *word);
/* The word of that style and text; NULL where it is not kept. Takes no lock. */
const struct word *wordstock_find(const struct wordstock *stock, const struct word *wanted);
/* Keep a copy of `word`, where there is room: the ceiling is the same whatever is set, and nothing
 * that is drawn depends on it. */
void wordstock_keep(struct wordstock *stock, const struct word *word);
/* Fill `alone` of a word that has been shaped: no rule of its face that looks at a space may change
 * a glyph of it. Of each glyph the first form and the last are looked at. False where memory is
 * out. */
bool wordstock_judge(struct wordstock *stock, struct word *word);

#endif
