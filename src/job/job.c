/* SPDX-License-Identifier: MIT */
/* job/job.c — the public API: guards memory, and hands each call to its stage. */
#include <recto/reads.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/stock.h"
#include "job/stage.h"
#include "proof/proof.h"

/* Run `call` and turn exhausted memory into a finding. Nothing else jumps. */
#define GUARDED(job, call) (setjmp((job)->exhausted) ? memory_is_out(job) : (call))

/* The arena is spent: the finding must not need more of it. */
static recto_status memory_is_out(struct recto_job *job)
{
    static const recto_diag out = {
        .code = "J0104",
        .level = RECTO_ERROR,
        .file = "",
        .text = "memory is out",
        .hint = "the document is larger than a case study can be",
        .source_line = "",
    };
    job->out_of_memory = true;
    shelf_let_go(job->arena, job->shelf);
    fonts_let_go(job->arena, job->fonts);
    style_let_go(job->arena, job->style);
    style_let_go(job->scratch, job->style);
    job->last_words = &out;
    return RECTO_WORLD;
}

recto_status job_guarded(struct recto_job *job,
                         recto_status (*call)(struct recto_job *job, void *user),
                         void *user)
{
    return GUARDED(job, call(job, user));
}

static void begin_file(struct recto_job *job, struct str name)
{
    job->name = str_dup(job->arena, name);
    job->diags.file = job->name;
    for (size_t i = 0; i < job->diags.list.n; i++)
        if (!job->diags.list.at[i].file.n)
            job->diags.list.at[i].file = job->name;
}

/* A job on `shelf`, or on one of its own where that is NULL. NULL where memory is out. */
static recto_job *job_on(struct shelf *shelf)
{
    struct stock *stock = shelf ? shelf_stock(shelf) : NULL;
    struct arena *arena = arena_new_in(stock, JOB_CEILING);
    struct arena *scratch = arena ? arena_new_in(stock, JOB_CEILING) : NULL;
    if (!scratch) {
        arena_free(arena);
        return NULL;
    }
    jmp_buf none;
    arena_on_exhaustion(arena, &none);
    if (setjmp(none)) {
        arena_free(scratch);
        arena_free(arena);
        return NULL;
    }
    struct recto_job *job = arena_make(arena, struct recto_job);
    job->arena = arena;
    job->scratch = scratch;
    job->shelf = shelf ? shelf : shelf_in(arena);
    arena_on_exhaustion(arena, &job->exhausted);
    arena_on_exhaustion(scratch, &job->exhausted);
    job->diags = diags_at(arena, (struct str){NULL, 0});
    return job;
}

recto_job *recto_job_new(void)
{
    return job_on(NULL);
}

recto_job *recto_job_new_like(recto_job *other)
{
    recto_job *job = job_on(other->shelf);
    if (!job || !shelf_reads(other->shelf) || recto_job_keep_reads(job) == RECTO_OK)
        return job;
    recto_job_free(job);
    return NULL;
}

recto_status recto_job_set(recto_job *job, const char *key, const char *value)
{
    recto_setting setting = {key, value, RECTO_FROM_FLAG, NULL, 0, 0};
    return GUARDED(job, job_put(job, &setting));
}

recto_status recto_job_put(recto_job *job, const recto_setting *setting)
{
    return GUARDED(job, job_put(job, setting));
}

static recto_status read_file(recto_job *job, struct str path)
{
    begin_file(job, str_eq(path, S("-")) ? S("<stdin>") : path);
    size_t most = str_ends(path, S(".pdf")) ? PROOF_MAX_BYTES : SOURCE_MAX_BYTES;
    enum file_status status = file_read(job->arena, path, most, &job->bytes);
    job->has_source = status == FILE_OK;
    if (status == FILE_OK)
        return RECTO_OK;
    bool world = status == FILE_FAILED || status == FILE_CLOSED;
    return diag_fail(&job->diags, D_J0101, world ? RECTO_WORLD : RECTO_BAD_INPUT,
                     (struct span){0}, "cannot read it: %s", file_status_text(status));
}

