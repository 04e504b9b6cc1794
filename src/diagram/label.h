/* SPDX-License-Identifier: MIT */
/* diagram/label.h — words in a figure: measured, broken into few even lines, set. */
#ifndef RECTO_DIAGRAM_LABEL_H
#define RECTO_DIAGRAM_LABEL_H

#include "diagram/drawing.h"

#define LABEL_LINES 4 /* at most */

/* Words in one style, and how they look on 1, 2 … lines. */
struct label {
    const struct shaped *text;  /* NULL: there are no words */
    struct stretch *stretch;    /* its style, at the role's size */
    size_t least;               /* fewest lines: those that the author wrote */
    size_t most;                /* lines that breaking can give */
    mpt width[LABEL_LINES + 1]; /* [lines]: of the widest [mpt] */
    uint32_t cut[LABEL_LINES + 1]
                [LABEL_LINES + 1]; /* [lines]: where they begin, and the end */
    mpt size;                      /* the role's [mpt] */
};

struct label_style {
    enum role role;
    int weight; /* 0: the role's */
    uint32_t colour;
};

/* Shape `text` (lines parted by '\n'); empty text gives a label without lines. In `a`. */
struct label label_make(struct arena *a, struct text_cache *cache, const struct look *look,
                        struct str text, const struct label_style *style, struct diags *d);

/* Fewest lines that fit `room` at `size` thousandths of the role's size; 0 where none do or more
 * than `most` would be needed. A label without words needs none and gives 0, too. */
size_t label_lines_for(const struct label *label, mpt room, int size, size_t most);

/* Width of the widest of `lines` lines at `size` thousandths of the role's size [mpt]. */
mpt label_width(const struct label *label, size_t lines, int size);

/* Set line `i` of `lines`; lives in `a`. */
struct line label_line_at(struct arena *a, const struct label *label, size_t lines,
                          size_t i, int size);

#endif
