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

/* One document, from its options to its pages:
 *
 *     recto_job *job = recto_job_new();
 *     recto_status status = recto_job_set(job, "pages", "1");
 *     if (status == RECTO_DONE)
 *         status = recto_job_read_file(job, "case.md");
 *     if (status == RECTO_DONE)
 *         status = recto_job_write_file(job, "pdf", "case.pdf");
 *     const recto_diag *diags;
 *     size_t count = recto_job_diags(job, &diags);
 *     … print them …
 *     recto_job_free(job);
 *
 * Jobs are independent: two of them may run in two threads, but one job belongs to one thread at a
 * time. Where a status is not RECTO_DONE, the diagnostics say why; only of a sink that stopped they
 * say nothing. */
typedef struct recto_job recto_job;

/* Where output goes. `write` takes `length` bytes and returns 0, or anything else to stop: the call
 * that was writing then returns RECTO_WORLD_FAILED. */
typedef struct recto_sink {
    int (*write)(void *user, const void *bytes, size_t length);
    void *user;
} recto_sink;

/* A new job, to be freed by recto_job_free. NULL only when memory is out. */
RECTO_API recto_job *recto_job_new(void);
/* A new job that shares loaded fonts and layouts with `other`, which must outlive it: cheaper than
 * recto_job_new. Jobs that share may still run in different threads. */
RECTO_API recto_job *recto_job_new_like(recto_job *other);
/* Set any flag of the command line, by its long name without dashes ("layout", "pages", "paper",
 * "root", "set"). Must be called before the source is read. RECTO_WRONG_USAGE if `key` is unknown or
 * `value` is not valid for it. */
RECTO_API recto_status recto_job_set(recto_job *job, const char *key, const char *value);
/* Where a setting comes from. From weakest to strongest: configuration, layout, front matter,
 * environment, flag. */
typedef enum recto_origin {
    RECTO_FROM_CONFIG, /* if the same key is set twice, the last one wins */
    RECTO_FROM_ENVIRONMENT,
    RECTO_FROM_FLAG
} recto_origin;

/* A key as recto_job_set knows it, its value, and where both were written; `file` is NULL, and line
 * and column are 0, if they were not written in a file. */
typedef struct recto_setting {
    const char *key, *value;
    recto_origin origin;
    const char *file;
    uint32_t line, column;
} recto_setting;

/* Like recto_job_set, for a setting of any origin: whether it overrides the document depends on
 * `setting->origin`. */
RECTO_API recto_status recto_job_put(recto_job *job, const recto_setting *setting);
/* Read the settings of a `recto.yaml` without applying them: one recto_setting per scalar, in the
 * order of the file. A list gives one per item; a map under `set` gives one "set" with "key=value"
 * per entry. The array is borrowed from the job. RECTO_WORLD_FAILED if the file cannot be read,
 * RECTO_INPUT_UNUSABLE if it cannot be understood. */
RECTO_API recto_status recto_job_read_config(recto_job *job, const char *path,
                                             const recto_setting **first, size_t *count);
/* The effective value of "layout", "pages", "paper" … as text, borrowed from the job; NULL if there
 * is no such key. `*origin` (`origin` may be NULL) becomes "preset", "config", "front matter" or
 * "flag". */
RECTO_API const char *recto_job_setting(recto_job *job, const char *key,
                                        const char **origin);
/* Read the document: a file ("-" is standard input), or `length` bytes that messages call `name`. */
RECTO_API recto_status recto_job_read_file(recto_job *job, const char *path);
RECTO_API recto_status recto_job_read(recto_job *job, const void *bytes, size_t length,
                                      const char *name);
/* Lay the document out and check it. RECTO_FOUND if there are errors, RECTO_WARNINGS if there are
 * warnings and "strict" is set; recto_job_diags lists them. */
RECTO_API recto_status recto_job_check(recto_job *job);
/* Prepare, in memory, what the next recto_job_write, _write_file or _write_files in `format` will
 * write, so that only the time of the sink or of the disk is left for that call. */
RECTO_API recto_status recto_job_make(recto_job *job, const char *format);
/* Write the document in `format`, "pdf", "trace", "json", "txt" …, laying it out first if that has
 * not been done. The sink is not called before the whole output is known to be good. Formats that
 * hold one page per file, "svg" and "png", give RECTO_WRONG_USAGE for a document of several pages:
 * see recto_job_write_files. */
RECTO_API recto_status recto_job_write(recto_job *job, const char *format, recto_sink sink);
/* The same into a file ("-" is standard output), which is replaced as a whole or not at all.
 * Refuses to replace the input. */
RECTO_API recto_status recto_job_write_file(recto_job *job, const char *format,
                                            const char *path);
/* Lay the document out if need be, and set `*count` to the number of files it takes in `format`: 1,
 * or one per page; 0 on failure. */
RECTO_API recto_status recto_job_files(recto_job *job, const char *format, size_t *count);
/* Write one of those files, number `page` counting from 0, into a sink; or all of them, `count` of
 * them, to `paths`. No file is touched before all of them are known to be good. */
RECTO_API recto_status recto_job_write_page(recto_job *job, const char *format, size_t page,
                                            recto_sink sink);
RECTO_API recto_status recto_job_write_files(recto_job *job, const char *format,
                                             const char *const *paths, size_t count);
/* Whether writing can be skipped. If the file at `path` is complete and is exactly what would be
 * written as file number `page` (from 0), with these options, pictures, layouts and fonts: the
 * number of files that `format` takes. Otherwise 0. Nothing is laid out to find out. Always 0 for
 * formats that do not record what they were made from: all but "pdf", "svg" and "png". */
RECTO_API size_t recto_job_is_written(recto_job *job, const char *format, size_t page,
                                      const char *path);
/* Whether the file at `path` is complete and unchanged since recto wrote it as file number `page` (from
 * 0) of some document: the number of files that document took. Otherwise 0; always 0 for formats that
 * do not take one file per page. */
RECTO_API size_t recto_job_wrote(recto_job *job, const char *format, size_t page,
                                 const char *path);
/* The hash of all inputs that a PDF of this document would record; 0 if the document cannot be
 * read. */
RECTO_API uint64_t recto_job_hash(recto_job *job);
/* Number of pages; 0 before the document has been laid out. */
RECTO_API size_t recto_job_pages(recto_job *job);
/* Write any bytes to a file, replaced as a whole or not at all, like recto_job_write_file. */
RECTO_API recto_status recto_job_write_bytes(recto_job *job, const void *bytes,
                                             size_t length, const char *path);
/* The diagnostics so far, ordered by place; returns how many. Borrowed until the next call on this
 * job. */
RECTO_API size_t recto_job_diags(recto_job *job, const recto_diag **first);
/* How the pages were filled, as JSON and in words; NULL before the document has been laid out.
 * Borrowed until the job is freed. */
RECTO_API const char *recto_job_report(recto_job *job);
RECTO_API const char *recto_job_report_text(recto_job *job);
/* A word of the document as plain text, for use in file names: "title", "author", "surname", "role",
 * "date", "layout", "variant" ("default" if none was chosen), or any other key of its front matter.
 * NULL for anything else, and before a document has been read. Borrowed. */
RECTO_API const char *recto_job_name(recto_job *job, const char *what);
/* Free a job and all that was borrowed from it. NULL is allowed. */
RECTO_API void recto_job_free(recto_job *job);

#ifdef __cplusplus
}
#endif

#endif
