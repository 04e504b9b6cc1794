/* SPDX-License-Identifier: MIT */
/* cli/cmd_schema.c — prints a JSON Schema. */
#include "cli/program.h"

recto_status cmd_schema(struct program *program)
{
    char near[RECTO_NAME_MAX];
    const char *name = program->args.operands.at[0];
    recto_status status = recto_schema(name, sink_to_stdout(), near);
    if (status != RECTO_WRONG_USAGE)
        return status;
    return usage_wrong(
        program,
        did_you_mean(program, near,
                     "there are front-matter, layout, portfolio, inspect and diagnostics"),
        "no schema is called “%s”", name);
}
