/* SPDX-License-Identifier: MIT */
/* base/vec.c — growing arrays in an arena. */
#include "base/vec.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

#define FIRST_ELEMENTS 8 /* most lists of a study are shorter */

void vec_grow(struct arena *a, void **at, size_t n, size_t *cap, size_t size)
{
    unsigned char *p; /* the caller's pointer has another type: touched as bytes only */
    memcpy(&p, at, sizeof p);
    size_t bigger = *cap ? *cap : FIRST_ELEMENTS / 2;
    if (bigger > SIZE_MAX / 2 / size)
        arena_give_up(a);
    bigger *= 2;
    if (!*cap || !arena_grow(a, p, *cap * size, (bigger - *cap) * size)) {
        unsigned char *grown = arena_take(a, bigger * size);
        if (n)
            memcpy(grown, p, n * size);
        memcpy(at, &grown, sizeof grown);
    }
    *cap = bigger;
}

size_t vec_search(const void *elements, size_t n, size_t size, size_t place)
{
    const unsigned char *first = elements;
    size_t low = 0, high = n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2, begin;
        memcpy(&begin, first + middle * size, sizeof begin);
        if (begin <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}
