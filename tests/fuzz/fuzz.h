/* SPDX-License-Identifier: MIT */
/* fuzz/fuzz.h — an entry point's arena: small, so that exhausted memory is tried as well. */
#ifndef RECTO_FUZZ_FUZZ_H
#define RECTO_FUZZ_FUZZ_H

#include <setjmp.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/str.h"

#define FUZZ_CEILING ((size_t)64 << 20) /* [bytes] */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Run `body(arena, bytes)`; running out of memory is a proper end. */
static inline int fuzz_run(void (*body)(struct arena *, struct str), const uint8_t *data,
                           size_t size)
{
    struct arena *volatile a = arena_new(FUZZ_CEILING);
    jmp_buf out;
    if (!a)
        abort();
    if (!setjmp(out)) {
        arena_on_exhaustion(a, &out);
        body(a, (struct str){(const char *)data, size});
    }
    arena_free(a);
    return 0;
}

#endif
