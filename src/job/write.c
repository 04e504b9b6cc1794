/* SPDX-License-Identifier: MIT */
/* job/write.c — a laid out study as bytes of any format. */
#include <recto/version.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "job/stage.h"
#include "para/para.h"

static int64_t read_epoch(struct diags *d)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    int64_t seconds;
    if (!text)
        return -1;
    if (str_to_int(str_from(text), &seconds) && seconds >= 0)
        return seconds;
    diag_push(d, D_J0205, (struct span){0},
              "SOURCE_DATE_EPOCH is “%s”, no number of seconds", text);
    return -1;
}

int64_t job_epoch(struct recto_job *job)
{
    if (!job->epoch_read)
        job->epoch = read_epoch(&job->diags);
    job->epoch_read = true;
    return job->epoch;
}

/* Two dots for each of a common screen, which has 72 or 96 an inch. */
#define USUAL_PPI 144

#define USUAL_CLAIMS S("ua-1,a-2a")

static recto_status ask_claims(struct recto_job *job, const struct settings *s,
                               struct out_options *options)
{
    const char *wrong = job_claims(s->standard.n ? s->standard : USUAL_CLAIMS, options);
    if (!wrong && s->attach)
        wrong = job_claims_attach(s->standard, options);
    if (s->attach && job->secrets.n > 0)
        return diag_fail(&job->diags, D_J0103, RECTO_USAGE, (struct span){0},
                         "--attach-source: the source would tell what is redacted");
    if (!wrong)
        return RECTO_OK;
    return diag_fail(&job->diags, D_J0103, RECTO_USAGE, (struct span){0},
                     "--standard: “%.*s” %s", STR(s->standard), wrong);
}

int64_t job_bytes_of(struct str size)
{
    static const struct {
        const char *unit;
        int64_t thousandths; /* of it [bytes] */
    } units[] = {
        {"GB", 1000000},
        {"MB", 1000   },
        {"kB", 1      },
        {"KB", 1      },
    };
    int64_t milli;
    for (size_t i = 0; i < countof(units); i++) {
        struct str unit = str_from(units[i].unit);
        if (str_ends(size, unit) &&
            str_to_milli(str_trim(str_sub(size, 0, size.n - 2)), &milli))
            return milli >= 0 && milli < 1000000 ? milli * units[i].thousandths : -1;
    }
    return str_to_int(size, &milli) && milli >= 0 ? milli : -1;
}

int job_ppi_of(struct str value)
{
    int64_t ppi;
    return str_to_int(value, &ppi) && ppi >= 10 && ppi <= 1200 ? (int)ppi : 0;
}

int job_ppi(const struct settings *s)
{
    return s->ppi.n ? job_ppi_of(s->ppi) : USUAL_PPI;
}

const struct display *job_shrink(struct recto_job *job, const struct display *display,
                                 const struct settings *s)
{
    int ppi = job_ppi_of(s->downsample);
    if (!ppi)
        return display;
    job->shrinking = out_shrink(job->arena, job->scratch, display, ppi, &job->diags);
    return job->shrinking.display;
}

/* Bytes of the pictures of a document, which are what makes files large; 0 without one. */
static size_t picture_bytes(const struct display *display)
{
    size_t n = 0;
    for (size_t i = 0; display && i < display->images.n; i++)
        n += display->images.at[i]->bytes.n;
    return n;
}

/* Begun ones count: what is over is so by at least one. */
static size_t kilobytes(size_t bytes)
{
    return bytes / 1000 + (bytes % 1000 > 0);
}

void job_tell_size(struct recto_job *job, size_t bytes)
{
    struct settings s = job_settings(job);
    int64_t most = job_bytes_of(s.max_size);
    size_t pictures = picture_bytes(job->display);
    if (s.max_size.n == 0 || most < 0 || bytes <= (uint64_t)most)
        return;
    struct str of = pictures
                        ? str_fmt(job->arena, "; its pictures have %zu kB", pictures / 1000)
                        : S("");
    struct str hint = pictures || !job->display
                          ? str_from(diag_row(D_J0206)->hint)
                          : S("it holds no picture: set it in fewer fonts, or allow more");
    diag_push_hint(&job->diags, D_J0206, (struct span){0}, hint,
                   "the file has %zu kB, %zu kB more than --max-size allows%.*s",
                   kilobytes(bytes), kilobytes(bytes - (size_t)most), STR(of));
}

