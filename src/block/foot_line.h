/* SPDX-License-Identifier: MIT */
/* block/foot_line.h — the foot of the study as running lines, or as QR codes. */
#ifndef RECTO_BLOCK_FOOT_LINE_H
#define RECTO_BLOCK_FOOT_LINE_H

#include "block/set.h"

/* Sections that hold links or contact alone, as one foot. */
struct foot_sections {
    const size_t *at; /* indices into the study, in their order */
    size_t n;
};

/* The links and contact of `section`; NULL and no count where it has a title alone. */
const struct link *foot_links(const struct study *study, const struct section *section,
                              size_t *count);
/* Put them and the disclosure line that waits at `y`: one behind the other, or, where the layout
 * says so, web addresses as QR codes and the others behind each other. Gives the foot [mpt]. */
mpt foot_lines(struct setter *s, struct marks *m, struct foot_sections sections, mpt y);

#endif
