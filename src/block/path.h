/* SPDX-License-Identifier: MIT */
/* block/path.h — the shapes that pages are ruled and figures are drawn with. */
#ifndef RECTO_BLOCK_PATH_H
#define RECTO_BLOCK_PATH_H

#include "block/box.h"

/* How a shape is painted. */
struct ink {
    uint32_t fill, stroke; /* 0xRRGGBB or NO_COLOUR */
    mpt width;             /* of the stroke [mpt] */
    mpt dash, dash_gap;    /* 0: solid */
};

static inline struct ink ink_fill(uint32_t colour)
{
    return (struct ink){.fill = colour, .stroke = NO_COLOUR};
}

static inline struct ink ink_stroke(uint32_t colour, mpt width)
{
    return (struct ink){.fill = NO_COLOUR, .stroke = colour, .width = width};
}

/* All shapes live in `a`; coordinates are relative to the mark. */
const struct path *path_rule(struct arena *a, struct point from, struct point to,
                             struct ink ink);
const struct path *path_rect(struct arena *a, struct rect r, struct ink ink);
/* Corners of `radius` [mpt], at most half of the shorter side. */
const struct path *path_round(struct arena *a, struct rect r, mpt radius, struct ink ink);
/* The same with only the upper or the lower corners rounded. */
enum path_corners {
    CORNERS_NONE = 0,
    CORNERS_TOP = 1,
    CORNERS_BOTTOM = 2,
    CORNERS_ALL = 3
};
const struct path *path_panel(struct arena *a, struct rect r, mpt radius,
                              enum path_corners corners, struct ink ink);
/* A closed polygon of `n` corners. */
const struct path *path_polygon(struct arena *a, const struct point *corners, size_t n,
                                struct ink ink);
/* An open line through `n` points, its corners rounded by `radius` where there is room. */
const struct path *path_polyline(struct arena *a, const struct point *points, size_t n,
                                 mpt radius, struct ink ink);
/* A cylinder that fills `r`, its lid `lid` [mpt] high from rim to middle. */
const struct path *path_cylinder(struct arena *a, struct rect r, mpt lid, struct ink ink);

/* The point `by` [mpt] away from `from` on the way to `to`; exact on upright and level legs. */
struct point point_towards(struct point from, struct point to, mpt by);

#endif
