/* SPDX-License-Identifier: MIT */
/* cli/lookout.h — wakes up where something happens near files, also near those that are not there. */
#ifndef RECTO_CLI_LOOKOUT_H
#define RECTO_CLI_LOOKOUT_H

#include <stdbool.h>

#include "cli/pool.h"

/* The folders that are watched. What wakes it up is a hint only: what has changed is for the caller
 * to see, by recto_file_state. */
struct lookout {
    int fd; /* readable when something happened; -1: closed */
    struct pool pool;
    int *watches;
    size_t n, cap;
    const char *blind; /* a folder that cannot be watched; NULL where all can */
};

/* False, and errno, where the system has no watches left. */
bool lookout_begin(struct lookout *lookout);
/* Watch what must happen for one of `paths` to become another file, and nothing else any more: in
 * its folder, in the folders of links on the way, and, where a folder is missing, in the last one
 * that is there. False, and errno, where the system has no watches left. */
bool lookout_for(struct lookout *lookout, const char *const *paths, size_t count);
/* Forget what happened so far. */
void lookout_drain(const struct lookout *lookout);
void lookout_end(struct lookout *lookout);

#endif
