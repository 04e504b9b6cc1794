/* SPDX-License-Identifier: MIT */
/* diagram/tracks.c — lines that run beside each other, kept apart. */
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "diagram/grid.h"
#include "diagram/share.h"

#define FINE 4 /* parts of a grid step; a segment that ends at a node stops halfway to it */

/* A straight part of a wire on one line of the grid. */
struct segment {
    size_t wire, index;
    bool along; /* runs along the flow, on a `cross` line */
    int line;
    int low, high;           /* extent on the line, in parts of a step */
    int low_turn, high_turn; /* which way the wire goes on beyond: -1, 0 (a node), 1 */
    size_t bundle;           /* segments that share one track: index of the first */
    int track;
};

/* Two segments that run beside each other. */
struct pair {
    uint32_t one, other;
    bool may_join;
};

struct tracker {
    const struct graph *g;
    struct share share;
    struct grid *grid;
    struct segment *at;
    size_t n;
    size_t *order;
    VEC(struct pair) pairs;
};

static const struct edge *edge_of(const struct tracker *t, size_t wire)
{
    return &t->g->edges.at[t->grid->wires[wire].edge];
}

static int sign(int v)
{
    return (v > 0) - (v < 0);
}

/* How corner `to` lies off the line of a segment that has corner `from` on it. */
static int turn(const struct segment *s, struct cell from, struct cell to)
{
    return s->along ? sign(to.cross - from.cross) : sign(to.main - from.main);
}

static struct segment make_segment(const struct wire *w, size_t wire, size_t i)
{
    struct cell from = w->at[i], to = w->at[i + 1];
    struct segment s = {.wire = wire, .index = i, .along = from.cross == to.cross};
    s.line = s.along ? from.cross : from.main;
    int a = FINE * (s.along ? from.main : from.cross),
        b = FINE * (s.along ? to.main : to.cross);
    int way = sign(b - a), before = 0, after = 0;
    if (i == 0)
        a += way * FINE / 2;
    else
        before = turn(&s, from, w->at[i - 1]);
    if (i + 2 == w->count)
        b -= way * FINE / 2;
    else
        after = turn(&s, to, w->at[i + 2]);
    s.low = a < b ? a : b;
    s.high = a < b ? b : a;
    s.low_turn = a < b ? before : after;
    s.high_turn = a < b ? after : before;
    return s;
}

static bool same_cell(struct cell a, struct cell b)
{
    return a.main == b.main && a.cross == b.cross;
}

static bool head_at_start(const struct edge *e)
{
    return e->kind == EDGE_BACK || e->kind == EDGE_BOTH;
}

static bool head_at_end(const struct edge *e)
{
    return e->kind == EDGE_FORWARD || e->kind == EDGE_BOTH;
}

/* Do both wires come from one node by the same corners up to these segments? */
static bool share_beginning(const struct tracker *t, const struct segment *p,
                            const struct segment *q)
{
    const struct wire *v = &t->grid->wires[p->wire], *w = &t->grid->wires[q->wire];
    const struct edge *e = edge_of(t, p->wire), *f = edge_of(t, q->wire);
    if (p->index != q->index || e->from != f->from || head_at_start(e) != head_at_start(f))
        return false;
    for (size_t i = 0; i <= p->index; i++)
        if (!same_cell(v->at[i], w->at[i]))
            return false;
    /* They must set out the same way, too. */
    return turn(p, v->at[p->index], v->at[p->index + 1]) == 0 &&
           (p->index > 0 || p->low == q->low || p->high == q->high);
}

static bool share_end(const struct tracker *t, const struct segment *p,
                      const struct segment *q)
{
    const struct wire *v = &t->grid->wires[p->wire], *w = &t->grid->wires[q->wire];
    const struct edge *e = edge_of(t, p->wire), *f = edge_of(t, q->wire);
    size_t left = v->count - p->index;
    if (left != w->count - q->index || e->to != f->to || head_at_end(e) != head_at_end(f))
        return false;
    for (size_t i = 1; i < left; i++)
        if (!same_cell(v->at[v->count - i], w->at[w->count - i]))
            return false;
    return left > 2 || p->low == q->low || p->high == q->high;
}

