/* SPDX-License-Identifier: MIT */
/* model/section.h — which section a title names. */
#ifndef RECTO_MODEL_SECTION_H
#define RECTO_MODEL_SECTION_H

#include "model/study.h"

/* How sure it is that a title names a kind. */
enum section_trust {
    TRUST_NONE, /* SECTION_CUSTOM */
    TRUST_PART, /* a name stands at its start or end: "Results of the pilot" */
    TRUST_WHOLE /* it is a name, qualifiers and numbering left out */
};

struct section_match {
    enum section_kind kind;
    enum section_trust trust;
    uint32_t langs; /* bit i: a name in SECTION_LANGS[i] */
};

#define SECTION_LANG_COUNT 19
extern const char section_langs[SECTION_LANG_COUNT]
                               [8]; /* BCP 47, in the order of the bits */

/* The kind that `title` names, whatever its case, numbering, emoji and qualifiers. */
struct section_match section_match(struct arena *a, struct str title);

#endif
