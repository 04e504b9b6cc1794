/* SPDX-License-Identifier: MIT */
/* recto/diag.h — what recto found, and how a run ends. */
#ifndef RECTO_DIAG_H
#define RECTO_DIAG_H

#include <stdint.h>

/* The exit codes of the program. */
typedef int recto_status;
enum {
    RECTO_DONE = 0,
    RECTO_INPUT_UNUSABLE = 1,
    RECTO_WRONG_USAGE = 2,
    RECTO_WARNINGS = 3,    /* under strict */
    RECTO_TOO_LONG = 4,    /* over the page budget */
    RECTO_FOUND = 5,       /* check found errors */
    RECTO_WORLD_FAILED = 6 /* a file, folder, font or device */
};

typedef enum recto_level { RECTO_INFO, RECTO_WARNING, RECTO_ERROR } recto_level;

/* All strings are NUL-terminated UTF-8. */
typedef struct recto_diag {
    const char *code; /* "M0104" */
    recto_level level;
    const char *file;
    uint32_t line, column; /* 1-based, columns in characters; 0: the file as a whole */
    uint32_t end_line, end_column;
    const char *text, *hint; /* hint may be "" */
    const char *source_line; /* the line as written, "" where there is none */
} recto_diag;

#endif
