/* SPDX-License-Identifier: MIT */
/* base/arena.h — memory that is given back all at once. */
#ifndef RECTO_BASE_ARENA_H
#define RECTO_BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;
struct reads;

/* A new, empty arena that will hold at most `ceiling` bytes; NULL when there is no memory. */
struct arena *arena_new(size_t ceiling);
/* Run what was deferred, newest first, and give everything back. NULL allowed. */
void arena_free(struct arena *a);

/* Where to jump when memory or the ceiling is out. Without it exhaustion ends the process: only
 * `job` sets it, tests may. `where` is borrowed. */
void arena_on_exhaustion(struct arena *a, jmp_buf *where);
/* Jump where `other` jumps; nowhere if it is NULL. */
void arena_jump_like(struct arena *a, const struct arena *other);
/* What every allocation does when memory is out: jump, or end the process. For the doors to
 * foreign libraries, which allocate by themselves. */
_Noreturn void arena_give_up(struct arena *a);
/* To be put around calls into a library that carries on when an allocation fails, and then
 * silently gives less than it should, as HarfBuzz does: arena_check gives up if any
 * allocation has failed since arena_watch (malloc leaves ENOMEM in errno, and nothing in
 * between resets it). */
void arena_watch(void);
void arena_check(struct arena *a);
/* For tests: let the `nth` allocation from now on fail (1 = the next); 0 switches it off. */
void arena_fail_at(struct arena *a, size_t nth);
/* Let base/file.h note in `reads`, which must outlive `a`, whatever it reads into `a` from now
 * on; NULL: nowhere. */
void arena_set_reads(struct arena *a, struct reads *reads);
/* That list; NULL where there is none. */
struct reads *arena_reads(const struct arena *a);
/* Bytes handed out so far. */
size_t arena_used(const struct arena *a);

/* `size` zeroed bytes, aligned for any type; never NULL. Size 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t size);
/* The same without clearing them: for memory that is filled at once. */
void *arena_take(struct arena *a, size_t size);
/* Enlarge the `size` bytes at `p`, which arena_take or arena_copy gave, by `more` without
 * moving them; false if they are not the newest allocation, or the block or the arena is
 * full. */
bool arena_grow(struct arena *a, const void *p, size_t size, size_t more);
/* Zeroed room for `n` things of `size` bytes; the product is checked. */
void *arena_array(struct arena *a, size_t n, size_t size);
void *arena_copy(struct arena *a, const void *bytes, size_t size);

#define arena_make(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_many(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

/* Hang a foreign object on the arena: `done(object)` runs at arena_free, or when a rewind passes
 * its mark. */
void arena_defer(struct arena *a, void (*done)(void *), void *object);

struct arena_mark {
    void *block;
    size_t used, total;
    void *deferred;
};

struct arena_mark arena_mark(struct arena *a);
/* Give back all that came after `m`. */
void arena_rewind(struct arena *a, struct arena_mark m);

#endif
