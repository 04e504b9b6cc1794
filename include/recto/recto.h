/* SPDX-License-Identifier: MIT */
/* recto/recto.h — typeset a Markdown case study from C. */
#ifndef RECTO_RECTO_H
#define RECTO_RECTO_H

#include <stddef.h>
#include <stdint.h>

#include "recto/diag.h"

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define RECTO_API __attribute__((visibility("default")))
#else
#define RECTO_API
#endif

/* One document. Jobs are independent: two may run in two threads. */
typedef struct recto_job recto_job;

/* Takes `length` bytes; gives 0, or non-zero to stop with status 6. */
typedef struct recto_sink {
    int (*write)(void *user, const void *bytes, size_t length);
    void *user;
} recto_sink;

/* NULL only when memory is out. */
RECTO_API recto_job *recto_job_new(void);
/* A job that shares fonts and layouts with `other`, which must outlive it: cheaper than a new one.
 * Jobs that share may run in several threads. */
RECTO_API recto_job *recto_job_new_like(recto_job *other);
/* Any flag by its long name without dashes ("layout", "pages", "paper", "root", "set"), before the
 * source is read. Status 2 and a diagnostic where key or value is unknown. */
RECTO_API recto_status recto_job_set(recto_job *job, const char *key, const char *value);
/* Where something was said; what comes later here goes over what comes earlier, the layout stands
 * between configuration and front matter, and that before the environment. */
typedef enum recto_origin {
    RECTO_FROM_CONFIG, /* of what is set twice here, the later holds */
    RECTO_FROM_ENVIRONMENT,
    RECTO_FROM_FLAG
} recto_origin;

/* A key as recto_job_set knows it, its value, and where they stand: `file` NULL, line and column 0
 * where they stand in none. */
typedef struct recto_setting {
    const char *key, *value;
    recto_origin origin;
    const char *file;
    uint32_t line, column;
} recto_setting;

/* The same as recto_job_set with a place, and below or above what the document says. */
RECTO_API recto_status recto_job_put(recto_job *job, const recto_setting *setting);
/* The settings of a `recto.yaml`, in its order; of a list each item, of a map under `set` each as
 * "set" with "key=value". Borrowed from the job. Status 1 or 6 and a finding where it cannot be
 * read. */
RECTO_API recto_status recto_job_read_config(recto_job *job, const char *path,
                                             const recto_setting **first, size_t *count);
/* The value that holds for "layout", "pages", "paper" … of this job, as text, and in `origin`
 * (NULL allowed) "preset", "config", "front matter" or "flag"; NULL for what is none of them;
 * borrowed. */
RECTO_API const char *recto_job_setting(recto_job *job, const char *key,
                                        const char **origin);
/* Read a file ("-": standard input), or `length` bytes that are called `name` in messages. */
RECTO_API recto_status recto_job_read_file(recto_job *job, const char *path);
RECTO_API recto_status recto_job_read(recto_job *job, const void *bytes, size_t length,
                                      const char *name);
/* Lay out and judge; RECTO_FOUND where there are errors, RECTO_WARNINGS where there are warnings
 * under "strict"; the findings tell more. */
RECTO_API recto_status recto_job_check(recto_job *job);
/* Make what the next call of recto_job_write, _write_file or _write_files in this format writes: what it
 * then takes is the time of the sink or of the disk. */
RECTO_API recto_status recto_job_make(recto_job *job, const char *format);
/* Lay out if need be and write as "pdf", "trace", "json", "txt" …; all or nothing is the sink's
 * business: it is called once the whole output is known to be good. "svg" and "png" hold one page a
 * file: of several pages this is status 2 and a finding. */
RECTO_API recto_status recto_job_write(recto_job *job, const char *format, recto_sink sink);
/* The same into a file ("-": standard output), replaced whole or not at all; the input itself is
 * refused. */
RECTO_API recto_status recto_job_write_file(recto_job *job, const char *format,
                                            const char *path);
/* Lay out if need be, and put the number of files that `format` takes into `count`: 1, or one a
 * page; 0 where it fails. */
RECTO_API recto_status recto_job_files(recto_job *job, const char *format, size_t *count);
/* Write the one of that number, from 0, into a sink; or all of them into files: no file is touched
 * before all of them are known to be good. */
RECTO_API recto_status recto_job_write_page(recto_job *job, const char *format, size_t page,
                                            recto_sink sink);
RECTO_API recto_status recto_job_write_files(recto_job *job, const char *format,
                                             const char *const *paths, size_t count);
/* The number of files that `format` takes, where the file at `path` is whole and number `page` (from
 * 0) of what would be written, down to options, pictures, layout and fonts: nothing need be laid out
 * to know. 0 where it is not, and for formats that do not tell what they were made of: all but "pdf",
 * "svg" and "png". */
RECTO_API size_t recto_job_is_written(recto_job *job, const char *format, size_t page,
                                      const char *path);
/* What a PDF tells of what it was made of; 0 where the document cannot be read. */
RECTO_API uint64_t recto_job_hash(recto_job *job);
/* Pages that the study fills; 0 before a layout. */
RECTO_API size_t recto_job_pages(recto_job *job);
/* Put `length` bytes into a file in the same way, `path` being any. */
RECTO_API recto_status recto_job_write_bytes(recto_job *job, const void *bytes,
                                             size_t length, const char *path);
/* The findings so far, in order of place; borrowed until the job is used or freed. */
RECTO_API size_t recto_job_diags(recto_job *job, const recto_diag **first);
/* The fit report as JSON, and in words; NULL before a layout; borrowed. */
RECTO_API const char *recto_job_report(recto_job *job);
RECTO_API const char *recto_job_report_text(recto_job *job);
/* "title", "author", "surname", "role", "date", "layout", "variant" ("default" where none was asked
 * for) or any other key of the front matter of the document that was read, as plain text, for file
 * names; NULL for any other word, and before a document; borrowed. */
RECTO_API const char *recto_job_name(recto_job *job, const char *what);
/* NULL allowed. */
RECTO_API void recto_job_free(recto_job *job);

#ifdef __cplusplus
}
#endif

#endif
