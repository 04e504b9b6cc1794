/* SPDX-License-Identifier: MIT */
/* job/bundle.c — the public API of bundles: a job whose pages are those of many studies. */
#include <recto/bundle.h>

#include "base/arena.h"
#include "base/file.h"
#include "book/book.h"
#include "job/stage.h"

#define LAYOUT S("bundle") /* of the bundle's own pages */

struct recto_bundle {
    struct recto_job *job;
    struct portfolio portfolio;
    struct book book;
    const char **files; /* one a study */
    uint64_t digest;    /* of all that was taken */
};

/* --- reading ----------------------------------------------------------------------------------- */

static recto_status make(struct recto_job *job, void *user)
{
    struct recto_bundle **out = user;
    struct arena *a = job->arena;
    struct recto_bundle *b = arena_make(a, struct recto_bundle);
    b->job = job;
    RECTO_TRY(portfolio_read(a, job->bytes, &b->portfolio, &job->diags));
    b->book.a = a;
    b->book.portfolio = &b->portfolio;
    b->files = arena_many(a, b->portfolio.studies.n, const char *);
    for (size_t i = 0; i < b->portfolio.studies.n; i++) {
        struct str file = b->portfolio.studies.at[i].file;
        bool absolute = str_starts(file, S("/"));
        b->files[i] =
            str_cstr(a, absolute ? file : path_join(a, path_folder(job->name), file));
    }
    struct study *cover = arena_make(a, struct study);
    cover->title = b->portfolio.title;
    cover->author = b->portfolio.author;
    cover->date = b->portfolio.date;
    job->cover = cover;
    *out = b;
    return RECTO_OK;
}

recto_bundle *recto_bundle_read(recto_job *job, const char *path, recto_status *status)
{
    struct recto_bundle *b = NULL;
    *status = recto_job_read_file(job, path);
    if (*status == RECTO_OK)
        *status = job_guarded(job, make, &b);
    return *status == RECTO_OK ? b : NULL;
}

size_t recto_bundle_count(const recto_bundle *bundle)
{
    return bundle->portfolio.studies.n;
}

const char *recto_bundle_file(const recto_bundle *bundle, size_t i)
{
    return bundle->files[i];
}

/* --- studies ----------------------------------------------------------------------------------- */

struct preparing {
    const struct recto_bundle *bundle;
    size_t i;
};

static recto_status put_wish(struct recto_job *job, struct str said, const char *key,
                             struct str wish)
{
    return str_empty(said) && !str_empty(wish) ? job_set(job, str_from(key), wish)
                                               : RECTO_OK;
}

static recto_status prepare(struct recto_job *job, void *user)
{
    const struct preparing *p = user;
    const struct study_wish *wish = &p->bundle->portfolio.studies.at[p->i].wish;
    const struct settings *said = &job->flags;
    RECTO_TRY(put_wish(job, said->layout, "layout", wish->layout));
    RECTO_TRY(put_wish(job, said->pages, "pages", wish->pages));
    RECTO_TRY(put_wish(job, said->overflow, "overflow", wish->overflow));
    RECTO_TRY(put_wish(job, said->variant, "variant", wish->variant));
    for (size_t i = 0; i < wish->redact.n; i++)
        RECTO_TRY(job_set(job, S("redact"), wish->redact.at[i]));
    return RECTO_OK;
}

/* Heads and feet are the book's, so the study has room for a head and sets neither; and it is the book
 * whose pages are put on sheets. */
static recto_status prepare_page(struct recto_job *job, void *user)
{
    const struct preparing *p = user;
    const struct portfolio *portfolio = &p->bundle->portfolio;
    RECTO_TRY(prepare(job, user));
    job->in_book = true;
    RECTO_TRY(put_wish(job, job->flags.palette, "palette", portfolio->palette));
    RECTO_TRY(put_wish(job, job->flags.paper, "paper", portfolio->paper));
    if (portfolio->gray == SAID_YES)
        RECTO_TRY(job_set(job, S("gray"), S("true")));
    RECTO_TRY(job_set(job, S("set"), S("masthead.rule=0pt")));
    RECTO_TRY(job_set(job, S("set"), S("page.foot=false")));
    RECTO_TRY(job_set(job, S("set"), S("page.foot_kept=true")));
    struct str room = str_fmt(job->arena, "page.head_room=%dpt", BOOK_HEAD_ROOM / 1000);
    return job_set(job, S("set"), room);
}