static bool overlap(const struct segment *p, const struct segment *q)
{
    return p->along == q->along && p->line == q->line && p->low <= q->high &&
           q->low <= p->high;
}

static bool may_join(const struct tracker *t, const struct segment *p,
                     const struct segment *q)
{
    const struct edge *e = edge_of(t, p->wire), *f = edge_of(t, q->wire);
    if (e->from != f->from && e->to != f->to)
        return share_may(&t->share, e, f);
    return share_beginning(t, p, q) || share_end(t, p, q);
}

static void find_pairs(struct arena *a, struct tracker *t)
{
    for (uint32_t i = 0; i < t->n; i++)
        for (uint32_t j = 0; j < i; j++)
            if (overlap(&t->at[i], &t->at[j]))
                vec_push(a, &t->pairs,
                         ((struct pair){i, j, may_join(t, &t->at[i], &t->at[j])}));
}

/* Does the pair lie between these two bundles? */
static bool links(const struct tracker *t, const struct pair *p, size_t one, size_t other)
{
    size_t b = t->at[p->one].bundle, c = t->at[p->other].bundle;
    return (b == one && c == other) || (b == other && c == one);
}

/* Every member of one bundle must get on with every member of the other. */
static bool bundles_agree(const struct tracker *t, size_t one, size_t other)
{
    for (size_t i = 0; i < t->pairs.n; i++)
        if (links(t, &t->pairs.at[i], one, other) && !t->pairs.at[i].may_join)
            return false;
    return true;
}

static void bundle_up(struct tracker *t)
{
    for (size_t i = 0; i < t->n; i++)
        t->at[i].bundle = i;
    for (size_t i = 0; i < t->pairs.n; i++) {
        const struct pair *p = &t->pairs.at[i];
        size_t one = t->at[p->one].bundle, other = t->at[p->other].bundle;
        if (one == other || !p->may_join || !bundles_agree(t, one, other))
            continue;
        size_t least = one < other ? one : other;
        for (size_t k = 0; k < t->n; k++)
            if (t->at[k].bundle == one || t->at[k].bundle == other)
                t->at[k].bundle = least;
    }
}

/* What speaks for `p` lying before (negative) or behind `q`: a wire that turns off inside the
 * other's extent should lie on the side to which it turns. */
static int votes(const struct segment *p, const struct segment *q)
{
    int v = 0;
    if (p->low >= q->low && p->low <= q->high)
        v += p->low_turn;
    if (p->high >= q->low && p->high <= q->high)
        v += p->high_turn;
    if (q->low >= p->low && q->low <= p->high)
        v -= q->low_turn;
    if (q->high >= p->low && q->high <= p->high)
        v -= q->high_turn;
    return v;
}

static int bundle_votes(const struct tracker *t, size_t one, size_t other)
{
    int sum = 0;
    for (size_t i = 0; i < t->pairs.n; i++) {
        const struct pair *p = &t->pairs.at[i];
        if (!links(t, p, one, other))
            continue;
        int v = votes(&t->at[p->one], &t->at[p->other]);
        sum += t->at[p->one].bundle == one ? v : -v;
    }
    return sum;
}

static bool bundles_conflict(const struct tracker *t, size_t one, size_t other)
{
    for (size_t i = 0; i < t->pairs.n; i++)
        if (links(t, &t->pairs.at[i], one, other))
            return true;
    return false;
}

/* Where nothing speaks for either order: as the author has them, those with words last, for words
 * have room beside the last one only. */
static size_t turn_of(const struct tracker *t, size_t bundle)
{
    bool words = edge_of(t, t->at[bundle].wire)->label.n > 0;
    return bundle + (words ? t->n : 0);
}

/* What has words between two others is moved before them all where nothing speaks against it: there
 * the words have room. */
static void move_words_out(const struct tracker *t, size_t n)
{
    for (size_t i = 1; i + 1 < n; i++) {
        size_t self = t->order[i], at = i;
        while (at > 0 && edge_of(t, t->at[self].wire)->label.n > 0 &&
               bundle_votes(t, self, t->order[at - 1]) == 0)
            at--;
        if (at > 0)
            continue;
        memmove(&t->order[1], &t->order[0], i * sizeof t->order[0]);
        t->order[0] = self;
    }
}

