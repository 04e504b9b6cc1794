/* SPDX-License-Identifier: MIT */
/* page/layout.h — boxes on numbered sheets, at one step of the ladder. */
#ifndef RECTO_PAGE_LAYOUT_H
#define RECTO_PAGE_LAYOUT_H

#include "page/break.h"
#include "page/sheets.h"
#include "page/side.h"

struct layout {
    const struct look *look;
    struct boxes boxes;
    struct flow flow;
    const size_t *flow_of;  /* place in the flow of each box, SIZE_MAX: not in it */
    const size_t *sheet_of; /* sheet of each box */
    struct beside *side;    /* what stands in the side column; side_of is the place in it */
    size_t side_count;
    const size_t *side_of;
    int64_t side_over; /* height for which the side column has no room [mpt] */
    struct paper paper;
    struct page_breaks breaks;
    mpt bottom; /* margin below the text, room for a running foot included */
};

/* Break `boxes` into sheets. One sheet has no running foot and so may have more room than each of
 * several. Lives in `a`; borrows boxes and look. */
struct layout page_layout(struct arena *a, const struct boxes *boxes,
                          const struct look *look);

/* What one sheet, or each of several, has for the boxes of a layout. */
struct paper page_paper(const struct layout *layout, bool several);
/* Height of the text on one sheet, or on each of several [mpt]. */
mpt page_room(const struct look *look, bool several);
/* Of all that is not in the margin, on one endless sheet: what it takes at the least. */
int64_t page_whole_height(const struct boxes *boxes, const struct look *look);
/* Sheets that `boxes` take at least, whatever their breaks, if they were `slack` [mpt] less high. */
size_t page_least_sheets(const struct boxes *boxes, int64_t slack, const struct look *look);

/* Why boxes could not be placed: something has no room where the layout wants it. */
struct misfit {
    enum { MISFIT_NONE, MISFIT_MARGIN, MISFIT_CAPTION, MISFIT_SIDE } where;
    /* MISFIT_SIDE: what is to be set in the text instead, SIZE_MAX: what belongs to no
     * section. */
    size_t section;
};

/* Place every box: fills out->list. Empty height is spread over the glue of sheets that are nearly
 * full. Where something finds no room in the margin or in the side column, `out` is incomplete. */
RECTO_MUST_USE struct misfit page_place(struct arena *a, const struct layout *layout,
                                        struct sheets *out);

#endif
