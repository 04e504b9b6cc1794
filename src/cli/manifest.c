/* SPDX-License-Identifier: MIT */
/* cli/manifest.c — a line of JSON for every output of a run. */
#include "cli/manifest.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "cli/json.h"

static const char *name_of(struct program *program)
{
    const char *name = program->args.value[OPTION_MANIFEST];
    return pool_fmt(&program->pool, "“%s”", name);
}

recto_status manifest_open(struct program *program)
{
    const char *name = program->args.value[OPTION_MANIFEST];
    if (!name)
        return RECTO_DONE;
    program->record = strcmp(name, "-") == 0 ? stdout : fopen(name, "w");
    return program->record ? RECTO_DONE : world_failed(program, name_of(program), errno);
}

recto_status manifest_close(struct program *program, recto_status status)
{
    FILE *record = program->record;
    if (!record || record == stdout)
        return status;
    bool failed = ferror(record) != 0;
    program->record = NULL;
    if (fclose(record) == 0 && !failed)
        return status;
    return world_failed(program, name_of(program), errno);
}

static const char *level_of(recto_level level)
{
    return level == RECTO_INFO ? "info" : report_level_name(level);
}

/* The findings of a document, as `recto inspect` gives them. */
static void put_findings(FILE *to, recto_job *job)
{
    const recto_diag *diags;
    size_t n = recto_job_diags(job, &diags);
    fputs("\"diagnostics\":[", to);
    for (size_t i = 0; i < n; i++) {
        const recto_diag *d = &diags[i];
        fputs(i ? ",{" : "{", to);
        json_field(to, "code", d->code);
        fprintf(to, ",\"level\":\"%s\",\"line\":%u,\"column\":%u,", level_of(d->level),
                d->line, d->column);
        json_field(to, "text", d->text);
        putc(',', to);
        json_field(to, "hint", d->hint);
        putc('}', to);
    }
    putc(']', to);
}

static void put_line(FILE *to, recto_job *job, const struct input *input,
                     const struct made *made, int64_t ms)
{
    uint64_t hash = recto_job_hash(job);
    size_t pages = recto_job_pages(job);
    putc('{', to);
    json_field(to, "input", input->path);
    fputs(",\"output\":", to);
    if (made->path)
        json_string(to, made->path);
    else
        fputs("null", to);
    if (hash)
        fprintf(to, ",\"hash\":\"%016" PRIx64 "\"", hash);
    else
        fputs(",\"hash\":null", to);
    if (pages)
        fprintf(to, ",\"pages\":%zu", pages);
    else
        fputs(",\"pages\":null", to);
    fprintf(to, ",\"status\":%d,\"unchanged\":%s,", made->status,
            made->unchanged ? "true" : "false");
    put_findings(to, job);
    fprintf(to, ",\"ms\":%" PRId64 "}\n", ms);
}

void manifest_put(struct program *program, recto_job *job, const struct input *input,
                  const struct made *made, size_t n, int64_t ms)
{
    for (size_t i = 0; i < n && program->record; i++)
        put_line(program->record, job, input, &made[i], ms);
}

void made_list_add(struct pool *pool, struct made_list *list, struct made made)
{
    if (list->n == list->cap) {
        size_t cap = list->cap ? 2 * list->cap : 4;
        struct made *at = pool_alloc(pool, cap * sizeof *at);
        if (list->n)
            memcpy(at, list->at, list->n * sizeof *at);
        list->at = at;
        list->cap = cap;
    }
    list->at[list->n++] = made;
}
