/* SPDX-License-Identifier: MIT */
/* cli/cmd_new.c — begins a case study: a commented file to fill in. */
#include <string.h>
#include <unistd.h>

#include "cli/names.h"

/* "desk" is desk.md, and so is "v1.2" v1.2.md: what is no name of a text would not be found in its
 * folder. */
static const char *file_of(struct pool *pool, const char *name)
{
    static const char *const endings[] = {".md", ".markdown", ".txt"};
    const char *ending = name + path_without_ending(name);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strcmp(ending, endings[i]) == 0)
            return name;
    return pool_fmt(pool, "%s.md", name);
}

/* "", "sub/", "." and ".." name a folder, or nothing. */
static bool is_no_file(const char *name)
{
    const char *slash = strrchr(name, '/'), *last = slash ? slash + 1 : name;
    return !*last || strcmp(last, ".") == 0 || strcmp(last, "..") == 0;
}

static recto_status write_text(struct program *program, const struct textbuf *text,
                               const char *path)
{
    recto_status status;
    recto_job *job = job_of(program, NULL, NULL, &status);
    if (!job)
        return status;
    status = recto_job_write_bytes(job, text->p, text->n, path);
    report_findings(&program->report, job);
    recto_job_free(job);
    return status;
}

recto_status cmd_new(struct program *program)
{
    struct pool *pool = &program->pool;
    const char *name = program->args.operands.at[0];
    bool to_stdout = strcmp(name, "-") == 0;
    const char *path = to_stdout ? name : file_of(pool, name);
    if (is_no_file(name))
        return usage_wrong(program, "recto new NAME", "“%s” is no name of a file", name);
    if (!to_stdout && !program->args.value[OPTION_FORCE] && access(path, F_OK) == 0) {
        report_say(&program->report,
                   &(struct saying){RECTO_ERROR, "J0109", path, "--force replaces it"},
                   "it exists already");
        return RECTO_WORLD_FAILED;
    }
    struct textbuf text = textbuf_in(pool);
    recto_status status = recto_new_study(sink_to_text(&text));
    if (status != RECTO_DONE)
        return data_missing(program, status);
    status = write_text(program, &text, path);
    if (status == RECTO_DONE && !to_stdout)
        report_say(&program->report,
                   &(struct saying){RECTO_INFO, "J0204", path,
                                    pool_fmt(pool, "fill it in, then `recto %s`", path)},
                   "written");
    return status;
}
