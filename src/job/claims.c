/* SPDX-License-Identifier: MIT */
/* job/claims.c — which standards a document is asked to keep. */
#include "base/arena.h"
#include "job/stage.h"

static const struct {
    const char *name;
    int part; /* of PDF/A; 0 = PDF/UA */
    bool level_u;
} standards[] = {
    {"ua-1", 0, false},
    {"a-1b", 1, false},
    {"a-2a", 2, false},
    {"a-2u", 2, true },
    {"a-3a", 3, false},
    {"a-3u", 3, true },
};

/* NULL, or why `name` cannot be kept beside what `options` has. */
static const char *put(struct str name, struct out_options *options)
{
    for (size_t i = 0; i < countof(standards); i++) {
        if (!str_eq(name, str_from(standards[i].name)))
            continue;
        int part = standards[i].part;
        if (part > 0 && (options->a1 || options->a2 || options->a3))
            return "asks for PDF/A twice, but a file is of one part and level";
        options->ua |= part == 0;
        options->a1 |= part == 1;
        options->a2 |= part == 2;
        options->a3 |= part == 3;
        options->level_u |= standards[i].level_u;
        return options->ua && options->a1
                   ? "asks for ua-1, which is PDF 1.7, and a-1b, which is PDF 1.4"
                   : NULL;
    }
    return "is neither none nor a list of ua-1, a-2a, a-2u, a-3a, a-3u, a-1b";
}

const char *job_claims(struct str list, struct out_options *options)
{
    if (str_eq(str_trim(list), S("none")))
        return NULL;
    const char *wrong = NULL;
    while (list.p && !wrong)
        wrong = put(str_trim(str_cut(&list, ',')), options);
    return wrong;
}

/* PDF/A-1 holds no other file, and PDF/A-2 only such as are PDF/A themselves. */
const char *job_claims_attach(struct str list, struct out_options *options)
{
    options->attach = true;
    if (str_empty(list)) { /* what is kept where nothing is asked for */
        options->a2 = false;
        options->a3 = true;
    }
    return options->a1 || options->a2
               ? "allows no attached source; PDF/A-3 does: --standard ua-1,a-3a"
               : NULL;
}
