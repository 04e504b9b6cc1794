/* SPDX-License-Identifier: MIT */
/* cli/nameset.h — files that are taken, found again under any of their names. */
#ifndef RECTO_CLI_NAMESET_H
#define RECTO_CLI_NAMESET_H

#include <stdbool.h>

#include "cli/pool.h"

/* Begins as {0}. */
struct name_set {
    struct pool pool;
    const char **slots;
    size_t count, room;
};

/* Put the file `path` in; false where it was there. A file that does not exist is known by its
 * name in its folder, one that does by what it is as well: links to it are the same file. */
bool name_set_add(struct name_set *set, const char *path);
/* Put an existing regular file in by what it is; anything else is left out. */
void name_set_add_file(struct name_set *set, const char *path);
/* True where the regular file at `path` is in the set. */
bool name_set_has_file(const struct name_set *set, const char *path);
void name_set_free(struct name_set *set);

#endif
