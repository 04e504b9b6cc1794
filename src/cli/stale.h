/* SPDX-License-Identifier: MIT */
/* cli/stale.h — pages of an earlier run that had more of them, or called them otherwise. */
#ifndef RECTO_CLI_STALE_H
#define RECTO_CLI_STALE_H

#include "cli/targets.h"

/* What is to be removed; begins as {0}. */
struct stale {
    struct pool pool;
    struct word_list names;
};

/* Add the files to `program->stale`, where that is kept, that have names which pages of `target` could
 * have, but have not now, and that recto wrote itself and nobody has changed since. */
void stale_find(struct program *program, const struct naming *naming, recto_job *job,
                const struct input *input, const struct target *target);
void stale_add(struct stale *stale, const char *name);
/* Remove them, but for those that are an output of this run, tell, and forget them. */
void stale_remove(struct program *program, struct naming *naming, struct stale *stale);

#endif
