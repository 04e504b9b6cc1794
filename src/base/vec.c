/* SPDX-License-Identifier: MIT */
/* base/vec.c — growing arrays in an arena. */
#include "base/vec.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#define FIRST_ELEMENTS 8 /* most lists of a study are shorter */

void vec_room(struct arena *a, void **at, size_t n, size_t *cap, size_t size)
{
    unsigned char *p; /* the caller's pointer has another type: touched as bytes only */
    memcpy(&p, at, sizeof p);
    if (n == *cap) {
        size_t bigger = *cap ? *cap : FIRST_ELEMENTS / 2;
        bigger = bigger > SIZE_MAX / 2 ? SIZE_MAX : bigger * 2;
        unsigned char *grown = arena_array(a, bigger, size);
        if (n)
            memcpy(grown, p, n * size);
        memcpy(at, &grown, sizeof grown);
        *cap = bigger;
        return;
    }
    memset(p + n * size, 0, size);
}
