/* SPDX-License-Identifier: MIT */
/* block/links.h — one link with its name above its address. */
#ifndef RECTO_BLOCK_LINKS_H
#define RECTO_BLOCK_LINKS_H

#include "block/set.h"

#define LINKS_ROW_MAX 6 /* columns that a layout may ask for */

/* Put name and address of `link` below each other at `at`, in an item's `body`; gives their height
 * [mpt]. */
mpt links_text(struct setter *s, struct marks *m, const struct link *link, struct tag *body,
               struct point at, mpt width);
/* The address of `link` as a link of its own, a child of `parent`: without its scheme. */
struct rich links_address(struct setter *s, const struct link *link, struct tag *parent);
/* Name and address of `link` in running text. */
struct rich links_inline(struct setter *s, const struct link *link, struct tag *parent);

/* Where names and addresses stand that belong to codes: beside them in columns of one width, or of
 * their own where all are in one row, or below them. */
enum links_words { WORDS_IN_COLUMNS, WORDS_IN_OWN_WIDTHS, WORDS_BELOW, WORDS_NOWHERE };

/* Rows that follow one another look alike. */
struct links_plan {
    size_t columns; /* at least 1 */
    enum links_words words;
};

/* As many columns, up to those of the layout, as leave room for the addresses of all `n` links. */
struct links_plan links_qr_plan(struct setter *s, const struct link *const *links,
                                size_t n);

/* Up to as many links as there are columns. */
struct links_row {
    struct links_plan plan;
    const struct link *const *at;
    size_t n;
};

/* Each with its QR code, at `y`; gives the height of all [mpt]. One that is no web address, or too
 * long for a code, has its words alone. */
mpt links_qr_row(struct setter *s, struct marks *m, const struct links_row *links,
                 struct tag *list, mpt y);
/* What stays white around the codes of the layout [mpt]. */
mpt links_qr_quiet(const struct look *look);
/* The code of `link` as part of an item's `body`, at `at` in the side column, with its quiet zone above
 * and below; gives the height of all [mpt], 0 where there is none. */
mpt links_qr_below(struct setter *s, struct marks *m, const struct link *link,
                   struct tag *body, struct point at);
/* True for the address of a web page. */
bool links_scannable(const struct link *link);

/* True where the name of `link` says more than its address. */
bool links_labelled(const struct link *link);
/* What stands with the address then: its name, what its author wrote before that, or "Phone: office".
 * A key of the front matter is small; set, it begins like the others. Lives in s->a. */
struct str links_label(struct setter *s, const struct link *link);
/* The width of each of so many columns of links side by side [mpt]. */
mpt links_column(const struct setter *s, size_t columns);

#endif
