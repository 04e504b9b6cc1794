/* SPDX-License-Identifier: MIT */
/* text/line.h — a part of shaped text as one line of placed pieces. */
#ifndef RECTO_TEXT_LINE_H
#define RECTO_TEXT_LINE_H

#include "text/shape.h"

/* Glyphs of one face, size and style, left to right. Its pen starts at `x`; each glyph moves it by
 * advance × size × expansion / 1000 / upem, a glyph with glue by `word_space` more. */
struct piece {
    const struct face *face;
    const struct glyph *glyphs; /* visual order; clusters are offsets into `text` */
    uint32_t glyph_count;
    /* The author's characters under these glyphs; empty under a hyphen that recto
     * inserted. */
    struct str text;
    const struct stretch *stretch; /* style, colour, link, tag; borrowed */
    bool rtl;
    mpt x;     /* from the left edge of the line [mpt] */
    mpt width; /* [mpt] */
    mpt size;  /* of the face, fallback fitting included [mpt] */
    /* Scales every advance, spaces' too, not word_space; 1000 = none; code is never
     * expanded [thousandths]. */
    int expansion;
    mpt word_space; /* added after glyphs with glue [mpt], may be negative */
    bool missing;   /* holds a stand-in, see struct run */
};

struct line {
    const struct piece *pieces; /* left to right */
    uint32_t piece_count;
    mpt x;             /* of the line inside its measure: indent, protrusion, centring */
    mpt width;         /* of the ink and spaces, trailing space left out [mpt] */
    uint32_t from, to; /* bytes of the shaped text, trailing space included */
    bool hyphenated;   /* ends in a hyphen that recto inserted */
    bool last;         /* of its paragraph */
    int stretch;       /* how far word spaces are from natural [thousandths of natural] */
};

/* How one line is to be set. */
struct line_fit {
    mpt word_space; /* added after each glyph with glue [mpt] */
    int expansion;  /* 1000 = none */
    bool hyphen;    /* draw a hyphen at the end */
};

/* The part [from, to) of `shaped` on one line, in visual order (UAX 9 L2); what a break touches is
 * shaped again; a trailing space keeps its glyph (so that words never run together when text is
 * extracted) but no width. `stretches` are those that were shaped, at the sizes wanted now. Shapes
 * again in the cache that `shaped` came from.
 * Lives in `a`. */
struct line text_line(struct arena *a, const struct shaped *shaped,
                      const struct stretch *stretches, uint32_t from, uint32_t to,
                      const struct line_fit *fit);

/* Natural width of [from, to) as a line of its own, without the trailing space [mpt]. */
mpt text_width(const struct shaped *shaped, const struct stretch *stretches, uint32_t from,
               uint32_t to);

/* For line breaking: widths that add up. The natural width of a line [from, to) is
 *
 *     text_span(from, to).width + text_cut(from).start + text_cut(to).end
 *
 * and with a hyphen `text_cut(to).hyphen` in place of `.end`. */
struct text_span {
    int64_t width;      /* advances, all spaces included [mpt] */
    int64_t elastic;    /* the part that font expansion scales: all but code [mpt] */
    int64_t spaces;     /* the part that is glue of GLUE_SPACE [mpt] */
    int64_t ideographs; /* the part that is advances of GLUE_IDEOGRAPH [mpt] */
    uint32_t glue;      /* glyphs that `word_space` is added after */
};
struct text_span text_span(const struct shaped *shaped, const struct stretch *stretches,
                           uint32_t from, uint32_t to);

/* What a break before byte `at` changes: spaces before it lose their width, letters on both sides
 * their kerning and ligatures across it. Costs shaping the first time it is asked for a place
 * where that matters, a look-up afterwards. */
struct text_cut {
    mpt end;       /* added to the line that ends here; mostly minus the space [mpt] */
    mpt hyphen;    /* the same where a hyphen is drawn [mpt] */
    mpt start;     /* added to the line that begins here [mpt] */
    uint32_t glue; /* glyphs with glue that end the line before it and do not count */
};
struct text_cut text_cut(const struct shaped *shaped, const struct stretch *stretches,
                         uint32_t at);

/* First and last glyph of a line [from, to), for protrusion: in visual order, trailing space left
 * out; NULL where the line is empty. */
struct text_edge {
    const struct face *face;
    mpt advance;        /* [mpt] */
    uint32_t codepoint; /* as drawn, so that a curly quote is known as one */
};
struct text_edge text_edge_left(const struct shaped *shaped,
                                const struct stretch *stretches, uint32_t from,
                                uint32_t to);
struct text_edge text_edge_right(const struct shaped *shaped,
                                 const struct stretch *stretches, uint32_t from,
                                 uint32_t to);
/* The hyphen that would be drawn at `at`. */
struct text_edge text_edge_hyphen(const struct shaped *shaped,
                                  const struct stretch *stretches, uint32_t at);

#endif
