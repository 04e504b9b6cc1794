/* SPDX-License-Identifier: MIT */
/* source/front.h — the YAML between `---` lines at the head of a document. */
#ifndef RECTO_SOURCE_FRONT_H
#define RECTO_SOURCE_FRONT_H

#include "base/diag.h"
#include "source/yaml.h"

struct front {
    /* A map; NULL where there is no front matter, or a broken one. */
    const struct yaml *values;
    size_t body; /* where the document itself begins */
};

/* Cut the front matter off. It begins on the first line that is not blank, and only where what
 * follows looks like `key:`; a rule at the head of a document stays one. */
struct front front_read(struct arena *a, struct str bytes, struct diags *d);

#endif
