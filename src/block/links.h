/* SPDX-License-Identifier: MIT */
/* block/links.h — one link with its name above its address. */
#ifndef RECTO_BLOCK_LINKS_H
#define RECTO_BLOCK_LINKS_H

#include "block/set.h"

/* Put name and address of `link` below each other at `at`, as an item of `list`; gives their
 * height [mpt]. */
mpt links_entry(struct setter *s, struct marks *m, const struct link *link,
                struct tag *list, struct point at, mpt width);

/* True where the name of `link` says more than its address. */
bool links_labelled(const struct link *link);

#endif
