/* SPDX-License-Identifier: MIT */
/* cli/cmd_render.c — typesets each input into each format. */
#include <string.h>

#include "cli/documents.h"
#include "cli/opener.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "cli/sandbox.h"
#include "cli/shard.h"
#include "cli/stale.h"

/* Of many documents those whose output is there already are passed over; one that somebody
 * names alone is made, and its findings are printed again. */
static bool may_pass_over(const struct program *program, const struct input *input)
{
    const struct args *args = &program->args;
    bool many = program->crew || input->from_folder || args->value[OPTION_SHARD];
    bool once = args->command == COMMAND_RENDER;
    return many && once && !args->value[OPTION_FORCE] && !args->value[OPTION_REPORT];
}

static void tell_written(struct program *program, const struct input *input,
                         const struct target *target)
{
    program->tally.written += target->count;
    for (size_t i = 0; i < target->count && program->args.value[OPTION_VERBOSE]; i++)
        if (strcmp(target->paths[i], "-") != 0)
            report_say(&program->report,
                       &(struct saying){RECTO_INFO, "J0204", input->path, ""},
                       "written to “%s”", target->paths[i]);
}

/* A document on its way. */
struct document {
    struct rendering *rendering;
    struct target targets[FORMATS_MAX];
    struct made_list list;
    int64_t began; /* [ms] of clock_ms */
};

static recto_status make(struct program *program, recto_job *job,
                         const struct target *target)
{
    if (!target->unchanged)
        return recto_job_make(job, target->format.name);
    program->tally.unchanged += target->count;
    return RECTO_DONE;
}

static recto_status put_files(struct program *program, const struct naming *naming,
                              recto_job *job, const struct input *input,
                              const struct target *target)
{
    recto_status status = RECTO_DONE;
    if (!target->unchanged) {
        status =
            recto_job_write_files(job, target->format.name, target->paths, target->count);
        if (status == RECTO_DONE) {
            tell_written(program, input, target);
            stale_find(program, naming, job, input, target);
        }
    }
    if (program->opening && status == RECTO_DONE && strcmp(target->paths[0], "-") != 0)
        opening_add(program->opening, target->paths[0]); /* the first page of several */
    return status;
}

/* The outputs of `target`, each with `status`, for the manifest. */
static void record(struct program *program, struct made_list *list,
                   const struct target *target, recto_status status)
{
    for (size_t i = 0; i < target->count; i++)
        made_list_add(&program->pool, list,
                      (struct made){target->paths[i], status, target->unchanged});
}

static recto_status keep(struct program *program, recto_job *job, const struct input *input,
                         struct document *document, recto_status status)
{
    struct made_list *list = &document->list;
    if (list->n == 0)
        made_list_add(&program->pool, list, (struct made){NULL, status, false});
    document->rendering->put(program, job, input, list->at, list->n,
                             clock_ms() - document->began);
    return status;
}

/* The last format is made. */
static recto_status finish(struct program *program, recto_job *job,
                           const struct input *input, void *state)
{
    struct document *document = state;
    const struct naming *naming = &document->rendering->naming;
    const struct target *target = &document->targets[naming->format_count - 1];
    recto_status status = put_files(program, naming, job, input, target);
    record(program, &document->list, target, status);
    return keep(program, job, input, document, status);
}

static recto_status render(struct program *program, recto_job *job,
                           const struct input *input, void *user)
{
    struct rendering *rendering = user;
    struct naming *naming = &rendering->naming;
    struct document *document = pool_alloc(&program->pool, sizeof *document);
    *document = (struct document){.rendering = rendering, .began = clock_ms()};
    recto_status status = recto_job_read_file(job, input->path);
    if (status == RECTO_DONE)
        status = targets_find(program, naming, job, input, may_pass_over(program, input),
                              document->targets);
    for (size_t i = 0; i < naming->format_count && status == RECTO_DONE; i++) {
        const struct target *target = &document->targets[i];
        status = make(program, job, target);
        if (status == RECTO_DONE && i + 1 == naming->format_count) {
            document_leaves(program, finish, document);
            return status;
        }
        if (status == RECTO_DONE)
            status = put_files(program, naming, job, input, target);
        record(program, &document->list, target, status);
    }
    return keep(program, job, input, document, status);
}

