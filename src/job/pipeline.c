/* SPDX-License-Identifier: MIT */
/* job/pipeline.c — the whole way of a study, from bytes to bytes, on one screen. */
#include <recto/version.h>
#include <time.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "job/stage.h"
#include "lint/lint.h"

int64_t job_now(void)
{
    struct timespec t;
    if (timespec_get(&t, TIME_UTC) != TIME_UTC)
        return 0;
    return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

int64_t job_lap(struct recto_job *job, enum job_stage stage, int64_t since)
{
    int64_t t = job_now();
    job->microseconds[stage] += t - since;
    return t;
}

/* What is said on the command line is no variant's to change: the variants without `key`. */
static const struct yaml *variants_without(struct arena *a, const struct yaml *variants,
                                           struct str key)
{
    struct yaml *copy = arena_copy(a, variants, sizeof *variants), **end = &copy->first;
    for (const struct yaml *v = variants->first; v; v = v->next) {
        struct yaml *variant = *end = arena_copy(a, v, sizeof *v), **last = &variant->first;
        for (const struct yaml *e = v->first; e; e = e->next)
            if (!str_eq(e->key, key)) {
                *last = arena_copy(a, e, sizeof *e);
                last = &(*last)->next;
            }
        *last = NULL;
        end = &variant->next;
    }
    return copy;
}

/* A key for the front matter: over what stands there, or below it. */
static void put_in_front(struct recto_job *job, struct source *source,
                         const struct style_override *o, bool over)
{
    struct arena *a = job->arena;
    if (style_key_known(o->key) || (!over && yaml_find(source->front, o->key)))
        return;
    struct yaml *front = arena_make(a, struct yaml), *value = arena_make(a, struct yaml);
    *front = source->front ? *source->front : (struct yaml){.kind = YAML_MAP};
    *value = (struct yaml){.kind = YAML_SCALAR, .text = o->value, .key = o->key};
    struct yaml **end = &front->first;
    for (const struct yaml *e = front->first; e; e = e->next)
        if (!str_eq(e->key, o->key)) {
            bool variants = over && str_eq(e->key, S("variants"));
            *end = arena_copy(a, variants ? variants_without(a, e, o->key) : e, sizeof *e);
            end = &(*end)->next;
        }
    *end = value;
    source->front = front;
}

/* What is set and no key of the layout is one of the front matter. */
static void put_front_overrides(struct recto_job *job, struct source *source)
{
    for (size_t i = job->config.overrides.n; i-- > 0;) /* the last one said holds */
        put_in_front(job, source, &job->config.overrides.at[i], false);
    for (size_t i = 0; i < job->flags.overrides.n; i++)
        put_in_front(job, source, &job->flags.overrides.at[i], true);
}

/* A variant that does not exist is nothing that could be set instead. */
static recto_status variant_status(const struct recto_job *job, size_t first)
{
    for (size_t i = first; i < job->diags.list.n; i++)
        if (job->diags.list.at[i].code == D_M0107)
            return RECTO_BAD_INPUT;
    return RECTO_OK;
}

recto_status job_study(struct recto_job *job)
{
    if (job->study)
        return RECTO_OK;
    if (!job->has_source)
        return diag_fail(&job->diags, D_J0101, RECTO_USAGE, (struct span){0},
                         "no source has been read");
    RECTO_TRY(job_refuse_others(job));
    int64_t t = job_now();
    struct source *source =
        arena_copy(job->arena, source_parse(job->arena, job->name, job->bytes, &job->diags),
                   sizeof(struct source));
    put_front_overrides(job, source);
    job->source = source;
    t = job_lap(job, STAGE_READ, t);
    size_t first = job->diags.list.n;
    job->reading.shelf = job->shelf;
    job->reading.variant = job->flags.variant;
    job->reading.redact = job->flags.redact.at;
    job->reading.redact_count = job->flags.redact.n;
    job->study = study_build(job->arena, source, &job->reading, &job->diags);
    for (size_t i = 0; i < job->study->redacted.n; i++)
        vec_push(job->arena, &job->secrets, job->study->redacted.at[i]);
    lint_placeholders(job->arena, job->study, &job->diags);
    job_lap(job, STAGE_MODEL, t);
    return job_blame(job, first, variant_status(job, first));
}

recto_status job_open_store(struct recto_job *job)
{
    if (!job->store.root.n)
        job->store = store_open(job->arena);
    if (!job->store.root.n)
        return diag_fail(&job->diags, D_J0107, RECTO_WORLD, (struct span){0},
                         "the folder of layouts and fonts is not found");
    return RECTO_OK;
}

/* What fonts are made of. */
struct font_source {
    struct arena *caller;
    const struct store *store;
    struct fonts_options options;
};

static void close_fonts(void *fonts)
{
    fonts_free(fonts);
}

static void *make_fonts(struct arena *a, void *user)
{
    struct font_source *source = user;
    source->options.reads = arena_reads(a);
    struct fonts *fonts = fonts_new(source->caller, source->store, &source->options);
    if (fonts)
        arena_defer(a, close_fonts, fonts);
    return fonts;
}

struct str job_fonts_key(struct arena *a, const struct settings *s)
{
    struct strbuf key = strbuf_at(a);
    strbuf_fmt(&key, "fonts %d", s->no_system_fonts);
    for (size_t i = 0; i < s->font_paths.n; i++)
        strbuf_fmt(&key, "\n%.*s", STR(s->font_paths.at[i]));
    return strbuf_str(&key);
}

recto_status job_open_fonts(struct recto_job *job, const struct settings *s)
{
    RECTO_TRY(job_open_store(job));
    struct font_source source = {
        job->arena,
        &job->store,
        {s->font_paths.at, s->font_paths.n, s->no_system_fonts, NULL}
    };
    if (!job->fonts)
        job->fonts = shelf_at(job->arena, job->shelf, job_fonts_key(job->arena, s),
                              make_fonts, &source);
    if (job->fonts)
        return RECTO_OK;
    return diag_fail(&job->diags, D_J0104, RECTO_WORLD, (struct span){0}, "memory is out");
}

/* The sheet of the region that a language tag names. */
static struct str usual_paper(struct str lang)
{
    static const char *const letter[] = {"-US", "-CA", "-MX", "-PH", "-CL", "-CO", "-VE"};
    for (size_t i = 0; i < countof(letter); i++)
        if (str_ends(lang, str_from(letter[i])))
            return S("letter");
    return S("a4");
}

/* Keys of the layout among those that the configuration sets. */
static struct overrides config_style(struct recto_job *job)
{
    struct overrides list = {NULL, 0, 0};
    for (size_t i = 0; i < job->config.overrides.n; i++)
        if (style_key_known(job->config.overrides.at[i].key))
            vec_push(job->arena, &list, job->config.overrides.at[i]);
    return list;
}

static recto_status load_with(struct recto_job *job, const struct settings *s)
{
    struct overrides base = config_style(job);
    struct style_request request = {
        .layout = s->layout,
        .paper = s->paper,
        .usual_paper =
            job->config.paper.n ? job->config.paper : usual_paper(job->study->lang),
        .palette = s->palette,
        .gray = s->gray,
        .base_palette = job->config.palette,
        .base = base.at,
        .base_count = base.n,
        .overrides = s->overrides.at,
        .override_count = s->overrides.n,
    };
    size_t first = job->diags.list.n;
    return job_blame(job, first, job_load_layout(job, &request));
}

static recto_status load_style(struct recto_job *job, const struct settings *s)
{
    struct settings all = job_for_print(job->arena, s);
    return load_with(job, &all);
}

static struct budget budget_of(const struct settings *s)
{
    int64_t pages = 0;
    (void)str_to_int(s->pages, &pages); /* "auto" stays 0 */
    return (struct budget){.pages = (int)pages, .overflow = str_eq(s->overflow, S("warn"))};
}

static recto_status fit(struct recto_job *job, const struct settings *s)
{
    struct fit_request request = {
        .style = job->style,
        .budget = budget_of(s),
        .scratch = job->scratch,
    };
    request.block = (struct block_request){
        .study = job->study,
        .cache = text_cache_new(job->arena, job->fonts, &job->store, job->study->lang),
        .image_root = s->root.n ? s->root : path_folder(job->name),
        .images = arena_make(job->arena, struct map),
        .image_arena = job->arena,
        .draft = s->draft,
    };
    recto_status status = job_fit(job, &request);
    struct str damage = text_damage(request.block.cache);
    if (!str_empty(damage))
        return diag_fail(&job->diags, D_T0105, RECTO_WORLD, (struct span){0},
                         "%.*s cannot be read or used", STR(damage));
    return status;
}

static recto_status style(struct recto_job *job)
{
    RECTO_TRY(job_study(job));
    int64_t t = job_now();
    struct settings s = job_settings(job);
    RECTO_TRY(job_open_store(job));
    RECTO_TRY(load_style(job, &s));
    job_lap(job, STAGE_STYLE, t);
    return RECTO_OK;
}

recto_status job_styled(struct recto_job *job)
{
    if (!job->styled) {
        job->style_status = style(job);
        job->styled = true;
    }
    return job->style_status;
}

static recto_status lay_out(struct recto_job *job)
{
    RECTO_TRY(job_styled(job));
    int64_t t = job_now();
    struct settings s = job_settings(job);
    RECTO_TRY(job_open_fonts(job, &s));
    if (diags_worst(&job->diags) == DIAG_ERROR)
        return RECTO_BAD_INPUT;
    job_lap(job, STAGE_STYLE, t);
    return fit(job, &s);
}

recto_status job_layout(struct recto_job *job)
{
    if (!job->laid_out) {
        job->layout_status = lay_out(job);
        job->laid_out = true;
    }
    return job->layout_status;
}

recto_status job_display(struct recto_job *job)
{
    RECTO_TRY(job_layout(job));
    if (job->display)
        return RECTO_OK;
    int64_t t = job_now();
    struct settings s = job_settings(job);
    job->display = draw_record(job->arena, &job->sheets);
    if (!job->in_book)
        job->display = job_shrink(job, job_impose(job->arena, job->display, &s), &s);
    job_lap(job, STAGE_DRAW, t);
    return RECTO_OK;
}

recto_status job_check(struct recto_job *job)
{
    if (job_is_pdf(job))
        return job_check_pdf(job);
    RECTO_TRY(job_study(job));
    lint_study(job->arena, job->study, &job->diags);
    recto_status status = job_layout(job);
    if (status != RECTO_OK && status != RECTO_BAD_INPUT)
        return status;
    status = job_verdict(job);
    if (status == RECTO_OK && job_read_back(job) == RECTO_OK)
        status = job_verdict(job);
    return status == RECTO_BAD_INPUT ? RECTO_CHECK_FAILED : status;
}

/* A font that is asked for by name and cannot be had is a failure of the world. */
static bool lacks_font(const struct recto_job *job)
{
    for (size_t i = 0; i < job->diags.list.n; i++)
        if (job->diags.list.at[i].code == D_T0101)
            return true;
    return false;
}

recto_status job_verdict(const struct recto_job *job)
{
    switch (diags_worst(&job->diags)) {
    case DIAG_ERROR:
        return lacks_font(job) ? RECTO_WORLD : RECTO_BAD_INPUT;
    case DIAG_WARNING:
        return job_strict(job) ? RECTO_STRICT : RECTO_OK;
    case DIAG_INFO:
        break;
    }
    return RECTO_OK;
}
