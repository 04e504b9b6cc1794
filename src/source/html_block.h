/* SPDX-License-Identifier: MIT */
/* source/html_block.h — a stretch of raw HTML as blocks. */
#ifndef RECTO_SOURCE_HTML_BLOCK_H
#define RECTO_SOURCE_HTML_BLOCK_H

#include "source/inline.h"

/* The blocks that `text` means, which stands in `range` of the cooked text: lists, tables, quotes,
 * headings and paragraphs. What is not read is told and left out; text is never. */
struct block *html_block(const struct inlines_context *c, struct str text,
                         struct range range);

#endif
