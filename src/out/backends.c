/* SPDX-License-Identifier: MIT */
/* out/backends.c — the table of formats. */
#include "out/rows.h"

static const struct backend backends[] = {
    {"pdf",   ".pdf",   false, true,  false, pdf_write,   pdf_is_of},
    {"svg",   ".svg",   true,  false, false, svg_write,   svg_is_of},
    {"png",   ".png",   true,  false, true,  png_write,   png_is_of},
    {"txt",   ".txt",   false, false, false, txt_write,   NULL     },
    {"trace", ".trace", false, false, false, trace_write, NULL     },
};

const struct backend *backend_at(size_t index)
{
    return index < countof(backends) ? &backends[index] : NULL;
}

const struct backend *backend_find(struct str name)
{
    for (size_t i = 0; i < countof(backends); i++)
        if (str_eq(name, str_from(backends[i].name)))
            return &backends[i];
    return NULL;
}
