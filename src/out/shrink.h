/* SPDX-License-Identifier: MIT */
/* out/shrink.h — pictures with more dots than their place on the page can use. */
#ifndef RECTO_OUT_SHRINK_H
#define RECTO_OUT_SHRINK_H

#include "draw/display.h"

/* What became of one picture. */
struct shrunk {
    struct str name;
    int from_width, from_height, width, height; /* [pixels] */
    size_t from_bytes, bytes;
};

struct shrinking {
    const struct display *display; /* with smaller pictures */
    VEC(struct shrunk) pictures;   /* that are smaller now */
};

/* Write pictures of `display` that have clearly more than `ppi` dots an inch, where they
 * stand largest, in so many, coded anew; one whose file would not become smaller stays.
 * Each is reported as O0106. What cannot be decoded stays as it is: the back ends report
 * it. The rest of the display is shared with the new one; results live in `a`, work is done
 * in `scratch`. */
struct shrinking out_shrink(struct arena *a, struct arena *scratch,
                            const struct display *display, int ppi, struct diags *d);

#endif
