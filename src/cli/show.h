/* SPDX-License-Identifier: MIT */
/* cli/show.h — what a render puts into a nameless file for the page of `recto serve`. */
#ifndef RECTO_CLI_SHOW_H
#define RECTO_CLI_SHOW_H

#include "cli/manifest.h"

#define SHEETS_MAX ((size_t)64) /* that the page shows; the PDF has all */

/* Written by the render. */
struct show {
    FILE *to;
    FILE *list; /* of findings, as JSON */
    char *findings;
    size_t findings_size;
    size_t pages;
    int64_t ms;
};

/* Begin to write to `to`; the findings of `program` go there from now on. False where memory is
 * out. */
bool show_begin(struct show *show, struct program *program, FILE *to);
/* Put the pages of a document that was written. */
void show_put(struct program *program, recto_job *job, int64_t ms);
/* Put how it ended, and close all. */
void show_end(struct program *program, recto_status status);
/* For who could not do so: a state with nothing but a finding. */
void show_failure(FILE *to, const char *source, const char *text);

/* Read by the server: bytes in the file that was mapped. */
struct piece {
    const char *p;
    size_t n;
};

struct shown {
    struct piece state; /* JSON */
    struct piece pdf;   /* empty where nothing was written */
    struct piece sheets[SHEETS_MAX];
    size_t sheet_count;
};

struct shown show_read(const char *bytes, size_t length);

#endif
