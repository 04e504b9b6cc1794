/* SPDX-License-Identifier: MIT */
/* cli/cmd_serve.c — watches one study, and shows its pages in a browser. */
#include <stdio.h>
#include <sys/stat.h>

#include "cli/opener.h"
#include "cli/server.h"
#include "cli/watch.h"

static recto_status refuse_folder(struct program *program)
{
    struct stat st;
    const char *name = program->args.operands.at[0];
    if (stat(name, &st) != 0 || !S_ISDIR(st.st_mode))
        return RECTO_DONE;
    return usage_wrong(program, "name one file of it", "“%s” is a folder", name);
}

static recto_status serve(struct program *program)
{
    struct server server;
    recto_status status = server_begin(program, &server);
    if (status != RECTO_DONE)
        return status;
    puts(server.address);
    fflush(stdout);
    if (program->opening)
        opening_add(program->opening, server.address);
    (void)opener_open(program); /* it has been reported, and the address is known */
    status = watch_run(program, &server);
    server_leave(&server);
    return status;
}

recto_status cmd_serve(struct program *program)
{
    struct opener opener;
    recto_status status = watch_refuse_streams(program);
    if (status == RECTO_DONE)
        status = refuse_folder(program);
    if (status == RECTO_DONE)
        status = opener_begin(program, &opener);
    if (status == RECTO_DONE)
        status = serve(program);
    return opener_end(program, status);
}
