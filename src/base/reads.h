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

/* A list that goes with `owner`, and that several threads may add to. */
struct reads *reads_in(struct arena *owner);
/* Whatever base/file.h reads into `a` from now on is noted in `reads`, which must outlive it. */
void reads_keep(struct arena *a, struct reads *reads);
/* The list that `a` keeps; NULL where it keeps none. */
struct reads *reads_of(const struct arena *a);
/* Note that `path` is about to be read into `a`; the first time counts. Nothing where `a` keeps no
 * list; a list that is full stays as it is. */
void reads_note(struct arena *a, struct str path);
/* All so far, the newest first; they stay as they are while others are added. */
const struct read *reads_all(struct reads *reads);

/* A number that is another one when the file at `path` was changed or replaced, or the folder holds
 * other names (hidden ones and backups, which end in “~”, do not count); 0 where there is none. */
uint64_t file_state(const char *path);

#endif
