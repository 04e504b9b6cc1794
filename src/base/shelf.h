/* SPDX-License-Identifier: MIT */
/* base/shelf.h — things that are made once and then shared by jobs and threads. */
#ifndef RECTO_BASE_SHELF_H
#define RECTO_BASE_SHELF_H

#include "base/str.h"

struct arena;
struct reads;
struct shelf;
struct stock;

/* An empty shelf. It is freed with `owner`, and so is all that stands on it. */
struct shelf *shelf_in(struct arena *owner);

/* Memory for those who share the shelf. */
struct stock *shelf_stock(const struct shelf *shelf);

/* The thing under `key`. If there is none yet, `make` makes it in the shelf's arena while
 * other threads wait; from then on it must not change, or must do its own locking. NULL if
 * `make` gives NULL; nothing is kept then. If memory runs out, this jumps where `caller`,
 * the arena of the asking job, jumps: shelf_let_go must be called there. */
void *shelf_at(struct arena *caller, struct shelf *shelf, struct str key,
               void *(*make)(struct arena *a, void *user), void *user);
/* From now on record which files are read to make things; `caller` as above. */
void shelf_keep_reads(struct arena *caller, struct shelf *shelf);
/* The list; NULL where none is kept. */
struct reads *shelf_reads(struct shelf *shelf);
/* To be called after that jump, so that others may use the shelf again. */
void shelf_let_go(struct arena *caller, struct shelf *shelf);

#endif
