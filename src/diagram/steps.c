/* SPDX-License-Identifier: MIT */
/* diagram/steps.c — rows of nodes as far apart as each of them needs. */
#include "base/arena.h"
#include "diagram/rows.h"

/* The steps from line to line, each of which belongs to a class: those of one class are alike. */
struct stairs {
    const struct plan *plan;
    const struct grid *grid;
    const mpt *size; /* of each node, across the flow */
    int *class;      /* of each step: the first of its class */
    mpt *step;       /* of each class */
    mpt least;       /* the smallest of the sizes */
};

/* --- classes ---------------------------------------------------------------------------------- */

static void join(struct stairs *s, int low, int high)
{
    for (int line = low + 1; line <= high; line++) {
        int one = s->class[low + 1], other = s->class[line];
        for (int i = 0; one != other && i < s->grid->crosses; i++)
            if (s->class[i] == one || s->class[i] == other)
                s->class[i] = one < other ? one : other;
    }
}

/* A node and all that it leads to, or all that leads to it, have even steps between them. */
static void join_fan(struct stairs *s, size_t node, bool onward)
{
    int low = s->grid->node[node].cross, high = low, members = 0;
    for (size_t i = 0; i < s->grid->wire_count; i++) {
        const struct edge *e = &s->plan->graph->edges.at[s->grid->wires[i].edge];
        struct cell self = s->grid->node[node];
        struct cell to = s->grid->node[onward ? e->to : e->from];
        int ranks = to.main > self.main ? to.main - self.main : self.main - to.main;
        if ((onward ? e->from : e->to) != node || ranks != 2)
            continue;
        members++;
        low = to.cross < low ? to.cross : low;
        high = to.cross > high ? to.cross : high;
    }
    if (members > 1)
        join(s, low, high);
}

static void find_classes(struct stairs *s)
{
    for (int i = 0; i < s->grid->crosses; i++)
        s->class[i] = i;
    for (size_t i = 0; i < s->plan->graph->nodes.n; i++) {
        join_fan(s, i, true);
        join_fan(s, i, false);
    }
}

/* --- needs ------------------------------------------------------------------------------------ */

/* From line `low` to line `high` is at least `need`: the smallest steps between them grow first. */
static void stretch(struct stairs *s, int low, int high, mpt need)
{
    for (;;) {
        mpt sum = 0, least = MPT_MAX, next = MPT_MAX;
        int n = 0;
        for (int line = low + 1; line <= high; line++)
            least = mpt_min(least, s->step[s->class[line]]);
        for (int line = low + 1; line <= high; line++) {
            mpt step = s->step[s->class[line]];
            sum += step;
            n += step == least;
            next = step > least ? mpt_min(next, step) : next;
        }
        if (sum >= need || n == 0)
            return;
        mpt level = mpt_min(next, least + (need - sum + n - 1) / n);
        for (int line = low + 1; line <= high; line++)
            if (s->step[s->class[line]] == least)
                s->step[s->class[line]] = level;
    }
}

/* Nodes that stand in different columns need less, but for a border that may run between them. */
static void part_nodes(struct stairs *s, mpt gap)
{
    const struct graph *g = s->plan->graph;
    for (size_t i = 0; i < g->nodes.n; i++)
        for (size_t j = 0; j < g->nodes.n; j++) {
            struct cell a = s->grid->node[i], b = s->grid->node[j];
            bool full = a.main == b.main || g->nodes.at[i].group != g->nodes.at[j].group;
            mpt need = (full ? (s->size[i] + s->size[j]) / 2 : s->least) + gap;
            if (b.cross > a.cross + 1)
                stretch(s, a.cross, b.cross, need);
            else if (b.cross == a.cross + 1)
                stretch(s, a.cross, b.cross, (need + 1) / 2);
        }
}

static mpt bundle_at(const struct stairs *s, int line)
{
    return place_bundle(grid_bundle(s->grid, true, line));
}

/* Nodes clear of what runs past them on the next line, or, less likely, on the one after it. */
static void clear_nodes(struct stairs *s)
{
    for (size_t i = 0; i < 2 * s->plan->graph->nodes.n; i++) {
        int self = s->grid->node[i / 2].cross, line = self + (i % 2 == 0 ? -1 : 1);
        int low = self < line ? self : line;
        mpt need = (s->size[i / 2] + bundle_at(s, line)) / 2 + CLEAR;
        if (low < 1 || low + 2 >= s->grid->crosses)
            continue;
        stretch(s, low, low + 1, s->grid->passed[i] ? need : (need + 1) / 2);
    }
    for (int line = 1; line + 2 < s->grid->crosses; line++)
        stretch(s, line, line + 1,
                (bundle_at(s, line) + bundle_at(s, line + 1)) / 2 + CLEAR);
}

static void fit_wires(struct stairs *s)
{
    for (size_t i = 0; i < s->grid->wire_count; i++) {
        const struct wire *w = &s->grid->wires[i];
        const struct edge *e = &s->plan->graph->edges.at[w->edge];
        mpt need = rows_across_need(s->plan, s->grid, w);
        int a = s->grid->node[e->from].cross, b = s->grid->node[e->to].cross;
        if (need > 0)
            stretch(s, a < b ? a : b, a < b ? b : a,
                    (s->size[e->from] + s->size[e->to]) / 2 + need);
    }
}

mpt *rows_steps(const struct plan *plan, const struct grid *grid, const mpt *size, mpt gap)
{
    struct stairs s = {.plan = plan, .grid = grid, .size = size, .least = MPT_MAX};
    s.class = arena_many(plan->a, (size_t)grid->crosses, int);
    s.step = arena_many(plan->a, (size_t)grid->crosses, mpt);
    for (size_t i = 0; i < plan->graph->nodes.n; i++)
        s.least = mpt_min(s.least, size[i]);
    find_classes(&s);
    clear_nodes(&s);
    part_nodes(&s, gap);
    fit_wires(&s);
    mpt *steps = arena_many(plan->a, (size_t)grid->crosses, mpt);
    for (int line = 0; line < grid->crosses; line++)
        steps[line] = s.step[s.class[line]];
    return steps;
}
