/* SPDX-License-Identifier: MIT */
/* cli/cmd_watch.c — renders again when the source or anything that it depends on changes. */
#include <string.h>

#include "cli/opener.h"
#include "cli/watch.h"

/* Standard input ends, and so does what is written to standard output. */
static recto_status refuse_streams(struct program *program)
{
    const struct args *args = &program->args;
    for (size_t i = 0; i < args->operands.n; i++)
        if (strcmp(args->operands.at[i], "-") == 0)
            return usage_wrong(program, "name a file", "standard input cannot be watched");
    if (strcmp(args_value(args, OPTION_OUTPUT, ""), "-") == 0)
        return usage_wrong(program, "name a file with -o",
                           "`recto %s` writes files, not standard output",
                           command_at(args->command)->name);
    return RECTO_DONE;
}

recto_status cmd_watch(struct program *program)
{
    struct opener opener;
    recto_status status = refuse_streams(program);
    if (status == RECTO_DONE)
        status = opener_begin(program, &opener);
    if (status == RECTO_DONE)
        status = watch_run(program);
    return opener_end(program, status);
}
