/* SPDX-License-Identifier: MIT */
/* block/rich.h — inline markup as styled stretches of text. */
#ifndef RECTO_BLOCK_RICH_H
#define RECTO_BLOCK_RICH_H

#include "block/set.h"

/* The inlines from `first` on, set in `role`. Links and references become children of `tag`.
 * Lives in s->a; addresses and words are borrowed from the study. */
struct rich rich_inlines(struct setter *s, const struct inline_node *first, enum role role,
                         struct tag *tag);
/* Plain text in `role`; white space is folded. */
struct rich rich_text(struct setter *s, struct str text, enum role role);
/* One stretch in `role`, to be changed and pushed by the caller. */
struct stretch rich_stretch(const struct setter *s, struct str text, enum role role);
/* Append one stretch; an empty one is left out. */
void rich_put(struct setter *s, struct rich *rich, struct stretch stretch);
/* Append the stretches of `more`. */
void rich_join(struct setter *s, struct rich *rich, const struct rich *more);
/* What `rich` says. */
struct str rich_said(struct arena *a, const struct rich *rich);
/* True for "+12.4%", "p95 = 78 ms", "38 min": a number that counts, written by itself. */
bool rich_is_metric(struct str text);

#endif
