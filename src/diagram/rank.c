/* SPDX-License-Identifier: MIT */
/* diagram/rank.c — which node comes after which. */
#include "diagram/layers.h"

#include <string.h>

#include "base/arena.h"

/* Satellites hang at one node and take no part in the flow: stores in brackets, and nodes with a
 * single both-way or headless arrow, or stores that only one node writes to. */
#define SATELLITES_MAX 2 /* at one node: below and above */

static size_t other_end(const struct edge *e, size_t node)
{
    return e->from == node ? e->to : e->from;
}

static bool is_loop(const struct edge *e)
{
    return e->from == e->to;
}

static size_t degree(const struct graph *g, size_t node, const struct edge **only)
{
    size_t n = 0;
    for (size_t i = 0; i < g->edges.n; i++) {
        const struct edge *e = &g->edges.at[i];
        if ((e->from == node || e->to == node) && !is_loop(e)) {
            *only = e;
            n++;
        }
    }
    return n;
}

/* Could `node` leave the flow and hang at the other end of `e`, its only edge? */
static bool may_hang(const struct graph *g, size_t node, const struct edge *e)
{
    const struct node *self = &g->nodes.at[node];
    const struct edge *only = NULL;
    size_t anchor = other_end(e, node);
    if (self->group != g->nodes.at[anchor].group)
        return false;
    if (self->side)
        return true;
    /* A pair is a flow, not a node and its store. */
    if (degree(g, anchor, &only) < 2)
        return false;
    if (e->kind == EDGE_BOTH || e->kind == EDGE_NONE)
        return self->shape == NODE_STORE || e->to == node;
    return self->shape == NODE_STORE && e->to == node && degree(g, anchor, &only) > 2;
}

static void find_satellites(const struct graph *g, struct layers *l, struct arena *a)
{
    int *hanging = arena_many(a, g->nodes.n, int);
    for (size_t i = 0; i < g->nodes.n; i++)
        l->anchor[i] = GRAPH_NONE;
    for (size_t i = 0; i < g->nodes.n; i++) {
        const struct edge *e = NULL;
        if (degree(g, i, &e) != 1 || !may_hang(g, i, e))
            continue;
        size_t anchor = other_end(e, i);
        if (l->anchor[anchor] != GRAPH_NONE || hanging[anchor] >= SATELLITES_MAX)
            continue;
        l->anchor[i] = anchor;
        hanging[anchor]++;
    }
}

bool layers_in_flow(const struct layers *l, const struct edge *e)
{
    return !is_loop(e) && l->anchor[e->from] == GRAPH_NONE &&
           l->anchor[e->to] == GRAPH_NONE;
}

/* --- cycles: edges that lead back to a node on the way are turned ------------------------------ */

enum visit { NEW, ON_THE_WAY, DONE };

struct walk {
    const struct graph *g;
    struct layers *l;
    enum visit *state;
    size_t *stack, *next; /* nodes on the way; the edge to look at next for each */
    size_t depth;
};

static void step_into(struct walk *w, size_t node)
{
    w->state[node] = ON_THE_WAY;
    w->stack[w->depth] = node;
    w->next[w->depth++] = 0;
}

static void walk_from(struct walk *w, size_t start)
{
    step_into(w, start);
    while (w->depth > 0) {
        size_t node = w->stack[w->depth - 1];
        size_t i = w->next[w->depth - 1]++;
        if (i >= w->g->edges.n) {
            w->state[node] = DONE;
            w->depth--;
            continue;
        }
        const struct edge *e = &w->g->edges.at[i];
        if (e->from != node || !layers_in_flow(w->l, e))
            continue;
        if (w->state[e->to] == NEW)
            step_into(w, e->to);
        else if (w->state[e->to] == ON_THE_WAY)
            w->l->reversed[i] = true;
    }
}

static bool has_incoming(const struct graph *g, const struct layers *l, size_t node)
{
    for (size_t i = 0; i < g->edges.n; i++)
        if (g->edges.at[i].to == node && layers_in_flow(l, &g->edges.at[i]))
            return true;
    return false;
}

