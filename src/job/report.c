/* SPDX-License-Identifier: MIT */
/* job/report.c — what the fit did, as JSON. */
#include "job/report.h"
#include "base/arena.h"
#include "style/look.h"

const char *report_stage_name(enum job_stage stage)
{
    static const char *const names[STAGES] = {"read", "model", "style",
                                              "fit",  "draw",  "write"};
    return names[stage];
}

int report_fill(const struct sheet *sheet)
{
    return sheet->room > 0 ? (int)mpt_scale(sheet->used, 1000, sheet->room) : 0;
}

static void put_stages(struct strbuf *b, const struct recto_job *job)
{
    strbuf_put(b, S("\"stages\":{"));
    for (size_t i = 0; i < STAGES; i++)
        strbuf_fmt(
            b, "%s\"%s\":%lld.%03lld", i ? "," : "", report_stage_name((enum job_stage)i),
            (long long)job->microseconds[i] / 1000, (long long)job->microseconds[i] % 1000);
    strbuf_putc(b, '}');
}

static void put_fills(struct strbuf *b, const struct sheets *sheets)
{
    strbuf_put(b, S("\"fill\":["));
    for (size_t i = 0; i < sheets->list.n; i++) {
        int permille = report_fill(&sheets->list.at[i]);
        strbuf_fmt(b, "%s%d.%03d", i ? "," : "", permille / 1000, permille % 1000);
    }
    strbuf_put(b, S("],"));
}

static void put_knobs(struct strbuf *b, const struct recto_job *job)
{
    struct style_knob *knobs;
    size_t n = style_knobs(b->a, job->style, job->report.step, &knobs);
    strbuf_put(b, S("\"knobs\":{"));
    for (size_t i = 0; i < n; i++)
        strbuf_fmt(b, "%s\"%.*s\":[\"%.*s\",\"%.*s\"]", i ? "," : "", STR(knobs[i].key),
                   STR(knobs[i].from), STR(knobs[i].to));
    strbuf_put(b, S("},"));
}

static void put_line(struct strbuf *b, const char *name, int stretch, struct span at)
{
    strbuf_fmt(b, "\"%s\":{\"stretch\":%d,\"line\":%u},", name, stretch, at.line);
}

struct str job_report(struct recto_job *job)
{
    const struct fit_report *r = &job->report;
    struct strbuf b = strbuf_at(job->arena);
    strbuf_fmt(&b, "{\"step\":%d,\"steps\":%d,\"tried\":%d,\"pages\":%d,\"budget\":%d,",
               r->step, r->steps, r->tried, r->pages, r->budget);
    strbuf_fmt(&b, "\"airy\":%d.%03d,", r->airy / 1000, r->airy % 1000);
    put_fills(&b, &job->sheets);
    put_knobs(&b, job);
    strbuf_fmt(&b, "\"lines\":%d,\"hyphens\":%d,\"widows\":%d,\"orphans\":%d,", r->lines,
               r->hyphens, r->widows, r->orphans);
    put_line(&b, "loosest", r->loosest, r->loosest_at);
    put_line(&b, "tightest", r->tightest, r->tightest_at);
    put_stages(&b, job);
    strbuf_fmt(&b, ",\"memory\":%zu}\n", arena_used(job->arena) + arena_used(job->scratch));
    return strbuf_str(&b);
}
