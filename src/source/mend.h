/* SPDX-License-Identifier: MIT */
/* source/mend.h — menders: each looks at a line and takes those it knows how to repair. */
#ifndef RECTO_SOURCE_MEND_H
#define RECTO_SOURCE_MEND_H

#include "source/cook.h"

struct mender {
    const struct cook *k;
    struct lines lines;
    struct str text;
    struct cooked out;
    struct str unclosed;   /* name of a tag whose end was looked for in vain */
    size_t unclosed_until; /* up to here */
};

/* Write the lines from `i` on as they are meant and give their number; 0 where there is nothing to
 * mend, and nothing written. */
typedef size_t mend(struct mender *m, size_t i);

mend mend_break, mend_html, mend_table, mend_heading, mend_rule, mend_list;

/* Line `i` as it stands, with its line feed. */
void mend_copy(struct mender *m, size_t i);
/* Up to the first byte behind quote marks and white space. */
void mend_copy_lead(struct mender *m, size_t i);
/* An empty line inside the quotes of line `i`. */
void mend_blank(struct mender *m, size_t i);
/* A line of our own inside those quotes, in place of line `i`. */
void mend_put(struct mender *m, size_t i, struct str line);
/* True where line `i` holds text that a paragraph may be made of: not blank, not code. */
bool mend_is_text(const struct mender *m, size_t i);
struct span mend_span(const struct mender *m, size_t from, size_t to);

#endif
