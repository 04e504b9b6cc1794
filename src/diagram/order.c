/* SPDX-License-Identifier: MIT */
/* diagram/order.c — who stands above whom, so that few edges cross. */
#include <string.h>

#include "base/arena.h"
#include "diagram/layers.h"

#define SWEEPS 8
#define SPOTS_MAX 600 /* nodes and bends; a figure with more is not improved */
#define SCALE 1000

/* A node, or the place where a long edge passes a rank. */
struct spot {
    int rank, pos;
    size_t group; /* outermost */
    size_t node;  /* GRAPH_NONE: of an edge */
    int key;      /* where its neighbours would like it */
};

struct link {
    uint32_t upper, lower; /* spots of neighbouring ranks */
};

struct sorter {
    struct spot *spot;
    size_t n;
    struct link *link;
    size_t links;
    int ranks;
    uint32_t *row; /* spots of one rank in order */
    size_t row_n;
    int *group_key; /* of the rank in hand */
    int *group_size;
    int *lane; /* of each group: its place among all groups */
    size_t groups;
};

size_t layers_group(const struct graph *g, size_t node)
{
    size_t group = g->nodes.at[node].group;
    for (size_t guard = 0; group < g->groups.n && guard < g->groups.n; guard++) {
        if (g->groups.at[group].parent >= g->groups.n)
            return group;
        group = g->groups.at[group].parent;
    }
    return group < g->groups.n ? group : GRAPH_NONE;
}

static size_t edge_span(const struct layers *l, const struct edge *e)
{
    int ranks = l->rank[e->to] - l->rank[e->from];
    return (size_t)(ranks < 0 ? -ranks : ranks);
}

static void add_links(struct sorter *s, const struct graph *g, const struct layers *l,
                      size_t i)
{
    const struct edge *e = &g->edges.at[i];
    size_t from = l->rank[e->from] < l->rank[e->to] ? e->from : e->to;
    size_t to = from == e->from ? e->to : e->from;
    size_t group =
        s->spot[from].group == s->spot[to].group ? s->spot[to].group : GRAPH_NONE;
    uint32_t last = (uint32_t)from;
    for (int rank = l->rank[from] + 1; rank < l->rank[to]; rank++) {
        s->spot[s->n] = (struct spot){.rank = rank, .group = group, .node = GRAPH_NONE};
        s->link[s->links++] = (struct link){last, (uint32_t)s->n};
        last = (uint32_t)s->n++;
    }
    if (l->rank[from] != l->rank[to])
        s->link[s->links++] = (struct link){last, (uint32_t)to};
}

static struct sorter make_sorter(struct arena *a, const struct graph *g,
                                 const struct layers *l)
{
    size_t spots = g->nodes.n, links = 0;
    for (size_t i = 0; i < g->edges.n; i++)
        if (layers_in_flow(l, &g->edges.at[i])) {
            spots += edge_span(l, &g->edges.at[i]);
            links += edge_span(l, &g->edges.at[i]);
        }
    struct sorter s = {.n = g->nodes.n, .ranks = l->ranks, .groups = g->groups.n};
    bool big = spots > SPOTS_MAX;
    s.spot = arena_many(a, big ? g->nodes.n : spots, struct spot);
    s.link = arena_many(a, links, struct link);
    s.row = arena_many(a, spots, uint32_t);
    s.group_key = arena_many(a, g->groups.n, int);
    s.group_size = arena_many(a, g->groups.n, int);
    s.lane = arena_many(a, g->groups.n, int);
    for (size_t i = 0; i < g->nodes.n; i++)
        s.spot[i] = (struct spot){.rank = l->anchor[i] == GRAPH_NONE ? l->rank[i] : -1,
                                  .group = layers_group(g, i),
                                  .node = i};
    for (size_t i = 0; !big && i < g->edges.n; i++)
        if (layers_in_flow(l, &g->edges.at[i]))
            add_links(&s, g, l, i);
    return s;
}

