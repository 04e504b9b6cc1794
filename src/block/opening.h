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
/* Width of a caption beside what it belongs to, in the title column [mpt]; 0: none can stand there. */
mpt opening_room(const struct setter *s);
/* Where a caption beside the next box may begin, from the top of that box: below the title where
 * the box is the first of its section [mpt]. */
mpt opening_foot(const struct setter *s);
/* Put a caption there; gives its foot, from the top of the box [mpt]. */
mpt opening_caption(struct setter *s, struct marks *m, const struct rich *rich,
                    struct tag *tag);
/* The section is whole: put the title on the baseline of its first line, and make room for one
 * that is higher than what stands beside it. */
void opening_close(struct setter *s, const struct opening *opening);

#endif
