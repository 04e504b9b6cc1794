/* SPDX-License-Identifier: MIT */
/* block/path.c — rules, panels, node shapes. */
#include "block/path.h"

#include "base/arena.h"

/* Control length of a quarter circle, 4/3 (sqrt 2 - 1) [thousandths of radius]. */
#define ARC 552

/* A path under construction; `cap` is known before. */
struct pen {
    struct path *path;
    struct point at;
};

static struct pen pen_new(struct arena *a, size_t cap, struct ink ink)
{
    struct path *path = arena_make(a, struct path);
    path->steps = arena_many(a, cap, struct path_step);
    path->fill = ink.fill;
    path->stroke = ink.stroke;
    path->width = ink.width;
    path->dash = ink.dash;
    path->dash_gap = ink.dash_gap;
    return (struct pen){.path = path};
}

static struct path_step *step(struct pen *pen, enum path_verb verb)
{
    struct path_step *s = &pen->path->steps[pen->path->count++];
    s->verb = verb;
    return s;
}

static void move_to(struct pen *pen, mpt x, mpt y)
{
    pen->at = (struct point){x, y};
    step(pen, PATH_MOVE)->p[0] = pen->at;
}

static void line_to(struct pen *pen, mpt x, mpt y)
{
    pen->at = (struct point){x, y};
    step(pen, PATH_LINE)->p[0] = pen->at;
}

static void curve_to(struct pen *pen, struct point c1, struct point c2, struct point end)
{
    struct path_step *s = step(pen, PATH_CURVE);
    s->p[0] = c1;
    s->p[1] = c2;
    s->p[2] = end;
    pen->at = end;
}

/* A quarter of an ellipse that leaves towards `corner` and arrives at `end` from there. */
static void arc_to(struct pen *pen, struct point corner, struct point end)
{
    struct point from = pen->at;
    struct point c1 = {from.x + mpt_scale(corner.x - from.x, ARC, 1000),
                       from.y + mpt_scale(corner.y - from.y, ARC, 1000)};
    struct point c2 = {end.x + mpt_scale(corner.x - end.x, ARC, 1000),
                       end.y + mpt_scale(corner.y - end.y, ARC, 1000)};
    curve_to(pen, c1, c2, end);
}

static const struct path *closed(struct pen *pen)
{
    step(pen, PATH_CLOSE);
    return pen->path;
}

const struct path *path_rule(struct arena *a, struct point from, struct point to,
                             struct ink ink)
{
    struct pen pen = pen_new(a, 2, ink);
    move_to(&pen, from.x, from.y);
    line_to(&pen, to.x, to.y);
    return pen.path;
}

const struct path *path_rect(struct arena *a, struct rect r, struct ink ink)
{
    return path_panel(a, r, 0, CORNERS_NONE, ink);
}

const struct path *path_round(struct arena *a, struct rect r, mpt radius, struct ink ink)
{
    return path_panel(a, r, radius, CORNERS_ALL, ink);
}

const struct path *path_panel(struct arena *a, struct rect r, mpt radius,
                              enum path_corners corners, struct ink ink)
{
    radius = mpt_min(radius, mpt_min(r.w, r.h) / 2);
    mpt t = corners & CORNERS_TOP ? radius : 0;
    mpt b = corners & CORNERS_BOTTOM ? radius : 0;
    mpt right = r.x + r.w, foot = r.y + r.h;
    struct pen pen = pen_new(a, 10, ink);
    move_to(&pen, r.x + t, r.y);
    line_to(&pen, right - t, r.y);
    if (t)
        arc_to(&pen, (struct point){right, r.y}, (struct point){right, r.y + t});
    line_to(&pen, right, foot - b);
    if (b)
        arc_to(&pen, (struct point){right, foot}, (struct point){right - b, foot});
    line_to(&pen, r.x + b, foot);
    if (b)
        arc_to(&pen, (struct point){r.x, foot}, (struct point){r.x, foot - b});
    if (t) {
        line_to(&pen, r.x, r.y + t);
        arc_to(&pen, (struct point){r.x, r.y}, (struct point){r.x + t, r.y});
    }
    return closed(&pen);
}

const struct path *path_polygon(struct arena *a, const struct point *corners, size_t n,
                                struct ink ink)
{
    struct pen pen = pen_new(a, n + 1, ink);
    for (size_t i = 0; i < n; i++) {
        if (i == 0)
            move_to(&pen, corners[i].x, corners[i].y);
        else
            line_to(&pen, corners[i].x, corners[i].y);
    }
    return closed(&pen);
}

static mpt reach(struct point a, struct point b)
{
    mpt dx = a.x > b.x ? a.x - b.x : b.x - a.x;
    mpt dy = a.y > b.y ? a.y - b.y : b.y - a.y;
    return mpt_max(dx, dy);
}

struct point point_towards(struct point from, struct point to, mpt by)
{
    mpt length = reach(from, to);
    if (length == 0)
        return from;
    return (struct point){from.x + mpt_scale(to.x - from.x, by, length),
                          from.y + mpt_scale(to.y - from.y, by, length)};
}

const struct path *path_polyline(struct arena *a, const struct point *points, size_t n,
                                 mpt radius, struct ink ink)
{
    struct pen pen = pen_new(a, 2 * n + 1, ink);
    move_to(&pen, points[0].x, points[0].y);
    for (size_t i = 1; i + 1 < n; i++) {
        mpt room =
            mpt_min(reach(points[i - 1], points[i]), reach(points[i], points[i + 1]));
        mpt r = mpt_min(radius, room / 2);
        struct point in = point_towards(points[i], points[i - 1], r);
        line_to(&pen, in.x, in.y);
        if (r > 0)
            arc_to(&pen, points[i], point_towards(points[i], points[i + 1], r));
    }
    if (n > 1)
        line_to(&pen, points[n - 1].x, points[n - 1].y);
    return pen.path;
}

const struct path *path_cylinder(struct arena *a, struct rect r, mpt lid, struct ink ink)
{
    mpt right = r.x + r.w, middle = r.x + r.w / 2;
    mpt top = r.y + lid, foot = r.y + r.h - lid;
    struct pen pen = pen_new(a, 12, ink);
    move_to(&pen, r.x, top);
    line_to(&pen, r.x, foot);
    arc_to(&pen, (struct point){r.x, foot + lid}, (struct point){middle, foot + lid});
    arc_to(&pen, (struct point){right, foot + lid}, (struct point){right, foot});
    line_to(&pen, right, top);
    arc_to(&pen, (struct point){right, r.y}, (struct point){middle, r.y});
    arc_to(&pen, (struct point){r.x, r.y}, (struct point){r.x, top});
    arc_to(&pen, (struct point){r.x, top + lid}, (struct point){middle, top + lid});
    arc_to(&pen, (struct point){right, top + lid}, (struct point){right, top});
    return pen.path;
}
