/* SPDX-License-Identifier: MIT */
/* model/front.h — the keys of the front matter. */
#ifndef RECTO_MODEL_FRONT_H
#define RECTO_MODEL_FRONT_H

#include "model/facts/facts.h"

enum front_form {
    FRONT_TEXT,
    FRONT_NAMES, /* a list of names, or one */
    FRONT_MAP,
    FRONT_ANY,
    FRONT_OTHER
};

struct front_key {
    const char *name;
    enum front_form form;
    const char *help; /* empty for FRONT_OTHER */
};

/* The table of keys, for schema and help. */
const struct front_key *front_keys(size_t *count);

/* Tell of keys nobody knows, with what may have been meant, and of values of the wrong form. A key
 * that gave one of `facts` is known. */
void front_check(struct arena *a, const struct yaml *front, const struct facts *facts,
                 struct diags *d);
/* Fill title, subtitle, kicker, author, role, date, lang, description and keywords of `study`. */
void front_fill(struct arena *a, const struct yaml *front, struct study *study);

/* Whether `role:` says who the author is, to be set beside the name; else it is a fact. */
bool front_role_is_authors(struct arena *a, const struct yaml *front);

/* Whether `key` is one of those that make variants, which a variant itself cannot have. */
bool front_makes_variants(struct str key);

/* Whether `key` at the top level of front matter has a meaning of its own, such as title. */
bool front_is_key(struct str key);

#endif