recto_status recto_job_read_file(recto_job *job, const char *path)
{
    return GUARDED(job, read_file(job, str_from(path)));
}

static recto_status read_bytes(recto_job *job, struct str bytes, struct str name)
{
    begin_file(job, name);
    if (bytes.n > SOURCE_MAX_BYTES)
        return diag_fail(&job->diags, D_J0101, RECTO_BAD_INPUT, (struct span){0},
                         "cannot read it: %s", file_status_text(FILE_TOO_LARGE));
    job->bytes = str_dup(job->arena, bytes);
    job->has_source = true;
    return RECTO_OK;
}

recto_status recto_job_read(recto_job *job, const void *bytes, size_t length,
                            const char *name)
{
    return GUARDED(job, read_bytes(job, (struct str){bytes, length}, str_from(name)));
}

recto_status recto_job_check(recto_job *job)
{
    return GUARDED(job, job_check(job));
}

/* All files of a format. */
static recto_status make(recto_job *job, struct str format)
{
    size_t count;
    job->made_format = S("");
    job->made.n = 0;
    RECTO_TRY(job_files(job, format, &count));
    for (size_t i = 0; i < count; i++) {
        struct str bytes;
        RECTO_TRY(count == 1 ? job_bytes(job, format, &bytes)
                             : job_page(job, format, i, &bytes));
        vec_push(job->arena, &job->made, bytes);
    }
    arena_trim(job->scratch); /* others can use it while these bytes wait for the disk */
    job->made_format = str_dup(job->arena, format);
    return RECTO_OK;
}

recto_status recto_job_make(recto_job *job, const char *format)
{
    return GUARDED(job, make(job, str_from(format)));
}

/* What recto_job_make has made, once; else it is made now. */
static recto_status take_made(recto_job *job, struct str format)
{
    if (!str_eq(job->made_format, format))
        RECTO_TRY(make(job, format));
    job->made_format = S("");
    return RECTO_OK;
}

/* The same of a format that takes one file. */
static recto_status take_one(recto_job *job, struct str format, struct str *bytes)
{
    size_t count;
    RECTO_TRY(job_files(job, format, &count));
    if (count != 1)
        return job_bytes(job, format, bytes); /* which reports it */
    RECTO_TRY(take_made(job, format));
    *bytes = job->made.at[0];
    return RECTO_OK;
}

static recto_status write_sink(recto_job *job, struct str format, recto_sink sink)
{
    struct str bytes;
    RECTO_TRY(take_one(job, format, &bytes));
    return sink.write(sink.user, bytes.p, bytes.n) ? RECTO_WORLD : RECTO_OK;
}

recto_status recto_job_write(recto_job *job, const char *format, recto_sink sink)
{
    return GUARDED(job, write_sink(job, str_from(format), sink));
}

static recto_status put_stdout(recto_job *job, struct str bytes)
{
    enum file_status status = file_to_stdout(bytes);
    if (status == FILE_OK)
        return RECTO_OK;
    diag_push_hint(&job->diags, D_J0105, (struct span){0}, S(""),
                   "cannot write standard output: %s", file_status_text(status));
    return RECTO_WORLD;
}

/* What can be done about it; where nothing can, what has become of the earlier file. */
static struct str write_hint(struct recto_job *job, enum file_status status,
                             struct str path)
{
    struct str folder = path_folder(path);
    if (status == FILE_MISSING && !file_exists(job->arena, folder))
        return str_fmt(job->arena, "make the folder first: mkdir -p '%.*s'", STR(folder));
    if (status == FILE_IS_FOLDER)
        return S("name a file in it");
    return status == FILE_DENIED ? S("name a file in another folder with -o")
                                 : S("the earlier file, if any, stands untouched");
}

