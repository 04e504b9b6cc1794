/* SPDX-License-Identifier: MIT */
/* para/set.h — breaks to lines that fill their measure. */
#ifndef RECTO_PARA_SET_H
#define RECTO_PARA_SET_H

#include "para/even.h"
#include "para/items.h"

/* One line to be set. */
struct par_cut {
    uint32_t from, to; /* bytes, trailing space included */
    bool hyphen;       /* ends in a hyphen that recto inserts */
    bool first;        /* of its paragraph: indented, not hanging */
    bool free;         /* ends the paragraph or a forced line: not stretched */
    bool last;         /* of its paragraph */
};

/* What a line has to share out. */
struct par_room {
    mpt natural;       /* [mpt] */
    mpt elastic;       /* part of it that expansion scales [mpt] */
    mpt spaces;        /* part of it that is word space [mpt] */
    mpt ideographs;    /* part of it that is ideographs with room beside them [mpt] */
    int32_t glue;      /* number of places to add word space */
    mpt before, after; /* what hangs out at the start and at the end side [mpt] */
    mpt inset;         /* indent or hang [mpt] */
    mpt target;        /* width that fills the measure, hanging parts included [mpt] */
};
struct par_room par_room(const struct par_text *t, const struct par_cut *cut);

/* Which word spaces the letters' expansion lets the line have; none where it ends free. */
struct even_reach par_reach(const struct par_text *t, const struct par_cut *cut,
                            const struct par_room *room);

/* A line to be set. */
struct par_row {
    struct par_cut cut;
    struct par_room room;
};

/* Set `row` of `t` for its measure. Lives in `a`. Where `align` is PAR_JUSTIFY, letters take up
 * slack first, as far as expansion allows, so that word spaces come out as t->space asks; the rest
 * goes to the spaces; a line whose spaces would have to grow beyond reason is left ragged. *over is
 * by how much the line is too wide [mpt], 0 if not. */
struct line par_set(struct arena *a, const struct par_text *t, const struct par_row *row,
                    enum par_align align, mpt *over);

#endif
