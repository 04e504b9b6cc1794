/* SPDX-License-Identifier: MIT */
/* page/break.c — where sheets end, over the whole document at once. */
#include "page/break.h"

#include "base/arena.h"

#define SHEET_COST 10000000   /* a sheet more is worse than any break */
#define NEVER_COST 1000000000 /* than a break where none is allowed */
#define OVERFULL_COST INT64_C(1000000000000)
#define PENALTY_SHARE 20 /* penalties count squared, through this */
#define EMPTY_COST 10    /* of a thousandth of a sheet that stays empty, */
#define EMPTY_LATER \
    30 /* and so many thousandths less on each later sheet: white space goes last */
#define LAST_SHARE 10 /* what a thin last sheet lacks counts squared, through this */
#define LAST_FILL 550 /* a last sheet should be filled so far [thousandths] */

/* The best way to set the boxes before a place. */
struct state {
    int64_t cost; /* INT64_MAX: there is none */
    size_t from;  /* where the last sheet begins */
    int sheets;
    bool forced;
};

struct breaking {
    const struct flow *flow;
    const struct paper *paper;
    struct state *best; /* one for each place 0 … n */
    bool desperate;     /* nothing lawful was found: anything goes, at its price */
};

/* Heights of a sheet that grows upwards, box by box. */
struct column {
    int64_t height, shrink, notes;
};

static void column_add(struct column *c, const struct box *box, const struct box *below)
{
    c->height += box->height;
    if (below) {
        c->height += below->gap;
        c->shrink += below->gap_shrink;
    }
    for (size_t i = 0; i < box->note_count; i++)
        c->notes += box->notes[i]->height;
}

static int64_t column_height(const struct column *c, const struct box *top,
                             const struct paper *paper)
{
    int64_t head = top->head ? top->head->height : 0;
    return c->height + head + (c->notes > 0 ? c->notes + paper->notes_gap : 0);
}

int64_t page_height_of(const struct flow *flow, size_t from, size_t to,
                       const struct paper *paper)
{
    struct column c = {0};
    for (size_t i = to; i-- > from;)
        column_add(&c, flow->at[i], i + 1 < to ? flow->at[i + 1] : NULL);
    return from < to ? column_height(&c, flow->at[from], paper) : 0;
}

int64_t page_stretch_of(const struct flow *flow, size_t from, size_t to)
{
    int64_t stretch = 0;
    for (size_t i = from + 1; i < to; i++)
        stretch += flow->at[i]->gap_stretch;
    return stretch;
}

static int64_t square(int64_t n)
{
    return n * n;
}

/* Thousandths of `room` that `height` fills. */
static int64_t fill_of(int64_t height, int64_t room)
{
    return room > 0 && height < room ? height * 1000 / room : 1000;
}

/* Price of sheet number `sheet` that is not the last. */
static int64_t empty_cost(int64_t height, int64_t room, int sheet)
{
    int64_t weight = 1000 - (int64_t)EMPTY_LATER * sheet;
    if (weight < EMPTY_LATER)
        weight = EMPTY_LATER;
    return (1000 - fill_of(height, room)) * EMPTY_COST * weight / 1000;
}

static int64_t last_cost(int64_t height, int64_t room)
{
    int64_t fill = fill_of(height, room);
    return fill < LAST_FILL ? square(LAST_FILL - fill) / LAST_SHARE : 0;
}

static int64_t penalty_cost(int penalty)
{
    if (penalty >= BREAK_NEVER)
        return NEVER_COST;
    if (penalty <= BREAK_ALWAYS)
        return 0;
    return (int64_t)penalty * (penalty < 0 ? -penalty : penalty) / PENALTY_SHARE;
}

static bool may_begin(const struct breaking *b, size_t at)
{
    return at == 0 || b->desperate || b->flow->at[at]->penalty < BREAK_NEVER;
}

/* A sheet of `height` that ends before box `to`. What is pinned to the foot belongs to the last
 * one; where it finds no room there, it stands on a sheet of its own. */
