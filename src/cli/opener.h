/* SPDX-License-Identifier: MIT */
/* cli/opener.h — shows what was written in another program: --open. */
#ifndef RECTO_CLI_OPENER_H
#define RECTO_CLI_OPENER_H

#include <sys/types.h>

#include "cli/program.h"

/* What is to be opened, each once; begins as {0}. */
struct opening {
    struct pool pool;
    struct word_list names; /* the first of them */
    size_t more;            /* others that there would be */
};

/* A process that may start programs, which recto itself no longer may when it has something to
 * show. */
struct opener {
    pid_t process;
    int line; /* over which it gets names and answers */
    struct opening opening, opened;
};

/* Where --open is given, start that process in `program->opener`: to be called before the sandbox is
 * entered. RECTO_WORLD_FAILED, and a finding, where that cannot be. */
recto_status opener_begin(struct program *program, struct opener *opener);
/* Add a file or an address that is to be opened; nothing where --open is not given. */
void opening_add(struct opening *opening, const char *name);
/* Open what was added since the last time and never before. RECTO_WORLD_FAILED, and a finding, where
 * there is no program to do so. */
recto_status opener_open(struct program *program);
/* Let go of it in a process that was forked and has no business with it. */
void opener_leave(struct program *program);
/* End that process; what it started goes on. Gives `status`. */
recto_status opener_end(struct program *program, recto_status status);

#endif
