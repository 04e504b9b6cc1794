/* SPDX-License-Identifier: MIT */
/* source/reader.h — the state of one walk over the parser's tree; for the door's files only. */
#ifndef RECTO_SOURCE_READER_H
#define RECTO_SOURCE_READER_H

#include <cmark-gfm.h>

#include "source/align.h"
#include "source/cmark_memory.h"
#include "source/inline.h"
#include "source/source.h"

#define READER_DEPTH (SOURCE_MAX_NESTING + 2) /* containers, and the table or note inside */

/* cmark's tree, hung on the arena and given back as soon as it is read. */
struct foreign {
    struct cmark_memory memory;
    cmark_node *root;
    cmark_iter *iter;
};

struct reader {
    const struct cook *k;
    struct arena *a;
    const struct cooked *cooked;
    struct str text;      /* the same */
    struct places places; /* of the cooked text */
    struct inlines_context inlines;
    size_t budget;
    struct foreign *lib;
    struct block *stack[READER_DEPTH]; /* open containers; [0] is the document */
    struct block *last[READER_DEPTH];  /* their last children */
    size_t depth;
    int quotes;
    cmark_node *flattened; /* a container too deep to be kept */
    int notes;             /* footnotes seen */
    struct align row;      /* of the row being read */
};

/* `a` is where to jump when memory is out; NULL inside another walk. To be ended by reader_done. */
cmark_node *reader_parse(struct foreign *lib, struct arena *a, struct str text);
void reader_done(void *foreign);
struct str reader_literal(struct reader *r, cmark_node *node);
/* The inlines below `node`, whose text stands in [from, to), go to `b`. The walk goes on behind. */
void reader_inlines(struct reader *r, struct block *b, cmark_node *node,
                    struct range range);

#endif
