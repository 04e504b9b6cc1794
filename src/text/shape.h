/* SPDX-License-Identifier: MIT */
/* text/shape.h — styled text to glyph runs in font units, shaped once and kept. */
#ifndef RECTO_TEXT_SHAPE_H
#define RECTO_TEXT_SHAPE_H

#include "base/diag.h"
#include "base/geom.h"
#include "base/str.h"
#include "text/face.h"

struct arena;
struct tag; /* block/tag.h; text only carries it */

/* OpenType features by role; `kern liga clig calt locl ccmp mark mkmk` are on unless said
 * otherwise. */
enum {
    FEATURE_TNUM = 1 << 0,
    FEATURE_PNUM = 1 << 1,
    FEATURE_LNUM = 1 << 2,
    FEATURE_ONUM = 1 << 3,
    FEATURE_CASE = 1 << 4,
    FEATURE_SMCP = 1 << 5,
    FEATURE_C2SC = 1 << 6,
    FEATURE_ZERO = 1 << 7,
    FEATURE_NO_LIGA = 1 << 8, /* liga clig calt off: code, tracked text */
    FEATURE_NO_KERN = 1 << 9,
    FEATURE_FRAC = 1 << 10
};

/* How a stretch may be broken and cleaned. */
enum {
    /* No hyphens, no punctuation cleaning, breaks only at spaces and after / . _ - where
     * nothing else fits. */
    STRETCH_CODE = 1 << 0,
    STRETCH_URL = 1 << 1,      /* breaks at its own places, without hyphen */
    STRETCH_NO_BREAK = 1 << 2, /* one unbreakable piece */
    STRETCH_NO_HYPHEN = 1 << 3,
    STRETCH_AS_IS = 1 << 4,  /* no punctuation cleaning */
    STRETCH_METRIC = 1 << 5, /* a value: hyphen-minus before a digit is drawn as a minus */
    STRETCH_UNDERLINE = 1 << 6, /* drawn by block, carried along */
    STRETCH_STRIKE = 1 << 7,
    STRETCH_BREAK_AFTER = 1 << 8 /* a line ends here whatever happens (hard break) */
};

/* A stretch of text in one style. What shapes (face, features, tracking, text, lang) is kept apart
 * from what only scales (size, rise) or paints (colour, link, tag). */
struct stretch {
    struct str text; /* UTF-8, white space already folded to single spaces unless code */
    struct face_key face;
    uint32_t features; /* FEATURE_* */
    int tracking;      /* [thousandths of an em], after every glyph */
    struct str lang;   /* BCP 47 */
    mpt size;          /* [mpt] */
    mpt rise;          /* baseline shift, upwards [mpt] */
    uint32_t colour;   /* 0xRRGGBB */
    unsigned flags;    /* STRETCH_* */
    struct str link;   /* address, empty for none; "#name" stays inside the document */
    struct tag *tag;   /* the structure element it belongs to, NULL: the paragraph's own */
    struct span span;  /* where it stands in the source */
};

/* Where a justified line may grow: `word_space` of the line is added after these glyphs. */
enum glyph_glue {
    GLUE_NONE,     /* letters, and spaces of fixed width: before a unit, inside « » */
    GLUE_SPACE,    /* a space between words, breaking or not */
    GLUE_IDEOGRAPH /* an ideograph or kana that a line might end after: no space, but room */
};

/* One glyph; `cluster` is a byte offset into the text of its `struct shaped`. */
struct glyph {
    uint32_t id;
    uint32_t cluster;
    int32_t advance, dx, dy; /* [font units], tracking included in the advance */
    uint8_t glue;            /* enum glyph_glue */
    bool unsafe_to_break;    /* reshape when a line breaks before it */
};

/* Glyphs of one face, one stretch and one direction, in visual order. */
struct run {
    const struct face *face;
    uint32_t scale;    /* fallback faces are fitted to the x-height [thousandths] */
    uint32_t from, to; /* bytes of the text */
    uint32_t stretch;  /* index of its stretch */
    uint8_t level;     /* bidi level; odd runs right to left */
    /* Holds a stand-in for a character that no font has: the author's text is kept, but
     * the glyph does not show it. */
    bool missing;
    const struct glyph *glyphs;
    uint32_t glyph_count;
    /* Private: for each byte from `from` to `to`, glyphs of what is before it, in the
     * order of the text. */
    const uint32_t *before;
};

/* What may happen before the byte at an offset. */
enum text_break {
    TEXT_BREAK_NO,
    TEXT_BREAK_YES,      /* UAX 14, after a space or between ideographs */
    TEXT_BREAK_HYPHEN,   /* inside a word, with a hyphen drawn */
    TEXT_BREAK_EXPLICIT, /* after a hyphen that the author wrote, a slash, a dash */
    TEXT_BREAK_URL,      /* inside an address, without hyphen */
    TEXT_BREAK_LAST,     /* the same, where no column would hold it otherwise */
    TEXT_BREAK_MUST
};

/* A shaped paragraph. All arrays live in the cache's arena. */
struct shaped {
    /* The author's characters, all stretches in a row; soft hyphens, zero-width spaces
     * and direction marks are left out once they have had their effect, so that no
     * copied text holds them. */
    struct str text;
    const struct run *runs; /* in logical order of `from` */
    uint32_t run_count;
    const uint8_t *breaks; /* enum text_break for every offset 0 … text.n */
    /* For every offset, 0 but at hyphen points: letters of the word before it in the
     * high four bits, after it in the low four, 15 = more. */
    const uint8_t *word;
    bool rtl; /* base direction */
    uint32_t stretch_count;
    struct shaping *how; /* private: what shaping a part again needs */
};

/* What has been shaped for one job, and which missing characters have been reported. Not
 * for several threads at once. */
struct text_cache;

/* `a` must outlive the cache's results. `fonts` is borrowed. */
struct text_cache *text_cache_new(struct arena *a, struct fonts *fonts,
                                  const struct store *store, struct str lang);

/* The first file of the data folder, a font or hyphenation patterns, that is there and could not
 * be read: what was set without it is not what was asked for. Empty where all could. */
struct str text_damage(const struct text_cache *cache);

/* Shape `n` stretches as one paragraph. Kept under what shapes: a second call with other
 * sizes costs a look-up. `rtl` is the base direction; `hyphenate` adds TEXT_BREAK_HYPHEN
 * points. A character that no font has is reported once (T0103), with its place and the
 * fonts tried. */
const struct shaped *text_shape(struct text_cache *cache, const struct stretch *stretches,
                                size_t n, bool rtl, bool hyphenate, struct diags *d);

#endif
