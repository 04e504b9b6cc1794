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

/* Read the portfolio at `path`. `job` is a fresh job with the settings that all studies share; it
 * owns the bundle, its fonts and its diagnostics, and must outlive it. NULL if the file cannot be
 * used: `*status` and the diagnostics of `job` say why. */
RECTO_API recto_bundle *recto_bundle_read(recto_job *job, const char *path,
                                          recto_status *status);
/* Number of studies in it. */
RECTO_API size_t recto_bundle_count(const recto_bundle *bundle);
/* Path of study number `i`, counting from 0, ready to be opened; borrowed. */
RECTO_API const char *recto_bundle_file(const recto_bundle *bundle, size_t i);
/* Give `study`, whose source has not been read yet, the settings that the portfolio has for number
 * `i` and that no flag overrides: layout, page budget, variant, redactions. The study can then be
 * written as a document of its own. */
RECTO_API recto_status recto_bundle_prepare(recto_bundle *bundle, size_t i,
                                            recto_job *study);
/* The same for a study that becomes part of the bundle: also the common accent and paper, and room
 * for running heads. */
RECTO_API recto_status recto_bundle_prepare_page(recto_bundle *bundle, size_t i,
                                                 recto_job *study);
/* Lay out a study that was prepared by recto_bundle_prepare_page and then read. Several threads may
 * do this at once, each with a study of its own. */
RECTO_API recto_status recto_bundle_lay_out(recto_job *study);
/* Copy the pages of number `i`, which has been laid out, into the bundle: `study` may be freed
 * afterwards. Must be called in the order of the bundle, by one thread at a time. */
RECTO_API recto_status recto_bundle_take(recto_bundle *bundle, size_t i, recto_job *study);
/* Put all pages taken so far together, with cover and contents. The job given to recto_bundle_read
 * can then be written in any format. */
RECTO_API recto_status recto_bundle_bind(recto_bundle *bundle);

#ifdef __cplusplus
}
#endif

#endif
