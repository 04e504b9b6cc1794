/* SPDX-License-Identifier: MIT */
/* base/map.c — strings to pointers, for look-up only. */
#include "base/map.h"

#include "base/arena.h"

#include <assert.h>

#define FIRST_SLOTS 16

/* The slot of `key`, or the empty one where it belongs; there is always an empty one. */
static struct map_slot *slot_of(struct map_slot *slots, size_t cap, struct str key,
                                uint64_t hash)
{
    size_t i = (size_t)hash & (cap - 1);
    while (slots[i].value && !(slots[i].hash == hash && str_eq(slots[i].key, key)))
        i = (i + 1) & (cap - 1);
    return &slots[i];
}

void *map_find(const struct map *m, struct str key)
{
    if (!m->cap)
        return NULL;
    return slot_of(m->slots, m->cap, key, str_hash(key, 0))->value;
}

static void grow(struct arena *a, struct map *m)
{
    size_t cap = m->cap ? m->cap * 2 : FIRST_SLOTS;
    struct map_slot *slots = arena_many(a, cap, struct map_slot);
    for (size_t i = 0; i < m->cap; i++) {
        if (m->slots[i].value)
            *slot_of(slots, cap, m->slots[i].key, m->slots[i].hash) = m->slots[i];
    }
    m->slots = slots;
    m->cap = cap;
}

void map_put(struct arena *a, struct map *m, struct str key, void *value)
{
    assert(value);
    if (m->n >= m->cap / 4 * 3)
        grow(a, m);
    uint64_t hash = str_hash(key, 0);
    struct map_slot *slot = slot_of(m->slots, m->cap, key, hash);
    if (!slot->value)
        m->n++;
    *slot = (struct map_slot){key, value, hash};
}
