/* SPDX-License-Identifier: MIT */
/* unit/out/cff.c — a CFF program without names draws the same, and its copies draw their glyphs. */
#include "out/fixture.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "out/pdf/font.h"

/* The CFF table that hb-subset makes of a few letters, as subset.c hands it on. */
static struct str program(struct fixture *f, const char *letters, const uint32_t **order)
{
    struct font *font = arena_make(f->a, struct font);
    pdf_font_open(f->a, font, f->face);
    uint32_t *cids = arena_many(f->a, strlen(letters) * 2, uint32_t);
    for (int alias = 0; alias < 2; alias++)
        for (size_t i = 0; letters[i]; i++) {
            hb_codepoint_t glyph = 0;
            hb_font_get_nominal_glyph(f->face->font, (unsigned char)letters[i], &glyph);
            cids[alias * (int)strlen(letters) + (int)i] =
                font_say(f->a, font, glyph,
                         str_fmt(f->a, "%s%c", alias ? "+" : "", letters[i]))
                    .slot;
        }
    struct cut_font cut = font_cut(f->a, font);
    for (size_t i = 0; i < strlen(letters) * 2; i++)
        cids[i] = font->glyphs.at[cids[i]].cid;
    *order = cids;
    CHECK_TRUE(cut.cff);
    return cut.program;
}

/* The outline of a glyph as text; empty where it cannot be loaded. */
static struct str outline(struct arena *a, FT_Face face, uint32_t glyph)
{
    struct strbuf b = strbuf_at(a);
    if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING))
        return strbuf_str(&b);
    const FT_Outline *o = &face->glyph->outline;
    for (int i = 0; i < o->n_points; i++)
        strbuf_fmt(&b, "%ld,%ld,%d ", o->points[i].x, o->points[i].y, o->tags[i] & 3);
    return strbuf_str(&b);
}

static void check_font(const char *file)
{
    static const char letters[] = "aegQ%&-";
    struct fixture f = fixture_new(file);
    const uint32_t *cids;
    struct str cff = program(&f, letters, &cids);
    hb_blob_t *blob = hb_face_reference_blob(f.face->hb);
    unsigned n;
    const char *whole = hb_blob_get_data(blob, &n);
    FT_Library library;
    FT_Face old, new;
    FT_Init_FreeType(&library);
    CHECK_INT(FT_New_Memory_Face(library, (const FT_Byte *)whole, n, 0, &old), 0);
    CHECK_INT(FT_New_Memory_Face(library, (const FT_Byte *)cff.p, (FT_Long)cff.n, 0, &new),
              0);
    size_t count = strlen(letters);
    CHECK_INT(new->num_glyphs, 2 * count + 1); /* .notdef */
    for (size_t i = 0; i < 2 * count; i++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(f.face->font, (unsigned char)letters[i % count], &glyph);
        struct str wanted = outline(f.a, old, glyph);
        CHECK_TRUE(wanted.n > 0);
        CHECK_SAME(outline(f.a, new, cids[i]), wanted);
    }
    FT_Done_FreeType(library);
    hb_blob_destroy(blob);
}

TEST(all_glyphs_and_their_copies_are_drawn_as_before)
{
    check_font("Inter-Regular.otf");
    check_font("Inter-BoldItalic.otf");
    check_font("InterDisplay-Light.otf");
    check_font("InterDisplay-SemiBold.otf");
}

/* Cut off anywhere, or with any byte wrong, it is refused or rebuilt, but nothing behind its end is
 * read: sanitizers see that. */
TEST(a_broken_program_does_no_harm)
{
    struct fixture f = fixture_new("Inter-Regular.otf");
    const uint32_t *cids;
    struct str cff = program(&f, "ab", &cids);
    struct glyph_list none = {NULL, 0, 0};
    for (size_t n = 0; n < cff.n; n++) {
        char *part = malloc(n + 1);
        memcpy(part, cff.p, n);
        struct str rebuilt = cff_rebuild(f.a, (struct str){part, n}, &none);
        CHECK_TRUE(n + 1 >= cff.n || rebuilt.n == 0 || rebuilt.n <= cff.n);
        free(part);
    }
    char *bytes = arena_copy(f.a, cff.p, cff.n);
    for (size_t i = 0; i < cff.n; i++) {
        bytes[i] = (char)(bytes[i] ^ 0x55);
        cff_rebuild(f.a, (struct str){bytes, cff.n}, &none);
        bytes[i] = cff.p[i];
    }
}

TESTS(all_glyphs_and_their_copies_are_drawn_as_before, a_broken_program_does_no_harm)
