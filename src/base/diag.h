/* SPDX-License-Identifier: MIT */
/* base/diag.h — what recto has to say about its input: rows with a code, a place and a hint. */
#ifndef RECTO_BASE_DIAG_H
#define RECTO_BASE_DIAG_H

#include "base/str.h"
#include "base/vec.h"

struct arena;

/* A place in the source: 1-based lines, 1-based columns in bytes; the end is inclusive. All zero:
 * the file as a whole. */
struct span {
    uint32_t line, column;
    uint32_t end_line, end_column;
};

enum diag_level { DIAG_INFO, DIAG_WARNING, DIAG_ERROR };

/* How a run ends: the exit codes of the program, which include/recto/diag.h numbers and names for
 * its users. job/tell.c asserts that both agree. */
typedef int recto_status;
#define RECTO_OK 0
#define RECTO_BAD_INPUT 1
#define RECTO_USAGE 2
#define RECTO_STRICT 3
#define RECTO_OVER_BUDGET 4
#define RECTO_CHECK_FAILED 5
#define RECTO_WORLD 6

#define RECTO_MUST_USE __attribute__((warn_unused_result))

/* One row a diagnostic, kept by room: base/diag/ROOM.def */
#define X(code, level, title, hint) D_##code,
enum diag_code {
#include "base/diag/all.def"
    DIAG_CODES
};
#undef X

struct diag {
    enum diag_code code;
    enum diag_level level;
    struct str file; /* name as the user gave it */
    struct span span;
    struct str text; /* lower case, no full stop */
    struct str hint; /* may be empty */
};

/* The row of a code. */
struct diag_row {
    const char *id; /* "M0104" */
    enum diag_level level;
    const char *title; /* what the code is about, one clause */
    const char *hint;  /* what to write instead; may be "" */
};

const struct diag_row *diag_row(enum diag_code code);
/* By "M0104"; NULL where there is none. */
const struct diag_row *diag_row_find(struct str id);

/* A list of findings about one file. */
struct diags {
    struct arena *a;
    struct str file; /* the file that spans speak of */
    VEC(struct diag) list;
    size_t dropped; /* findings beyond DIAGS_MAX */
};

struct diags diags_at(struct arena *a, struct str file);

/* Add a finding; its level and hint are the row's. One that repeats another (code, file,
 * place, text) is dropped. More than DIAGS_MAX findings are counted, not kept. */
void diag_push(struct diags *d, enum diag_code code, struct span span, const char *format,
               ...) __attribute__((format(printf, 4, 5)));
/* The same with a hint of its own. */
void diag_push_hint(struct diags *d, enum diag_code code, struct span span, struct str hint,
                    const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Add a finding about the world (a file, a font, a library) and return `status`, so that
 * callers can write `return diag_fail(…)`. */
RECTO_MUST_USE recto_status diag_fail(struct diags *d, enum diag_code code,
                                      recto_status status, struct span span,
                                      const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#define DIAGS_MAX 1000 /* a hostile file must not fill memory with complaints */

#define RECTO_TRY(expr)                    \
    do {                                   \
        recto_status try_status_ = (expr); \
        if (try_status_ != RECTO_OK)       \
            return try_status_;            \
    } while (0)

/* The level of the gravest finding; DIAG_INFO where there is none. */
enum diag_level diags_worst(const struct diags *d);

/* From the start of `a` to the end of `b`. */
struct span span_join(struct span a, struct span b);

#endif
