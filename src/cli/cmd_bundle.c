/* SPDX-License-Identifier: MIT */
/* cli/cmd_bundle.c — many case studies in one document, and each by itself. */
#include <recto/bundle.h>
#include <string.h>

#include "cli/documents.h"
#include "cli/opener.h"
#include "cli/sandbox.h"
#include "cli/stale.h"
#include "cli/targets.h"

struct bundling {
    recto_bundle *bundle;
    recto_job *job; /* that the bundle lives in */
    struct input portfolio;
    const struct inputs *inputs;
    struct naming *names; /* that are taken */
    const char *singles;  /* folder of the single files; NULL: none are wanted */
};

/* The study by itself, as `recto render` would write it with what the portfolio says of it. */
static recto_status write_single(struct program *program, const struct bundling *b,
                                 size_t i)
{
    struct pool *pool = &program->pool;
    const char *path = b->inputs->at[i].path;
    const char *slash = b->singles[strlen(b->singles) - 1] == '/' ? "" : "/";
    const char *name =
        pool_fmt(pool, "%s%s%s.pdf", b->singles, slash, input_stem(pool, path));
    document_await_turn(program);
    recto_status status = naming_take(program, b->names, path, name);
    document_leave_turn(program);
    recto_job *job = status == RECTO_DONE ? job_of(program, b->job, NULL, &status) : NULL;
    if (!job)
        return status;
    status = recto_bundle_prepare(b->bundle, i, job);
    if (status == RECTO_DONE)
        status = recto_job_read_file(job, path);
    if (status == RECTO_DONE)
        status = recto_job_write_file(job, "pdf", name);
    if (status != RECTO_DONE) /* else the bundle's own job reports the same */
        report_findings(&program->report, job);
    recto_job_free(job);
    program->tally.written += status == RECTO_DONE;
    return status;
}

static recto_status add_study(struct program *program, recto_job *job,
                              const struct input *input, void *user)
{
    const struct bundling *b = user;
    size_t i = (size_t)(input - b->inputs->at);
    recto_status status = recto_bundle_prepare_page(b->bundle, i, job);
    if (status == RECTO_DONE)
        status = recto_job_read_file(job, input->path);
    if (status == RECTO_DONE)
        status = recto_bundle_lay_out(job);
    document_await_turn(program);
    if (status == RECTO_DONE)
        status = recto_bundle_take(b->bundle, i, job);
    document_leave_turn(program);
    if (status == RECTO_DONE && b->singles)
        status = write_single(program, b, i);
    return status;
}

static recto_status write_format(struct program *program, const struct bundling *b,
                                 const struct target *target)
{
    recto_status status =
        recto_job_write_files(b->job, target->format.name, target->paths, target->count);
    for (size_t i = 0; i < target->count && status == RECTO_DONE; i++)
        if (program->args.value[OPTION_VERBOSE] && strcmp(target->paths[i], "-") != 0)
            report_say(&program->report,
                       &(struct saying){RECTO_INFO, "J0204", b->portfolio.path, ""},
                       "written to “%s”", target->paths[i]);
    if (status == RECTO_DONE)
        stale_find(program, b->names, b->job, &b->portfolio, target);
    if (status == RECTO_DONE && program->opening && strcmp(target->paths[0], "-") != 0)
        opening_add(program->opening, target->paths[0]);
    return status;
}

static recto_status write_bundle(struct program *program, const struct bundling *b)
{
    struct target targets[FORMATS_MAX];
    struct stale stale = {.names = {0}};
    recto_status status = recto_bundle_bind(b->bundle);
    program->stale = &stale;
    if (status == RECTO_DONE)
        status = targets_find(program, b->names, b->job, &b->portfolio, false, targets);
    for (size_t i = 0; i < b->names->format_count && status == RECTO_DONE; i++)
        status = write_format(program, b, &targets[i]);
    stale_remove(program, b->names, &stale);
    return status;
}

static struct inputs studies_of(struct program *program, const recto_bundle *bundle)
{
    struct inputs inputs = {NULL, 0, 0};
    inputs.n = inputs.cap = recto_bundle_count(bundle);
    inputs.at = pool_alloc(&program->pool, inputs.n * sizeof *inputs.at);
    for (size_t i = 0; i < inputs.n; i++)
        inputs.at[i] = (struct input){recto_bundle_file(bundle, i), "", true, NULL};
    return inputs;
}

static void enter_sandbox(struct program *program, const struct bundling *b)
{
    const char *out = args_value(&program->args, OPTION_OUTPUT, b->portfolio.path);
    const char *brace = strchr(out, '{');
    const char *folders[] = {
        brace ? pool_copy(&program->pool, out, (size_t)(brace - out)) : out, b->singles};
    sandbox_enter(&(struct sandbox){.program = program,
                                    .inputs = b->inputs,
                                    .folders = folders,
                                    .folder_count = b->singles ? 2 : 1});
}

static recto_status make(struct program *program, struct bundling *b)
{
    struct naming naming;
    struct inputs inputs = studies_of(program, b->bundle);
    struct inputs whole = {&b->portfolio, 1, 1};
    /* cppcheck-suppress autoVariables ; all that uses `b` ends here */
    b->names = &naming;
    /* cppcheck-suppress autoVariables */
    b->inputs = &inputs;
    b->singles = program->args.value[OPTION_SINGLES];
    recto_status status = naming_read(program, &whole, &naming);
    for (size_t i = 0; i < inputs.n; i++)
        name_set_add_file(&naming.inputs, inputs.at[i].path);
    if (status == RECTO_DONE && b->singles)
        status = folder_make(program, b->singles);
    if (status == RECTO_DONE) {
        enter_sandbox(program, b);
        program->like = b->job;
        status = documents_run(program, &inputs, add_study, b);
        program->like = NULL;
    }
    if (status == RECTO_DONE)
        status = write_bundle(program, b);
    naming_end(&naming);
    return status;
}

static recto_status bundle(struct program *program)
{
    const char *input = program->args.operands.at[0];
    struct bundling b = {
        .portfolio = {input, "", false, NULL}
    };
    recto_status status;
    b.job = job_of(program, NULL, NULL, &status);
    if (!b.job)
        return status;
    b.bundle = recto_bundle_read(b.job, input, &status);
    if (b.bundle)
        status = make(program, &b);
    report_findings(&program->report, b.job);
    recto_job_free(b.job);
    return status;
}

recto_status cmd_bundle(struct program *program)
{
    struct opener opener;
    recto_status status = opener_begin(program, &opener);
    if (status == RECTO_DONE)
        status = bundle(program);
    recto_status opened = opener_open(program);
    return opener_end(program, opened > status ? opened : status);
}
