/* SPDX-License-Identifier: MIT */
/* unit/style/colour.c — every palette is legible on every paper, and prints as the same grey. */
#include "base/vec.h"
#include "style/lightness.h"
#include "style/look.h"
#include "style/slot.h"
#include "test.h"

/* Relative luminance, WCAG 2.1, in millionths: the table holds ((c/255 + 0.055)/1.055)^2.4. */
static double linear(uint32_t c)
{
    double x = c / 255.0;
    if (x <= 0.04045)
        return x / 12.92;
    /* x^2.4 = x^2 × (x^2)^(1/5): five Newton steps for the fifth root. */
    double base = (x + 0.055) / 1.055, square = base * base, root = base;
    for (int i = 0; i < 40; i++)
        root -=
            (root * root * root * root * root - square) / (5 * root * root * root * root);
    return square * root;
}

static double luminance(uint32_t rgb)
{
    return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) +
           0.0722 * linear(rgb & 255);
}

static double contrast(uint32_t ink, uint32_t paper)
{
    double a = luminance(ink) + 0.05, b = luminance(paper) + 0.05;
    return a > b ? a / b : b / a;
}

static const struct {
    uint32_t accent, tint, line, deep;
} palettes[] = {
#define X(name, accent, tint, line, deep) {accent, tint, line, deep},
#include "style/palettes.def"
#undef X
};

TEST(colour_contrast_is_computed_as_wcag_says)
{
    CHECK_INT(contrast(0x000000, 0xFFFFFF) * 100 + 0.5, 2100);
    CHECK_INT(contrast(0x777777, 0xFFFFFF) * 100 + 0.5, 448);
}

TEST(colour_accents_are_legible_on_paper_and_tint)
{
    for (size_t i = 0; i < countof(palettes); i++) {
        CHECK_TRUE(contrast(palettes[i].accent, 0xFFFFFF) >= 7);
        CHECK_TRUE(contrast(palettes[i].accent, palettes[i].tint) >= 4.5);
        CHECK_TRUE(contrast(0xFFFFFF, palettes[i].accent) >= 7); /* the key node */
        CHECK_TRUE(contrast(0xFFFFFF, palettes[i].deep) >= 7);
    }
}

TEST(colour_accents_print_as_one_grey)
{
    for (size_t i = 0; i < countof(palettes); i++) {
        double y = luminance(palettes[i].accent);
        CHECK_TRUE(y > 0.090 && y < 0.101); /* CIE L* 37 ± 0.8 */
        CHECK_TRUE(luminance(palettes[i].tint) > 0.88);
    }
}

TEST(colour_text_greys_are_legible)
{
    static const uint32_t greys[] = {0x14181F, 0x454D5A, 0x5F6875};
    for (size_t i = 0; i < countof(greys); i++) {
        CHECK_TRUE(contrast(greys[i], 0xFFFFFF) >= 4.5);
        for (size_t k = 0; k < countof(palettes); k++)
            CHECK_TRUE(contrast(greys[i], palettes[k].tint) >= 4.5);
    }
}

/* The darkest grey that a sheet may be. */
static uint32_t darkest_paper(void)
{
    const struct slot_row *row = slot_row(slot_find(S("color.paper")));
    const struct slot_row any = {"", SLOT_COLOUR, "", "", "", ""};
    struct slot_value v;
    CHECK_TRUE(slot_parse(test_arena(), &any, str_from(row->low), &v) == NULL);
    return (uint32_t)v.amount;
}

static uint32_t over(uint32_t tint, uint32_t paper)
{
    uint32_t out = 0;
    for (int shift = 0; shift <= 16; shift += 8)
        out |= (tint >> shift & 255) * (paper >> shift & 255) / 255 << shift;
    return out;
}

/* As dark as a sheet may be, in eight hues: text and accents are legible on it and on its panels. */
TEST(colour_text_is_legible_on_toned_paper)
{
    static const uint32_t hues[] = {0x808080, 0xD08030, 0xC0B020, 0x40A040,
                                    0x20A0B0, 0x4060D0, 0x9040C0, 0xD04060};
    static const uint32_t greys[] = {0x14181F, 0x454D5A, 0x5F6875};
    uint32_t least = darkest_paper();
    for (size_t h = 0; h < countof(hues); h++) {
        uint32_t paper = lightness_move(hues[h], lightness_of(least), 400);
        CHECK_TRUE(contrast(0xFFFFFF, paper) > 1.1);
        for (size_t k = 0; k < countof(palettes); k++) {
            uint32_t panel = over(palettes[k].tint, paper);
            CHECK_TRUE(contrast(palettes[k].accent, paper) >= 4.5);
            CHECK_TRUE(contrast(palettes[k].accent, panel) >= 4.5);
            CHECK_TRUE(contrast(palettes[k].deep, paper) >= 7);
            for (size_t i = 0; i < countof(greys); i++) {
                CHECK_TRUE(contrast(greys[i], paper) >= 4.5);
                CHECK_TRUE(contrast(greys[i], panel) >= 4.5);
            }
        }
    }
}

TEST(colour_of_paper_is_refused_where_it_is_dark)
{
    const struct slot_row *row = slot_row(slot_find(S("color.paper")));
    struct slot_value v;
    struct arena *a = test_arena();
    CHECK_TRUE(slot_parse(a, row, S("#FBF6EC"), &v) == NULL);
    CHECK_TRUE(slot_parse(a, row, S("#FFFFFF"), &v) == NULL);
    CHECK_TRUE(slot_parse(a, row, S("#F1F1F1"), &v) != NULL);
    CHECK_TRUE(slot_parse(a, row, S("#FFFF00"), &v) == NULL); /* light, if loud */
    CHECK_TRUE(slot_parse(a, row, S("#E0C890"), &v) != NULL);
}

TESTS(colour_text_is_legible_on_toned_paper, colour_of_paper_is_refused_where_it_is_dark,
      colour_contrast_is_computed_as_wcag_says,
      colour_accents_are_legible_on_paper_and_tint, colour_accents_print_as_one_grey,
      colour_text_greys_are_legible)
