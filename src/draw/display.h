/* SPDX-License-Identifier: MIT */
/* draw/display.h — pages as flat lists of six operations; all that a back end sees. */
#ifndef RECTO_DRAW_DISPLAY_H
#define RECTO_DRAW_DISPLAY_H

#include "block/box.h"
#include "page/sheets.h"

enum op_kind { OP_GLYPHS, OP_PATH, OP_IMAGE, OP_LINK, OP_TAG_BEGIN, OP_TAG_END };

#define TAG_ARTIFACT UINT32_MAX         /* rules, fills */
#define TAG_PAGINATION (UINT32_MAX - 1) /* running feet, repeated heads */
#define TAG_REAL_MAX (UINT32_MAX - 3)   /* the largest index of an element */

/* One operation. Origin top left of the sheet, y downwards, [mpt]. */
struct op {
    enum op_kind kind;
    uint32_t font;      /* GLYPHS: index into display.faces */
    struct piece piece; /* GLYPHS: pen starts at (x, y), baseline */
    uint32_t colour;    /* GLYPHS */
    /* GLYPHS: what this op and its neighbours with the same pointer say together, where
     * that differs from their own texts: words that a line end cuts. NULL: each says its
     * own text. */
    const struct str *actual;
    mpt x, y;
    mpt w, h;                /* IMAGE, LINK */
    const struct path *path; /* PATH: relative to (x, y) */
    uint32_t image;          /* IMAGE: index into display.images */
    struct str url;          /* LINK: address, or "#name" of a destination */
    struct str text;         /* LINK: what it says, for readers that cannot show it */
    uint32_t tag; /* TAG_BEGIN, LINK: index into display.tags, or TAG_… above */
};

struct display_page {
    mpt width, height;
    struct rect cut; /* the sheet once it is cut; no width: it is not */
    mpt bleed;       /* drawn beyond the cut [mpt] */
    VEC(struct op) ops;
};

/* Operations [from, to) of a page. */
struct passage {
    uint32_t page, from, to;
};

struct destination {
    struct str name;
    uint32_t page;
    mpt x, y;
};

struct outline_entry {
    struct str title;
    int depth; /* 0: the study, 1: its sections */
    uint32_t page;
    mpt y;
};

struct display {
    VEC(struct display_page) pages;
    VEC(const struct face *) faces; /* in order of first use */
    VEC(const struct image *) images;
    VEC(const struct tag *) tags; /* in reading order; tags.at[0] is the document */
    VEC(struct destination) destinations;
    VEC(struct outline_entry) outline;
    /* All content in the order in which it is read; empty: as the pages come. */
    VEC(struct passage) reading;
    struct str lang, title, author, subject, keywords;
};

/* Flatten `sheets`. TAG_BEGIN/TAG_END are balanced on every page and never nested deeper than one;
 * all content between them belongs to that element. Order on a page is the author's; pieces of one
 * line come in the order of their text, also where they run right to left. A LINK to a destination
 * that no sheet has is left out. Numbers the tags of `sheets`; all else is only read. Lives in
 * `a` and borrows faces, glyphs and texts from `sheets`. */
const struct display *draw_record(struct arena *a, const struct sheets *sheets);

/* Check what draw_record promises: tags balanced, nothing outside the sheet, every tag index known.
 * Gives NULL where all holds, else what does not, in words. */
const char *draw_verify(const struct display *display);

/* Offset in piece->text of the character that glyph `i` came from: clusters count from the start of
 * the paragraph. */
size_t piece_byte(const struct piece *piece, uint32_t i);
/* Pen before glyph `count`, from the start of the piece [mpt]; rounded once, not glyph by glyph. */
mpt piece_pen(const struct piece *piece, uint32_t count);

#endif
