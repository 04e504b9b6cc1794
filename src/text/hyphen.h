/* SPDX-License-Identifier: MIT */
/* text/hyphen.h — private to text: hyphenation points of a paragraph. */
#ifndef RECTO_TEXT_HYPHEN_H
#define RECTO_TEXT_HYPHEN_H

#include "base/store.h"
#include "base/vec.h"
#include "text/hyb.h"

struct arena;
struct chars;

/* Patterns of one language. */
struct hyphen_lang {
    struct str lang;       /* as asked for */
    const struct hyb *hyb; /* NULL: there are none, words stay whole */
    uint8_t left, right;   /* fewest letters before and after a hyphen */
};

/* The pattern files of a job, opened when first needed. */
struct hyphens {
    struct arena *a;
    const struct store *store;
    VEC(struct hyphen_lang) langs;
    struct str damage; /* the first file that is there and could not be read */
};

/* Add TEXT_BREAK_HYPHEN where words of `chars` may part, in the language of their stretch, else
 * `lang`. Left whole: words of fewer than five letters, with a capital behind the first letter
 * (names like PostgreSQL, all capitals), in one piece with a digit, code, addresses, stretches that
 * ask for it, words that the author gave soft hyphens. */
void hyphens_add(struct hyphens *h, const struct chars *chars, struct str lang,
                 uint8_t *breaks);

/* Letters of the word on both sides of a hyphen point, as `word` of struct shaped holds
 * them. */
uint8_t hyphen_sides(const struct chars *chars, size_t i);

#endif
