/* SPDX-License-Identifier: MIT */
/* diagram/grid.c — nodes on a grid, long flows folded. */
#include "diagram/grid.h"

#include "base/arena.h"

#define APART 2

/* One row of a folded flow. */
struct band {
    int from, to;    /* ranks, `to` not included */
    int least, most; /* lines before folding */
    int offset;      /* added to them */
};

static struct band band_at(const struct layers *l, int bands, int index)
{
    /* Even rows, the longer ones first. */
    int each = l->ranks / bands, longer = l->ranks % bands;
    struct band b = {.from = index * each + (index < longer ? index : longer)};
    b.to = b.from + each + (index < longer);
    return b;
}

static void measure_band(const struct graph *g, const struct layers *l, const int *lines,
                         struct band *b)
{
    b->least = 1 << 20;
    b->most = -(1 << 20);
    for (size_t i = 0; i < g->nodes.n; i++) {
        if (l->rank[i] < b->from || l->rank[i] >= b->to)
            continue;
        b->least = lines[i] < b->least ? lines[i] : b->least;
        b->most = lines[i] > b->most ? lines[i] : b->most;
    }
}

static void set_band(const struct graph *g, const struct layers *l, const int *lines,
                     const struct band *b, bool backwards, struct grid *grid)
{
    int columns = (grid->mains - 1) / 2;
    for (size_t i = 0; i < g->nodes.n; i++) {
        if (l->rank[i] < b->from || l->rank[i] >= b->to)
            continue;
        int column = l->rank[i] - b->from;
        if (backwards)
            column = columns - 1 - column;
        grid->node[i] = (struct cell){2 * column + 1, lines[i] + b->offset};
    }
}

static void grow(struct extent *e, struct cell at)
{
    if (e->last.main < e->first.main) {
        e->first = e->last = at;
        return;
    }
    e->first.main = at.main < e->first.main ? at.main : e->first.main;
    e->first.cross = at.cross < e->first.cross ? at.cross : e->first.cross;
    e->last.main = at.main > e->last.main ? at.main : e->last.main;
    e->last.cross = at.cross > e->last.cross ? at.cross : e->last.cross;
}

void grid_find_groups(struct arena *a, const struct graph *g, struct grid *grid)
{
    grid->group = arena_many(a, g->groups.n, struct extent);
    for (size_t i = 0; i < g->groups.n; i++)
        grid->group[i] = (struct extent){
            {1, 1},
            {0, 0}
        };
    for (size_t i = 0; i < g->nodes.n; i++) {
        size_t group = g->nodes.at[i].group;
        for (size_t guard = 0; group < g->groups.n && guard < g->groups.n; guard++) {
            grow(&grid->group[group], grid->node[i]);
            group = g->groups.at[group].parent;
        }
    }
}

static bool is_related(const struct graph *g, size_t outer, size_t inner)
{
    for (size_t guard = 0; inner < g->groups.n && guard <= g->groups.n; guard++) {
        if (inner == outer)
            return true;
        inner = g->groups.at[inner].parent;
    }
    return false;
}

static bool overlap(const struct extent *e, const struct extent *f)
{
    return e->first.main <= f->last.main && f->first.main <= e->last.main &&
           e->first.cross <= f->last.cross && f->first.cross <= e->last.cross;
}

bool grid_groups_whole(const struct graph *g, const struct grid *grid)
{
    for (size_t i = 0; i < g->groups.n; i++) {
        const struct extent *e = &grid->group[i];
        for (size_t j = 0; j < g->nodes.n; j++) {
            const struct extent node = {grid->node[j], grid->node[j]};
            if (overlap(e, &node) && !is_related(g, i, g->nodes.at[j].group))
                return false;
        }
        for (size_t j = 0; j < i; j++)
            if (overlap(e, &grid->group[j]) && !is_related(g, i, j) && !is_related(g, j, i))
                return false;
    }
    return true;
}

bool grid_keeps_groups(const struct graph *g, const struct layers *l, int bands)
{
    for (int i = 0; bands > 1 && i < bands; i++) {
        struct band b = band_at(l, bands, i);
        for (size_t j = 0; j < g->nodes.n; j++)
            for (size_t k = 0; k < g->nodes.n; k++) {
                bool one = l->rank[j] >= b.from && l->rank[j] < b.to;
                bool other = l->rank[k] >= b.from && l->rank[k] < b.to;
                size_t group = layers_group(g, j);
                if (one && !other && group != GRAPH_NONE && group == layers_group(g, k))
                    return false;
            }
    }
    return true;
}

struct grid grid_make(struct arena *a, const struct graph *g, const struct layers *l,
                      const int *lines, bool down, int bands)
{
    struct grid grid = {.down = down, .node = arena_many(a, g->nodes.n, struct cell)};
    int columns = (l->ranks + bands - 1) / bands;
    int next = 1;
    bool against = g->direction == (down ? GRAPH_UP : GRAPH_LEFT);
    grid.mains = 2 * columns + 1;
    for (int i = 0; i < bands; i++) {
        struct band b = band_at(l, bands, i);
        measure_band(g, l, lines, &b);
        if (b.most < b.least)
            continue;
        b.offset = next - b.least;
        set_band(g, l, lines, &b, (i % 2 == 1) != against, &grid);
        next = b.most + b.offset + APART;
    }
    grid.crosses = next - APART + 2;
    grid_find_groups(a, g, &grid);
    return grid;
}

/* The grid seen along the flow (`along`) or across it. */
static int line_of(struct cell c, bool along)
{
    return along ? c.main : c.cross;
}

int grid_borders(const struct graph *g, const struct grid *grid, bool along, int line,
                 bool begins)
{
    int most = 0;
    for (size_t i = 0; i < g->groups.n; i++) {
        int n = 0;
        size_t at = i;
        for (size_t guard = 0; at < g->groups.n && guard < g->groups.n; guard++) {
            const struct extent *e = &grid->group[at];
            bool empty = e->last.main < e->first.main;
            n += !empty && line_of(begins ? e->first : e->last, along) == line;
            at = g->groups.at[at].parent;
        }
        most = n > most ? n : most;
    }
    return most;
}
