/* SPDX-License-Identifier: MIT */
/* source/cmark_memory.h — memory for cmark, given back as a whole; for the door's files only. */
#ifndef RECTO_SOURCE_CMARK_MEMORY_H
#define RECTO_SOURCE_CMARK_MEMORY_H

#include <cmark-gfm.h>

#include "base/heap.h"

struct arena;

/* All that cmark asks for between begin and end of one tree. */
struct cmark_memory {
    struct arena *a; /* jumps when memory is out; NULL: the process ends */
    struct heap heap;
    struct cmark_memory *outer; /* of a tree that is being read meanwhile */
};

/* From here on this thread's trees live in `m`, which is empty. */
void cmark_memory_begin(struct cmark_memory *m, struct arena *a);
/* Give everything back, and go on with the tree that was being read before. May be called twice. */
void cmark_memory_end(struct cmark_memory *m);
/* What a parser has to be made with. */
cmark_mem *cmark_memory_calls(void);

/* Run `make`, which fills a list of cmark's own that lasts as long as the process. It asks for its
 * memory in no parser's name: where there is none, the process ends with a word and exit code 6,
 * as cmark would abort it. */
void cmark_memory_lasting(void (*make)(void));

#endif
