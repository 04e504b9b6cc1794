/* SPDX-License-Identifier: MIT */
/* cli/cmd_debug.c — breaks paragraphs of items into lines, for measurements. */
#include <string.h>

#include "cli/documents.h"

static recto_status breaks(struct program *program, recto_job *job,
                           const struct input *input, void *user)
{
    (void)input;
    (void)user;
    return recto_job_write_file(job, "breaks",
                                args_value(&program->args, OPTION_OUTPUT, "-"));
}

recto_status cmd_debug(struct program *program)
{
    const char *const *operands = program->args.operands.at;
    if (strcmp(operands[0], "break") != 0)
        return usage_wrong(program, "there is `recto debug break FILE`",
                           "`recto debug` knows no “%s”", operands[0]);
    struct input input = {operands[1], "", false, NULL};
    struct inputs inputs = {&input, 1, 1};
    return each_document(program, breaks, &inputs, NULL);
}
