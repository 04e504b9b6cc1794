/* SPDX-License-Identifier: MIT */
/* page/fit.c — climbs the ladder until the study meets its page budget. */
#include "base/arena.h"
#include "page/bound.h"
#include "page/foot.h"
#include "page/furniture.h"
#include "page/layout.h"
#include "page/report.h"
#include "page/watermark.h"

#define AUTO_PAGES 2 /* what "auto" allows at most */
#define LAST_FILL \
    550 /* of two pages, one is tried before the second is emptier than this */
#define ESTIMATE_WORTH 1050 /* load of a sheet from which on estimates tell something */
#define TOLD_SECTIONS 3     /* named in a refusal */

/* What one step came to. */
struct attempt {
    bool tried;
    bool no_margin;      /* what belongs to the margin was set in the text, */
    uint64_t no_side;    /* and so were these sections of the side column */
    size_t least;        /* sheets that it takes at least; 0: not estimated */
    size_t least_before; /* that a looser step takes at least, which may round otherwise */
    size_t sheets;
    int fill; /* of the last sheet [thousandths] */
};

/* The ladder, with what is known of its steps. */
struct ladder {
    struct arena *a;
    const struct fit_request *request;
    struct block_request block;
    struct attempt *attempts;
    int steps, tried;
    bool estimates;     /* may be trusted: no line is wider than its column */
    int64_t load;       /* height of the last attempt [thousandths of a sheet] */
    struct diags quiet; /* findings of the attempts */
};

/* The whole of a step. */
struct result {
    struct layout layout;
    struct sheets sheets;
    struct block_request block;
};

static int fill_of(const struct sheets *sheets)
{
    const struct sheet *last = vec_last(&sheets->list);
    int64_t fill = last->room > 0 ? (int64_t)last->used * 1000 / last->room : 1000;
    return fill > 1000 ? 1000 : (int)fill;
}

static struct misfit set_step(struct arena *a, const struct block_request *block,
                              struct result *out, struct diags *d)
{
    *out = (struct result){.block = *block};
    struct boxes boxes = block_build(a, block, d);
    out->layout = page_layout(a, &boxes, block->look);
    return page_place(a, &out->layout, &out->sheets);
}

/* Let what found no room stand in the text. False where that has been done already. */
static bool give_way(struct block_request *block, const struct misfit *misfit)
{
    if (misfit->where == MISFIT_MARGIN) {
        bool before = block->no_margin;
        block->no_margin = true;
        return !before;
    }
    uint64_t before = block->no_side, bit = block_side_bit(misfit->section);
    block->no_side = before & bit ? UINT64_MAX : before | bit;
    return before != UINT64_MAX;
}

/* Set the study at a step; where the margin or the side column overflows, once more without what
 * found no room there. */
static void make(struct ladder *l, struct arena *a, int step, struct result *out,
                 struct diags *d)
{
    struct block_request block = l->block;
    block.look = style_at(a, l->request->style, step);
    if (l->attempts[step].tried) {
        block.no_margin = l->attempts[step].no_margin;
        block.no_side = l->attempts[step].no_side;
    }
    for (;;) {
        struct misfit misfit = set_step(a, &block, out, d);
        if (misfit.where == MISFIT_NONE || !give_way(&block, &misfit))
            return;
    }
}

static const struct attempt *attempt(struct ladder *l, int step)
{
    struct attempt *t = &l->attempts[step];
    if (t->tried)
        return t;
    struct arena *scratch = l->request->scratch;
    struct arena_mark mark = arena_mark(scratch);
    struct result r;
    make(l, scratch, step, &r, &l->quiet);
    t->tried = true;
    t->no_margin = r.block.no_margin;
    t->no_side = r.block.no_side;
    t->sheets = r.layout.breaks.sheets;
    t->fill = fill_of(&r.sheets);
    l->estimates = !r.layout.boxes.overfull;
    l->load =
        page_whole_height(&r.layout.boxes, r.layout.look) * 1000 / r.layout.paper.room;
    arena_rewind(scratch, mark);
    l->tried++;
    return t;
}

