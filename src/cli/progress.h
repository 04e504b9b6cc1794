/* SPDX-License-Identifier: MIT */
/* cli/progress.h — how far a long run has come. */
#ifndef RECTO_CLI_PROGRESS_H
#define RECTO_CLI_PROGRESS_H

#include <stdint.h>

#include "cli/report.h"

struct progress {
    struct report *report;
    size_t total;
    int64_t began, shown; /* [ms] */
    bool silent;          /* -q, or a form that programs read */
    bool bar;             /* on a terminal; else a line now and then */
    bool visible;
};

void progress_begin(struct progress *progress, struct report *report, size_t total);
/* Show that `done` documents are done and `path` is the one begun last; as often as is useful. */
void progress_show(struct progress *progress, size_t done, const char *path);
/* Clear the bar, before something else is printed and at the end. */
void progress_hide(struct progress *progress);
/* Documents per second; 0 where it is too early to tell. */
double progress_rate(size_t done, int64_t ms);

#endif
