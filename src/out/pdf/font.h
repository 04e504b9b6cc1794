/* SPDX-License-Identifier: MIT */
/* out/pdf/font.h — glyph runs as codes of subset fonts, and the text that these codes say. */
#ifndef RECTO_OUT_PDF_FONT_H
#define RECTO_OUT_PDF_FONT_H

#include "base/vec.h"
#include "draw/display.h"
#include "out/pdf/object.h"

struct cutstock;

/* Widths are in hundredths of a thousandth of an em, as /W gives them with two decimals. */
#define FONT_EM 100000

/* A code that is shown; it is the CID.
 *
 * Most glyphs always say the same. Those that do not (a hyphen of the author's and one of recto's, a
 * minus drawn for a hyphen, a letter whose mark is drawn apart, the end of a line that cuts a word)
 * get a code for each text, as many readers pass over ActualText: an alias. In TrueType fonts
 * CIDToGIDMap leads it to the same glyph, in CFF fonts to a copy of it. Fonts with CIDs of their own
 * get another voice. */
struct font_glyph {
    uint32_t glyph; /* in the face */
    uint32_t cid;   /* known when the font has been cut, */
    uint32_t cut;   /* as is its number in the program */
    uint32_t next;  /* slot of the next alias, 0: none */
    bool alias;
    int width; /* [1/FONT_EM em] */
};

/* One way to read the codes of a font: a font dictionary with a ToUnicode of its own over the same
 * descendant. */
struct voice {
    struct object *type0; /* made when the font is written */
    VEC(struct str) says; /* text of each code, by slot; empty: not shown in this voice */
};

struct font {
    const struct face *face;
    uint32_t *slots; /* by glyph: 1 + index in `glyphs`; 0: not shown */
    size_t slot_count;
    VEC(struct font_glyph) glyphs;
    VEC(struct voice) voices;
    bool aliased; /* some code is an alias */
};

#define VOICES_MAX 16 /* beyond, ActualText has to do */

/* A glyph of a run as a code of its font. */
struct spelled {
    uint32_t slot; /* index in font.glyphs */
    uint16_t voice;
    bool late; /* a mark that its letter says: drawn behind the run, as an artifact */
    bool lost; /* no code says its text */
};

/* Glyphs [first, end) of a run that together say `text`, in an order or number that codes
 * cannot express. */
struct respelled {
    uint32_t first, end;
    struct str text;
};

struct spelling {
    struct spelled *glyphs; /* as piece.glyphs */
    VEC(struct respelled) spans;
    bool late; /* some glyph is */
    bool told; /* the codes say the op's `actual`, too */
};

/* out/pdf/codes.c: an empty font of `face`. */
void pdf_font_open(struct arena *a, struct font *font, const struct face *face);
/* A code for `glyph` that says `text`, which must outlive the font. */
struct spelled font_say(struct arena *a, struct font *font, uint32_t glyph,
                        struct str text);
/* True where another text of a glyph needs no other voice. */
bool font_has_aliases(const struct font *font);

/* out/pdf/spell.c: a code for every glyph of `piece`. */
struct spelling font_spell(struct arena *a, struct font *font, const struct piece *piece);
/* The same of a piece whose words another line says: each glyph says a space. */
struct spelling font_spell_silent(struct arena *a, struct font *font,
                                  const struct piece *piece);
/* Let the last glyphs say `*more` behind what they say, which moves what they say towards the first;
 * what then is left to be said before all of them is in `*more`. False, and some glyphs may be
 * changed, where they cannot. */
bool font_spell_more(struct arena *a, struct font *font, const struct piece *piece,
                     struct spelling *spelling, struct str *more);

/* out/pdf/subset.c: what remains of a font file. */
struct cut_font {
    struct str program; /* TrueType file or CFF table; empty: it could not be cut */
    bool cff;
};
/* Cut the file of `font` down to its glyphs and set their CIDs. The program lives in `a`. `stock`
 * may be NULL. */
struct cut_font font_cut(struct arena *a, struct cutstock *stock, struct font *font);

struct pdf;
/* out/pdf/font.c: write the dictionaries of `font`. False, and a diagnostic, where it cannot be
 * embedded. */
bool font_write(struct pdf *pdf, struct font *font);

#endif
