/* SPDX-License-Identifier: MIT */
/* diagram/route.c — ways for edges along the lines of a grid. */
#include "base/arena.h"
#include "diagram/grid.h"
#include "diagram/share.h"

/* What a way costs. The unit is about 4 pt of length. */
#define LONG_STEP 9  /* half a column */
#define SHORT_STEP 5 /* half a row */
#define BEND 20
#define CROSSING 30
#define BESIDE 16    /* a step on a line that a stranger uses */
#define SIDE_DOOR 34 /* to leave or enter across the flow where the way is free along it */
#define SIDE_DOOR_FAR 8 /* … where it must pass or turn back anyway */
#define BACK_DOOR 90    /* to leave or enter on the side that is turned away */
/* To share a diamond's corner with a stranger: there is but one point. */
#define CORNER_TAKEN 44
#define FOREIGN_GROUP 150 /* a step through a group that neither end belongs to */
#define BACK_LATER 9      /* … than ways onward that are this much longer [half steps] */
#define USERS 6           /* wires remembered for each step */

enum way { FORTH, BACK, UP, DOWN, WAYS };

static const struct cell steps[WAYS] = {
    {1,  0 },
    {-1, 0 },
    {0,  -1},
    {0,  1 }
};

struct users {
    uint16_t wire[USERS];
    uint16_t n;
};

struct heap_entry {
    uint64_t
        key; /* cost, then turn: of two that cost the same the earlier one comes first */
    uint32_t state;
};

struct router {
    const struct graph *g;
    struct share share;
    struct grid *grid;
    uint16_t *occupant;           /* of each cell: node + 1 */
    struct users *along, *across; /* steps from a cell forth and down */
    int *cost;                    /* of each state */
    uint8_t *from; /* way by which the state before was left; WAYS = the beginning */
    struct heap_entry *heap;
    size_t heap_n, heap_max;
    uint32_t turn;    /* of the next entry */
    uint64_t *groups; /* of each cell: those that cover it */
    uint64_t own;     /* groups that an end of the wire in hand stands in */
    size_t wire;      /* in hand */
    struct cell start, goal;
};

static size_t cell_index(const struct router *r, struct cell c)
{
    return (size_t)c.main * (size_t)r->grid->crosses + (size_t)c.cross;
}

static uint32_t state_of(const struct router *r, struct cell c, enum way w)
{
    return (uint32_t)(cell_index(r, c) * WAYS + (size_t)w);
}

static struct cell cell_of(const struct router *r, uint32_t state)
{
    size_t index = state / WAYS, crosses = (size_t)r->grid->crosses;
    return (struct cell){(int)(index / crosses), (int)(index % crosses)};
}

static bool same_cell(struct cell a, struct cell b)
{
    return a.main == b.main && a.cross == b.cross;
}

static struct cell next_cell(struct cell c, enum way w)
{
    return (struct cell){c.main + steps[w].main, c.cross + steps[w].cross};
}

static bool is_along(enum way w)
{
    return w == FORTH || w == BACK;
}

/* --- heap ------------------------------------------------------------------------------------- */

static void heap_push(struct router *r, int cost, uint32_t state)
{
    if (r->heap_n >= r->heap_max)
        return; /* cannot be: every state is bettered at most WAYS times */
    uint64_t key = (uint64_t)cost << 32 | r->turn++;
    size_t i = r->heap_n++;
    for (; i > 0 && r->heap[(i - 1) / 2].key > key; i = (i - 1) / 2)
        r->heap[i] = r->heap[(i - 1) / 2];
    r->heap[i] = (struct heap_entry){key, state};
}

static struct heap_entry heap_pop(struct router *r)
{
    struct heap_entry top = r->heap[0], last = r->heap[--r->heap_n];
    size_t i = 0;
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= r->heap_n)
            break;
        if (child + 1 < r->heap_n && r->heap[child + 1].key < r->heap[child].key)
            child++;
        if (r->heap[child].key >= last.key)
            break;
        r->heap[i] = r->heap[child];
        i = child;
    }
    r->heap[i] = last;
    return top;
}

/* --- costs ------------------------------------------------------------------------------------ */

