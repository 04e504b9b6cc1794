/* SPDX-License-Identifier: MIT */
/* page/ladder.h — tries steps from airy to tight, as few as it takes. */
#ifndef RECTO_PAGE_LADDER_H
#define RECTO_PAGE_LADDER_H

#include "page/layout.h"

/* What one step came to. */
struct attempt {
    bool tried;
    bool no_margin, no_captions; /* what belongs to the margin was set in the text, */
    bool no_codes;               /* QR codes found no room in the side column */
    uint64_t no_side;            /* and so were these sections of the side column */
    size_t sheets;
    int fill;   /* of the last sheet [thousandths] */
    int length; /* fill of all sheets together [thousandths of a sheet] */
    int load;   /* all heights at their least, in sheets [thousandths] */
};

/* The ladder, with what is known of its steps. */
struct ladder {
    const struct fit_request *request;
    struct block_request block;
    struct attempt *attempts;
    int steps, tried;
    struct diags quiet; /* findings of the attempts */
};

/* The whole of a step. */
struct step_result {
    struct layout layout;
    struct sheets sheets;
    struct block_request block;
};

/* The ladder of `request`, nothing tried yet. Lives in `a`, borrows the request. */
struct ladder ladder_new(struct arena *a, const struct fit_request *request,
                         struct str file);

/* Set the study at `step` into `a`; where the margin or the side column overflows, once more without
 * what found no room there. */
void ladder_set(struct ladder *l, struct arena *a, int step, struct step_result *out,
                struct diags *d);

/* What `step` comes to; set in the scratch arena, once. */
const struct attempt *ladder_try(struct ladder *l, int step);

/* The first step in [from, to) with at most `pages` sheets; `to` where there is none. Tighter steps
 * are taken to need no more sheets, so that few have to be tried: both ends, and then halves of what
 * lies between. Where the tight end of the whole ladder just fails, those near it are tried too. */
int ladder_first(struct ladder *l, size_t pages, int from, int to);

/* How far a sheet is filled [thousandths]. */
int ladder_fill(const struct sheet *sheet);

#endif
