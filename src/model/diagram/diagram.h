/* SPDX-License-Identifier: MIT */
/* model/diagram/diagram.h — graphs out of any notation; one file a notation, a row each. */
#ifndef RECTO_MODEL_DIAGRAM_DIAGRAM_H
#define RECTO_MODEL_DIAGRAM_DIAGRAM_H

#include "model/study.h"

/* Try to read a diagram at `block`, which stands in a section of kind `section`. Gives the number
 * of sibling blocks that it took (0: no diagram here) and fills `*out`. Words of those blocks that
 * are not in the graph go to `*rest`. Arrow lines that are not architecture stay prose: only under
 * an architecture-like heading, in a text fence, or bracketed. */
size_t diagram_read(struct arena *a, const struct block *block, enum section_kind section,
                    struct graph *out, struct str *rest, struct diags *d);

#endif
