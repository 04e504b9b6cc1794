/* SPDX-License-Identifier: MIT */
/* diagram/size.c — how large nodes must be for their words. */
#include "diagram/size.h"

#include "base/arena.h"

#define NOMINAL PT(7.6) /* label size that the lengths below belong to */
#define LEAST_WIDTH PT(46)
#define HEIGHT_LABEL PT(23) /* of a node with one line */
#define HEIGHT_NOTE PT(29)  /* … and a note */
#define SECOND_LINE PT(2)   /* a second line needs little more, the node has room */
#define FURTHER_LINE PT(9)
#define STORE_MORE PT(5)    /* lid and belly of a cylinder */
#define ROUND_MORE PT(3)    /* either side of a pill */
#define DECISION_SHARE 600  /* of a diamond's width is free for words [thousandths] */
#define DECISION_LEAST 1400 /* height of a diamond beside a box [thousandths] */
/* Width of a diamond beside its height: else it looks like a blade. */
#define DECISION_MOST 2400

static const struct size_step {
    int size, pad; /* [thousandths] */
    size_t lines, note_lines;
} steps[SIZE_STEPS] = {
    {1000, 1000, 1, 1},
    {1000, 1000, 2, 1},
    {921,  629,  2, 1}, /* 7.0 pt, pad 4.4 pt */
    {921,  629,  3, 2},
    {921,  629,  4, 4},
};

mpt size_scaled(const struct plan *plan, mpt length)
{
    return mpt_scale(length, plan->look->roles[ROLE_NODE_LABEL].size, NOMINAL);
}

static mpt pad_of(const struct plan *plan, int step)
{
    return mpt_scale(plan->look->node_pad, steps[step].pad, 1000);
}

static mpt room_for(const struct plan *plan, int step, size_t node, mpt width)
{
    switch (plan->graph->nodes.at[node].shape) {
    case NODE_DECISION:
        return mpt_scale(width, DECISION_SHARE, 1000);
    case NODE_ROUND:
        return width - 2 * (pad_of(plan, step) + ROUND_MORE);
    case NODE_BOX:
    case NODE_STORE:
        break;
    }
    return width - 2 * pad_of(plan, step);
}

/* Width that gives `room`. */
static mpt width_for(const struct plan *plan, int step, size_t node, mpt room)
{
    switch (plan->graph->nodes.at[node].shape) {
    case NODE_DECISION:
        return mpt_scale(room, 1000, DECISION_SHARE) + 1;
    case NODE_ROUND:
        return room + 2 * (pad_of(plan, step) + ROUND_MORE);
    case NODE_BOX:
    case NODE_STORE:
        break;
    }
    return room + 2 * pad_of(plan, step);
}

static mpt height_of(const struct plan *plan, const struct sizes *s, size_t node)
{
    size_t lines = s->lines[node], notes = s->note_lines[node];
    mpt h = mpt_scale(notes > 0 ? HEIGHT_NOTE : HEIGHT_LABEL, plan->node_height, 1000);
    if (lines > 1)
        h += notes > 0 ? FURTHER_LINE : SECOND_LINE;
    if (lines > 2)
        h += (mpt)(lines - 2) * FURTHER_LINE;
    if (notes > 1)
        h += (mpt)(notes - 1) * FURTHER_LINE;
    return size_scaled(plan, h);
}

/* Boxes share one height; cylinders are a lid higher, diamonds what their corners need. */
static void find_heights(const struct plan *plan, struct sizes *s)
{
    const struct graph *g = plan->graph;
    mpt box = 0;
    for (size_t i = 0; i < g->nodes.n; i++)
        box = mpt_max(box, height_of(plan, s, i));
    s->row = box;
    for (size_t i = 0; i < g->nodes.n; i++) {
        s->height[i] = box;
        if (g->nodes.at[i].shape == NODE_STORE)
            s->height[i] = box + size_scaled(plan, STORE_MORE);
        if (g->nodes.at[i].shape == NODE_DECISION) {
            /* words of 3/5 of the width need 5/2 of their own height */
            mpt words =
                (mpt)(s->lines[i] + s->note_lines[i]) * size_scaled(plan, FURTHER_LINE);
            s->height[i] =
                mpt_max(mpt_scale(words, 5, 2), mpt_scale(box, DECISION_LEAST, 1000));
        }
        s->row = mpt_max(s->row, s->height[i]);
    }
}

/* Fewest lines that fit `room`; where nothing fits and it is the last step, the most lines. */
static bool choose(const struct label *label, mpt room, int size, size_t most, bool must,
                   size_t *lines)
{
    *lines = 0;
    if (label->text == NULL)
        return true;
    *lines = label_lines_for(label, room, size, most);
    if (*lines == 0 && must)
        *lines = label->most;
    return *lines > 0;
}

bool sizes_at(const struct plan *plan, int step, mpt most, struct sizes *out)
{
    const struct size_step *s = &steps[step];
    size_t n = plan->graph->nodes.n;
    bool must = step + 1 == SIZE_STEPS;
    struct sizes sizes = {.step = step, .size = s->size, .least_width = LEAST_WIDTH};
    sizes.lines = arena_many(plan->a, n, size_t);
    sizes.note_lines = arena_many(plan->a, n, size_t);
    sizes.height = arena_many(plan->a, n, mpt);
    for (size_t i = 0; i < n; i++) {
        const struct label *label = &plan->labels[i], *note = &plan->notes[i];
        mpt room = room_for(plan, step, i, most);
        if (!choose(label, room, s->size, s->lines, must, &sizes.lines[i]) ||
            !choose(note, room, s->size, s->note_lines, must, &sizes.note_lines[i]))
            return false;
        mpt words = mpt_max(label_width(label, sizes.lines[i], s->size),
                            label_width(note, sizes.note_lines[i], s->size));
        sizes.least_width = mpt_max(sizes.least_width, width_for(plan, step, i, words));
    }
    find_heights(plan, &sizes);
    *out = sizes;
    return sizes.least_width <= most || must;
}

mpt size_width(const struct plan *plan, const struct sizes *s, size_t node, mpt all)
{
    if (plan->graph->nodes.at[node].shape != NODE_DECISION)
        return all;
    mpt words = mpt_max(label_width(&plan->labels[node], s->lines[node], s->size),
                        label_width(&plan->notes[node], s->note_lines[node], s->size));
    mpt least = width_for(plan, s->step, node, words + 2 * pad_of(plan, s->step) / 3);
    return mpt_min(all, mpt_max(least, mpt_scale(s->height[node], DECISION_MOST, 1000)));
}
