/* SPDX-License-Identifier: MIT */
/* model/diagram/marked.h — the text of a block in which every byte knows its marks and place. */
#ifndef RECTO_MODEL_DIAGRAM_MARKED_H
#define RECTO_MODEL_DIAGRAM_MARKED_H

#include "base/vec.h"
#include "source/block.h"

enum mark {
    MARK_STRONG = 1,
    MARK_CODE = 2,
    MARK_KEY = 4, /* under {.key} */
    MARK_HARD = 8 /* a line end that the author asked for */
};

/* A half-open stretch of bytes of a marked text. */
struct stretch {
    size_t from, to;
};

struct marked {
    struct str text;            /* lines joined by '\n' */
    const unsigned char *marks; /* bits of enum mark, one byte a byte of text */
    bool fence; /* from a code block: columns and runs of spaces mean something */
    VEC(struct marked_place {
        size_t at;        /* from this byte on (first, for vec_index_at) … */
        struct span span; /* … the text is that of this place */
    })
    places;
};

/* The text of a paragraph, cell or code block. False where it holds what no diagram can carry: an
 * image, a footnote mark, or nesting beyond MARKED_MAX_DEPTH. Lives in `a`. */
bool marked_of(struct arena *a, const struct block *block, struct marked *out);

#define MARKED_MAX_DEPTH 32

/* Append `more` behind a line end. */
void marked_append(struct arena *a, struct marked *m, const struct marked *more);

/* The place of a stretch in the source; all zero where it is empty. */
struct span marked_span(const struct marked *m, struct stretch s);

struct str marked_text(const struct marked *m, struct stretch s);
struct stretch marked_all(const struct marked *m);
/* Without white space, no-break and zero-width ones included, at both ends. */
struct stretch marked_trim(const struct marked *m, struct stretch s);
/* True where every byte but white space bears `mark`; false for an empty stretch. */
bool marked_has(const struct marked *m, struct stretch s, enum mark mark);
bool marked_has_any(const struct marked *m, struct stretch s, enum mark mark);
/* The next line of `*rest`, which moves behind it. False at the end. */
bool marked_line(const struct marked *m, struct stretch *rest, struct stretch *line);

#endif
