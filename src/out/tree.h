/* SPDX-License-Identifier: MIT */
/* out/tree.h — the structure tree together with the content of each element. */
#ifndef RECTO_OUT_TREE_H
#define RECTO_OUT_TREE_H

#include "draw/display.h"

enum kid_kind {
    KID_TAG,     /* an element: `index` in display.tags */
    KID_CONTENT, /* what follows the TAG_BEGIN at `index` of the ops of `page` */
    KID_LINK     /* the LINK at `index` of the ops of `page` */
};

struct kid {
    enum kid_kind kind;
    uint32_t page;
    uint32_t index;
};

struct element {
    VEC(struct kid) kids; /* in reading order */
    bool hung;            /* is a kid of its parent */
    bool turned;          /* words of it run right to left */
    bool boxed; /* of a figure with content: where it stands on the page it begins on */
    uint32_t page;
    struct rect box;
};

/* What hangs below each tag, by its index in display.tags. */
struct tree {
    const struct display *display;
    struct element *elements;
};

/* Elements stand in the order of the tags, content between them in the order of the pages. Lives
 * in `a`. */
struct tree tree_build(struct arena *a, const struct display *display);

/* True for a figure that is one drawing and whose marked content can say what its words say
 * together. Words from right to left cannot: poppler would turn the replacement around. */
bool tree_is_drawing(const struct tree *tree, const struct tag *tag);

/* True for a row of a table, a paragraph or a list whose words marked content says
 * together. */
bool tree_says_all(const struct tag *tag);
/* The one of these that `tag` is or stands in, else NULL. Cells stand in columns and tiles beside each other, and programs that go by position
 * may read all values first, all labels then. Words from right to left: as above. */
const struct tag *tree_whole(const struct tree *tree, const struct tag *tag);

/* What the op covers [mpt, sheet coordinates]. */
struct rect op_bounds(const struct op *op);

#endif