static const struct edge *edge_of(const struct router *r, size_t wire)
{
    return &r->g->edges.at[r->grid->wires[wire].edge];
}

static struct users *users_of(struct router *r, struct cell c, enum way w)
{
    struct cell other = next_cell(c, w);
    bool forward = w == FORTH || w == DOWN;
    return &(is_along(w) ? r->along : r->across)[cell_index(r, forward ? c : other)];
}

static bool is_friend(const struct router *r, size_t wire)
{
    return share_may(&r->share, edge_of(r, r->wire), edge_of(r, wire));
}

/* Groups that cover a cell, one bit each. There are hardly more than 64; what is beyond them may be
 * passed. */
static void find_masks(struct arena *a, struct router *r)
{
    const struct grid *grid = r->grid;
    r->groups = arena_many(a, (size_t)grid->mains * (size_t)grid->crosses, uint64_t);
    for (size_t i = 0; i < r->g->groups.n && i < 64; i++)
        for (struct cell c = grid->group[i].first; c.main <= grid->group[i].last.main;
             c.main++)
            for (c.cross = grid->group[i].first.cross; c.cross <= grid->group[i].last.cross;
                 c.cross++)
                r->groups[cell_index(r, c)] |= (uint64_t)1 << i;
}

static int group_cost(const struct router *r, struct cell c)
{
    int cost = 0;
    for (uint64_t strange = r->groups[cell_index(r, c)] & ~r->own; strange != 0;
         strange &= strange - 1)
        cost += FOREIGN_GROUP;
    return cost;
}

static bool has_strangers(const struct router *r, const struct users *users)
{
    for (size_t i = 0; i < users->n && i < USERS; i++)
        if (!is_friend(r, users->wire[i]))
            return true;
    return false;
}

/* For the first or last step of a way, from or to `node`. */
static int corner_cost(struct router *r, struct cell node, enum way outwards)
{
    size_t occupant = r->occupant[cell_index(r, node)];
    if (occupant == 0 || r->g->nodes.at[occupant - 1].shape != NODE_DECISION)
        return 0;
    return has_strangers(r, users_of(r, node, outwards)) ? CORNER_TAKEN : 0;
}

static int step_cost(struct router *r, struct cell c, enum way w)
{
    bool wide = is_along(w) != r->grid->down;
    int cost = wide ? LONG_STEP : SHORT_STEP;
    const struct users *users = users_of(r, c, w);
    bool friends = users->n > 0;
    int strangers = 0;
    for (size_t i = 0; i < users->n && i < USERS; i++) {
        bool is = is_friend(r, users->wire[i]);
        strangers += !is;
        friends = friends && is;
    }
    if (friends)
        cost -= cost / 3;
    return cost + (strangers > 0 ? BESIDE : 0) + group_cost(r, next_cell(c, w));
}

/* Strangers that pass straight through `c` across the way `w`. */
static int crossing_cost(struct router *r, struct cell c, enum way w)
{
    enum way a = is_along(w) ? UP : BACK, b = is_along(w) ? DOWN : FORTH;
    if (c.main == 0 || c.cross == 0 || c.main + 1 >= r->grid->mains ||
        c.cross + 1 >= r->grid->crosses)
        return 0;
    const struct users *before = users_of(r, c, a), *after = users_of(r, c, b);
    int n = 0;
    for (size_t i = 0; i < before->n && i < USERS; i++)
        for (size_t j = 0; j < after->n && j < USERS; j++)
            n += before->wire[i] == after->wire[j] && !is_friend(r, before->wire[i]);
    return n * CROSSING;
}

/* What it costs to use the side of `node` that the way `w` leaves by, towards `other`. */
static int door_cost(struct cell node, struct cell other, enum way w)
{
    int ahead = other.main - node.main, aside = other.cross - node.cross;
    bool next = ahead == 2 || ahead == -2;
    if (aside == 1 || aside == -1) /* half beside it there is hardly room for a head */
        next = next || ahead == 4 || ahead == -4;
    if (is_along(w)) {
        int way = steps[w].main;
        return ahead * way > 0 ? 0 : ahead == 0 ? SIDE_DOOR : BACK_DOOR;
    }
    if (ahead == 0)
        return aside * steps[w].cross > 0 ? 0 : BACK_DOOR;
    return next && aside != 0 ? SIDE_DOOR : SIDE_DOOR_FAR;
}

