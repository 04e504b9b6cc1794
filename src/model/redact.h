/* SPDX-License-Identifier: MIT */
/* model/redact.h — what must not be in the output, anywhere. */
#ifndef RECTO_MODEL_REDACT_H
#define RECTO_MODEL_REDACT_H

#include "model/tailor.h"

/* What stands where something was taken out of a sentence. */
#define REDACTED S("[redacted]")

/* Something that is told nowhere. */
struct secret {
    struct str text; /* without scheme; of a telephone number the digits */
    bool phone;
};

struct secrets {
    VEC(struct secret) list;
    bool author; /* the front matter's goes */
};

/* What `redact:` and options->redact name: sections by title or kind leave `b` through `tailor`,
 * facts through b->wishes, `author` is the front matter's. Gives what then must not be told
 * elsewhere: addresses of redacted contact and links, values of redacted facts, the author's name.
 * `b` is read from the whole source, its parts included; the list is empty where nothing is redacted. */
struct secrets redact_plan(struct build *b, const struct study_options *options,
                           struct tailor *tailor);

/* Take the secrets out of all text and addresses of a tree, which is changed, and of front matter,
 * of which a copy is given. A link to a secret keeps its words and is no link any more. */
void redact_blocks(struct arena *a, const struct secrets *secrets, struct block *root);
const struct yaml *redact_front(struct arena *a, const struct secrets *secrets,
                                const struct yaml *front);

/* `text` with REDACTED for each secret in it, whatever its case; itself where it has none. */
struct str redact_text(struct arena *a, const struct secrets *secrets, struct str text);

#endif
