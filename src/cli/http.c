/* SPDX-License-Identifier: MIT */
/* cli/http.c — the door to libmicrohttpd, which is opened by `recto serve` alone. */
#include "cli/http.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *name;
    size_t offset;
} calls[] = {
#define X(name) {#name, offsetof(struct http, name)},
    HTTP_CALLS
#undef X
};

/* base/library.h loads the libraries of the other rooms in the same way; the program sees the public
 * API only, and these few lines are no part of that. */
bool http_load(struct http *http)
{
    void *library = dlopen(RECTO_HTTP, RTLD_NOW | RTLD_LOCAL); /* stays until the end */
    for (size_t i = 0; library && i < sizeof calls / sizeof *calls; i++) {
        void *symbol = dlsym(library, calls[i].name);
        if (!symbol)
            return false;
        memcpy((char *)http + calls[i].offset, &symbol, sizeof symbol);
    }
    return library != NULL;
}
