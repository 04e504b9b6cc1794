/* SPDX-License-Identifier: MIT */
/* model/name.h — titles made comparable: the same words, however they are written. */
#ifndef RECTO_MODEL_NAME_H
#define RECTO_MODEL_NAME_H

#include "base/str.h"

struct arena;

/* `title` in lower case, without marks over letters, punctuation, symbols and emoji; one space
 * between words; every word for "and" is `&`. Lives in `a`. Also what the compiled table of section
 * names holds. */
struct str name_fold(struct arena *a, struct str title);
/* `title` without the numbering at its start: `3.`, `2.1`, `III.`, `B)`, `Part 2:`, `一、`. */
struct str name_unnumbered(struct str title);
/* True for Chinese characters, kana and hangul: scripts in which words may touch. */
bool name_is_cjk(uint32_t c);
/* True for pictures and dingbats that stand before titles as decoration. */
bool name_is_emoji(uint32_t c);

#endif
