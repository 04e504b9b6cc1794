/* SPDX-License-Identifier: MIT */
/* out/pdf/content.h — the content stream of one page while it is written. */
#ifndef RECTO_OUT_PDF_CONTENT_H
#define RECTO_OUT_PDF_CONTENT_H

#include "out/pdf/pdf.h"

/* How the part of marked content that is open differs from its element. */
struct aside {
    const struct str *actual; /* NULL: the text is what the codes say */
    struct str lang;          /* empty: the element's language */
};

/* How far the layout's pen has come: in font units, and word spaces on top of that. */
struct pen {
    int64_t units, spaces;
};

struct content {
    struct pdf *pdf;
    const struct display_page *page;
    struct sheet_page *sheet;
    struct strbuf out;
    /* marked content */
    uint32_t tag;        /* of the TAG_BEGIN we are in */
    bool open, in_aside; /* a BDC is open; it is a Span of its own */
    bool in_running;     /* and inside it one that says `running` */
    struct aside aside;
    /* Says its words together, around all their marked content; NULL: none. */
    const struct tag *whole;
    struct str tag_lang;
    struct str running; /* what a running foot says, all of it; empty: not in one */
    mpt running_y;      /* where a running head or foot stands */
    /* graphics state, to write only what changes */
    uint32_t fill, stroke;
    mpt line_width, dash, dash_gap;
    /* text state */
    bool in_text;       /* between BT and ET */
    mpt line_x, line_y; /* where the last Td went, page coordinates */
    uint32_t font, voice;
    mpt size, rise;
    int expansion;
    int64_t spacing;      /* [millionths of a point] */
    VEC(struct pen) pens; /* of the run that is shown */
};

/* Begin the Span that `aside` asks for, end one that it does not, and open the element's marked
 * content where none is open. */
void content_open(struct content *c, struct aside aside);
/* End what is open, and begin what readers pass over; inside a drawing they pass over all glyphs. */
void content_begin_artifact(struct content *c);
void content_end_artifact(struct content *c);
/* The row or paragraph that what follows stands in: a Span that says all its words. NULL: none. */
void content_whole(struct content *c, const struct tag *whole);
/* End what is open. */
void content_close(struct content *c);
void content_fill(struct content *c, uint32_t colour);
/* End a text object, so that paths may follow. */
void content_end_text(struct content *c);

/* out/pdf/glyphs.c: show the run at `op`. */
void content_glyphs(struct content *c, const struct op *op,
                    const struct spelling *spelling);
/* out/pdf/path.c */
void content_path(struct content *c, const struct op *op);

#endif
