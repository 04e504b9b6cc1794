/* SPDX-License-Identifier: MIT */
/* cli/documents.c — something is done with each of many documents, in as many threads as asked. */
#include "cli/documents.h"

#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "cli/crew.h"
#include "cli/opener.h"
#include "cli/progress.h"
#include "cli/stale.h"

/* A document from when it is begun until its findings are printed. */
struct outcome {
    struct program program; /* of its own; until it is finished, as is the job */
    recto_job *job;         /* NULL where there is none */
    FILE *to;
    recto_status status;
    struct report report; /* counts only */
    struct tally tally;
    struct opening opening;
    struct stale stale;
    char *text, *record;
    size_t text_size, record_size;
};

struct run {
    struct program *program;
    const struct inputs *inputs;
    document_work *work;
    void *user;
    size_t threads;
    recto_job *shared; /* fonts and layouts of all */
    struct progress progress;
    struct report part; /* what the reports of threads begin as */
    recto_status worst;
    struct outcome outcomes[CREW_WINDOW];
};

int64_t clock_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void document_await_turn(struct program *program)
{
    if (program->crew)
        crew_await_turn(program->crew, program->item);
}

void document_leave_turn(struct program *program)
{
    if (program->crew)
        crew_leave_turn(program->crew, program->item);
}

void document_leaves(struct program *program, document_work *finish, void *state)
{
    program->leftover = (struct leftover){finish, state};
}

static bool is_failure(recto_status status)
{
    return status != RECTO_DONE;
}

/* Gives the job, for the document to be finished; NULL where there is none. */
static recto_job *begin(struct run *run, struct program *program, const struct input *input,
                        recto_status *status)
{
    recto_job *job = job_of(program, run->shared, input->config, status);
    if (job)
        *status = run->work(program, job, input, run->user);
    return job;
}

/* `status` is that of what was done so far. */
static recto_status end(struct program *program, recto_job *job, const struct input *input,
                        recto_status status)
{
    struct leftover leftover = program->leftover;
    if (leftover.finish)
        status = leftover.finish(program, job, input, leftover.state);
    report_findings(&program->report, job);
    if (program->args.value[OPTION_REPORT])
        report_fit(&program->report, input->path, job);
    recto_job_free(job);
    program->leftover = (struct leftover){NULL, NULL};
    program->tally.documents++;
    program->tally.failed += is_failure(status);
    return status;
}

static recto_status work_alone(struct run *run, struct program *program,
                               const struct input *input)
{
    recto_status status;
    recto_job *job = begin(run, program, input, &status);
    return job ? end(program, job, input, status) : status;
}

/* A stream into memory; without memory the program ends, as pools do. */
static FILE *stream_into(struct pool *pool, char **text, size_t *size)
{
    FILE *stream = open_memstream(text, size);
    if (!stream)
        pool_alloc(pool, SIZE_MAX);
    return stream;
}

static void finish_item(size_t item, void *user)
{
    struct run *run = user;
    struct outcome *o = &run->outcomes[item % CREW_WINDOW];
    struct program *part = &o->program;
    if (o->job)
        o->status = end(part, o->job, &run->inputs->at[item], o->status);
    o->report = part->report;
    o->tally = part->tally;
    fclose(o->to);
    if (part->record)
        fclose(part->record);
    pool_free(&part->pool);
}

static bool work_item(struct crew *crew, size_t item, void *user)
{
    struct run *run = user;
    struct outcome *o = &run->outcomes[item % CREW_WINDOW];
    *o = (struct outcome){
        .program = {.args = run->program->args, .crew = crew, .item = item},
        .status = RECTO_DONE,
    };
    struct program *part = &o->program;
    o->to = stream_into(&part->pool, &o->text, &o->text_size);
    part->report = run->part;
    part->report.pool = &part->pool;
    part->report.to = o->to;
    if (run->program->opening)
        part->opening = &o->opening;
    if (run->program->stale)
        part->stale = &o->stale;
    if (run->program->record)
        part->record = stream_into(&part->pool, &o->record, &o->record_size);
    o->job = begin(run, part, &run->inputs->at[item], &o->status);
    if (part->leftover.finish)
        return true;
    finish_item(item, user);
    return false;
}

