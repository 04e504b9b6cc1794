/* SPDX-License-Identifier: MIT */
/* text/outline.h — the shapes of glyphs, for back ends that draw them themselves. */
#ifndef RECTO_TEXT_OUTLINE_H
#define RECTO_TEXT_OUTLINE_H

#include "text/face.h"

enum outline_verb {
    OUTLINE_MOVE,
    OUTLINE_LINE,
    OUTLINE_QUAD,
    OUTLINE_CURVE,
    OUTLINE_CLOSE
};

/* Coordinates are tenths of a font unit, y upwards: TrueType means points half way between two of
 * its own, and a tenth of a unit is a two-thousandth of a point at any size that is read. */
#define OUTLINE_UNIT 10

struct outline_point {
    int32_t x, y; /* [1/OUTLINE_UNIT font units] */
};

struct outline_step {
    enum outline_verb verb;
    /* Controls, then the end: 1 of MOVE and LINE, 2 of QUAD, 3 of CURVE. */
    struct outline_point p[3];
};

struct outline {
    struct outline_step *steps;
    size_t count; /* 0: nothing is to be drawn, as of a space */
};

/* Points that a step has. */
int outline_points(enum outline_verb verb);
/* The outline of a glyph of `face`, to be filled by the non-zero rule; empty where the font has none
 * for it. Lives in `a`. */
struct outline face_outline(struct arena *a, const struct face *face, uint32_t glyph);

#endif
