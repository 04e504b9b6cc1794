/* SPDX-License-Identifier: MIT */
/* out/mark.h — what a file of one page tells of what it was made of, so that it need not be made
 * again. */
#ifndef RECTO_OUT_MARK_H
#define RECTO_OUT_MARK_H

#include "out/backend.h"

#define MARK_BYTES ((size_t)49)

/* MARK_BYTES of plain text, in `a`: page and pages, the input's hash, and the hash of all that stands
 * `before` the mark in the file. */
struct str mark_of(struct arena *a, const struct display *display,
                   const struct out_options *options, struct str before);
/* How many pages there are, where `mark` says that this is page `page` (from 0) of what has
 * `input_hash`, or of anything where that is BACKEND_ANY_INPUT, and `before` is as it was; else 0. */
size_t mark_read(struct arena *a, struct str before, struct str mark, uint64_t input_hash,
                 size_t page);

#endif
