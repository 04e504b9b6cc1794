/* SPDX-License-Identifier: MIT */
/* block/box.h — a study as a vertical list of boxes that know when they may part. */
#ifndef RECTO_BLOCK_BOX_H
#define RECTO_BLOCK_BOX_H

#include "base/geom.h"
#include "base/vec.h"
#include "block/tag.h"
#include "diagram/drawing.h"
#include "model/study.h"
#include "style/look.h"
#include "text/line.h"

/* Path segments; coordinates relative to the mark. */
enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
    enum path_verb verb;
    struct point p[3]; /* CURVE: two controls and the end; else p[0] */
};

#define NO_COLOUR UINT32_MAX

struct path {
    struct path_step *steps;
    size_t count;
    uint32_t fill, stroke; /* 0xRRGGBB or NO_COLOUR */
    mpt width;             /* of the stroke */
    mpt dash, dash_gap;    /* 0: solid */
};

/* A picture, checked and measured, not decoded. */
struct image {
    struct str bytes; /* the file */
    enum { IMAGE_PNG, IMAGE_JPEG } format;
    int width, height; /* [pixels] */
    int dpi;           /* 0: the file does not say */
    struct str name;   /* for messages and for sharing */
};

enum mark_kind {
    MARK_LINE,  /* a line of text, baseline at (x, y) */
    MARK_PATH,  /* origin at (x, y) */
    MARK_IMAGE, /* top left at (x, y), scaled to w × h */
    MARK_DEST   /* a named place that links may point to */
};

/* Something to draw. `tag` is the structure element; NULL makes it an artifact (rules, fills, bars,
 * running feet). Pieces of a line whose stretch has a tag of its own go to that one. */
struct mark {
    enum mark_kind kind;
    mpt x, y; /* inside the box */
    mpt w, h; /* of an image */
    struct tag *tag;
    struct line line;
    const struct path *path;
    const struct image *image;
    struct str name; /* of a destination */
};

/* Penalties as TeX's: this much against a page break before the box. */
#define BREAK_NEVER 10000
#define BREAK_ALWAYS (-10000)

/* Which part of the sheet a box goes to. */
enum place {
    PLACE_TEXT,   /* the text column */
    PLACE_WIDE,   /* text and margin column */
    PLACE_MARGIN, /* the margin column, level with the box before it; takes no height */
    PLACE_SIDE,   /* the sidebar */
    PLACE_FOOT,   /* pinned to the foot of the last sheet */
    PLACE_RUNNING /* below it: its own foot stands on the baseline of the running foot */
};

/* An unbreakable piece of a page: one line of a paragraph, one row of a table, one figure. */
struct box {
    enum place place;
    mpt height;                       /* [mpt] */
    mpt gap, gap_stretch, gap_shrink; /* glue above; dropped at the top of a sheet */
    int penalty;                      /* against a break before this box */
    struct mark *marks;
    size_t mark_count;
    /* Of a table: set again above this row when a page begins with it (as an artifact). */
    const struct box *head;
    struct box *const *notes; /* footnotes that this box refers to */
    size_t note_count;
    size_t section;             /* index into study.sections, SIZE_MAX: masthead */
    struct span span;           /* where it comes from */
    int lines;                  /* lines of running text it stands for: reports */
    bool widow_line, club_line; /* last, first line of a paragraph of more than one */
    /* Of what stands in the margin: the box in the list that its top is level with,
     * SIZE_MAX: the one before it. */
    size_t beside;
    /* Of what stands in the margin: level with that box, or not in the margin at all. */
    bool level;
    bool late;     /* in the side column: below all that stands on the last sheet */
    int looseness; /* of the line: word-space stretch [thousandths], for reports */
};

struct boxes {
    VEC(struct box) list;
    struct tag *root;   /* TAG_DOCUMENT */
    struct str running; /* title for the running foot */
    /* Set again at the top of every sheet but the first, and of its side column, as artifacts; their
     * gaps stand below them. NULL: nothing. */
    const struct box *sheet_head, *side_head;
    bool rtl;      /* the start side of the sheet is its right one */
    bool overfull; /* a line is wider than its column */
};

/* Line breaks that are kept between builds of one study, see block/memo.c. */
struct line_memo;
/* Lives in `a`, as do the lines it keeps. */
struct line_memo *line_memo_new(struct arena *a);

struct block_request {
    const struct study *study;
    const struct look *look;
    struct text_cache *cache;
    struct str image_root; /* folder below which images are read */
    struct map *images;    /* loaded before, by address; shared by all steps */
    struct arena *image_arena;
    bool draft;
    struct line_memo *memo; /* may be NULL; of the same study and cache in all builds */
    bool no_margin;         /* nothing goes to the margin column */
    bool no_captions;       /* no captions do */
    bool no_codes;          /* no QR codes stand in the side column */
    /* These sections are set in the text, though the layout would have them in the side
     * column: see block_side_bit. */
    uint64_t no_side;
};

#define SIDE_BITS 64

/* The bit of a section in `no_side`; SIZE_MAX: of what belongs to no section. The last sections of a
 * long study share one. */
static inline uint64_t block_side_bit(size_t section)
{
    if (section == SIZE_MAX)
        return 1;
    return UINT64_C(1) << (section < SIDE_BITS - 2 ? section + 1 : SIDE_BITS - 1);
}

/* Set `request->study` in `request->look`: boxes from top to bottom in the author's order. Lives
 * in `a`. No page knowledge. What cannot be set as meant is told and replaced by its words. */
struct boxes block_build(struct arena *a, const struct block_request *request,
                         struct diags *d);

#endif
