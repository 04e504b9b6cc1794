/* SPDX-License-Identifier: MIT */
/* job/blame.c — who asked for the variant, layout, palette or paper that cannot be had. */
#include "base/arena.h"
#include "job/stage.h"

/* What was asked for under a key on the command line; empty where the command line is silent. */
static struct str said(const struct settings *flags, struct str key)
{
    if (str_eq(key, S("layout")))
        return flags->layout;
    if (str_eq(key, S("variant")))
        return flags->variant;
    return str_eq(key, S("palette")) ? flags->palette : flags->paper;
}

/* The key that a finding without a place is about; empty for one of --set. */
static struct str key_of(enum diag_code code)
{
    static const struct {
        enum diag_code code;
        const char *key;
    } rows[] = {
        {D_M0107, "variant"},
        {D_Y0101, "layout" },
        {D_Y0106, "palette"},
        {D_Y0107, "paper"  },
    };
    for (size_t i = 0; i < countof(rows); i++)
        if (rows[i].code == code)
            return str_from(rows[i].key);
    return (struct str){NULL, 0};
}

recto_status job_blame(struct recto_job *job, size_t first, recto_status status)
{
    const struct yaml *front = job->study ? job->study->front : NULL;
    for (size_t i = first; i < job->diags.list.n; i++) {
        struct diag *d = &job->diags.list.at[i];
        struct str key = key_of(d->code);
        if (d->span.line || !str_eq(d->file, job->diags.file))
            continue;
        const struct yaml *asked = key.n ? yaml_find(front, key) : NULL;
        if (key.n && !said(&job->flags, key).n) {
            d->span = asked ? asked->span : d->span;
            continue;
        }
        d->file = (struct str){NULL, 0};
        status = status == RECTO_BAD_INPUT ? RECTO_USAGE : status;
    }
    return status;
}
