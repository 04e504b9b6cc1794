/* SPDX-License-Identifier: MIT */
/* base/file.h — whole files in, whole files out. */
#ifndef RECTO_BASE_FILE_H
#define RECTO_BASE_FILE_H

#include "base/str.h"

struct arena;

enum file_status {
    FILE_OK,
    FILE_MISSING, /* no such file */
    FILE_IS_FOLDER,
    FILE_NOT_REGULAR, /* a device, socket or pipe */
    FILE_DENIED,      /* no permission */
    FILE_TOO_LARGE,   /* more than the limit that was given */
    FILE_OUTSIDE,     /* resolves to a place outside its root */
    FILE_NO_NAME,     /* too long for a name, or links that lead in a circle */
    FILE_FULL,        /* no space on the device */
    FILE_EXISTS,
    FILE_CLOSED, /* a stream that nobody reads, or that was never open */
    FILE_FAILED  /* anything else; errno says what */
};

/* The same in words, lower case, no full stop. */
const char *file_status_text(enum file_status status);

/* Read all of `path` (at most `limit` bytes) into `a`. The bytes are followed by a NUL that is
 * not counted. "-" is standard input. */
enum file_status file_read(struct arena *a, struct str path, size_t limit, struct str *out);
/* Map `path` read-only until the arena ends; for fonts and tables. */
enum file_status file_map(struct arena *a, struct str path, size_t limit, struct str *out);
/* Open below `root` only: `name` is taken relative to `root`, links are resolved, and the result
 * must lie below the resolved root. Reads like file_read. */
enum file_status file_read_below(struct arena *a, struct str root, struct str name,
                                 size_t limit, struct str *out);
/* Replace `path` by `bytes` whole or not at all: written beside it under another name, flushed to
 * the device, renamed. */
enum file_status file_replace(struct arena *a, struct str path, struct str bytes);
/* The same for `count` files, of which none is replaced before it and the next fifteen are complete: a disk that
 * fills up does not leave pages of two runs. `*at` is the file that failed. */
enum file_status file_replace_all(struct arena *a, const struct str *paths,
                                  const struct str *bytes, size_t count, size_t *at);
/* Write all to standard output. */
enum file_status file_to_stdout(struct str bytes);

bool file_is_folder(struct arena *a, struct str path);
bool file_exists(struct arena *a, struct str path);
/* True where both name one existing file. */
bool file_same(struct arena *a, struct str one, struct str other);
/* Names in a folder, sorted by bytes, without "." and ".."; false where it cannot be read. */
bool file_list(struct arena *a, struct str folder, struct str **names, size_t *count);
/* Parts of a path: slices of it. The folder of "x" is ".". */
struct str path_folder(struct str path);
struct str path_name(struct str path);
/* The name without its last extension. */
struct str path_stem(struct str path);
/* ".md" of "a/b.md", empty where there is none. */
struct str path_extension(struct str path);
struct str path_join(struct arena *a, struct str folder, struct str name);

#endif
