/* SPDX-License-Identifier: MIT */
/* model/links.h — addresses of a case study: where it can be seen, and its author found. */
#ifndef RECTO_MODEL_LINKS_H
#define RECTO_MODEL_LINKS_H

#include "model/study.h"

struct links {
    VEC(struct link) list;
};

/* What a block of a links or contact section is made of. */
enum links_purity {
    LINKS_NONE,  /* no address in it */
    LINKS_MIXED, /* addresses inside prose: the block stays as it is */
    LINKS_PURE   /* a list of addresses and labels and nothing else */
};

/* Append the addresses of `block` to `out`: lists, lines parted by bullets, bars and dots, tables.
 * In a contact section phone numbers, places and names count, too. */
enum links_purity links_read(struct arena *a, const struct block *block, bool contact,
                             struct links *out);
/* Append what front matter says: a map of text and address, or a list of either. */
void links_from_front(struct arena *a, const struct yaml *value, bool contact,
                      struct links *out);

/* What a bare address is: "GitHub", "Paper", "Demo", else its host. Lives in `a`. */
struct str link_label(struct arena *a, struct str url);
/* Whether `word` is an address without https://, such as github.com/me. */
bool link_is_bare_host(struct str word);
/* Whether `s` is a telephone number; its dialled form goes to `*url`. */
bool link_is_phone(struct arena *a, struct str s, struct str *url);

#endif
