/* SPDX-License-Identifier: MIT */
/* para/price.c — how bad a line is, and what it costs. */
#include "para/engine.h"

#define FINE 1000 /* recto's badness counts in thousandths */
#define FINE_SQUARE INT64_C(1000000)
#define FINE_RATIO 10  /* a ragged line shorter by more is not told from others as bad */
#define EVEN_FULL 6    /* a justified line stretched by more is not filled any more */
#define EVEN_LACK 1000 /* badness of lacking params->lack of its width then */
#define EVEN_WORST 100000
#define FINE_WORST ((int64_t)100 * FINE_RATIO * FINE_RATIO * FINE_RATIO * FINE)
#define LETTERS_BADNESS 6 /* of letters at the limit of their expansion */

/* Fitness classes: badness at which a line is no longer decent, and at which it is very loose.
 * TeX's, and of even lines: word spaces 7 % and 28 % off the one that is wanted. */
static const struct {
    int decent, loose;
} classes[] = {
    [KNUTH_TEX] = {12,  99 },
    [KNUTH_RAGGED] = {12,  99 },
    [KNUTH_EVEN] = {100, 400},
};

int knuth_badness(int64_t t, int64_t s)
{
    if (t == 0)
        return 0;
    if (s <= 0)
        return KNUTH_BAD;
    int64_t r = t;
    if (t <= 7230584)
        r = t * 297 / s;
    else if (s >= 1663497)
        r = t / (s / 297);
    if (r > 1290)
        return KNUTH_BAD;
    return (int)((r * r * r + 0400000) / 01000000);
}

/* 100 (t/s)³ in thousandths: lines are let be as long as none is very short. */
static int64_t ragged_badness(int64_t t, int64_t s)
{
    if (s <= 0 || t / s >= FINE_RATIO)
        return FINE_WORST;
    int64_t r = t * 1000 / s;
    return r * r * r / (1000000 / 100);
}

/* 100 t/s in thousandths. Its square, which is summed up, is the variance of the word spaces: TeX's
 * third power, squared to the sixth, lets most lines be uneven to spare a few that are bad anyway. */
static int64_t even_badness(int64_t t, int64_t s, int64_t lack)
{
    if (t <= EVEN_FULL * s)
        return t * 100 * FINE / s;
    int64_t rest = t - EVEN_FULL * s;
    if (lack <= 0 || rest / lack >= EVEN_WORST / EVEN_LACK)
        return (int64_t)EVEN_WORST * FINE;
    return (int64_t)100 * EVEN_FULL * FINE + rest * EVEN_LACK * FINE / lack;
}

/* For what is left of `t` when letters have taken `give` of it; that costs a little, too. */
static int64_t fine_badness(const struct knuth_params *p, int64_t t, int64_t s,
                            int64_t give)
{
    int64_t taken = t < give ? t : give;
    int64_t b = 0;
    if (taken > 0) {
        int64_t g = taken * 1000 / give;
        b = g * g / 1000 * LETTERS_BADNESS;
    }
    t -= taken;
    if (t <= 0)
        return b;
    return b +
           (p->rules == KNUTH_EVEN ? even_badness(t, s, p->lack) : ragged_badness(t, s));
}

static int64_t badness(const struct engine *e, int64_t t, int64_t s, int64_t give)
{
    if (e->p->rules != KNUTH_TEX)
        return fine_badness(e->p, t, s, give);
    return t > 7230584 && s < 1663497 ? KNUTH_BAD : knuth_badness(t, s);
}

static int64_t unit(const struct engine *e)
{
    return e->p->rules == KNUTH_TEX ? 1 : FINE;
}

static bool stretches_for_ever(const struct sums *from, const struct sums *to)
{
    for (int i = 0; i < KNUTH_ORDERS; i++)
        if (to->fil[i] != from->fil[i])
            return true;
    return false;
}

