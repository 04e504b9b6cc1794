/* SPDX-License-Identifier: MIT */
/* cli/cmd_fonts.c — lists the fonts that were found. */
#include "cli/program.h"

recto_status cmd_fonts(struct program *program)
{
    recto_status status;
    recto_job *job = job_of(program, NULL, NULL, &status);
    if (!job)
        return status;
    struct textbuf rows = textbuf_in(&program->pool);
    status = recto_list_fonts(job, sink_to_text(&rows));
    report_findings(&program->report, job);
    if (status == RECTO_DONE)
        print_rows(program, rows.p);
    recto_job_free(job);
    return status;
}
