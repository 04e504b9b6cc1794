/* SPDX-License-Identifier: MIT */
/* base/reads.h — which files were read, or looked for in vain, and in what state they were. */
#ifndef RECTO_BASE_READS_H
#define RECTO_BASE_READS_H

#include <stdint.h>

#include "base/str.h"

struct arena;
struct reads;

/* One file or folder. */
struct read {
    struct read *next;
    struct str path; /* as it was asked for; NUL-terminated */
    uint64_t state;  /* file_state before the first time it was read */
};

/* An empty list, freed with `owner`. Several threads may add to it. */
struct reads *reads_in(struct arena *owner);
/* Record that `path` is about to be read into `a`, unless it is recorded already. Does
 * nothing if `a` keeps no list, or the list is full. */
void reads_note(struct arena *a, struct str path);
/* All so far, the newest first; they stay as they are while others are added. */
const struct read *reads_all(struct reads *reads);

/* A number that changes when the file at `path` is changed or replaced, or when the names
 * in the folder change (hidden files and backups, which end in “~”, do not count); 0 if
 * nothing is there. */
uint64_t file_state(const char *path);

#endif