/* For people, of a run over many documents. */
static void sum_up(struct program *program, int64_t ms)
{
    const struct report *report = &program->report;
    const struct tally *t = &program->tally;
    bool people = report->form == REPORT_HUMAN || report->form == REPORT_SHORT;
    if (!people || report->quiet || t->documents < 2)
        return;
    size_t warnings = report->count[RECTO_WARNING];
    fprintf(report->to, "%zu documents: %zu file%s written", t->documents, t->written,
            t->written == 1 ? "" : "s");
    if (t->unchanged)
        fprintf(report->to, ", %zu unchanged", t->unchanged);
    if (t->failed)
        fprintf(report->to, ", %zu document%s failed", t->failed,
                t->failed == 1 ? "" : "s");
    if (warnings)
        fprintf(report->to, ", %zu warning%s", warnings, warnings == 1 ? "" : "s");
    fprintf(report->to, ", in %.1f s (%.0f/s)\n", (double)ms / 1000.0,
            progress_rate(t->documents, ms));
}

/* Nothing is written but where the outputs go; a pattern goes below what stands before its first
 * word in braces. */
static void enter_sandbox(struct program *program, const struct inputs *inputs,
                          const struct naming *naming)
{
    const char *out = naming->out ? naming->out : "", *brace = strchr(out, '{');
    if (brace)
        out = pool_copy(&program->pool, out, (size_t)(brace - out));
    bool elsewhere = naming->kind == NAMING_FOLDER || naming->kind == NAMING_PATTERN ||
                     naming->kind == NAMING_FILE;
    sandbox_enter(&(struct sandbox){.program = program,
                                    .inputs = inputs,
                                    .folders = &out,
                                    .folder_count = elsewhere,
                                    .beside = naming->kind == NAMING_BESIDE});
}

recto_status render_all(struct program *program, struct rendering *rendering)
{
    struct inputs inputs = {NULL, 0, 0};
    struct stale stale = {.names = {0}};
    struct naming *naming = &rendering->naming;
    recto_status found = inputs_read(program, &inputs);
    recto_status status = naming_read(program, &inputs, naming);
    if (status == RECTO_DONE)
        status = rendering->choose(program, &inputs, rendering);
    if (status == RECTO_DONE)
        enter_sandbox(program, &inputs, naming);
    if (status == RECTO_DONE) {
        /* cppcheck-suppress autoVariables ; stale_remove takes it away */
        program->stale = &stale;
        status = documents_run(program, &inputs, render, rendering);
    }
    stale_remove(program, naming, &stale);
    naming_end(naming);
    return status > found ? status : found;
}

/* The part of a shard. The manifest may be neither an input nor an output. */
static recto_status choose(struct program *program, struct inputs *inputs,
                           struct rendering *rendering)
{
    const char *name = program->args.value[OPTION_MANIFEST];
    recto_status status = shard_take(program, inputs);
    if (status == RECTO_DONE && name)
        status = naming_take(program, &rendering->naming, "", name);
    return status == RECTO_DONE ? manifest_open(program) : status;
}

recto_status cmd_render(struct program *program)
{
    struct rendering rendering = {.choose = choose, .put = manifest_put};
    struct opener opener;
    int64_t began = clock_ms();
    recto_status status = opener_begin(program, &opener);
    if (status != RECTO_DONE)
        return status;
    status = manifest_close(program, render_all(program, &rendering));
    sum_up(program, clock_ms() - began);
    recto_status opened = opener_open(program);
    return opener_end(program, opened > status ? opened : status);
}
