/* SPDX-License-Identifier: MIT */
/* diagram/choose.c — which way a figure runs, and how it is folded. */
#include "diagram/choose.h"

#include "base/arena.h"
#include "diagram/align.h"
#include "diagram/fold.h"
#include "diagram/serpent.h"

#define GOOD_STEPS 3 /* of sizes: words may break once and get a little smaller */
#define LEAST_COLUMN PT(46)
#define CROSSING PT(10) /* height that a figure may have more for a crossing less … */
#define DETOUR PT(14)   /* … and for a corner less, where an arrow has more than two */
#define LONGER PT(6)    /* … and for an arrow that is a rank shorter */
#define RIGHT 250       /* … to run to the right as the author has it … [thousandths] */
#define DOWN 210        /* … or downwards, which is higher anyway */
#define LEVEL 150       /* … to have groups below each other if it runs downwards */
#define PARTED 500      /* … to have all of a rank in one row */
#define OFF_EDGE 60     /* … and to begin a column nearer to the edge */
#define FOLDED 100      /* … to be in one row, all words being as large [thousandths] */
#define TALL 600 /* a figure higher than this share of its width is tall … [thousandths] */
#define TALL_LEAST PT(150)
#define TIGHT PT(15) /* … and its rows stand closer */
#define TOWER 1200   /* one higher than this share of its width … [thousandths] */
#define DENSE_LEAST PT(360)
#define DENSE PT(12)    /* … has rows closer still … */
#define DENSE_NODES 800 /* … of lower nodes [thousandths] */
#define TRIALS_MAX 24
#define PARTS_MOST 3 /* of a wide rank; more only where nothing else fits */
#define ROWS_TRIED 3
#define ROWS_MAX 8 /* of a flow that is no chain: its arrows would be hard to follow */

static mpt frame_height(const struct candidate *c)
{
    int last = c->grid.down ? c->grid.mains - 1 : c->grid.crosses - 1;
    return c->frame.y[last] - c->frame.y[0];
}

static mpt tall(const struct plan *p)
{
    return mpt_max(TALL_LEAST, mpt_scale(p->width, TALL, 1000));
}

static bool runs_down(const struct graph *g)
{
    return g->direction == GRAPH_DOWN || g->direction == GRAPH_UP;
}

static struct candidate find_ways(const struct plan *p, const struct grid *grid)
{
    struct candidate c = {.grid = *grid};
    grid_route(p->a, p->graph, &c.grid);
    grid_tracks(p->a, p->graph, &c.grid);
    return c;
}

/* Grid and ways of one figure, in one row where `bands` is NULL; sizes come later. */
static struct candidate lay_out(const struct plan *p, const struct layers *l,
                                const int *lines, bool down, const struct bands *bands)
{
    struct bands one = fold_evenly(l, 1);
    struct grid grid =
        grid_make(p->a, p->graph, l, lines, down, bands != NULL ? bands : &one);
    struct candidate c = find_ways(p, &grid);
    c.folded = bands != NULL;
    return c;
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
    mpt column = LEAST_COLUMN + p->look->node_gap;
    int64_t most = mpt_max((p->width + p->look->node_gap) / column, 1);
    return (int)((l->ranks + most - 1) / most);
}

/* Would the words not even fit if nothing but gaps stood between the nodes? */
static bool is_too_narrow(const struct plan *p, int columns, int step)
{
    struct sizes sizes;
    mpt most = (p->width - (columns - 1) * p->look->node_gap) / columns;
    return columns > 1 && (most < LEAST_COLUMN || !sizes_at(p, step, most, &sizes));
}

/* --- chains ------------------------------------------------------------------------------------ */

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

