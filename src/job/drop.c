/* SPDX-License-Identifier: MIT */
/* job/drop.c — fits a study, leaving out what its author lets go where nothing else helps. */
#include "base/arena.h"
#include "job/stage.h"

/* A study without the first `drop` of its optional parts, and what came of fitting it. */
struct trial {
    size_t drop;
    const struct study *study;
    struct diags d;
    struct sheets sheets;
    struct fit_report report;
    recto_status status;
};

static struct trial fit(struct recto_job *job, const struct fit_request *request,
                        size_t drop)
{
    struct fit_request own = *request;
    struct trial t = {.drop = drop, .study = job->study};
    /* the whole has reported them */
    struct diags quiet = diags_at(job->arena, job->diags.file);
    struct study_options options = job->reading;
    int64_t now = job_now();
    options.drop = drop;
    if (drop > 0)
        t.study = study_build(job->arena, job->source, &options, &quiet);
    now = job_lap(job, STAGE_MODEL, now);
    own.block.study = t.study;
    own.dropped = drop;
    t.d = diags_at(job->arena, job->diags.file);
    struct fit *begun = page_begin(job->arena, &own, job->diags.file);
    now = job_lap(job, STAGE_SET, now);
    t.status = page_fit(job->arena, begun, &t.sheets, &t.report, &t.d);
    job_lap(job, STAGE_FIT, now);
    t.report.tried += job->report.tried; /* of all trials */
    job->report.tried = t.report.tried;
    return t;
}

static void again(struct recto_job *job, const struct diag *d)
{
    diag_push_hint(&job->diags, d->code, d->span, d->hint, "%.*s", STR(d->text));
}

/* A missing character is reported once for a text cache, by whichever trial met it
 * first. */
static void tell_text(struct recto_job *job, const struct trial *t)
{
    for (size_t i = 0; i < t->d.list.n; i++)
        if (diag_row(t->d.list.at[i].code)->id[0] == 'T')
            again(job, &t->d.list.at[i]);
}

static recto_status take(struct recto_job *job, const struct trial *t)
{
    for (size_t i = 0; i < t->d.list.n; i++)
        again(job, &t->d.list.at[i]);
    job->sheets = t->sheets;
    job->report = t->report;
    return t->status;
}

static void tell_dropped(struct recto_job *job, size_t drop, int pages)
{
    for (size_t i = 0; i < drop; i++) {
        const struct study_optional *o = &job->study->optional.at[i];
        diag_push(&job->diags, D_P0206, o->span,
                  "“%.*s” was left out (%zu word%s), so that the study keeps to %d page%s",
                  STR(o->name), o->words, o->words == 1 ? "" : "s", pages,
                  pages == 1 ? "" : "s");
    }
}

/* The least that has to go, `all` being enough: halves are tried, as the more goes, the shorter a
 * study is. */
static struct trial least(struct recto_job *job, const struct fit_request *request,
                          struct trial all)
{
    size_t fails = 0;
    while (all.drop - fails > 1) {
        struct trial half = fit(job, request, fails + (all.drop - fails) / 2);
        tell_text(job, &half);
        if (half.status == RECTO_OK)
            all = half;
        else
            fails = half.drop;
    }
    return all;
}

recto_status job_fit(struct recto_job *job, const struct fit_request *request)
{
    struct fit_request own = *request;
    size_t optional = job->study->optional.n;
    own.block.memo = line_memo_new(job->arena);
    own.budget.overflow = request->budget.overflow && optional == 0;
    struct trial whole = fit(job, &own, 0);
    if (whole.status != RECTO_OVER_BUDGET || optional == 0)
        return take(job, &whole);
    tell_text(job, &whole);
    struct trial rest = fit(job, &own, optional);
    if (rest.status == RECTO_OK) {
        tell_text(job, &rest);
        rest = least(job, &own, rest);
        tell_dropped(job, rest.drop, rest.report.budget);
    } else if (request->budget
                   .overflow) { /* leaving out gains nothing: the whole overflows */
        own.budget.overflow = true;
        rest = fit(job, &own, 0);
    }
    return take(job, &rest);
}
