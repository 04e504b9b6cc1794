/* SPDX-License-Identifier: MIT */
/* recto/reads.h — which files a job has read: those to watch, to know when to run it again. */
#ifndef RECTO_READS_H
#define RECTO_READS_H

#include "recto/recto.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A file or folder that was read, or that was looked for and does not exist: the source, pictures,
 * layouts and those they extend, fonts, hyphenation patterns, configuration. */
typedef struct recto_read {
    const char *path;
    uint64_t state; /* recto_file_state just before it was read */
} recto_read;

/* Start recording them, for this job and for those made from it by recto_job_new_like.
 * RECTO_WORLD_FAILED if memory is out. */
RECTO_API recto_status recto_job_keep_reads(recto_job *job);
/* The list so far, each path once; returns how many. If fonts are shared, those that other jobs
 * looked up are in it too. Borrowed until the next call on this job. */
RECTO_API size_t recto_job_reads(recto_job *job, const recto_read **first);
/* A number that changes when the file is changed or replaced, or when names are added to or removed
 * from the folder; 0 if nothing is there. */
RECTO_API uint64_t recto_file_state(const char *path);

#ifdef __cplusplus
}
#endif

#endif
