/* SPDX-License-Identifier: MIT */
/* text/outline.c — the door to HarfBuzz's drawing of glyphs. */
#include "text/outline.h"

#include <hb.h>

#include "base/arena.h"

/* Steps of an outline; more are none that a page could show. */
#define STEPS_MAX ((size_t)1 << 16)
/* Farthest that a point may lie from the origin: 64 times the largest em there is. */
#define FARTHEST ((float)(64 * 16384 * OUTLINE_UNIT))

/* HarfBuzz calls back twice: first the steps are counted, then put. Memory is taken in between, as
 * a jump out of a full arena may not pass through its frames. */
struct drawing {
    struct outline_step *steps; /* NULL: only counted */
    size_t count, room;
};

int outline_points(enum outline_verb verb)
{
    return verb == OUTLINE_CLOSE   ? 0
           : verb == OUTLINE_CURVE ? 3
           : verb == OUTLINE_QUAD  ? 2
                                   : 1;
}

static int32_t tenths(float units)
{
    float t = units * OUTLINE_UNIT;
    if (!(t > -FARTHEST && t < FARTHEST)) /* nor is it a number */
        return 0;
    return (int32_t)(t < 0 ? t - 0.5f : t + 0.5f);
}

static struct outline_point point_of(float x, float y)
{
    return (struct outline_point){tenths(x), tenths(y)};
}

static void put(struct drawing *d, struct outline_step step)
{
    if (d->steps && d->count < d->room)
        d->steps[d->count] = step;
    d->count++;
}

static void move_to(hb_draw_funcs_t *pens, void *data, hb_draw_state_t *state, float x,
                    float y, void *user)
{
    (void)pens, (void)state, (void)user;
    put(data, (struct outline_step){OUTLINE_MOVE, {point_of(x, y)}});
}

static void line_to(hb_draw_funcs_t *pens, void *data, hb_draw_state_t *state, float x,
                    float y, void *user)
{
    (void)pens, (void)state, (void)user;
    put(data, (struct outline_step){OUTLINE_LINE, {point_of(x, y)}});
}

/* The parameters are HarfBuzz's. NOLINTNEXTLINE(readability-function-size) */
static void quad_to(hb_draw_funcs_t *pens, void *data, hb_draw_state_t *state, float cx,
                    float cy, float x, float y, void *user)
{
    (void)pens, (void)state, (void)user;
    put(data, (struct outline_step){
                  OUTLINE_QUAD, {point_of(cx, cy), point_of(x, y)}
    });
}

/* The parameters are HarfBuzz's. NOLINTNEXTLINE(readability-function-size) */
static void cubic_to(hb_draw_funcs_t *pens, void *data, hb_draw_state_t *state, float ax,
                     float ay, float bx, float by, float x, float y, void *user)
{
    (void)pens, (void)state, (void)user;
    put(data, (struct outline_step){
                  OUTLINE_CURVE, {point_of(ax, ay), point_of(bx, by), point_of(x, y)}
    });
}

static void close_path(hb_draw_funcs_t *pens, void *data, hb_draw_state_t *state,
                       void *user)
{
    (void)pens, (void)state, (void)user;
    put(data, (struct outline_step){OUTLINE_CLOSE, {{0, 0}}});
}

static hb_draw_funcs_t *pens_new(void)
{
    hb_draw_funcs_t *pens = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(pens, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(pens, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(pens, quad_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(pens, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(pens, close_path, NULL, NULL);
    return pens;
}

static void draw(const struct face *face, uint32_t glyph, struct drawing *drawing)
{
    hb_draw_funcs_t *pens = pens_new();
    hb_font_get_glyph_shape(face_hb_font(face), glyph, pens, drawing);
    hb_draw_funcs_destroy(pens);
}

struct outline face_outline(struct arena *a, const struct face *face, uint32_t glyph)
{
    struct drawing drawing = {NULL, 0, 0};
    arena_watch();
    draw(face, glyph, &drawing);
    arena_check(a);
    if (drawing.count == 0 || drawing.count > STEPS_MAX)
        return (struct outline){NULL, 0};
    drawing.room = drawing.count;
    drawing.steps = arena_many(a, drawing.room, struct outline_step);
    drawing.count = 0;
    arena_watch();
    draw(face, glyph, &drawing);
    arena_check(a);
    return (struct outline){drawing.steps,
                            drawing.count < drawing.room ? drawing.count : drawing.room};
}
