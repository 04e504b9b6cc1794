/* SPDX-License-Identifier: MIT */
/* unit/style/lightness.c — a colour moves to another lightness and keeps its hue. */
#include "style/lightness.h"
#include "style/look.h"
#include "test.h"
#include <math.h>

struct lab {
    double l, a, b;
};

static double light(uint32_t c)
{
    double x = c / 255.0;
    return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double root(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* L*a*b* of an sRGB colour, by the book. */
static struct lab lab_of(uint32_t rgb)
{
    double r = light(rgb >> 16 & 255), g = light(rgb >> 8 & 255), b = light(rgb & 255);
    double x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static const struct {
    uint32_t accent, tint, line, deep;
} palettes[] = {
#define X(name, accent, tint, line, deep) {accent, tint, line, deep},
#include "style/palettes.def"
#undef X
};

static const uint32_t colours[] = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0x00FFFF,
                                   0xFF00FF, 0x102030, 0xE0E0E0, 0x000000, 0xFFFFFF,
                                   0xFF8800, 0x7B2FBE, 0x0A66C2, 0x1DB954};

TEST(palettes_have_the_lightness_that_the_design_says)
{
    for (size_t i = 0; i < countof(palettes); i++) {
        CHECK_TRUE(fabs(lab_of(palettes[i].accent).l - 37) <= 0.4);
        CHECK_TRUE(fabs(lab_of(palettes[i].tint).l - 96.3) <= 0.4);
        CHECK_TRUE(fabs(lab_of(palettes[i].line).l - 81) <= 0.6);
        CHECK_TRUE(fabs(lab_of(palettes[i].deep).l - 20) <= 0.6);
    }
}

TEST(a_colour_moves_to_the_lightness_asked_for)
{
    static const int targets[] = {20000, 37000, 81000, 96300};
    for (size_t i = 0; i < countof(colours); i++)
        for (size_t k = 0; k < countof(targets); k++) {
            struct lab now = lab_of(lightness_move(colours[i], targets[k], 1000));
            CHECK_TRUE(fabs(now.l - targets[k] / 1000.0) <= 0.4);
        }
}

TEST(its_hue_stays)
{
    for (size_t i = 0; i < countof(colours); i++) {
        struct lab was = lab_of(colours[i]),
                   now = lab_of(lightness_move(colours[i], 37000, 1000));
        double chroma = hypot(was.a, was.b), kept = hypot(now.a, now.b);
        CHECK_TRUE(kept <= chroma + 1.5);
        if (kept < 8)
            continue; /* a grey has no hue */
        CHECK_TRUE((was.a * now.a + was.b * now.b) / (chroma * kept) > 0.998);
    }
}

TEST(what_has_the_lightness_stays_as_it_is)
{
    for (size_t i = 0; i < countof(palettes); i++) {
        uint32_t was = palettes[i].accent, now = lightness_move(was, 37000, 1000);
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (int)(was >> shift & 255) - (int)(now >> shift & 255);
            CHECK_TRUE(difference >= -2 && difference <= 2);
        }
    }
}

TEST(chroma_is_scaled)
{
    struct lab full = lab_of(lightness_move(0x1750BF, 37000, 1000)),
               half = lab_of(lightness_move(0x1750BF, 37000, 500));
    CHECK_TRUE(fabs(hypot(half.a, half.b) * 2 - hypot(full.a, full.b)) < 2);
}

TESTS(palettes_have_the_lightness_that_the_design_says,
      a_colour_moves_to_the_lightness_asked_for, its_hue_stays,
      what_has_the_lightness_stays_as_it_is, chroma_is_scaled)
