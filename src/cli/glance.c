/* SPDX-License-Identifier: MIT */
/* cli/glance.c — the state that files are in now, each looked at once. */
#include "cli/glance.h"

#include <recto/reads.h>
#include <string.h>

/* FNV-1a. */
static size_t hash_of(const char *text)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    return (size_t)hash;
}

/* The slot that holds `path`, or the empty one where it belongs. */
static size_t slot_of(const struct glance *glance, const char *path)
{
    size_t i = hash_of(path) & (glance->room - 1);
    while (glance->slots[i] && strcmp(glance->paths[glance->slots[i] - 1], path) != 0)
        i = (i + 1) & (glance->room - 1);
    return i;
}

static void add_all(struct glance *glance, const struct sightings *list)
{
    for (size_t i = 0; i < list->n; i++) {
        size_t slot = slot_of(glance, list->at[i].path);
        if (glance->slots[slot])
            continue;
        glance->paths[glance->n++] = list->at[i].path;
        glance->slots[slot] = glance->n;
    }
}

struct glance glance_of(const struct ledger *ledger)
{
    struct glance glance = {.room = 16};
    size_t most = ledger->common.n + ledger->lists.n;
    for (size_t i = 0; i < ledger->n; i++)
        most += ledger->entries[i].reads.n;
    while (glance.room < 2 * most)
        glance.room *= 2;
    glance.slots = pool_alloc(&glance.pool, glance.room * sizeof *glance.slots);
    glance.paths = pool_alloc(&glance.pool, most * sizeof *glance.paths);
    glance.states = pool_alloc(&glance.pool, most * sizeof *glance.states);
    add_all(&glance, &ledger->common);
    add_all(&glance, &ledger->lists);
    for (size_t i = 0; i < ledger->n; i++)
        add_all(&glance, &ledger->entries[i].reads);
    return glance;
}

void glance_look(struct glance *glance)
{
    for (size_t i = 0; i < glance->n; i++)
        glance->states[i] = recto_file_state(glance->paths[i]);
}

uint64_t glance_state(const struct glance *glance, const char *path)
{
    size_t at = glance->slots[slot_of(glance, path)];
    return at ? glance->states[at - 1] : 0;
}

void glance_free(struct glance *glance)
{
    pool_free(&glance->pool);
    *glance = (struct glance){.n = 0};
}
