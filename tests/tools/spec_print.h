/* SPDX-License-Identifier: MIT */
/* tools/spec_print.h — a study as the lines of a spec example. */
#ifndef RECTO_TOOLS_SPEC_PRINT_H
#define RECTO_TOOLS_SPEC_PRINT_H

#include "model/study.h"

/* The kinds of lines, as bits; their words are the first of each line. */
enum spec_kind {
    SPEC_TITLE,
    SPEC_SUBTITLE,
    SPEC_KICKER,
    SPEC_AUTHOR,
    SPEC_DATE,
    SPEC_LANG,
    SPEC_SECTION,
    SPEC_PART,
    SPEC_FACT,
    SPEC_METRIC,
    SPEC_DIAGRAM,
    SPEC_NODE,
    SPEC_EDGE,
    SPEC_LINK,
    SPEC_CONTACT,
    SPEC_OPTIONAL,
    SPEC_BLOCK,
    SPEC_INLINE,
    SPEC_DIAG,
    SPEC_KINDS
};

/* "title", "fact" … */
struct str spec_word(enum spec_kind kind);

/* What to print: kinds, and for which of them places, or words and texts that may be left out. */
struct spec_ask {
    unsigned kinds, places, words;
};

/* One line a thing, in the order of the kinds. */
struct str spec_print(struct arena *a, const struct study *study, const struct diags *d,
                      const struct spec_ask *ask);

#endif
