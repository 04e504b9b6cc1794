/* SPDX-License-Identifier: MIT */
/* model/title.h — "Case Study — Answer Desk" as a kicker and a title. */
#ifndef RECTO_MODEL_TITLE_H
#define RECTO_MODEL_TITLE_H

#include "base/str.h"

/* Where the parts of a written title stand in it [bytes]. */
struct title_parts {
    size_t kicker_from, kicker_to; /* equal: there is no kicker */
    size_t from, to;               /* of the title itself; equal: "Case Study —" alone */
};

/* Cut "Case Study:", "[Case Study]", "Title (a case study)" and the like off, in all languages of
 * assets/sections.yaml. */
struct title_parts title_parts(struct arena *a, struct str title);
/* True where `title` says "Case Study" and nothing else: the title itself stands elsewhere. */
bool title_is_kicker(struct arena *a, struct str title);

#endif
