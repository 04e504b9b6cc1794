/* SPDX-License-Identifier: MIT */
/* unit/draw/fixture.h — sheets made by hand, in faces of even width that no font file gives. */
#ifndef RECTO_UNIT_DRAW_FIXTURE_H
#define RECTO_UNIT_DRAW_FIXTURE_H

#include "test.h"

#include "draw/display.h"

/* Stands in for text/face.c: every glyph is half an em wide and has the number of its byte. */
struct face {
    struct face_info info;
};

const struct face_info *face_info(const struct face *face)
{
    return &face->info;
}

/* Only a PDF needs these, and none is written here. */
struct hb_face_t *face_hb_face(const struct face *face)
{
    (void)face;
    return NULL;
}

struct hb_font_t *face_hb_font(const struct face *face)
{
    (void)face;
    return NULL;
}

uint32_t face_cid(const struct face *face, uint32_t glyph)
{
    (void)face;
    return glyph;
}

int face_advance(const struct face *face, uint32_t glyph)
{
    (void)face;
    (void)glyph;
    return 500;
}

static const struct face plain = {
    {.postscript = {"Plain-Regular", 13},
     .weight = 400,
     .upem = 1000,
     .ascender = 800,
     .descender = -200,
     .x_height = 500,
     .underline_position = -100,
     .underline_thickness = 50}
};
static const struct face bold = {
    {.postscript = {"Plain-Bold", 10},
     .weight = 700,
     .upem = 1000,
     .ascender = 800,
     .descender = -200}
};

struct fixture {
    struct arena *a;
    struct sheets sheets;
    mpt x; /* where the next piece begins */
};

static inline struct fixture fixture_new(void)
{
    struct fixture f = {.a = test_arena()};
    f.sheets.root = tag_new(f.a, NULL, TAG_DOCUMENT);
    f.sheets.lang = S("en");
    f.sheets.title = S("A Desk");
    return f;
}

static inline struct sheet *add_sheet(struct fixture *f)
{
    struct sheet *sheet = vec_add(f->a, &f->sheets.list);
    *sheet = (struct sheet){.width = PT(200), .height = PT(100)};
    return sheet;
}

/* A box at (10, y) points of the last sheet with one mark. */
static inline struct mark *add_mark(struct fixture *f, mpt y, struct mark mark)
{
    struct box *box = arena_make(f->a, struct box);
    box->marks = arena_make(f->a, struct mark);
    box->marks[0] = mark;
    box->mark_count = 1;
    struct placed placed = {.box = box, .x = PT(10), .y = y};
    vec_push(f->a, &vec_last(&f->sheets.list)->boxes, placed);
    return &box->marks[0];
}

/* A piece of 10 point type behind the pieces so far; `text` may be empty for a hyphen. */
static inline struct piece make_piece(struct fixture *f, const struct stretch *stretch,
                                      struct str text)
{
    size_t n = text.n ? text.n : 1;
    struct glyph *glyphs = arena_many(f->a, n, struct glyph);
    for (size_t i = 0; i < n; i++)
        glyphs[i] = (struct glyph){.id = text.n ? (unsigned char)text.p[i] : '-',
                                   .cluster = (uint32_t)i,
                                   .advance = 500};
    struct piece piece = {.face = stretch->face.weight == 700 ? &bold : &plain,
                          .glyphs = glyphs,
                          .glyph_count = (uint32_t)n,
                          .text = text,
                          .stretch = stretch,
                          .x = f->x,
                          .size = PT(10),
                          .expansion = 1000};
    piece.width = piece_pen(&piece, (uint32_t)n);
    f->x += piece.width;
    return piece;
}

static inline struct mark line_of(struct fixture *f, struct tag *tag, size_t n,
                                  const struct piece *pieces)
{
    struct mark mark = {.kind = MARK_LINE, .tag = tag};
    mark.line.pieces = arena_copy(f->a, pieces, n * sizeof *pieces);
    mark.line.piece_count = (uint32_t)n;
    mark.line.last = true;
    mark.line.hyphenated = str_empty(pieces[n - 1].text);
    f->x = 0;
    return mark;
}

#endif