/* What a step takes at least, known without breaking its lines, which is what an attempt costs. */
static const struct attempt *estimate(struct ladder *l, int step)
{
    struct attempt *t = &l->attempts[step];
    if (t->least > 0)
        return t;
    struct arena *scratch = l->request->scratch;
    struct arena_mark mark = arena_mark(scratch);
    struct block_request block = l->block;
    block.look = style_at(scratch, l->request->style, step);
    block.estimate = true;
    struct boxes boxes = block_build(scratch, &block, &l->quiet);
    int64_t rounding = bound_rounding(&boxes, block.look);
    t->least = page_least_sheets(&boxes, 0, block.look);
    t->least_before = page_least_sheets(&boxes, rounding, block.look);
    arena_rewind(scratch, mark);
    return t;
}

/* A study that is only a little too long is not estimated: estimates miss by as much. */
static bool estimates_tell(const struct ladder *l, size_t pages)
{
    return l->estimates && l->load > (int64_t)pages * ESTIMATE_WORTH;
}

static bool hopeless(struct ladder *l, int step, size_t pages)
{
    if (l->attempts[step].tried || !estimates_tell(l, pages))
        return false;
    return estimate(l, step)->least > pages;
}

/* The last step before `to` up to which each is no looser than the one before it. */
static int end_of_run(struct ladder *l, int step, int to)
{
    struct arena *scratch = l->request->scratch;
    struct arena_mark mark = arena_mark(scratch);
    const struct look *look = style_at(scratch, l->request->style, step);
    for (; step + 1 < to; step++) {
        const struct look *next = style_at(scratch, l->request->style, step + 1);
        if (!bound_tighter(look, next))
            break;
        look = next;
    }
    arena_rewind(scratch, mark);
    return step;
}

/* The first step in [from, to) that is worth trying: where even the tightest step of a run is
 * hopeless, so is the whole run. */
static int skip_hopeless(struct ladder *l, size_t pages, int from, int to)
{
    while (from < to && l->tried > 0 && estimates_tell(l, pages)) {
        int last = end_of_run(l, from, to);
        if (estimate(l, last)->least_before <= pages)
            break;
        from = last + 1;
    }
    return from;
}

/* The first step in [from, to) with at most `pages` sheets, `to` where there is none. No step is
 * passed that might be it: lines do not get fewer with every step, so that bisection could. */
static int first_fit(struct ladder *l, size_t pages, int from, int to)
{
    if (l->tried == 0 && from < to && attempt(l, from)->sheets <= pages)
        return from;
    int step = skip_hopeless(l, pages, from, to);
    while (step < to && (hopeless(l, step, pages) || attempt(l, step)->sheets > pages))
        step++;
    return step;
}

/* One page where a comfortable step fits it, else two; but rather one tight page than a second
 * that is nearly empty. */
static int choose_auto(struct ladder *l, size_t *pages)
{
    int comfortable = style_comfortable(l->request->style);
    if (comfortable > l->steps)
        comfortable = l->steps;
    if (comfortable < 1)
        comfortable = 1;
    *pages = 1;
    int step = first_fit(l, 1, 0, comfortable);
    if (step < comfortable)
        return step;
    int two = first_fit(l, AUTO_PAGES, 0, l->steps);
    bool thin = two < l->steps && l->attempts[two].fill < LAST_FILL;
    if (thin) {
        step = first_fit(l, 1, comfortable, l->steps);
        if (step < l->steps)
            return step;
    }
    *pages = AUTO_PAGES;
    return two;
}

