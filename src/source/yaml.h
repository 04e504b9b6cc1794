/* SPDX-License-Identifier: MIT */
/* source/yaml.h — YAML as a tree of values with places; the door to libyaml. */
#ifndef RECTO_SOURCE_YAML_H
#define RECTO_SOURCE_YAML_H

#include "base/diag.h"
#include "base/str.h"

struct arena;

enum yaml_kind { YAML_NULL, YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
    enum yaml_kind kind;
    struct span span;
    struct str text; /* of a scalar, as written, without quotes */
    bool quoted;     /* "no" in quotes is text, no is a truth value */
    struct str key;  /* where this value stands in a map */
    struct span key_span;
    struct yaml *first, *next; /* of a list or map, in order */
};

/* Parse one document. `line_offset` is added to every line (front matter does not begin at line
 * 1). On a syntax error a diagnostic with line, column and what was expected is pushed and NULL
 * given. Anchors, tags and more than 64 levels are refused; aliases too. Duplicate keys: the last
 * wins, with a warning. Empty text gives an empty map. */
struct yaml *yaml_parse(struct arena *a, struct str bytes, uint32_t line_offset,
                        struct diags *d);
/* The same for people's front matter: `title: Answer Desk: faster replies` is read as the text that
 * is meant, with a warning, where YAML sees a map inside a line. */
struct yaml *yaml_parse_lenient(struct arena *a, struct str bytes, uint32_t line_offset,
                                struct diags *d);
/* The value of `key`, NULL where it is absent or `map` is no map. NULL allowed for `map`. */
const struct yaml *yaml_find(const struct yaml *map, struct str key);
/* By a dotted path, "page.top". */
const struct yaml *yaml_at(const struct yaml *map, struct str path);
/* The text of a scalar, else empty. NULL allowed. */
struct str yaml_text(const struct yaml *value);
/* true/yes/on → 1, false/no/off → 0, anything else → -1. */
int yaml_truth(const struct yaml *value);

#endif
