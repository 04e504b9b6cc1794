/* SPDX-License-Identifier: MIT */
/* cli/inputs.h — the files that are meant by the words of a command line. */
#ifndef RECTO_CLI_INPUTS_H
#define RECTO_CLI_INPUTS_H

#include "cli/program.h"

struct input {
    const char *path; /* as messages call it; "-" is standard input */
    /* Folders between the folder that was named and the file: "a/b/", else "". */
    const char *below;
    bool from_folder;            /* found in one, not named itself */
    const struct config *config; /* of its folder; NULL: as the first */
};

struct inputs {
    struct input *at;
    size_t n, cap;
};

/* The operands of the command line; a folder stands for every *.md below it, in order of
 * their bytes, hidden ones left out. A folder without any, or one that cannot be read, is
 * reported and gives RECTO_INPUT_UNUSABLE or RECTO_WORLD_FAILED; the others are in the list
 * nevertheless. */
recto_status inputs_read(struct program *program, struct inputs *into);

#endif