static void tell_item(size_t item, void *user)
{
    struct run *run = user;
    struct program *program = run->program;
    struct outcome *o = &run->outcomes[item % CREW_WINDOW];
    if (o->text_size)
        progress_hide(&run->progress);
    report_join(&program->report, &o->report, o->text, o->text_size);
    if (program->record) {
        fwrite(o->record, 1, o->record_size, program->record);
        fflush(program->record); /* whole lines only, whatever ends the run */
    }
    program->tally.documents += o->tally.documents;
    program->tally.failed += o->tally.failed;
    program->tally.written += o->tally.written;
    program->tally.unchanged += o->tally.unchanged;
    run->worst = o->status > run->worst ? o->status : run->worst;
    for (size_t i = 0; i < o->opening.names.n; i++)
        opening_add(program->opening, o->opening.names.at[i]);
    pool_free(&o->opening.pool);
    for (size_t i = 0; i < o->stale.names.n; i++)
        stale_add(program->stale, o->stale.names.at[i]);
    pool_free(&o->stale.pool);
    free(o->text);
    free(o->record);
}

static void tick(size_t begun, void *user)
{
    struct run *run = user;
    const char *path = begun ? run->inputs->at[begun - 1].path : "";
    progress_show(&run->progress, run->program->tally.documents, path);
}

/* False, and a finding, where -j is no number of threads. */
static bool read_threads(struct program *program, size_t *threads)
{
    const char *jobs = program->args.value[OPTION_JOBS];
    char *end;
    *threads = crew_cores();
    if (!jobs)
        return true;
    unsigned long n = strtoul(jobs, &end, 10);
    bool plain = *jobs >= '0' && *jobs <= '9' && !*end;
    *threads = n;
    if (plain && n >= 1 && n <= CREW_THREADS_MAX)
        return true;
    usage_wrong(program, "", "--jobs: “%s” is no number from 1 to %d", jobs,
                CREW_THREADS_MAX);
    return false;
}

static void run_many(struct run *run)
{
    struct program *program = run->program;
    struct crew_task task = {.count = run->inputs->n,
                             .threads = run->threads,
                             .work = work_item,
                             .finish = finish_item,
                             .tell = tell_item,
                             .tick = tick,
                             .user = run};
    run->part = report_part(&program->report);
    progress_begin(&run->progress, &program->report, run->inputs->n);
    int signal = crew_run(&task);
    progress_hide(&run->progress);
    if (!signal)
        return;
    if (!program->report.quiet)
        fprintf(program->report.to, "stopped after %zu of %zu documents\n",
                program->tally.documents, run->inputs->n);
    raise(signal); /* as anybody who sent it expects */
}

recto_status documents_run(struct program *program, const struct inputs *inputs,
                           document_work *work, void *user)
{
    struct run run = {program, inputs, work, user, .worst = RECTO_DONE};
    if (!read_threads(program, &run.threads))
        return RECTO_WRONG_USAGE;
    run.shared = program->like ? program->like : job_of(program, NULL, NULL, &run.worst);
    if (!run.shared)
        return run.worst;
    if (inputs->n > 1)
        run_many(&run);
    else if (inputs->n == 1)
        run.worst = work_alone(&run, program, &inputs->at[0]);
    if (!program->like)
        recto_job_free(run.shared);
    return run.worst;
}

/* Work that wants its document read. */
struct reading {
    document_work *each;
    void *user;
};

static recto_status read_first(struct program *program, recto_job *job,
                               const struct input *input, void *user)
{
    const struct reading *reading = user;
    recto_status status = recto_job_read_file(job, input->path);
    return status == RECTO_DONE ? reading->each(program, job, input, reading->user)
                                : status;
}

recto_status each_document(struct program *program, document_work *each,
                           const struct inputs *inputs, void *user)
{
    struct reading reading = {each, user};
    return documents_run(program, inputs, read_first, &reading);
}
