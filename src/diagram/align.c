/* SPDX-License-Identifier: MIT */
/* diagram/align.c — on which line across the flow every node stands. */
#include "diagram/align.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"

#define APART 2      /* lines between two nodes */
#define ROUNDS 16    /* of improvement, each over all nodes */
#define BEND 8       /* what it costs that the only way on is not straight */
#define EXTENT 6     /* what a line more costs */
#define SATELLITE 30 /* … that a satellite is away from its node */

/* x[to] >= x[from] + apart */
struct rule {
    uint32_t from, to;
    int apart;
};

struct pull {
    uint32_t u, v;
    int span;  /* ranks between them */
    bool only; /* the only way on from u and to v */
    bool satellite;
};

/* Variables are the nodes, then the first and the last line of every group. */
struct aligner {
    const struct graph *g;
    const struct layers *l;
    int *x, *saved;
    uint32_t n;
    VEC(struct rule) rules;
    VEC(struct pull) pulls;
    bool *set; /* what moves together */
    uint32_t *queue;
};

static uint32_t first_line(const struct aligner *al, size_t group)
{
    return (uint32_t)(al->g->nodes.n + 2 * group);
}

static uint32_t last_line(const struct aligner *al, size_t group)
{
    return first_line(al, group) + 1;
}

static void add_rule(struct arena *a, struct aligner *al, uint32_t from, uint32_t to,
                     int apart)
{
    vec_push(a, &al->rules, ((struct rule){from, to, apart}));
}

static bool is_member(const struct graph *g, size_t node, size_t group)
{
    size_t at = g->nodes.at[node].group;
    for (size_t guard = 0; at < g->groups.n && guard <= g->groups.n; guard++) {
        if (at == group)
            return true;
        at = g->groups.at[at].parent;
    }
    return false;
}

/* Ranks that a group spans, and where its members stand on the average [thousandths]. */
struct reach {
    int from, to, mean;
    int members;
};

static struct reach reach_of(const struct aligner *al, size_t group)
{
    struct reach r = {.from = 1 << 20, .to = -1};
    for (size_t i = 0; i < al->g->nodes.n; i++) {
        if (!is_member(al->g, i, group))
            continue;
        int rank = al->l->rank[i];
        r.from = rank < r.from ? rank : r.from;
        r.to = rank > r.to ? rank : r.to;
        r.mean += al->l->order[i] * 1000;
        r.members++;
    }
    r.mean = r.members ? r.mean / r.members : 0;
    return r;
}

static void keep_rank_order(struct arena *a, struct aligner *al)
{
    const struct layers *l = al->l;
    for (uint32_t i = 0; i < al->g->nodes.n; i++)
        for (uint32_t j = 0; j < al->g->nodes.n; j++)
            if (l->rank[i] == l->rank[j] && l->order[j] == l->order[i] + 1)
                add_rule(a, al, i, j, APART);
}

/* Is the outsider above the members of the group in its rank, or, where there are none, above
 * their mean place? */
static bool is_above(const struct aligner *al, size_t node, size_t group,
                     const struct reach *r)
{
    const struct layers *l = al->l;
    for (size_t i = 0; i < al->g->nodes.n; i++)
        if (l->rank[i] == l->rank[node] && is_member(al->g, i, group))
            return l->order[node] < l->order[i];
    return l->order[node] * 1000 < r->mean;
}

static void keep_outsiders_out(struct arena *a, struct aligner *al, size_t group)
{
    struct reach r = reach_of(al, group);
    for (uint32_t i = 0; i < al->g->nodes.n; i++) {
        if (is_member(al->g, i, group)) {
            add_rule(a, al, first_line(al, group), i, 0);
            add_rule(a, al, i, last_line(al, group), 0);
        } else if (al->l->rank[i] >= r.from && al->l->rank[i] <= r.to) {
            if (is_above(al, i, group, &r))
                add_rule(a, al, i, first_line(al, group), APART);
            else
                add_rule(a, al, last_line(al, group), i, APART);
        }
    }
}

/* 1 where `one` stands above `other` in a rank that both have, -1 below, 0 where they share none. */
static int common_order(const struct aligner *al, size_t one, size_t other)
{
    for (size_t i = 0; i < al->g->nodes.n; i++)
        for (size_t j = 0; is_member(al->g, i, one) && j < al->g->nodes.n; j++)
            if (al->l->rank[i] == al->l->rank[j] && is_member(al->g, j, other))
                return al->l->order[i] < al->l->order[j] ? 1 : -1;
    return 0;
}

static bool related(const struct graph *g, size_t one, size_t other)
{
    for (size_t at = one, guard = 0; at < g->groups.n && guard <= g->groups.n; guard++) {
        if (at == other)
            return true;
        at = g->groups.at[at].parent;
    }
    return false;
}

