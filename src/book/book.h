/* SPDX-License-Identifier: MIT */
/* book/book.h — many studies in one document: cover, contents, dividers, heads and feet. */
#ifndef RECTO_BOOK_BOOK_H
#define RECTO_BOOK_BOOK_H

#include "book/portfolio.h"
#include "draw/display.h"

/* What running heads keep to, from the left edge of the sheet [mpt]. */
struct head_edges {
    mpt left, text, right;
};

/* What contents and heads say of a study, and where it begins. All texts live with the book. */
struct book_entry {
    struct str title, sentence;
    struct str sign, number, unit, value, label; /* of its metric; empty: it has none */
    struct str place; /* name of the destination of its first page */
    size_t part;
    size_t page; /* in the book, from 0; set by book_bind */
    const struct display *display;
    struct head_edges head[2];   /* on its right-hand and on its left-hand pages */
    mpt head_top, foot_baseline; /* from the upper, the lower edge [mpt] */
    /* Above the text of later pages, as the layout rules them by itself; 0: it does not [mpt]. */
    mpt later_rule, later_weight;
    bool opener;   /* its number stands beside its title */
    bool mirrored; /* at the right, that is */
};

struct book {
    struct arena *a;
    const struct portfolio *portfolio;
    /* In the order of portfolio->studies; those that failed are left out. */
    VEC(struct book_entry) entries;
};

/* Room that a running head takes above the text of a study [mpt]. */
#define BOOK_HEAD_ROOM PT(26)

/* Take a study that has been laid out: its pages are copied into the book, so that all else of it
 * can be given back. `display` was recorded from `sheets`; `which` is its place in the portfolio. */
void book_take(struct book *book, size_t which, const struct sheets *sheets,
               const struct display *display);

/* What setting the book's own pages takes. */
struct book_press {
    struct arena *a;
    const struct look *look;
    struct text_cache *cache;
    struct diags *d;
};
/* One document of all that was taken. Lives in the press's arena and borrows from the book. */
const struct display *book_bind(struct book *book, const struct book_press *press);

#endif
