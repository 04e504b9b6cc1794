/* SPDX-License-Identifier: MIT */
/* para/balance.h — headings: least lines, then the most even ones. */
#ifndef RECTO_PARA_BALANCE_H
#define RECTO_PARA_BALANCE_H

#include "para/items.h"

/* The narrowest measure [mpt] in which `items` still take no more lines than in `measure`. */
int64_t balance_measure(struct arena *a, const struct par_items *items, int64_t measure);

#endif