static void turn_cycles(struct arena *a, const struct graph *g, struct layers *l)
{
    size_t n = g->nodes.n;
    struct walk w = {.g = g, .l = l, .state = arena_many(a, n, enum visit)};
    w.stack = arena_many(a, n, size_t);
    w.next = arena_many(a, n, size_t);
    for (int sources = 1; sources >= 0; sources--)
        for (size_t i = 0; i < n; i++)
            if (w.state[i] == NEW && l->anchor[i] == GRAPH_NONE &&
                (sources == 0 || !has_incoming(g, l, i)))
                walk_from(&w, i);
}

/* --- ranks ------------------------------------------------------------------------------------ */

static size_t upper(const struct layers *l, const struct graph *g, size_t edge)
{
    return l->reversed[edge] ? g->edges.at[edge].to : g->edges.at[edge].from;
}

static size_t lower(const struct layers *l, const struct graph *g, size_t edge)
{
    return l->reversed[edge] ? g->edges.at[edge].from : g->edges.at[edge].to;
}

static bool flows_inside(const struct graph *g, size_t group)
{
    for (size_t i = 0; i < g->edges.n; i++)
        if (layers_group(g, g->edges.at[i].from) == group &&
            layers_group(g, g->edges.at[i].to) == group)
            return true;
    return false;
}

/* Between two groups that each have a flow of their own? */
static bool may_level(const struct graph *g, size_t edge)
{
    size_t from = layers_group(g, g->edges.at[edge].from);
    size_t to = layers_group(g, g->edges.at[edge].to);
    return from != to && from != GRAPH_NONE && to != GRAPH_NONE && flows_inside(g, from) &&
           flows_inside(g, to);
}

bool layers_may_level(const struct graph *g)
{
    for (size_t i = 0; i < g->edges.n; i++)
        if (may_level(g, i))
            return true;
    return false;
}

/* Longest paths; without cycles at most nodes.n rounds change anything. */
static void push_down(const struct graph *g, struct layers *l, bool level)
{
    bool changed = true;
    for (size_t round = 0; changed && round <= g->nodes.n; round++) {
        changed = false;
        for (size_t i = 0; i < g->edges.n; i++) {
            if (!layers_in_flow(l, &g->edges.at[i]))
                continue;
            size_t u = upper(l, g, i), v = lower(l, g, i);
            int span = level && may_level(g, i) ? 0 : 1;
            if (l->rank[v] >= l->rank[u] + span)
                continue;
            l->rank[v] = l->rank[u] + span;
            changed = true;
        }
    }
}

/* --- slack: what could stand further on does, if that makes the arrows shorter ------------------ */

/* Nodes that move on together: one that has room, and what leads nowhere but to it. */
struct crowd {
    const struct graph *g;
    struct layers *l;
    bool *in;
    int room;              /* ranks that it can move on by */
    int leaving, entering; /* edges: how many get shorter, and longer */
};

static void measure_crowd(struct crowd *c)
{
    c->room = (int)c->g->nodes.n;
    c->leaving = c->entering = 0;
    for (size_t i = 0; i < c->g->edges.n; i++) {
        if (!layers_in_flow(c->l, &c->g->edges.at[i]))
            continue;
        size_t u = upper(c->l, c->g, i), v = lower(c->l, c->g, i);
        if (c->in[v] && !c->in[u])
            c->entering++;
        if (!c->in[u] || c->in[v])
            continue;
        int room = c->l->rank[v] - c->l->rank[u] - 1;
        c->room = room < c->room ? room : c->room;
        c->leaving++;
    }
}

/* Does `node` lead into the crowd only, and no more arrows to it than from it? */
static bool joins(const struct crowd *c, size_t node)
{
    int to = 0, from = 0;
    for (size_t i = 0; i < c->g->edges.n; i++) {
        if (!layers_in_flow(c->l, &c->g->edges.at[i]))
            continue;
        to += lower(c->l, c->g, i) == node;
        if (upper(c->l, c->g, i) != node)
            continue;
        if (!c->in[lower(c->l, c->g, i)])
            return false;
        from++;
    }
    return from > 0 && to <= from;
}

