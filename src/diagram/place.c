/* SPDX-License-Identifier: MIT */
/* diagram/place.c — the grid's lines as coordinates. */
#include "diagram/place.h"

#include "base/arena.h"
#include "diagram/rows.h"

#define BORDER_CLEAR PT(10) /* between a node and the border of a group beside it */
#define SPINE 450           /* where tracks run in their channel [thousandths] */
#define GAP_GROWS PT(36)    /* gaps grow up to this, then … */
#define WIDTH_GROWS PT(120) /* … nodes up to this, then … */
#define GAP_MOST PT(72)     /* … gaps again, then nodes, if the figure has few */
#define WIDTH_MOST PT(150)

/* What a channel between two columns (or rows) must hold. */
struct channel {
    mpt before, after; /* borders of groups that end before it and begin after it */
    mpt lead;  /* to the tracks, for words behind them; -1: they run in the middle */
    bool back; /* the lead is at the far end: the flow runs back here */
    mpt gap;   /* least width of all [mpt] */
};

/* --- along the flow: channels ------------------------------------------------------------------ */

/* The channel in which the words of a wire stand: where it comes to its end along the flow, or
 * where it leaves; -1 where it never runs along the flow beside a node. */
static int words_channel(const struct wire *w)
{
    struct cell last = w->at[w->count - 1], before = w->at[w->count - 2];
    if (last.cross == before.cross)
        return last.main > before.main ? last.main - 1 : last.main + 1;
    if (w->at[0].cross == w->at[1].cross)
        return w->at[1].main > w->at[0].main ? w->at[0].main + 1 : w->at[0].main - 1;
    return -1;
}

static mpt words_need(const struct plan *plan, const struct grid *grid,
                      const struct wire *w)
{
    const struct label *words = &plan->words[w->edge];
    if (words->text == NULL)
        return 0;
    if (!grid->down)
        return words->width[words->least] + 2 * WORDS_CLEAR;
    return mpt_scale((int64_t)words->least * words->size, 12, 10) + HEAD_LENGTH;
}

static void fit_words(const struct plan *plan, const struct grid *grid, int line,
                      struct channel *c, mpt tracks)
{
    for (size_t i = 0; i < grid->wire_count; i++) {
        const struct wire *w = &grid->wires[i];
        mpt need = words_need(plan, grid, w);
        if (need == 0 || words_channel(w) != line)
            continue;
        if (grid_is_straight(w) && grid_bundle(grid, false, line) < 0) {
            c->gap = mpt_max(c->gap, need + c->before + c->after);
            continue;
        }
        c->back = w->at[w->count - 1].main < w->at[0].main;
        c->lead = CLEAR;
        c->gap =
            mpt_max(c->gap, c->before + c->lead + tracks + need + HEAD_LENGTH + c->after);
    }
}

static void fit_heads(const struct plan *plan, const struct grid *grid, int line,
                      struct channel *c)
{
    for (size_t i = 0; i < grid->wire_count; i++) {
        const struct wire *w = &grid->wires[i];
        bool both = plan->graph->edges.at[w->edge].kind == EDGE_BOTH;
        int low = w->at[0].main < w->at[1].main ? w->at[0].main : w->at[1].main;
        if (both && grid_is_straight(w) && low + 1 == line)
            c->gap = mpt_max(c->gap, BOTH_LEAST + c->before + c->after);
    }
}

static struct channel channel_at(const struct plan *plan, const struct grid *grid, int line)
{
    int bundle = grid_bundle(grid, false, line);
    mpt tracks = place_bundle(bundle);
    mpt end = grid->down ? GROUP_BOTTOM : GROUP_SIDE,
        begin = grid->down ? GROUP_TOP : GROUP_SIDE;
    bool outer = line == 0 || line + 1 == grid->mains;
    struct channel c = {.lead = -1};
    c.before = line > 0 ? grid_borders(plan->graph, grid, true, line - 1, false) * end : 0;
    c.after = outer && line > 0
                  ? 0
                  : grid_borders(plan->graph, grid, true, line + 1, true) * begin;
    c.gap = c.before + c.after;
    if (bundle >= 0 && outer)
        c.gap += OUTSIDE + tracks;
    if (outer)
        return c;
    mpt least = grid->down ? plan->row_gap : plan->look->node_gap;
    mpt inner = mpt_max(c.gap > 0 ? BORDER_CLEAR : 0,
                        bundle >= 0 ? 2 * CLEAR + HEAD_LENGTH + tracks : 0);
    c.gap = mpt_max(least, c.gap + inner);
    fit_heads(plan, grid, line, &c);
    fit_words(plan, grid, line, &c, tracks);
    return c;
}