struct look_of_line price_look(const struct engine *e, const struct node *r,
                               const struct candidate *c)
{
    const struct sums *to = &e->before[c->at];
    struct look_of_line l = {.width = to->width - r->start->width + c->pre, .fit = DECENT};
    int64_t shortfall = e->p->measure - l.width;
    int64_t give = to->give - r->start->give;
    int64_t stretch = to->stretch - r->start->stretch + e->p->stretch;
    int64_t decent = classes[e->p->rules].decent * unit(e);
    if (shortfall > 0) {
        if (stretches_for_ever(r->start, to))
            return l;
        l.badness = badness(e, shortfall, stretch + e->pass->emergency, give);
        if (l.badness > decent)
            l.fit = l.badness > classes[e->p->rules].loose * unit(e) ? VERY_LOOSE : LOOSE;
        return l;
    }
    int64_t shrink = to->shrink - r->start->shrink + e->p->shrink;
    int64_t measure = e->p->rules == KNUTH_EVEN ? stretch : shrink;
    l.badness =
        -shortfall > shrink + give ? OVERFULL : badness(e, -shortfall, measure, give);
    if (l.badness > decent)
        l.fit = TIGHT;
    return l;
}

/* (line penalty + badness)², as TeX or in thousandths. */
static int64_t line_demerits(const struct engine *e, int64_t b)
{
    bool fine = e->p->rules != KNUTH_TEX;
    int64_t cap = fine ? FINE_WORST : KNUTH_BAD;
    int64_t d = (int64_t)e->p->line_penalty * unit(e) + (b > cap ? cap : b);
    if (fine)
        return (d * d + FINE_SQUARE / 2) / FINE_SQUARE;
    int64_t size = d < 0 ? -d : d;
    return size >= 10000 ? 100000000 : d * d;
}

/* What recto adds: ladders of hyphens and runts. */
static int64_t extra_demerits(const struct engine *e, const struct node *r,
                              const struct candidate *c, int64_t width)
{
    const struct knuth_params *p = e->p;
    if (!c->end)
        return c->hyphen && r->run >= 2 ? p->triple_hyphen : 0;
    if (r->before == NULL)
        return 0; /* a paragraph of one line is what it is */
    uint32_t parted = e->before[c->at].words - r->start->words;
    if (width < p->runt_least || parted == 0)
        return p->runt_never;
    if (width >= p->runt_width)
        return 0;
    int64_t lack = (p->runt_width - width) * 1000 / p->runt_width;
    return p->runt_cost * lack / 1000 * lack / 1000;
}

int64_t price_line(const struct engine *e, const struct node *r, const struct candidate *c,
                   const struct look_of_line *l)
{
    int64_t d = line_demerits(e, l->badness);
    int64_t penalty = c->penalty;
    if (penalty > 0)
        d += penalty * penalty;
    else if (penalty > KNUTH_ALWAYS)
        d -= penalty * penalty;
    if (c->flagged && r->flagged)
        d += c->end ? e->p->final_flag : e->p->double_flag;
    int apart = (int)l->fit - (int)r->fit;
    if (apart > 1 || apart < -1)
        d += e->p->adjacent;
    if (e->p->rules != KNUTH_TEX)
        d += extra_demerits(e, r, c, l->width);
    return d;
}

bool price_too_bad(const struct engine *e, const struct look_of_line *l)
{
    if (e->pass->tolerance >= KNUTH_BAD)
        return l->badness == OVERFULL;
    return l->badness > e->pass->tolerance * unit(e);
}

/* The largest r that ragged_badness takes from thousandths to no more than the tolerance. */
static int64_t ratio_most(int64_t tolerance)
{
    int64_t low = 0, high = INT64_C(1000) * FINE_RATIO; /* `low` is borne, `high` is not */
    while (high - low > 1) {
        int64_t r = (low + high) / 2;
        if (ragged_badness(r, 1000) <= tolerance * FINE)
            low = r;
        else
            high = r;
    }
    return low;
}

int64_t price_short_most(const struct engine *e)
{
    const struct sums *all = &e->before[e->n];
    int64_t s = e->p->stretch + e->pass->emergency;
    bool alike = e->p->rules == KNUTH_RAGGED && all->stretch == 0 && all->give == 0;
    if (!alike || s <= 0 || e->pass->tolerance >= KNUTH_BAD)
        return INT64_MAX;
    return ((ratio_most(e->pass->tolerance) + 1) * s - 1) / 1000;
}
