/* SPDX-License-Identifier: MIT */
/* diagram/apart.c — what must stand above what, and how far. */
#include "diagram/apart.h"

#include "base/arena.h"

/* Ranks that a group spans, and where its members stand on the average [thousandths]. */
struct reach {
    int from, to, mean;
    int members;
};

struct maker {
    struct arena *a;
    const struct graph *g;
    const struct layers *l;
    struct rules r;
    bool *member;        /* [group * nodes + node] */
    struct reach *reach; /* of each group */
};

static uint32_t first_line(const struct maker *m, size_t group)
{
    return (uint32_t)(m->g->nodes.n + 2 * group);
}

static uint32_t last_line(const struct maker *m, size_t group)
{
    return first_line(m, group) + 1;
}

static bool is_behind(const struct rules *r, uint32_t one, uint32_t other)
{
    return (r->behind[one * r->words + other / 64] >> (other % 64)) & 1;
}

/* Keep a rule; false where it would contradict those that are kept. */
static bool add_rule(struct maker *m, uint32_t from, uint32_t to, int apart)
{
    struct rules *r = &m->r;
    if (from == to || is_behind(r, to, from))
        return false;
    vec_push(m->a, &r->list, ((struct rule){from, to, apart}));
    if (is_behind(r, from, to))
        return true;
    for (uint32_t i = 0; i < r->n; i++) {
        if (i != from && !is_behind(r, i, from))
            continue;
        for (size_t w = 0; w < r->words; w++)
            r->behind[i * r->words + w] |= r->behind[to * r->words + w];
        r->behind[i * r->words + to / 64] |= (uint64_t)1 << (to % 64);
    }
    return true;
}

static bool is_member(const struct maker *m, size_t node, size_t group)
{
    return m->member[group * m->g->nodes.n + node];
}

static struct reach reach_of(const struct maker *m, size_t group)
{
    struct reach r = {.from = 1 << 20, .to = -1};
    for (size_t i = 0; i < m->g->nodes.n; i++) {
        if (!is_member(m, i, group))
            continue;
        int rank = m->l->rank[i];
        r.from = rank < r.from ? rank : r.from;
        r.to = rank > r.to ? rank : r.to;
        r.mean += m->l->order[i] * 1000;
        r.members++;
    }
    r.mean = r.members ? r.mean / r.members : 0;
    return r;
}

static void find_members(struct maker *m)
{
    const struct graph *g = m->g;
    m->member = arena_many(m->a, g->groups.n * g->nodes.n, bool);
    m->reach = arena_many(m->a, g->groups.n, struct reach);
    for (size_t i = 0; i < g->nodes.n; i++) {
        size_t at = g->nodes.at[i].group;
        for (size_t guard = 0; at < g->groups.n && guard <= g->groups.n; guard++) {
            m->member[at * g->nodes.n + i] = true;
            at = g->groups.at[at].parent;
        }
    }
    for (size_t i = 0; i < g->groups.n; i++)
        m->reach[i] = reach_of(m, i);
}

static void keep_rank_order(struct maker *m)
{
    const struct layers *l = m->l;
    for (uint32_t i = 0; i < m->g->nodes.n; i++)
        for (uint32_t j = 0; j < m->g->nodes.n; j++)
            if (l->rank[i] == l->rank[j] && l->order[j] == l->order[i] + 1)
                add_rule(m, i, j, APART);
}

static void hold_members(struct maker *m, size_t group)
{
    size_t parent = m->g->groups.at[group].parent;
    add_rule(m, first_line(m, group), last_line(m, group), 0);
    for (uint32_t i = 0; i < m->g->nodes.n; i++)
        if (is_member(m, i, group)) {
            add_rule(m, first_line(m, group), i, 0);
            add_rule(m, i, last_line(m, group), 0);
        }
    if (parent < m->g->groups.n) {
        add_rule(m, first_line(m, parent), first_line(m, group), 0);
        add_rule(m, last_line(m, group), last_line(m, parent), 0);
    }
}

/* --- strangers -------------------------------------------------------------------------------- */

/* 1 where the node stands above the members of the group in its rank, -1 below them, 0 where the
 * rank has none. */
static int side_of(const struct maker *m, size_t node, size_t group)
{
    const struct layers *l = m->l;
    for (size_t i = 0; i < m->g->nodes.n; i++)
        if (l->rank[i] == l->rank[node] && is_member(m, i, group))
            return l->order[node] < l->order[i] ? 1 : -1;
    return 0;
}

static void put_out(struct maker *m, uint32_t node, size_t group, bool above)
{
    for (int i = 0; i < 2; i++, above = !above)
        if (above ? add_rule(m, node, first_line(m, group), APART)
                  : add_rule(m, last_line(m, group), node, APART))
            return;
}

/* Strangers beside members first: their side is settled. The others take the side that is nearer,
 * if the rules so far allow it. */
static void put_strangers_out(struct maker *m, bool settled)
{
    for (size_t group = 0; group < m->g->groups.n; group++) {
        struct reach r = m->reach[group];
        for (uint32_t i = 0; i < m->g->nodes.n; i++) {
            int rank = m->l->rank[i];
            if (is_member(m, i, group) || rank < r.from || rank > r.to)
                continue;
            int side = side_of(m, i, group);
            if ((side != 0) == settled)
                put_out(m, i, group, side != 0 ? side > 0 : m->l->order[i] * 1000 < r.mean);
        }
    }
}

/* --- groups beside each other ----------------------------------------------------------------- */

/* 1 where `one` stands above `other` in a rank that both have, -1 below, 0 where they share none. */
static int common_order(const struct maker *m, size_t one, size_t other)
{
    const struct layers *l = m->l;
    for (size_t i = 0; i < m->g->nodes.n; i++)
        for (size_t j = 0; is_member(m, i, one) && j < m->g->nodes.n; j++)
            if (l->rank[i] == l->rank[j] && is_member(m, j, other))
                return l->order[i] < l->order[j] ? 1 : -1;
    return 0;
}

static bool is_inside(const struct graph *g, size_t one, size_t other)
{
    for (size_t at = one, guard = 0; at < g->groups.n && guard <= g->groups.n; guard++) {
        if (at == other)
            return true;
        at = g->groups.at[at].parent;
    }
    return false;
}

static void part_groups(struct maker *m, size_t one, size_t other)
{
    struct reach p = m->reach[one], q = m->reach[other];
    if (p.members == 0 || q.members == 0 || p.to < q.from || q.to < p.from)
        return;
    int order = common_order(m, one, other);
    bool above = order != 0 ? order > 0 : p.mean <= q.mean;
    for (int i = 0; i < 2; i++, above = !above) {
        size_t upper = above ? one : other, lower = above ? other : one;
        if (add_rule(m, last_line(m, upper), first_line(m, lower), APART))
            return;
    }
}

struct rules apart_rules(struct arena *a, const struct graph *g, const struct layers *l)
{
    struct maker m = {.a = a, .g = g, .l = l};
    m.r.n = (uint32_t)(g->nodes.n + 2 * g->groups.n);
    m.r.words = m.r.n / 64 + 1;
    m.r.behind = arena_many(a, m.r.n * m.r.words, uint64_t);
    find_members(&m);
    keep_rank_order(&m);
    for (size_t i = 0; i < g->groups.n; i++)
        hold_members(&m, i);
    put_strangers_out(&m, true);
    for (size_t i = 0; i < g->groups.n; i++)
        for (size_t j = i + 1; j < g->groups.n; j++)
            if (!is_inside(g, i, j) && !is_inside(g, j, i))
                part_groups(&m, i, j);
    put_strangers_out(&m, false);
    return m.r;
}
