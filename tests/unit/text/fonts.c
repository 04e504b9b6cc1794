/* SPDX-License-Identifier: MIT */
/* unit/text/fonts.c — families, files, metrics; fonts that were damaged on purpose. */
#include "text/fonts.h"

#include <ft2build.h>
#include FT_CID_H
#include FT_FREETYPE_H

#include "base/file.h"
#include "setting.h"

static const struct face *find(struct setting *s, const char *family, int weight,
                               bool italic)
{
    struct face_key key = {str_from(family), weight, italic};
    return fonts_find(NULL, s->fonts, &key, &s->d);
}

TEST(a_family_gives_the_nearest_weight)
{
    struct setting s = setting_of("en", true);
    CHECK_INT(face_info(find(&s, "Inter", 400, false))->weight, 400);
    CHECK_INT(face_info(find(&s, "inter", 590, false))->weight, 600);
    CHECK_INT(face_info(find(&s, "Vollkorn", 900, false))->weight, 700);
    CHECK_INT(face_info(find(&s, "Vollkorn", 500, false))->weight, 400);
    CHECK_INT(face_info(find(&s, "Vollkorn", 550, false))->weight, 600);
    CHECK_TRUE(face_info(find(&s, "Vollkorn", 400, true))->italic);
    CHECK_FALSE(
        face_info(find(&s, "DejaVu Sans Mono", 400, true))->italic); /* it has none */
    CHECK_TRUE(find(&s, "Inter", 400, false) == find(&s, "Inter", 410, false));
    CHECK_INT(s.d.list.n, 0);
}

TEST(a_face_tells_what_a_pdf_asks)
{
    struct setting s = setting_of("en", true);
    const struct face_info *inter = face_info(find(&s, "Inter", 400, false));
    CHECK_STR(inter->family, "Inter");
    CHECK_STR(inter->postscript, "Inter-Regular");
    CHECK_TRUE(inter->cff);
    CHECK_FALSE(inter->cid_keyed);
    CHECK_FALSE(inter->monospaced);
    CHECK_TRUE(inter->x_height > inter->upem / 2 && inter->cap_height > inter->x_height);
    CHECK_TRUE(inter->ascender > inter->cap_height && inter->descender < 0);
    CHECK_TRUE(inter->bbox[0] < inter->bbox[2] && inter->bbox[1] < inter->bbox[3]);
    const struct face_info *mono = face_info(find(&s, "JetBrains Mono", 400, false));
    CHECK_TRUE(mono->monospaced);
    CHECK_FALSE(mono->cff);
}

TEST(a_missing_family_is_told)
{
    struct setting s = setting_of("en", true);
    CHECK_NULL(find(&s, "No Such Family", 400, false));
    CHECK_INT(s.d.list.n, 1);
    CHECK_INT(s.d.list.at[0].code, D_T0101);
}

TEST(a_path_is_a_family)
{
    struct setting s = setting_of("en", true);
    struct str path = store_path(s.a, &s.store, S("fonts"), S("Lato-Regular.ttf"));
    struct face_key key = {path, 700, false};
    const struct face *face = fonts_find(NULL, s.fonts, &key, &s.d);
    CHECK_NOT_NULL(face);
    CHECK_STR(face_info(face)->family, "Lato");
    key.family = S("/no/such/file.ttf");
    CHECK_NULL(fonts_find(NULL, s.fonts, &key, &s.d));
    CHECK_INT(s.d.list.n, 2); /* the file, and the family it stood for */
    CHECK_INT(s.d.list.at[0].code, D_T0102);
    CHECK_INT(s.d.list.at[1].code, D_T0101);
}

