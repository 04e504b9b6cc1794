/* SPDX-License-Identifier: MIT */
/* book/impose.h — pages as they are to be printed: bound, two to a sheet, with marks to cut at. */
#ifndef RECTO_BOOK_IMPOSE_H
#define RECTO_BOOK_IMPOSE_H

#include "draw/display.h"

struct arena;

enum imposing { IMPOSE_NONE, IMPOSE_TWO_UP, IMPOSE_BOOKLET };
enum binding_edge { BINDING_NONE, BINDING_LEFT, BINDING_INNER };

struct imposition {
    enum imposing imposing;
    enum binding_edge binding; /* of the top edge takes care page.head_room */
    bool marks;                /* bleed, and marks to cut at */
};

/* `display` with its pages put so, smaller where two share a sheet. Tags, links and destinations
 * come along; reading order stays that of the pages. Lives in `a` and borrows from `display`, which
 * it is where nothing is asked for. */
const struct display *display_impose(struct arena *a, const struct display *display,
                                     const struct imposition *how);

#endif
