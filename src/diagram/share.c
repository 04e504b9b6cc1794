/* SPDX-License-Identifier: MIT */
/* diagram/share.c — arrows that may run as one. */
#include "diagram/share.h"

#include "base/arena.h"

/* Words and dashes are said of one arrow only. */
static bool is_plain(const struct edge *e)
{
    return e->kind == EDGE_FORWARD && !e->dashed && e->label.n == 0;
}

struct share share_find(struct arena *a, const struct graph *g)
{
    bool *leads = arena_many(a, g->nodes.n * g->nodes.n, bool);
    for (size_t i = 0; i < g->edges.n; i++) {
        const struct edge *e = &g->edges.at[i];
        if (is_plain(e))
            leads[e->from * g->nodes.n + e->to] = true;
    }
    return (struct share){g, leads};
}

bool share_may(const struct share *s, const struct edge *e, const struct edge *f)
{
    if (e->from == f->from || e->to == f->to)
        return true;
    size_t n = s->g->nodes.n;
    return is_plain(e) && is_plain(f) && s->leads[e->from * n + f->to] &&
           s->leads[f->from * n + e->to];
}
