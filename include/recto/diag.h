/* SPDX-License-Identifier: MIT */
/* recto/diag.h — diagnostics, and the status of a call. */
#ifndef RECTO_DIAG_H
#define RECTO_DIAG_H

#include <stdint.h>

/* The status of every call, and the exit status of the program. */
typedef int recto_status;
enum {
    RECTO_DONE = 0,
    RECTO_INPUT_UNUSABLE = 1,
    RECTO_WRONG_USAGE = 2,
    RECTO_WARNINGS = 3,    /* there are warnings, and "strict" is set */
    RECTO_TOO_LONG = 4,    /* the study does not fit its page budget */
    RECTO_FOUND = 5,       /* recto_job_check found errors */
    RECTO_WORLD_FAILED = 6 /* a file, folder, font or device failed, or memory is out */
};

typedef enum recto_level { RECTO_INFO, RECTO_WARNING, RECTO_ERROR } recto_level;

/* One diagnostic. All strings are NUL-terminated UTF-8, and none is NULL. */
typedef struct recto_diag {
    const char *code; /* "M0104" */
    recto_level level;
    const char *file;
    uint32_t line, column; /* 1-based, column in characters; 0: the file as a whole */
    uint32_t end_line, end_column;
    const char *text, *hint; /* hint may be "" */
    const char *source_line; /* the line as the author wrote it, "" if there is none */
} recto_diag;

#endif
