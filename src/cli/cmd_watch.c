/* SPDX-License-Identifier: MIT */
/* cli/cmd_watch.c — renders again when the source or anything that it depends on changes. */
#include "cli/opener.h"
#include "cli/watch.h"

recto_status cmd_watch(struct program *program)
{
    struct opener opener;
    recto_status status = watch_refuse_streams(program);
    if (status == RECTO_DONE)
        status = opener_begin(program, &opener);
    if (status == RECTO_DONE)
        status = watch_run(program, NULL);
    return opener_end(program, status);
}
