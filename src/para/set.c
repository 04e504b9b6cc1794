/* SPDX-License-Identifier: MIT */
/* para/set.c — breaks to lines that fill their measure. */
#include "para/set.h"

/* Word spaces open no wider than this; what is then left stays at the end of the line, where a
 * point or two is seen less than in the gaps. A line with more left than SHORT_MOST is not
 * stretched at all. */
#define SPACE_MOST 1500  /* [thousandths of natural] */
#define IDEOGRAPH_MOST 4 /* room beside an ideograph is at most this part of it */
#define SHORT_MOST 3     /* [em] */
#define ROUNDING 50      /* [mpt] nobody sees a twentieth of a point */

/* What a line has to share out. */
struct room {
    mpt natural;       /* [mpt] */
    mpt elastic;       /* part of it that expansion scales [mpt] */
    mpt spaces;        /* part of it that is word space [mpt] */
    mpt ideographs;    /* part of it that is ideographs with room beside them [mpt] */
    int32_t glue;      /* number of places to add word space */
    mpt before, after; /* what hangs out at the start and at the end side [mpt] */
    mpt inset;         /* indent or hang [mpt] */
    mpt target;        /* width that fills the measure, hanging parts included [mpt] */
};

static struct room room_of(const struct par_text *t, const struct par_cut *cut)
{
    const struct par_params *p = t->params;
    struct text_span span = text_span(t->shaped, t->stretches, cut->from, cut->to);
    struct text_cut start = text_cut(t->shaped, t->stretches, cut->from);
    struct text_cut end = text_cut(t->shaped, t->stretches, cut->to);
    struct room r = {
        .natural = span.width + start.start + (cut->hyphen ? end.hyphen : end.end),
        .ideographs = span.ideographs,
        .glue = (int32_t)span.glue - (int32_t)end.glue,
        .before = items_hang_start(t, cut->from, cut->to),
        .after = items_hang_end(t, cut->from, cut->to, cut->hyphen),
        .inset = cut->first ? p->indent : p->hang,
    };
    r.elastic =
        span.elastic + (r.natural - span.width); /* a line end has no space to scale */
    r.spaces = span.spaces;
    if (span.glue > 0 && end.glue > 0)
        r.spaces -= mpt_scale(span.spaces, end.glue, span.glue);
    r.target = p->measure - r.inset + r.before + r.after;
    return r;
}

static int share_glyphs(const struct par_params *p, const struct room *r)
{
    if (p->expansion == 0 || r->elastic <= 0)
        return 1000;
    /* Rounded down: what is left over is then room for spaces, never a lack of it. */
    int64_t slack = (int64_t)(r->target - r->natural) * 1000;
    int64_t parts = slack / r->elastic - (slack % r->elastic < 0);
    if (parts > p->expansion)
        parts = p->expansion;
    if (parts < -p->expansion)
        parts = -p->expansion;
    return 1000 + (int)parts;
}

/* Letters first: a fiftieth more or less in their width nobody sees, uneven spaces everybody. */
static struct line_fit justify(const struct par_params *p, const struct room *r)
{
    struct line_fit fit = {.expansion = share_glyphs(p, r)};
    mpt wider = mpt_scale(r->elastic, fit.expansion - 1000, 1000);
    int64_t rest = r->target - r->natural - wider;
    /* the space itself is scaled with the letters */
    int64_t most = (int64_t)r->spaces * (SPACE_MOST - fit.expansion) / 1000 +
                   r->ideographs / IDEOGRAPH_MOST;
    if (rest - most > (int64_t)p->em * SHORT_MOST)
        return (struct line_fit){.expansion = 1000};
    if (r->spaces > 0 && rest > most)
        rest = most;
    const struct text_span spaces = {
        .spaces = r->spaces, .ideographs = r->ideographs, .glue = (uint32_t)r->glue};
    int64_t shrink = r->glue > 0 ? items_elastic(&spaces, p).shrink : 0;
    if (rest < -shrink)
        rest = -shrink; /* overfull rather than run together */
    if (r->glue > 0)
        fit.word_space = mpt_scale(rest, 1, r->glue);
    return fit;
}

static bool stretches(const struct par_cut *cut, enum par_align align, const struct room *r)
{
    if (align != PAR_JUSTIFY)
        return false;
    return !cut->free || r->natural > r->target;
}

/* Where the line stands inside its measure, from the left [mpt]. */
static mpt place(const struct par_text *t, const struct room *r, enum par_align align,
                 mpt width)
{
    const struct par_params *p = t->params;
    mpt room = r->target - width; /* left over */
    mpt from_start = r->inset - r->before;
    if (align == PAR_END)
        from_start += room;
    if (align == PAR_CENTER)
        from_start += room / 2;
    return p->rtl ? p->measure - from_start - width : from_start;
}

/* How far word spaces are from natural, as they are drawn [thousandths]. */
static int looseness(const struct room *r, const struct line_fit *fit)
{
    if (r->spaces <= 0)
        return 0;
    return mpt_scale((int64_t)fit->word_space * r->glue, 1000, r->spaces) + fit->expansion -
           1000;
}

struct line par_set(struct arena *a, struct text_cache *cache, const struct par_text *t,
                    const struct par_cut *cut, enum par_align align, mpt *over)
{
    struct room r = room_of(t, cut);
    struct line_fit fit = {.expansion = 1000};
    if (stretches(cut, align, &r))
        fit = justify(t->params, &r);
    fit.hyphen = cut->hyphen;
    struct line line =
        text_line(a, cache, t->shaped, t->stretches, cut->from, cut->to, &fit);
    line.x = place(t, &r, align, line.width);
    line.hyphenated = cut->hyphen;
    line.last = cut->last;
    line.stretch = looseness(&r, &fit);
    mpt excess = line.width - r.target;
    *over = excess > ROUNDING ? excess : 0;
    return line;
}
