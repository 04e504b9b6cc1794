/* SPDX-License-Identifier: MIT */
/* base/stock.c — blocks of memory between two uses. The one returned last is taken first:
 * it is the most likely to be in the processor's cache still. */
#include "base/stock.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/arena_block.h"

/* Blocks that are kept, 32 MB; what a document took beyond that goes back to the system. */
#define KEPT_MAX 128

struct stock {
    pthread_mutex_t lock; /* guards all */
    struct block *first;
    size_t n;
};

static void clear_away(void *object)
{
    struct stock *stock = object;
    while (stock->first) {
        struct block *next = stock->first->prev;
        free(stock->first);
        stock->first = next;
    }
    pthread_mutex_destroy(&stock->lock);
}

struct stock *stock_in(struct arena *owner)
{
    struct stock *stock = arena_make(owner, struct stock);
    pthread_mutex_init(&stock->lock, NULL);
    arena_defer(owner, clear_away, stock);
    return stock;
}

struct block *stock_take(struct stock *stock)
{
    pthread_mutex_lock(&stock->lock);
    struct block *block = stock->first;
    if (block) {
        stock->first = block->prev;
        stock->n--;
    }
    pthread_mutex_unlock(&stock->lock);
    return block;
}

void stock_give(struct stock *stock, struct block *list)
{
    pthread_mutex_lock(&stock->lock);
    while (list && stock->n < KEPT_MAX) {
        struct block *block = list;
        list = block->prev;
        block->prev = stock->first;
        stock->first = block;
        stock->n++;
    }
    pthread_mutex_unlock(&stock->lock);
    while (list) {
        struct block *next = list->prev;
        free(list);
        list = next;
    }
}
