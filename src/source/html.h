/* SPDX-License-Identifier: MIT */
/* source/html.h — tags: where they are and what they mean to recto. */
#ifndef RECTO_SOURCE_HTML_H
#define RECTO_SOURCE_HTML_H

#include "base/str.h"

enum html_role {
    HTML_UNKNOWN, /* no element: the author's own text in angle brackets */
    HTML_BOLD,
    HTML_ITALIC,
    HTML_UNDERLINE,
    HTML_STRIKE,
    HTML_SUB,
    HTML_SUP,
    HTML_KBD,
    HTML_CODE,
    HTML_LINK,
    HTML_IMAGE,
    HTML_BREAK,
    HTML_NOTHING,
    HTML_SPAN, /* its content counts, it does not */
    HTML_WRAPPER,
    HTML_DETAILS,
    HTML_SUMMARY,
    HTML_HEADING,
    HTML_RULE,
    HTML_LIST,
    HTML_ITEM,
    HTML_TABLE,
    HTML_PART,
    HTML_ROW,
    HTML_CELL,
    HTML_QUOTE,
    HTML_PRE,
    HTML_HIDDEN, /* neither it nor its content is text */
    HTML_ODD,    /* an element that nobody writes for readers */
    HTML_ROLES
};

struct html_tag {
    enum html_role role;
    struct str name;       /* as written */
    struct str attributes; /* what stands behind it */
    bool close;            /* </name> */
    bool alone;            /* <name/> */
    size_t length;         /* of the whole tag [bytes] */
};

/* The tag that `s` begins with; false where there is none: `<` without a name, or never closed. */
bool html_tag_at(struct str s, struct html_tag *tag);
/* Whether the tag is HTML at all, or a placeholder such as `<your name>`. */
bool html_is_known(const struct html_tag *tag);
/* The value of an attribute, entities left as they are; false where it has none. */
bool html_attribute(const struct html_tag *tag, struct str name, struct str *value);
/* Whether the tag asks for a page break by its class or style. */
bool html_breaks_page(const struct html_tag *tag);

#endif
