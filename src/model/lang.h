/* SPDX-License-Identifier: MIT */
/* model/lang.h — the language of a document that does not name it. */
#ifndef RECTO_MODEL_LANG_H
#define RECTO_MODEL_LANG_H

#include "base/str.h"

struct arena;
struct shelf;

/* A BCP 47 tag for `text`: by script, else by its small words; `votes[i]` headings are known names
 * in section_langs[i]. "en" where nothing tells. Those words are kept on `shelf`, which may be
 * NULL. */
struct str lang_guess(struct arena *a, struct shelf *shelf, struct str text,
                      const size_t *votes);
/* True for languages written from right to left. */
bool lang_is_rtl(struct str lang);

#endif
