/* SPDX-License-Identifier: MIT */
/* model/lead.h — how a paragraph begins, where it might be a heading. */
#ifndef RECTO_MODEL_LEAD_H
#define RECTO_MODEL_LEAD_H

#include "model/section.h"

enum lead_form {
    LEAD_NONE,
    LEAD_LINE,  /* it is one line and all of it may be a title */
    LEAD_FIRST, /* its first line may be one, others follow */
    LEAD_RUN    /* a title, a colon or dash, and text on the same line */
};

struct lead {
    enum lead_form form;
    bool strong;           /* set bold */
    bool marked;           /* a colon, full stop or dash parts it from the rest */
    bool sentence;         /* the block ends as sentences do */
    size_t from, to, rest; /* of the title, and where the rest begins, in the flat text */
    struct str title;
    struct section_match match; /* of that title */
};

/* How `block` begins; LEAD_NONE where it is no paragraph or too long to tell. */
struct lead lead_of(struct arena *a, const struct block *block);
/* The title as inlines, and a paragraph of what stands behind it; NULL where nothing does. */
const struct inline_node *lead_title(struct arena *a, const struct block *block,
                                     const struct lead *lead);
struct block *lead_rest(struct arena *a, const struct block *block,
                        const struct lead *lead);
/* True where each of several lines begins with a key: facts, not a title. */
bool lead_is_keys(struct arena *a, const struct block *block);

#endif
