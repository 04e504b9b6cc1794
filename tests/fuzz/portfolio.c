/* SPDX-License-Identifier: MIT */
/* fuzz/portfolio.c — any bytes are a portfolio, or are refused with a place. */
#include "book/portfolio.h"

#include "fuzz.h"

static void body(struct arena *a, struct str bytes)
{
    struct diags d = diags_at(a, S("fuzz.yaml"));
    struct portfolio p;
    recto_status status = portfolio_read(a, bytes, &p, &d);
    if (status ? d.list.n == 0 : p.studies.n == 0)
        abort();
    for (size_t i = 0; i < p.studies.n; i++)
        if (p.studies.at[i].part >= p.parts.n)
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
