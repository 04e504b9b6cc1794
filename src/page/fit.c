/* SPDX-License-Identifier: MIT */
/* page/fit.c — climbs the ladder until the study meets its page budget. */
#include "base/arena.h"
#include "page/foot.h"
#include "page/furniture.h"
#include "page/ladder.h"
#include "page/refusal.h"
#include "page/report.h"
#include "page/watermark.h"

#define AUTO_PAGES 2 /* what "auto" allows at most */
#define FULL 850     /* a sheet that is filled so far looks full [thousandths] */
/* Fewer sheets are tried before the last is emptier than this, with all others no more than full
 * [thousandths]; where nobody asked for so many, before it is emptier than AUTO_THIN, or as empty as
 * AUTO_LAST with all others no more than full. */
#define THIN 550
#define AUTO_THIN 720
#define AUTO_LAST 800
#define FAR_SHORT 720 /* a single sheet that the airy end fills less is not grown at all */

/* The step that was chosen. */
struct choice {
    struct ladder *ladder;
    int step;     /* ladder->steps: none meets the budget */
    size_t pages; /* the budget in figures */
};

/* The layout's ladder, and that of the layout on a single page, which may be the same. */
struct fit {
    struct fit_request request, alone;
    struct ladder ladders[2];
    struct ladder *several, *single;
};

/* A study far too short for its page looks stretched at the airy end, and no fuller. */
static int calm(struct ladder *l, int step)
{
    const struct attempt *t = step == 0 ? ladder_try(l, 0) : NULL;
    return t && t->sheets == 1 && t->length < FAR_SHORT ? style_meant(l->request->style)
                                                        : step;
}

/* A number of sheets, how far the last one is to be filled at least, and how far beside others that
 * are no more than full [thousandths]. */
struct wish {
    size_t pages;
    int last, beside_full;
};

/* Is there too little for so many sheets? */
static bool thin(const struct attempt *t, struct wish wish)
{
    int64_t least = (int64_t)FULL * (int64_t)(t->sheets - 1) + wish.beside_full;
    return t->sheets > 1 && (t->fill < wish.last || t->length < least);
}

/* The first step that keeps to the pages; but rather a tighter one with a sheet less than a last
 * sheet that is half empty. One sheet instead of two is for the single page to try. */
static int choose_within(struct ladder *l, struct wish wish)
{
    int step = ladder_first(l, wish.pages, 0, l->steps);
    while (step < l->steps && thin(ladder_try(l, step), wish)) {
        size_t sheets = ladder_try(l, step)->sheets;
        int fewer = sheets > 2 ? ladder_first(l, sheets - 1, step, l->steps) : l->steps;
        if (fewer == l->steps)
            break;
        step = fewer;
    }
    return step;
}

/* The layout on a single page, where that is enough. */
static struct choice choose_single(const struct fit *l, int to)
{
    int end = to < l->single->steps ? to : l->single->steps;
    int step = ladder_first(l->single, 1, 0, end);
    return (struct choice){l->single, step < end ? step : l->single->steps, 1};
}

static bool met(const struct choice *c)
{
    return c->step < c->ladder->steps;
}

/* What comes to one page after all is set as a single one, and so is what finds no room on more. */
static struct choice choose_several(const struct fit *l, struct wish wish)
{
    struct choice several = {l->several, choose_within(l->several, wish), wish.pages};
    const struct attempt *t = met(&several) ? ladder_try(l->several, several.step) : NULL;
    if (t && t->sheets > 1 && !thin(t, wish))
        return several;
    struct choice single = choose_single(l, l->single->steps);
    single.pages = wish.pages;
    return met(&single) ? single : several;
}

/* One page where a comfortable step fits it, else two; but one, however tight, before a second that
 * is thin. */
static struct choice choose(const struct fit *l)
{
    int budget = l->request.budget.pages;
    if (budget == 1)
        return choose_single(l, l->single->steps);
    if (budget > 1)
        return choose_several(l, (struct wish){(size_t)budget, THIN, THIN});
    int comfortable = style_comfortable(l->single->request->style);
    struct choice one = choose_single(l, comfortable < 1 ? 1 : comfortable);
    if (met(&one))
        return one;
    struct choice c = choose_several(l, (struct wish){AUTO_PAGES, AUTO_THIN, AUTO_LAST});
    bool single = met(&c) && ladder_try(c.ladder, c.step)->sheets == 1;
    c.pages = single ? 1 : AUTO_PAGES;
    return c;
}

/* --- findings -------------------------------------------------------------------------------- */