recto_status recto_bundle_prepare(recto_bundle *bundle, size_t i, recto_job *study)
{
    return job_guarded(study, prepare, &(struct preparing){bundle, i});
}

recto_status recto_bundle_prepare_page(recto_bundle *bundle, size_t i, recto_job *study)
{
    return job_guarded(study, prepare_page, &(struct preparing){bundle, i});
}

/* What stands in a study's own masthead and now in the book's heads, or on its cover. */
static void tell_left_out(struct recto_job *job)
{
    const struct study *s = job->study;
    struct strbuf b = strbuf_at(job->arena);
    const struct str words[] = {s->kicker, s->author, s->author_role, s->date};
    for (size_t i = 0; i < countof(words); i++)
        if (!str_empty(words[i]))
            strbuf_fmt(&b, "%s“%.*s”", b.n ? ", " : "", STR(words[i]));
    if (b.n)
        diag_push(&job->diags, D_K0201, s->title_span,
                  "left to the heads and the cover of the bundle: %.*s",
                  STR(strbuf_str(&b)));
}

static recto_status lay_out(struct recto_job *job, void *user)
{
    (void)user;
    uint64_t digest;
    RECTO_TRY(job_study(job));
    tell_left_out(job);
    struct study *bare = arena_copy(job->arena, job->study, sizeof *job->study);
    bare->kicker = bare->author = bare->author_role = bare->date = S("");
    job->study = bare;
    RECTO_TRY(job_display(job));
    RECTO_TRY(job_digest(job, &digest));
    return job_verdict(job);
}

struct taking {
    struct recto_bundle *bundle;
    size_t i;
    const struct recto_job *study;
};

static recto_status take(struct recto_job *job, void *user)
{
    const struct taking *t = user;
    for (size_t i = 0; i < t->study->secrets.n; i++)
        vec_push(job->arena, &job->secrets, str_dup(job->arena, t->study->secrets.at[i]));
    book_take(&t->bundle->book, t->i, &t->study->sheets, t->study->display);
    return RECTO_OK;
}

recto_status recto_bundle_lay_out(recto_job *study)
{
    return job_guarded(study, lay_out, NULL);
}

recto_status recto_bundle_take(recto_bundle *bundle, size_t i, recto_job *study)
{
    uint64_t digest = study->digest;
    bundle->digest =
        str_hash((struct str){(const char *)&digest, sizeof digest}, bundle->digest);
    return job_guarded(bundle->job, take, &(struct taking){bundle, i, study});
}

/* --- binding ----------------------------------------------------------------------------------- */

static recto_status bind(struct recto_job *job, void *user)
{
    struct recto_bundle *b = user;
    const struct portfolio *p = &b->portfolio;
    const struct settings said = job_settings(job), s = job_for_print(job->arena, &said);
    RECTO_TRY(job_open_store(job));
    RECTO_TRY(job_open_fonts(job, &s));
    struct style_request request = {
        .layout = LAYOUT,
        .paper = str_empty(s.paper) ? p->paper : s.paper,
        .usual_paper = S("a4"),
        .palette = str_empty(s.palette) ? p->palette : s.palette,
        .gray = s.gray || p->gray == SAID_YES,
        .overrides = s.overrides.at,
        .override_count = s.overrides.n,
    };
    size_t first = job->diags.list.n;
    RECTO_TRY(
        job_blame(job, first,
                  style_load(job->arena, &job->store, &request, &job->style, &job->diags)));
    struct book_press press = {
        .a = job->arena,
        .look = style_at(job->arena, job->style, style_meant(job->style)),
        .cache = text_cache_new(job->arena, job->fonts, &job->store, p->lang),
        .d = &job->diags,
    };
    job->display =
        job_shrink(job, job_impose(job->arena, book_bind(&b->book, &press), &s), &s);
    job->styled = job->laid_out = job->digest_taken = true;
    job->digest = str_hash(job->bytes, b->digest);
    return RECTO_OK;
}

recto_status recto_bundle_bind(recto_bundle *bundle)
{
    return job_guarded(bundle->job, bind, bundle);
}
