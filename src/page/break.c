/* SPDX-License-Identifier: MIT */
/* page/break.c — where sheets end, over the whole document at once. */
#include "page/break.h"

#include "base/arena.h"
#include "page/zone.h"

#define SHEET_COST 10000000 /* a sheet more is worse than any break */
#define OVERFULL_COST INT64_C(1000000000000)
#define FULL 850     /* a sheet that is filled so far looks full [thousandths] */
#define FULL_COST 2  /* of a thousandth that stays empty of a sheet that looks full, */
#define SHORT_COST 6 /* and of one that does not: less than a last sheet gains by it */
/* And so many thousandths less on each later sheet: white space goes last. */
#define EMPTY_LATER 30
#define LAST_MEANT 800  /* a last sheet that is filled so far looks meant [thousandths] */
#define LAST_COST 8     /* of a thousandth less */
#define SHORT 750       /* what a sheet lacks below this counts squared as well, */
#define LAST_SHORT 700  /* and a last one below this, */
#define SQUARE_SHARE 10 /* through this: two sheets that cannot be full are alike */

/* The best way to set the boxes before a place. */
struct state {
    int64_t cost; /* INT64_MAX: there is none */
    size_t from;  /* where the last sheet begins */
    int sheets;
    bool forced, tight;
};

/* Boxes below each other, runs of them in columns. */
struct stack {
    struct extent height;
    int64_t cost; /* of the breaks between columns */
};

/* What is known of a flow before sheets are tried, for zones of one kind. */
struct runs {
    struct stack *rest;   /* of its run, from each box on, where that begins a sheet */
    struct stack *before; /* of all runs before the one that begins here, with their gaps */
};

struct breaking {
    const struct flow *flow;
    const struct paper *paper;
    struct runs runs[2]; /* by zone_wish */
    size_t *run;         /* where the run of each box begins */
    int64_t *least;      /* what the boxes before each place take at the very least */
    struct state *best;  /* one for each place 0 … n */
    bool desperate;      /* nothing lawful was found: anything goes, at its price */
};

mpt paper_room(const struct paper *paper, size_t sheet)
{
    return sheet > 0 ? paper->room - paper->head : paper->room;
}

/* --- heights ---------------------------------------------------------------------------------- */

static void stack_add(struct stack *s, const struct stack *more, int sign)
{
    s->height.natural += sign * more->height.natural;
    s->height.least += sign * more->height.least;
    s->cost += sign * more->cost;
}

static struct stack stack_of(const struct zone *zone, const struct box *below)
{
    struct stack s = {zone->height, zone->cost};
    s.height.natural += below ? below->gap : 0;
    s.height.least += below ? below->gap - below->gap_shrink : 0;
    return s;
}

/* Runs are found once; a sheet then holds the rest of one, some whole ones, and a part of one. */
static void measure_runs(struct arena *a, struct breaking *b, enum zone_wish wish)
{
    const struct flow *f = b->flow;
    struct runs *r = &b->runs[wish];
    r->rest = arena_many(a, f->n + 1, struct stack);
    r->before = arena_many(a, f->n + 1, struct stack);
    for (size_t i = 0; i < f->n; i++) {
        size_t end = f->run_end[i];
        struct zone zone = zone_balance(f, i, end, true, wish);
        r->rest[i] = stack_of(&zone, NULL);
        if (i > 0 && f->run_end[i - 1] == end)
            continue;
        zone = zone_balance(f, i, end, false, wish);
        r->before[end] = r->before[i];
        struct stack whole = stack_of(&zone, f->at[i]);
        stack_add(&r->before[end], &whole, 1);
    }
}

