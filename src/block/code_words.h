/* SPDX-License-Identifier: MIT */
/* block/code_words.h — comments and keywords in a line of code. */
#ifndef RECTO_BLOCK_CODE_WORDS_H
#define RECTO_BLOCK_CODE_WORDS_H

#include "base/str.h"
#include "base/vec.h"

struct arena;
struct code_language;

enum code_word { CODE_COMMENT, CODE_KEYWORD };

/* Bytes [start, end) of a line. */
struct code_span {
    size_t start, end;
    enum code_word kind;
};

struct code_spans {
    VEC(struct code_span) list;
};

/* The language that the words behind a fence name; NULL where it is not known. */
const struct code_language *code_language_find(struct arena *a, struct str info);
/* What stands out in `line`, from left to right; nothing where the language is NULL. Lives in
 * `a`. Lines are read by themselves: a comment over several lines is not seen. */
struct code_spans code_words(struct arena *a, const struct code_language *language,
                             struct str line);

#endif
