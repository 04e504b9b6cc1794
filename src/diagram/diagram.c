/* SPDX-License-Identifier: MIT */
/* diagram/diagram.c — a graph placed: which way it runs, and how it is folded. */
#include "base/arena.h"
#include "diagram/align.h"
#include "diagram/drawing.h"
#include "diagram/figure.h"
#include "diagram/grid.h"
#include "diagram/place.h"
#include "diagram/serpent.h"

#define GOOD_STEPS 3    /* of sizes: words may break once and get a little smaller */
#define LOOP_ROOM PT(9) /* right of the last node, for an arrow from it to itself */
#define WHITE 0xFFFFFFu /* words on the solid node */
#define KEY_WEIGHT 600
#define AGAINST \
    1250 /* a figure across its author's direction must be this much lower
                           * [thousandths] */

/* A way to set the figure. */
struct candidate {
    struct grid grid;
    struct frame frame;
    mpt height;
    bool fits;
};

static void make_words(struct plan *p)
{
    const struct graph *g = p->graph;
    const struct role_look *roles = p->look->roles;
    p->labels = arena_many(p->a, g->nodes.n, struct label);
    p->notes = arena_many(p->a, g->nodes.n, struct label);
    p->words = arena_many(p->a, g->edges.n, struct label);
    p->titles = arena_many(p->a, g->groups.n, struct label);
    for (size_t i = 0; i < g->nodes.n; i++) {
        bool key = g->nodes.at[i].key;
        struct label_style name = {ROLE_NODE_LABEL, key ? KEY_WEIGHT : 0,
                                   key ? WHITE : roles[ROLE_NODE_LABEL].colour};
        struct label_style note = {ROLE_NODE_NOTE, 0,
                                   key ? WHITE : roles[ROLE_NODE_NOTE].colour};
        p->labels[i] =
            label_make(p->a, p->cache, p->look, g->nodes.at[i].label, &name, p->d);
        p->notes[i] = label_make(p->a, p->cache, p->look, g->nodes.at[i].note, &note, p->d);
    }
    struct label_style words = {ROLE_ARROW_LABEL, 0, roles[ROLE_ARROW_LABEL].colour};
    struct label_style title = {ROLE_GROUP_TITLE, 0, roles[ROLE_GROUP_TITLE].colour};
    for (size_t i = 0; i < g->edges.n; i++)
        p->words[i] =
            label_make(p->a, p->cache, p->look, g->edges.at[i].label, &words, p->d);
    for (size_t i = 0; i < g->groups.n; i++)
        p->titles[i] =
            label_make(p->a, p->cache, p->look, g->groups.at[i].title, &title, p->d);
}

static mpt frame_height(const struct candidate *c)
{
    int last = c->grid.down ? c->grid.mains - 1 : c->grid.crosses - 1;
    return c->frame.y[last] - c->frame.y[0];
}

static struct candidate find_ways(const struct plan *p, const struct grid *grid)
{
    struct candidate c = {.grid = *grid};
    grid_route(p->a, p->graph, &c.grid);
    grid_tracks(p->a, p->graph, &c.grid);
    return c;
}

/* Grid and ways of one figure; sizes come later. */
static struct candidate lay_out(const struct plan *p, const struct layers *l,
                                const int *lines, bool down, int bands)
{
    struct grid grid = grid_make(p->a, p->graph, l, lines, down, bands);
    return find_ways(p, &grid);
}

static bool try_steps(const struct plan *p, struct candidate *c, int from, int to)
{
    for (int step = from; step < to && !c->fits; step++)
        c->fits = place_lines(p, &c->grid, step, &c->frame);
    if (c->fits)
        c->height = frame_height(c);
    return c->fits;
}

/* Rows that a flow to the right must have at least: no use in trying fewer. */
static int least_bands(const struct plan *p, const struct layers *l)
{
    mpt column = PT(46) + p->look->node_gap;
    int64_t most = mpt_max((p->width + p->look->node_gap) / column, 1);
    return (int)((l->ranks + most - 1) / most);
}

/* Would the words not even fit if nothing but gaps stood between the nodes? */
static bool is_too_narrow(const struct plan *p, int columns, int step)
{
    struct sizes sizes;
    mpt most = (p->width - (columns - 1) * p->look->node_gap) / columns;
    return columns > 1 && !sizes_at(p, step, most, &sizes);
}

/* How much lower a chain in rows of unequal length must be, or one that begins off the edge because
 * a store stands there [thousandths]. */
#define UNEVEN 1150
#define INDENTED 1200

/* A chain in `rows`: even ones, or two uneven ones if the figure gets much lower, for stores then
 * find free cells, and groups stay whole. */
static struct candidate fold_chain(const struct plan *p, const struct layers *l, int rows,
                                   int from, int to)
{
    struct candidate best = {.fits = false};
    mpt least = MPT_MAX;
    int even = serpent_even(l, rows), most = rows == 2 ? l->ranks - 1 : even;
    for (int first = even; first <= most && !is_too_narrow(p, first, to - 1); first++) {
        struct fold fold = {.rows = rows, .first = first};
        struct grid grid;
        if (!serpent_make(p->a, p->graph, l, &fold, &grid))
            continue;
        struct candidate c = find_ways(p, &grid);
        if (!try_steps(p, &c, from, to))
            continue;
        mpt price = mpt_scale(c.height, first > even ? UNEVEN : 1000, 1000);
        price = mpt_scale(price, fold.indented ? INDENTED : 1000, 1000);
        if (price < least) {
            least = price;
            best = c;
        }
    }
    return best;
}

