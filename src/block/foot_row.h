/* SPDX-License-Identifier: MIT */
/* block/foot_row.h — the foot of the study as a row of columns. */
#ifndef RECTO_BLOCK_FOOT_ROW_H
#define RECTO_BLOCK_FOOT_ROW_H

#include "block/foot_line.h"

/* Put `sections` beside each other from `y` on, names above addresses, in as many columns as they
 * need and the layout allows. A title begins the name of its first entry, or is the name of one that
 * has none. What finds no room in a row goes to the next one, a section as a whole where it can.
 * Gives the foot [mpt]. */
mpt foot_row(struct setter *s, struct marks *m, struct foot_sections sections, mpt y);

#endif
