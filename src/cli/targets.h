/* SPDX-License-Identifier: MIT */
/* cli/targets.h — the files that one document becomes. */
#ifndef RECTO_CLI_TARGETS_H
#define RECTO_CLI_TARGETS_H

#include "cli/names.h"

/* One format of a document. */
struct target {
    recto_format format;
    const char **paths; /* one a file; NULL: not known */
    size_t count;
    bool unchanged; /* they are there, as they would be written */
};

/* The files of each format of `naming`, taken, in `targets`. The document of `job` is read; it is laid
 * out only where pages have to be counted. `look`: find out what is there already and unchanged. A
 * status and a finding where that fails; see naming_name, naming_take and recto_job_files. */
recto_status targets_find(struct program *program, struct naming *naming, recto_job *job,
                          const struct input *input, bool look,
                          struct target targets[FORMATS_MAX]);

#endif