static void measure(struct arena *a, struct breaking *b)
{
    const struct flow *f = b->flow;
    b->run = arena_many(a, f->n + 1, size_t);
    b->least = arena_many(a, f->n + 1, int64_t);
    for (size_t i = 0; i < f->n; i++) {
        b->run[i] = i > 0 && f->run_end[i - 1] == f->run_end[i] ? b->run[i - 1] : i;
        int columns = f->at[i]->place == PLACE_WIDE ? 1 : f->columns;
        b->least[i + 1] = b->least[i] + f->at[i]->height / columns;
    }
    measure_runs(a, b, ZONE_FAIR);
    if (f->columns > 1)
        measure_runs(a, b, ZONE_LOW);
    else
        b->runs[ZONE_LOW] = b->runs[ZONE_FAIR];
}

/* The boxes [from, to) on one sheet, without their notes. `part` is what of the last run stands on
 * it where that began before: see part_of. */
static struct stack sheet_of(const struct breaking *b, size_t from, size_t to,
                             enum zone_wish wish, const struct stack *part)
{
    const struct runs *r = &b->runs[wish];
    size_t run = b->run[to - 1];
    if (from >= run) {
        struct zone zone = zone_balance(b->flow, from, to, true, wish);
        return stack_of(&zone, NULL);
    }
    struct stack s = r->rest[from];
    stack_add(&s, &r->before[run], 1);
    stack_add(&s, &r->before[b->flow->run_end[from]], -1);
    stack_add(&s, part, 1);
    return s;
}

/* The last run of a sheet that ends before `to` and began further up, with the gap above it. */
static struct stack part_of(const struct breaking *b, size_t to, enum zone_wish wish)
{
    size_t run = b->run[to - 1];
    struct zone zone = zone_balance(b->flow, run, to, false, wish);
    return stack_of(&zone, b->flow->at[run]);
}

static int64_t notes_on(const struct breaking *b, size_t from, size_t to)
{
    int64_t notes = flow_notes(b->flow, from, to);
    return notes > 0 ? notes + b->paper->notes_gap : 0;
}

/* --- what a sheet costs ------------------------------------------------------------------------ */

static int64_t square(int64_t n)
{
    return n * n;
}

/* Thousandths of `room` that `height` fills. */
static int64_t fill_of(int64_t height, int64_t room)
{
    return room > 0 && height < room ? height * 1000 / room : 1000;
}

/* Price of sheet number `sheet` that is not the last: it may give a little to the last one, and
 * more only where that would be thin. */
static int64_t empty_cost(int64_t height, int64_t room, int sheet)
{
    int64_t weight = 1000 - (int64_t)EMPTY_LATER * sheet, fill = fill_of(height, room);
    if (weight < EMPTY_LATER)
        weight = EMPTY_LATER;
    int64_t cost = (1000 - fill) * FULL_COST;
    if (fill < FULL)
        cost += (FULL - fill) * (SHORT_COST - FULL_COST);
    if (fill < SHORT)
        cost += square(SHORT - fill) / SQUARE_SHARE;
    return cost * weight / 1000;
}

static int64_t last_cost(int64_t height, int64_t room)
{
    int64_t fill = fill_of(height, room), cost = 0;
    if (fill < LAST_MEANT)
        cost += (LAST_MEANT - fill) * LAST_COST;
    if (fill < LAST_SHORT)
        cost += square(LAST_SHORT - fill) / SQUARE_SHARE;
    return cost;
}

static bool may_begin(const struct breaking *b, size_t at)
{
    return at == 0 || b->desperate || break_lawful(b->flow->at[at]);
}

/* A sheet of this height that ends before box `to`. What is pinned to the foot belongs to the last
 * one; where it finds no room there, it stands on a sheet of its own. */
static int64_t sheet_cost(const struct breaking *b, size_t to, struct extent height,
                          int sheet)
{
    int64_t room = paper_room(b->paper, (size_t)sheet), pinned = b->paper->pinned;
    if (to < b->flow->n) {
        bool wanted = b->flow->at[to]->penalty <= BREAK_ALWAYS;
        return wanted ? 0 : empty_cost(height.natural, room, sheet);
    }
    if (height.least + pinned <= room)
        return last_cost(height.natural + pinned, room);
    return SHEET_COST + empty_cost(height.natural, room, sheet) + last_cost(pinned, room);
}

/* --- the search -------------------------------------------------------------------------------- */

