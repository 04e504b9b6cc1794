/* SPDX-License-Identifier: MIT */
/* model/diagram/make.c — building a graph step by step. */
#include "model/diagram/make.h"

#include "base/arena.h"

struct make make_at(struct arena *a, struct graph *graph)
{
    return (struct make){.a = a, .graph = graph, .group = GRAPH_NONE};
}

size_t make_find(const struct make *m, struct str name)
{
    const size_t *index = map_find(&m->by_name, name);
    return index ? *index : GRAPH_NONE;
}

size_t make_node(struct make *m, struct str name, struct node node)
{
    if (m->graph->nodes.n >= GRAPH_MAX_NODES) {
        m->full = true;
        return GRAPH_NONE;
    }
    node.group = m->group;
    vec_push(m->a, &m->graph->nodes, node);
    size_t *index = arena_make(m->a, size_t);
    *index = m->graph->nodes.n - 1;
    map_put(m->a, &m->by_name, name, index);
    return *index;
}

static bool same_edge(const struct edge *a, const struct edge *b)
{
    return a->from == b->from && a->to == b->to && a->kind == b->kind &&
           a->dashed == b->dashed && str_eq(a->label, b->label);
}

void make_edge(struct make *m, size_t from, size_t to, struct edge edge)
{
    if (from == GRAPH_NONE || to == GRAPH_NONE)
        return;
    edge.from = from;
    edge.to = to;
    for (size_t i = 0; i < m->graph->edges.n; i++) {
        if (same_edge(&m->graph->edges.at[i], &edge))
            return;
    }
    if (m->graph->edges.n >= GRAPH_MAX_EDGES)
        m->full = true;
    else
        vec_push(m->a, &m->graph->edges, edge);
}

void make_key(struct make *m)
{
    struct graph *g = m->graph;
    for (size_t i = 0; i < g->nodes.n; i++) {
        if (g->nodes.at[i].key)
            return;
    }
    for (size_t i = 1; i < m->bold.n; i++) {
        if (m->bold.at[i] != m->bold.at[0])
            return;
    }
    if (m->bold.n && g->nodes.n > 1)
        g->nodes.at[m->bold.at[0]].key = true;
}

size_t make_group(struct make *m, struct str title, size_t parent)
{
    if (m->graph->groups.n >= GRAPH_MAX_GROUPS) {
        m->full = true;
        return GRAPH_NONE;
    }
    vec_push(m->a, &m->graph->groups, (struct group){title, parent});
    return m->graph->groups.n - 1;
}
