/* SPDX-License-Identifier: MIT */
/* model/diagram/line.c — a diagram as one line of arrows, for those who take its text. */
#include "base/arena.h"
#include "model/graph.h"

/* What of the graph is in the line already. */
struct teller {
    const struct graph *g;
    struct strbuf out;
    bool *told;   /* an edge each */
    bool *named;  /* a node each */
    bool *titled; /* a group each */
};

/* What stands around the words on an arrow, and what an arrow without words is. */
static const struct {
    const char *before, *after, *bare;
} arrows[] = {
    [EDGE_FORWARD] = {"–", "→", "→"},
    [EDGE_BACK] = {"←", "–", "←"},
    [EDGE_BOTH] = {"←", "→", "↔"},
    [EDGE_NONE] = {"–", "–", "–"},
};

/* Line ends that the author wrote into a label become spaces. */
static void put_words(struct teller *t, struct str words)
{
    for (size_t i = 0; i < words.n; i++)
        strbuf_putc(&t->out, words.p[i] == '\n' ? ' ' : words.p[i]);
}

static void put_arrow(struct teller *t, const struct edge *e)
{
    if (e->label.n == 0) {
        strbuf_fmt(&t->out, "%s ", arrows[e->kind].bare);
        return;
    }
    strbuf_fmt(&t->out, "%s ", arrows[e->kind].before);
    put_words(t, e->label);
    strbuf_fmt(&t->out, " %s ", arrows[e->kind].after);
}

/* Titles of the groups that `group` stands in, from the outermost; each is told once. */
static void put_titles(struct teller *t, size_t group)
{
    while (group < t->g->groups.n && !t->titled[group]) {
        size_t outer = group;
        while (t->g->groups.at[outer].parent < t->g->groups.n &&
               !t->titled[t->g->groups.at[outer].parent])
            outer = t->g->groups.at[outer].parent;
        t->titled[outer] = true;
        if (t->g->groups.at[outer].title.n == 0)
            continue;
        put_words(t, t->g->groups.at[outer].title);
        strbuf_put(&t->out, S(": "));
    }
}

/* The first time with all that stands in it, later only by its name. */
static void put_name(struct teller *t, size_t index)
{
    const struct node *node = &t->g->nodes.at[index];
    bool first = !t->named[index];
    t->named[index] = true;
    if (first)
        put_titles(t, node->group);
    put_words(t, node->label);
    if (!first || node->note.n == 0)
        return;
    strbuf_put(&t->out, node->label.n ? S(" (") : S(""));
    put_words(t, node->note);
    strbuf_put(&t->out, node->label.n ? S(")") : S(""));
}

/* A store that hangs off the chain: " (↔ Feature Store)". */
static void put_stores(struct teller *t, size_t node)
{
    for (size_t i = 0; i < t->g->edges.n; i++) {
        const struct edge *e = &t->g->edges.at[i];
        if (t->told[i] || e->from != node || e->to == node || !t->g->nodes.at[e->to].side)
            continue;
        t->told[i] = true;
        strbuf_put(&t->out, S(" ("));
        put_arrow(t, e);
        put_name(t, e->to);
        strbuf_putc(&t->out, ')');
    }
}

static void begin_clause(struct teller *t, size_t node)
{
    strbuf_put(&t->out, t->out.n ? S("; ") : S(""));
    put_name(t, node);
    put_stores(t, node);
}

/* The next edge not yet told: one that goes on from `node`, else the first of all. */
static size_t next_edge(const struct teller *t, size_t node)
{
    size_t first = t->g->edges.n;
    for (size_t i = 0; i < t->g->edges.n; i++) {
        if (!t->told[i] && t->g->edges.at[i].from == node)
            return i;
        if (!t->told[i] && first == t->g->edges.n)
            first = i;
    }
    return first;
}

/* Nodes below `end` that no edge touches. */
static void put_lone(struct teller *t, const bool *joined, size_t end)
{
    for (size_t i = 0; i < end; i++)
        if (!joined[i] && !t->named[i])
            begin_clause(t, i);
}

struct str graph_text(struct arena *a, const struct graph *graph)
{
    struct teller t = {.g = graph, .out = strbuf_at(a)};
    t.told = arena_many(a, graph->edges.n + 1, bool);
    t.named = arena_many(a, graph->nodes.n + 1, bool);
    t.titled = arena_many(a, graph->groups.n + 1, bool);
    bool *joined = arena_many(a, graph->nodes.n + 1, bool);
    for (size_t i = 0; i < graph->edges.n; i++)
        joined[graph->edges.at[i].from] = joined[graph->edges.at[i].to] = true;
    size_t at = GRAPH_NONE, next;
    while ((next = next_edge(&t, at)) < graph->edges.n) {
        const struct edge *e = &graph->edges.at[next];
        if (e->from != at) {
            put_lone(&t, joined, e->from);
            begin_clause(&t, e->from);
            at = e->from;
            continue; /* its stores are told with it */
        }
        strbuf_putc(&t.out, ' ');
        t.told[next] = true;
        put_arrow(&t, e);
        put_name(&t, e->to);
        put_stores(&t, e->to);
        at = e->to;
    }
    put_lone(&t, joined, graph->nodes.n);
    for (size_t i = 0; i < graph->groups.n; i++)
        put_titles(&t, i); /* of groups without nodes */
    return str_trim(strbuf_str(&t.out));
}
