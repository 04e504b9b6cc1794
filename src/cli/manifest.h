/* SPDX-License-Identifier: MIT */
/* cli/manifest.h — a line of JSON for every output of a run. */
#ifndef RECTO_CLI_MANIFEST_H
#define RECTO_CLI_MANIFEST_H

#include "cli/documents.h"

/* What came of one output. */
struct made {
    const char *path; /* NULL where it has no name yet */
    recto_status status;
    bool unchanged; /* it was there already */
};

/* What came of all outputs of a document. */
struct made_list {
    struct made *at;
    size_t n, cap;
};

void made_list_add(struct pool *pool, struct made_list *list, struct made made);

/* Open the manifest that --manifest names, if any, into `program->record`. RECTO_WORLD_FAILED and a
 * finding where that cannot be done. */
recto_status manifest_open(struct program *program);
/* Put one line for each of `n` outputs of a document that took `ms`. */
void manifest_put(struct program *program, recto_job *job, const struct input *input,
                  const struct made *made, size_t n, int64_t ms);
/* RECTO_WORLD_FAILED and a finding where not all has arrived; else `status`. */
recto_status manifest_close(struct program *program, recto_status status);

#endif
