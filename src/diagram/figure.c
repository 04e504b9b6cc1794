/* SPDX-License-Identifier: MIT */
/* diagram/figure.c — a placed grid as rectangles and polylines. */
#include "diagram/figure.h"

#include "base/arena.h"

#define SIDE_CLEAR PT(4) /* from the end of a node's side to the arrows that meet it */
#define LOOP PT(9)       /* how far the arrow of a node to itself stands off */
#define PILL_INSET 67    /* of a pill at a quarter of its height [thousandths of it] */

struct drafter {
    const struct plan *plan;
    const struct grid *grid;
    const struct frame *frame;
    const mpt *main, *cross;       /* positions of the grid's lines */
    mpt *main_pitch, *cross_pitch; /* half the distance of tracks on them */
};

static struct rect node_rect(const struct drafter *d, size_t node)
{
    struct cell c = d->grid->node[node];
    mpt w = size_width(d->plan, &d->frame->sizes, node, d->frame->node_width);
    mpt h = d->frame->sizes.height[node];
    mpt x = d->grid->down ? d->cross[c.cross] : d->main[c.main];
    mpt y = d->grid->down ? d->main[c.main] : d->cross[c.cross];
    return (struct rect){x - w / 2, y - h / 2, w, h};
}

/* A point along and across the flow. */
static struct point to_point(const struct drafter *d, mpt main, mpt cross)
{
    return d->grid->down ? (struct point){cross, main} : (struct point){main, cross};
}

static bool runs_along(const struct wire *w, size_t segment)
{
    return w->at[segment].cross == w->at[segment + 1].cross;
}

/* Where a segment lies: across the flow if it runs along it, and the other way round. */
static mpt segment_place(const struct drafter *d, const struct wire *w, size_t i)
{
    struct cell c = w->at[i];
    return runs_along(w, i) ? d->cross[c.cross] + w->track[i] * d->cross_pitch[c.cross]
                            : d->main[c.main] + w->track[i] * d->main_pitch[c.main];
}

/* Tracks on every line of one kind; closer together where they could not all meet a node's side. */
static mpt *find_pitch(const struct drafter *d, bool along, int lines)
{
    mpt *pitch = arena_many(d->plan->a, (size_t)lines, mpt);
    for (int line = 0; line < lines; line++)
        pitch[line] = PLACE_HALF_TRACK;
    for (size_t i = 0; i < d->plan->graph->nodes.n; i++) {
        struct rect r = node_rect(d, i);
        int line = along ? d->grid->node[i].cross : d->grid->node[i].main;
        int bundle = grid_bundle(d->grid, along, line);
        mpt half = (along == d->grid->down ? r.w : r.h) / 2 - SIDE_CLEAR;
        if (bundle > 0)
            pitch[line] = mpt_min(pitch[line], half / bundle);
    }
    return pitch;
}

/* How much nearer to its middle the border of a node is, `off` its axis: diamonds and pills. */
static mpt border_inset(const struct graph *g, size_t node, mpt depth, mpt breadth, mpt off)
{
    off = off < 0 ? -off : off;
    switch (g->nodes.at[node].shape) {
    case NODE_DECISION:
        return breadth > 0 ? mpt_scale(depth, off, breadth) : 0;
    case NODE_ROUND:
        return off / 4; /* close to a circle's sagitta for the few points that matter */
    case NODE_BOX:
    case NODE_STORE:
        break;
    }
    return 0;
}

/* The end of a wire at `node`: on the border that its segment `i` meets. */
static struct point wire_end(const struct drafter *d, const struct wire *w, size_t node,
                             size_t i, struct cell away)
{
    struct rect r = node_rect(d, node);
    struct cell c = d->grid->node[node];
    mpt deep = d->grid->down ? r.h / 2 : r.w / 2, wide = d->grid->down ? r.w / 2 : r.h / 2;
    mpt place = segment_place(d, w, i);
    if (runs_along(w, i)) {
        mpt inset =
            border_inset(d->plan->graph, node, deep, wide, place - d->cross[c.cross]);
        mpt main = d->main[c.main] + (away.main > c.main ? deep - inset : inset - deep);
        return to_point(d, main, place);
    }
    mpt inset = border_inset(d->plan->graph, node, wide, deep, place - d->main[c.main]);
    mpt cross = d->cross[c.cross] + (away.cross > c.cross ? wide - inset : inset - wide);
    return to_point(d, place, cross);
}