static int64_t sheet_cost(const struct breaking *b, size_t to, int64_t height,
                          int64_t shrink, int sheet)
{
    int64_t room = b->paper->room, pinned = b->paper->pinned;
    if (to < b->flow->n) {
        bool wanted = b->flow->at[to]->penalty <= BREAK_ALWAYS;
        return wanted ? 0 : empty_cost(height, room, sheet);
    }
    if (height - shrink + pinned <= room)
        return last_cost(height + pinned, room);
    return SHEET_COST + empty_cost(height, room, sheet) + last_cost(pinned, room);
}

/* A sheet [from, to) whose boxes sum up in `c`. */
static void consider(struct breaking *b, size_t from, size_t to, const struct column *c)
{
    const struct state *before = &b->best[from];
    if (before->cost == INT64_MAX || !may_begin(b, from))
        return;
    int64_t height = column_height(c, b->flow->at[from], b->paper);
    struct state s = *before;
    s.from = from;
    s.cost += SHEET_COST;
    if (height - c->shrink > b->paper->room) {
        if (!b->desperate || to > from + 1)
            return;
        s.cost += OVERFULL_COST;
        s.forced = true;
    }
    if (from > 0) {
        s.cost += penalty_cost(b->flow->at[from]->penalty);
        s.forced = s.forced || b->flow->at[from]->penalty >= BREAK_NEVER;
    }
    s.cost += sheet_cost(b, to, height, c->shrink, before->sheets);
    s.sheets++;
    if (s.cost < b->best[to].cost)
        b->best[to] = s;
}

/* All sheets that end before `to`: from the one box on, until the sheet is full. */
static void consider_all(struct breaking *b, size_t to)
{
    struct column c = {0};
    for (size_t from = to; from-- > 0;) {
        const struct box *box = b->flow->at[from];
        column_add(&c, box, from + 1 < to ? b->flow->at[from + 1] : NULL);
        consider(b, from, to, &c);
        if (c.height - c.shrink > b->paper->room || box->penalty <= BREAK_ALWAYS)
            return;
    }
}

static void find(struct breaking *b)
{
    b->best[0] = (struct state){0};
    for (size_t to = 1; to <= b->flow->n; to++) {
        b->best[to] = (struct state){.cost = INT64_MAX};
        consider_all(b, to);
    }
}

static bool pinned_alone(const struct breaking *b, size_t from)
{
    size_t n = b->flow->n;
    int64_t shrink = 0;
    for (size_t i = from + 1; i < n; i++)
        shrink += b->flow->at[i]->gap_shrink;
    int64_t height = page_height_of(b->flow, from, n, b->paper) - shrink;
    return height + b->paper->pinned > b->paper->room && height <= b->paper->room;
}

static struct page_breaks trace(struct arena *a, const struct breaking *b)
{
    size_t n = b->flow->n, sheets = 0;
    struct page_breaks breaks = {.cost = b->best[n].cost, .forced = b->best[n].forced};
    for (size_t at = n; at > 0; at = b->best[at].from)
        sheets++;
    bool alone = n > 0 && pinned_alone(b, b->best[n].from);
    breaks.sheets = sheets + alone;
    if (breaks.sheets == 0)
        breaks.sheets = 1;
    breaks.start = arena_many(a, breaks.sheets + 1, size_t);
    size_t k = sheets;
    for (size_t at = n; k > 0; at = b->best[at].from)
        breaks.start[k--] = at;
    for (k = sheets; k <= breaks.sheets; k++)
        breaks.start[k] = n;
    if (n > 0)
        breaks.start[0] = 0;
    return breaks;
}

struct page_breaks page_break(struct arena *a, const struct flow *flow,
                              const struct paper *paper)
{
    struct breaking b = {.flow = flow, .paper = paper};
    b.best = arena_many(a, flow->n + 1, struct state);
    find(&b);
    if (b.best[flow->n].cost == INT64_MAX) {
        b.desperate = true;
        find(&b);
    }
    return trace(a, &b);
}
