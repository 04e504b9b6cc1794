/* SPDX-License-Identifier: MIT */
/* page/running.h — single lines that stand outside the text: feet, the word above ruled notes. */
#ifndef RECTO_PAGE_RUNNING_H
#define RECTO_PAGE_RUNNING_H

#include "page/sheets.h"

/* What setting one line takes; all is borrowed. */
struct running {
    struct arena *a;
    struct text_cache *cache;
    const struct sheets *sheets;
    struct diags *d;
};

/* `text` on one line in `role`. Lives in the arena. */
struct line running_line(const struct running *r, struct str text, enum role role,
                         uint32_t colour, bool rtl);
/* The same, or as many of its words as `room` [mpt] holds and an ellipsis. In the study's direction. */
struct line running_cut(const struct running *r, struct str text, enum role role, mpt room);
/* Put a line on a sheet as an artifact, its left end at x, its baseline at y [mpt]. */
void running_put(const struct running *r, struct sheet *sheet, const struct line *line,
                 struct point at);
/* How far the first baseline lies below the top of a line box of the leading of `role` [mpt]. */
mpt running_baseline(const struct running *r, enum role role);

#endif
