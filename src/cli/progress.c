/* SPDX-License-Identifier: MIT */
/* cli/progress.c — how far a long run has come: a bar on a terminal, lines elsewhere. */
#include "cli/progress.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/documents.h"
#include "cli/glyphs.h"

#define BAR_EVERY 100   /* [ms] */
#define LINE_EVERY 5000 /* [ms]: a log of an hour has some hundred of them */
#define BAR_CELLS 24
#define FIGURES 40 /* columns of the count and the rate, at most */

void progress_begin(struct progress *progress, struct report *report, size_t total)
{
    const char *term = getenv("TERM");
    bool people = report->form == REPORT_HUMAN || report->form == REPORT_SHORT;
    *progress = (struct progress){.report = report, .total = total, .began = clock_ms()};
    progress->shown = progress->began;
    progress->silent = report->quiet || !people;
    progress->bar = isatty(STDERR_FILENO) && !(term && strcmp(term, "dumb") == 0);
}

double progress_rate(size_t done, int64_t ms)
{
    return ms > 0 ? (double)done * 1000.0 / (double)ms : 0.0;
}

/* As much of the end of `path` as has room: folders are what can be spared. */
static void put_path(FILE *to, const char *path, int room)
{
    while (*path && glyphs_width(path) > room)
        (void)glyph_next(&path);
    glyphs_print(to, path);
}

static void show_bar(struct progress *p, size_t done, const char *path)
{
    FILE *to = p->report->to;
    size_t filled = p->total ? done * BAR_CELLS / p->total : 0;
    fputs("\r[", to);
    for (size_t i = 0; i < BAR_CELLS; i++)
        putc(i < filled ? '#' : '.', to);
    fprintf(to, "] %zu/%zu  %.0f/s  ", done, p->total,
            progress_rate(done, p->shown - p->began));
    put_path(to, path, p->report->columns - BAR_CELLS - FIGURES);
    fputs("\033[K", to);
    fflush(to);
    p->visible = true;
}

void progress_show(struct progress *progress, size_t done, const char *path)
{
    int64_t now = clock_ms();
    if (progress->silent ||
        now - progress->shown < (progress->bar ? BAR_EVERY : LINE_EVERY))
        return;
    progress->shown = now;
    if (progress->bar)
        show_bar(progress, done, path);
    else
        fprintf(progress->report->to, "%zu of %zu documents, %.0f/s\n", done,
                progress->total, progress_rate(done, now - progress->began));
}

void progress_hide(struct progress *progress)
{
    if (progress->visible)
        fputs("\r\033[K", progress->report->to);
    progress->visible = false;
}
