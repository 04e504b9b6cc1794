/* SPDX-License-Identifier: MIT */
/* book/copy.h — display lists that outlive the study they were drawn from, and lists joined. */
#ifndef RECTO_BOOK_COPY_H
#define RECTO_BOOK_COPY_H

#include "draw/display.h"

struct arena;

/* `display` with everything that it points to, but for the faces, which fonts keep. Lives in `a`. */
const struct display *display_copy(struct arena *a, const struct display *display);

/* How one display list becomes part of another. */
struct joining {
    struct arena *a;
    struct display *out;
};
/* What is joined on. */
struct joint {
    const struct display *part;
    struct tag *parent; /* in joining->out: the part's root becomes a section below it */
    struct str title;   /* of that section */
    struct str prefix;  /* of the names of its destinations; empty: they stay as they are */
};
/* Append all pages and tags; gives the section. Destinations are renamed along with the links to
 * them; the outline is left to the caller. */
struct tag *display_join(const struct joining *j, const struct joint *joint);
/* Put the operations of page `from` of `over`, which holds no tags, on page `to`. */
void display_lay_over(const struct joining *j, const struct display *over, size_t from,
                      size_t to);

#endif
