/* SPDX-License-Identifier: MIT */
/* page/flow.h — the boxes that follow each other down the sheets, measured. */
#ifndef RECTO_PAGE_FLOW_H
#define RECTO_PAGE_FLOW_H

#include "block/box.h"

/* What stands before a place in the flow [mpt]. */
struct sums {
    int64_t height, gap, shrink;
};

/* What stands in the margin, in the side column or pinned to the foot is left out. A run is a
 * stretch of text between boxes that span the sheet, or one such box. */
struct flow {
    const struct box *const *at;
    size_t n;
    int columns;            /* of the text: 1 or 2 */
    mpt line;               /* leading of the text [mpt] */
    const struct sums *sum; /* n + 1 */
    const size_t *run_end;  /* of the run of each box; n */
    const size_t *note_at;  /* notes before each box; n + 1 */
    const int64_t *notes;   /* height of the notes before each [mpt] */
};

/* A height with its glue at rest, and with its glue as tight as can be [mpt]. */
struct extent {
    int64_t natural, least;
};

/* Measure `n` boxes; lives in `a` and borrows them. */
struct flow flow_measure(struct arena *a, const struct box *const *at, size_t n,
                         int columns, mpt line);

/* The boxes [from, to) below each other; `top`: the first begins a column, so that it shows the head
 * of its table. The glue above the first does not count. */
struct extent flow_stack(const struct flow *flow, size_t from, size_t to, bool top);
/* Of the notes that the boxes [from, to) refer to, side by side in columns as evenly as can be. */
int64_t flow_notes(const struct flow *flow, size_t from, size_t to);
/* The number of the first note of [from, to) that stands in the second column. */
size_t flow_notes_split(const struct flow *flow, size_t from, size_t to);

#endif
