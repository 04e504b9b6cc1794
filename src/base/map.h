/* SPDX-License-Identifier: MIT */
/* base/map.h — strings to pointers, for look-up only: never iterated, so no hash order leaks. */
#ifndef RECTO_BASE_MAP_H
#define RECTO_BASE_MAP_H

#include "base/str.h"

struct arena;

struct map_slot {
    struct str key;
    void *value;
    uint64_t hash;
};

/* Zero-initialise to begin. Keys are borrowed and must outlive the map. */
struct map {
    struct map_slot *slots;
    size_t n, cap;
};

/* NULL where `key` is not in the map. */
void *map_find(const struct map *m, struct str key);
/* Put or replace; `value` must not be NULL. */
void map_put(struct arena *a, struct map *m, struct str key, void *value);

#endif
