/* SPDX-License-Identifier: MIT */
/* cli/program.c — what several commands need. */
#include "cli/program.h"

#include <errno.h>
#include <recto/reads.h>
#include <string.h>
#include <unistd.h>

#include "cli/glyphs.h"
#include "cli/settings.h"

#define COLUMNS_MAX 8 /* fields of a row that are aligned */

static void note(struct program *program, const char *path, bool list)
{
    if (!program->keeps_reads)
        return;
    for (const struct noted *n = program->noted; n; n = n->before)
        if (strcmp(n->path, path) == 0)
            return;
    struct noted *noted = pool_alloc(&program->pool, sizeof *noted);
    *noted = (struct noted){program->noted, path, recto_file_state(path), list};
    program->noted = noted;
}

void program_note(struct program *program, const char *path)
{
    note(program, path, false);
}

void program_note_list(struct program *program, const char *folder)
{
    note(program, folder, true);
}

recto_status usage_wrong(struct program *program, const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report_vsay(&program->report, &(struct saying){RECTO_ERROR, "J0201", "", hint}, format,
                args);
    va_end(args);
    return RECTO_WRONG_USAGE;
}

const char *did_you_mean(struct program *program, const char *near, const char *otherwise)
{
    return near && *near ? pool_fmt(&program->pool, "did you mean “%s”?", near) : otherwise;
}

/* The system's words, begun as all findings are. */
static const char *reason_of(struct pool *pool, int error)
{
    if (error == EBADF)
        return "it is closed"; /* as it was when the program began */
    char *text = pool_fmt(pool, "%s", error ? strerror(error) : "it failed");
    if (*text >= 'A' && *text <= 'Z' && text[1] >= 'a' && text[1] <= 'z')
        *text = (char)(*text - 'A' + 'a');
    return text;
}

recto_status world_failed(struct program *program, const char *what, int error)
{
    report_say(&program->report, &(struct saying){RECTO_ERROR, "J0105", "", ""},
               "cannot write %s: %s", what, reason_of(&program->pool, error));
    return RECTO_WORLD_FAILED;
}

recto_status data_missing(struct program *program, recto_status status)
{
    if (status == RECTO_WORLD_FAILED)
        report_say(
            &program->report,
            &(struct saying){RECTO_ERROR, "J0107", "",
                             "set RECTO_DATA to the folder that holds layouts/ and fonts/"},
            "the folder of layouts and fonts is not found");
    return status;
}

recto_job *job_of(struct program *program, recto_job *like, const struct config *config,
                  recto_status *status)
{
    recto_job *job = like ? recto_job_new_like(like) : recto_job_new();
    if (!job) {
        report_say(&program->report, &(struct saying){RECTO_ERROR, "J0104", "", ""},
                   "memory is out");
        *status = RECTO_WORLD_FAILED;
        return NULL;
    }
    *status = program->keeps_reads ? recto_job_keep_reads(job) : RECTO_DONE;
    if (*status == RECTO_DONE)
        *status = settings_put(program, job, config ? config : program->configs);
    if (*status == RECTO_DONE)
        return job;
    report_findings(&program->report, job);
    recto_job_free(job);
    return NULL;
}

static int write_stdout(void *user, const void *bytes, size_t length)
{
    (void)user;
    return fwrite(bytes, 1, length, stdout) != length;
}

recto_sink sink_to_stdout(void)
{
    return (recto_sink){write_stdout, NULL};
}

static int write_text(void *user, const void *bytes, size_t length)
{
    textbuf_put(user, bytes, length);
    return 0;
}

recto_sink sink_to_text(struct textbuf *text)
{
    return (recto_sink){write_text, text};
}

/* The field at `row`, which ends at a tab or line end. */
static const char *field_of(struct program *program, const char *row, size_t *length)
{
    *length = strcspn(row, "\t\n");
    return pool_copy(&program->pool, row, *length);
}

static void measure_columns(struct program *program, const char *rows, int widths[])
{
    size_t column = 0, length;
    for (const char *p = rows; *p; p += length + 1) {
        int width = glyphs_width(field_of(program, p, &length));
        if (column < COLUMNS_MAX && p[length] == '\t' && width > widths[column])
            widths[column] = width;
        column = p[length] == '\t' ? column + 1 : 0;
        if (!p[length])
            return;
    }
}

void print_rows(struct program *program, const char *rows)
{
    int widths[COLUMNS_MAX] = {0};
    if (!isatty(STDOUT_FILENO)) {
        fputs(rows, stdout);
        return;
    }
    measure_columns(program, rows, widths);
    size_t column = 0, length;
    for (const char *p = rows; *p; p += length + 1) {
        const char *field = field_of(program, p, &length);
        glyphs_print(stdout, field);
        if (p[length] == '\t' && column < COLUMNS_MAX)
            printf("%*s", widths[column] - glyphs_width(field) + 2, "");
        else
            putchar('\n');
        column = p[length] == '\t' ? column + 1 : 0;
        if (!p[length])
            return;
    }
}
