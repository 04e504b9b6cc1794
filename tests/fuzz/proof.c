/* SPDX-License-Identifier: MIT */
/* fuzz/proof.c — any bytes are a PDF that is read back: judged, searched, and its source taken out. */
#include "proof/proof.h"

#include "base/utf8.h"
#include "fuzz.h"

static void body(struct arena *a, struct str bytes)
{
    const struct str secrets[] = {S("Candidate"), S("15550100"), S("Zü")};
    struct diags judged = diags_at(a, S("fuzz.pdf")), searched = judged, taken = judged;
    struct str source;
    proof_check(a, bytes, S("A study"), &judged);
    if (proof_source(a, bytes, &source, &taken) && taken.list.n == 0)
        abort();
    if (proof_lacks(a, bytes, secrets, sizeof secrets / sizeof *secrets, &searched) &&
        searched.list.n == 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
