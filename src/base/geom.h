/* SPDX-License-Identifier: MIT */
/* base/geom.h — the one unit of length, and the shapes made of it. */
#ifndef RECTO_BASE_GEOM_H
#define RECTO_BASE_GEOM_H

#include <stdint.h>

/* Thousandths of a PostScript point (1/72 inch). Every length in recto is an `mpt`; sums
 * that can leave 32 bits (about 757 metres) are made in int64_t. */
typedef int32_t mpt;

#define MPT_PER_PT 1000
#define MPT_MAX INT32_MAX

/* A length written in points; `PT(9.7)` is a constant expression, rounded to the nearest mpt. */
#define PT(points) ((mpt)((points)*1000.0 + ((points) < 0 ? -0.5 : 0.5)))

struct point {
    mpt x; /* [mpt] rightwards */
    mpt y; /* [mpt] downwards */
};

struct rect {
    mpt x, y; /* top left corner [mpt] */
    mpt w, h; /* [mpt] */
};

static inline mpt mpt_max(mpt a, mpt b)
{
    return a > b ? a : b;
}

static inline mpt mpt_min(mpt a, mpt b)
{
    return a < b ? a : b;
}

/* `a` times `num` over `den`, rounded to nearest, halves away from zero. `a` times `num`
 * must fit 64 bits. */
static inline int64_t mpt_scale_sum(int64_t a, int64_t num, int64_t den)
{
    int64_t n = a * num;
    int64_t half = den / 2;
    return (n >= 0 ? n + half : n - half) / den;
}

/* The same where the result is no longer than an mpt holds. */
static inline mpt mpt_scale(int64_t a, int64_t num, int64_t den)
{
    return (mpt)mpt_scale_sum(a, num, den);
}

/* A sum as an mpt; one beyond MPT_MAX / 4, 189 metres, ends there, so that a few of these still
 * add up. */
static inline mpt mpt_from_sum(int64_t sum)
{
    int64_t most = MPT_MAX / 4;
    return (mpt)(sum > most ? most : sum < -most ? -most : sum);
}

/* Thousandths of a millimetre as mpt (1 mm = 72/25.4 pt). */
static inline mpt mpt_from_um(int64_t um)
{
    return mpt_scale(um, 720, 254);
}

#endif
