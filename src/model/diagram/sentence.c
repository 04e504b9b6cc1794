/* SPDX-License-Identifier: MIT */
/* model/diagram/sentence.c — a diagram said in words, for those who cannot see it. */
#include "base/arena.h"
#include "model/graph.h"

#define SENTENCE_MAX_EDGES 40 /* beyond, nobody listens: the rest is told as a number */

static const char *verb_of(enum edge_kind kind)
{
    switch (kind) {
    case EDGE_FORWARD:
        return "to";
    case EDGE_BACK:
        return "from";
    case EDGE_BOTH:
        return "both ways to";
    case EDGE_NONE:
        break;
    }
    return "linked to";
}

static void put_line(struct strbuf *b, struct str label)
{
    while (label.n) {
        strbuf_put(b, str_cut(&label, '\n'));
        strbuf_put(b, label.n ? S(" ") : S(""));
    }
}

/* A node without words has its id. */
static void put_name(struct strbuf *b, const struct node *node)
{
    put_line(b, node->label.n ? node->label : node->id);
}

static void put_edge(struct strbuf *b, const struct graph *g, const struct edge *e)
{
    strbuf_fmt(b, " %s ", verb_of(e->kind));
    if (e->from == e->to)
        strbuf_put(b, S("itself"));
    else
        put_name(b, &g->nodes.at[e->to]);
    if (!e->label.n && !e->dashed)
        return;
    strbuf_put(b, S(" ("));
    put_line(b, e->label);
    if (e->dashed)
        strbuf_put(b, e->label.n ? S(", dashed") : S("dashed"));
    strbuf_putc(b, ')');
}

/* The next edge not yet told: the one that goes on from `node`, else the first of all. */
static size_t next_edge(const struct graph *g, const bool *told, size_t node)
{
    size_t first = g->edges.n;
    for (size_t i = 0; i < g->edges.n; i++) {
        const struct edge *e = &g->edges.at[i];
        bool side = g->nodes.at[e->to].side;
        if (!told[i] && e->from == node && !side)
            return i;
        if (!told[i] && first == g->edges.n)
            first = i;
    }
    return first;
}

/* Nodes that no edge touches are named too. */
static void put_lone(struct strbuf *b, const struct graph *g, const bool *joined)
{
    for (size_t i = 0; i < g->nodes.n; i++) {
        if (joined[i])
            continue;
        strbuf_put(b, b->n ? S("; ") : S(""));
        put_name(b, &g->nodes.at[i]);
    }
}

static void put_member(struct strbuf *b, struct str name, size_t *n)
{
    strbuf_put(b, *n > 0 ? S(", ") : S(" "));
    put_line(b, name);
    ++*n;
}

/* What stands in every group: its own nodes, then the groups in it. */
static void put_groups(struct strbuf *b, const struct graph *g)
{
    for (size_t i = 0; i < g->groups.n; i++) {
        size_t n = 0;
        strbuf_put(b, b->n ? S("; in ") : S("in "));
        put_line(b, g->groups.at[i].title.n ? g->groups.at[i].title : S("a group"));
        strbuf_putc(b, ':');
        for (size_t k = 0; k < g->nodes.n; k++)
            if (g->nodes.at[k].group == i)
                put_member(
                    b, g->nodes.at[k].label.n ? g->nodes.at[k].label : g->nodes.at[k].id,
                    &n);
        for (size_t k = 0; k < g->groups.n; k++)
            if (g->groups.at[k].parent == i)
                put_member(
                    b, g->groups.at[k].title.n ? g->groups.at[k].title : S("a group"), &n);
        if (n == 0)
            strbuf_put(b, S(" nothing"));
    }
}

struct str graph_sentence(struct arena *a, const struct graph *graph)
{
    struct strbuf b = strbuf_at(a);
    bool *told = arena_many(a, graph->edges.n + 1, bool);
    bool *joined = arena_many(a, graph->nodes.n + 1, bool);
    size_t at = GRAPH_NONE, n = graph->edges.n;
    if (n > SENTENCE_MAX_EDGES)
        n = SENTENCE_MAX_EDGES;
    for (size_t i = 0; i < graph->edges.n; i++)
        joined[graph->edges.at[i].from] = joined[graph->edges.at[i].to] = true;
    for (size_t i = 0; i < n; i++) {
        size_t next = next_edge(graph, told, at);
        const struct edge *e = &graph->edges.at[next];
        bool aside = graph->nodes.at[e->to].side && graph->nodes.n > 2;
        if (e->from != at || aside) {
            strbuf_put(&b, b.n ? S("; ") : S(""));
            put_name(&b, &graph->nodes.at[e->from]);
        }
        put_edge(&b, graph, e);
        told[next] = true;
        at = aside ? e->from : e->to;
    }
    put_lone(&b, graph, joined);
    if (n < graph->edges.n)
        strbuf_fmt(&b, "; and %zu more connections", graph->edges.n - n);
    put_groups(&b, graph);
    strbuf_put(&b, b.n ? S(".") : S(""));
    return strbuf_str(&b);
}