/* A flow to the right in as few rows as its words allow. */
static struct candidate fold(const struct plan *p, const struct layers *l, const int *lines,
                             int from, int to)
{
    struct candidate c = {.fits = false};
    for (int bands = least_bands(p, l); bands <= l->ranks && !c.fits; bands++) {
        if (l->single && bands > 1) {
            c = fold_chain(p, l, bands, from, to);
            continue;
        }
        int columns = (l->ranks + bands - 1) / bands;
        if (!grid_keeps_groups(p->graph, l, bands) || is_too_narrow(p, columns, to - 1))
            continue;
        c = lay_out(p, l, lines, false, bands);
        try_steps(p, &c, from, to);
    }
    return c;
}

static bool runs_down(const struct graph *g)
{
    return g->direction == GRAPH_DOWN || g->direction == GRAPH_UP;
}

/* The lower of two figures that fit, the one across the author's direction only if it is much
 * lower. */
static struct candidate better(const struct graph *g, const struct candidate *right,
                               const struct candidate *down)
{
    if (!right->fits || !down->fits)
        return right->fits ? *right : *down;
    bool prefer_down = runs_down(g);
    mpt r = prefer_down ? mpt_scale(right->height, AGAINST, 1000) : right->height;
    mpt d = prefer_down ? down->height : mpt_scale(down->height, AGAINST, 1000);
    return d < r ? *down : *right;
}

/* A side store at the end of a chain stands beside it if there is room: the figure is lower. */
static bool end_with_store(const struct graph *g, struct layers *l)
{
    size_t last = GRAPH_NONE, hanging = 0;
    for (size_t i = 0; i < g->nodes.n; i++) {
        if (l->anchor[i] == GRAPH_NONE)
            continue;
        hanging++;
        if (l->rank[i] + 1 == l->ranks)
            last = i;
    }
    if (!l->single || hanging != 1 || last == GRAPH_NONE)
        return false;
    l->anchor[last] = GRAPH_NONE;
    l->rank[last] = l->ranks++;
    l->order[last] = 0;
    return true;
}

static bool try_end_store(const struct plan *p, const struct layers *l, struct layers *used,
                          struct candidate *out)
{
    struct layers other = *l;
    size_t n = p->graph->nodes.n;
    other.rank = arena_copy(p->a, l->rank, n * sizeof *l->rank);
    other.order = arena_copy(p->a, l->order, n * sizeof *l->order);
    other.anchor = arena_copy(p->a, l->anchor, n * sizeof *l->anchor);
    if (!end_with_store(p->graph, &other))
        return false;
    struct candidate c = lay_out(p, &other, align_nodes(p->a, p->graph, &other), false, 1);
    if (!try_steps(p, &c, 0, 1))
        return false;
    *used = other;
    *out = c;
    return true;
}

static struct candidate choose(const struct plan *p, struct layers *l)
{
    struct candidate c = {.fits = false};
    if (try_end_store(p, l, l, &c))
        return c;
    const int *lines = align_nodes(p->a, p->graph, l);
    struct candidate right = lay_out(p, l, lines, false, 1);
    bool wide = try_steps(p, &right, 0, GOOD_STEPS);
    if (wide && (l->single || !runs_down(p->graph)))
        return right;
    if (l->single) {
        c = fold(p, l, lines, 0, GOOD_STEPS);
        if (c.fits)
            return c;
    }
    struct candidate down = lay_out(p, l, lines, true, 1);
    for (int from = 0, to = GOOD_STEPS; from < SIZE_STEPS; from = to, to = SIZE_STEPS) {
        try_steps(p, &down, from, to);
        if (!wide)
            right = fold(p, l, lines, from, to);
        c = better(p->graph, &right, &down);
        if (c.fits)
            break;
    }
    return c;
}

static bool has_loop(const struct graph *g)
{
    for (size_t i = 0; i < g->edges.n; i++)
        if (g->edges.at[i].from == g->edges.at[i].to)
            return true;
    return false;
}

struct drawing diagram_place(struct arena *a, const struct graph *graph,
                             const struct look *look, struct text_cache *cache, mpt width,
                             struct diags *d)
{
    struct plan p = {.a = a, .graph = graph, .look = look, .cache = cache, .d = d};
    p.width = width - (has_loop(graph) ? LOOP_ROOM : 0);
    struct drawing out = {.width = width};
    if (graph->nodes.n == 0)
        return out;
    if (graph->nodes.n > NODES_MAX || graph->edges.n > EDGES_MAX) {
        diag_push(d, D_D0102, graph->span, "a diagram of %zu nodes cannot be read",
                  graph->nodes.n);
        out.overflow = MPT_MAX;
        return out;
    }
    make_words(&p);
    struct layers layers = layers_rank(a, graph);
    layers_order(a, graph, &layers);
    struct candidate c = choose(&p, &layers);
    out = figure_make(&p, &c.grid, &c.frame);
    p.width = width;
    figure_words(&p, &c.frame, &out);
    figure_trim(&p, &out);
    return out;
}
