/* SPDX-License-Identifier: MIT */
/* block/tag.h — the structure tree: what a page means, in the author's order. */
#ifndef RECTO_BLOCK_TAG_H
#define RECTO_BLOCK_TAG_H

#include "base/diag.h"
#include "base/str.h"

struct arena;

/* Standard structure types of ISO 32000-1, 14.8.4. X(enum, "PDF name") */
#define TAG_ROLE_ROWS         \
    X(DOCUMENT, "Document")   \
    X(SECT, "Sect")           \
    X(H1, "H1")               \
    X(H2, "H2")               \
    X(H3, "H3")               \
    X(H4, "H4")               \
    X(P, "P")                 \
    X(L, "L")                 \
    X(LI, "LI")               \
    X(LBL, "Lbl")             \
    X(LBODY, "LBody")         \
    X(TABLE, "Table")         \
    X(THEAD, "THead")         \
    X(TBODY, "TBody")         \
    X(TR, "TR")               \
    X(TH, "TH")               \
    X(TD, "TD")               \
    X(FIGURE, "Figure")       \
    X(CAPTION, "Caption")     \
    X(QUOTE, "BlockQuote")    \
    X(CODE, "Code")           \
    X(LINK, "Link")           \
    X(NOTE, "Note")           \
    X(REFERENCE, "Reference") \
    X(SPAN, "Span")           \
    X(DIV, "Div")             \
    X(TOC, "TOC")             \
    X(TOCI, "TOCI")

enum tag_role {
#define X(role, name) TAG_##role,
    TAG_ROLE_ROWS
#undef X
        TAG_ROLES
};

enum tag_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };
enum tag_numbering { NUMBERING_NONE, NUMBERING_DISC, NUMBERING_DECIMAL };

/* One element. Children are in reading order, which is the author's; elements that end up without
 * content or children are left out by the back end. */
struct tag {
    enum tag_role role;
    struct tag *parent, *first, *last, *next;
    struct str alt;    /* alternative text of a figure */
    struct str actual; /* replacement text */
    struct str lang;   /* where it differs from the document's */
    struct str title;  /* of a section: outline entry */
    struct str url;    /* of a link: address; "#id" inside the document */
    struct str id;     /* of a note or destination */
    struct span span;  /* of a figure: where the author wrote it */
    enum tag_scope scope;
    enum tag_numbering numbering;
    int columns, rows; /* spans of a cell; 0 = 1 */
    uint32_t number;   /* set by draw: index in the display list */
};

/* A new last child of `parent` (NULL: a root). Lives in `a`. */
struct tag *tag_new(struct arena *a, struct tag *parent, enum tag_role role);
const char *tag_name(enum tag_role role);

#endif