static struct channel *find_channels(const struct plan *plan, const struct grid *grid)
{
    struct channel *c = arena_many(plan->a, (size_t)grid->mains, struct channel);
    for (int line = 0; line < grid->mains; line += 2)
        c[line] = channel_at(plan, grid, line);
    return c;
}

static mpt sum_of(const struct channel *c, int mains, mpt inner_least)
{
    mpt sum = 0;
    for (int line = 0; line < mains; line += 2) {
        bool outer = line == 0 || line + 1 == mains;
        sum += outer ? c[line].gap : mpt_max(c[line].gap, inner_least);
    }
    return sum;
}

/* Positions of all lines along the flow; `size[line]` is the extent of the nodes on odd lines. */
static mpt *lay_channels(const struct plan *plan, const struct grid *grid,
                         const struct channel *c, const mpt *size)
{
    mpt *at = arena_many(plan->a, (size_t)grid->mains, mpt);
    mpt pen = 0;
    for (int line = 0; line < grid->mains; line++) {
        if (line % 2 == 1) {
            at[line] = pen + size[line] / 2;
            pen += size[line];
            continue;
        }
        mpt free = c[line].gap - c[line].before - c[line].after;
        mpt half = place_bundle(grid_bundle(grid, false, line)) / 2;
        mpt middle = mpt_scale(free, SPINE, 1000);
        if (c[line].lead >= 0)
            middle = c[line].back ? free - c[line].lead - half : c[line].lead + half;
        if (line == 0)
            middle = half;
        if (line > 0 && line + 1 == grid->mains)
            middle = free - half;
        at[line] = pen + c[line].before + middle;
        pen += c[line].gap;
    }
    return at;
}

static mpt *all_alike(const struct plan *plan, size_t n, mpt size)
{
    mpt *all = arena_many(plan->a, n, mpt);
    for (size_t i = 0; i < n; i++)
        all[i] = size;
    return all;
}

/* --- figures that run to the right ------------------------------------------------------------ */

static void widen(struct channel *c, int mains, mpt most, mpt *left)
{
    /* Evenly, the narrowest first: raise all to a common level. */
    for (int rounds = 0; rounds < 64 && *left > 0; rounds++) {
        mpt least = most, next = most;
        int n = 0;
        for (int line = 2; line + 2 < mains; line += 2)
            least = mpt_min(least, c[line].gap);
        if (least >= most)
            return;
        for (int line = 2; line + 2 < mains; line += 2) {
            n += c[line].gap == least;
            if (c[line].gap > least)
                next = mpt_min(next, c[line].gap);
        }
        mpt more = mpt_min(next - least, *left / n);
        if (more == 0)
            return;
        for (int line = 2; line + 2 < mains; line += 2)
            if (c[line].gap == least) {
                c[line].gap += more;
                *left -= more;
            }
    }
}

static void grow_nodes(struct frame *f, int columns, mpt most, mpt *left)
{
    mpt more = mpt_min(mpt_max(most - f->node_width, 0), *left / columns);
    f->node_width += more;
    *left -= more * columns;
}

/* Least width of a figure with nodes `width` wide. */
static mpt right_need(const struct channel *c, const struct grid *grid, mpt width)
{
    return sum_of(c, grid->mains, 0) + (grid->mains - 1) / 2 * width;
}

static void fill_right(const struct plan *plan, const struct grid *grid, struct channel *c,
                       struct frame *f)
{
    int columns = (grid->mains - 1) / 2;
    mpt left = plan->width - right_need(c, grid, f->node_width);
    f->overflow = mpt_max(-left, 0);
    widen(c, grid->mains, GAP_GROWS, &left);
    if (left > 0)
        grow_nodes(f, columns, WIDTH_GROWS, &left);
    widen(c, grid->mains, GAP_MOST, &left);
    if (left > 0)
        grow_nodes(f, columns, WIDTH_MOST, &left);
    widen(c, grid->mains, plan->width, &left);
    if (left > 0) { /* one column, or rounding: in the middle */
        c[0].gap += left / 2;
        c[0].before += left / 2;
    }
}

