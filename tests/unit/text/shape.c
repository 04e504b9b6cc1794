/* SPDX-License-Identifier: MIT */
/* unit/text/shape.c — text to glyphs: kept, itemised, in the faces that have them. */
#include "text/shape.h"

#include "setting.h"

TEST(a_paragraph_is_shaped_once)
{
    struct setting s = setting_of("en", true);
    struct stretch one = stretch_of("some words", "Inter"), other = one;
    const struct shaped *first = shape_one(&s, &one);
    other.size = PT(12);
    other.colour = 0xFF0000;
    other.flags = STRETCH_UNDERLINE;
    CHECK_TRUE(shape_one(&s, &other) == first);
    other.features = FEATURE_TNUM;
    CHECK_TRUE(shape_one(&s, &other) != first);
    other = stretch_of("some word", "Inter");
    CHECK_TRUE(shape_one(&s, &other) != first);
    other = stretch_of("some words", "Lato");
    CHECK_TRUE(shape_one(&s, &other) != first);
    CHECK_TRUE(text_shape(s.cache, &one, 1, false, false, &s.d) != first);
}

TEST(many_paragraphs_are_all_kept)
{
    struct setting s = setting_of("en", true);
    const struct shaped *kept[600];
    for (int i = 0; i < 600; i++) {
        struct stretch word = stretch_of("", "Inter");
        word.text = str_fmt(s.a, "word %d", i);
        kept[i] = shape_one(&s, &word);
    }
    for (int i = 0; i < 600; i++) {
        struct stretch word = stretch_of("", "Inter");
        word.text = str_fmt(s.a, "word %d", i);
        CHECK_TRUE(shape_one(&s, &word) == kept[i]);
    }
}

TEST(a_ligature_stands_for_all_its_letters)
{
    struct setting s = setting_of("en", true);
    struct stretch word = stretch_of("office", "Vollkorn");
    const struct run *run = &shape_one(&s, &word)->runs[0];
    CHECK_INT(run->glyph_count, 4);
    CHECK_INT(run->glyphs[1].cluster, 1);
    CHECK_INT(run->glyphs[2].cluster, 4);
    word.features = FEATURE_NO_LIGA;
    CHECK_INT(shape_one(&s, &word)->runs[0].glyph_count, 6);
    word.features = 0;
    word.tracking = 50;
    CHECK_INT(shape_one(&s, &word)->runs[0].glyph_count, 6);
}

TEST(tabular_figures_are_equally_wide)
{
    struct setting s = setting_of("en", true);
    struct stretch word = stretch_of("1.0", "Inter");
    const struct glyph *plain = shape_one(&s, &word)->runs[0].glyphs;
    CHECK_TRUE(plain[0].advance != plain[2].advance);
    word.features = FEATURE_TNUM;
    const struct glyph *tabular = shape_one(&s, &word)->runs[0].glyphs;
    CHECK_INT(tabular[0].advance, tabular[2].advance);
}

TEST(kerning_can_be_switched_off)
{
    struct setting s = setting_of("en", true);
    struct stretch word = stretch_of("AVAV", "Inter");
    int64_t kerned = advance_of(shape_one(&s, &word));
    word.features = FEATURE_NO_KERN;
    CHECK_TRUE(kerned < advance_of(shape_one(&s, &word)));
}

TEST(tracking_comes_behind_every_glyph)
{
    struct setting s = setting_of("en", true);
    struct stretch word = stretch_of("HHHH", "Inter");
    const struct shaped *plain = shape_one(&s, &word);
    int upem = face_info(plain->runs[0].face)->upem;
    word.tracking = 100;
    CHECK_INT(advance_of(shape_one(&s, &word)),
              advance_of(plain) + 4 * (upem * 100 / 1000));
}

TEST(what_is_drawn_may_differ_from_what_was_written)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("a -- b", "Inter"), dash = stretch_of("–", "Inter");
    const struct shaped *shaped = shape_one(&s, &text);
    CHECK_STR(shaped->text, "a -- b");
    CHECK_INT(shaped->runs[0].glyph_count, 5);
    CHECK_INT(shaped->runs[0].glyphs[2].id, shape_one(&s, &dash)->runs[0].glyphs[0].id);
    CHECK_INT(shaped->runs[0].glyphs[2].cluster, 2);
    CHECK_INT(shaped->runs[0].glyphs[3].cluster, 4);
}

