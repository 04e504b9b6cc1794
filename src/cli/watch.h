/* SPDX-License-Identifier: MIT */
/* cli/watch.h — renders again when something changes that the pages depend on. */
#ifndef RECTO_CLI_WATCH_H
#define RECTO_CLI_WATCH_H

#include "cli/program.h"

struct server;

/* RECTO_WRONG_USAGE, and a finding, where standard input or output are named. */
recto_status watch_refuse_streams(struct program *program);
/* Until a signal ends it: render what the command line means in a process of its own, which is
 * locked up anew each time, then whatever depends on what has changed. Comes back in that process,
 * too, with the status that it is to end with. `server` shows the pages; NULL: nobody does. */
recto_status watch_run(struct program *program, struct server *server);

#endif
