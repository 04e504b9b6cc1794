/* SPDX-License-Identifier: MIT */
/* style/lightness.c — a colour at another lightness, in whole numbers.
 *
 * sRGB by IEC 61966-2-1, L*a*b* by CIE 15 with the white of D65. Shares are in 2^20 parts. */
#include "style/lightness.h"

#include <stdbool.h>

#define ONE ((int64_t)1 << 20)
#define EDGE 9286 /* 216/24389: below it the cube root is a line */
#define CHANNEL_MAX 255
#define CHROMA_STEPS 100

/* How far a value that rounding left outside the gamut may be off. */
#define SLACK (ONE / 4000)

struct lab_roots {
    int64_t x, y, z; /* f(X/Xn) … of CIE 15 */
};

/* The largest r with r^5 <= s; r in 2^12 parts, s in 2^60. */
static int64_t fifth_root(int64_t s)
{
    int64_t low = 0, high = 4097;
    while (low + 1 < high) {
        int64_t r = (low + high) / 2;
        if (r * r * r * r * r <= s)
            low = r;
        else
            high = r;
    }
    return low;
}

/* ((c/255 + 0.055) / 1.055)^2.4; the power is that of its square, times its fifth root. */
static int64_t decode(uint32_t c)
{
    if (c <= 10)
        return (int64_t)c * ONE * 100 / (INT64_C(1292) * CHANNEL_MAX);
    int64_t t = ((int64_t)c * 1000 + INT64_C(55) * CHANNEL_MAX) * (1 << 15) /
                (INT64_C(1055) * CHANNEL_MAX);
    int64_t square = t * t;
    return square * fifth_root(square << 30) >> 22;
}

/* The channel whose light is nearest to `light`. */
static uint32_t encode(int64_t light)
{
    uint32_t low = 0, high = CHANNEL_MAX;
    while (low < high) {
        uint32_t c = (low + high) / 2;
        if (decode(c) + decode(c + 1) <= 2 * light)
            low = c + 1;
        else
            high = c;
    }
    return low;
}

static int64_t cube(int64_t f)
{
    return f * f / ONE * f / ONE;
}

/* f of CIE 15 and what it undoes. */
static int64_t root(int64_t t)
{
    if (t <= EDGE)
        return t * 7787 / 1000 + ONE * 16 / 116;
    int64_t low = 0, high = ONE * 2;
    while (low + 1 < high) {
        int64_t f = (low + high) / 2;
        if (cube(f) <= t)
            low = f;
        else
            high = f;
    }
    return low;
}

static int64_t unroot(int64_t f)
{
    int64_t t = cube(f);
    return t > EDGE ? t : (f - ONE * 16 / 116) * 1000 / 7787;
}

/* Each row of the matrices is divided by the white, so that white is 1, 1, 1. */
static struct lab_roots roots_of(uint32_t rgb)
{
    int64_t r = decode(rgb >> 16 & 255), g = decode(rgb >> 8 & 255), b = decode(rgb & 255);
    return (struct lab_roots){
        root((433953 * r + 376219 * g + 189828 * b) / 1000000),
        root((212671 * r + 715160 * g + 72169 * b) / 1000000),
        root((17758 * r + 109477 * g + 872765 * b) / 1000000),
    };
}

static bool inside(int64_t light)
{
    return light >= -SLACK && light <= ONE + SLACK;
}

/* False where sRGB has no such colour. */
static bool colour_of(const struct lab_roots *f, uint32_t *rgb)
{
    int64_t x = unroot(f->x), y = unroot(f->y), z = unroot(f->z);
    int64_t r = (3079933 * x - 1537150 * y - 542782 * z) / 1000000;
    int64_t g = (-921235 * x + 1875992 * y + 45244 * z) / 1000000;
    int64_t b = (52891 * x - 204043 * y + 1151152 * z) / 1000000;
    *rgb = encode(r) << 16 | encode(g) << 8 | encode(b);
    return inside(r) && inside(g) && inside(b);
}

uint32_t lightness_move(uint32_t rgb, int32_t milli, int32_t chroma)
{
    struct lab_roots f = roots_of(rgb), g;
    g.y = ((int64_t)milli + 16000) * ONE / 116000;
    uint32_t moved = 0;
    for (int64_t k = CHROMA_STEPS; k >= 0; k--) {
        int64_t share = k * chroma / CHROMA_STEPS;
        g.x = g.y + (f.x - f.y) * share / 1000;
        g.z = g.y + (f.z - f.y) * share / 1000;
        if (colour_of(&g, &moved))
            break;
    }
    return moved;
}

int32_t lightness_of(uint32_t rgb)
{
    return (int32_t)(roots_of(rgb).y * 116000 / ONE) - 16000;
}