static enum way opposite(enum way w)
{
    static const enum way back[WAYS] = {BACK, FORTH, DOWN, UP};
    return back[w];
}

/* --- search ----------------------------------------------------------------------------------- */

static bool inside(const struct router *r, struct cell c)
{
    return c.main >= 0 && c.cross >= 0 && c.main < r->grid->mains &&
           c.cross < r->grid->crosses;
}

static int sign(int v)
{
    return (v > 0) - (v < 0);
}

/* What is left to the goal costs at least: steps that friends share, and corners on an empty grid.
 * The search looks where it is likely to be cheap first (A*). */
static int least_left(const struct router *r, struct cell c, enum way w)
{
    int main = r->goal.main - c.main, cross = r->goal.cross - c.cross;
    int ahead = is_along(w) ? main : cross, aside = is_along(w) ? cross : main;
    int way = is_along(w) ? steps[w].main : steps[w].cross;
    int bends = sign(ahead) == -way ? 2 : aside != 0;
    int along = r->grid->down ? SHORT_STEP : LONG_STEP,
        across = r->grid->down ? LONG_STEP : SHORT_STEP;
    return main * sign(main) * (along - along / 3) +
           cross * sign(cross) * (across - across / 3) + bends * BEND;
}

static void offer(struct router *r, struct cell c, enum way w, enum way came, int cost)
{
    uint32_t state = state_of(r, c, w);
    if (r->cost[state] <= cost)
        return;
    r->cost[state] = cost;
    r->from[state] = (uint8_t)came;
    heap_push(r, cost + least_left(r, c, w), state);
}

static void leave_start(struct router *r)
{
    for (int w = 0; w < WAYS; w++) {
        struct cell c = next_cell(r->start, (enum way)w);
        if (!inside(r, c) || (r->occupant[cell_index(r, c)] && !same_cell(c, r->goal)))
            continue;
        int cost = door_cost(r->start, r->goal, (enum way)w) +
                   corner_cost(r, r->start, (enum way)w) +
                   step_cost(r, r->start, (enum way)w);
        if (same_cell(c, r->goal))
            cost += door_cost(r->goal, r->start, opposite((enum way)w)) +
                    corner_cost(r, r->goal, opposite((enum way)w));
        offer(r, c, (enum way)w, WAYS, cost);
    }
}

static void go_on(struct router *r, struct cell c, enum way came, int cost)
{
    for (int i = 0; i < WAYS; i++) {
        enum way w = (enum way)i;
        struct cell to = next_cell(c, w);
        if (w == opposite(came) || !inside(r, to))
            continue;
        bool goal = same_cell(to, r->goal);
        if (r->occupant[cell_index(r, to)] && !goal)
            continue;
        int more = step_cost(r, c, w) + (w == came ? crossing_cost(r, c, w) : BEND);
        if (goal)
            more += door_cost(r->goal, r->start, opposite(w)) +
                    corner_cost(r, r->goal, opposite(w));
        offer(r, to, w, came, cost + more);
    }
}

static bool search(struct router *r, uint32_t *end)
{
    size_t states = (size_t)r->grid->mains * (size_t)r->grid->crosses * WAYS;
    for (size_t i = 0; i < states; i++)
        r->cost[i] = 1 << 29;
    r->heap_n = 0;
    r->turn = 0;
    leave_start(r);
    while (r->heap_n > 0) {
        struct heap_entry e = heap_pop(r);
        struct cell c = cell_of(r, e.state);
        enum way way = (enum way)(e.state % WAYS);
        if ((int)(e.key >> 32) > r->cost[e.state] + least_left(r, c, way))
            continue;
        if (same_cell(c, r->goal)) {
            *end = e.state;
            return true;
        }
        go_on(r, c, way, r->cost[e.state]);
    }
    return false;
}

/* --- ways to wires ---------------------------------------------------------------------------- */

