/* SPDX-License-Identifier: MIT */
/* book/words.h — the few words that a bundle sets itself. */
#ifndef RECTO_BOOK_WORDS_H
#define RECTO_BOOK_WORDS_H

#include "base/str.h"

struct arena;

struct book_words {
    const char *lang, *contents, *part, *contact, *study, *studies;
};

/* In the language of a BCP 47 tag, else in English. */
const struct book_words *book_words(struct str lang);
/* "Five case studies": in English small numbers are spelled. Lives in `a`. */
struct str book_count(struct arena *a, struct str lang, size_t n);

#endif
