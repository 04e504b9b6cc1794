/* SPDX-License-Identifier: MIT */
/* model/facts/facts.h — quick facts out of any notation; one file a notation, a row each. */
#ifndef RECTO_MODEL_FACTS_FACTS_H
#define RECTO_MODEL_FACTS_FACTS_H

#include "base/map.h"
#include "model/study.h"

/* What a notation is told about the place it is asked at. */
struct facts_context {
    enum section_kind section; /* kind of the section the blocks stand in */
    bool before_sections;      /* between the title and the first section */
};

struct facts {
    VEC(struct fact) list;
    struct map told; /* key and value to the index of the first of the text that has both */
    struct facts_lines *lines; /* the paragraph that was looked at last; of lines.c */
};

/* Try to read facts at `block`, appending to `out`. Gives the number of sibling blocks that they
 * took, 0 where `block` does not begin facts. Words of the blocks that are in no fact go to
 * `*rest`. Order is kept, inline markup in values survives. */
size_t facts_read(struct arena *a, const struct block *block,
                  const struct facts_context *context, struct facts *out, struct str *rest,
                  struct diags *d);

/* Facts from front matter: the `facts:` map, and the known keys at the top level. */
void facts_from_front(struct arena *a, const struct yaml *front, struct facts *out,
                      struct diags *d);

/* True for "<Dates / weeks>", "TODO", "• • •", "a | b | c" choices and their like. */
bool text_is_placeholder(struct str text);

#endif
