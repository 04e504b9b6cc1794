/* SPDX-License-Identifier: MIT */
/* cli/sandbox.h — what a render may not do, whatever its input does to it. */
#ifndef RECTO_CLI_SANDBOX_H
#define RECTO_CLI_SANDBOX_H

#include "cli/inputs.h"

/* What is worked on. */
struct sandbox {
    struct program *program;
    const struct inputs *inputs;
    const char *const *folders; /* that are written to; "" stands for the current one */
    size_t folder_count;
    bool beside; /* those of the inputs are written to, too */
};

/* From here on this process and its threads start no program, open no connection, write below the
 * folders of `box` only, and read none of the hidden files in the user's home, where keys and
 * passwords are kept, but for fonts, settings and what the command names. Where the kernel cannot do part of this, that part is left
 * out: nothing depends on it. --no-sandbox leaves it out as well. */
void sandbox_enter(const struct sandbox *box);
/* The part of it that does not depend on what is worked on: no programs and no connections, in this
 * process and those that it forks. */
void sandbox_enter_for_good(const struct args *args);
/* No file at all, no programs, and no connections but those that somebody opens to this process. */
void sandbox_enter_server(const struct args *args);

#endif