static bool try_end_store(const struct plan *p, const struct layers *l,
                          struct candidate *out)
{
    struct layers other = *l;
    size_t n = p->graph->nodes.n;
    other.rank = arena_copy(p->a, l->rank, n * sizeof *l->rank);
    other.order = arena_copy(p->a, l->order, n * sizeof *l->order);
    other.anchor = arena_copy(p->a, l->anchor, n * sizeof *l->anchor);
    if (!end_with_store(p->graph, &other))
        return false;
    struct candidate c =
        lay_out(p, &other, align_nodes(p->a, p->graph, &other), false, NULL);
    if (!try_steps(p, &c, 0, 1))
        return false;
    *out = c;
    return true;
}

/* How much lower a chain in rows of unequal length must be, or one that begins off the edge because
 * a store stands there [thousandths]. */
#define UNEVEN 1150
#define INDENTED 1200

/* A chain folded so; what it is worth in c.price. */
static struct candidate fold_once(const struct plan *p, const struct layers *l,
                                  struct fold *fold, int from, int to)
{
    struct candidate c = {.fits = false};
    if (!serpent_make(p->a, p->graph, l, fold, &c.grid))
        return c;
    c = find_ways(p, &c.grid);
    c.folded = true;
    if (!try_steps(p, &c, from, to))
        return c;
    bool uneven = fold->first > serpent_even(l, fold->rows);
    c.price = mpt_scale(c.height, uneven ? UNEVEN : 1000, 1000);
    c.price = mpt_scale(c.price, fold->indented ? INDENTED : 1000, 1000);
    return c;
}

/* A chain in `rows`: even ones, or two uneven ones if the figure gets much lower, for stores then
 * find free cells, and groups stay whole. */
static struct candidate fold_rows(const struct plan *p, const struct layers *l, int rows,
                                  int from, int to)
{
    struct candidate best = {.fits = false};
    int even = serpent_even(l, rows), most = rows == 2 ? l->ranks - 1 : even;
    for (int first = even; first <= most && !is_too_narrow(p, first, to - 1); first++)
        for (int inside = 0; inside < 2; inside++) {
            struct fold fold = {.rows = rows, .first = first, .inside = inside > 0};
            struct candidate c = fold_once(p, l, &fold, from, to);
            if (c.fits && (!best.fits || c.price < best.price))
                best = c;
            if (!fold.widened)
                break;
        }
    return best;
}

/* A chain in as few rows as its words allow. */
static struct candidate fold_chain(const struct plan *p, const struct layers *l, int from,
                                   int to)
{
    struct candidate c = {.fits = false};
    for (int rows = mpt_max(least_bands(p, l), 2); rows <= l->ranks && !c.fits; rows++)
        c = fold_rows(p, l, rows, from, to);
    return c;
}

/* --- graphs ------------------------------------------------------------------------------------ */

/* One of the ways that are tried, and what speaks against it [thousandths of its height]. */
struct trial {
    struct candidate c;
    int against;
};

struct trials {
    const struct plan *p;
    struct trial at[TRIALS_MAX];
    size_t n;
};

static void add_trial(struct trials *t, const struct candidate *c, int against)
{
    if (t->n < TRIALS_MAX)
        t->at[t->n++] = (struct trial){*c, against};
}

static int widest_rank(const struct graph *g, const struct layers *l)
{
    int widest = 0;
    for (size_t i = 0; i < g->nodes.n; i++)
        widest = l->order[i] + 1 > widest ? l->order[i] + 1 : widest;
    return widest;
}

/* Both ways in one row, where that could fit. */
static void add_plain(struct trials *t, const struct layers *l, const int *lines,
                      int against)
{
    bool down = runs_down(t->p->graph);
    if (!is_too_narrow(t->p, l->ranks, SIZE_STEPS - 1)) {
        struct candidate c = lay_out(t->p, l, lines, false, NULL);
        add_trial(t, &c, against + (down ? DOWN : 0));
    }
    if (!is_too_narrow(t->p, widest_rank(t->p->graph, l), SIZE_STEPS - 1)) {
        struct candidate c = lay_out(t->p, l, lines, true, NULL);
        add_trial(t, &c, against + (down ? 0 : RIGHT));
    }
}

