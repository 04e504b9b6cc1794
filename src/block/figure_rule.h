/* SPDX-License-Identifier: MIT */
/* block/figure_rule.h — rules that set a diagram off from the columns around it. */
#ifndef RECTO_BLOCK_FIGURE_RULE_H
#define RECTO_BLOCK_FIGURE_RULE_H

#include "block/set.h"

/* Above box number `first` and what stands over it as its heading, and below the last box, where
 * the layout asks for rules and the figure runs over several columns. */
void figure_rules(struct setter *s, size_t first);

#endif
