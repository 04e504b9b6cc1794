/* SPDX-License-Identifier: MIT */
/* fuzz/study.c — any bytes are a study: front matter, Markdown, facts, metrics, diagrams, lint. */
#include "model/study.h"
#include "fuzz.h"
#include "lint/lint.h"

static void body(struct arena *a, struct str bytes)
{
    struct diags d = diags_at(a, S("fuzz.md"));
    const struct source *source = source_parse(a, d.file, bytes, &d);
    const struct study *study = study_build(a, source, &d);
    lint_study(a, study, &d);
    struct str json = study_dump(a, study, &d);
    if (json.n == 0 || json.p[0] != '{')
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