TEST(folders_of_fonts_are_searched)
{
    struct arena *a = test_arena();
    struct store store = store_open(a), none = {.root = S("")};
    struct str folder = str_join(a, store.root, S("/fonts"));
    struct fonts_options options = {.paths = &folder, .path_count = 1, .no_system = true};
    struct fonts *fonts = fonts_new(NULL, &none, &options);
    struct diags d = diags_at(a, S("x"));
    struct face_key key = {S("Vollkorn"), 700, true};
    const struct face *face = fonts_find(NULL, fonts, &key, &d);
    CHECK_NOT_NULL(face);
    CHECK_INT(face_info(face)->weight, 700);
    CHECK_TRUE(face_info(face)->italic);
    CHECK_NOT_NULL(fonts_fallback(NULL, fonts, &key, 0x2713, S("en"), NULL));
    struct font_listing *list;
    size_t n = fonts_list(fonts, a, &list);
    CHECK_TRUE(n > 20);
    for (size_t i = 1; i < n; i++)
        CHECK_TRUE(str_cmp(list[i - 1].family, list[i].family) <= 0);
    fonts_free(fonts);
}

TEST(fallbacks_come_in_the_order_of_the_index)
{
    struct setting s = setting_of("en", true);
    struct face_key like = {S("Vollkorn"), 400, false};
    CHECK_STR(
        face_info(fonts_fallback(NULL, s.fonts, &like, 0x2713, S("en"), NULL))->family,
        "Inter");
    CHECK_STR(face_info(fonts_fallback(NULL, s.fonts, &like, 0x5D0, S("en"), NULL))->family,
              "Noto Sans Hebrew");
    like.italic = true; /* there is no slanted member */
    const struct face *arabic = fonts_fallback(NULL, s.fonts, &like, 0x628, S("ar"), NULL);
    CHECK_STR(face_info(arabic)->family, "Noto Naskh Arabic");
    like.family = S("JetBrains Mono");
    arabic = fonts_fallback(NULL, s.fonts, &like, 0x628, S("ar"), NULL);
    CHECK_TRUE(face_info(arabic)->monospaced);
    CHECK_NULL(fonts_fallback(NULL, s.fonts, &like, 0xF1234, S("en"), NULL));
}

TEST(cids_are_those_of_freetype)
{
    struct setting s = setting_of("ja", false);
    struct face_key like = {S("Inter"), 400, false};
    const struct face *face = fonts_fallback(NULL, s.fonts, &like, 0x76F4, S("ja"), NULL);
    if (!face || !face_info(face)->cid_keyed)
        skip(); /* no CID-keyed font on this machine */
    struct str bytes = face_info(face)->bytes;
    FT_Library library;
    FT_Face other;
    CHECK_INT(FT_Init_FreeType(&library), 0);
    CHECK_INT(FT_New_Memory_Face(library, (const FT_Byte *)bytes.p, (FT_Long)bytes.n,
                                 (FT_Long)face_info(face)->index, &other),
              0);
    for (FT_UInt glyph = 0; glyph < (FT_UInt)other->num_glyphs; glyph += 7) {
        FT_UInt cid = 0;
        CHECK_INT(FT_Get_CID_From_Glyph_Index(other, glyph, &cid), 0);
        CHECK_INT(face_cid(face, glyph), cid);
    }
    FT_Done_Face(other);
    FT_Done_FreeType(library);
}

/* Where a table begins, by the directory of the font file. */
static size_t table_at(struct str font, const char *tag)
{
    const unsigned char *p = (const unsigned char *)font.p;
    for (size_t i = 12; i + 16 <= font.n && i < 12 + 16 * (size_t)p[5]; i += 16)
        if (!memcmp(font.p + i, tag, 4))
            return (size_t)p[i + 8] << 24 | (size_t)p[i + 9] << 16 |
                   (size_t)p[i + 10] << 8 | p[i + 11];
    return 0;
}

