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
    int column;      /* where it begins … */
    int step;        /* … and which way it runs */
    bool turned;     /* upside down */
};

/* Nodes of the rank of `node` that stand between it and the row above (or below) its own. */
static int in_the_way(const struct graph *g, const struct layers *l, const int *lines,
                      size_t node, bool above)
{
    int n = 0;
    for (size_t i = 0; i < g->nodes.n; i++)
        n += l->rank[i] == l->rank[node] &&
             (above ? lines[i] < lines[node] : lines[i] > lines[node]);
    return n;
}

/* A row stands upside down where fewer nodes are then in the way of the arrows that come from the
 * row above and lead to the one below. */
static bool is_better_turned(const struct graph *g, const struct layers *l,
                             const int *lines, const struct band *b)
{
    int as_it_is = 0, turned = 0;
    for (size_t i = 0; i < g->edges.n; i++) {
        const struct edge *e = &g->edges.at[i];
        size_t ends[] = {e->from, e->to};
        for (int k = 0; k < 2; k++) {
            int self = l->rank[ends[k]], other = l->rank[ends[1 - k]];
            if (self < b->from || self >= b->to || (other >= b->from && other < b->to))
                continue;
            as_it_is += in_the_way(g, l, lines, ends[k], other < b->from);
            turned += in_the_way(g, l, lines, ends[k], other >= b->to);
        }
    }
    return turned < as_it_is;
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
                     const struct band *b, struct grid *grid)
{
    for (size_t i = 0; i < g->nodes.n; i++) {
        if (l->rank[i] < b->from || l->rank[i] >= b->to)
            continue;
        int column = b->column + b->step * (l->rank[i] - b->from);
        int line = b->turned ? b->least + b->most - lines[i] : lines[i];
        grid->node[i] = (struct cell){2 * column + 1, line + b->offset};
    }
}

/* Columns on either side of the one in which the flow begins. */
static void find_columns(const struct bands *bands, int *before, int *after)
{
    int low = 0, high = 0, at = 0;
    for (int i = 0; i < bands->count; i++) {
        at += (i % 2 == 0 ? 1 : -1) * (bands->from[i + 1] - bands->from[i] - 1);
        low = at < low ? at : low;
        high = at > high ? at : high;
    }
    *before = -low;
    *after = high;
}

int grid_columns(const struct bands *bands)
{
    int before, after;
    find_columns(bands, &before, &after);
    return before + after + 1;
}

int grid_indent(const struct bands *bands)
{
    int before, after;
    find_columns(bands, &before, &after);
    return before;
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

static struct extent between(struct cell a, struct cell b)
{
    struct extent e = {a, a};
    grow(&e, b);
    return e;
}

bool grid_groups_passed(const struct graph *g, const struct grid *grid)
{
    for (size_t i = 0; i < grid->wire_count; i++)
        for (size_t j = 0; j < g->groups.n; j++) {
            const struct wire *w = &grid->wires[i];
            const struct edge *e = &g->edges.at[w->edge];
            if (is_related(g, j, g->nodes.at[e->from].group) ||
                is_related(g, j, g->nodes.at[e->to].group))
                continue;
            for (size_t k = 0; k + 1 < w->count; k++) {
                struct extent part = between(w->at[k], w->at[k + 1]);
                if (overlap(&part, &grid->group[j]))
                    return false;
            }
        }
    return true;
}

struct grid grid_make(struct arena *a, const struct graph *g, const struct layers *l,
                      const int *lines, bool down, const struct bands *bands)
{
    struct grid grid = {.down = down, .node = arena_many(a, g->nodes.n, struct cell)};
    bool against = g->direction == (down ? GRAPH_UP : GRAPH_LEFT);
    int before, after, next = 1;
    find_columns(bands, &before, &after);
    struct band b = {.column = against ? after : before, .step = against ? -1 : 1};
    grid.mains = 2 * (before + after + 1) + 1;
    for (int i = 0; i < bands->count; i++, b.step = -b.step) {
        b.from = bands->from[i];
        b.to = bands->from[i + 1];
        measure_band(g, l, lines, &b);
        b.offset = next - b.least;
        b.turned = bands->count > 1 && is_better_turned(g, l, lines, &b);
        set_band(g, l, lines, &b, &grid);
        next = b.most + b.offset + APART;
        b.column += b.step * (b.to - b.from - 1);
    }
    grid.crosses = next - APART + 2;
    grid_find_groups(a, g, &grid);
    return grid;
}

/* --- borders ---------------------------------------------------------------------------------- */

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
