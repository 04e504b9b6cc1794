/* SPDX-License-Identifier: MIT */
/* base/map.c — strings to pointers, for look-up only. */
#include "base/map.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"

#define FIRST_SLOTS 16

/* Eight bytes at a time: words of the text are looked up at every step of the fit. The constant is
 * 2^64 over the golden ratio. No order and no output depends on it. */
static uint64_t hash_of(struct str key)
{
    uint64_t hash = key.n, word;
    for (; key.n >= sizeof word; key.p += sizeof word, key.n -= sizeof word) {
        memcpy(&word, key.p, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 29;
    }
    word = 0;
    if (key.n)
        memcpy(&word, key.p, key.n);
    hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

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
    return slot_of(m->slots, m->cap, key, hash_of(key))->value;
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
    uint64_t hash = hash_of(key);
    struct map_slot *slot = slot_of(m->slots, m->cap, key, hash);
    if (!slot->value)
        m->n++;
    *slot = (struct map_slot){key, value, hash};
}