/* A missing character is told once for a cache, and an attempt may have been first to meet it. */
static void tell_text(const struct diags *quiet, struct diags *d)
{
    for (size_t i = 0; i < quiet->list.n; i++) {
        const struct diag *q = &quiet->list.at[i];
        if (diag_row(q->code)->id[0] == 'T')
            diag_push_hint(d, q->code, q->span, q->hint, "%.*s", STR(q->text));
    }
}

static void tell_forced(const struct layout *layout, struct diags *d)
{
    for (size_t i = 0; i < layout->flow.n; i++)
        if (layout->flow.at[i]->height > layout->paper.room)
            diag_push(d, D_P0203, layout->flow.at[i]->span,
                      "a block is higher than a page");
}

/* The author asked for so many pages, and the study does not fill them. */
static void tell_fewer(const struct fit_report *r, struct diags *d)
{
    if (r->pages < r->budget)
        diag_push(d, D_P0204, (struct span){0},
                  "the study is set on %d page%s, not %d: at the airy end of its layout it "
                  "fills %d.%02d pages",
                  r->pages, r->pages == 1 ? "" : "s", r->budget, r->airy / 1000,
                  r->airy % 1000 / 10);
}

/* --- the fit --------------------------------------------------------------------------------- */

static struct fit_report report_of(struct ladder *l, struct step_result *r, int step,
                                   size_t pages)
{
    struct fit_report report = {.step = step, .steps = l->steps};
    report.airy = ladder_try(l, 0)->length;
    report.tried = l->tried;
    report.dropped = l->request->dropped;
    report.pages = (int)r->layout.breaks.sheets;
    report.budget = (int)pages;
    report.fill = ladder_fill(vec_last(&r->sheets.list));
    report.longest = SIZE_MAX;
    report_lines(&r->layout, &r->sheets, &report);
    return report;
}

static void finish(struct arena *a, const struct ladder *l, struct step_result *r,
                   struct sheets *out, struct diags *d)
{
    r->sheets.root = r->layout.boxes.root;
    r->sheets.lang = l->block.study->lang;
    const struct study *study = l->block.study;
    r->sheets.title = str_empty(study->title) ? study->kicker : study->title;
    r->sheets.study = l->block.study;
    r->sheets.look = r->layout.look;
    for (size_t i = 0; l->block.draft && i < r->sheets.list.n; i++)
        furniture_below(a, &r->sheets.list.at[i], watermark_box(a, r->sheets.look));
    report_columns(a, &r->layout, &r->sheets);
    furniture_set(a, l->block.cache, &r->sheets, d);
    foot_set(a, l->block.cache, &r->sheets, r->layout.boxes.running, d);
    *out = r->sheets;
}

struct fit *page_begin(struct arena *a, const struct fit_request *request, struct str file)
{
    struct fit *fit = arena_make(a, struct fit);
    fit->request = fit->alone = *request;
    fit->alone.style = style_single(request->style);
    fit->ladders[0] = ladder_new(a, &fit->request, file);
    fit->ladders[1] = ladder_new(a, &fit->alone, file);
    fit->ladders[1].block.memo = fit->ladders[0].block.memo;
    fit->several = fit->single = &fit->ladders[0];
    if (fit->alone.style != request->style)
        fit->single = &fit->ladders[1];
    (void)ladder_try(request->budget.pages > 1 ? fit->several : fit->single, 0);
    return fit;
}

recto_status page_fit(struct arena *a, struct fit *fit, struct sheets *out,
                      struct fit_report *report, struct diags *d)
{
    struct choice chosen = choose(fit);
    struct ladder *l = chosen.ladder;
    bool over = !met(&chosen);
    int step = over ? l->steps - 1 : calm(l, chosen.step);
    struct step_result r;
    ladder_set(l, a, step, &r, d);
    *report = report_of(l, &r, step, chosen.pages);
    report->tried = fit->ladders[0].tried + fit->ladders[1].tried;
    report->style = l->request->style;
    for (size_t i = 0; i < countof(fit->ladders); i++)
        tell_text(&fit->ladders[i].quiet, d);
    if (r.layout.breaks.forced)
        tell_forced(&r.layout, d);
    if (fit->request.budget.pages > 0)
        tell_fewer(report, d);
    finish(a, l, &r, out, d);
    if (!over)
        return RECTO_OK;
    refuse(a, &r.layout, &fit->request, report, d);
    return fit->request.budget.overflow ? RECTO_OK : RECTO_OVER_BUDGET;
}
