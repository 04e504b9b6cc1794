/* SPDX-License-Identifier: MIT */
/* unit/out/cff.c — a CFF program without names draws the same, and its copies draw their glyphs. */
#include "out/fixture.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "base/shelf.h"
#include "base/vec.h"
#include "out/pdf/cutstock.h"
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
    struct cut_font cut = font_cut(f->a, NULL, font);
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

static struct str rebuilt_of(struct arena *a, struct str s)
{
    struct cff_parts parts = {.n = 0};
    return cff_read(a, s, &parts) ? cff_write(a, &parts) : S("");
}

/* Cut off anywhere, or with any byte wrong, it is refused or rebuilt, but nothing behind its end is
 * read: sanitizers see that. */
TEST(a_broken_program_does_no_harm)
{
    struct fixture f = fixture_new("Inter-Regular.otf");
    const uint32_t *cids;
    struct str cff = program(&f, "ab", &cids);
    for (size_t n = 0; n < cff.n; n++) {
        char *part = malloc(n + 1);
        memcpy(part, cff.p, n);
        struct str rebuilt = rebuilt_of(f.a, (struct str){part, n});
        CHECK_TRUE(n + 1 >= cff.n || rebuilt.n == 0 || rebuilt.n <= cff.n);
        free(part);
    }
    char *bytes = arena_copy(f.a, cff.p, cff.n);
    for (size_t i = 0; i < cff.n; i++) {
        bytes[i] = (char)(bytes[i] ^ 0x55);
        rebuilt_of(f.a, (struct str){bytes, cff.n});
        bytes[i] = cff.p[i];
    }
}

/* The program of `letters` in that order, each also with another text; `*cids` are their codes. */
static struct str cut(struct fixture *f, struct cutstock *stock, const char *letters,
                      struct str *cids)
{
    struct font *font = arena_make(f->a, struct font);
    struct strbuf b = strbuf_at(f->a);
    pdf_font_open(f->a, font, f->face);
    for (size_t i = 0; letters[i]; i++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(f->face->font, (unsigned char)letters[i], &glyph);
        font_say(f->a, font, glyph, str_fmt(f->a, "%zu", i));
    }
    struct cut_font cut = font_cut(f->a, stock, font);
    for (size_t i = 0; i < font->glyphs.n; i++)
        strbuf_fmt(&b, "%u/%u ", font->glyphs.at[i].cid, font->glyphs.at[i].cut);
    *cids = strbuf_str(&b);
    return cut.program;
}

TEST(glyphs_that_were_cut_before_give_the_same_bytes)
{
    /* Cut first, which leaves glyphs behind; lacking some; all there, also some twice. */
    static const char *const texts[] = {"Typography", "set in Inter", "graphy", "aaTTn",
                                        "",           "no print"};
    struct fixture f = fixture_new("Inter-Regular.otf");
    struct cutstock *stock = cutstock_at(f.a, shelf_in(f.a));
    for (size_t i = 0; i < countof(texts); i++) {
        struct str cids, wanted;
        struct str anew = cut(&f, NULL, texts[i], &wanted);
        CHECK_TRUE(anew.n > 0);
        CHECK_SAME(cut(&f, stock, texts[i], &cids), anew);
        CHECK_SAME(cids, wanted);
    }
}

TEST(a_stock_knows_what_it_keeps)
{
    struct fixture f = fixture_new("Inter-Regular.otf");
    struct cutstock *stock = cutstock_at(f.a, shelf_in(f.a));
    struct str cids, glyphs[2];
    struct cff_parts parts = {.glyphs = glyphs};
    hb_codepoint_t ids[2] = {0, 0};
    hb_font_get_nominal_glyph(f.face->font, 'x', &ids[1]);
    CHECK_FALSE(cutstock_find(stock, f.face, ids, 2, &parts));
    cut(&f, stock, "x", &cids);
    CHECK_TRUE(cutstock_find(stock, f.face, ids, 2, &parts));
    CHECK_INT(parts.n, 2);
    CHECK_TRUE(parts.glyphs[1].n > 0);
    ids[1] = UINT32_MAX; /* no font has as many */
    CHECK_FALSE(cutstock_find(stock, f.face, ids, 2, &parts));
}

TESTS(all_glyphs_and_their_copies_are_drawn_as_before, a_broken_program_does_no_harm,
      glyphs_that_were_cut_before_give_the_same_bytes, a_stock_knows_what_it_keeps)
