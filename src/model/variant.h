/* SPDX-License-Identifier: MIT */
/* model/variant.h — one source, several studies: tailored variants. */
#ifndef RECTO_MODEL_VARIANT_H
#define RECTO_MODEL_VARIANT_H

#include "model/outline.h"

/* The variant to read: `asked` by an option, else what `variant:` says; empty where none is. */
struct str variant_chosen(const struct yaml *front, struct str asked);

/* The front matter of variant `name`: its keys over those of `front`. Maps are put together key by
 * key, the lists omit, hide, redact and metrics one behind the other; all else is replaced. It is
 * `front` itself where there is no such variant. */
const struct yaml *variant_front(struct arena *a, const struct yaml *front,
                                 struct str name);

/* Whether {.only-NAME} or {.not-NAME} keep it out of variant `name`; empty: the study as it is. Of
 * several only- one must fit, and none of several not-. */
bool variant_leaves(const struct attrs *attrs, struct str name);

/* Tell of a variant that is chosen and does not exist (M0107), of marks that name one that is likely
 * misspelt (M0108), and of keys that a variant cannot have. A variant exists that `variants:` has, or
 * that a mark speaks of. */
void variant_check(struct arena *a, const struct yaml *front, struct str asked,
                   const struct outline *o, struct diags *d);

#endif