TEST(soft_hyphens_are_gone_but_for_their_break)
{
    struct setting s = setting_of("en", true);
    struct stretch word = stretch_of("PostgreS\xC2\xADQL", "Inter");
    const struct shaped *shaped = shape_one(&s, &word);
    CHECK_STR(shaped->text, "PostgreSQL");
    CHECK_INT(shaped->breaks[8], TEXT_BREAK_HYPHEN);
    CHECK_INT(shaped->word[8], 8 << 4 | 2);
    CHECK_INT(shaped->breaks[10], TEXT_BREAK_MUST);
}

TEST(spaces_between_words_are_glue_and_thin_ones_are_not)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("a 78 ms b", "Inter");
    const struct glyph *glyphs = shape_one(&s, &text)->runs[0].glyphs;
    CHECK_INT(glyphs[1].glue, GLUE_SPACE);
    CHECK_INT(glyphs[4].glue, GLUE_NONE);
    CHECK_TRUE(glyphs[4].advance < glyphs[1].advance);
    CHECK_INT(glyphs[7].glue, GLUE_SPACE);
    text.flags = STRETCH_CODE;
    CHECK_INT(shape_one(&s, &text)->runs[0].glyphs[1].glue, GLUE_NONE);
}

static void expect_no_notdef(const struct shaped *shaped)
{
    for (uint32_t r = 0; r < shaped->run_count; r++)
        for (uint32_t g = 0; g < shaped->runs[r].glyph_count; g++)
            CHECK_TRUE(shaped->runs[r].glyphs[g].id != 0);
}

TEST(word_spaces_are_equally_wide_beside_all_letters)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("of y. V T Way, To f A y V", "Vollkorn");
    const struct run *run = &shape_one(&s, &text)->runs[0];
    for (uint32_t i = 1; i < run->glyph_count; i++) {
        const struct glyph *before = &run->glyphs[i - 1], *space = &run->glyphs[i];
        if (space->glue != GLUE_SPACE)
            continue;
        CHECK_INT(space->advance, face_advance(run->face, space->id));
        CHECK_INT(before->advance, face_advance(run->face, before->id));
    }
}

TEST(a_lacking_character_is_told_once_and_replaced)
{
    struct setting s = setting_of("en", true);
    struct stretch text =
        stretch_of("a \xF3\xB1\x88\xB4 b \xF3\xB1\x88\xB4", "Inter"); /* U+F1234 */
    text.span = (struct span){7, 3, 7, 9};
    const struct shaped *shaped = shape_one(&s, &text);
    CHECK_INT(s.d.list.n, 1);
    CHECK_INT(s.d.list.at[0].code, D_T0103);
    CHECK_INT(s.d.list.at[0].span.line, 7);
    CHECK_TRUE(str_find(s.d.list.at[0].text, S("U+F1234"), 0) < s.d.list.at[0].text.n);
    expect_no_notdef(shaped);
    bool missing = false;
    for (uint32_t r = 0; r < shaped->run_count; r++)
        missing |= shaped->runs[r].missing;
    CHECK_TRUE(missing);
    CHECK_SAME(shaped->text, text.text);
    text.text = S("\xF3\xB1\x88\xB4 again");
    shape_one(&s, &text);
    CHECK_INT(s.d.list.n, 1);
}

TEST(a_lacking_font_is_told_and_replaced)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("words", "No Such Family");
    const struct shaped *shaped = shape_one(&s, &text);
    CHECK_INT(s.d.list.n, 1);
    CHECK_INT(s.d.list.at[0].code, D_T0101);
    CHECK_INT(shaped->run_count, 1);
    expect_no_notdef(shaped);
}

TEST(signs_fall_back_to_a_face_of_the_index)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("done \xE2\x9C\x93 well", "Vollkorn"); /* U+2713 */
    const struct shaped *shaped = shape_one(&s, &text);
    CHECK_INT(shaped->run_count, 3);
    CHECK_INT(s.d.list.n, 0);
    CHECK_TRUE(shaped->runs[1].face != shaped->runs[0].face);
    CHECK_TRUE(shaped->runs[1].scale < 1000); /* its x-height is the larger one */
    CHECK_INT(shaped->runs[0].scale, 1000);
    expect_no_notdef(shaped);
}