static int choose(struct ladder *l, size_t *pages)
{
    int budget = l->request->budget.pages;
    if (budget <= 0)
        return choose_auto(l, pages);
    *pages = (size_t)budget;
    return first_fit(l, *pages, 0, l->steps);
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

static size_t longest_but(const struct fit_report *r, const bool *told)
{
    size_t longest = SIZE_MAX;
    for (size_t i = 0; i < r->share_count; i++)
        if (!told[i] && r->shares[i].words > 0 &&
            (longest == SIZE_MAX || r->shares[i].lines > r->shares[longest].lines))
            longest = i;
    return longest;
}

/* "cut about 40 words of “Evaluation” (31 lines), 22 of “Data” (17 lines); it fits on 3 pages" */
static struct str cut_hint(struct arena *a, const struct study *study,
                           const struct fit_report *r, int fits_on)
{
    struct strbuf b = strbuf_at(a);
    bool *told = arena_many(a, r->share_count, bool);
    for (int k = 0; k < TOLD_SECTIONS; k++) {
        size_t i = longest_but(r, told);
        if (i == SIZE_MAX)
            break;
        told[i] = true;
        struct str title = study->sections.at[i].title;
        strbuf_put(&b, k == 0 ? S("the longest sections: ") : S(", "));
        strbuf_fmt(&b, "“%.*s” (%d lines, %d words; its share of the cut is %d)",
                   STR(title), r->shares[i].lines, r->shares[i].words, r->shares[i].cut);
    }
    strbuf_fmt(&b, "%sit would fit on %d pages", b.n > 0 ? "; " : "", fits_on);
    return strbuf_str(&b);
}

static void tell_excess(struct arena *a, const struct ladder *l, const struct fit_report *r,
                        struct diags *d)
{
    enum diag_code code = l->request->budget.overflow ? D_P0202 : D_P0201;
    const struct study *study = l->block.study;
    diag_push_hint(d, code, (struct span){0}, cut_hint(a, study, r, r->pages),
                   "the study is %d line%s (about %d words) too long for %d page%s, set as "
                   "tightly as its layout allows",
                   r->lines_over, r->lines_over == 1 ? "" : "s", r->words_over, r->budget,
                   r->budget == 1 ? "" : "s");
}

static void tell_forced(const struct layout *layout, struct diags *d)
{
    for (size_t i = 0; i < layout->flow.n; i++)
        if (layout->flow.at[i]->height > layout->paper.room)
            diag_push(d, D_P0203, layout->flow.at[i]->span,
                      "a block is higher than a page");
}

/* --- the fit --------------------------------------------------------------------------------- */

static struct fit_report report_of(const struct ladder *l, const struct result *r, int step,
                                   size_t pages)
{
    struct fit_report report = {.step = step, .steps = l->steps, .tried = l->tried};
    report.pages = (int)r->layout.breaks.sheets;
    report.budget = (int)pages;
    report.fill = fill_of(&r->sheets);
    report.longest = SIZE_MAX;
    report_lines(&r->layout, &report);
    return report;
}

static void finish(struct ladder *l, struct result *r, struct sheets *out, struct diags *d)
{
    r->sheets.root = r->layout.boxes.root;
    r->sheets.lang = l->block.study->lang;
    const struct study *study = l->block.study;
    r->sheets.title = str_empty(study->title) ? study->kicker : study->title;
    r->sheets.study = l->block.study;
    r->sheets.look = r->layout.look;
    for (size_t i = 0; l->block.draft && i < r->sheets.list.n; i++)
        furniture_below(l->a, &r->sheets.list.at[i], watermark_box(l->a, r->sheets.look));
    furniture_set(l->a, &r->sheets);
    foot_set(l->a, l->block.cache, &r->sheets, r->layout.boxes.running, d);
    *out = r->sheets;
}

recto_status page_fit(struct arena *a, const struct fit_request *request,
                      struct sheets *out, struct fit_report *report, struct diags *d)
{
    struct ladder l = {.a = a, .request = request, .block = request->block};
    l.steps = style_steps(request->style);
    l.attempts = arena_many(a, (size_t)l.steps, struct attempt);
    l.quiet = diags_at(a, d->file);
    if (!l.block.memo)
        l.block.memo = line_memo_new(a);
    size_t pages = 1;
    int step = choose(&l, &pages);
    bool over = step == l.steps;
    struct result r;
    make(&l, a, over ? l.steps - 1 : step, &r, d);
    *report = report_of(&l, &r, over ? l.steps - 1 : step, pages);
    tell_text(&l.quiet, d);
    if (r.layout.breaks.forced)
        tell_forced(&r.layout, d);
    finish(&l, &r, out, d);
    if (!over)
        return RECTO_OK;
    report_excess(a, &r.layout, l.block.study, pages, report);
    tell_excess(a, &l, report, d);
    return request->budget.overflow ? RECTO_OK : RECTO_OVER_BUDGET;
}
