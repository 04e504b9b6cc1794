/* SPDX-License-Identifier: MIT */
/* base/store.h — where recto's own data files are: layouts, fonts, patterns, tables. */
#ifndef RECTO_BASE_STORE_H
#define RECTO_BASE_STORE_H

#include "base/str.h"

struct arena;

/* The folder found, and how. */
struct store {
    struct str root;    /* absolute; empty where none was found */
    const char *origin; /* "RECTO_DATA", "beside the program", "install prefix" */
};

/* Look for the data folder: RECTO_DATA, then beside the running program, then the install prefix.
 * `root` is empty where none exists. */
struct store store_open(struct arena *a);
/* `folder/name` inside the store, for example store_path(a, s, S("layouts"), S("classic.yaml")). */
struct str store_path(struct arena *a, const struct store *s, struct str folder,
                      struct str name);

#endif
