/* SPDX-License-Identifier: MIT */
/* cli/cmd_render.c — typesets each input into each format. */
#include "cli/names.h"

static recto_status render(struct program *program, recto_job *job,
                           const struct input *input, void *user)
{
    struct naming *naming = user;
    for (size_t i = 0; i < naming->format_count; i++) {
        const char *name;
        recto_status status =
            naming_at(program, naming, job, input, naming->formats[i], &name);
        if (status == RECTO_DONE)
            status = recto_job_write_file(job, naming->formats[i].name, name);
        if (status != RECTO_DONE)
            return status;
        if (program->args.value[OPTION_VERBOSE] && name[0] != '-')
            report_say(&program->report,
                       &(struct saying){RECTO_INFO, "J0204", input->path, ""},
                       "written to “%s”", name);
    }
    return RECTO_DONE;
}

recto_status cmd_render(struct program *program)
{
    struct inputs inputs = {NULL, 0, 0};
    struct naming naming;
    recto_status found = inputs_read(program, &inputs);
    recto_status status = naming_read(program, &inputs, &naming);
    if (status == RECTO_DONE)
        status = each_document(program, render, &inputs, &naming);
    return status > found ? status : found;
}
