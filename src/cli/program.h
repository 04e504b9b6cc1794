/* SPDX-License-Identifier: MIT */
/* cli/program.h — one run of the program, and the table of its commands. */
#ifndef RECTO_CLI_PROGRAM_H
#define RECTO_CLI_PROGRAM_H

#include <recto/catalog.h>
#include <recto/recto.h>

#include "cli/args.h"
#include "cli/report.h"

struct config;
struct crew;
struct input;
struct opener;
struct opening;
struct program;
struct show;
struct stale;

/* What came of the documents of a run. */
struct tally {
    size_t documents, failed, written, unchanged;
};

/* A file that somebody looked for, and its state before that. */
struct noted {
    const struct noted *before;
    const char *path;
    uint64_t state;
    bool list; /* of documents: what it says of those that were there before stays */
};

/* What is left to do with a document once its bytes are made; see document_leaves. */
struct leftover {
    recto_status (*finish)(struct program *program, recto_job *job,
                           const struct input *input, void *state); /* NULL: nothing */
    void *state;
};

struct program {
    struct pool pool;
    struct args args;
    struct report report;
    struct config *configs; /* read so far */
    struct tally tally;
    /* Whose fonts and layouts all documents share; NULL: the run makes one. */
    recto_job *like;
    /* Takes lines of the manifest, or of the ledger; NULL where none is kept. */
    FILE *record;
    struct opener *opener; /* opens what stands in `opening`; both NULL without --open */
    struct opening *opening;
    struct stale *stale; /* files to be removed in the end; NULL where none are */
    struct show *show;   /* takes pages and findings for `recto serve`; else NULL */
    bool keeps_reads;    /* what is read is noted, by jobs and in `noted` */
    const struct noted *noted;
    int argc; /* as main got them */
    char **argv;
    /* The thread that a document is worked on in; NULL where there is only one. */
    struct crew *crew;
    size_t item;
    struct leftover leftover; /* what is left to do with it */
};

struct command {
    enum command_id id;
    const char *name;
    const char *operands; /* "FILE...", as help prints them */
    size_t least, most;   /* of them */
    const char *values;   /* of them, as in struct option */
    const char *about;    /* one clause */
    const char *more;     /* what its help adds; may be "" */
    recto_status (*run)(struct program *program);
};

const struct command *command_at(enum command_id id);
/* NULL where `name` is none. */
const struct command *command_find(const char *name);

/* One function a command, each in a file of its own. */
#define X(id, name, operands, least, most, values, about, more) \
    recto_status cmd_##name(struct program *program);
#include "cli/commands.def"
#undef X

/* Read settings and see that operands and options go together. Another status than RECTO_DONE, and
 * a finding, where they do not. */
recto_status program_begin(struct program *program);
/* Note, where that is wanted, that `path` is about to be looked for. */
void program_note(struct program *program, const char *path);
/* The same of a folder whose documents are meant. */
void program_note_list(struct program *program, const char *folder);
/* Report what is wrong with the command line; gives RECTO_WRONG_USAGE, to return at
 * once. */
recto_status usage_wrong(struct program *program, const char *hint, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* A hint “did you mean “X”?”; `otherwise` where `near` is NULL or "". */
const char *did_you_mean(struct program *program, const char *near, const char *otherwise);
/* Report that something could not be made or written; gives RECTO_WORLD_FAILED. */
recto_status world_failed(struct program *program, const char *what, int error);

/* If `status` says that recto's own files are not found, report that; gives `status`. */
recto_status data_missing(struct program *program, recto_status status);

/* A job with the options of the command line, of the environment and of `config` (NULL: those of the
 * current folder); NULL, and `*status` and a finding, where one of them is wrong. `like` may be
 * NULL: a job whose fonts are shared. */
recto_job *job_of(struct program *program, recto_job *like, const struct config *config,
                  recto_status *status);
/* A sink that prints to standard output through stdio; failures show in main. */
recto_sink sink_to_stdout(void);
/* A sink that collects into `text`. */
recto_sink sink_to_text(struct textbuf *text);
/* Print rows of fields parted by tabs: in columns on a terminal, as they are elsewhere. */
void print_rows(struct program *program, const char *rows);

#endif
