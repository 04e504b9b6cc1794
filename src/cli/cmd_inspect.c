/* SPDX-License-Identifier: MIT */
/* cli/cmd_inspect.c — prints what was read, as JSON. */
#include "cli/documents.h"

static recto_status inspect(struct program *program, recto_job *job,
                            const struct input *input, void *user)
{
    (void)input;
    (void)user;
    return recto_job_write_file(job, "json",
                                args_value(&program->args, OPTION_OUTPUT, "-"));
}

recto_status cmd_inspect(struct program *program)
{
    struct input input = {program->args.operands.at[0], "", false, NULL};
    struct inputs inputs = {&input, 1, 1};
    return each_document(program, inspect, &inputs, NULL);
}
