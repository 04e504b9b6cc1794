/* SPDX-License-Identifier: MIT */
/* unit/out/fixture.h — a small document of all that a page can hold, in real fonts. */
#ifndef RECTO_UNIT_OUT_FIXTURE_H
#define RECTO_UNIT_OUT_FIXTURE_H

#include "test.h"

#include <hb.h>
#include <stdlib.h>

#include "draw/display.h"
#include "out/backend.h"

/* Stands in for text/face.c, so that these tests need no more of text than its headers. */
struct face {
    struct face_info info;
    hb_face_t *hb;
    hb_font_t *font;
};

const struct face_info *face_info(const struct face *face)
{
    return &face->info;
}

struct hb_face_t *face_hb_face(const struct face *face)
{
    return face->hb;
}

struct hb_font_t *face_hb_font(const struct face *face)
{
    return face->font;
}

uint32_t face_cid(const struct face *face, uint32_t glyph)
{
    (void)face;
    return glyph;
}

int face_advance(const struct face *face, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(face->font, glyph);
}

static inline void face_done(void *object)
{
    struct face *face = object;
    hb_font_destroy(face->font);
    hb_face_destroy(face->hb);
}

/* One of the files that the build has gathered. */
static inline struct face *open_face(struct arena *a, const char *name)
{
    const char *build = getenv("BUILD");
    struct str path =
        str_fmt(a, "%s/share/recto/fonts/%s", build ? build : "build/dev", name);
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(str_cstr(a, path));
    CHECK_NOT_NULL(blob);
    struct face *face = arena_make(a, struct face);
    face->hb = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    face->font = hb_font_create(face->hb);
    arena_defer(a, face_done, face);
    int upem = (int)hb_face_get_upem(face->hb);
    hb_font_set_scale(face->font, upem, upem);
    hb_font_extents_t extents;
    hb_font_get_h_extents(face->font, &extents);
    struct str stem = str_from(name);
    face->info = (struct face_info){
        .path = path,
        .postscript = str_sub(stem, 0, stem.n - 4),
        .weight = 400,
        .cff = str_ends(stem, S(".otf")),
        .upem = upem,
        .ascender = extents.ascender,
        .descender = extents.descender,
        .cap_height = upem * 7 / 10,
        .x_height = upem / 2,
        .bbox = {0, extents.descender, upem, extents.ascender},
        .underline_position = -upem / 10,
        .underline_thickness = upem / 20,
    };
    return face;
}

struct fixture {
    struct arena *a;
    struct face *face;
    struct sheets sheets;
    mpt x, y; /* where the next piece, the next line begins */
};

static inline struct fixture fixture_new(const char *font)
{
    struct fixture f = {.a = test_arena(), .y = PT(60)};
    f.face = open_face(f.a, font);
    f.sheets.root = tag_new(f.a, NULL, TAG_DOCUMENT);
    f.sheets.lang = S("en");
    f.sheets.title = S("Answer Desk — a study");
    return f;
}

static inline void add_sheet(struct fixture *f)
{
    vec_push(f->a, &f->sheets.list, ((struct sheet){.width = 595276, .height = 841890}));
    f->y = PT(60);
}

static inline void add_mark(struct fixture *f, struct mark mark)
{
    struct box *box = arena_make(f->a, struct box);
    box->marks = arena_copy(f->a, &mark, sizeof mark);
    box->mark_count = 1;
    struct placed placed = {.box = box, .x = PT(60), .y = f->y};
    vec_push(f->a, &vec_last(&f->sheets.list)->boxes, placed);
}

static inline const struct glyph *shape(struct fixture *f, struct str text, uint32_t *count,
                                        bool *rtl)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.p, (int)text.n, 0, (int)text.n);
    hb_buffer_guess_segment_properties(buffer);
    *rtl = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
    hb_shape(f->face->font, buffer, NULL, 0);
    hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, count);
    hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, NULL);
    struct glyph *glyphs = arena_many(f->a, *count, struct glyph);
    for (uint32_t i = 0; i < *count; i++)
        glyphs[i] = (struct glyph){.id = infos[i].codepoint,
                                   .cluster = infos[i].cluster,
                                   .advance = places[i].x_advance,
                                   .dx = places[i].x_offset,
                                   .dy = places[i].y_offset};
    hb_buffer_destroy(buffer);
    return glyphs;
}

/* A piece of 10 point type; an empty text is a hyphen of recto's. */
static inline struct piece make_piece(struct fixture *f, const struct stretch *stretch,
                                      struct str text)
{
    struct piece piece = {.face = f->face,
                          .text = text,
                          .stretch = stretch,
                          .x = f->x,
                          .size = stretch->size ? stretch->size : PT(10),
                          .expansion = 1000};
    piece.glyphs = shape(f, text.n ? text : S("-"), &piece.glyph_count, &piece.rtl);
    piece.width = piece_pen(&piece, piece.glyph_count);
    f->x += piece.width;
    return piece;
}

/* A line of these pieces, 14 points below the last one. */
static inline void add_line(struct fixture *f, struct tag *tag, size_t n,
                            const struct piece *pieces)
{
    struct mark mark = {.kind = MARK_LINE, .tag = tag};
    mark.line.pieces = arena_copy(f->a, pieces, n * sizeof *pieces);
    mark.line.piece_count = (uint32_t)n;
    mark.line.last = true;
    mark.line.hyphenated = str_empty(pieces[n - 1].text);
    f->x = 0;
    f->y += PT(18);
    add_mark(f, mark);
}

static inline void add_text(struct fixture *f, struct tag *tag,
                            const struct stretch *stretch, const char *text)
{
    struct piece piece = make_piece(f, stretch, str_from(text));
    add_line(f, tag, 1, &piece);
}

/* `text` on two lines, the first one ending before byte `at`, with a hyphen where asked. */
static inline void add_broken(struct fixture *f, struct tag *tag,
                              const struct stretch *stretch, struct str text, size_t at,
                              bool hyphen)
{
    struct piece pieces[2] = {make_piece(f, stretch, str_sub(text, 0, at)), {0}};
    if (hyphen)
        pieces[1] = make_piece(f, stretch, S(""));
    add_line(f, tag, hyphen ? 2 : 1, pieces);
    const struct placed *placed = vec_last(&vec_last(&f->sheets.list)->boxes);
    placed->box->marks[0].line.last = false;
    struct piece rest = make_piece(f, stretch, str_sub(text, at, text.n));
    add_line(f, tag, 1, &rest);
}

static inline const struct path *rectangle(struct arena *a, mpt w, mpt h, uint32_t fill)
{
    struct path *path = arena_make(a, struct path);
    struct path_step steps[] = {
        {PATH_MOVE, {{0, 0}}},
        {PATH_LINE,         {{w, 0}}},
        {PATH_LINE,{{w, h}}},
        {PATH_LINE, {{0, h}}},
        {.verb = PATH_CLOSE        }
    };
    *path = (struct path){.steps = arena_copy(a, steps, sizeof steps),
                          .count = 5,
                          .fill = fill,
                          .stroke = NO_COLOUR};
    return path;
}

static inline struct str write_as(struct fixture *f, const char *format,
                                  const struct out_options *options)
{
    const struct display *display = draw_record(f->a, &f->sheets);
    const char *fault = draw_verify(display);
    if (fault)
        fail_msg("draw_verify: %s", fault);
    struct strbuf b = strbuf_at(f->a);
    struct diags d = diags_at(f->a, S("x.md"));
    CHECK_INT(backend_find(str_from(format))->write(f->a, display, options, &b, &d),
              RECTO_OK);
    return strbuf_str(&b);
}

#endif
