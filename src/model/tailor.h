/* SPDX-License-Identifier: MIT */
/* model/tailor.h — what leaves a study before it is read, and in which order the rest stands. */
#ifndef RECTO_MODEL_TAILOR_H
#define RECTO_MODEL_TAILOR_H

#include "model/build.h"
#include "model/prune.h"

struct secrets;

struct tailor {
    struct cuts cuts;
    struct blocks_order order;   /* of the sections; empty: as written */
    bool without[SECTION_KINDS]; /* what front matter says of these */
    bool copied;                 /* inlines will be changed: they must be a copy */
    bool *gone;                  /* by entry of the outline */
};

/* What of `b` is left out and moved: by `omit:` and `hide:`, by {.only-NAME} and {.not-NAME}, by
 * `order:`, by redaction, of which more goes to `*secrets`, and by options->drop. `b` is read from the whole source; its study gets `optional`, and
 * its wishes those names of facts that can only be found later. */
struct tailor tailor_plan(struct build *b, const struct study_options *options,
                          struct secrets *secrets);

/* True where the study is to be read again because of it. */
bool tailor_changes(const struct tailor *tailor);

#endif
