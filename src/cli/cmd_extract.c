/* SPDX-License-Identifier: MIT */
/* cli/cmd_extract.c — gives back the source that is attached to a PDF. */
#include "cli/documents.h"

static recto_status extract(struct program *program, recto_job *job,
                            const struct input *input, void *user)
{
    (void)input;
    (void)user;
    return recto_job_write_file(job, "source",
                                args_value(&program->args, OPTION_OUTPUT, "-"));
}

recto_status cmd_extract(struct program *program)
{
    struct input input = {program->args.operands.at[0], "", false, NULL};
    struct inputs inputs = {&input, 1, 1};
    return each_document(program, extract, &inputs, NULL);
}
