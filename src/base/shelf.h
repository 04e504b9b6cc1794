/* SPDX-License-Identifier: MIT */
/* base/shelf.h — things that are made once and then shared by jobs and threads. */
#ifndef RECTO_BASE_SHELF_H
#define RECTO_BASE_SHELF_H

#include "base/str.h"

struct arena;
struct reads;
struct shelf;
struct stock;

/* An empty shelf that goes with `owner`, and all that stands on it too. */
struct shelf *shelf_in(struct arena *owner);

/* Memory for those who share the shelf. */
struct stock *shelf_stock(const struct shelf *shelf);

/* The thing under `key`; where there is none, `make` makes it in the shelf's arena while the other
 * threads wait. What it makes must not change any more, or lock itself. NULL, and nothing is kept,
 * where `make` gives NULL. Memory that runs out ends in the jump of `caller`, the arena of the job
 * that asks; shelf_let_go is then to be called. */
void *shelf_at(struct arena *caller, struct shelf *shelf, struct str key,
               void *(*make)(struct arena *a, void *user), void *user);
/* Note which files are read for what is made from now on, under `caller` as above. */
void shelf_keep_reads(struct arena *caller, struct shelf *shelf);
/* The list; NULL where none is kept. */
struct reads *shelf_reads(struct shelf *shelf);
/* To be called behind that jump: others may use the shelf again. */
void shelf_let_go(struct arena *caller, struct shelf *shelf);

#endif