static struct drawn_edge draw_wire(const struct drafter *d, const struct wire *w)
{
    const struct edge *e = &d->plan->graph->edges.at[w->edge];
    struct drawn_edge out = {.edge = w->edge, .count = w->count};
    out.points = arena_many(d->plan->a, w->count, struct point);
    size_t last = w->count - 1;
    out.points[0] = wire_end(d, w, e->from, 0, w->at[1]);
    out.points[last] = wire_end(d, w, e->to, last - 1, w->at[last - 1]);
    for (size_t i = 1; i < last; i++) {
        mpt before = segment_place(d, w, i - 1), after = segment_place(d, w, i);
        out.points[i] =
            runs_along(w, i) ? to_point(d, before, after) : to_point(d, after, before);
    }
    out.head_at_end = e->kind == EDGE_FORWARD || e->kind == EDGE_BOTH;
    out.head_at_start = e->kind == EDGE_BACK || e->kind == EDGE_BOTH;
    return out;
}

/* From the top of a box around its right corner back into its side. */
static void loop_box(const struct drafter *d, size_t node, struct point way[5])
{
    struct rect r = node_rect(d, node);
    mpt right = r.x + r.w, reach = mpt_min(LOOP, d->plan->look->node_gap * 2 / 3);
    mpt in = mpt_min(PT(12), r.w / 4), down = r.h / 4;
    bool round = d->plan->graph->nodes.at[node].shape == NODE_ROUND;
    way[0] = (struct point){right - in, r.y};
    way[1] = (struct point){right - in, r.y - reach};
    way[2] = (struct point){right + reach, r.y - reach};
    way[3] = (struct point){right + reach, r.y + down};
    way[4] =
        (struct point){right - (round ? mpt_scale(r.h, PILL_INSET, 1000) : 0), r.y + down};
}

/* From the upper right side of a diamond back into it, lower; the corner beyond it stays free. */
static void loop_diamond(const struct drafter *d, size_t node, struct point way[5])
{
    struct rect r = node_rect(d, node);
    mpt left = r.x + r.w / 2 + r.w / 6, right = r.x + r.w, low = r.y + r.h / 2 - r.h / 6;
    way[0] = (struct point){left, r.y + r.h / 6};
    way[1] = (struct point){left, r.y - LOOP / 3};
    way[2] = (struct point){right, r.y - LOOP / 3};
    way[3] = (struct point){right, low};
    way[4] = (struct point){right - r.w / 6, low};
}

static struct drawn_edge draw_loop(const struct drafter *d, size_t edge)
{
    const struct edge *e = &d->plan->graph->edges.at[edge];
    struct drawn_edge out = {.edge = edge, .count = 5};
    out.points = arena_many(d->plan->a, out.count, struct point);
    if (d->plan->graph->nodes.at[e->from].shape == NODE_DECISION)
        loop_diamond(d, e->from, out.points);
    else
        loop_box(d, e->from, out.points);
    out.head_at_end = e->kind != EDGE_NONE;
    out.head_at_start = e->kind == EDGE_BOTH;
    return out;
}

static void draw_edges(const struct drafter *d, struct drawing *out)
{
    const struct graph *g = d->plan->graph;
    size_t wire = 0;
    for (size_t i = 0; i < g->edges.n; i++) {
        bool loop = g->edges.at[i].from == g->edges.at[i].to;
        vec_push(d->plan->a, &out->edges,
                 (loop ? draw_loop(d, i) : draw_wire(d, &d->grid->wires[wire++])));
    }
}

static void unite(struct rect *all, struct rect r)
{
    if (all->w == 0 && all->h == 0) {
        *all = r;
        return;
    }
    mpt right = mpt_max(all->x + all->w, r.x + r.w),
        low = mpt_max(all->y + all->h, r.y + r.h);
    all->x = mpt_min(all->x, r.x);
    all->y = mpt_min(all->y, r.y);
    all->w = right - all->x;
    all->h = low - all->y;
}