/* Spots of a rank into s->row, by their keys; insertion keeps equal ones in order. */
static void list_row(struct sorter *s, int rank)
{
    s->row_n = 0;
    for (size_t i = 0; i < s->n; i++) {
        if (s->spot[i].rank != rank)
            continue;
        size_t at = s->row_n++;
        for (; at > 0 && s->spot[s->row[at - 1]].key > s->spot[i].key; at--)
            s->row[at] = s->row[at - 1];
        s->row[at] = (uint32_t)i;
    }
}

static void number_row(struct sorter *s)
{
    for (size_t i = 0; i < s->row_n; i++)
        s->spot[s->row[i]].pos = (int)i;
}

/* Mean place of the neighbours in the rank `step` away; its own where it has none. */
static void find_keys(struct sorter *s, int rank, int step)
{
    for (size_t i = 0; i < s->n; i++) {
        struct spot *spot = &s->spot[i];
        if (spot->rank != rank)
            continue;
        int sum = 0, n = 0;
        for (size_t j = 0; j < s->links; j++) {
            uint32_t self = step < 0 ? s->link[j].lower : s->link[j].upper;
            uint32_t other = step < 0 ? s->link[j].upper : s->link[j].lower;
            if (self != i)
                continue;
            sum += s->spot[other].pos;
            n++;
        }
        spot->key = n > 0 ? sum * SCALE / n : spot->pos * SCALE;
    }
}

/* Members of a group take their mean key, so that sorting keeps them together; a little of their
 * own keeps them in order among themselves. */
static void join_groups(struct sorter *s, int rank)
{
    for (size_t i = 0; i < s->groups; i++)
        s->group_key[i] = s->group_size[i] = 0;
    for (size_t i = 0; i < s->n; i++) {
        const struct spot *spot = &s->spot[i];
        if (spot->rank != rank || spot->group >= s->groups)
            continue;
        s->group_key[spot->group] += spot->key;
        s->group_size[spot->group]++;
    }
}

/* Stable sort of the row: first by the key of the cluster, then the cluster itself, then by the
 * spot's own key. */
static int compare_spots(const struct sorter *s, uint32_t a, uint32_t b)
{
    const struct spot *p = &s->spot[a], *q = &s->spot[b];
    int pk =
        p->group < s->groups ? s->group_key[p->group] / s->group_size[p->group] : p->key;
    int qk =
        q->group < s->groups ? s->group_key[q->group] / s->group_size[q->group] : q->key;
    if (p->group != q->group && pk != qk)
        return pk < qk ? -1 : 1;
    if (p->group != q->group)
        return p->group < q->group ? -1 : 1; /* the ungrouped come last */
    return p->key < q->key ? -1 : p->key > q->key;
}

static void sort_row(struct sorter *s, int rank)
{
    join_groups(s, rank);
    list_row(s, rank);
    for (size_t i = 1; i < s->row_n; i++) {
        uint32_t spot = s->row[i];
        size_t at = i;
        for (; at > 0 && compare_spots(s, s->row[at - 1], spot) > 0; at--)
            s->row[at] = s->row[at - 1];
        s->row[at] = spot;
    }
}

/* Groups keep one order in all ranks: their clusters change places, nothing else does. */
static void obey_lanes(struct sorter *s)
{
    for (size_t i = 0; i < s->row_n; i++) {
        size_t least = i;
        size_t group = s->spot[s->row[i]].group;
        if (group >= s->groups)
            continue;
        for (size_t j = i + 1; j < s->row_n; j++) {
            size_t other = s->spot[s->row[j]].group;
            if (other < s->groups && s->lane[other] < s->lane[s->spot[s->row[least]].group])
                least = j;
        }
        uint32_t moved = s->row[least];
        if (s->spot[moved].group == group)
            continue;
        memmove(&s->row[i + 1], &s->row[i], (least - i) * sizeof s->row[0]);
        s->row[i] = moved;
    }
}

