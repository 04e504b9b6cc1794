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
    {"a-2a", 2, false},
    {"a-2u", 2, true },
    {"a-3a", 3, false},
    {"a-3u", 3, true },
};

/* Two parts of PDF/A do not go together: the later name has it. */
static bool put(struct str name, struct out_options *options)
{
    for (size_t i = 0; i < countof(standards); i++) {
        if (!str_eq(name, str_from(standards[i].name)))
            continue;
        int part = standards[i].part;
        if (part == 0) {
            options->ua = true;
            return true;
        }
        options->a2 = part == 2;
        options->a3 = part == 3;
        options->level_u = standards[i].level_u;
        return true;
    }
    return false;
}

bool job_claims(struct str list, struct out_options *options)
{
    if (str_eq(str_trim(list), S("none")))
        return true;
    while (list.p)
        if (!put(str_trim(str_cut(&list, ',')), options))
            return false;
    return true;
}
