/* SPDX-License-Identifier: MIT */
/* diagram/figure.h — a placed grid as rectangles and polylines; private to this room. */
#ifndef RECTO_DIAGRAM_FIGURE_H
#define RECTO_DIAGRAM_FIGURE_H

#include "diagram/place.h"

/* Nodes, groups and edges of `grid` in `frame`; loops included, no words yet. In plan->a. */
struct drawing figure_make(const struct plan *plan, const struct grid *grid,
                           const struct frame *frame);

/* Set all words: names and notes in their nodes, titles of groups and words on arrows, where they
 * lie on nothing else. They come in the order of the author. */
void figure_words(const struct plan *plan, const struct frame *frame,
                  struct drawing *drawing);

/* Move the figure's top left corner to where its ink begins, and measure it. */
void figure_trim(const struct plan *plan, struct drawing *drawing);

#endif