static void use_step(struct router *r, struct cell c, enum way w)
{
    struct users *users = users_of(r, c, w);
    if (users->n < USERS)
        users->wire[users->n++] = (uint16_t)r->wire;
}

static void reverse(struct cell *at, size_t n)
{
    for (size_t i = 0; i < n / 2; i++) {
        struct cell swap = at[i];
        at[i] = at[n - 1 - i];
        at[n - 1 - i] = swap;
    }
}

/* Corners of the way that ends in `state`, from the goal back to the start. */
static void trace(struct router *r, struct arena *a, uint32_t state)
{
    struct wire *wire = &r->grid->wires[r->wire];
    size_t room = (size_t)(r->grid->mains + r->grid->crosses) * 4;
    struct cell *at = arena_many(a, room, struct cell);
    struct cell c = r->goal;
    enum way w = (enum way)(state % WAYS);
    size_t n = 0;
    at[n++] = c;
    while (w < WAYS && n + 1 < room) {
        enum way before = (enum way)r->from[state_of(r, c, w)];
        struct cell to = next_cell(c, opposite(w));
        use_step(r, to, w);
        if (before != w)
            at[n++] = to;
        c = to;
        w = before;
    }
    reverse(at, n);
    wire->at = at;
    wire->count = n;
    wire->track = arena_many(a, n, int);
}

static void route_wire(struct router *r, struct arena *a, size_t wire)
{
    const struct edge *e = edge_of(r, wire);
    uint32_t end = 0;
    r->wire = wire;
    r->start = r->grid->node[e->from];
    r->goal = r->grid->node[e->to];
    r->own = r->groups[cell_index(r, r->start)] | r->groups[cell_index(r, r->goal)];
    if (search(r, &end)) {
        trace(r, a, end);
        return;
    }
    /* Cannot be, since every channel is free; a straight line would at least be seen. */
    struct wire *w = &r->grid->wires[wire];
    w->at = arena_many(a, 2, struct cell);
    w->track = arena_many(a, 2, int);
    w->at[0] = r->start;
    w->at[1] = r->goal;
    w->count = 2;
}

/* Short ways first: they are the ones that must be straight. Those that lead back have the choice of
 * a side, and take the one that the others leave free. */
static int rank_of_wire(const struct router *r, size_t wire)
{
    const struct edge *e = edge_of(r, wire);
    struct cell a = r->grid->node[e->from], b = r->grid->node[e->to];
    int along = b.main - a.main, across = b.cross - a.cross;
    int far = (along < 0 ? -along : along) + (across < 0 ? -across : across);
    return 2 * far + (along < 0 ? BACK_LATER : 0);
}

static void route_all(struct router *r, struct arena *a)
{
    size_t n = r->grid->wire_count;
    size_t *order = arena_many(a, n, size_t);
    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        for (; at > 0 && rank_of_wire(r, order[at - 1]) > rank_of_wire(r, i); at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (size_t i = 0; i < n; i++)
        route_wire(r, a, order[i]);
}

void grid_route(struct arena *a, const struct graph *g, struct grid *grid)
{
    size_t cells = (size_t)grid->mains * (size_t)grid->crosses;
    struct router r = {.g = g, .grid = grid, .occupant = arena_many(a, cells, uint16_t)};
    r.share = share_find(a, g);
    find_masks(a, &r);
    grid->wires = arena_many(a, g->edges.n, struct wire);
    for (size_t i = 0; i < g->edges.n; i++)
        if (g->edges.at[i].from != g->edges.at[i].to)
            grid->wires[grid->wire_count++].edge = i;
    for (size_t i = 0; i < g->nodes.n; i++)
        r.occupant[cell_index(&r, grid->node[i])] = (uint16_t)(i + 1);
    r.along = arena_many(a, cells, struct users);
    r.across = arena_many(a, cells, struct users);
    r.cost = arena_many(a, cells * WAYS, int);
    r.from = arena_many(a, cells * WAYS, uint8_t);
    r.heap_max = cells * WAYS * WAYS;
    r.heap = arena_many(a, r.heap_max, struct heap_entry);
    route_all(&r, a);
}
