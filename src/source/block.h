/* SPDX-License-Identifier: MIT */
/* source/block.h — a Markdown document as blocks and inlines, each with its place. */
#ifndef RECTO_SOURCE_BLOCK_H
#define RECTO_SOURCE_BLOCK_H

#include "base/diag.h"
#include "base/str.h"

/* Classes and keys written after a span or block, `{.metric good=down}`. */
struct attrs {
    struct str *classes; /* without the dot */
    size_t class_count;
    struct attr_pair {
        struct str key, value;
    } * pairs;
    size_t pair_count;
};

bool attrs_has(const struct attrs *attrs, struct str class_name);
/* Empty where the key is absent. */
struct str attrs_value(const struct attrs *attrs, struct str key);

enum inline_kind {
    INLINE_TEXT, /* text */
    INLINE_CODE, /* text */
    INLINE_MATH, /* text, without the dollars, Greek and operators already as characters */
    INLINE_SOFT_BREAK, /* a line end in the source: a space */
    INLINE_HARD_BREAK,
    INLINE_EMPH, /* children from here on */
    INLINE_STRONG,
    INLINE_STRIKE,
    INLINE_UNDERLINE,
    INLINE_SUB,
    INLINE_SUP,
    INLINE_KBD,
    INLINE_LINK,         /* children, url, title */
    INLINE_IMAGE,        /* children = alternative text, url, title */
    INLINE_SPAN,         /* children; carries attrs only */
    INLINE_FOOTNOTE_REF, /* text = label, number */
    INLINE_KINDS
};

struct inline_node {
    enum inline_kind kind;
    struct span span;
    struct str text;
    struct str url, title;
    int number; /* of a footnote, from 1 in order of first reference */
    bool bare;  /* a link whose text is its own address */
    struct attrs attrs;
    struct inline_node *first; /* children */
    struct inline_node *next;
};

enum block_kind {
    BLOCK_DOCUMENT,
    BLOCK_HEADING,   /* inlines, level 1-6 */
    BLOCK_PARAGRAPH, /* inlines */
    BLOCK_LIST,      /* items: ordered, start, tight */
    BLOCK_ITEM,      /* blocks; task */
    BLOCK_QUOTE,     /* blocks */
    BLOCK_ALERT, /* blocks; text = "note", "tip", "abstract" …; inlines = its title if any */
    BLOCK_CODE,  /* text, info */
    BLOCK_TABLE, /* rows; aligns, columns */
    BLOCK_ROW,   /* cells; header */
    BLOCK_CELL,  /* inlines */
    BLOCK_RULE,
    BLOCK_PAGE_BREAK, /* <!-- pagebreak -->, \newpage */
    BLOCK_FOOTNOTE,   /* blocks; text = label, number */
    BLOCK_HTML,       /* text: raw HTML that was not understood; reported */
    BLOCK_KINDS
};

enum task_state { TASK_NONE, TASK_OPEN, TASK_DONE };
enum column_align { ALIGN_DEFAULT, ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

struct block {
    enum block_kind kind;
    struct span span;
    struct block *first, *next, *parent;
    struct inline_node *inlines;
    struct str text, info;
    int level;                 /* of a heading */
    bool ordered, tight;       /* of a list */
    int start;                 /* first number of an ordered list */
    enum task_state task;      /* of an item */
    bool header;               /* of a row */
    enum column_align *aligns; /* of a table */
    size_t columns;
    int number; /* of a footnote */
    struct attrs attrs;
};

/* All text below, as a reader would say it: code, alternative texts and link texts included, a
 * space for every break. Lives in `a`. */
struct str inlines_text(struct arena *a, const struct inline_node *first);
struct str block_text(struct arena *a, const struct block *block);
/* Number of words in that text: runs of non-space characters with a letter or digit. */
size_t text_words(struct str text);

#endif