/* Paged formats are written page by page: what is only work goes back at once. */
static recto_status write_page(struct recto_job *job, const struct backend *backend,
                               const struct out_options *options, struct str *into)
{
    struct arena *a = backend->paged ? job->scratch : job->arena;
    struct arena_mark mark = arena_mark(job->scratch);
    struct strbuf buffer = strbuf_at(a);
    int64_t t = job_now();
    RECTO_TRY(backend->write(a, job->display, options, &buffer, &job->diags));
    job_lap(job, STAGE_WRITE, t);
    *into = strbuf_str(&buffer);
    if (!backend->paged)
        return RECTO_OK;
    *into = str_dup(job->arena, *into);
    arena_rewind(job->scratch, mark);
    return RECTO_OK;
}

static recto_status backend_bytes(struct recto_job *job, const struct backend *backend,
                                  size_t page, struct str *into)
{
    RECTO_TRY(job_display(job));
    struct settings s = job_settings(job);
    struct out_options options = {
        .epoch = job_epoch(job),
        .version = S(RECTO_VERSION),
        .source_name = path_name(job->name), /* a folder would reveal whose it is */
        .source = job->bytes,
        .page = page,
        .shelf = job->shelf,
        .ppi = job_ppi(&s),
    };
    RECTO_TRY(job_input_hash(job, backend, &options.input_hash));
    if (backend->claims) {
        RECTO_TRY(ask_claims(job, &s, &options));
        out_claims(job->display, &options, &job->diags);
        RECTO_TRY(job_verdict(job)); /* under strict a lost claim is a failure */
    }
    RECTO_TRY(write_page(job, backend, &options, into));
    RECTO_TRY(job_hides(job, str_from(backend->name), *into));
    job_tell_size(job, into->n);
    return job_verdict(job);
}

recto_status job_files(struct recto_job *job, struct str format, size_t *count)
{
    const struct backend *backend = backend_find(format);
    *count = 1;
    if (!backend || !backend->paged)
        return RECTO_OK;
    RECTO_TRY(job_display(job));
    *count = job->display->pages.n;
    return RECTO_OK;
}

static recto_status inspect_bytes(struct recto_job *job, struct str *into)
{
    RECTO_TRY(job_study(job));
    job_sort_findings(job);
    *into = study_dump(job->arena, job->study, &job->diags);
    return job_hides(job, S("json"), *into);
}

static recto_status unknown_format(struct recto_job *job, struct str format)
{
    const struct backend *backend;
    struct strbuf known = strbuf_at(job->arena);
    for (size_t i = 0; (backend = backend_at(i)); i++)
        strbuf_fmt(&known, "%s, ", backend->name);
    diag_push_hint(&job->diags, D_J0108, (struct span){0},
                   str_fmt(job->arena, "there are %.*sjson", STR(strbuf_str(&known))),
                   "no output format is called “%.*s”", STR(format));
    return RECTO_USAGE;
}

recto_status job_page(struct recto_job *job, struct str format, size_t page,
                      struct str *into)
{
    size_t count;
    const struct backend *backend = backend_find(format);
    if (!backend)
        return unknown_format(job, format);
    RECTO_TRY(job_files(job, format, &count));
    if (page < count)
        return backend_bytes(job, backend, page, into);
    return diag_fail(&job->diags, D_J0120, RECTO_USAGE, (struct span){0},
                     "there is no page %zu", page + 1);
}

recto_status job_bytes(struct recto_job *job, struct str format, struct str *into)
{
    size_t count;
    if (str_eq(format, S("json")))
        return inspect_bytes(job, into);
    if (str_eq(format, S("source")))
        return job_extract(job, into);
    if (str_eq(format, S("breaks")))
        return par_debug_break(job->arena, job->bytes, into, &job->diags);
    RECTO_TRY(job_files(job, format, &count));
    if (count == 1)
        return job_page(job, format, 0, into);
    return diag_fail(&job->diags, D_J0120, RECTO_USAGE, (struct span){0},
                     "%.*s holds one page a file, and there are %zu", STR(format), count);
}
