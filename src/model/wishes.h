/* SPDX-License-Identifier: MIT */
/* model/wishes.h — titles, facts and words as the author of a variant wants them. */
#ifndef RECTO_MODEL_WISHES_H
#define RECTO_MODEL_WISHES_H

#include "model/build.h"

/* New titles, by `rename:`. For drafts, before their parts are known: the kind stays. */
void wishes_rename(struct build *b);

/* Facts that b->wishes name leave; one that `facts:` of the front matter has takes the place of one of
 * the text with the same key, and tells so unless it says the same or is a variant's. For parts that are known,
 * before the study has them. */
void wishes_facts(struct build *b);

/* `emphasise:`: the metrics it names come first, in its order; other words are set strong wherever
 * the text has them, whole words in either case. Tells of what is neither (M0109). For a study that
 * has its metrics; blocks are changed in place, so they must be a copy. */
void wishes_emphasise(struct build *b);
bool wishes_to_emphasise(const struct yaml *front);

#endif
