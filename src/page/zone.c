/* SPDX-License-Identifier: MIT */
/* page/zone.c — balances the columns of a zone. */
#include "page/zone.h"

#define NEVER_COST 1000000000 /* of a break where none is allowed */
#define PENALTY_SHARE 20      /* penalties count squared, through this */
#define LINE_COST 160         /* of a line that a zone is higher than it need be */
#define UNEVEN_COST 90 /* of a line by which columns differ: half of it stays white */
#define UNEVEN_LINES 4 /* columns may differ by so many lines; */
#define ODD_COST 3000  /* each more costs this */
#define SCAN_MAX 512   /* boxes on either side of the middle: no column holds more */

int64_t break_cost(int penalty)
{
    if (penalty >= BREAK_NEVER)
        return NEVER_COST;
    if (penalty <= BREAK_ALWAYS)
        return 0;
    return (int64_t)penalty * (penalty < 0 ? -penalty : penalty) / PENALTY_SHARE;
}

bool break_lawful(const struct box *box)
{
    return box->penalty < BREAK_NEVER;
}

/* The search for the best break of one zone. */
struct search {
    const struct flow *flow;
    size_t from, to;
    bool top;
    enum zone_wish wish;
    struct zone best;
    int64_t rank; /* of the best: what is compared */
};

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static int64_t lines_cost(const struct search *s, int64_t height, int64_t cost)
{
    return height * cost / s->flow->line;
}

/* What even the best break costs that leaves a column of this height. */
static int64_t rank_of_height(const struct search *s, int64_t height)
{
    return s->wish == ZONE_LOW ? height : lines_cost(s, height, LINE_COST);
}

/* Try the break before box `at`. */
static void consider(struct search *s, size_t at)
{
    if (at < s->to && !break_lawful(s->flow->at[at]))
        return;
    struct extent first = flow_stack(s->flow, s->from, at, s->top);
    struct extent second = flow_stack(s->flow, at, s->to, true);
    struct zone z = {.split = at};
    z.height.natural = larger(first.natural, second.natural);
    z.height.least = larger(first.least, second.least);
    int64_t uneven = first.natural > second.natural ? first.natural - second.natural
                                                    : second.natural - first.natural;
    int64_t odd = uneven - (int64_t)UNEVEN_LINES * s->flow->line;
    z.cost = at < s->to ? break_cost(s->flow->at[at]->penalty) : 0;
    z.cost += lines_cost(s, uneven, UNEVEN_COST);
    z.cost += odd > 0 ? lines_cost(s, odd, ODD_COST) : 0;
    int64_t height = s->wish == ZONE_LOW ? z.height.least : z.height.natural;
    int64_t rank = rank_of_height(s, height) + (s->wish == ZONE_LOW ? 0 : z.cost);
    if (rank < s->rank || (rank == s->rank && z.cost < s->best.cost)) {
        s->best = z;
        s->rank = rank;
    }
}

/* The first place whose first column is at least as high as its second. */
static size_t middle_of(const struct search *s)
{
    size_t low = s->from + 1, high = s->to;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        struct extent first = flow_stack(s->flow, s->from, middle, s->top);
        struct extent second = flow_stack(s->flow, middle, s->to, false);
        if (first.natural >= second.natural)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* True where no break further on can be better: one column only grows. */
static bool past(const struct search *s, struct extent column)
{
    int64_t height = s->wish == ZONE_LOW ? column.least : column.natural;
    int64_t bonus = s->wish == ZONE_LOW ? 0 : break_cost(-100);
    return rank_of_height(s, height) + bonus > s->rank;
}

static void search(struct search *s)
{
    size_t middle = middle_of(s);
    for (size_t at = middle; at < s->to && at < middle + SCAN_MAX; at++) {
        if (past(s, flow_stack(s->flow, s->from, at, s->top)))
            break;
        consider(s, at);
    }
    for (size_t at = middle; at-- > s->from + 1 && at + SCAN_MAX > middle;) {
        if (past(s, flow_stack(s->flow, at, s->to, false)))
            break;
        consider(s, at);
    }
}

struct zone zone_balance(const struct flow *flow, size_t from, size_t to, bool top,
                         enum zone_wish wish)
{
    struct search s = {flow, from, to, top, wish, .rank = INT64_MAX};
    s.best = (struct zone){to, flow_stack(flow, from, to, top), 0};
    if (flow->columns < 2 || from >= to || flow->at[from]->place == PLACE_WIDE)
        return s.best;
    consider(&s, to);
    search(&s);
    return s.best;
}