static void find_lanes(struct sorter *s)
{
    for (size_t i = 0; i < s->groups; i++)
        s->group_key[i] = s->group_size[i] = 0;
    for (size_t i = 0; i < s->n; i++)
        if (s->spot[i].group < s->groups && s->spot[i].rank >= 0) {
            s->group_key[s->spot[i].group] += s->spot[i].pos * SCALE;
            s->group_size[s->spot[i].group]++;
        }
    for (size_t i = 0; i < s->groups; i++) {
        s->lane[i] = 0;
        int key = s->group_size[i] ? s->group_key[i] / s->group_size[i] : 0;
        for (size_t j = 0; j < s->groups; j++) {
            int other = s->group_size[j] ? s->group_key[j] / s->group_size[j] : 0;
            s->lane[i] += other < key || (other == key && j < i);
        }
    }
}

static void sweep(struct sorter *s, int step)
{
    int from = step < 0 ? 1 : s->ranks - 2;
    find_lanes(s);
    for (int rank = from; rank >= 0 && rank < s->ranks; rank -= step) {
        find_keys(s, rank, step);
        sort_row(s, rank);
        obey_lanes(s);
        number_row(s);
    }
}

static int crossings(const struct sorter *s)
{
    int n = 0;
    for (size_t i = 0; i < s->links; i++)
        for (size_t j = i + 1; j < s->links; j++) {
            const struct spot *a = &s->spot[s->link[i].upper],
                              *b = &s->spot[s->link[j].upper];
            const struct spot *c = &s->spot[s->link[i].lower],
                              *d = &s->spot[s->link[j].lower];
            n += a->rank == b->rank && ((a->pos < b->pos && c->pos > d->pos) ||
                                        (a->pos > b->pos && c->pos < d->pos));
        }
    return n;
}

static void first_order(struct sorter *s)
{
    for (int rank = 0; rank < s->ranks; rank++) {
        for (size_t i = 0; i < s->n; i++)
            s->spot[i].key = (int)i * SCALE;
        sort_row(s, rank);
        number_row(s);
    }
    find_lanes(s);
    for (int rank = 0; rank < s->ranks; rank++) {
        for (size_t i = 0; i < s->n; i++)
            s->spot[i].key = s->spot[i].pos * SCALE;
        sort_row(s, rank);
        obey_lanes(s);
        number_row(s);
    }
}

/* Places in ranks without bends, with satellites: the first one below its anchor, the second one
 * above. */
static void number_nodes(const struct graph *g, struct layers *l, const int *pos)
{
    for (size_t i = 0; i < g->nodes.n; i++) {
        l->order[i] = 0;
        size_t self = l->anchor[i] == GRAPH_NONE ? i : l->anchor[i];
        for (size_t j = 0; j < g->nodes.n; j++) {
            size_t other = l->anchor[j] == GRAPH_NONE ? j : l->anchor[j];
            if (l->rank[j] != l->rank[i] || other == self)
                continue;
            l->order[i] += pos[other] < pos[self];
        }
    }
    for (size_t i = 0; i < g->nodes.n; i++) {
        size_t anchor = l->anchor[i];
        if (anchor == GRAPH_NONE)
            continue;
        bool second = false;
        for (size_t j = 0; j < i; j++)
            second = second || l->anchor[j] == anchor;
        if (second)
            for (size_t j = 0; j < g->nodes.n; j++)
                l->order[j] += j != i && (j == anchor || l->anchor[j] == anchor);
        else
            l->order[i] = l->order[anchor] + 1;
    }
}

void layers_order(struct arena *a, const struct graph *g, struct layers *l)
{
    struct sorter s = make_sorter(a, g, l);
    int *best = arena_many(a, s.n, int);
    first_order(&s);
    int least = crossings(&s);
    for (size_t i = 0; i < s.n; i++)
        best[i] = s.spot[i].pos;
    for (int i = 0; i < SWEEPS && least > 0; i++) {
        sweep(&s, i % 2 == 0 ? -1 : 1);
        int n = crossings(&s);
        if (n >= least)
            continue;
        least = n;
        for (size_t j = 0; j < s.n; j++)
            best[j] = s.spot[j].pos;
    }
    number_nodes(g, l, best);
    layers_nest(a, g, l);
}
