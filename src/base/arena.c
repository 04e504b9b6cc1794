/* SPDX-License-Identifier: MIT */
/* base/arena.c — memory that is given back all at once. */
#include "base/arena.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena_block.h"
#include "base/stock.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define GAP 16 /* [bytes] poisoned behind every allocation, so that overruns are seen */
#define AHEAD 0
#else
#define GAP 0
#define AHEAD 1024 /* [bytes] cleared at once: most allocations are far smaller */
#endif

#define FIRST_BLOCK ((size_t)64 << 10)
/* Doubling beyond this wastes more memory than it saves calls. */
#define LARGEST_BLOCK ((size_t)1 << 20)
#define ALIGNMENT _Alignof(max_align_t)

struct deferred {
    struct deferred *prev;
    void (*done)(void *);
    void *object;
};

struct arena {
    struct block *block; /* newest */
    /* Blocks that rewinds gave back, kept so that the steps of a loop neither call malloc
     * nor make the system clear the same pages again and again. */
    struct block *spare;
    struct stock *stock; /* where blocks come from and go to; NULL: the system */
    struct deferred *deferred;
    size_t next_size;
    size_t total, ceiling;
    size_t fail_in;
    jmp_buf *where;
    struct reads *reads;
};

static void poison(void *p, size_t n)
{
#ifdef ARENA_ASAN
    __asan_poison_memory_region(p, n);
#else
    (void)p;
    (void)n;
#endif
}

static void unpoison(void *p, size_t n)
{
#ifdef ARENA_ASAN
    __asan_unpoison_memory_region(p, n);
#else
    (void)p;
    (void)n;
#endif
}

struct arena *arena_new_in(struct stock *stock, size_t ceiling)
{
    struct arena *a = calloc(1, sizeof *a);
    if (!a)
        return NULL;
    a->ceiling = ceiling;
    a->stock = stock;
    a->next_size = stock ? STOCK_BLOCK : FIRST_BLOCK;
    return a;
}

struct arena *arena_new(size_t ceiling)
{
    return arena_new_in(NULL, ceiling);
}

static void run_deferred(struct arena *a, const struct deferred *until)
{
    while (a->deferred != until) {
        struct deferred *d = a->deferred;
        a->deferred = d->prev;
        d->done(d->object);
    }
}

/* The used bytes of `b` are free again, but no longer zero. */
static void soil(struct block *b)
{
    if (b->dirty < b->used)
        b->dirty = b->used;
    b->clean = 0;
}

/* Give `b` and all blocks before it back: those of its size to the stock, the others to the
 * system. */
static void drop_all(struct arena *a, struct block *b)
{
    struct block *kept = NULL, **end = &kept;
    while (b) {
        struct block *prev = b->prev;
        soil(b);
        unpoison(b->bytes, b->size);
        if (a->stock && b->size == STOCK_BLOCK) {
            *end = b;
            end = &b->prev;
        } else {
            free(b);
        }
        b = prev;
    }
    *end = NULL;
    if (kept)
        stock_give(a->stock, kept);
}

void arena_trim(struct arena *a)
{
    if (a->stock)
        drop_all(a, a->spare);
    a->spare = a->stock ? NULL : a->spare;
}

void arena_free(struct arena *a)
{
    if (!a)
        return;
    run_deferred(a, NULL);
    drop_all(a, a->block);
    drop_all(a, a->spare);
    free(a);
}

void arena_on_exhaustion(struct arena *a, jmp_buf *where)
{
    a->where = where;
}

void arena_jump_like(struct arena *a, const struct arena *other)
{
    a->where = other ? other->where : NULL;
}

void arena_fail_at(struct arena *a, size_t nth)
{
    a->fail_in = nth;
}

void arena_set_reads(struct arena *a, struct reads *reads)
{
    a->reads = reads;
}

struct reads *arena_reads(const struct arena *a)
{
    return a->reads;
}

size_t arena_used(const struct arena *a)
{
    return a->total;
}

_Noreturn void arena_give_up(struct arena *a)
{
    if (a->where)
        longjmp(*a->where, 1);
    fputs("recto: out of memory\n", stderr);
    abort();
}

void arena_watch(void)
{
    errno = 0;
}

void arena_check(struct arena *a)
{
    if (errno == ENOMEM)
        arena_give_up(a);
}

/* Takes the first spare block with room for `need` bytes; NULL where none has. */
static struct block *take_spare(struct arena *a, size_t need)
{
    for (struct block **link = &a->spare; *link; link = &(*link)->prev) {
        struct block *b = *link;
        if (b->size < need)
            continue;
        *link = b->prev;
        return b;
    }
    return NULL;
}

