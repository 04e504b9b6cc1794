/* SPDX-License-Identifier: MIT */
/* unit/base/stock.c — memory that arenas hand on to each other. */
#include "base/stock.h"

#include <pthread.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "test.h"

#define CEILING ((size_t)64 << 20)

/* Bytes of `n` in `a`, all checked to be zero and then soiled; the address of the first. */
static uintptr_t use(struct arena *a, size_t n)
{
    unsigned char *p = arena_alloc(a, n);
    unsigned wrong = 0;
    for (size_t i = 0; i < n; i++)
        wrong += p[i] != 0;
    CHECK_INT(wrong, 0);
    memset(p, 0xAB, n);
    return (uintptr_t)p;
}

TEST(arena_takes_what_another_one_gave_back)
{
    struct stock *stock = stock_in(test_arena());
    struct arena *one = arena_new_in(stock, CEILING);
    uintptr_t first = use(one, 1000);
    arena_free(one);
    struct arena *other = arena_new_in(stock, CEILING);
    CHECK_TRUE(use(other, 2000) == first);
    arena_free(other);
}

TEST(arena_of_a_stock_gives_zeroes)
{
    struct stock *stock = stock_in(test_arena());
    for (size_t size = 100; size < 3000000; size *= 7) {
        struct arena *a = arena_new_in(stock, CEILING);
        for (int i = 0; i < 5; i++)
            use(a, size);
        arena_free(a);
    }
}

TEST(arena_trims_what_rewinds_have_kept)
{
    struct stock *stock = stock_in(test_arena());
    struct arena *one = arena_new_in(stock, CEILING);
    struct arena_mark mark = arena_mark(one);
    uintptr_t first = use(one, 1000);
    arena_rewind(one, mark);
    arena_trim(one);
    struct arena *other = arena_new_in(stock, CEILING);
    CHECK_TRUE(use(other, 1000) == first);
    use(one, 1000); /* goes on with another block */
    arena_free(other);
    arena_free(one);
}

static void *documents(void *stock)
{
    for (int i = 0; i < 50; i++) {
        struct arena *a = arena_new_in(stock, CEILING);
        unsigned char *p = arena_alloc(a, 300000), *q = arena_alloc(a, 100000);
        memset(p, i, 300000);
        memset(q, i + 1, 100000);
        if (p[299999] != i || q[0] != i + 1)
            return stock;
        arena_free(a);
    }
    return NULL;
}

TEST(threads_may_share_a_stock)
{
    struct stock *stock = stock_in(test_arena());
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        CHECK_INT(pthread_create(&threads[i], NULL, documents, stock), 0);
    for (int i = 0; i < 4; i++) {
        void *wrong;
        CHECK_INT(pthread_join(threads[i], &wrong), 0);
        CHECK_TRUE(!wrong);
    }
}

TESTS(arena_takes_what_another_one_gave_back, arena_of_a_stock_gives_zeroes,
      arena_trims_what_rewinds_have_kept, threads_may_share_a_stock)