/* Around its nodes and the groups in it. Groups come after their parents, so the way back up from
 * the last one meets children first. */
static void draw_groups(const struct drafter *d, struct drawing *out)
{
    const struct graph *g = d->plan->graph;
    struct rect *inner = arena_many(d->plan->a, g->groups.n, struct rect);
    for (size_t i = 0; i < g->nodes.n; i++)
        if (g->nodes.at[i].group < g->groups.n)
            unite(&inner[g->nodes.at[i].group], node_rect(d, i));
    for (size_t i = g->groups.n; i-- > 0;) {
        if (inner[i].w == 0)
            continue;
        inner[i].x -= GROUP_SIDE;
        inner[i].y -= GROUP_TOP;
        inner[i].w += 2 * GROUP_SIDE;
        inner[i].h += GROUP_TOP + GROUP_BOTTOM;
        if (g->groups.at[i].parent < i)
            unite(&inner[g->groups.at[i].parent], inner[i]);
    }
    for (size_t i = 0; i < g->groups.n; i++)
        if (inner[i].w > 0)
            vec_push(d->plan->a, &out->groups, ((struct drawn_group){i, inner[i]}));
}

struct drawing figure_make(const struct plan *plan, const struct grid *grid,
                           const struct frame *frame)
{
    struct drafter d = {.plan = plan, .grid = grid, .frame = frame};
    d.main = grid->down ? frame->y : frame->x;
    d.cross = grid->down ? frame->x : frame->y;
    d.main_pitch = find_pitch(&d, false, grid->mains);
    d.cross_pitch = find_pitch(&d, true, grid->crosses);
    struct drawing out = {.overflow = frame->overflow};
    for (size_t i = 0; i < plan->graph->nodes.n; i++)
        vec_push(plan->a, &out.nodes, ((struct drawn_node){i, node_rect(&d, i)}));
    draw_groups(&d, &out);
    draw_edges(&d, &out);
    return out;
}

static void unite_label(struct rect *all, const struct drawn_label *l)
{
    mpt up = mpt_scale(l->size, 75, 100), down = mpt_scale(l->size, 22, 100);
    unite(all, (struct rect){l->at.x, l->at.y - up, l->line.width, up + down});
}

void figure_trim(const struct plan *plan, struct drawing *out)
{
    struct rect all = {0, 0, 0, 0};
    for (size_t i = 0; i < out->nodes.n; i++)
        unite(&all, out->nodes.at[i].rect);
    for (size_t i = 0; i < out->groups.n; i++)
        unite(&all, out->groups.at[i].rect);
    for (size_t i = 0; i < out->edges.n; i++)
        for (size_t j = 0; j < out->edges.at[i].count; j++)
            unite(&all, (struct rect){out->edges.at[i].points[j].x,
                                      out->edges.at[i].points[j].y, 0, 0});
    for (size_t i = 0; i < out->labels.n; i++)
        unite_label(&all, &out->labels.at[i]);
    /* Sideways only what sticks out is moved: the figure keeps its place in the measure. */
    mpt dx = all.x < 0 ? -all.x : mpt_min(0, plan->width - all.x - all.w);
    dx = mpt_max(dx, -all.x);
    for (size_t i = 0; i < out->nodes.n; i++) {
        out->nodes.at[i].rect.x += dx;
        out->nodes.at[i].rect.y -= all.y;
    }
    for (size_t i = 0; i < out->groups.n; i++) {
        out->groups.at[i].rect.x += dx;
        out->groups.at[i].rect.y -= all.y;
    }
    for (size_t i = 0; i < out->edges.n; i++)
        for (size_t j = 0; j < out->edges.at[i].count; j++) {
            out->edges.at[i].points[j].x += dx;
            out->edges.at[i].points[j].y -= all.y;
        }
    for (size_t i = 0; i < out->labels.n; i++) {
        out->labels.at[i].at.x += dx;
        out->labels.at[i].at.y -= all.y;
    }
    out->height = all.h;
    out->width = mpt_max(plan->width, all.w);
    out->overflow = mpt_max(out->overflow, mpt_max(all.w - plan->width, 0));
}
