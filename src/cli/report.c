/* SPDX-License-Identifier: MIT */
/* cli/report.c — prints findings: chooses the form, and writes the two that people read. */
#include "cli/report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/caret.h"
#include "cli/glyphs.h"
#include "cli/paint.h"
#include "cli/pool.h"

#define USUAL_COLUMNS 100 /* where the width of the terminal is not known */

static const char *const form_names[] = {
    [REPORT_HUMAN] = "human",
    [REPORT_SHORT] = "short",
    [REPORT_JSON] = "json",
    [REPORT_SARIF] = "sarif",
};

bool report_form_find(const char *name, enum report_form *form)
{
    for (size_t i = 0; i < sizeof form_names / sizeof *form_names; i++)
        if (strcmp(name, form_names[i]) == 0) {
            *form = (enum report_form)i;
            return true;
        }
    return false;
}

const struct paint *paint_colours(void)
{
    static const struct paint colours = {
        .bold = "\033[1m",
        .level = {"\033[1;36m", "\033[1;35m", "\033[1;31m"},
        .caret = "\033[1;32m",
        .faint = "\033[2m",
        .end = "\033[0m",
    };
    return &colours;
}

const struct paint *paint_none(void)
{
    static const struct paint none = {
        "", {"", "", ""},
         "", "", ""
    };
    return &none;
}

static bool wants_colour(const char *when, bool terminal)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return terminal && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}

static int columns_of(int fd)
{
#ifdef TIOCGWINSZ
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
#endif
    (void)fd;
    return USUAL_COLUMNS;
}

void report_begin(struct report *report, struct pool *pool, const char *form,
                  const char *colour)
{
    bool terminal = isatty(STDERR_FILENO);
    report->to = stderr;
    report->pool = pool;
    report->columns = columns_of(STDERR_FILENO);
    report->paint = wants_colour(colour, terminal) ? paint_colours() : paint_none();
    report->form = terminal ? REPORT_HUMAN : REPORT_SHORT;
    (void)report_form_find(form, &report->form);
}

const char *report_level_name(recto_level level)
{
    switch (level) {
    case RECTO_INFO:
        return "note";
    case RECTO_WARNING:
        return "warning";
    case RECTO_ERROR:
        break;
    }
    return "error";
}

/* file:line:col: warning: text [CODE], without a line end. */
static void put_head(struct report *report, const recto_diag *d)
{
    const struct paint *p = report->paint;
    fputs(p->bold, report->to);
    glyphs_print(report->to, *d->file ? d->file : "recto");
    if (d->line && d->column)
        fprintf(report->to, ":%u:%u", d->line, d->column);
    else if (d->line)
        fprintf(report->to, ":%u", d->line);
    fprintf(report->to, ":%s %s%s:%s ", p->end, p->level[d->level],
            report_level_name(d->level), p->end);
    glyphs_print(report->to, d->text);
    fprintf(report->to, " %s[%s]%s", p->faint, d->code, p->end);
}

void report_short(struct report *report, const recto_diag *diag)
{
    put_head(report, diag);
    if (*diag->hint) {
        fputs(": ", report->to);
        glyphs_print(report->to, diag->hint);
    }
    putc('\n', report->to);
}

void report_human(struct report *report, const recto_diag *diag)
{
    put_head(report, diag);
    putc('\n', report->to);
    caret_print(report->to, diag, report->columns, report->paint);
    if (!*diag->hint)
        return;
    fprintf(report->to, "%s      hint:%s ", report->paint->faint, report->paint->end);
    glyphs_print(report->to, diag->hint);
    putc('\n', report->to);
}

/* A finding that names no file. */
struct placeless {
    struct placeless *next;
    recto_diag diag;
};

