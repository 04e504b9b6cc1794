/* SPDX-License-Identifier: MIT */
/* cli/cmd_check.c — judges each input. */
#include "cli/documents.h"
#include "cli/paint.h"
#include "cli/sandbox.h"

static recto_status check(struct program *program, recto_job *job,
                          const struct input *input, void *user)
{
    (void)program;
    (void)input;
    (void)user;
    return recto_job_check(job);
}

static void put_count(FILE *to, size_t n, const char *what)
{
    fprintf(to, "%zu %s%s", n, what, n == 1 ? "" : "s");
}

/* For people only: what a program reads holds findings and nothing else. */
static void sum_up(const struct report *report, size_t files)
{
    if (report->form != REPORT_HUMAN || report->quiet)
        return;
    put_count(report->to, report->count[RECTO_ERROR], "error");
    fputs(", ", report->to);
    put_count(report->to, report->count[RECTO_WARNING], "warning");
    fputs(", ", report->to);
    put_count(report->to, report->count[RECTO_INFO], "note");
    fputs(" in ", report->to);
    put_count(report->to, files, "file");
    putc('\n', report->to);
}

recto_status cmd_check(struct program *program)
{
    struct inputs inputs = {NULL, 0, 0};
    recto_status found = inputs_read(program, &inputs);
    sandbox_enter(&(struct sandbox){.program = program, .inputs = &inputs});
    recto_status status = each_document(program, check, &inputs, NULL);
    sum_up(&program->report, inputs.n);
    return status > found ? status : found;
}
