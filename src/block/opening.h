/* SPDX-License-Identifier: MIT */
/* block/opening.h — what a section begins with: a rule, and a title that hangs beside it. */
#ifndef RECTO_BLOCK_OPENING_H
#define RECTO_BLOCK_OPENING_H

#include "block/set.h"

/* The opening of the section that is being set, a box of its own above the text. */
struct opening {
    size_t box;       /* in the list, SIZE_MAX: there is none */
    size_t title;     /* its first mark that belongs to the title */
    mpt title_height; /* 0: no title hangs */
};

/* Put the rule above a section, where the layout has one, and `rich` in the title column as `tag`;
 * an empty `rich` hangs nothing. The first section of the study has a rule of its own. */
struct opening opening_put(struct setter *s, const struct rich *rich, struct tag *tag);
/* The section is whole: put the title on the baseline of its first line, and make room for one
 * that is higher than what stands beside it. */
void opening_close(struct setter *s, const struct opening *opening);

#endif
