/* SPDX-License-Identifier: MIT */
/* source/cooked.h — text with small repairs that still knows where each byte stood. */
#ifndef RECTO_SOURCE_COOKED_H
#define RECTO_SOURCE_COOKED_H

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"

/* From `at` in the cooked text on, bytes stood at `from` in the source: one after the other, or
 * all of them there, where they were put in. */
struct cooked_piece {
    size_t at, from; /* `at` first, for vec_index_at */
    bool put;
};

/* What one pass of repairs makes of the text of the pass before. */
struct cooked {
    struct strbuf text;
    VEC(struct cooked_piece) pieces;
    const struct cooked *before; /* NULL for the first */
};

/* The source from `from` on, nothing repaired yet. */
struct cooked cooked_source(struct arena *a, struct str bytes, size_t from);
/* An empty text to be made out of `before`, which is borrowed. */
struct cooked cooked_after(struct arena *a, const struct cooked *before);
/* Append the bytes [from, to) of the text before. */
void cooked_copy(struct cooked *c, size_t from, size_t to);
/* Append `s`, which stands for what is at `at` in the text before. */
void cooked_put(struct cooked *c, struct str s, size_t at);
/* Where in the source the byte at `at` stood; behind the last for the end of the text. */
size_t cooked_origin(const struct cooked *c, size_t at);
static inline struct str cooked_str(const struct cooked *c)
{
    return strbuf_str(&c->text);
}

/* Line starts of a text, to turn offsets into spans. */
struct places {
    struct str text;
    VEC(size_t) lines;
};

struct places places_of(struct arena *a, struct str text);
/* Offset of a 1-based line and column, clamped to the text. */
size_t places_offset(const struct places *p, size_t line, size_t column);
/* The span of the bytes [from, to); an empty range gives the one place. */
struct span places_span(const struct places *p, size_t from, size_t to);

#endif
