/* SPDX-License-Identifier: MIT */
/* cli/cmd_layouts.c — lists the layouts, or explains their keys. */
#include "cli/program.h"

/* Print the rows that were collected, or pass on what went wrong. */
static recto_status print(struct program *program, recto_status status,
                          const struct textbuf *rows)
{
    if (status == RECTO_DONE)
        print_rows(program, rows->p);
    return data_missing(program, status);
}

static recto_status explain(struct program *program, const char *key)
{
    char near[RECTO_NAME_MAX];
    struct textbuf rows = textbuf_in(&program->pool);
    if (!*key)
        return print(program, recto_explain_layout(NULL, sink_to_text(&rows), near), &rows);
    recto_status status = recto_explain_layout(key, sink_to_stdout(), near);
    if (status != RECTO_WRONG_USAGE)
        return status;
    return usage_wrong(
        program, did_you_mean(program, near, "`recto layouts --explain` lists all keys"),
        "a layout has no key “%s”", key);
}

recto_status cmd_layouts(struct program *program)
{
    const struct args *args = &program->args;
    const char *key = args->value[OPTION_KEYS];
    const char *operand = args->operands.n ? args->operands.at[0] : NULL;
    if (operand && (!key || *key))
        return usage_wrong(program, "recto layouts --explain KEY",
                           "`recto layouts` has no use for “%s”", operand);
    if (key)
        return explain(program, operand ? operand : key);
    struct textbuf rows = textbuf_in(&program->pool);
    return print(program, recto_list_layouts(sink_to_text(&rows)), &rows);
}
