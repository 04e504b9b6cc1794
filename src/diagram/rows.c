/* SPDX-License-Identifier: MIT */
/* diagram/rows.c — the lines across the flow as coordinates. */
#include "diagram/rows.h"

#include "base/arena.h"

#define HEAD_CLEAR PT(3) /* between the head of an arrow and a line that crosses it */

static mpt border_before(const struct plan *plan, const struct grid *grid, int line)
{
    mpt end = grid->down ? GROUP_SIDE : GROUP_BOTTOM,
        begin = grid->down ? GROUP_SIDE : GROUP_TOP;
    return grid_borders(plan->graph, grid, false, line - 1, false) * end +
           grid_borders(plan->graph, grid, false, line, true) * begin;
}

mpt rows_across_need(const struct plan *plan, const struct grid *grid, const struct wire *w)
{
    const struct label *words = &plan->words[w->edge];
    bool both = plan->graph->edges.at[w->edge].kind == EDGE_BOTH;
    if (!grid_is_straight(w) || w->at[0].main != w->at[1].main)
        return 0;
    int first = w->at[0].cross, last = w->at[1].cross;
    mpt need = both ? BOTH_LEAST : 0, borders = 0; /* which are room for words, too */
    if (words->text != NULL && grid->down)
        need = mpt_max(need, words->width[words->least] + 2 * WORDS_CLEAR);
    for (int line = (first < last ? first : last) + 1;
         line <= (first < last ? last : first); line++)
        borders += border_before(plan, grid, line);
    int bundle = grid_bundle(grid, true, (first + last) / 2);
    if (bundle >= 0) /* what passes there divides the room in two */
        need = 2 * mpt_max(need, HEAD_LENGTH + HEAD_CLEAR) + place_bundle(bundle);
    return mpt_max(need - borders, 0);
}

static int steps_between(int a, int b)
{
    return a > b ? a - b : b - a;
}

/* Nodes that are all alike: those next to each other need most. */
static mpt alike_pitch(int steps, mpt size, mpt gap)
{
    steps = steps == 1 ? 2 : steps;
    return steps == 0 ? 0 : (size + gap + steps - 1) / steps;
}

/* Room for nodes, and for words between them. In figures that run downwards all nodes are as wide,
 * and those that are half beside each other would look like a mistake. */
static mpt node_pitch(const struct plan *plan, const struct grid *grid, const mpt *size,
                      mpt gap)
{
    mpt half = mpt_max(alike_pitch(grid->same, size[0], gap),
                       alike_pitch(grid->other, size[0], gap));
    for (size_t i = 0; i < grid->wire_count; i++) {
        const struct wire *w = &grid->wires[i];
        mpt need = rows_across_need(plan, grid, w);
        int steps = steps_between(w->at[0].cross, w->at[w->count - 1].cross);
        const struct edge *e = &plan->graph->edges.at[w->edge];
        if (need > 0)
            half = mpt_max(half,
                           ((size[e->from] + size[e->to]) / 2 + need + steps - 1) / steps);
    }
    return half;
}

mpt rows_pitch(const struct plan *plan, const struct grid *grid, const mpt *size, mpt gap)
{
    mpt half = node_pitch(plan, grid, size, gap);
    for (size_t i = 0; i < 2 * plan->graph->nodes.n; i++) {
        int line = grid->node[i / 2].cross + (i % 2 == 0 ? -1 : 1);
        if (grid->passed[i])
            half = mpt_max(half,
                           (size[i / 2] + place_bundle(grid_bundle(grid, true, line))) / 2 +
                               CLEAR);
    }
    return half;
}

mpt *rows_lay(const struct plan *plan, const struct grid *grid, const mpt *size, mpt half,
              const mpt *steps, mpt *total)
{
    int last = grid->crosses - 1;
    mpt *at = arena_many(plan->a, (size_t)grid->crosses, mpt);
    for (int line = 2; line < last; line++)
        at[line] = at[line - 1] + (steps != NULL ? steps[line] : half) +
                   border_before(plan, grid, line);
    mpt low = 0, high = 0;
    for (size_t i = 0; i < plan->graph->nodes.n; i++) {
        int line = grid->node[i].cross;
        low = mpt_min(low, at[line] - size[i] / 2);
        high = mpt_max(high, at[line] + (size[i] + 1) / 2);
    }
    low -= border_before(plan, grid, 1);
    high += border_before(plan, grid, last);
    int first_bundle = grid_bundle(grid, true, 0),
        last_bundle = grid_bundle(grid, true, last);
    mpt first_half = place_bundle(first_bundle) / 2,
        last_half = place_bundle(last_bundle) / 2;
    at[0] = low - OUTSIDE - first_half;
    at[last] = high + OUTSIDE + last_half;
    if (first_bundle >= 0)
        low = at[0] - first_half;
    if (last_bundle >= 0)
        high = at[last] + last_half;
    for (int line = 0; line <= last; line++)
        at[line] -= low;
    *total = high - low;
    return at;
}