TEST(a_font_that_forbids_embedding_is_told)
{
    struct setting s = setting_of("en", true);
    struct str bytes, path = S("./restricted.ttf");
    struct str file = store_path(s.a, &s.store, S("fonts"), S("Lato-Regular.ttf"));
    CHECK_INT(file_read(s.a, file, 64u << 20, &bytes), FILE_OK);
    char *copy = arena_copy(s.a, bytes.p, bytes.n);
    size_t os2 = table_at(bytes, "OS/2");
    CHECK_TRUE(os2 > 0);
    copy[os2 + 9] = 2; /* fsType: restricted licence */
    CHECK_INT(file_replace(s.a, path, (struct str){copy, bytes.n}), FILE_OK);
    struct face_key key = {path, 400, false};
    CHECK_NOT_NULL(fonts_find(NULL, s.fonts, &key, &s.d));
    CHECK_INT(s.d.list.n, 1);
    CHECK_INT(s.d.list.at[0].code, D_T0104);
    CHECK_NOT_NULL(find(&s, "Lato", 400, false));
    CHECK_INT(s.d.list.n, 1);
}

TEST(the_fonts_tried_are_named)
{
    struct setting s = setting_of("en", true);
    CHECK_STR(fonts_tried(s.fonts, s.a, S("Lato")),
              "Lato, Inter, Noto Sans Hebrew, Noto Naskh Arabic, "
              "Noto Sans Devanagari, DejaVu Sans, DejaVu Sans Mono");
    CHECK_STR(fonts_tried(s.fonts, s.a, S("Inter")),
              "Inter, Noto Sans Hebrew, Noto Naskh Arabic, "
              "Noto Sans Devanagari, DejaVu Sans, DejaVu Sans Mono");
}

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Set a line in the font at `path`, as a layout would that names it. */
static void set_line(struct str path)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("Affable office, 12 % \xE2\x86\x92 AVATAR", "");
    struct line_fit fit = {.expansion = 1000};
    text.face.family = path;
    text.features = FEATURE_ONUM | FEATURE_SMCP;
    const struct shaped *shaped = shape_one(&s, &text);
    text_line(s.a, shaped, &text, 0, (uint32_t)shaped->text.n, &fit);
    for (uint32_t r = 0; r < shaped->run_count; r++)
        for (uint32_t g = 0; g < shaped->runs[r].glyph_count; g++)
            (void)face_cid(shaped->runs[r].face, shaped->runs[r].glyphs[g].id);
    test_teardown(NULL);
}

/* Bytes of the table directory are hit as often as those of all tables. */
static void damage(char *bytes, size_t n, uint64_t *state)
{
    for (int k = 0; k < 24; k++) {
        size_t at = (size_t)(next_random(state) % (k % 2 ? 400 : n));
        bytes[at] = (char)next_random(state);
    }
}

static void try_damaged(const char *name)
{
    uint64_t state = 88172645463325252u;
    for (int round = 0; round < 60; round++) {
        struct arena *a = test_arena();
        struct store store = store_open(a);
        struct str bytes, path = str_join(a, str_from(name), S(".damaged.ttf"));
        path = str_join(a, S("./"), path);
        CHECK_INT(file_read(a, store_path(a, &store, S("fonts"), str_from(name)), 64u << 20,
                            &bytes),
                  FILE_OK);
        char *copy = arena_copy(a, bytes.p, bytes.n);
        damage(copy, bytes.n, &state);
        size_t n = round % 3 ? bytes.n : (size_t)(next_random(&state) % bytes.n);
        CHECK_INT(file_replace(a, path, (struct str){copy, n}), FILE_OK);
        set_line(path);
    }
}

TEST(damaged_fonts_are_survived)
{
    try_damaged("Vollkorn-Regular.ttf");
    try_damaged("Inter-Regular.otf");
}

TESTS(a_family_gives_the_nearest_weight, a_face_tells_what_a_pdf_asks,
      a_missing_family_is_told, a_path_is_a_family, folders_of_fonts_are_searched,
      fallbacks_come_in_the_order_of_the_index, cids_are_those_of_freetype,
      a_font_that_forbids_embedding_is_told, the_fonts_tried_are_named,
      damaged_fonts_are_survived)
