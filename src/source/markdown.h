/* SPDX-License-Identifier: MIT */
/* source/markdown.h — Markdown as a tree of blocks; the door to cmark-gfm. */
#ifndef RECTO_SOURCE_MARKDOWN_H
#define RECTO_SOURCE_MARKDOWN_H

#include "source/block.h"
#include "source/cook.h"

/* Parse the cooked text. Blocks and inlines live in the arena and have spans of the source. */
struct block *markdown_parse(const struct cook *k, const struct cooked *text);

/* `s` with its HTML entities as characters. */
struct str markdown_unescape(struct arena *a, struct str s);

#endif
