/* SPDX-License-Identifier: MIT */
/* cli/nameset.c — files that are taken, found again under any of their names. */
#include "cli/nameset.h"

#include <inttypes.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define KEY_MAX 64 /* bytes of what a file is: two numbers */

/* FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv */
static uint64_t hash_of(const char *key)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (; *key; key++)
        h = (h ^ (unsigned char)*key) * UINT64_C(1099511628211);
    return h;
}

static size_t slot_of(const struct name_set *set, const char *key)
{
    size_t i = (size_t)hash_of(key) & (set->room - 1);
    while (set->slots[i] && strcmp(set->slots[i], key) != 0)
        i = (i + 1) & (set->room - 1);
    return i;
}

static bool has(const struct name_set *set, const char *key)
{
    return set->room && set->slots[slot_of(set, key)];
}

static void make_room(struct name_set *set)
{
    const char **old = set->slots;
    size_t n = set->room;
    if (set->count * 2 < n)
        return;
    set->room = n ? n * 2 : 64;
    set->slots = pool_alloc(&set->pool, set->room * sizeof *set->slots);
    for (size_t i = 0; i < n; i++)
        if (old[i])
            set->slots[slot_of(set, old[i])] = old[i];
}

static void put(struct name_set *set, const char *key)
{
    make_room(set);
    size_t slot = slot_of(set, key);
    if (set->slots[slot])
        return;
    set->slots[slot] = pool_copy(&set->pool, key, strlen(key));
    set->count++;
}

/* Which regular file `path` is; false where it is none. */
static bool file_key(const char *path, char key[KEY_MAX])
{
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
        return false;
    snprintf(key, KEY_MAX, "file %" PRIuMAX " %" PRIuMAX, (uintmax_t)st.st_dev,
             (uintmax_t)st.st_ino);
    return true;
}

/* The name of `path` in its folder, links of the folder resolved. */
static const char *path_key(struct pool *pool, const char *path)
{
    char real[PATH_MAX];
    const char *slash = strrchr(path, '/');
    const char *folder = slash ? pool_copy(pool, path, (size_t)(slash - path) + 1) : ".";
    if (!realpath(folder, real))
        return pool_fmt(pool, "name %s", path);
    return pool_fmt(pool, "name %s/%s", real, slash ? slash + 1 : path);
}

bool name_set_add(struct name_set *set, const char *path)
{
    char file[KEY_MAX];
    struct pool work = {NULL};
    const char *name = path_key(&work, path);
    bool exists = file_key(path, file);
    bool is_new = !has(set, name) && !(exists && has(set, file));
    put(set, name);
    if (exists)
        put(set, file);
    pool_free(&work);
    return is_new;
}

void name_set_add_file(struct name_set *set, const char *path)
{
    char file[KEY_MAX];
    if (file_key(path, file))
        put(set, file);
}

bool name_set_has_file(const struct name_set *set, const char *path)
{
    char file[KEY_MAX];
    return file_key(path, file) && has(set, file);
}

void name_set_free(struct name_set *set)
{
    pool_free(&set->pool);
}
