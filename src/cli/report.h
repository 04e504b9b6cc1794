/* SPDX-License-Identifier: MIT */
/* cli/report.h — prints findings: for people, for editors, for machines. */
#ifndef RECTO_CLI_REPORT_H
#define RECTO_CLI_REPORT_H

#include <recto/recto.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

#include "cli/pool.h"

struct paint;
struct placeless;

enum report_form {
    REPORT_HUMAN, /* with the line, a caret and the hint */
    REPORT_SHORT, /* one line a finding, as compilers write */
    REPORT_JSON,  /* one object a line */
    REPORT_SARIF  /* one SARIF 2.1.0 log for the whole run */
};

struct report {
    enum report_form form;
    const struct paint *paint;
    FILE *to;
    FILE *also; /* gets every finding as JSON, with commas between; NULL: nothing does */
    struct pool *pool;
    int columns;     /* of the terminal */
    bool quiet;      /* errors only */
    bool notes;      /* findings of the least level as well */
    bool open;       /* SARIF: the log has begun */
    size_t results;  /* printed so far */
    size_t count[3]; /* by level, printed or not */
    bool part; /* of one document: what names no file waits, as others may say the same */
    struct pool kept; /* what waits lives in it */
    struct placeless *waiting, *told;
};

/* "human", "short" …; false where `name` is none. */
bool report_form_find(const char *name, enum report_form *form);
/* For human readers on a terminal, else short; colours by `colour`: "auto", "always", "never". */
void report_begin(struct report *report, struct pool *pool, const char *form,
                  const char *colour);
/* Print the findings of a job. */
void report_findings(struct report *report, recto_job *job);
/* A report like `report`, for one document in a thread, which still wants a `pool` and a
 * stream `to`; report_join puts what was written there into the whole, prints once what
 * several documents say without naming a file, and ends the part. */
struct report report_part(const struct report *report);
void report_join(struct report *report, struct report *part, const char *text,
                 size_t length);
/* Print one finding. */
void report_diag(struct report *report, const recto_diag *diag);
/* Something that the program itself has to say. */
struct saying {
    recto_level level;
    const char *code, *file, *hint; /* the latter two may be "" */
};
void report_say(struct report *report, const struct saying *saying, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void report_vsay(struct report *report, const struct saying *saying, const char *format,
                 va_list args) __attribute__((format(printf, 3, 0)));
/* Print how the pages were filled; `file` is the input. Nothing if nothing was laid out. */
void report_fit(struct report *report, const char *file, recto_job *job);
/* To be called last. */
void report_end(struct report *report);

/* "error", "warning", "note". */
const char *report_level_name(recto_level level);

/* The forms, one file each. */
void report_human(struct report *report, const recto_diag *diag);
void report_short(struct report *report, const recto_diag *diag);
void report_json(struct report *report, const recto_diag *diag);
void report_json_fit(struct report *report, const char *file, const char *json);
void report_sarif(struct report *report, const recto_diag *diag);
void report_sarif_begin(struct report *report);
void report_sarif_end(struct report *report);

#endif
