/* SPDX-License-Identifier: MIT */
/* unit/text/by_word.c — words come out as in the whole text, whatever was shaped before them. */
#include <hb.h>

#include "setting.h"

static const char *const texts[] = {
    "We measured the office of each five-fold affair; 2 of 3, or 1/2 (A - B) and a - b.",
    "THE (FIRST) - AND: LAST -> of fjord 10:30 @ HOME x 2 x 4 "
    "\xE2\x80\x9CQuotes\xE2\x80\x9D",
    "caf\x65\xCC\x81 na\xC3\xAFve \xCE\xB1\xCE\xB2\xCE\xB3 \xD0\xB4\xD0\xBE\xD0\xBC R T of "
    "The off The",
    "1\xE2\x81\x84 2 3 \xE2\x81\x84 4 \xCC\x81 a ... -- fi ffl",
    "off \xC2\xA0x\xC2\xA0 by  two",
};
static const char *const families[] = {"Inter", "Inter Display",  "Vollkorn",
                                       "Lato",  "JetBrains Mono", "DejaVu Sans"};

static struct stretch stretch_at(size_t text, size_t family, int tracking)
{
    struct stretch s = stretch_of(texts[text], families[family]);
    s.tracking = tracking;
    s.flags = STRETCH_AS_IS;
    return s;
}

/* Mixes all that is drawn of a text. */
static uint64_t drawn(struct setting *s, size_t text, size_t family, int tracking)
{
    struct stretch stretch = stretch_at(text, family, tracking);
    const struct shaped *shaped = shape_one(s, &stretch);
    uint64_t sum = 0;
    for (uint32_t r = 0; r < shaped->run_count; r++)
        for (uint32_t i = 0; i < shaped->runs[r].glyph_count; i++) {
            const struct glyph *g = &shaped->runs[r].glyphs[i];
            uint64_t all[] = {
                g->id,           g->cluster, (uint32_t)g->advance, (uint32_t)g->dx,
                (uint32_t)g->dy, g->glue,    g->unsafe_to_break};
            for (size_t k = 0; k < countof(all); k++)
                sum = (sum ^ all[k]) * 1099511628211u;
        }
    return sum;
}

TEST(nothing_depends_on_what_was_shaped_before)
{
    struct setting forth = setting_of("en", true), back = setting_of("en", true);
    uint64_t first[countof(texts)][countof(families)][2];
    for (size_t t = 0; t < countof(texts); t++)
        for (size_t f = 0; f < countof(families); f++)
            for (int k = 0; k < 2; k++)
                first[t][f][k] = drawn(&forth, t, f, -6 * k);
    for (size_t t = countof(texts); t-- > 0;)
        for (size_t f = countof(families); f-- > 0;)
            for (int k = 2; k-- > 0;)
                CHECK_TRUE(drawn(&back, t, f, -6 * k) == first[t][f][k]);
}

/* The glyphs that HarfBuzz gives a run as a whole. */
static void check_run(const struct shaped *shaped, const struct run *run)
{
    hb_buffer_t *b = hb_buffer_create();
    unsigned n;
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(b, shaped->text.p, (int)shaped->text.n, run->from,
                       (int)(run->to - run->from));
    hb_buffer_guess_segment_properties(b);
    hb_buffer_set_language(b, hb_language_from_string("en", 2));
    hb_shape(face_hb_font(run->face), b, NULL, 0);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    CHECK_INT(n, run->glyph_count);
    for (unsigned i = 0; i < n; i++)
        CHECK_INT(info[i].codepoint, run->glyphs[i].id);
    hb_buffer_destroy(b);
}

TEST(words_have_the_glyphs_of_the_whole_text)
{
    struct setting s = setting_of("en", true);
    for (size_t t = 0; t < countof(texts); t++)
        for (size_t f = 0; f < countof(families); f++) {
            struct stretch stretch = stretch_at(t, f, 0);
            const struct shaped *shaped = shape_one(&s, &stretch);
            for (uint32_t r = 0; r < shaped->run_count; r++)
                check_run(shaped, &shaped->runs[r]);
        }
}

TEST(a_dash_between_capitals_is_raised_across_spaces)
{
    struct setting s = setting_of("en", true);
    struct stretch small = stretch_of("a - b", "Inter"),
                   capital = stretch_of("A - B", "Inter");
    small.flags = capital.flags = STRETCH_AS_IS;
    uint32_t low = shape_one(&s, &small)->runs[0].glyphs[2].id;
    CHECK_TRUE(shape_one(&s, &capital)->runs[0].glyphs[2].id != low);
    small.tracking = capital.tracking = 20; /* no contextual forms */
    CHECK_INT(shape_one(&s, &capital)->runs[0].glyphs[2].id, low);
}

TEST(letters_are_not_kerned_with_spaces)
{
    struct setting s = setting_of("en", true);
    struct stretch one = stretch_of("T", "Inter"), two = stretch_of("T o", "Inter");
    one.face.weight = two.face.weight = 700;
    CHECK_INT(shape_one(&s, &one)->runs[0].glyphs[0].advance,
              shape_one(&s, &two)->runs[0].glyphs[0].advance);
    CHECK_TRUE(!shape_one(&s, &two)->runs[0].glyphs[1].unsafe_to_break);
    CHECK_TRUE(!shape_one(&s, &two)->runs[0].glyphs[2].unsafe_to_break);
}

TESTS(nothing_depends_on_what_was_shaped_before, words_have_the_glyphs_of_the_whole_text,
      a_dash_between_capitals_is_raised_across_spaces, letters_are_not_kerned_with_spaces)
