/* SPDX-License-Identifier: MIT */
/* base/library.h — libraries that few runs need, loaded by those alone. */
#ifndef RECTO_BASE_LIBRARY_H
#define RECTO_BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A function of a library, and where its address goes. */
struct library_call {
    const char *name;
    size_t offset; /* into the struct that library_load fills [bytes] */
};

/* Load the shared library `file`, which stays loaded until the program ends, and put the
 * addresses of the `n` functions in `rows` into `calls`. False if the library or one of
 * them is missing. */
bool library_load(const char *file, const struct library_call *rows, size_t n, void *calls);

#endif
