/* SPDX-License-Identifier: MIT */
/* out/pdf/icc.c — an sRGB profile, made here so that no file has to be found. */
#include "out/pdf/icc.h"

/* ICC.1:2010 (version 4.2). Numbers are s15Fixed16; the colours are those of IEC 61966-2-1,
 * adapted from D65 to D50 by the Bradford matrix, which `chad` records. */
#define FIXED(x) ((uint32_t)(int32_t)((x)*65536.0 + ((x) < 0 ? -0.5 : 0.5)))

static const uint32_t white[] = {FIXED(0.9642), FIXED(1.0), FIXED(0.8249)};
static const uint32_t red[] = {FIXED(0.43607), FIXED(0.22249), FIXED(0.01392)};
static const uint32_t green[] = {FIXED(0.38515), FIXED(0.71687), FIXED(0.09708)};
static const uint32_t blue[] = {FIXED(0.14307), FIXED(0.06061), FIXED(0.71410)};
static const uint32_t adaptation[] = {FIXED(1.04788),  FIXED(0.02292), FIXED(-0.05021),
                                      FIXED(0.02959),  FIXED(0.99048), FIXED(-0.01707),
                                      FIXED(-0.00925), FIXED(0.01508), FIXED(0.75168)};
/* ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 below 0.04045: function 3 of a parametric curve */
static const uint32_t curve[] = {FIXED(2.4), FIXED(1 / 1.055), FIXED(0.055 / 1.055),
                                 FIXED(1 / 12.92), FIXED(0.04045)};

static void put32(struct strbuf *b, uint32_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        strbuf_putc(b, (char)(unsigned char)(value >> shift));
}

static void put16(struct strbuf *b, uint32_t value)
{
    strbuf_putc(b, (char)(unsigned char)(value >> 8));
    strbuf_putc(b, (char)(unsigned char)value);
}

/* One sentence in English, as multiLocalizedUnicodeType. */
static void put_sentence(struct strbuf *b, struct str ascii)
{
    strbuf_put(b, S("mluc"));
    put32(b, 0);
    put32(b, 1);
    put32(b, 12);
    strbuf_put(b, S("enUS"));
    put32(b, (uint32_t)ascii.n * 2);
    put32(b, 28);
    for (size_t i = 0; i < ascii.n; i++)
        put16(b, (unsigned char)ascii.p[i]);
}

static void put_words(struct strbuf *b, const char *type, const uint32_t *words, size_t n)
{
    strbuf_put(b, str_from(type));
    put32(b, 0);
    for (size_t i = 0; i < n; i++)
        put32(b, words[i]);
}

static void put_curve(struct strbuf *b)
{
    strbuf_put(b, S("para"));
    put32(b, 0);
    put32(b, 3u << 16);
    for (size_t i = 0; i < sizeof curve / sizeof *curve; i++)
        put32(b, curve[i]);
}

/* One sentence as version 2 has it: textDescriptionType or textType. */
static void put_plain(struct strbuf *b, struct str ascii, bool description)
{
    strbuf_put(b, description ? S("desc") : S("text"));
    put32(b, 0);
    if (description)
        put32(b, (uint32_t)ascii.n + 1);
    strbuf_put(b, ascii);
    strbuf_putc(b, 0);
    for (int i = 0; description && i < 4 + 4 + 2 + 1 + 67; i++)
        strbuf_putc(b, 0); /* no words in Unicode, none for a Macintosh */
}

/* 65535 times the light of the value `x` of 0…1. The power 2.4 is found by halving, so that no
 * library's rounding is in the file: y^5 = u^12. */
static uint32_t light(double x)
{
    if (x <= 0.04045)
        return (uint32_t)(x / 12.92 * 65535 + 0.5);
    double u = (x + 0.055) / 1.055, u3 = u * u * u, wanted = u3 * u3 * u3 * u3;
    double low = 0, high = 1;
    for (int i = 0; i < 40; i++) {
        double y = (low + high) / 2;
        if (y * y * y * y * y < wanted)
            low = y;
        else
            high = y;
    }
    return (uint32_t)(low * 65535 + 0.5);
}

#define CURVE_STEPS 512 /* the largest error is under 1 of 255 */

static void put_curve_table(struct strbuf *b)
{
    strbuf_put(b, S("curv"));
    put32(b, 0);
    put32(b, CURVE_STEPS);
    for (int i = 0; i < CURVE_STEPS; i++)
        put16(b, light((double)i / (CURVE_STEPS - 1)));
}

/* The data of tag number `i` in the order of `names` below. */
static void put_tag(struct strbuf *b, size_t i, int version)
{
    static const uint32_t *const colours[] = {white, red, green, blue};
    struct str sentence = i == 0 ? S("sRGB") : S("CC-0");
    if (i < 2 && version == 2)
        put_plain(b, sentence, i == 0);
    else if (i < 2)
        put_sentence(b, sentence);
    else if (i < 6)
        put_words(b, "XYZ ", colours[i - 2], 3);
    else if (i < 9 && version == 2)
        put_curve_table(b);
    else if (i < 9)
        put_curve(b);
    else
        put_words(b, "sf32", adaptation, 9);
    while (b->n % 4)
        strbuf_putc(b, 0);
}

#define HEADER 128

static void put_header(struct strbuf *b, uint32_t size, int version)
{
    put32(b, size);
    put32(b, 0);
    put32(b, version == 2 ? 0x02100000 : 0x04200000);
    strbuf_put(b, S("mntrRGB XYZ "));
    static const unsigned char date[] = {2024 >> 8, 2024 & 255, 0, 1, 0, 1,
                                         0,         0,          0, 0, 0, 0};
    for (size_t i = 0; i < sizeof date; i++)
        strbuf_putc(b, (char)date[i]);
    strbuf_put(b, S("acsp"));
    while (b->n < 68)
        strbuf_putc(b, 0);
    for (int i = 0; i < 3; i++)
        put32(b, white[i]);
    while (b->n < HEADER)
        strbuf_putc(b, 0);
}

/* Version 2 has no tag for the adaptation: it is the last. */
static struct str profile(struct arena *a, int version)
{
    static const char names[] = "desccprtwtptrXYZgXYZbXYZrTRCgTRCbTRCchad";
    struct strbuf data = strbuf_at(a), table = strbuf_at(a), b = strbuf_at(a);
    size_t tags = version == 2 ? 9 : 10;
    uint32_t begin = HEADER + 4 + 12 * (uint32_t)tags, at = begin, size = 0;
    for (size_t i = 0; i < tags; i++) {
        if (i < 7 || i > 8) { /* the three curves are one */
            at = begin + (uint32_t)data.n;
            put_tag(&data, i, version);
            size = begin + (uint32_t)data.n - at;
        }
        strbuf_put(&table, (struct str){names + 4 * i, 4});
        put32(&table, at);
        put32(&table, size);
    }
    put_header(&b, begin + (uint32_t)data.n, version);
    put32(&b, (uint32_t)tags);
    strbuf_put(&b, strbuf_str(&table));
    strbuf_put(&b, strbuf_str(&data));
    return strbuf_str(&b);
}

struct str icc_srgb(struct arena *a)
{
    return profile(a, 4);
}

struct str icc_srgb_2(struct arena *a)
{
    return profile(a, 2);
}
