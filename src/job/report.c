/* SPDX-License-Identifier: MIT */
/* job/report.c — what the fit did, as JSON. */
#include "job/report.h"
#include "base/arena.h"
#include "style/look.h"

const char *report_stage_name(enum job_stage stage)
{
    static const char *const names[STAGES] = {"read", "model", "style", "set",
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

/* A share of one: 0.909. */
static void put_share(struct strbuf *b, int permille)
{
    strbuf_fmt(b, "%d.%03d", permille / 1000, permille % 1000);
}

static void put_fills(struct strbuf *b, const struct sheets *sheets)
{
    strbuf_put(b, S("\"fill\":["));
    for (size_t i = 0; i < sheets->list.n; i++) {
        strbuf_put(b, i ? S(",") : S(""));
        put_share(b, report_fill(&sheets->list.at[i]));
    }
    strbuf_put(b, S("],\"columns\":["));
    for (size_t i = 0; i < sheets->list.n; i++) {
        strbuf_put(b, i ? S(",[") : S("["));
        for (size_t k = 0; k < sheets->list.at[i].columns.n; k++) {
            strbuf_put(b, k ? S(",") : S(""));
            put_share(b, sheets->list.at[i].columns.at[k]);
        }
        strbuf_putc(b, ']');
    }
    strbuf_put(b, S("],"));
}

static void put_knobs(struct strbuf *b, const struct recto_job *job)
{
    struct style_knob *knobs;
    size_t n = style_knobs(b->a, job->report.style, job->report.step, &knobs);
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

static void put_dropped(struct strbuf *b, const struct recto_job *job)
{
    strbuf_put(b, S("\"dropped\":["));
    for (size_t i = 0; i < job->report.dropped; i++) {
        const struct study_optional *o = &job->sheets.study->optional.at[i];
        strbuf_put(b, i ? S(",{\"name\":") : S("{\"name\":"));
        strbuf_put_json(b, o->name);
        strbuf_fmt(b, ",\"line\":%u,\"words\":%zu}", o->span.line, o->words);
    }
    strbuf_put(b, S("],"));
}

/* What is too much; null where the budget was met. */
static void put_over(struct strbuf *b, const struct recto_job *job)
{
    const struct fit_report *r = &job->report;
    if (r->pages <= r->budget) {
        strbuf_put(b, S("\"over\":null,"));
        return;
    }
    strbuf_fmt(b, "\"over\":{\"lines\":%d,\"words\":%d,\"of\":%d,\"sections\":[",
               r->lines_over, r->words_over, r->words);
    for (size_t i = 0; i < r->share_count; i++) {
        const struct section *section = &job->sheets.study->sections.at[i];
        strbuf_put(b, i ? S(",{\"title\":") : S("{\"title\":"));
        strbuf_put_json(b, section->title);
        strbuf_fmt(b, ",\"line\":%u,\"lines\":%d,\"words\":%d,\"cut\":%d}",
                   section->span.line, r->shares[i].lines, r->shares[i].words,
                   r->shares[i].cut);
    }
    strbuf_put(b, S("]},"));
}

static void put_pictures(struct strbuf *b, const struct recto_job *job)
{
    strbuf_put(b, S("\"pictures\":["));
    for (size_t i = 0; i < job->shrinking.pictures.n; i++) {
        const struct shrunk *s = &job->shrinking.pictures.at[i];
        strbuf_put(b, i ? S(",{\"name\":") : S("{\"name\":"));
        strbuf_put_json(b, s->name);
        strbuf_fmt(b, ",\"from\":[%d,%d],\"to\":[%d,%d],", s->from_width, s->from_height,
                   s->width, s->height);
        strbuf_fmt(b, "\"bytes\":[%zu,%zu]}", s->from_bytes, s->bytes);
    }
    strbuf_put(b, S("],"));
}

struct str job_report(struct recto_job *job)
{
    const struct fit_report *r = &job->report;
    struct strbuf b = strbuf_at(job->arena);
    strbuf_fmt(&b, "{\"step\":%d,\"steps\":%d,\"tried\":%d,\"pages\":%d,\"budget\":%d,",
               r->step, r->steps, r->tried, r->pages, r->budget);
    strbuf_put(&b, S("\"airy\":"));
    put_share(&b, r->airy);
    strbuf_putc(&b, ',');
    put_fills(&b, &job->sheets);
    put_knobs(&b, job);
    put_dropped(&b, job);
    strbuf_fmt(&b, "\"lines\":%d,\"hyphens\":%d,\"runts\":%d,", r->lines, r->hyphens,
               r->runts);
    strbuf_fmt(&b, "\"widows\":%d,\"orphans\":%d,\"stranded\":%d,", r->widows, r->orphans,
               r->stranded);
    put_line(&b, "loosest", r->loosest, r->loosest_at);
    put_line(&b, "tightest", r->tightest, r->tightest_at);
    put_over(&b, job);
    put_pictures(&b, job);
    put_stages(&b, job);
    strbuf_fmt(&b, ",\"memory\":%zu}\n", arena_used(job->arena) + arena_used(job->scratch));
    return strbuf_str(&b);
}