static struct block *new_block(struct arena *a, size_t need)
{
    struct block *b = a->stock && need <= STOCK_BLOCK ? stock_take(a->stock) : NULL;
    if (!b) {
        size_t size = need > a->next_size ? need : a->next_size;
        b = calloc(1, sizeof *b + size);
        if (!b)
            return NULL;
        b->size = size;
        if (!a->stock && a->next_size < LARGEST_BLOCK)
            a->next_size *= 2;
    }
    poison(b->bytes, b->size);
    return b;
}

/* A block with room for `need` bytes on top; false when there is no memory. */
static bool block_push(struct arena *a, size_t need)
{
    struct block *b = take_spare(a, need);
    if (!b)
        b = new_block(a, need);
    if (!b)
        return false;
    b->used = 0;
    b->prev = a->block;
    a->block = b;
    return true;
}

/* Clear `size` bytes of `b` from `from` on. Fresh memory is zero already, and clearing it
 * again would touch pages that may never be used. */
static void clear(struct block *b, size_t from, size_t size)
{
    size_t begin = b->clean > from ? b->clean : from, end = from + size;
    if (end <= begin)
        return;
    if (end < begin + AHEAD)
        end = begin + AHEAD;
    if (end >= b->dirty) {
        end = b->dirty;
        b->clean = b->size;
    } else {
        b->clean = end;
    }
    if (begin < end)
        memset(b->bytes + begin, 0, end - begin);
}

static size_t rounded(size_t size)
{
    return (size + GAP + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* NULL when the arena is exhausted. */
static void *allocate(struct arena *a, size_t size, bool zeroed)
{
    if (a->fail_in && --a->fail_in == 0)
        return NULL;
    if (size > a->ceiling || a->total > a->ceiling - size)
        return NULL;
    if (size > SIZE_MAX - sizeof(struct block) - GAP - ALIGNMENT)
        return NULL;
    size_t need = rounded(size);
    if ((!a->block || a->block->size - a->block->used < need) && !block_push(a, need))
        return NULL;
    struct block *b = a->block;
    size_t at = b->used;
    unpoison(b->bytes + at, size);
    if (zeroed)
        clear(b, at, size);
    b->used += need;
    if (b->clean < b->used)
        b->clean = b->used;
    a->total += size;
    return b->bytes + at;
}

void *arena_alloc(struct arena *a, size_t size)
{
    void *p = allocate(a, size, true);
    if (!p)
        arena_give_up(a);
    return p;
}

void *arena_take(struct arena *a, size_t size)
{
    void *p = allocate(a, size, false);
    if (!p)
        arena_give_up(a);
    return p;
}

bool arena_grow(struct arena *a, const void *p, size_t size, size_t more)
{
    struct block *b = a->block;
    if (GAP || !b || more > b->size - b->used || more > a->ceiling - a->total)
        return false;
    size_t had = rounded(size), has = rounded(size + more);
    if ((const unsigned char *)p + had != b->bytes + b->used ||
        has - had > b->size - b->used)
        return false;
    b->used += has - had;
    if (b->clean < b->used)
        b->clean = b->used;
    a->total += more;
    return true;
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size)
        arena_give_up(a);
    return arena_alloc(a, n * size);
}

void *arena_copy(struct arena *a, const void *bytes, size_t size)
{
    void *p = arena_take(a, size);
    if (size)
        memcpy(p, bytes, size);
    return p;
}

void arena_defer(struct arena *a, void (*done)(void *), void *object)
{
    struct deferred *d = allocate(a, sizeof *d, false);
    if (!d) { /* nobody else would close it */
        done(object);
        arena_give_up(a);
    }
    *d = (struct deferred){a->deferred, done, object};
    a->deferred = d;
}

struct arena_mark arena_mark(struct arena *a)
{
    return (struct arena_mark){a->block, a->block ? a->block->used : 0, a->total,
                               a->deferred};
}

void arena_rewind(struct arena *a, struct arena_mark m)
{
    run_deferred(a, m.deferred);
    while (a->block != m.block) {
        struct block *b = a->block;
        a->block = b->prev;
        soil(b);
        poison(b->bytes, b->size);
        b->prev = a->spare;
        a->spare = b;
    }
    if (a->block) {
        soil(a->block);
        poison(a->block->bytes + m.used, a->block->used - m.used);
        a->block->used = a->block->clean = m.used;
    }
    a->total = m.total;
}
