/* SPDX-License-Identifier: MIT */
/* model/outline.h — a document as a row of headings and blocks. */
#ifndef RECTO_MODEL_OUTLINE_H
#define RECTO_MODEL_OUTLINE_H

#include "model/section.h"

/* A block of the document, in order; a heading may be made of a paragraph. */
struct entry {
    const struct block *block;
    bool heading;
    bool made;        /* a heading that is none in Markdown */
    int level;        /* of a heading: 2 for sections, 3 … below */
    struct str title; /* plain */
    const struct inline_node *title_inlines;
    struct span span; /* of the heading */
    struct section_match match;
    const struct block *rest; /* blocks of what stands behind the title in it, or NULL */
};

struct outline {
    VEC(struct entry) list;
    size_t title;    /* the entry that is the title, SIZE_MAX where none is */
    size_t subtitle; /* likewise */
    size_t kicker;   /* likewise: "Case Study" on a line of its own above the title */
};

/* Whether entry `i` is one of these. */
static inline bool outline_is_masthead(const struct outline *o, size_t i)
{
    return i == o->title || i == o->subtitle || i == o->kicker;
}

/* The outline of `root`, footnotes left out. `titled`: the title is known from elsewhere, `title`
 * (else empty); a heading that says the same is still taken for it. */
struct outline outline_of(struct arena *a, const struct block *root, struct str title,
                          struct diags *d);

/* The steps: which entry is the title; which paragraphs are headings; what level each has. */
void outline_find_title(struct arena *a, struct outline *o, struct str title);
void outline_make_headings(struct arena *a, struct outline *o, struct diags *d);
void outline_set_levels(struct outline *o, struct diags *d);

#endif
