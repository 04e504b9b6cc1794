/* SPDX-License-Identifier: MIT */
/* fuzz/layout.c — any bytes are a layout, or are refused with a place. */
#include <stdio.h>

#include "base/file.h"
#include "fuzz.h"
#include "style/look.h"

static void body(struct arena *a, struct str bytes)
{
    struct store store = store_open(a);
    struct diags d = diags_at(a, S("fuzz.md"));
    const char *folder = getenv("TMPDIR");
    struct str path = str_fmt(a, "%s/fuzz.yaml", folder ? folder : ".");
    const struct style *style;
    if (file_replace(a, path, bytes) != FILE_OK)
        abort();
    struct style_request request = {.layout = path};
    recto_status status = style_load(a, &store, &request, &style, &d);
    if (status && d.list.n == 0)
        abort();
    for (int step = 0; !status && step < style_steps(style); step++)
        (void)style_at(a, style, step);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
