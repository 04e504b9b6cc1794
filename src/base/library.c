/* SPDX-License-Identifier: MIT */
/* base/library.c — the door to the dynamic linker. */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool library_load(const char *file, const struct library_call *rows, size_t n, void *calls)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    for (size_t i = 0; library && i < n; i++) {
        void *symbol = dlsym(library, rows[i].name);
        if (!symbol)
            return false;
        memcpy((char *)calls + rows[i].offset, &symbol, sizeof symbol);
    }
    return library != NULL;
}
