/* SPDX-License-Identifier: MIT */
/* source/inline.h — inlines while they are made: with offsets instead of spans. */
#ifndef RECTO_SOURCE_INLINE_H
#define RECTO_SOURCE_INLINE_H

#include "source/align.h"
#include "source/block.h"
#include "source/cook.h"

/* An inline and where it stands in the cooked text. All inlines are made as these. */
struct raw {
    struct inline_node node;
    size_t from, to;
    bool html; /* an INLINE_TEXT that is a tag */
};

static inline struct raw *raw_of(struct inline_node *node)
{
    return (struct raw *)(void *)node;
}

/* What the making of inlines is told. */
struct inlines_context {
    const struct cook *k;
    const struct cooked *text;
    size_t *budget; /* see struct align */
};

struct raw *inline_new(struct arena *a, enum inline_kind kind, size_t from, size_t to);
/* Turn tags, ~~, attributes and marks among the inlines of `block` into what they mean; trims their
 * ends. What stands in braces at the end, behind a space or a heading's text, is the block's. */
void inlines_mend(const struct inlines_context *c, struct block *block);
/* Give every inline its span. */
void inlines_place(const struct inlines_context *c, struct inline_node *first);

/* The steps of inlines_mend, each over one row of siblings. */
void inlines_html(const struct inlines_context *c, struct inline_node **first);
void inlines_strike(const struct inlines_context *c, struct inline_node **first);
void inlines_attrs(const struct inlines_context *c, struct inline_node **first,
                   struct block *block);
/* Part a text at `at` bytes: the second half becomes its next sibling and is given. */
struct inline_node *inline_split(const struct inlines_context *c, struct inline_node *node,
                                 size_t at);

/* Characters for a formula's TeX: Greek, operators, raised and lowered digits. */
struct str math_text(struct arena *a, struct str tex);
/* Read `{.class key=value}`, without its braces, into `*attrs`, behind what it holds. */
void attrs_read(struct arena *a, struct str s, struct attrs *attrs);

#endif
