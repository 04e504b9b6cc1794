/* SPDX-License-Identifier: MIT */
/* book/portfolio.h — what a portfolio file says: the studies of a book, in parts. */
#ifndef RECTO_BOOK_PORTFOLIO_H
#define RECTO_BOOK_PORTFOLIO_H

#include "base/diag.h"
#include "base/vec.h"

struct arena;

/* More than any person has done; each is held in memory until the book is written. */
#define PORTFOLIO_STUDIES_MAX 5000

enum portfolio_form {
    PORTFOLIO_TEXT,
    PORTFOLIO_TEXTS, /* one, or a list of them */
    PORTFOLIO_SWITCH,
    PORTFOLIO_LIST
};

#define IN_BOOK 1u
#define IN_PART 2u
#define IN_STUDY 4u

/* A row of portfolio.def. */
struct portfolio_key {
    const char *name;
    enum portfolio_form form;
    unsigned in;
    const char *help;
};
const struct portfolio_key *portfolio_keys(size_t *count);

enum said { SAID_NOT, SAID_YES, SAID_NO };

/* What may be said for all studies, or for one. Texts are empty where nothing was said. */
struct study_wish {
    struct str layout, pages, overflow, variant;
    VEC(struct str) redact;
};

struct portfolio_study {
    struct str file; /* as written */
    struct str sentence, metric;
    struct study_wish wish; /* its own over the book's */
    size_t part;            /* index into parts */
    struct span span;
};

struct portfolio_part {
    struct str name, letter, about; /* empty name: the studies of no part */
    struct span span;
};

struct portfolio {
    struct str title, author, line, date, lang, palette, paper;
    VEC(struct str) contact;
    enum said cover, contents, dividers, gray;
    struct study_wish wish;
    VEC(struct portfolio_part) parts;
    VEC(struct portfolio_study) studies; /* in the order of the book */
};

/* Read a portfolio. Wrong keys and values are told with line, column and “did you mean”;
 * RECTO_BAD_INPUT where there are any, or no study. Lives in `a`, borrows `bytes`. */
RECTO_MUST_USE recto_status portfolio_read(struct arena *a, struct str bytes,
                                           struct portfolio *out, struct diags *d);

#endif
