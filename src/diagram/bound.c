/* SPDX-License-Identifier: MIT */
/* diagram/bound.c — ranks of few nodes, where many would be wider than the figure may be. */
#include <string.h>

#include "base/arena.h"
#include "diagram/layers.h"

struct binder {
    const struct graph *g;
    struct layers *l;
    size_t *order; /* nodes of the flow, each after all that lead to it */
    size_t n;
    int *load; /* of each rank: nodes, satellites included */
    int most;
};

static size_t end_of(const struct layers *l, const struct graph *g, size_t edge, bool upper)
{
    const struct edge *e = &g->edges.at[edge];
    return l->reversed[edge] == upper ? e->to : e->from;
}

static int satellites_of(const struct binder *b, size_t node)
{
    int n = 0;
    for (size_t i = 0; i < b->g->nodes.n; i++)
        n += b->l->anchor[i] == node;
    return n;
}

/* Satellites of a node with more of them than fit beside it stand in ranks below it. */
static void let_go(struct binder *b)
{
    for (size_t i = 0; i < b->g->edges.n; i++) {
        const struct edge *e = &b->g->edges.at[i];
        size_t node = b->l->anchor[e->from] == e->to ? e->from : e->to;
        size_t anchor = b->l->anchor[node];
        if (anchor == GRAPH_NONE || satellites_of(b, anchor) < b->most)
            continue;
        b->l->reversed[i] = node == e->from;
        b->l->rank[node]++;
        b->l->anchor[node] = GRAPH_NONE;
    }
}

static bool is_before(const struct layers *l, size_t one, size_t other)
{
    return l->rank[one] != l->rank[other] ? l->rank[one] < l->rank[other]
                                          : l->order[one] < l->order[other];
}

static void list_nodes(struct binder *b)
{
    for (size_t i = 0; i < b->g->nodes.n; i++) {
        if (b->l->anchor[i] != GRAPH_NONE)
            continue;
        size_t at = b->n++;
        for (; at > 0 && is_before(b->l, i, b->order[at - 1]); at--)
            b->order[at] = b->order[at - 1];
        b->order[at] = i;
    }
}

/* The first rank behind all that leads to `node` that still has room for it. */
static int rank_for(const struct binder *b, size_t node)
{
    int rank = 0, needs = 1 + satellites_of(b, node);
    for (size_t i = 0; i < b->g->edges.n; i++) {
        size_t upper = end_of(b->l, b->g, i, true);
        if (layers_in_flow(b->l, &b->g->edges.at[i]) &&
            end_of(b->l, b->g, i, false) == node && b->l->rank[upper] >= rank)
            rank = b->l->rank[upper] + 1;
    }
    while (b->load[rank] > 0 && b->load[rank] + needs > b->most)
        rank++;
    b->load[rank] += needs;
    return rank;
}

struct layers layers_bound(struct arena *a, const struct graph *g, const struct layers *l,
                           int most)
{
    size_t n = g->nodes.n;
    struct layers out = *l;
    out.rank = arena_copy(a, l->rank, n * sizeof *l->rank);
    out.order = arena_copy(a, l->order, n * sizeof *l->order);
    out.anchor = arena_copy(a, l->anchor, n * sizeof *l->anchor);
    out.reversed = arena_copy(a, l->reversed, g->edges.n * sizeof *l->reversed);
    struct binder b = {.g = g, .l = &out, .most = most};
    b.order = arena_many(a, n, size_t);
    b.load = arena_many(a, 2 * n + 1, int);
    let_go(&b);
    list_nodes(&b);
    for (size_t i = 0; i < b.n; i++)
        out.rank[b.order[i]] = rank_for(&b, b.order[i]);
    out.ranks = 0;
    for (size_t i = 0; i < n; i++) {
        if (out.anchor[i] != GRAPH_NONE)
            out.rank[i] = out.rank[out.anchor[i]];
        out.ranks = out.rank[i] >= out.ranks ? out.rank[i] + 1 : out.ranks;
    }
    layers_order(a, g, &out);
    return out;
}