/* All bundles that are tied to `bundle` by conflicts, in order across the line. */
static size_t gather(struct tracker *t, size_t bundle, bool *seen)
{
    size_t n = 0;
    t->order[n++] = bundle;
    seen[bundle] = true;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < t->pairs.n; j++) {
            size_t one = t->at[t->pairs.at[j].one].bundle;
            size_t other = t->at[t->pairs.at[j].other].bundle;
            size_t next = one == t->order[i] ? other : one;
            if ((one != t->order[i] && other != t->order[i]) || seen[next])
                continue;
            seen[next] = true;
            t->order[n++] = next;
        }
    for (size_t i = 1; i < n; i++) {
        size_t self = t->order[i], at = i;
        for (; at > 0; at--) {
            int v = bundle_votes(t, self, t->order[at - 1]);
            if (v > 0 || (v == 0 && turn_of(t, self) > turn_of(t, t->order[at - 1])))
                break;
            t->order[at] = t->order[at - 1];
        }
        t->order[at] = self;
    }
    move_words_out(t, n);
    return n;
}

static bool is_straight_wire(const struct tracker *t, size_t bundle)
{
    for (size_t i = 0; i < t->n; i++)
        if (t->at[i].bundle == bundle && t->grid->wires[t->at[i].wire].count == 2)
            return true;
    return false;
}

/* Words on a level line that is all the wire there is can stand nowhere but above it. */
static bool has_words_above(const struct tracker *t, size_t bundle)
{
    for (size_t i = 0; i < t->n && !t->grid->down; i++) {
        const struct segment *s = &t->at[i];
        if (s->bundle == bundle && s->along && edge_of(t, s->wire)->label.n > 0 &&
            t->grid->wires[s->wire].count == 2)
            return true;
    }
    return false;
}

/* Tracks in half widths: neighbours are 2 apart, 4 where words stand between them, and the straight
 * wire among them, if there is one, or else their middle, lies on the line itself. */
static void spread(struct tracker *t, size_t n)
{
    int most = 0, middle = -1;
    for (size_t i = 0; i < n; i++) {
        int track = 0, apart = has_words_above(t, t->order[i]) ? 4 : 2;
        for (size_t j = 0; j < i; j++)
            if (bundles_conflict(t, t->order[i], t->order[j]) &&
                t->at[t->order[j]].track + apart > track)
                track = t->at[t->order[j]].track + apart;
        t->at[t->order[i]].track = track;
        most = track > most ? track : most;
        if (middle < 0 && is_straight_wire(t, t->order[i]))
            middle = track;
    }
    if (middle < 0)
        middle = most / 2;
    for (size_t i = 0; i < n; i++)
        t->at[t->order[i]].track -= middle;
}

static void list_segments(struct arena *a, struct tracker *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->grid->wire_count; i++)
        n += t->grid->wires[i].count - 1;
    t->at = arena_many(a, n, struct segment);
    t->order = arena_many(a, n, size_t);
    for (size_t i = 0; i < t->grid->wire_count; i++)
        for (size_t j = 0; j + 1 < t->grid->wires[i].count; j++)
            t->at[t->n++] = make_segment(&t->grid->wires[i], i, j);
}

void grid_tracks(struct arena *a, const struct graph *g, struct grid *grid)
{
    struct tracker t = {.g = g, .grid = grid, .share = share_find(a, g)};
    list_segments(a, &t);
    bool *seen = arena_many(a, t.n, bool);
    find_pairs(a, &t);
    bundle_up(&t);
    for (size_t i = 0; i < t.n; i++)
        if (t.at[i].bundle == i && !seen[i])
            spread(&t, gather(&t, i, seen));
    for (size_t i = 0; i < t.n; i++)
        grid->wires[t.at[i].wire].track[t.at[i].index] = t.at[t.at[i].bundle].track;
    grid_measure(a, g, grid);
}
