/* SPDX-License-Identifier: MIT */
/* cli/cmd_explain.c — explains a finding, or lists all codes. */
#include "cli/program.h"

recto_status cmd_explain(struct program *program)
{
    char near[RECTO_NAME_MAX];
    struct textbuf rows = textbuf_in(&program->pool);
    if (program->args.operands.n == 0) {
        recto_status listed = recto_list_codes(sink_to_text(&rows));
        print_rows(program, rows.p);
        return listed;
    }
    const char *code = program->args.operands.at[0];
    recto_status status = recto_explain_code(code, sink_to_stdout(), near);
    if (status != RECTO_WRONG_USAGE)
        return status;
    return usage_wrong(program,
                       did_you_mean(program, near, "`recto explain` lists all codes"),
                       "no finding has the code “%s”", code);
}
