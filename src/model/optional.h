/* SPDX-License-Identifier: MIT */
/* model/optional.h — what an author lets go when space is short. */
#ifndef RECTO_MODEL_OPTIONAL_H
#define RECTO_MODEL_OPTIONAL_H

#include "model/tailor.h"

#define OPTIONAL_NONE SIZE_MAX /* no entry */

/* Something that may be left out: entries [entry, end) of the outline, or one node in one of them,
 * or what front matter says of a kind of section. */
struct optional {
    struct study_optional told;
    size_t entry, end;
    const void *node;        /* NULL: the entries as a whole */
    enum section_kind front; /* SECTION_CUSTOM: nothing of front matter */
    int64_t number;          /* of {optional=2}; INT64_MAX where it has none */
};

struct optionals {
    VEC(struct optional) list;
};

/* What may go, in the order in which it goes: what `drop:` names, then what is marked
 * {optional=N}, smallest first, then what is marked {.optional}, last of the text first. What lies
 * inside something that goes earlier is not listed; the words are those that are still there when
 * its turn comes. The first `drop` of them are put into `tailor`, whose `gone` is of b->outline. */
void optional_plan(struct build *b, size_t drop, struct tailor *tailor);

/* All that is marked, in the order of the text. */
struct optionals optional_marked(struct build *b, const struct tailor *tailor);

#endif
