/* SPDX-License-Identifier: MIT */
/* source/align.h — where the parser's inlines stand in its text. */
#ifndef RECTO_SOURCE_ALIGN_H
#define RECTO_SOURCE_ALIGN_H

#include "base/str.h"

/* The parser gives places of lines and blocks; its columns inside paragraphs go wrong behind
 * escapes, entities, cells and later lines. So we walk along the text: each function is told what
 * the parser found next and moves `at` behind it. */
struct align {
    struct str text;
    size_t at;      /* here */
    size_t end;     /* of the block */
    int quotes;     /* how many quote marks its lines may begin with */
    size_t *budget; /* steps that may still be searched where the walk has lost its way */
};

/* A range of the text. */
struct range {
    size_t from, to;
};

/* Behind `literal`, which begins at `at`; SIZE_MAX where it does not stand there. */
size_t align_behind(const struct align *al, size_t at, struct str literal);
struct range align_text(struct align *al, struct str literal);
/* A soft or hard line break, with the white space and quote marks of the next line. */
struct range align_break(struct align *al);
struct range align_code(struct align *al);
struct range align_html(struct align *al, struct str literal);
/* `[^label]`. */
struct range align_note(struct align *al);
/* `n` bytes of a delimiter `c`, nearest from here; gives where they begin. */
size_t align_delimiter(struct align *al, char c, size_t n);
/* `](address "title")`, `][name]` or `]` behind a link's text. */
void align_link_tail(struct align *al);

/* Decode the entity that `s` begins with into `out`: gives its length in `s`, and how many bytes
 * it stands for in `*n`; 0 where it is none. Lives in the parser's door, who knows them all. */
size_t align_entity_at(struct str s, char out[16], size_t *n);

#endif
