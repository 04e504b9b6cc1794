/* SPDX-License-Identifier: MIT */
/* diagram/diagram.c — a graph placed. */
#include "base/arena.h"
#include "diagram/choose.h"
#include "diagram/drawing.h"
#include "diagram/figure.h"

#define LOOP_ROOM PT(9) /* right of the last node, for an arrow from it to itself */
#define WHITE 0xFFFFFFu /* words on the solid node */
#define KEY_WEIGHT 600
static void make_words(struct plan *p)
{
    const struct graph *g = p->graph;
    const struct role_look *roles = p->look->roles;
    p->labels = arena_many(p->a, g->nodes.n, struct label);
    p->notes = arena_many(p->a, g->nodes.n, struct label);
    p->words = arena_many(p->a, g->edges.n, struct label);
    p->titles = arena_many(p->a, g->groups.n, struct label);
    for (size_t i = 0; i < g->nodes.n; i++) {
        bool key = g->nodes.at[i].key;
        struct label_style name = {ROLE_NODE_LABEL, key ? KEY_WEIGHT : 0,
                                   key ? WHITE : roles[ROLE_NODE_LABEL].colour};
        struct label_style note = {ROLE_NODE_NOTE, 0,
                                   key ? WHITE : roles[ROLE_NODE_NOTE].colour};
        p->labels[i] =
            label_make(p->a, p->cache, p->look, g->nodes.at[i].label, &name, p->d);
        p->notes[i] = label_make(p->a, p->cache, p->look, g->nodes.at[i].note, &note, p->d);
    }
    struct label_style words = {ROLE_ARROW_LABEL, 0, roles[ROLE_ARROW_LABEL].colour};
    struct label_style title = {ROLE_GROUP_TITLE, 0, roles[ROLE_GROUP_TITLE].colour};
    for (size_t i = 0; i < g->edges.n; i++)
        p->words[i] =
            label_make(p->a, p->cache, p->look, g->edges.at[i].label, &words, p->d);
    for (size_t i = 0; i < g->groups.n; i++)
        p->titles[i] =
            label_make(p->a, p->cache, p->look, g->groups.at[i].title, &title, p->d);
}

static bool has_loop(const struct graph *g)
{
    for (size_t i = 0; i < g->edges.n; i++)
        if (g->edges.at[i].from == g->edges.at[i].to)
            return true;
    return false;
}

struct drawing diagram_place(struct arena *a, const struct graph *graph,
                             const struct look *look, struct text_cache *cache, mpt width,
                             struct diags *d)
{
    struct plan p = {.a = a, .graph = graph, .look = look, .cache = cache, .d = d};
    p.width = width - (has_loop(graph) ? LOOP_ROOM : 0);
    p.row_gap = look->row_gap;
    p.node_height = 1000;
    struct drawing out = {.width = width};
    if (graph->nodes.n == 0)
        return out;
    if (graph->nodes.n > NODES_MAX || graph->edges.n > EDGES_MAX) {
        diag_push(d, D_D0102, graph->span, "a diagram of %zu nodes cannot be read",
                  graph->nodes.n);
        out.overflow = MPT_MAX;
        return out;
    }
    make_words(&p);
    struct candidate c = choose_figure(&p);
    out = figure_make(&p, &c.grid, &c.frame);
    out.folded = c.folded || c.grid.down;
    p.width = width;
    figure_words(&p, &c.frame, &out);
    figure_trim(&p, &out);
    return out;
}
