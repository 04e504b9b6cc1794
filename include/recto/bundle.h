/* SPDX-License-Identifier: MIT */
/* recto/bundle.h — many case studies in one document. */
#ifndef RECTO_BUNDLE_H
#define RECTO_BUNDLE_H

#include "recto/recto.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A bundle as a portfolio file describes it. */
typedef struct recto_bundle recto_bundle;

/* Read the portfolio at `path`. `job` is a fresh job with the flags that hold for all; it keeps
 * findings, fonts and the bundle itself, and must outlive it. Gives NULL where the file cannot be
 * used: `*status` and the findings of `job` tell why. */
RECTO_API recto_bundle *recto_bundle_read(recto_job *job, const char *path,
                                          recto_status *status);
/* How many studies it names. */
RECTO_API size_t recto_bundle_count(const recto_bundle *bundle);
/* The file of study number `i`, from 0, as it is to be opened; borrowed. */
RECTO_API const char *recto_bundle_file(const recto_bundle *bundle, size_t i);
/* Set on `study`, before its source is read, what the portfolio says of number `i`, as far as no
 * flag said otherwise: layout, budget, variant, what is taken out. The study can then be written by
 * itself. */
RECTO_API recto_status recto_bundle_prepare(recto_bundle *bundle, size_t i,
                                            recto_job *study);
/* The same, and what it takes to stand in the bundle: accent and paper of all, room for heads. */
RECTO_API recto_status recto_bundle_prepare_page(recto_bundle *bundle, size_t i,
                                                 recto_job *study);
/* Lay out a study that was prepared so and read; several threads may do so at once. */
RECTO_API recto_status recto_bundle_lay_out(recto_job *study);
/* Keep the pages of number `i`, which is laid out: `study` may be freed then. To be called in the
 * order of the bundle, by one thread at a time. */
RECTO_API recto_status recto_bundle_take(recto_bundle *bundle, size_t i, recto_job *study);
/* Bind all that was taken. `job` of recto_bundle_read can then be written in any format. */
RECTO_API recto_status recto_bundle_bind(recto_bundle *bundle);

#ifdef __cplusplus
}
#endif

#endif
