/* SPDX-License-Identifier: MIT */
/* unit/diagram/facts.h — what must hold of every drawing: nothing lies on anything else. */
#ifndef RECTO_UNIT_DIAGRAM_FACTS_H
#define RECTO_UNIT_DIAGRAM_FACTS_H

#include "diagram/drawing.h"

/* --- facts about a drawing: each gives what is wrong, NULL where nothing is ------------------- */

static bool meet(struct rect a, struct rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static struct rect shrunk(struct rect r, mpt by)
{
    return (struct rect){r.x + by, r.y + by, r.w - 2 * by, r.h - 2 * by};
}

static struct rect segment(struct point a, struct point b)
{
    struct rect r = {mpt_min(a.x, b.x), mpt_min(a.y, b.y), 0, 0};
    r.w = mpt_max(a.x, b.x) - r.x + 1;
    r.h = mpt_max(a.y, b.y) - r.y + 1;
    return r;
}

static struct rect label_box(const struct drawn_label *l)
{
    mpt up = mpt_scale(l->size, 70, 100), down = mpt_scale(l->size, 18, 100);
    return (struct rect){l->at.x, l->at.y - up, l->line.width, up + down};
}

/* Nodes are alike, but for diamonds, which may be narrower. */
static const char *nodes_apart(const struct drawing *d, const struct graph *g)
{
    mpt width = 0;
    for (size_t i = 0; i < d->nodes.n; i++)
        width = mpt_max(width, d->nodes.at[i].rect.w);
    for (size_t i = 0; i < d->nodes.n; i++) {
        bool diamond = g->nodes.at[i].shape == NODE_DECISION;
        if (d->nodes.at[i].rect.w != width && !diamond)
            return "nodes differ in width";
        for (size_t j = 0; j < i; j++)
            if (meet(shrunk(d->nodes.at[i].rect, -PT(4)), d->nodes.at[j].rect))
                return "nodes overlap";
    }
    return NULL;
}

static bool inside(struct rect r, const struct drawing *d)
{
    return r.x >= -1 && r.y >= -1 && r.x + r.w <= d->width + 2 &&
           r.y + r.h <= d->height + 2;
}

static const char *all_inside(const struct drawing *d)
{
    for (size_t i = 0; i < d->nodes.n; i++)
        if (!inside(d->nodes.at[i].rect, d))
            return "a node is outside";
    for (size_t i = 0; i < d->groups.n; i++)
        if (!inside(d->groups.at[i].rect, d))
            return "a group is outside";
    for (size_t i = 0; i < d->labels.n; i++)
        if (!inside(label_box(&d->labels.at[i]), d))
            return "words are outside";
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t j = 0; j + 1 < d->edges.at[i].count; j++)
            if (!inside(segment(d->edges.at[i].points[j], d->edges.at[i].points[j + 1]), d))
                return "an arrow is outside";
    return NULL;
}

static bool on_border(struct rect r, struct point p, enum node_shape shape)
{
    bool within =
        p.x >= r.x - 1 && p.x <= r.x + r.w + 1 && p.y >= r.y - 1 && p.y <= r.y + r.h + 1;
    if (shape == NODE_DECISION || shape == NODE_ROUND)
        return within;
    bool at_x = p.x <= r.x + 1 || p.x >= r.x + r.w - 1;
    bool at_y = p.y <= r.y + 1 || p.y >= r.y + r.h - 1;
    return within && (at_x || at_y);
}

static const char *edges_join(const struct drawing *d, const struct graph *g)
{
    for (size_t i = 0; i < d->edges.n; i++) {
        const struct drawn_edge *e = &d->edges.at[i];
        const struct edge *of = &g->edges.at[e->edge];
        if (e->count < 2)
            return "an arrow has no line";
        for (size_t j = 0; j + 1 < e->count; j++)
            if (e->points[j].x != e->points[j + 1].x &&
                e->points[j].y != e->points[j + 1].y)
                return "an arrow is aslant";
        if (!on_border(d->nodes.at[of->from].rect, e->points[0],
                       g->nodes.at[of->from].shape) ||
            !on_border(d->nodes.at[of->to].rect, e->points[e->count - 1],
                       g->nodes.at[of->to].shape))
            return "an arrow ends in the air";
    }
    return NULL;
}

static const char *edges_clear(const struct drawing *d, const struct graph *g)
{
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t j = 0; j + 1 < d->edges.at[i].count; j++) {
            const struct point *p = &d->edges.at[i].points[j];
            for (size_t k = 0; k < d->nodes.n; k++) {
                bool diamond = g->nodes.at[k].shape != NODE_BOX;
                const struct edge *e = &g->edges.at[d->edges.at[i].edge];
                bool own = e->from == k || e->to == k;
                if (!(diamond && own) &&
                    meet(segment(p[0], p[1]), shrunk(d->nodes.at[k].rect, PT(1))))
                    return "an arrow runs through a node";
            }
        }
    return NULL;
}

static bool leads(const struct graph *g, size_t from, size_t to)
{
    for (size_t i = 0; i < g->edges.n; i++)
        if (g->edges.at[i].from == from && g->edges.at[i].to == to)
            return true;
    return false;
}

/* Strangers must not run on one line, or nobody can tell them apart; but where both of them could
 * go on as the other does. */