TEST(no_data_folder_is_survived)
{
    struct arena *a = test_arena();
    struct store none = {.root = S("")};
    struct fonts_options options = {.no_system = true};
    struct fonts *fonts = fonts_new(NULL, &none, &options);
    struct text_cache *cache = text_cache_new(a, fonts, &none, S("en"));
    struct diags d = diags_at(a, S("x"));
    struct stretch text = stretch_of("some words", "Inter");
    const struct shaped *shaped = text_shape(cache, &text, 1, false, true, &d);
    struct line_fit fit = {.expansion = 1000};
    CHECK_INT(shaped->run_count, 0);
    CHECK_INT(text_width(shaped, &text, 0, 10), 0);
    CHECK_INT(text_line(a, shaped, &text, 0, 10, &fit).piece_count, 0);
    fonts_free(fonts);
}

TEST(directions_and_scripts_make_runs)
{
    struct setting s = setting_of("en", true);
    struct stretch text = stretch_of("abc שלום 123 def", "Inter");
    const struct shaped *shaped = shape_one(&s, &text);
    uint8_t level = 0;
    for (uint32_t r = 0; r < shaped->run_count; r++) {
        level = shaped->runs[r].level > level ? shaped->runs[r].level : level;
        if (r > 0)
            CHECK_INT(shaped->runs[r].from, shaped->runs[r - 1].to);
    }
    CHECK_INT(level, 2); /* the number inside right-to-left text */
    CHECK_INT(shaped->runs[0].level, 0);
    CHECK_INT(shaped->runs[1].level, 1);
}

TEST(arabic_letters_join)
{
    struct setting s = setting_of("ar", true);
    struct stretch joined = stretch_of("ببب", "DejaVu Sans"),
                   single = stretch_of("ب", "DejaVu Sans");
    const struct run *run = &text_shape(s.cache, &joined, 1, true, false, &s.d)->runs[0];
    const struct run *alone = &text_shape(s.cache, &single, 1, true, false, &s.d)->runs[0];
    CHECK_INT(run->glyph_count, 3);
    CHECK_TRUE(run->glyphs[0].id != run->glyphs[1].id);
    CHECK_TRUE(run->glyphs[1].id != run->glyphs[2].id);
    for (int i = 0; i < 3; i++)
        CHECK_TRUE(run->glyphs[i].id != alone->glyphs[0].id);
    CHECK_INT(run->glyphs[0].cluster, 4); /* visual order */
}

TEST(ideographs_get_room_beside_letters)
{
    struct setting s = setting_of("zh", false);
    struct stretch mixed = stretch_of("用GPU", "Inter"), han = stretch_of("用", "Inter");
    const struct shaped *shaped = shape_one(&s, &mixed);
    if (shaped->run_count < 2 || shaped->runs[0].missing)
        skip(); /* no Chinese font on this machine */
    int upem = face_info(shaped->runs[0].face)->upem;
    CHECK_INT(shaped->runs[0].glyphs[0].advance,
              shape_one(&s, &han)->runs[0].glyphs[0].advance + upem / 4);
    CHECK_INT(shaped->runs[0].glyphs[0].glue, GLUE_IDEOGRAPH);
}

TEST(quotes_among_ideographs_are_as_wide_as_they)
{
    struct setting s = setting_of("zh", false);
    struct stretch text = stretch_of("如“前”等", "Inter");
    const struct shaped *shaped = shape_one(&s, &text);
    if (shaped->run_count == 0 || !face_info(shaped->runs[0].face)->cid_keyed)
        skip(); /* no Chinese font on this machine */
    CHECK_INT(shaped->run_count, 1);
    text.lang = S("en");
    CHECK_TRUE(shape_one(&s, &text)->run_count > 1);
}

TESTS(a_paragraph_is_shaped_once, many_paragraphs_are_all_kept,
      a_ligature_stands_for_all_its_letters, tabular_figures_are_equally_wide,
      kerning_can_be_switched_off, tracking_comes_behind_every_glyph,
      what_is_drawn_may_differ_from_what_was_written,
      soft_hyphens_are_gone_but_for_their_break,
      spaces_between_words_are_glue_and_thin_ones_are_not,
      word_spaces_are_equally_wide_beside_all_letters,
      a_lacking_character_is_told_once_and_replaced, a_lacking_font_is_told_and_replaced,
      signs_fall_back_to_a_face_of_the_index, no_data_folder_is_survived,
      directions_and_scripts_make_runs, arabic_letters_join,
      ideographs_get_room_beside_letters, quotes_among_ideographs_are_as_wide_as_they)
