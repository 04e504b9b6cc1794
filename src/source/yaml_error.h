/* SPDX-License-Identifier: MIT */
/* source/yaml_error.h — what libyaml complains about, in words that help. */
#ifndef RECTO_SOURCE_YAML_ERROR_H
#define RECTO_SOURCE_YAML_ERROR_H

#include "base/str.h"

struct arena;

struct yaml_problem {
    struct str text; /* libyaml's words; empty where the problem was told already */
    size_t at;       /* offset of the place in the text */
};

/* Our words for `problem`, and what to write instead. */
void yaml_explain(struct arena *a, struct str bytes, const struct yaml_problem *problem,
                  struct str *text, struct str *hint);
/* Where the problem is a colon inside a one-line value, give the text with that value in single
 * quotes and true. Columns before the value stay. */
bool yaml_quote_value(struct arena *a, struct str bytes, const struct yaml_problem *problem,
                      struct str *mended);

#endif
