/* SPDX-License-Identifier: MIT */
/* fuzz/front.c — any bytes between two rules are front matter that a study is read with. */
#include "fuzz.h"
#include "model/study.h"

static void body(struct arena *a, struct str bytes)
{
    struct diags d = diags_at(a, S("fuzz.md"));
    struct str text = str_fmt(
        a, "---\n%.*s\n---\n# A study\n\n## TL;DR\n\nIt is **+12%%**.\n", STR(bytes));
    const struct source *source = source_parse(a, S("fuzz.md"), text, &d);
    const struct study *study = study_build(a, source, NULL, &d);
    (void)study_dump(a, study, &d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