static void part_groups(struct arena *a, struct aligner *al, size_t one, size_t other)
{
    struct reach p = reach_of(al, one), q = reach_of(al, other);
    if (p.members == 0 || q.members == 0 || p.to < q.from || q.to < p.from)
        return;
    int order = common_order(al, one, other);
    bool above = order != 0 ? order > 0 : p.mean <= q.mean;
    size_t upper = above ? one : other, lower = above ? other : one;
    add_rule(a, al, last_line(al, upper), first_line(al, lower), APART);
}

static void keep_groups_whole(struct arena *a, struct aligner *al)
{
    const struct graph *g = al->g;
    for (size_t i = 0; i < g->groups.n; i++) {
        size_t parent = g->groups.at[i].parent;
        add_rule(a, al, first_line(al, i), last_line(al, i), 0);
        keep_outsiders_out(a, al, i);
        if (parent < g->groups.n) {
            add_rule(a, al, first_line(al, parent), first_line(al, i), 0);
            add_rule(a, al, last_line(al, i), last_line(al, parent), 0);
        }
        for (size_t j = i + 1; j < g->groups.n; j++)
            if (!related(g, i, j) && !related(g, j, i))
                part_groups(a, al, i, j);
    }
}

/* Least lines that obey all rules; false where the rules contradict each other. */
static bool settle(struct aligner *al)
{
    for (uint32_t i = 0; i < al->n; i++)
        al->x[i] = 0;
    for (uint32_t round = 0; round <= al->n; round++) {
        bool changed = false;
        for (size_t i = 0; i < al->rules.n; i++) {
            const struct rule *r = &al->rules.at[i];
            if (al->x[r->to] >= al->x[r->from] + r->apart)
                continue;
            al->x[r->to] = al->x[r->from] + r->apart;
            changed = true;
        }
        if (!changed)
            return true;
    }
    return false;
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
        for (size_t i = 0; i < al->rules.n; i++) {
            const struct rule *r = &al->rules.at[i];
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

/* The node and all that is joined to it in a straight line, or, where `all`, in any way onward. */
static void gather(struct aligner *al, uint32_t node, bool all)
{
    memset(al->set, 0, al->n * sizeof al->set[0]);
    size_t n = 0;
    al->set[node] = true;
    al->queue[n++] = node;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < al->pulls.n; j++) {
            const struct pull *p = &al->pulls.at[j];
            bool straight = al->x[p->u] == al->x[p->v] || p->satellite;
            uint32_t self = al->queue[i];
            uint32_t other = p->u == self ? p->v : p->u;
            bool joined =
                (p->u == self || p->v == self) && (straight || (all && p->u == self));
            if (!joined || al->set[other])
                continue;
            al->set[other] = true;
            al->queue[n++] = other;
        }
}

/* Mean line of what the node is joined to. */
static int wish(const struct aligner *al, uint32_t node)
{
    int sum = 0, n = 0;
    for (size_t i = 0; i < al->pulls.n; i++) {
        const struct pull *p = &al->pulls.at[i];
        if (p->satellite || (p->u != node && p->v != node))
            continue;
        sum += al->x[p->u == node ? p->v : p->u];
        n++;
    }
    return n ? (2 * sum + n) / (2 * n) : al->x[node];
}

static bool improve(struct aligner *al, uint32_t node, int *least)
{
    bool better = false;
    for (int kind = 0; kind < 3; kind++) {
        int steps[] = {wish(al, node) - al->x[node], 1, -1};
        for (size_t i = 0; i < countof(steps); i++) {
            if (kind > 0)
                gather(al, node, kind == 2);
            else
                memset(al->set, 0, al->n * sizeof al->set[0]);
            al->set[node] = true;
            better |= try_shift(al, steps[i], least);
        }
    }
    return better;
}

static void make_rules(struct arena *a, struct aligner *al)
{
    keep_rank_order(a, al);
    size_t sure = al->rules.n;
    keep_groups_whole(a, al);
    if (settle(al))
        return;
    al->rules.n = sure; /* groups that cannot be kept apart: their members still are */
    settle(al);
}

int *align_nodes(struct arena *a, const struct graph *g, const struct layers *l)
{
    struct aligner al = {.g = g, .l = l, .n = (uint32_t)(g->nodes.n + 2 * g->groups.n)};
    al.x = arena_many(a, al.n, int);
    al.saved = arena_many(a, al.n, int);
    al.set = arena_many(a, al.n, bool);
    al.queue = arena_many(a, al.n, uint32_t);
    if (g->nodes.n == 0)
        return al.x;
    make_rules(a, &al);
    add_pulls(a, &al);
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
