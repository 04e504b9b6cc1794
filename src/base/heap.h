/* SPDX-License-Identifier: MIT */
/* base/heap.h — memory for a foreign library, given back as a whole. */
#ifndef RECTO_BASE_HEAP_H
#define RECTO_BASE_HEAP_H

#include <stdbool.h>
#include <stddef.h>

struct heap_block;

/* Not an arena: arenas jump when they are full, and must not jump through the frames of a
 * foreign library. Begins as zero but for `left`. */
struct heap {
    struct heap_block *newest;
    size_t left; /* of the ceiling [bytes] */
};

/* `size` zeroed bytes, aligned for any type; NULL where memory or the ceiling is out. */
void *heap_take(struct heap *heap, size_t size);
/* Enlarge the newest piece, `p` of `size` bytes, by `more` without moving it; false if it
 * is not the newest, or its block has no room. Both sizes must have been rounded by
 * heap_round. */
bool heap_grow(struct heap *heap, const void *p, size_t size, size_t more);
/* `size` rounded up to what heap_take hands out. */
size_t heap_round(size_t size);
/* Give everything back; for arena_defer. */
void heap_free(void *heap);

#endif
