/* SPDX-License-Identifier: MIT */
/* page/layout.h — boxes on numbered sheets, at one step of the ladder. */
#ifndef RECTO_PAGE_LAYOUT_H
#define RECTO_PAGE_LAYOUT_H

#include "page/break.h"
#include "page/sheets.h"

struct layout {
    const struct look *look;
    struct boxes boxes;
    struct flow flow;
    const size_t *flow_of;  /* place in the flow of each box, SIZE_MAX: not in it */
    const size_t *sheet_of; /* sheet of each box */
    struct paper paper;
    struct page_breaks breaks;
    mpt bottom; /* margin below the text, room for a running foot included */
};

/* Break `boxes` into sheets. One sheet has no running foot and so may have more room than each of
 * several. Lives in `a`; borrows boxes and look. */
struct layout page_layout(struct arena *a, const struct boxes *boxes,
                          const struct look *look);

/* Height of the text on one sheet, or on each of several [mpt]. */
mpt page_room(const struct look *look, bool several);
/* Of all that is not in the margin, on one endless sheet: what it takes at the least. */
int64_t page_whole_height(const struct boxes *boxes, const struct look *look);
/* Sheets that `boxes` take at least, whatever their breaks, if they were `slack` [mpt] less high. */
size_t page_least_sheets(const struct boxes *boxes, int64_t slack, const struct look *look);

/* Place every box: fills out->list. Empty height is spread over the glue of sheets that are nearly
 * full. False where the margin has no room for what stands in it; `out` is then incomplete. */
RECTO_MUST_USE bool page_place(struct arena *a, const struct layout *layout,
                               struct sheets *out);

#endif