static void keep(struct pool *pool, struct placeless **list, const recto_diag *diag)
{
    struct placeless *p = pool_alloc(pool, sizeof *p);
    p->diag = *diag;
    p->diag.code = pool_copy(pool, diag->code, strlen(diag->code));
    p->diag.text = pool_copy(pool, diag->text, strlen(diag->text));
    p->diag.hint = pool_copy(pool, diag->hint, strlen(diag->hint));
    p->diag.file = p->diag.source_line = "";
    while (*list)
        list = &(*list)->next;
    *list = p;
}

static bool is_told(const struct report *report, const recto_diag *diag)
{
    for (const struct placeless *p = report->told; p; p = p->next)
        if (p->diag.level == diag->level && strcmp(p->diag.text, diag->text) == 0)
            return true;
    return false;
}

static void put_also(const struct report *report, const recto_diag *diag)
{
    struct report also = *report;
    also.to = report->also;
    if (report->count[RECTO_INFO] + report->count[RECTO_WARNING] +
        report->count[RECTO_ERROR])
        putc(',', also.to);
    report_json(&also, diag);
}

void report_diag(struct report *report, const recto_diag *diag)
{
    if (report->part && !*diag->file) {
        keep(&report->kept, &report->waiting, diag);
        return;
    }
    static void (*const forms[])(struct report *, const recto_diag *) = {
        [REPORT_HUMAN] = report_human,
        [REPORT_SHORT] = report_short,
        [REPORT_JSON] = report_json,
        [REPORT_SARIF] = report_sarif,
    };
    if (report->also)
        put_also(report, diag);
    report->count[diag->level]++;
    bool machine = report->form == REPORT_JSON || report->form == REPORT_SARIF;
    if (report->quiet && diag->level != RECTO_ERROR)
        return;
    bool done =
        diag->code[0] == 'P'; /* to the author's text, which is never done in silence */
    if (diag->level == RECTO_INFO && !report->notes && !machine && !done)
        return;
    forms[report->form](report, diag);
    report->results++;
}

void report_findings(struct report *report, recto_job *job)
{
    const recto_diag *diags;
    size_t n = recto_job_diags(job, &diags);
    for (size_t i = 0; i < n; i++)
        report_diag(report, &diags[i]);
}

void report_vsay(struct report *report, const struct saying *saying, const char *format,
                 va_list args)
{
    recto_diag diag = {
        .code = saying->code,
        .level = saying->level,
        .file = saying->file,
        .text = pool_vfmt(report->pool, format, args),
        .hint = saying->hint,
        .source_line = "",
    };
    report_diag(report, &diag);
}

void report_say(struct report *report, const struct saying *saying, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report_vsay(report, saying, format, args);
    va_end(args);
}

void report_fit(struct report *report, const char *file, recto_job *job)
{
    const char *json = recto_job_report(job);
    if (!json)
        return;
    if (report->form == REPORT_JSON || report->form == REPORT_SARIF) {
        if (report->form == REPORT_JSON)
            report_json_fit(report, file, json);
        return;
    }
    fputs(report->paint->bold, report->to);
    glyphs_print(report->to, file);
    fprintf(report->to, ":%s\n%s", report->paint->end, recto_job_report_text(job));
}

struct report report_part(const struct report *report)
{
    struct report part = *report;
    part.open = true; /* the log begins and ends in the whole */
    part.part = true;
    part.results = 0;
    memset(part.count, 0, sizeof part.count);
    return part;
}

void report_join(struct report *report, struct report *part, const char *text,
                 size_t length)
{
    for (const struct placeless *p = part->waiting; p; p = p->next)
        if (!is_told(report, &p->diag)) {
            keep(report->pool, &report->told, &p->diag);
            report_diag(report, &p->diag);
        }
    pool_free(&part->kept);
    if (report->form == REPORT_SARIF && part->results) {
        report_sarif_begin(report);
        if (report->results)
            putc(',', report->to);
    }
    fwrite(text, 1, length, report->to);
    report->results += part->results;
    for (size_t i = 0; i < sizeof report->count / sizeof *report->count; i++)
        report->count[i] += part->count[i];
}

void report_end(struct report *report)
{
    if (report->form == REPORT_SARIF)
        report_sarif_end(report);
}
