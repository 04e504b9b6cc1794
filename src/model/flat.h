/* SPDX-License-Identifier: MIT */
/* model/flat.h — inlines as one line of text in which every byte knows where it came from. */
#ifndef RECTO_MODEL_FLAT_H
#define RECTO_MODEL_FLAT_H

#include "base/vec.h"
#include "source/block.h"

/* Inlines nested deeper than this are read as plain text: no author writes them. */
#define FLAT_MAX_DEPTH 32

/* What holds for one byte of the text. */
enum flat_mark {
    FLAT_STRONG = 1,
    FLAT_CODE = 2,     /* code and math */
    FLAT_LINK = 4,     /* inside a link's text */
    FLAT_BREAK = 8,    /* this byte stands for a line end: ' ' soft, '\n' hard */
    FLAT_METRIC = 16,  /* under {.metric} */
    FLAT_NOMETRIC = 32 /* under {.nometric} */
};

/* From byte `at` on the text is that of `node`, until the next piece. */
struct flat_piece {
    size_t at; /* first, for vec_index_at */
    const struct inline_node *node;
    const struct attrs *attrs; /* of the nearest ancestor with {.metric}, else NULL */
};

struct flat {
    struct str text;
    const unsigned char *marks; /* one byte of enum flat_mark bits a byte of text */
    VEC(struct flat_piece) pieces;
};

/* Lay out `first` and its siblings. Images and footnote references give no text. */
struct flat flat_of(struct arena *a, const struct inline_node *first);

/* Plain text without places or marks, as from front matter. */
struct flat flat_plain(struct arena *a, struct str text);

/* The place of the bytes [from, to) in the source; all zero where there are none. */
struct span flat_span(const struct flat *flat, size_t from, size_t to);

/* The attributes of the {.metric} that covers byte `at`, NULL where there is none. */
const struct attrs *flat_attrs(const struct flat *flat, size_t at);

/* Copies of the inlines that gave the bytes [from, to) of flat_of(first), white space trimmed at
 * both ends. Nodes that are wholly inside are shared, the source tree is left as it is. NULL
 * where nothing is left. */
const struct inline_node *flat_slice(struct arena *a, const struct inline_node *first,
                                     size_t from, size_t to);

#endif