static recto_status cannot_write(recto_job *job, enum file_status status, struct str path)
{
    diag_push_hint(&job->diags, D_J0105, (struct span){0}, write_hint(job, status, path),
                   "cannot write “%.*s”: %s", STR(path), file_status_text(status));
    return RECTO_WORLD;
}

static recto_status put_file(recto_job *job, struct str bytes, struct str path)
{
    if (str_eq(path, S("-")))
        return put_stdout(job, bytes);
    enum file_status status = file_replace(job->arena, path, bytes);
    return status == FILE_OK ? RECTO_OK : cannot_write(job, status, path);
}

/* The last files of a set stand only where the first do. */
static recto_status put_files(recto_job *job, const struct str *bytes,
                              const char *const *names, size_t count)
{
    struct str *paths = arena_many(job->arena, count, struct str);
    size_t at;
    for (size_t i = 0; i < count; i++)
        paths[i] = str_from(names[i]);
    enum file_status status = file_replace_all(job->arena, paths, bytes, count, &at);
    return status == FILE_OK ? RECTO_OK : cannot_write(job, status, paths[at]);
}

static recto_status refuse_input(recto_job *job, struct str path)
{
    if (!file_same(job->arena, path, job->name))
        return RECTO_OK;
    return diag_fail(&job->diags, D_J0106, RECTO_USAGE, (struct span){0},
                     "the output “%.*s” is the input itself", STR(path));
}

static recto_status write_file(recto_job *job, struct str format, struct str path)
{
    struct str bytes;
    RECTO_TRY(refuse_input(job, path));
    RECTO_TRY(take_one(job, format, &bytes));
    RECTO_TRY(job_refuse_picture(job, path));
    return put_file(job, bytes, path);
}

/* What one document becomes as several files. */
struct filing {
    struct str format;
    const char *const *paths;
    size_t count;
};

/* All pages are there before the first file is touched. */
static recto_status write_files(recto_job *job, void *user)
{
    const struct filing *f = user;
    for (size_t i = 0; i < f->count; i++)
        RECTO_TRY(refuse_input(job, str_from(f->paths[i])));
    RECTO_TRY(take_made(job, f->format));
    if (job->made.n != f->count)
        return diag_fail(&job->diags, D_J0120, RECTO_USAGE, (struct span){0},
                         "%zu names for %zu files", f->count, job->made.n);
    for (size_t i = 0; i < f->count; i++)
        RECTO_TRY(job_refuse_picture(job, str_from(f->paths[i])));
    return f->count == 1 ? put_file(job, job->made.at[0], str_from(f->paths[0]))
                         : put_files(job, job->made.at, f->paths, f->count);
}

recto_status recto_job_write_files(recto_job *job, const char *format,
                                   const char *const *paths, size_t count)
{
    struct filing f = {str_from(format), paths, count};
    return job_guarded(job, write_files, &f);
}

static recto_status write_page(recto_job *job, struct str format, size_t page,
                               recto_sink sink)
{
    struct str bytes;
    size_t count;
    RECTO_TRY(job_files(job, format, &count));
    RECTO_TRY(page == 0 && count == 1 ? job_bytes(job, format, &bytes)
                                      : job_page(job, format, page, &bytes));
    return sink.write(sink.user, bytes.p, bytes.n) ? RECTO_WORLD : RECTO_OK;
}

recto_status recto_job_write_page(recto_job *job, const char *format, size_t page,
                                  recto_sink sink)
{
    return GUARDED(job, write_page(job, str_from(format), page, sink));
}

recto_status recto_job_files(recto_job *job, const char *format, size_t *count)
{
    *count = 0;
    return GUARDED(job, job_files(job, str_from(format), count));
}

recto_status recto_job_write_bytes(recto_job *job, const void *bytes, size_t length,
                                   const char *path)
{
    return GUARDED(job, put_file(job, (struct str){bytes, length}, str_from(path)));
}

