/* SPDX-License-Identifier: MIT */
/* fuzz/study.c — any bytes are a study: front matter, Markdown, facts, metrics, diagrams, lint; and so
 * is what is left when something of it goes. */
#include "model/study.h"
#include "fuzz.h"
#include "lint/lint.h"

static void read_and_judge(struct arena *a, const struct source *source,
                           const struct study_options *options, struct diags *d)
{
    const struct study *study = study_build(a, source, options, d);
    lint_study(a, study, d);
    struct str json = study_dump(a, study, d);
    if (json.n == 0 || json.p[0] != '{')
        abort();
}

static void body(struct arena *a, struct str bytes)
{
    struct diags d = diags_at(a, S("fuzz.md"));
    const struct source *source = source_parse(a, d.file, bytes, &d);
    read_and_judge(a, source, NULL, &d);
    struct study_options without = {.drop = 3};
    read_and_judge(a, source, &without, &d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
