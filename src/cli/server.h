/* SPDX-License-Identifier: MIT */
/* cli/server.h — the process that answers browsers for `recto serve`. */
#ifndef RECTO_CLI_SERVER_H
#define RECTO_CLI_SERVER_H

#include <sys/types.h>

#include "cli/program.h"

/* Seen from the process that watches. */
struct server {
    pid_t process;
    int line; /* over which it gets what it is to show */
    const char *address;
};

/* Listen on the loopback addresses, and start that process; it may read no file, and start nothing.
 * Another status than RECTO_DONE, and a finding, where it cannot be. */
recto_status server_begin(struct program *program, struct server *server);
/* Show what a render put into the file `fd`, which stays open here. */
void server_show(const struct server *server, int fd);
/* True while it runs. */
bool server_runs(const struct server *server);
/* Let go of it; it ends with its line. */
void server_leave(struct server *server);

#endif
