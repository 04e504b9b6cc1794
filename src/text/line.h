/* SPDX-License-Identifier: MIT */
/* text/line.h — a part of shaped text as one line of placed pieces. */
#ifndef RECTO_TEXT_LINE_H
#define RECTO_TEXT_LINE_H

#include "text/shape.h"

/* Glyphs of one face, size and style, left to right. Its pen starts at `x`; each glyph moves it by
 * advance × size × scale / upem, a space glyph by `word_space` more. */
struct piece {
    const struct face *face;
    const struct glyph *glyphs;    /* visual order; clusters are offsets into `text` */
    uint32_t glyph_count;
    struct str text;               /* the author's characters under these glyphs; empty under a
                                    * hyphen that recto inserted */
    const struct stretch *stretch; /* style, colour, link, tag; borrowed */
    bool rtl;
    mpt x;                         /* from the left edge of the line [mpt] */
    mpt width;                     /* [mpt] */
    mpt size;                      /* of the face, fallback fitting included [mpt] */
    int expansion;                 /* horizontal glyph scale, 1000 = none [thousandths] */
    mpt word_space;                /* added to each space [mpt], may be negative */
};

struct line {
    const struct piece *pieces; /* left to right */
    uint32_t piece_count;
    mpt x;                      /* of the line inside its measure: indent, protrusion, centring */
    mpt width;                  /* of the ink and spaces, trailing space left out [mpt] */
    uint32_t from, to;          /* bytes of the shaped text, trailing space included */
    bool hyphenated;            /* ends in a hyphen that recto inserted */
    bool last;                  /* of its paragraph */
    int stretch;                /* how far word spaces are from natural [thousandths of natural] */
};

/* How one line is to be set. */
struct line_fit {
    mpt word_space;    /* added to each space */
    int expansion;     /* 1000 = none */
    bool hyphen;       /* draw a hyphen at the end */
};

/* The part [from, to) of `shaped` on one line, in visual order (UAX 9 L2); what a break touches is
 * shaped again; a trailing space keeps its glyph (so that words never run together when text is
 * extracted) but no width. `stretches` are those that were shaped, with the sizes of today.
 * Lives in `a`. */
struct line text_line(struct arena *a, struct text_cache *cache, const struct shaped *shaped,
                      const struct stretch *stretches, uint32_t from, uint32_t to,
                      const struct line_fit *fit);

/* Natural width of [from, to) without the trailing space [mpt]. */
mpt text_width(const struct shaped *shaped, const struct stretch *stretches, uint32_t from,
               uint32_t to);

#endif
