/* SPDX-License-Identifier: MIT */
/* model/figure_key.h — which node of a figure stands out. */
#ifndef RECTO_MODEL_FIGURE_KEY_H
#define RECTO_MODEL_FIGURE_KEY_H

#include "model/build.h"

/* In every figure of the study the node that `diagram: {key: NAME}` of the front matter names; else
 * what the source says, by bold or {.key}; else the one called Model. `diagram: {none: true}`: no
 * node stands out. A name that no figure has is told (M0505). */
void figure_keys(struct build *b);

#endif
