/* SPDX-License-Identifier: MIT */
/* base/library.h — libraries that few runs need, loaded by those alone. */
#ifndef RECTO_BASE_LIBRARY_H
#define RECTO_BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A function of a library, and where its address goes. */
struct library_call {
    const char *name;
    size_t offset; /* in what `library_load` fills */
};

/* Load the library of this file name, which then stays until the program ends, and put the
 * addresses of its `n` functions into `calls`. False where it, or one of them, is not there. */
bool library_load(const char *file, const struct library_call *rows, size_t n, void *calls);

#endif
