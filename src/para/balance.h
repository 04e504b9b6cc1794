/* SPDX-License-Identifier: MIT */
/* para/balance.h — headings: least lines, then the most even ones. */
#ifndef RECTO_PARA_BALANCE_H
#define RECTO_PARA_BALANCE_H

#include "para/items.h"

struct balanced {
    size_t lines;    /* that the items take in all of the measure */
    int64_t measure; /* the narrowest in which they take no more [mpt] */
    int64_t
        whole; /* the same with no line that ends where it costs, as at a hyphen [mpt] */
};

/* What makes the lines of `items` even. `a` is left as found. */
struct balanced balance_measure(struct arena *a, const struct par_items *items,
                                int64_t measure);

#endif
