/* SPDX-License-Identifier: MIT */
/* source/lines.h — the lines of a Markdown text, and which of them are code. */
#ifndef RECTO_SOURCE_LINES_H
#define RECTO_SOURCE_LINES_H

#include "base/str.h"
#include "base/vec.h"

struct line {
    size_t at, end; /* bytes [at, end), the line feed left out; first, for vec_index_at */
    size_t text; /* the first byte behind quote marks and white space; `end` where blank */
    int quotes;  /* how many '>' stand before it */
    int indent;  /* white space behind the last of them [columns, tabs to 4] */
    bool blank;
    bool code;     /* in a fenced or indented block; the fences count */
    bool fence;    /* the line that opens or closes one */
    bool indented; /* code by its indentation */
};

struct lines {
    struct str text; /* borrowed */
    VEC(struct line) list;
    /* The line of a fence that is never closed, SIZE_MAX where there is none. */
    size_t open_fence;
};

struct lines lines_of(struct arena *a, struct str text);
/* The line that holds the byte at `at`; the last for what lies behind it. There must be a line. */
size_t lines_index(const struct lines *l, size_t at);
/* What stands behind quote marks and white space. */
static inline struct str line_text(const struct lines *l, size_t i)
{
    const struct line *line = &l->list.at[i];
    return str_sub(l->text, line->text, line->end);
}
/* Length of a list marker at the start of `s` with the white space behind it: `- `, `12. `; 0 where
 * there is none. */
size_t list_marker(struct str s);

#endif
