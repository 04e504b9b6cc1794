/* SPDX-License-Identifier: MIT */
/* cli/ledger.h — what a render reports to the process that watches: documents, and what
 * they depend on. */
#ifndef RECTO_CLI_LEDGER_H
#define RECTO_CLI_LEDGER_H

#include "cli/manifest.h"

/* A file in the state in which it was read; 0: it was not there. */
struct sighting {
    const char *path;
    uint64_t state;
};

struct sightings {
    struct sighting *at;
    size_t n, cap;
};

/* One document, as a render left it. */
struct entry {
    const char *path;
    bool told; /* this run has typeset it, and all below is known */
    int status;
    size_t pages;
    int64_t ms;
    struct word_list outputs;
    struct sightings reads;
    struct word_list changed; /* of those, since; filled by the watcher */
    bool due;
};

struct ledger {
    struct pool pool;
    struct sightings common; /* all documents depend on these settings */
    struct sightings lists;  /* folders whose documents are meant */
    struct entry *entries;   /* all that the command line means, in its order */
    size_t n, cap;
};

/* Written by the render: the documents that there are; what one came to, for documents_run; what all
 * depend on. */
void ledger_put_inputs(struct program *program, const struct inputs *inputs);
void ledger_put(struct program *program, recto_job *job, const struct input *input,
                const struct made *made, size_t n, int64_t ms);
void ledger_put_common(struct program *program);

/* Read by the watcher. What is cut off in the middle is left out. */
void ledger_read(struct ledger *ledger, const char *bytes, size_t length);
/* Add a document of which nothing is known yet; `path` is borrowed. */
void ledger_add(struct ledger *ledger, const char *path);
void ledger_free(struct ledger *ledger);
/* The entry of a document; NULL where there is none. */
struct entry *ledger_find(const struct ledger *ledger, const char *path);

void sightings_add(struct pool *pool, struct sightings *list, const char *path,
                   uint64_t state);

#endif