/* A flow to the right, cut where few arrows are, in the fewest rows that could fit and in more. */
static void add_folded(struct trials *t, const struct layers *l, const int *lines)
{
    mpt gap = t->p->look->node_gap;
    int most = (int)((t->p->width + gap) / (LEAST_COLUMN + gap));
    int least = mpt_max(least_bands(t->p, l), 2);
    for (int rows = least;
         rows < least + ROWS_TRIED && rows <= ROWS_MAX && rows <= l->ranks; rows++) {
        /* In the last try rows are so even that there is room between the columns. */
        /* cppcheck-suppress zerodiv ; of two rows at least */
        int even = (l->ranks + rows - 1) / rows, columns = most;
        if (rows + 1 == least + ROWS_TRIED && even < most)
            columns = even + 1;
        struct folds folds = fold_find(t->p->a, t->p->graph, l, rows, columns);
        for (size_t i = 0; i < folds.n; i++) {
            if (is_too_narrow(t->p, grid_columns(&folds.at[i]), GOOD_STEPS - 1))
                continue;
            struct candidate c = lay_out(t->p, l, lines, false, &folds.at[i]);
            if (grid_groups_whole(t->p->graph, &c.grid))
                add_trial(t, &c,
                          FOLDED + (runs_down(t->p->graph) ? DOWN : 0) +
                              OFF_EDGE * grid_indent(&folds.at[i]));
        }
    }
}

/* What speaks against a way counts up to where the figure gets tall: then height counts more. */
static mpt price_of(const struct plan *p, const struct trial *t)
{
    mpt against = mpt_scale(mpt_min(t->c.height, tall(p)), t->against, 1000);
    return t->c.height + against + CROSSING * grid_crossings(p->a, p->graph, &t->c.grid) +
           DETOUR * grid_detours(&t->c.grid) + LONGER * grid_lengths(&t->c.grid);
}

static struct candidate cheapest(struct trials *t, int from, int to)
{
    struct candidate best = {.fits = false};
    for (size_t i = 0; i < t->n; i++) {
        struct trial *trial = &t->at[i];
        if (!try_steps(t->p, &trial->c, from, to))
            continue;
        trial->c.price = price_of(t->p, trial);
        if (!best.fits || trial->c.price < best.price)
            best = trial->c;
    }
    return best;
}

/* Where nothing fits: as many rows as it takes, whatever is torn, or the widest words as they
 * are. */
static struct candidate last_resort(struct trials *t, const struct layers *l,
                                    const int *lines)
{
    for (int rows = mpt_max(least_bands(t->p, l), 2); rows <= l->ranks; rows++) {
        struct bands bands = fold_evenly(l, rows);
        if (is_too_narrow(t->p, grid_columns(&bands), SIZE_STEPS - 1))
            continue;
        struct candidate c = lay_out(t->p, l, lines, false, &bands);
        if (grid_groups_whole(t->p->graph, &c.grid) && try_steps(t->p, &c, 0, SIZE_STEPS))
            return c;
    }
    struct candidate c = lay_out(t->p, l, lines, true, NULL);
    try_steps(t->p, &c, SIZE_STEPS - 1, SIZE_STEPS);
    return c;
}

/* Does any of the trials run to the right and fit with good words? */
static bool has_wide(struct trials *t)
{
    for (size_t i = 0; i < t->n; i++)
        if (!t->at[i].c.grid.down && try_steps(t->p, &t->at[i].c, 0, GOOD_STEPS))
            return true;
    return false;
}

/* Ranks that are so wide that the figure gets wider than it may be, or much higher than wide where
 * it runs to the right, are parted, and the figure runs downwards. */
