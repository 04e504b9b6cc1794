/* SPDX-License-Identifier: MIT */
/* diagram/fold.c — where a flow to the right is folded into rows. */
#include "diagram/fold.h"

#include "base/arena.h"

#define STEPS_MAX 4000 /* of the search: long flows have many ways that are as good */
#define EDGE 20        /* what an arrow more costs that leads around the turn */
#define BESIDE 25      /* … a node that stands above or below one at the turn */
#define INDENT 40      /* … a flow that does not begin at the edge … */
#define INDENTS 8      /* … and each column that it begins off the edge */
#define LONGER 2       /* … a rank by which the longest row is longer than the shortest */

struct search {
    const struct layers *l;
    const int *price; /* of a cut before each rank */
    int most;
    struct bands now;
    int steps;
    int cost[FOLD_TRIES];
    struct folds best;
};

static int members_of(const struct graph *g, const struct layers *l, int rank)
{
    int n = 0;
    for (size_t i = 0; i < g->nodes.n; i++)
        n += l->rank[i] == rank && l->anchor[i] == GRAPH_NONE;
    return n;
}

static int *find_prices(struct arena *a, const struct graph *g, const struct layers *l)
{
    int *price = arena_many(a, (size_t)l->ranks + 1, int);
    for (int rank = 1; rank < l->ranks; rank++) {
        int across = 0;
        for (size_t i = 0; i < g->edges.n; i++)
            across += (l->rank[g->edges.at[i].from] < rank) !=
                      (l->rank[g->edges.at[i].to] < rank);
        int beside = members_of(g, l, rank - 1) + members_of(g, l, rank) - 2;
        price[rank] = EDGE * (across > 1 ? across - 1 : 0) + BESIDE * beside;
    }
    return price;
}

static void offer(struct search *s, int cost)
{
    int shortest = s->l->ranks, longest = 0;
    for (int i = 0; i < s->now.count; i++) {
        int length = s->now.from[i + 1] - s->now.from[i];
        shortest = length < shortest ? length : shortest;
        longest = length > longest ? length : longest;
    }
    int indent = grid_indent(&s->now);
    cost += LONGER * (longest - shortest) + (indent > 0 ? INDENT + INDENTS * indent : 0);
    if (grid_columns(&s->now) > s->most)
        return;
    size_t at = s->best.n < FOLD_TRIES ? s->best.n++ : FOLD_TRIES;
    for (; at > 0 && s->cost[at - 1] > cost; at--)
        if (at < FOLD_TRIES) {
            s->cost[at] = s->cost[at - 1];
            s->best.at[at] = s->best.at[at - 1];
        }
    if (at < FOLD_TRIES) {
        s->cost[at] = cost;
        s->best.at[at] = s->now;
    }
}

static void cut_on(struct search *s, int band, int cost);

static void cut_at(struct search *s, int band, int to, int cost)
{
    int from = s->now.from[band], rows = s->now.count - band;
    if (to <= from || to > from + s->most || to + rows - 1 > s->l->ranks)
        return;
    s->now.from[band + 1] = to;
    cut_on(s, band + 1, cost + s->price[to]);
}

/* Try the ways to cut what is left, from `band` on, even ones first. */
static void cut_on(struct search *s, int band, int cost)
{
    int from = s->now.from[band], rows = s->now.count - band;
    if (s->steps++ > STEPS_MAX)
        return;
    if (rows == 1) {
        if (s->l->ranks - from <= s->most)
            offer(s, cost);
        return;
    }
    int even = from + (s->l->ranks - from + rows - 1) / rows;
    cut_at(s, band, even, cost);
    for (int off = 1; off <= s->most; off++) {
        cut_at(s, band, even - off, cost);
        cut_at(s, band, even + off, cost);
    }
}

struct folds fold_find(struct arena *a, const struct graph *g, const struct layers *l,
                       int count, int most)
{
    struct search s = {.l = l, .price = find_prices(a, g, l), .most = most};
    s.now.count = count;
    s.now.from[count] = l->ranks;
    cut_on(&s, 0, 0);
    return s.best;
}

struct bands fold_evenly(const struct layers *l, int count)
{
    struct bands b = {.count = count};
    int each = l->ranks / count, longer = l->ranks % count;
    for (int i = 0; i <= count; i++)
        b.from[i] = i * each + (i < longer ? i : longer);
    return b;
}
