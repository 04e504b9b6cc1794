/* SPDX-License-Identifier: MIT */
/* base/stock.h — blocks of memory that arenas, also of several threads, hand on to each other. */
#ifndef RECTO_BASE_STOCK_H
#define RECTO_BASE_STOCK_H

#include <stddef.h>

struct arena;
struct stock;

/* An empty stock that goes with `owner`, and gives up there when there is no memory. */
struct stock *stock_in(struct arena *owner);

/* As arena_new, with blocks out of `stock`, to which they return: of many documents set one after
 * the other only the first have the system clear pages for them. `stock` must outlive the arena. */
struct arena *arena_new_in(struct stock *stock, size_t ceiling);
/* Give what rewinds have kept of `a` back to its stock, where it has one. */
void arena_trim(struct arena *a);

#endif
