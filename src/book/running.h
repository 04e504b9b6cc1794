/* SPDX-License-Identifier: MIT */
/* book/running.h — heads and feet of a book's pages. */
#ifndef RECTO_BOOK_RUNNING_H
#define RECTO_BOOK_RUNNING_H

#include "book/leaf.h"

/* Where a page is. */
struct running {
    size_t page, total;                /* in the book, from 0; all of them */
    const struct portfolio_part *part; /* NULL: in none */
};

/* Head and foot of the book's own page number `sheet` of `l`. */
void running_own(struct leaves *l, size_t sheet, struct running where);
/* A sheet that holds nothing but head and foot of page `page` of study `index`; on its first page
 * its number stands beside the title. */
void running_study(struct leaves *l, size_t index, size_t page, struct running where);

#endif
