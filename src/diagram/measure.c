/* SPDX-License-Identifier: MIT */
/* diagram/measure.c — what lines of a grid hold, and how clear its figure will be. */
#include "base/arena.h"
#include "diagram/grid.h"
#include "diagram/share.h"

static void widen(int *bundle, int track)
{
    track = track < 0 ? -track : track;
    *bundle = track > *bundle ? track : *bundle;
}

static void find_bundles(struct arena *a, struct grid *grid)
{
    grid->along = arena_many(a, (size_t)grid->crosses, int);
    grid->across = arena_many(a, (size_t)grid->mains, int);
    for (int i = 0; i < grid->crosses; i++)
        grid->along[i] = -1;
    for (int i = 0; i < grid->mains; i++)
        grid->across[i] = -1;
    for (size_t i = 0; i < grid->wire_count; i++) {
        const struct wire *w = &grid->wires[i];
        for (size_t j = 0; j + 1 < w->count; j++)
            widen(w->at[j].cross == w->at[j + 1].cross ? &grid->along[w->at[j].cross]
                                                       : &grid->across[w->at[j].main],
                  w->track[j]);
    }
}

int grid_bundle(const struct grid *grid, bool along_main, int line)
{
    return along_main ? grid->along[line] : grid->across[line];
}

/* Does anything run along `line` past the column of this node, or turn there? */
static bool passes(const struct grid *grid, int line, struct cell node)
{
    if (line < 0 || line >= grid->crosses || grid->along[line] < 0)
        return false;
    for (size_t i = 0; i < grid->wire_count; i++)
        for (size_t j = 0; j + 1 < grid->wires[i].count; j++) {
            struct cell a = grid->wires[i].at[j], b = grid->wires[i].at[j + 1];
            int low = a.main < b.main ? a.main : b.main, high = a.main + b.main - low;
            if (a.cross == line && b.cross == line && low <= node.main && high >= node.main)
                return true;
        }
    return false;
}

static void note_pair(int *least, int steps)
{
    *least = *least == 0 || steps < *least ? steps : *least;
}

void grid_measure(struct arena *a, const struct graph *g, struct grid *grid)
{
    find_bundles(a, grid);
    grid->passed = arena_many(a, 2 * g->nodes.n, bool);
    for (size_t i = 0; i < g->nodes.n; i++) {
        struct cell c = grid->node[i];
        grid->passed[2 * i] = passes(grid, c.cross - 1, c);
        grid->passed[2 * i + 1] = passes(grid, c.cross + 1, c);
        for (size_t j = 0; j < i; j++) {
            int steps = c.cross - grid->node[j].cross;
            steps = steps < 0 ? -steps : steps;
            if (steps > 0)
                note_pair(grid->node[j].main == c.main ? &grid->same : &grid->other, steps);
        }
    }
}

/* --- how clear it is -------------------------------------------------------------------------- */

/* Does segment i of `v`, which runs along the flow, cross segment j of `w`, which does not? */
static bool cross(const struct wire *v, size_t i, const struct wire *w, size_t j)
{
    struct cell a = v->at[i], b = v->at[i + 1], c = w->at[j], d = w->at[j + 1];
    if (a.cross != b.cross || c.main != d.main)
        return false;
    return (a.main < c.main) != (b.main < c.main) && a.main != c.main && b.main != c.main &&
           (c.cross < a.cross) != (d.cross < a.cross) && c.cross != a.cross &&
           d.cross != a.cross;
}

int grid_crossings(struct arena *a, const struct graph *g, const struct grid *grid)
{
    const struct share share = share_find(a, g);
    int n = 0;
    for (size_t i = 0; i < grid->wire_count; i++)
        for (size_t j = 0; j < grid->wire_count; j++) {
            const struct wire *v = &grid->wires[i], *w = &grid->wires[j];
            const struct edge *e = &g->edges.at[v->edge], *f = &g->edges.at[w->edge];
            if (share_may(&share, e, f))
                continue;
            for (size_t k = 0; k + 1 < v->count; k++)
                for (size_t m = 0; m + 1 < w->count; m++)
                    n += cross(v, k, w, m);
        }
    return n;
}

int grid_detours(const struct grid *grid)
{
    int n = 0;
    for (size_t i = 0; i < grid->wire_count; i++)
        n += grid->wires[i].count > 4 ? (int)grid->wires[i].count - 4 : 0;
    return n;
}

static int steps(int a, int b)
{
    return a > b ? a - b : b - a;
}

int grid_lengths(const struct grid *grid)
{
    int n = 0;
    for (size_t i = 0; i < grid->wire_count; i++) {
        const struct wire *w = &grid->wires[i];
        int length = 0;
        for (size_t j = 0; j + 1 < w->count; j++)
            length += steps(w->at[j].main, w->at[j + 1].main);
        n += length > 2 ? (length - 2) / 2 : 0;
    }
    return n;
}
