/* SPDX-License-Identifier: MIT */
/* source/cook.h — the passes that turn what people write into what the Markdown parser reads. */
#ifndef RECTO_SOURCE_COOK_H
#define RECTO_SOURCE_COOK_H

#include "source/cooked.h"
#include "source/lines.h"

/* Control codes that repair.c has taken out of every input carry marks through the parser. */
#define MARK_MATH '\x01'   /* first byte of a code span that is a formula */
#define MARK_BAR '\x02'    /* a bar inside a formula, which must not part table cells */
#define MARK_LINK '\x03'   /* first byte of a code span that is a bare address */
#define MARK_STRIKE '\x04' /* ~~, not escaped */
#define MARK_BRACE '\x05'  /* { that opens attributes, not escaped */
#define MARK_BREAK '\x06'  /* first byte of a paragraph that is a page break */

#define MARK_TEXT '\x07' /* put before a tag so that its line is a paragraph */

/* What every pass is told. */
struct cook {
    struct arena *a;
    struct diags *d;
    const struct places *places; /* of the source */
};

/* The whole pipeline over `bytes` from `body` on: comments, containers, lines, marks. */
struct cooked cook(const struct cook *k, struct str bytes, size_t body);

/* Leave out HTML comments; one that asks for a page break becomes that. */
struct cooked cook_comments(const struct cook *k, const struct cooked *before);
/* `!!! note "Title"` and `::: note` become GitHub's alerts. */
struct cooked cook_containers(const struct cook *k, const struct cooked *before);
/* Headings, bullets, tables and rules as they are meant. */
struct cooked cook_lines(const struct cook *k, const struct cooked *before);
/* Footnotes that nobody refers to stay text, and references to none are told. */
struct cooked cook_notes(const struct cook *k, const struct cooked *before);
/* Formulas, bare addresses, `<placeholders>` and other things inside lines. */
struct cooked cook_marks(const struct cook *k, const struct cooked *before);

/* The span in the source of the bytes [from, to) of `c`. */
struct span cook_span(const struct cook *k, const struct cooked *c, size_t from, size_t to);

#endif
