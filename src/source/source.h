/* SPDX-License-Identifier: MIT */
/* source/source.h — one file read: front matter and blocks. */
#ifndef RECTO_SOURCE_SOURCE_H
#define RECTO_SOURCE_SOURCE_H

#include "source/block.h"
#include "source/yaml.h"

/* Limits on input, told with S-codes; beyond them reading stops or flattens. */
/* A study is a few kB: 4 MiB is a mistake or an attack. */
#define SOURCE_MAX_BYTES (4u << 20)
#define SOURCE_MAX_NESTING 64 /* deeper quotes and lists are flattened */

struct source {
    struct str name;          /* as the user gave it */
    struct str bytes;         /* after repair: valid UTF-8, LF, no BOM, no NUL */
    const struct yaml *front; /* front matter, NULL where there is none */
    const struct block *root; /* BLOCK_DOCUMENT; footnotes are its last children */
};

/* Read a document. Cannot fail: what is wrong becomes diagnostics and a sensible stand-in.
 * Repairs of the bytes keep line numbers; columns count the author's own bytes where possible. */
const struct source *source_parse(struct arena *a, struct str name, struct str bytes,
                                  struct diags *d);

#endif
