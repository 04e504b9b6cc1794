/* SPDX-License-Identifier: MIT */
/* base/store.c — where recto's own data files are. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* realpath */
#endif
#include "base/store.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"

/* The absolute name of `path` in `a` where it is a folder, else empty. */
static struct str folder_at(struct arena *a, struct str path)
{
    char real[PATH_MAX];
    if (!file_is_folder(a, path) || !realpath(str_cstr(a, path), real))
        return (struct str){NULL, 0};
    return str_dup(a, str_from(real));
}

static struct str program_folder(struct arena *a)
{
    char name[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", name, sizeof name);
    if (n <= 0 || (size_t)n >= sizeof name)
        return (struct str){NULL, 0};
    return str_dup(a, path_folder((struct str){name, (size_t)n}));
}

static struct str beside_program(struct arena *a)
{
    static const char *const places[] = {"../share/recto", "share/recto"};
    struct str folder = program_folder(a);
    for (size_t i = 0; i < countof(places) && folder.n; i++) {
        struct str root = folder_at(a, path_join(a, folder, str_from(places[i])));
        if (root.n)
            return root;
    }
    return (struct str){NULL, 0};
}

struct store store_open(struct arena *a)
{
    const char *named = getenv("RECTO_DATA");
    if (named && *named) /* what somebody asked for is not silently replaced by another */
        return (struct store){folder_at(a, str_from(named)), "RECTO_DATA"};
    struct str root = beside_program(a);
    if (root.n)
        return (struct store){root, "beside the program"};
#ifdef RECTO_PREFIX_DATA
    root = folder_at(a, S(RECTO_PREFIX_DATA));
#endif
    return (struct store){root, "install prefix"};
}

struct str store_path(struct arena *a, const struct store *s, struct str folder,
                      struct str name)
{
    return path_join(a, path_join(a, s->root, folder), name);
}
