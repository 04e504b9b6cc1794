/* SPDX-License-Identifier: MIT */
/* diagram/align.c — on which line across the flow every node stands. */
#include "diagram/align.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "diagram/apart.h"

#define ROUNDS 16    /* of improvement, each over all nodes */
#define BEND 8       /* what it costs that the only way on is not straight */
#define EXTENT 6     /* what a line more costs */
#define SATELLITE 30 /* … that a satellite is away from its node */

struct pull {
    uint32_t u, v;
    int span;  /* ranks between them */
    bool only; /* the only way on from u and to v */
    bool satellite;
};

struct aligner {
    const struct graph *g;
    const struct layers *l;
    int *x, *saved; /* of each variable of the rules */
    uint32_t n;
    struct rules rules;
    VEC(struct pull) pulls;
    uint32_t *first; /* of each node, in `of`: indices of the pulls at it, in order */
    uint32_t *of;
    bool *set; /* what moves together */
    uint32_t *queue;
};

/* Least lines that obey all rules. */
static void settle(struct aligner *al)
{
    bool changed = true;
    for (uint32_t round = 0; changed && round <= al->n; round++) {
        changed = false;
        for (size_t i = 0; i < al->rules.list.n; i++) {
            const struct rule *r = &al->rules.list.at[i];
            if (al->x[r->to] >= al->x[r->from] + r->apart)
                continue;
            al->x[r->to] = al->x[r->from] + r->apart;
            changed = true;
        }
    }
}

static int ways(const struct aligner *al, size_t node, bool onward)
{
    int n = 0;
    for (size_t i = 0; i < al->g->edges.n; i++) {
        const struct edge *e = &al->g->edges.at[i];
        if (!layers_in_flow(al->l, e) || (e->from != node && e->to != node))
            continue;
        size_t other = e->from == node ? e->to : e->from;
        n += onward == (al->l->rank[other] > al->l->rank[node]);
    }
    return n;
}

static void add_pulls(struct arena *a, struct aligner *al)
{
    for (size_t i = 0; i < al->g->edges.n; i++) {
        const struct edge *e = &al->g->edges.at[i];
        if (e->from == e->to)
            continue;
        bool turned = al->l->rank[e->from] > al->l->rank[e->to];
        size_t u = turned ? e->to : e->from, v = turned ? e->from : e->to;
        struct pull p = {.u = (uint32_t)u, .v = (uint32_t)v};
        p.span = al->l->rank[v] - al->l->rank[u];
        p.satellite = !layers_in_flow(al->l, e);
        p.only = !p.satellite && ways(al, u, true) == 1 && ways(al, v, false) == 1;
        vec_push(a, &al->pulls, p);
    }
}

/* The pulls at every node, so that nobody has to look through them all. */
static void list_pulls(struct arena *a, struct aligner *al)
{
    size_t n = al->g->nodes.n;
    al->first = arena_many(a, n + 2, uint32_t);
    al->of = arena_many(a, 2 * al->pulls.n, uint32_t);
    for (size_t i = 0; i < al->pulls.n; i++) {
        al->first[al->pulls.at[i].u + 2]++;
        al->first[al->pulls.at[i].v + 2]++;
    }
    for (size_t i = 2; i < n + 2; i++)
        al->first[i] += al->first[i - 1];
    for (uint32_t i = 0; i < al->pulls.n; i++) {
        al->of[al->first[al->pulls.at[i].u + 1]++] = i;
        al->of[al->first[al->pulls.at[i].v + 1]++] = i;
    }
}

static int cost_of(const struct pull *p, const int *x)
{
    int d = x[p->u] > x[p->v] ? x[p->u] - x[p->v] : x[p->v] - x[p->u];
    if (p->satellite)
        return (d - APART) * SATELLITE;
    if (p->span > 1)
        return 2 * d;
    return 4 * d + d * d + (p->only && d > 0 ? BEND : 0);
}

static int cost(const struct aligner *al)
{
    int sum = 0, least = al->x[0], most = al->x[0];
    for (size_t i = 0; i < al->pulls.n; i++)
        sum += cost_of(&al->pulls.at[i], al->x);
    for (size_t i = 1; i < al->g->nodes.n; i++) {
        least = al->x[i] < least ? al->x[i] : least;
        most = al->x[i] > most ? al->x[i] : most;
    }
    return sum + EXTENT * (most - least);
}

