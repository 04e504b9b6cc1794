/* SPDX-License-Identifier: MIT */
/* cli/names.h — where outputs go: beside the input, into a folder, by a pattern. */
#ifndef RECTO_CLI_NAMES_H
#define RECTO_CLI_NAMES_H

#include "cli/inputs.h"
#include "cli/nameset.h"

enum naming_kind {
    NAMING_BESIDE, /* beside the input, with its stem */
    NAMING_STDOUT,
    NAMING_FOLDER,  /* into a folder, with the stem of the input */
    NAMING_PATTERN, /* by words in braces */
    NAMING_FILE     /* as it was said */
};

#define FORMATS_MAX 8

struct naming {
    enum naming_kind kind;
    const char *out; /* as it was said */
    recto_format formats[FORMATS_MAX];
    size_t format_count;
    struct name_set taken, inputs;
};

/* Read -o and -t, and make the folder that is written to where there is none. RECTO_WRONG_USAGE and
 * a finding where they cannot be meant, above all where one file is named for several outputs. */
recto_status naming_read(struct program *program, const struct inputs *inputs,
                         struct naming *naming);

/* What is written into one file. */
struct leaf {
    recto_format format;
    size_t page, pages; /* of how many, from 1; both 0: all of them together */
};

/* The name of a file for one input. Folders below the one that was named are made where the input
 * lies in such folders or the pattern has some. RECTO_WRONG_USAGE and a finding where a name that was
 * said cannot hold what is to go there. */
recto_status naming_name(struct program *program, const struct naming *naming,
                         recto_job *job, const struct input *input, const struct leaf *leaf,
                         const char **name);
/* True where several pages of one document get names of their own. */
bool naming_counts_pages(const struct naming *naming);
/* Take a name for an output of `input`, "" where it is of none alone. RECTO_WRONG_USAGE and a finding
 * where another output has it, or an input would be replaced. Several documents may ask at once, each
 * in its turn: the first in order gets the name. */
recto_status naming_take(struct program *program, struct naming *naming, const char *input,
                         const char *name);
/* Make `folder` and those above it where they are not there. RECTO_WORLD_FAILED and a finding where
 * that cannot be. */
recto_status folder_make(struct program *program, const char *folder);
void naming_end(struct naming *naming);

/* Put values for the words in braces: {stem} of the input, {title} and {layout} of the document, {p}
 * and {0p} of the page; what is no single page drops these and the marks before them. RECTO_WRONG_USAGE
 * and a finding where a word is not known. */
recto_status pattern_expand(struct program *program, const char *pattern, recto_job *job,
                            const struct input *input, const struct leaf *leaf,
                            const char **name);
/* True where a pattern tells pages apart. */
bool pattern_counts_pages(const char *pattern);
/* The name of an input without folder and ending. */
const char *input_stem(struct pool *pool, const char *path);
/* Bytes of a path without the ending of its last part. */
size_t path_without_ending(const char *path);

#endif
