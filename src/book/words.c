/* SPDX-License-Identifier: MIT */
/* book/words.c — the few words that a bundle sets itself. */
#include "book/words.h"

#include "base/vec.h"

static const struct book_words rows[] = {
#define X(lang, contents, part, contact, study, studies) \
    {lang, contents, part, contact, study, studies},
#include "book/words.def"
#undef X
};

const struct book_words *book_words(struct str lang)
{
    for (size_t i = 0; i < countof(rows); i++) {
        struct str row = str_from(rows[i].lang);
        if (str_eq(lang, row) || (str_starts(lang, row) && lang.p[row.n] == '-'))
            return &rows[i];
    }
    return &rows[0];
}

struct str book_count(struct arena *a, struct str lang, size_t n)
{
    static const char *const spelled[] = {"No",   "One",    "Two",   "Three", "Four",
                                          "Five", "Six",    "Seven", "Eight", "Nine",
                                          "Ten",  "Eleven", "Twelve"};
    const struct book_words *words = book_words(lang);
    const char *things = n == 1 ? words->study : words->studies;
    if (words == &rows[0] && n < countof(spelled))
        return str_fmt(a, "%s %s", spelled[n], things);
    return str_fmt(a, "%zu %s", n, things);
}