static const char *edges_apart(const struct drawing *d, const struct graph *g)
{
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t j = 0; j < i; j++) {
            const struct edge *e = &g->edges.at[d->edges.at[i].edge];
            const struct edge *f = &g->edges.at[d->edges.at[j].edge];
            if (e->from == f->from || e->to == f->to ||
                (leads(g, e->from, f->to) && leads(g, f->from, e->to)))
                continue;
            for (size_t k = 0; k + 1 < d->edges.at[i].count; k++)
                for (size_t l = 0; l + 1 < d->edges.at[j].count; l++) {
                    const struct point *p = &d->edges.at[i].points[k];
                    const struct point *q = &d->edges.at[j].points[l];
                    struct rect a = segment(p[0], p[1]), b = segment(q[0], q[1]);
                    bool level = a.w > 1 && b.w > 1, upright = a.h > 1 && b.h > 1;
                    if ((level || upright) && meet(a, b))
                        return "two arrows run on one line";
                }
        }
    return NULL;
}

/* Where hardly more than its title fits into a group, that may have to stand behind an arrow. */
static bool is_tight(const struct drawing *d, const struct drawn_label *title)
{
    for (size_t i = 0; i < d->groups.n; i++)
        if (d->groups.at[i].group == title->index)
            return d->groups.at[i].rect.w < 2 * title->line.width + PT(16);
    return false;
}

static bool in_node(const struct drawn_label *l)
{
    return l->of == LABEL_NODE || l->of == LABEL_NOTE;
}

static bool holds(struct rect r, struct rect box)
{
    return box.x >= r.x && box.x + box.w <= r.x + r.w && box.y >= r.y &&
           box.y + box.h <= r.y + r.h;
}

static bool on_an_arrow(const struct drawing *d, struct rect box)
{
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t j = 0; j + 1 < d->edges.at[i].count; j++)
            if (meet(box, segment(d->edges.at[i].points[j], d->edges.at[i].points[j + 1])))
                return true;
    return false;
}

static mpt clamp(mpt v, mpt low, mpt high)
{
    return mpt_max(low, mpt_min(v, high));
}

/* Is the point of `box` that is nearest to the middle of a diamond inside it? */
static bool on_a_diamond(struct rect r, struct rect box)
{
    mpt x = r.x + r.w / 2, y = r.y + r.h / 2;
    mpt dx = clamp(x, box.x, box.x + box.w) - x, dy = clamp(y, box.y, box.y + box.h) - y;
    int64_t across = dx < 0 ? -dx : dx, down = dy < 0 ? -dy : dy;
    return across * r.h + down * r.w < (int64_t)r.w * r.h / 2;
}

static bool on_a_node(const struct drawing *d, const struct graph *g, struct rect box)
{
    for (size_t i = 0; i < d->nodes.n; i++) {
        bool diamond = g->nodes.at[i].shape == NODE_DECISION;
        if (diamond ? on_a_diamond(d->nodes.at[i].rect, box)
                    : meet(box, d->nodes.at[i].rect))
            return true;
    }
    return false;
}

static const char *words_clear(const struct drawing *d, const struct graph *g)
{
    for (size_t i = 0; i < d->labels.n; i++) {
        const struct drawn_label *l = &d->labels.at[i];
        struct rect box = label_box(l);
        for (size_t j = 0; j < i; j++)
            if (meet(box, label_box(&d->labels.at[j])))
                return "words overlap";
        if (in_node(l) && d->overflow == 0 && !holds(d->nodes.at[l->index].rect, box))
            return "words are wider than their node";
        if (!in_node(l) && on_a_node(d, g, box))
            return "words lie on a node";
        bool tight = l->of == LABEL_GROUP && is_tight(d, l);
        if (!tight && on_an_arrow(d, box))
            return "words lie on an arrow";
    }
    return NULL;
}

static bool belongs(const struct graph *g, size_t node, size_t group)
{
    size_t at = g->nodes.at[node].group;
    while (at < g->groups.n && at != group)
        at = g->groups.at[at].parent;
    return at == group;
}

static const char *groups_hold(const struct drawing *d, const struct graph *g)
{
    for (size_t i = 0; i < d->groups.n; i++)
        for (size_t j = 0; j < d->nodes.n; j++) {
            struct rect group = d->groups.at[i].rect, node = d->nodes.at[j].rect;
            bool in = meet(group, node);
            if (in != belongs(g, j, d->groups.at[i].group))
                return in ? "a stranger is in a group" : "a member is outside its group";
        }
    return NULL;
}

/* An arrow that only passes goes around a group. */
static const char *groups_passed(const struct drawing *d, const struct graph *g)
{
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t j = 0; j < d->groups.n; j++) {
            const struct drawn_edge *e = &d->edges.at[i];
            const struct edge *of = &g->edges.at[e->edge];
            size_t group = d->groups.at[j].group;
            if (belongs(g, of->from, group) || belongs(g, of->to, group))
                continue;
            for (size_t k = 0; k + 1 < e->count; k++)
                if (meet(segment(e->points[k], e->points[k + 1]), d->groups.at[j].rect))
                    return "an arrow runs through a strange group";
        }
    return NULL;
}

/* The first thing that is wrong with a drawing of `g`; NULL where nothing is. */
static inline const char *what_is_wrong(const struct drawing *d, const struct graph *g)
{
    const char *wrong[] = {nodes_apart(d, g), all_inside(d),      edges_join(d, g),
                           edges_clear(d, g), edges_apart(d, g),  words_clear(d, g),
                           groups_hold(d, g), groups_passed(d, g)};
    for (size_t i = 0; i < countof(wrong); i++)
        if (wrong[i] != NULL)
            return wrong[i];
    return NULL;
}

#endif