recto_status recto_job_write_file(recto_job *job, const char *format, const char *path)
{
    return GUARDED(job, write_file(job, str_from(format), str_from(path)));
}

static recto_status tell(recto_job *job)
{
    job_tell(job);
    return RECTO_OK;
}

size_t recto_job_diags(recto_job *job, const recto_diag **first)
{
    if (!job->out_of_memory)
        (void)GUARDED(job, tell(job));
    *first = job->out_of_memory ? job->last_words : job->told.at;
    return job->out_of_memory ? 1 : job->told.n;
}

/* What is asked of a job for a number. */
struct count {
    struct str format, path;
    size_t page;
    uint64_t answer;
};

static recto_status is_written(recto_job *job, void *user)
{
    struct count *q = user;
    const struct backend *backend = backend_find(q->format);
    q->answer = backend ? job_is_written(job, backend, q->page, q->path) : 0;
    return RECTO_OK;
}

size_t recto_job_is_written(recto_job *job, const char *format, size_t page,
                            const char *path)
{
    struct count q = {str_from(format), str_from(path), page, 0};
    return job_guarded(job, is_written, &q) == RECTO_OK ? (size_t)q.answer : 0;
}

static recto_status wrote(recto_job *job, void *user)
{
    struct count *q = user;
    const struct backend *backend = backend_find(q->format);
    struct arena_mark mark = arena_mark(job->scratch);
    struct str bytes;
    if (backend && backend->paged &&
        file_read(job->scratch, q->path, BACKEND_MAX_BYTES, &bytes) == FILE_OK)
        q->answer = backend->is_of(job->scratch, bytes, BACKEND_ANY_INPUT, q->page);
    arena_rewind(job->scratch, mark);
    return RECTO_OK;
}

size_t recto_job_wrote(recto_job *job, const char *format, size_t page, const char *path)
{
    struct count q = {str_from(format), str_from(path), page, 0};
    return job_guarded(job, wrote, &q) == RECTO_OK ? (size_t)q.answer : 0;
}

static recto_status hash(recto_job *job, void *user)
{
    struct count *q = user;
    return job_digest(job, &q->answer);
}

uint64_t recto_job_hash(recto_job *job)
{
    struct count q = {.answer = 0};
    return job_guarded(job, hash, &q) == RECTO_OK ? q.answer : 0;
}

size_t recto_job_pages(recto_job *job)
{
    return job->laid_out && job->sheets.look ? job->sheets.list.n : 0;
}

/* What is asked of a job in one word, and the answer. */
struct query {
    struct str (*put)(struct recto_job *job);
    struct str what;
    const char *answer; /* NULL where there is none */
};

static recto_status report(recto_job *job, void *user)
{
    struct query *q = user;
    if (job->laid_out && job->sheets.look)
        q->answer = str_cstr(job->arena, q->put(job));
    return RECTO_OK;
}

static recto_status name(recto_job *job, void *user)
{
    struct query *q = user;
    struct str value;
    if (!job->cover)
        RECTO_TRY(job_study(job));
    if (job_word(job, q->what, &value))
        q->answer = str_cstr(job->arena, value);
    return RECTO_OK;
}

static const char *ask(recto_job *job, recto_status (*call)(recto_job *, void *),
                       struct query query)
{
    if (job->out_of_memory || job_guarded(job, call, &query) != RECTO_OK)
        return NULL;
    return query.answer;
}

const char *recto_job_report(recto_job *job)
{
    return ask(job, report, (struct query){.put = job_report});
}

const char *recto_job_report_text(recto_job *job)
{
    return ask(job, report, (struct query){.put = job_report_text});
}

const char *recto_job_name(recto_job *job, const char *what)
{
    return ask(job, name, (struct query){.what = str_from(what)});
}

void recto_job_free(recto_job *job)
{
    if (!job)
        return;
    arena_free(job->scratch);
    arena_free(job->arena);
}
