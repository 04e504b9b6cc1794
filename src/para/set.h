/* SPDX-License-Identifier: MIT */
/* para/set.h — breaks to lines that fill their measure. */
#ifndef RECTO_PARA_SET_H
#define RECTO_PARA_SET_H

#include "para/items.h"

/* One line to be set. */
struct par_cut {
    uint32_t from, to; /* bytes, trailing space included */
    bool hyphen;       /* ends in a hyphen that recto inserts */
    bool first;        /* of its paragraph: indented, not hanging */
    bool free;         /* ends the paragraph or a forced line: not stretched */
    bool last;         /* of its paragraph */
};

/* Set the line `cut` of `t` for its measure. Lives in `a`. Where `align` is PAR_JUSTIFY, letters
 * take up slack first, as far as expansion allows, then spaces; a line whose spaces would have to
 * grow beyond reason is left ragged. *over is by how much the line is too wide [mpt], 0 if not. */
struct line par_set(struct arena *a, struct text_cache *cache, const struct par_text *t,
                    const struct par_cut *cut, enum par_align align, mpt *over);

#endif
