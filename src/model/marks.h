/* SPDX-License-Identifier: MIT */
/* model/marks.h — a walk over all that may bear marks such as {.optional}. */
#ifndef RECTO_MODEL_MARKS_H
#define RECTO_MODEL_MARKS_H

#include "model/outline.h"

/* A section, a block or an inline with its attributes. A mark in a cell of a table's body speaks of
 * its row. */
struct bearer {
    size_t entry;                   /* of the outline */
    const struct attrs *attrs;      /* not empty */
    bool section;                   /* the entry is its heading */
    const struct block *block;      /* else this block */
    const struct inline_node *node; /* or this inline */
};

struct marks_visitor {
    void *context;
    /* Whether it is dealt with: what is inside a block or inline is not looked at then. */
    bool (*take)(void *context, const struct bearer *bearer);
};

/* Visit all that has attributes, in the order of the text, but for entries that are `gone`, which may
 * change under way. Marks on the title, subtitle and kicker speak of that line alone. */
void marks_walk(const struct outline *o, const bool *gone, const struct marks_visitor *v);

/* Cut what bears a mark out of the document: the address to hand to cuts_add. */
const void *bearer_node(const struct bearer *bearer);

#endif
