/* SPDX-License-Identifier: MIT */
/* source/cmark_memory.c — memory for cmark, given back as a whole. */
#include "source/cmark_memory.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Stands before every piece, for realloc. */
struct piece {
    alignas(max_align_t) size_t size;
};

/* cmark's callbacks are not told which tree they serve. Set between begin and end; no two threads
 * share it. */
static _Thread_local struct cmark_memory *current;

/* cmark ends the process when its allocator fails: it has no way to report that. It is plain C that
 * holds nothing but memory, all of it ours, so leaving it by the arena's jump loses nothing; this
 * is the one library of which that can be said. */
_Noreturn static void give_up(void)
{
    if (current && current->a)
        arena_give_up(current->a);
    abort();
}

static void *take(size_t n, size_t size)
{
    if (size && n > SIZE_MAX / 2 / size)
        give_up();
    size_t room = heap_round(n * size);
    struct piece *piece = current ? heap_take(&current->heap, sizeof *piece + room) : NULL;
    if (!piece)
        give_up();
    piece->size = room;
    return piece + 1;
}

/* The newest piece grows where it stands: cmark's buffers do so over and over. */
static void *retake(void *old, size_t size)
{
    if (!old)
        return take(1, size);
    struct piece *piece = (struct piece *)old - 1;
    if (size <= piece->size)
        return old;
    size_t more = size < SIZE_MAX / 2 ? heap_round(size) - piece->size : SIZE_MAX;
    if (heap_grow(&current->heap, old, piece->size, more)) {
        piece->size += more;
        return old;
    }
    void *p = take(1, size);
    memcpy(p, old, piece->size);
    return p;
}

static void give_back(void *p)
{
    (void)p; /* with all the rest */
}

cmark_mem *cmark_memory_calls(void)
{
    /* cmark wants it writable and does not write to it. */
    static const cmark_mem calls = {take, retake, give_back};
    union {
        const cmark_mem *kept;
        cmark_mem *lent;
    } door = {.kept = &calls};
    return door.lent;
}

static void *lasting(size_t n, size_t size)
{
    void *p = calloc(n, size);
    if (p)
        return p;
    fputs("recto: out of memory\n", stderr);
    _Exit(6);
}

void cmark_memory_lasting(void (*make)(void))
{
    cmark_mem *mem = cmark_get_default_mem_allocator();
    cmark_mem before = *mem;
    mem->calloc = lasting;
    make();
    *mem = before;
}

void cmark_memory_begin(struct cmark_memory *m, struct arena *a)
{
    *m = (struct cmark_memory){.heap = {.left = SIZE_MAX},
                               .a = a ? a : (current ? current->a : NULL),
                               .outer = current};
    current = m;
}

void cmark_memory_end(struct cmark_memory *m)
{
    if (current == m)
        current = m->outer;
    heap_free(&m->heap);
}
