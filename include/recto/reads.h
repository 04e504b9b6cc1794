/* SPDX-License-Identifier: MIT */
/* recto/reads.h — which files a job read: what somebody has to watch who wants it done again. */
#ifndef RECTO_READS_H
#define RECTO_READS_H

#include "recto/recto.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A file or folder that was read, or looked for in vain: source, pictures, layouts and those that
 * they extend, fonts, patterns, configuration. */
typedef struct recto_read {
    const char *path;
    uint64_t state; /* what recto_file_state said before it was read */
} recto_read;

/* Keep a list of them from now on, also for the jobs that are made like this one. RECTO_WORLD_FAILED
 * where memory is out. */
RECTO_API recto_status recto_job_keep_reads(recto_job *job);
/* The list so far, each path once; fonts that other jobs looked up stand in it where they are
 * shared. Borrowed until the job is used or freed. */
RECTO_API size_t recto_job_reads(recto_job *job, const recto_read **first);
/* A number that is another one when the file was changed or replaced, or the folder holds other
 * names; 0 where nothing is there. */
RECTO_API uint64_t recto_file_state(const char *path);

#ifdef __cplusplus
}
#endif

#endif
