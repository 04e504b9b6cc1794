/* SPDX-License-Identifier: MIT */
/* base/heap.c — memory for a foreign library, given back as a whole. */
#include "base/heap.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

#define BLOCK_BYTES ((size_t)64 << 10)

struct heap_block {
    struct heap_block *prev;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

size_t heap_round(size_t size)
{
    return (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}

void *heap_take(struct heap *heap, size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    size = heap_round(size);
    struct heap_block *block = heap->newest;
    if (!block || block->size - block->used < size) {
        size_t room = size > BLOCK_BYTES ? size : BLOCK_BYTES;
        block = room <= heap->left ? calloc(1, sizeof *block + room) : NULL;
        if (!block)
            return NULL;
        block->prev = heap->newest;
        block->size = room;
        heap->newest = block;
        heap->left -= room;
    }
    void *p = block->bytes + block->used;
    block->used += size;
    return p;
}

bool heap_grow(struct heap *heap, const void *p, size_t size, size_t more)
{
    struct heap_block *block = heap->newest;
    const char *end = (const char *)p + size;
    if (!block || end != block->bytes + block->used || more > block->size - block->used)
        return false;
    block->used += more;
    return true;
}

void heap_free(void *object)
{
    struct heap *heap = object;
    while (heap->newest) {
        struct heap_block *block = heap->newest;
        heap->newest = block->prev;
        free(block);
    }
}