static struct candidate bound_ranks(const struct plan *p, const struct layers *l, bool must)
{
    struct trials t = {.p = p};
    mpt gap = p->look->node_gap;
    int widest = widest_rank(p->graph, l);
    int most = (int)((p->width + gap) / (LEAST_COLUMN + gap));
    for (int parts = 2, last = widest; parts <= widest; parts++) {
        int columns = mpt_min((widest + parts - 1) / parts, most);
        if (columns == last || columns < 1 || (parts > PARTS_MOST && !must))
            continue;
        last = columns;
        struct layers other = layers_bound(p->a, p->graph, l, columns);
        struct candidate c =
            lay_out(p, &other, align_nodes(p->a, p->graph, &other), true, NULL);
        if (grid_groups_whole(p->graph, &c.grid) && grid_groups_passed(p->graph, &c.grid))
            add_trial(&t, &c, PARTED + (runs_down(p->graph) ? 0 : RIGHT));
    }
    struct candidate best = cheapest(&t, 0, GOOD_STEPS);
    return best.fits || !must ? best : cheapest(&t, GOOD_STEPS, SIZE_STEPS);
}

static struct candidate choose_way(const struct plan *p, const struct layers *l)
{
    struct trials t = {.p = p};
    const int *lines = align_nodes(p->a, p->graph, l);
    add_plain(&t, l, lines, 0);
    bool wide = has_wide(&t);
    if (layers_may_level(p->graph)) {
        struct layers other = layers_rank(p->a, p->graph, runs_down(p->graph), false);
        layers_order(p->a, p->graph, &other);
        add_plain(&t, &other, align_nodes(p->a, p->graph, &other),
                  runs_down(p->graph) ? LEVEL : 0);
    }
    if (!wide)
        add_folded(&t, l, lines);
    if (!wide && l->pulled) { /* a flow that begins late may be in the way of a turn */
        struct layers other = layers_rank(p->a, p->graph, !runs_down(p->graph), false);
        layers_order(p->a, p->graph, &other);
        add_folded(&t, &other, align_nodes(p->a, p->graph, &other));
    }
    struct candidate best = cheapest(&t, 0, GOOD_STEPS);
    if (!best.fits)
        best = cheapest(&t, GOOD_STEPS, SIZE_STEPS);
    if (best.fits && best.height <= tall(p))
        return best;
    struct candidate bound = bound_ranks(p, l, !best.fits);
    if (bound.fits && (!best.fits || bound.price < best.price))
        best = bound;
    return best.fits ? best : last_resort(&t, l, lines);
}

static struct candidate choose_chain(const struct plan *p, const struct layers *l)
{
    struct candidate c = {.fits = false};
    if (try_end_store(p, l, &c))
        return c;
    c = lay_out(p, l, align_nodes(p->a, p->graph, l), false, NULL);
    if (try_steps(p, &c, 0, GOOD_STEPS))
        return c;
    for (int from = 0, to = GOOD_STEPS; from < SIZE_STEPS; from = to, to = SIZE_STEPS) {
        c = fold_chain(p, l, from, to);
        if (c.fits)
            return c;
    }
    return c;
}

/* Set the figure anew with rows that are closer, at the sizes that its words have. */
static void set_closer(const struct plan *p, struct candidate *c, mpt gap, int node_height)
{
    struct plan closer = *p;
    struct frame frame;
    closer.row_gap = mpt_min(p->row_gap, gap);
    closer.node_height = node_height;
    if (!place_lines(&closer, &c->grid, c->frame.sizes.step, &frame))
        return;
    c->frame = frame;
    c->height = frame_height(c);
}

static void tighten(const struct plan *p, struct candidate *c)
{
    if (c->fits && c->height > tall(p))
        set_closer(p, c, TIGHT, 1000);
    if (c->fits && c->height > mpt_max(DENSE_LEAST, mpt_scale(p->width, TOWER, 1000)))
        set_closer(p, c, DENSE, DENSE_NODES);
}

struct candidate choose_figure(const struct plan *p)
{
    struct layers l = layers_rank(p->a, p->graph, !runs_down(p->graph), true);
    struct candidate best = {.fits = false};
    layers_order(p->a, p->graph, &l);
    if (l.single)
        best = choose_chain(p, &l);
    if (!best.fits)
        best = choose_way(p, &l);
    tighten(p, &best);
    return best;
}
