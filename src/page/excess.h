/* SPDX-License-Identifier: MIT */
/* page/excess.h — how much running text is too much. */
#ifndef RECTO_PAGE_EXCESS_H
#define RECTO_PAGE_EXCESS_H

#include "page/layout.h"

/* What a study has too much of. */
struct excess {
    int lines; /* of running text that must go, at the least one */
    bool more; /* even without all of them it needs more sheets */
};

/* The least number of lines of running text without which `layout` keeps to `budget` sheets: each of
 * `sections` loses its share, and the sheets are broken anew, so that what must not part counts with
 * all it pushes over. `lines` tells of each box of the flow whether it is such a line. `scratch` is
 * rewound. */
struct excess excess_of(struct arena *scratch, const struct layout *layout,
                        const bool *lines, size_t sections, int budget);

#endif
