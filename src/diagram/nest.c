/* SPDX-License-Identifier: MIT */
/* diagram/nest.c — the members of every group side by side in every rank. */
#include "base/arena.h"
#include "diagram/layers.h"

/* What stands side by side inside a group: nodes, and the groups in it as a whole. */
struct part {
    size_t node, group;   /* the other one is GRAPH_NONE */
    int64_t sum, members; /* of places in the run */
};

struct nest {
    const struct graph *g;
    const struct layers *l;
    int64_t *lane; /* of each group: where its members stand in all ranks, on the average */
    size_t *row;   /* nodes of the rank in hand, in order */
    size_t *run;   /* those of one group, as they were */
    struct part *parts;
    size_t count; /* of parts */
};

/* The group right inside `outer` that holds `node`, in *home; GRAPH_NONE where the node stands
 * there itself. false where it is not inside `outer` at all. */
static bool find_home(const struct graph *g, size_t node, size_t outer, size_t *home)
{
    size_t at = g->nodes.at[node].group;
    *home = GRAPH_NONE;
    for (size_t guard = 0; at < g->groups.n && guard <= g->groups.n; guard++) {
        if (at == outer)
            return true;
        *home = at;
        at = g->groups.at[at].parent;
    }
    return outer == GRAPH_NONE;
}

static void find_lanes(struct nest *n)
{
    for (size_t group = 0; group < n->g->groups.n; group++) {
        int64_t sum = 0, members = 0;
        size_t home;
        for (size_t i = 0; i < n->g->nodes.n; i++)
            if (find_home(n->g, i, group, &home)) {
                sum += (int64_t)n->l->order[i] * 1000;
                members++;
            }
        n->lane[group] = members > 0 ? sum / members : 0;
    }
}

static void add_part(struct nest *n, size_t node, size_t home, int64_t place)
{
    size_t i = 0;
    while (i < n->count && (home == GRAPH_NONE || n->parts[i].group != home))
        i++;
    if (i == n->count)
        n->parts[n->count++] = (struct part){.node = node, .group = home};
    n->parts[i].sum += place;
    n->parts[i].members++;
}

static void swap_parts(struct part *p, struct part *q)
{
    struct part kept = *p;
    *p = *q;
    *q = kept;
}

static bool is_before(const struct part *p, const struct part *q)
{
    return p->sum * q->members < q->sum * p->members;
}

/* By their mean places; then groups change places among themselves until they stand in the order
 * of their lanes, which is the same in all ranks. */
static void sort_parts(struct nest *n)
{
    for (size_t i = 1; i < n->count; i++)
        for (size_t at = i; at > 0 && is_before(&n->parts[at], &n->parts[at - 1]); at--)
            swap_parts(&n->parts[at], &n->parts[at - 1]);
    for (size_t i = 0; i < n->count; i++)
        for (size_t j = i + 1; j < n->count; j++) {
            size_t p = n->parts[i].group, q = n->parts[j].group;
            if (p == GRAPH_NONE || q == GRAPH_NONE)
                continue;
            if (n->lane[q] < n->lane[p] || (q < p && n->lane[q] == n->lane[p]))
                swap_parts(&n->parts[i], &n->parts[j]);
        }
}

/* Sort what stands right inside `outer` in the rank; its members are side by side already. */
static void sort_run(struct nest *n, size_t length, size_t outer)
{
    size_t first = 0, count = 0, home;
    for (size_t i = 0; i < length; i++)
        if (find_home(n->g, n->row[i], outer, &home)) {
            first = count == 0 ? i : first;
            n->run[count++] = n->row[i];
        }
    n->count = 0;
    for (size_t i = 0; i < count; i++) {
        find_home(n->g, n->run[i], outer, &home);
        add_part(n, n->run[i], home, (int64_t)i);
    }
    sort_parts(n);
    size_t at = first;
    for (size_t p = 0; p < n->count; p++)
        for (size_t i = 0; i < count; i++) {
            find_home(n->g, n->run[i], outer, &home);
            bool mine = home == GRAPH_NONE ? n->parts[p].node == n->run[i]
                                           : n->parts[p].group == home;
            if (mine && (home != GRAPH_NONE || n->parts[p].group == GRAPH_NONE))
                n->row[at++] = n->run[i];
        }
}

static size_t list_rank(struct nest *n, int rank)
{
    size_t length = 0;
    for (size_t i = 0; i < n->g->nodes.n; i++) {
        if (n->l->rank[i] != rank)
            continue;
        size_t at = length++;
        for (; at > 0 && n->l->order[n->row[at - 1]] > n->l->order[i]; at--)
            n->row[at] = n->row[at - 1];
        n->row[at] = i;
    }
    return length;
}

void layers_nest(struct arena *a, const struct graph *g, struct layers *l)
{
    struct nest n = {.g = g, .l = l, .lane = arena_many(a, g->groups.n, int64_t)};
    n.row = arena_many(a, g->nodes.n, size_t);
    n.run = arena_many(a, g->nodes.n, size_t);
    n.parts = arena_many(a, g->nodes.n, struct part);
    find_lanes(&n);
    for (int rank = 0; g->groups.n > 0 && rank < l->ranks; rank++) {
        size_t length = list_rank(&n, rank);
        sort_run(&n, length, GRAPH_NONE);
        for (size_t group = 0; group < g->groups.n; group++) /* parents come first */
            sort_run(&n, length, group);
        for (size_t i = 0; i < length; i++)
            l->order[n.row[i]] = (int)i;
    }
}
