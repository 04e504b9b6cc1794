/* SPDX-License-Identifier: MIT */
/* job/report_text.c — what the fit did, in words. */
#include "base/arena.h"
#include "job/report.h"
#include "style/look.h"

static void put_pages(struct strbuf *b, const struct recto_job *job)
{
    strbuf_fmt(b, "  pages     %d, filled ", job->report.pages);
    for (size_t i = 0; i < job->sheets.list.n; i++)
        strbuf_fmt(b, "%s%d%%", i ? ", " : "",
                   (report_fill(&job->sheets.list.at[i]) + 5) / 10);
    if (job->report.budget)
        strbuf_fmt(b, "; the budget is %d\n", job->report.budget);
    else
        strbuf_put(b, S("; the budget is auto\n"));
}

/* Columns are listed where a sheet has more than one. */
static void put_columns(struct strbuf *b, const struct recto_job *job)
{
    const struct sheets *sheets = &job->sheets;
    if (sheets->list.n == 0 || sheets->list.at[0].columns.n < 2)
        return;
    strbuf_put(b, S("  columns   filled "));
    for (size_t i = 0; i < sheets->list.n; i++) {
        const struct sheet *sheet = &sheets->list.at[i];
        for (size_t k = 0; k < sheet->columns.n; k++)
            strbuf_fmt(b, "%s%d%%",
                       k   ? " and "
                       : i ? ", "
                           : "",
                       (sheet->columns.at[k] + 5) / 10);
    }
    strbuf_putc(b, '\n');
}

static void put_dropped(struct strbuf *b, const struct recto_job *job)
{
    for (size_t i = 0; i < job->report.dropped; i++) {
        const struct study_optional *o = &job->sheets.study->optional.at[i];
        strbuf_fmt(b, "  %s  “%.*s”, line %u, %zu words\n", i ? "        " : "left out",
                   STR(o->name), o->span.line, o->words);
    }
}

static void put_knobs(struct strbuf *b, const struct recto_job *job)
{
    struct style_knob *knobs;
    size_t n = style_knobs(b->a, job->report.style, job->report.step, &knobs);
    for (size_t i = 0; i < n; i++)
        strbuf_fmt(b, "  %s  %.*s: %.*s → %.*s\n", i ? "        " : "moved   ",
                   STR(knobs[i].key), STR(knobs[i].from), STR(knobs[i].to));
}

static void put_line(struct strbuf *b, const char *name, int permille, struct span at)
{
    int percent = ((permille < 0 ? -permille : permille) + 5) / 10;
    if (at.line)
        strbuf_fmt(b, "  %s  line %u of the source, spaces %d%% %s\n", name, at.line,
                   percent, permille < 0 ? "narrower" : "wider");
}

static void put_stages(struct strbuf *b, const struct recto_job *job)
{
    strbuf_put(b, S("  time      "));
    for (size_t i = 0; i < STAGES; i++) {
        int64_t tenths = (job->microseconds[i] + 50) / 100;
        strbuf_fmt(b, "%s%s %lld.%lld ms", i ? ", " : "",
                   report_stage_name((enum job_stage)i), (long long)tenths / 10,
                   (long long)tenths % 10);
    }
    strbuf_putc(b, '\n');
}

static void put_pictures(struct strbuf *b, const struct recto_job *job)
{
    for (size_t i = 0; i < job->shrinking.pictures.n; i++) {
        const struct shrunk *s = &job->shrinking.pictures.at[i];
        strbuf_fmt(b, "  %s  %.*s: %d × %d → %d × %d dots, ", i ? "        " : "pictures",
                   STR(s->name), s->from_width, s->from_height, s->width, s->height);
        strbuf_fmt(b, "%zu → %zu kB\n", s->from_bytes / 1000, s->bytes / 1000);
    }
}

struct str job_report_text(struct recto_job *job)
{
    const struct fit_report *r = &job->report;
    struct strbuf b = strbuf_at(job->arena);
    put_pages(&b, job);
    put_columns(&b, job);
    strbuf_fmt(&b, "  fit       step %d of %d from airy to tight, %d tried\n", r->step + 1,
               r->steps, r->tried);
    put_knobs(&b, job);
    put_dropped(&b, job);
    strbuf_fmt(&b, "  lines     %d, hyphens %d, runts %d, widows %d, orphans %d, ",
               r->lines, r->hyphens, r->runts, r->widows, r->orphans);
    strbuf_fmt(&b, "headings at a foot %d\n", r->stranded);
    put_line(&b, "loosest ", r->loosest, r->loosest_at);
    put_line(&b, "tightest", r->tightest, r->tightest_at);
    put_pictures(&b, job);
    put_stages(&b, job);
    size_t used = arena_used(job->arena) + arena_used(job->scratch);
    strbuf_fmt(&b, "  memory    %zu kB\n", used / 1000);
    return strbuf_str(&b);
}
