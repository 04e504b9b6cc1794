/* SPDX-License-Identifier: MIT */
/* unit/model/diagram_case.h — a text under a heading, and the graph that is read there as a line.
 *
 *   Client | Gateway*key | Store=store*side ; 1>2 2=3 ; down chain
 *
 * Nodes: label, =shape, *key, *side, *group N. Edges: > forward, < back, = both ways, - none, with
 * ~ before a dashed one and :label behind. Then direction unless right, "chain", groups,
 * caption and rest. "prose" where no diagram is read. */
#ifndef RECTO_UNIT_MODEL_DIAGRAM_CASE_H
#define RECTO_UNIT_MODEL_DIAGRAM_CASE_H

#include "test.h"

#include "model/diagram/diagram.h"

struct diagram_case {
    const char *text, *graph;
};

static void put_text(struct strbuf *b, struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\n')
            strbuf_put(b, S("\\n"));
        else
            strbuf_putc(b, text.p[i]);
    }
}

static void put_node(struct strbuf *b, const struct node *node)
{
    static const char *const shapes[] = {"", "=store", "=round", "=decision"};
    put_text(b, node->label);
    strbuf_put(b, str_from(shapes[node->shape]));
    strbuf_put(b, node->key ? S("*key") : S(""));
    strbuf_put(b, node->side ? S("*side") : S(""));
    if (node->group != GRAPH_NONE)
        strbuf_fmt(b, "*%zu", node->group + 1);
}

static void put_edge(struct strbuf *b, const struct edge *e)
{
    static const char kinds[] = "><=-";
    strbuf_fmt(b, " %s%zu%c%zu", e->dashed ? "~" : "", e->from + 1, kinds[e->kind],
               e->to + 1);
    if (e->label.n) {
        strbuf_putc(b, ':');
        put_text(b, e->label);
    }
}

static struct str graph_line(struct arena *a, const struct graph *g, struct str rest)
{
    static const char *const directions[] = {"", " left", " down", " up"};
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < g->nodes.n; i++) {
        strbuf_put(&b, i ? S(" | ") : S(""));
        put_node(&b, &g->nodes.at[i]);
    }
    strbuf_put(&b, S(" ;"));
    for (size_t i = 0; i < g->edges.n; i++)
        put_edge(&b, &g->edges.at[i]);
    strbuf_put(&b, S(" ;"));
    strbuf_put(&b, str_from(directions[g->direction]));
    strbuf_put(&b, g->chain ? S(" chain") : S(""));
    for (size_t i = 0; i < g->groups.n; i++) {
        strbuf_put(&b, S(" ("));
        put_text(&b, g->groups.at[i].title);
        if (g->groups.at[i].parent != GRAPH_NONE)
            strbuf_fmt(&b, " in %zu", g->groups.at[i].parent + 1);
        strbuf_putc(&b, ')');
    }
    if (g->caption.n)
        strbuf_fmt(&b, " caption=%.*s", STR(g->caption));
    if (rest.n)
        strbuf_fmt(&b, " rest=%.*s", STR(rest));
    return strbuf_str(&b);
}

/* The diagram at the first block below the heading. */
static struct str graph_under(struct arena *a, const char *heading, const char *text,
                              enum section_kind section, struct diags *d)
{
    struct str all = str_fmt(a, "## %s\n\n%s\n", heading, text), rest;
    const struct source *source = source_parse(a, S("case.md"), all, d);
    const struct block *block = source->root->first;
    struct graph graph;
    CHECK_NOT_NULL(block);
    CHECK_INT(block->kind, BLOCK_HEADING);
    CHECK_NOT_NULL(block->next);
    if (diagram_read(a, block->next, section, &graph, &rest, d) == 0)
        return S("prose");
    return graph_line(a, &graph, rest);
}

static inline void check_diagrams(const struct diagram_case *cases, size_t n,
                                  const char *heading, enum section_kind section)
{
    for (size_t i = 0; i < n; i++) {
        struct arena *a = arena_new((size_t)64 << 20);
        CHECK_NOT_NULL(a);
        struct diags d = diags_at(a, S("case.md"));
        struct str got = graph_under(a, heading, cases[i].text, section, &d);
        if (!str_eq(got, str_from(cases[i].graph)))
            print_error("case %zu:\n%s\n", i, cases[i].text);
        CHECK_STR(got, cases[i].graph);
        arena_free(a);
    }
}

#endif
