/* SPDX-License-Identifier: MIT */
/* source/marks.h — what may stand inside a line that Markdown's parser must not see. */
#ifndef RECTO_SOURCE_MARKS_H
#define RECTO_SOURCE_MARKS_H

#include "source/cook.h"

/* A stretch of text without blank lines and code blocks, under repair. */
struct marks {
    const struct cook *k;
    struct str text;
    struct cooked out;
    size_t end;         /* of the stretch */
    size_t done;        /* all before is written; what follows stands as it is up to here */
    bool strong;        /* inside **…**, as far as a count tells */
    size_t no_ticks[4]; /* a run of so many backticks has no partner from here on */
};

/* Each looks at offset `i` and gives the length of what it has dealt with; 0 where it takes nothing.
 * What it changes it writes, between marks_flush and a new `done`; what stays it need not copy. */
typedef size_t marker(struct marks *m, size_t i);

/* Write all before `at` that is not written yet. */
void marks_flush(struct marks *m, size_t at);

marker marks_math, marks_address, marks_emphasis;

/* The formula between dollars that begins at `i` and ends before `end`; its length is 0 where there
 * is none, as with prices. */
struct formula {
    size_t from, to; /* without the dollars */
    size_t length;   /* with them */
};

struct formula marks_formula(struct str text, size_t i, size_t end);

#endif
