/* SPDX-License-Identifier: MIT */
/* para/set.c — breaks to lines that fill their measure. */
#include "para/set.h"

/* Word spaces open no wider than this; what is then left stays at the end of the line, where a
 * point or two is seen less than in the gaps. A line with more left than SHORT_MOST is not
 * stretched at all. */
#define SPACE_MOST 1500  /* [thousandths of natural] */
#define SPACE_NARROW 700 /* nor narrower than this [thousandths of natural] */
#define IDEOGRAPH_MOST 4 /* room beside an ideograph is at most this part of it */
#define SHORT_MOST 3     /* [em] */
#define ROUNDING 50      /* [mpt] nobody sees a twentieth of a point */

struct par_room par_room(const struct par_text *t, const struct par_cut *cut)
{
    const struct par_params *p = t->params;
    struct text_span span = text_span(t->shaped, t->stretches, cut->from, cut->to);
    struct text_cut start = text_cut(t->shaped, t->stretches, cut->from);
    struct text_cut end = text_cut(t->shaped, t->stretches, cut->to);
    int64_t natural = span.width + start.start + (cut->hyphen ? end.hyphen : end.end);
    struct par_room r = {
        .natural = mpt_from_sum(natural),
        .ideographs = mpt_from_sum(span.ideographs),
        .glue = (int32_t)span.glue - (int32_t)end.glue,
        .before = items_hang_start(t, cut->from, cut->to),
        .after = items_hang_end(t, cut->from, cut->to, cut->hyphen),
        .inset = cut->first ? p->indent : p->hang,
    };
    /* a line end has no space to scale */
    r.elastic = mpt_from_sum(span.elastic + natural - span.width);
    r.spaces = mpt_from_sum(span.spaces);
    if (span.glue > 0 && end.glue > 0)
        r.spaces -= mpt_scale(span.spaces, end.glue, span.glue);
    r.target = p->measure - r.inset + r.before + r.after;
    return r;
}

/* Letters, which expansion scales apart from the spaces, whose width is asked for [mpt]. */
static int64_t letters_of(const struct par_room *r)
{
    return r->glue > 0 && r->elastic > r->spaces ? r->elastic - r->spaces : r->elastic;
}

struct even_reach par_reach(const struct par_text *t, const struct par_cut *cut,
                            const struct par_room *r)
{
    if (cut->free || r->spaces <= 0 || r->ideographs > 0)
        return (struct even_reach){0};
    int64_t slack = (int64_t)(r->target - r->natural) * 1000;
    int64_t give = letters_of(r) * t->expansion;
    int64_t least = 1000 + (slack - give) / r->spaces,
            most = 1000 + (slack + give) / r->spaces;
    return (struct even_reach){
        .least = least > SPACE_MOST ? SPACE_MOST : (int)least,
        .most = most < SPACE_NARROW ? SPACE_NARROW
                                    : (int)(most > SPACE_MOST ? SPACE_MOST : most),
        .spaces = (uint32_t)r->glue,
    };
}

/* How much wider or narrower the letters are drawn, so that the spaces come out `space` wide
 * [thousandths]. */
static int share_glyphs(const struct par_text *t, const struct par_room *r)
{
    int64_t letters = letters_of(r);
    if (t->expansion == 0 || letters <= 0)
        return 1000;
    int64_t slack = (int64_t)(r->target - r->natural) * 1000;
    if (r->glue > 0)
        slack -= (int64_t)r->spaces * (t->space - 1000);
    /* Rounded down: what is left over is then room for spaces, never a lack of it. */
    int64_t parts = slack / letters - (slack % letters < 0);
    if (parts > t->expansion)
        parts = t->expansion;
    if (parts < -t->expansion)
        parts = -t->expansion;
    return 1000 + (int)parts;
}

/* Letters first: a fiftieth more or less in their width nobody sees, uneven spaces everybody. */
static struct line_fit justify(const struct par_text *t, const struct par_room *r)
{
    struct line_fit fit = {.expansion = share_glyphs(t, r)};
    mpt wider = mpt_scale(r->elastic, fit.expansion - 1000, 1000);
    int64_t rest = r->target - r->natural - wider;
    /* the space itself is scaled with the letters */
    int64_t most = (int64_t)r->spaces * (SPACE_MOST - fit.expansion) / 1000 +
                   r->ideographs / IDEOGRAPH_MOST;
    if (rest - most > (int64_t)t->params->em * SHORT_MOST)
        return (struct line_fit){.expansion = 1000};
    if (r->spaces > 0 && rest > most)
        rest = most;
    const struct text_span spaces = {
        .spaces = r->spaces, .ideographs = r->ideographs, .glue = (uint32_t)r->glue};
    struct elastic e = items_elastic(t, &spaces);
    int64_t shrink = r->glue > 0 ? e.shrink - e.wanted : 0;
    if (rest < -shrink)
        rest = -shrink; /* overfull rather than run together */
    if (r->glue > 0)
        fit.word_space = mpt_scale(rest, 1, r->glue);
    return fit;
}

/* A line that need not be filled has its neighbours' spaces where there is room for them. */
static struct line_fit loosen(const struct par_text *t, const struct par_room *r)
{
    struct line_fit fit = {.expansion = 1000};
    mpt more = mpt_scale(r->spaces, t->space - 1000, 1000);
    if (r->spaces > 0 && r->ideographs == 0)
        fit.word_space = mpt_scale(mpt_min(more, r->target - r->natural), 1, r->glue);
    return fit;
}

static struct line_fit fit_line(const struct par_text *t, const struct par_row *row,
                                enum par_align align)
{
    if (align != PAR_JUSTIFY)
        return (struct line_fit){.expansion = 1000};
    if (row->cut.free && row->room.natural <= row->room.target)
        return loosen(t, &row->room);
    return justify(t, &row->room);
}

/* Where the line stands inside its measure, from the left [mpt]. */
static mpt place(const struct par_text *t, const struct par_room *r, enum par_align align,
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

/* How far word spaces are from natural, as they are drawn, the room that ideographs may have beside
 * them counted as such [thousandths]. */
static int looseness(const struct par_room *r, const struct line_fit *fit)
{
    mpt natural = r->spaces + r->ideographs / IDEOGRAPH_MOST;
    if (natural <= 0)
        return 0;
    return mpt_scale((int64_t)fit->word_space * r->glue, 1000, natural) + fit->expansion -
           1000;
}

struct line par_set(struct arena *a, const struct par_text *t, const struct par_row *row,
                    enum par_align align, mpt *over)
{
    const struct par_cut *cut = &row->cut;
    struct line_fit fit = fit_line(t, row, align);
    fit.hyphen = cut->hyphen;
    struct line line = text_line(a, t->shaped, t->stretches, cut->from, cut->to, &fit);
    line.x = place(t, &row->room, align, line.width);
    line.hyphenated = cut->hyphen;
    line.last = cut->last;
    line.stretch = looseness(&row->room, &fit);
    mpt excess = line.width - row->room.target;
    *over = excess > ROUNDING ? excess : 0;
    return line;
}
