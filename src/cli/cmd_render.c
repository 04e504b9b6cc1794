/* SPDX-License-Identifier: MIT */
/* cli/cmd_render.c — typesets each input into each format. */
#include <string.h>

#include "cli/documents.h"
#include "cli/opener.h"
#include "cli/progress.h"
#include "cli/render.h"
#include "cli/sandbox.h"
#include "cli/shard.h"

/* Of many documents those whose output is there already are passed over; one that somebody names
 * alone is made, and its findings are told again. */
static bool may_pass_over(const struct program *program, const struct input *input)
{
    const struct args *args = &program->args;
    bool many = program->crew || input->from_folder || args->value[OPTION_SHARD];
    bool once = args->command == COMMAND_RENDER;
    return many && once && !args->value[OPTION_FORCE] && !args->value[OPTION_REPORT];
}

/* What an output is made of. */
struct making {
    const struct input *input;
    recto_format format;
    bool last; /* output of the document */
};

static void make(struct program *program, recto_job *job, const struct making *making,
                 struct made *made)
{
    const struct input *input = making->input;
    const char *format = making->format.name;
    bool is_file = made->path[0] != '-' || made->path[1];
    made->unchanged = is_file && may_pass_over(program, input) &&
                      recto_job_is_written(job, format, made->path);
    if (!made->unchanged)
        made->status = recto_job_make(job, format);
    if (making->last)
        document_rest(program);
    if (!made->unchanged && made->status == RECTO_DONE)
        made->status = recto_job_write_file(job, format, made->path);
    program->tally.unchanged += made->unchanged;
    if (program->opening && is_file && made->status == RECTO_DONE)
        opening_add(program->opening, made->path);
    if (made->unchanged || made->status != RECTO_DONE)
        return;
    program->tally.written++;
    if (program->args.value[OPTION_VERBOSE] && is_file)
        report_say(&program->report, &(struct saying){RECTO_INFO, "J0204", input->path, ""},
                   "written to “%s”", made->path);
}

static recto_status make_all(struct program *program, recto_job *job,
                             const struct input *input, struct naming *naming,
                             struct made *made)
{
    const char *names[FORMATS_MAX];
    recto_status status = recto_job_read_file(job, input->path);
    if (status == RECTO_DONE)
        status = naming_all(program, naming, job, input, names);
    for (size_t i = 0; i < naming->format_count && status == RECTO_DONE; i++) {
        struct making making = {input, naming->formats[i], i + 1 == naming->format_count};
        made[i].path = names[i];
        make(program, job, &making, &made[i]);
        status = made[i].status;
    }
    return status;
}

static recto_status render(struct program *program, recto_job *job,
                           const struct input *input, void *user)
{
    struct rendering *rendering = user;
    struct naming *naming = &rendering->naming;
    struct made made[FORMATS_MAX] = {{0}};
    int64_t began = clock_ms();
    recto_status status = make_all(program, job, input, naming, made);
    size_t n = 0;
    while (n < naming->format_count && made[n].path)
        n++;
    if (n == 0)
        made[n++].status = status;
    rendering->put(program, job, input, made, n, clock_ms() - began);
    return status;
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
    struct naming *naming = &rendering->naming;
    recto_status found = inputs_read(program, &inputs);
    recto_status status = naming_read(program, &inputs, naming);
    if (status == RECTO_DONE)
        status = rendering->choose(program, &inputs, rendering);
    if (status == RECTO_DONE)
        enter_sandbox(program, &inputs, naming);
    if (status == RECTO_DONE)
        status = documents_run(program, &inputs, render, rendering);
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
        status = naming_take(program, &rendering->naming, name);
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