/* Move what is in al->set by `by` lines, and whatever stands in the way with it. */
static void shift(struct aligner *al, int by)
{
    for (uint32_t i = 0; i < al->n; i++)
        if (al->set[i])
            al->x[i] += by;
    for (uint32_t round = 0; round < al->n; round++) {
        bool changed = false;
        for (size_t i = 0; i < al->rules.list.n; i++) {
            const struct rule *r = &al->rules.list.at[i];
            int lack = al->x[r->from] + r->apart - al->x[r->to];
            if (lack <= 0)
                continue;
            if (by > 0)
                al->x[r->to] += lack;
            else
                al->x[r->from] -= lack;
            changed = true;
        }
        if (!changed)
            return;
    }
}

static bool try_shift(struct aligner *al, int by, int *least)
{
    if (by == 0)
        return false;
    memcpy(al->saved, al->x, al->n * sizeof al->x[0]);
    shift(al, by);
    int now = cost(al);
    if (now < *least) {
        *least = now;
        return true;
    }
    memcpy(al->x, al->saved, al->n * sizeof al->x[0]);
    return false;
}

/* What moves with a node. */
enum crowd { ALONE, STRAIGHT, STRAIGHT_AND_ONWARD, ONWARD, CROWDS };

static bool moves_with(const struct aligner *al, const struct pull *p, uint32_t self,
                       enum crowd crowd)
{
    bool onward = p->u == self && !p->satellite;
    bool straight = al->x[p->u] == al->x[p->v] || p->satellite;
    switch (crowd) {
    case STRAIGHT:
        return straight;
    case STRAIGHT_AND_ONWARD:
        return straight || onward;
    case ONWARD:
        return onward || p->satellite;
    case ALONE:
    case CROWDS:
        break;
    }
    return false;
}

static void gather(struct aligner *al, uint32_t node, enum crowd crowd)
{
    memset(al->set, 0, al->n * sizeof al->set[0]);
    size_t n = 0;
    al->set[node] = true;
    al->queue[n++] = node;
    for (size_t i = 0; i < n && crowd != ALONE; i++)
        for (uint32_t j = al->first[al->queue[i]]; j < al->first[al->queue[i] + 1]; j++) {
            const struct pull *p = &al->pulls.at[al->of[j]];
            uint32_t self = al->queue[i], other = p->u == self ? p->v : p->u;
            if (al->set[other] || !moves_with(al, p, self, crowd))
                continue;
            al->set[other] = true;
            al->queue[n++] = other;
        }
}

/* Mean line of what the node is joined to. */
static int wish(const struct aligner *al, uint32_t node)
{
    int sum = 0, n = 0;
    for (uint32_t i = al->first[node]; i < al->first[node + 1]; i++) {
        const struct pull *p = &al->pulls.at[al->of[i]];
        if (p->satellite)
            continue;
        sum += al->x[p->u == node ? p->v : p->u];
        n++;
    }
    return n ? (2 * sum + n) / (2 * n) : al->x[node];
}

static bool improve(struct aligner *al, uint32_t node, int *least)
{
    bool better = false;
    for (int crowd = ALONE; crowd < CROWDS; crowd++) {
        int steps[] = {wish(al, node) - al->x[node], 1, -1};
        gather(al, node, (enum crowd)crowd);
        for (size_t i = 0; i < countof(steps); i++) {
            if (!try_shift(al, steps[i], least))
                continue;
            better = true;
            gather(al, node, (enum crowd)crowd); /* others may stand in line now */
        }
    }
    return better;
}

int *align_nodes(struct arena *a, const struct graph *g, const struct layers *l)
{
    struct aligner al = {.g = g, .l = l, .rules = apart_rules(a, g, l)};
    al.n = al.rules.n;
    al.x = arena_many(a, al.n, int);
    al.saved = arena_many(a, al.n, int);
    al.set = arena_many(a, al.n, bool);
    al.queue = arena_many(a, al.n, uint32_t);
    if (g->nodes.n == 0)
        return al.x;
    settle(&al);
    add_pulls(a, &al);
    list_pulls(a, &al);
    int least = cost(&al);
    bool better = true;
    for (int round = 0; better && round < ROUNDS; round++) {
        better = false;
        for (uint32_t i = 0; i < g->nodes.n; i++)
            better |= improve(&al, i, &least);
    }
    int low = al.x[0];
    for (size_t i = 0; i < g->nodes.n; i++)
        low = al.x[i] < low ? al.x[i] : low;
    for (size_t i = 0; i < g->nodes.n; i++)
        al.x[i] += 1 - low;
    return al.x;
}
