/* SPDX-License-Identifier: MIT */
/* base/stock.h — blocks of memory that arenas use one after another, in any number of
 * threads. */
#ifndef RECTO_BASE_STOCK_H
#define RECTO_BASE_STOCK_H

#include <stddef.h>

struct arena;
struct stock;

/* An empty stock, freed with `owner`, which gives up if there is no memory. */
struct stock *stock_in(struct arena *owner);

/* Like arena_new, but with blocks taken from `stock` and returned to it, so that of many
 * documents only the first make the system clear pages. `stock` must outlive the arena. */
struct arena *arena_new_in(struct stock *stock, size_t ceiling);
/* Return the blocks that rewinds have kept in `a` to its stock, if it has one. */
void arena_trim(struct arena *a);

#endif