/* What the sheets that end before a place have in common. */
struct ending {
    size_t to;
    struct stack part[2]; /* by zone_wish */
};

/* The boxes from `from` on as one sheet: fairly set, or low where that is too high. */
static struct stack best_stack(const struct breaking *b, size_t from,
                               const struct ending *end, bool *tight)
{
    int64_t notes = notes_on(b, from, end->to);
    int64_t room = paper_room(b->paper, from > 0) - notes;
    struct stack s = sheet_of(b, from, end->to, ZONE_FAIR, &end->part[ZONE_FAIR]);
    *tight = s.height.least > room && b->flow->columns > 1;
    if (*tight)
        s = sheet_of(b, from, end->to, ZONE_LOW, &end->part[ZONE_LOW]);
    s.height.natural += notes;
    s.height.least += notes;
    return s;
}

static void consider(struct breaking *b, size_t from, const struct ending *end)
{
    const struct state *before = &b->best[from];
    if (before->cost == INT64_MAX || !may_begin(b, from))
        return;
    struct state s = *before;
    struct stack stack = best_stack(b, from, end, &s.tight);
    s.from = from;
    s.cost += SHEET_COST + stack.cost;
    if (stack.height.least > paper_room(b->paper, from > 0)) {
        if (!b->desperate || end->to > from + 1)
            return;
        s.cost += OVERFULL_COST;
        s.forced = true;
    }
    if (from > 0) {
        s.cost += break_cost(b->flow->at[from]->penalty);
        s.forced = s.forced || !break_lawful(b->flow->at[from]);
    }
    s.cost += sheet_cost(b, end->to, stack.height, before->sheets);
    s.sheets++;
    if (s.cost <= b->best[end->to].cost)
        b->best[end->to] = s;
}

/* All sheets that end before `to` and do not begin before `first`, the fullest one first: those that
 * come after another sheet more than that need not be looked at. */
static void consider_all(struct breaking *b, size_t first, size_t to)
{
    const struct state *best = &b->best[to];
    struct ending end = {.to = to};
    end.part[ZONE_FAIR] = part_of(b, to, ZONE_FAIR);
    end.part[ZONE_LOW] = part_of(b, to, ZONE_LOW);
    for (size_t from = first; from < to; from++)
        if (b->desperate || to == b->flow->n || best->cost == INT64_MAX ||
            b->best[from].sheets < best->sheets)
            consider(b, from, &end);
}

static void find(struct breaking *b)
{
    const struct flow *f = b->flow;
    size_t first = 0; /* an earlier one would be too full, or skip a break that must be */
    b->best[0] = (struct state){0};
    for (size_t to = 1; to <= f->n; to++) {
        b->best[to] = (struct state){.cost = INT64_MAX};
        if (f->at[to - 1]->penalty <= BREAK_ALWAYS)
            first = to - 1;
        while (first + 1 < to && b->least[to] - b->least[first] > b->paper->room)
            first++;
        if (to == f->n || may_begin(b, to))
            consider_all(b, first, to);
    }
}

static bool pinned_alone(const struct breaking *b, size_t from)
{
    struct ending end = {.to = b->flow->n};
    end.part[ZONE_FAIR] = part_of(b, end.to, ZONE_FAIR);
    end.part[ZONE_LOW] = part_of(b, end.to, ZONE_LOW);
    bool tight;
    int64_t height = best_stack(b, from, &end, &tight).height.least;
    mpt room = paper_room(b->paper, from > 0);
    return height + b->paper->pinned > room && height <= room;
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
    breaks.tight = arena_many(a, breaks.sheets, bool);
    size_t k = sheets;
    for (size_t at = n; k > 0; at = b->best[at].from) {
        breaks.start[k--] = at;
        breaks.tight[k] = b->best[at].tight;
    }
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
    measure(a, &b);
    find(&b);
    if (b.best[flow->n].cost == INT64_MAX) {
        b.desperate = true;
        find(&b);
    }
    return trace(a, &b);
}