static void place_right(const struct plan *plan, const struct grid *grid, struct channel *c,
                        struct frame *f)
{
    fill_right(plan, grid, c, f);
    sizes_at(plan, f->sizes.step, f->node_width, &f->sizes); /* wider nodes, fewer lines */
    f->x = lay_channels(plan, grid, c, all_alike(plan, (size_t)grid->mains, f->node_width));
    const mpt *steps = rows_steps(plan, grid, f->sizes.height, plan->row_gap);
    mpt height = 0;
    f->y = rows_lay(plan, grid, f->sizes.height, 0, steps, &height);
}

/* --- figures that run downwards ---------------------------------------------------------------- */

static mpt down_total(const struct plan *plan, const struct grid *grid, mpt width, mpt gap,
                      mpt **x)
{
    mpt *size = all_alike(plan, plan->graph->nodes.n, width);
    mpt total = 0;
    *x = rows_lay(plan, grid, size, rows_pitch(plan, grid, size, gap), NULL, &total);
    return total;
}

/* The largest value from `low` to `high` with which the figure still fits. */
static mpt largest(const struct plan *plan, const struct grid *grid, mpt low, mpt high,
                   mpt gap)
{
    mpt *x = NULL;
    while (low < high) {
        mpt middle = low + (high - low + 1) / 2;
        bool fits = gap >= 0 ? down_total(plan, grid, middle, gap, &x) <= plan->width
                             : down_total(plan, grid, -gap, middle, &x) <= plan->width;
        if (fits)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static mpt *row_sizes(const struct plan *plan, const struct grid *grid,
                      const struct sizes *s)
{
    mpt *rows = arena_many(plan->a, (size_t)grid->mains, mpt);
    for (size_t i = 0; i < plan->graph->nodes.n; i++) {
        int line = grid->node[i].main;
        rows[line] = mpt_max(rows[line], s->height[i]);
    }
    return rows;
}

static void place_down(const struct plan *plan, const struct grid *grid, struct channel *c,
                       struct frame *f)
{
    mpt least = plan->look->node_gap, gap = least;
    mpt total = down_total(plan, grid, f->node_width, gap, &f->x);
    f->overflow = mpt_max(total - plan->width, 0);
    if (f->overflow == 0) {
        f->node_width =
            largest(plan, grid, f->node_width, mpt_max(WIDTH_GROWS, f->node_width), gap);
        gap = largest(plan, grid, least, mpt_max(GAP_MOST, least), -f->node_width);
        total = down_total(plan, grid, f->node_width, gap, &f->x);
    }
    sizes_at(plan, f->sizes.step, f->node_width, &f->sizes);
    mpt aside = mpt_max(plan->width - total, 0) / 2;
    for (int line = 0; line < grid->crosses; line++)
        f->x[line] += aside;
    f->y = lay_channels(plan, grid, c, row_sizes(plan, grid, &f->sizes));
}

/* --- both --------------------------------------------------------------------------------------- */

/* Widest that nodes can be. */
static mpt width_limit(const struct plan *plan, const struct grid *grid,
                       const struct channel *c)
{
    if (!grid->down)
        return (plan->width - sum_of(c, grid->mains, 0)) / ((grid->mains - 1) / 2);
    return largest(plan, grid, 0, plan->width, plan->look->node_gap);
}

/* A title must fit into its group; where arrows come from above into the middle of a node, beside
 * the first of them. */
static mpt title_width(const struct plan *plan, const struct grid *grid)
{
    mpt widest = 0;
    for (size_t i = 0; i < plan->graph->groups.n; i++) {
        const struct label *title = &plan->titles[i];
        const struct extent *e = &grid->group[i];
        if (title->text == NULL)
            continue;
        mpt width = title->width[title->least];
        if (grid->down)
            widest = mpt_max(widest, 2 * (width + WORDS_CLEAR));
        else if (e->first.main == e->last.main)
            widest = mpt_max(widest, width);
    }
    return mpt_min(widest, WIDTH_GROWS);
}

bool place_lines(const struct plan *plan, const struct grid *grid, int step,
                 struct frame *out)
{
    struct channel *c = find_channels(plan, grid);
    struct frame f = {.down = grid->down};
    mpt limit = width_limit(plan, grid, c);
    if (!sizes_at(plan, step, limit, &f.sizes))
        return false;
    f.node_width = mpt_max(f.sizes.least_width, mpt_min(title_width(plan, grid), limit));
    if (grid->down)
        place_down(plan, grid, c, &f);
    else
        place_right(plan, grid, c, &f);
    *out = f;
    return f.overflow == 0;
}