/* All that come before `node` and join it, nearest first: ranks fall on the way. */
static void gather_crowd(struct crowd *c, size_t node)
{
    for (size_t i = 0; i < c->g->nodes.n; i++)
        c->in[i] = i == node;
    for (int rank = c->l->rank[node] - 1; rank >= 0; rank--)
        for (size_t i = 0; i < c->g->nodes.n; i++)
            if (c->l->rank[i] == rank && c->l->anchor[i] == GRAPH_NONE && joins(c, i))
                c->in[i] = true;
}

/* What joins a flow late stands right before the place where it does: where `flows`, a whole flow,
 * else only nodes to which no arrow leads. */
static void pull_on(struct arena *a, const struct graph *g, struct layers *l, bool flows)
{
    struct crowd c = {.g = g, .l = l, .in = arena_many(a, g->nodes.n, bool)};
    for (size_t node = 0; node < g->nodes.n; node++) {
        if (l->anchor[node] != GRAPH_NONE)
            continue;
        memset(c.in, 0, g->nodes.n * sizeof *c.in);
        c.in[node] = true;
        measure_crowd(&c);
        if (c.leaving == 0 || c.room <= 0)
            continue;
        bool source = c.entering == 0;
        gather_crowd(&c, node);
        measure_crowd(&c);
        if (c.entering > 0 || c.room <= 0 || !(source || flows))
            continue;
        l->pulled = l->pulled || !source;
        for (size_t i = 0; i < g->nodes.n; i++)
            l->rank[i] += c.in[i] ? c.room : 0;
    }
}

static void drop_empty_ranks(const struct graph *g, struct layers *l)
{
    int next = 0, most = 0;
    for (size_t i = 0; i < g->nodes.n; i++)
        most = l->rank[i] > most ? l->rank[i] : most;
    for (int rank = 0; rank <= most; rank++) {
        bool used = false;
        for (size_t i = 0; i < g->nodes.n; i++)
            if (l->anchor[i] == GRAPH_NONE && l->rank[i] == rank) {
                l->rank[i] = next;
                used = true;
            }
        next += used;
    }
    l->ranks = next;
}

/* Nodes without any edge in the flow stand in a row, not on a heap. */
static void spread_loose(const struct graph *g, struct layers *l)
{
    int most = 0;
    size_t joined = 0;
    for (size_t i = 0; i < g->nodes.n; i++)
        most = l->rank[i] > most ? l->rank[i] : most;
    for (size_t i = 0; i < g->edges.n; i++)
        joined += layers_in_flow(l, &g->edges.at[i]);
    int next = 0;
    for (size_t i = 0; joined == 0 && i < g->nodes.n; i++)
        if (l->anchor[i] == GRAPH_NONE)
            l->rank[i] = next++;
}

static void settle_satellites(const struct graph *g, struct layers *l)
{
    for (size_t i = 0; i < g->nodes.n; i++)
        if (l->anchor[i] != GRAPH_NONE)
            l->rank[i] = l->rank[l->anchor[i]];
}

struct layers layers_rank(struct arena *a, const struct graph *g, bool level, bool flows)
{
    size_t n = g->nodes.n;
    struct layers l = {.rank = arena_many(a, n, int)};
    l.order = arena_many(a, n, int);
    l.anchor = arena_many(a, n, size_t);
    l.reversed = arena_many(a, g->edges.n, bool);
    find_satellites(g, &l, a);
    turn_cycles(a, g, &l);
    push_down(g, &l, level);
    pull_on(a, g, &l, flows);
    spread_loose(g, &l);
    drop_empty_ranks(g, &l);
    settle_satellites(g, &l);
    int *members = arena_many(a, n, int);
    l.single = l.ranks > 0;
    for (size_t i = 0; i < n; i++)
        if (l.anchor[i] == GRAPH_NONE && ++members[l.rank[i]] > 1)
            l.single = false;
    return l;
}
