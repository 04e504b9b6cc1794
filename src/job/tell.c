/* SPDX-License-Identifier: MIT */
/* job/tell.c — findings in order of place, in the public form. */
#include <stdlib.h>

#include "base/arena.h"
#include "job/stage.h"

static int by_place(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    if (a->span.line != b->span.line)
        return a->span.line < b->span.line ? -1 : 1;
    if (a->span.column != b->span.column)
        return a->span.column < b->span.column ? -1 : 1;
    int order = (int)a->code - (int)b->code;
    return order ? order : str_cmp(a->text, b->text);
}

void job_sort_findings(struct recto_job *job)
{
    if (job->diags.list.n)
        qsort(job->diags.list.at, job->diags.list.n, sizeof(struct diag), by_place);
}

/* Line `number` of the source, without its end. */
static struct str source_line(struct str bytes, uint32_t number)
{
    struct str line = {NULL, 0};
    for (uint32_t i = 0; i < number && (bytes.p || i == 0); i++)
        line = str_cut(&bytes, '\n');
    return line;
}

/* 1-based columns in bytes to 1-based columns in characters; any byte of a character will do, as
 * the end of a span is its last byte. */
static uint32_t column_in_characters(struct str line, uint32_t column)
{
    uint32_t n = 0;
    for (size_t i = 0; i < column && i < line.n; i++)
        n += ((unsigned char)line.p[i] & 0xC0) != 0x80;
    return column > line.n ? n + (uint32_t)(column - line.n) : n;
}

/* The rooms below cannot see the public names. */
_Static_assert(RECTO_OK == RECTO_DONE && RECTO_BAD_INPUT == RECTO_INPUT_UNUSABLE &&
                   RECTO_USAGE == RECTO_WRONG_USAGE && RECTO_STRICT == RECTO_WARNINGS &&
                   RECTO_OVER_BUDGET == RECTO_TOO_LONG &&
                   RECTO_CHECK_FAILED == RECTO_FOUND && RECTO_WORLD == RECTO_WORLD_FAILED,
               "base/diag.h and recto/diag.h number statuses alike");
_Static_assert(DIAG_INFO == (int)RECTO_INFO && DIAG_WARNING == (int)RECTO_WARNING &&
                   DIAG_ERROR == (int)RECTO_ERROR,
               "base/diag.h and recto/diag.h number levels alike");

static recto_diag public_form(struct recto_job *job, const struct diag *d)
{
    struct arena *a = job->arena;
    bool own = job->source && str_eq(d->file, job->diags.file);
    struct str line = own ? source_line(job->source->bytes, d->span.line) : S("");
    struct str last = own ? source_line(job->source->bytes, d->span.end_line) : S("");
    return (recto_diag){
        .code = diag_row(d->code)->id,
        .level = (recto_level)d->level,
        .file = str_cstr(a, d->file),
        .line = d->span.line,
        .column = own ? column_in_characters(line, d->span.column) : d->span.column,
        .end_line = d->span.end_line,
        .end_column =
            own ? column_in_characters(last, d->span.end_column) : d->span.end_column,
        .text = str_cstr(a, d->text),
        .hint = str_cstr(a, d->hint),
        .source_line = str_cstr(a, line),
    };
}

void job_tell(struct recto_job *job)
{
    job_sort_findings(job);
    job->told.n = 0;
    for (size_t i = 0; i < job->diags.list.n; i++)
        vec_push(job->arena, &job->told, public_form(job, &job->diags.list.at[i]));
}
