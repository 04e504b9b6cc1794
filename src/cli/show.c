/* SPDX-License-Identifier: MIT */
/* cli/show.c — what a render puts into a nameless file for the page of `recto serve`.
 *
 * A piece is a letter, the number of its bytes, a NUL, and its bytes. */
#include "cli/show.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/json.h"

bool show_begin(struct show *show, struct program *program, FILE *to)
{
    *show = (struct show){.to = to};
    show->list = open_memstream(&show->findings, &show->findings_size);
    if (!show->list)
        return false;
    program->show = show;
    program->report.also = show->list;
    return true;
}

static void put_piece(FILE *to, char kind, const char *bytes, size_t n)
{
    fprintf(to, "%c%zu%c", kind, n, 0);
    fwrite(bytes, 1, n, to);
}

/* Each page as a picture. */
static void put_sheets(struct program *program, recto_job *job)
{
    size_t n = 0;
    recto_status status = recto_job_files(job, "svg", &n);
    for (size_t i = 0; i < n && i < SHEETS_MAX && status == RECTO_DONE; i++) {
        struct textbuf svg = textbuf_in(&program->pool);
        status = recto_job_write_page(job, "svg", i, sink_to_text(&svg));
        if (status == RECTO_DONE)
            put_piece(program->show->to, 'V', svg.p, svg.n);
    }
}

void show_put(struct program *program, recto_job *job, int64_t ms)
{
    struct show *show = program->show;
    struct textbuf pdf = textbuf_in(&program->pool);
    show->pages = recto_job_pages(job);
    show->ms = ms;
    if (recto_job_write(job, "pdf", sink_to_text(&pdf)) != RECTO_DONE)
        return;
    put_piece(show->to, 'P', pdf.p, pdf.n);
    put_sheets(program, job);
}

static void put_state(FILE *to, const struct show *show, const char *source, int status)
{
    char *text = NULL;
    size_t n = 0;
    FILE *state = open_memstream(&text, &n);
    if (!state)
        return;
    fputs("{\"source\":", state);
    json_string(state, source);
    fprintf(state,
            ",\"status\":%d,\"pages\":%zu,\"ms\":%" PRId64 ",\"when\":%" PRId64
            ",\"findings\":[",
            status, show->pages, show->ms, (int64_t)time(NULL));
    fwrite(show->findings, 1, show->findings_size, state);
    fputs("]}", state);
    fclose(state);
    put_piece(to, 'S', text, n);
    free(text);
}

void show_end(struct program *program, recto_status status)
{
    struct show *show = program->show;
    program->report.also = NULL;
    program->show = NULL;
    fclose(show->list);
    put_state(show->to, show, program->args.operands.at[0], (int)status);
    free(show->findings);
    fclose(show->to);
}

void show_failure(FILE *to, const char *source, const char *text)
{
    struct show show = {.to = to};
    FILE *list = open_memstream(&show.findings, &show.findings_size);
    if (!list)
        return;
    fputs("{\"level\":\"error\",\"code\":\"J0111\",\"file\":\"\",\"hint\":\"\",", list);
    json_field(list, "text", text);
    putc('}', list);
    fclose(list);
    put_state(to, &show, source, RECTO_WORLD_FAILED);
    free(show.findings);
}

struct shown show_read(const char *bytes, size_t length)
{
    struct shown shown = {.sheet_count = 0};
    const char *p = bytes, *end = bytes + length;
    while (p < end) {
        char kind = *p++;
        const char *nul = memchr(p, 0, (size_t)(end - p));
        size_t n = nul ? strtoull(p, NULL, 10) : 0;
        if (!nul || n > (size_t)(end - nul - 1))
            break;
        struct piece piece = {nul + 1, n};
        if (kind == 'S')
            shown.state = piece;
        else if (kind == 'P')
            shown.pdf = piece;
        else if (kind == 'V' && shown.sheet_count < SHEETS_MAX)
            shown.sheets[shown.sheet_count++] = piece;
        p = piece.p + n;
    }
    return shown;
}
