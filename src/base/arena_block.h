/* SPDX-License-Identifier: MIT */
/* base/arena_block.h — what arenas are made of; for base/arena.c and base/stock.c only. */
#ifndef RECTO_BASE_ARENA_BLOCK_H
#define RECTO_BASE_ARENA_BLOCK_H

#include <stddef.h>

struct stock;

struct block {
    struct block *prev;
    size_t size, used; /* of the bytes behind the header */
    size_t dirty; /* up to here they were given out before; beyond, they are still zero */
    size_t clean; /* between `used` and here they are zero again */
    _Alignas(max_align_t) unsigned char bytes[];
};

/* Blocks of a stock have all this size [bytes]: a study takes some ten of them, and what the last
 * one has left over is little. */
#define STOCK_BLOCK ((size_t)256 << 10)

/* A block of STOCK_BLOCK bytes; NULL where the stock is empty. */
struct block *stock_take(struct stock *stock);
/* Takes over a list of blocks of STOCK_BLOCK bytes that nobody uses. */
void stock_give(struct stock *stock, struct block *list);

#endif
