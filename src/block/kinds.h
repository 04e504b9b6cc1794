/* SPDX-License-Identifier: MIT */
/* block/kinds.h — one builder for every kind of thing that a study is made of. */
#ifndef RECTO_BLOCK_KINDS_H
#define RECTO_BLOCK_KINDS_H

#include "block/set.h"

/* `count` siblings from `first` on, each by the builder of its kind. */
void build_blocks(struct setter *s, const struct block *first, size_t count);
/* A whole section: its heading, then its parts. */
void build_section(struct setter *s, size_t index);
/* After the last one: what a title that hangs beside it still needs. */
void close_section(struct setter *s);

/* Kinds of blocks. */
void build_paragraph(struct setter *s, const struct block *block);
void build_heading(struct setter *s, const struct block *block);
void build_list(struct setter *s, const struct block *block);
void build_quote(struct setter *s, const struct block *block);
void build_alert(struct setter *s, const struct block *block);
void build_code(struct setter *s, const struct block *block);
void build_table(struct setter *s, const struct block *block);
void build_rule(struct setter *s, const struct block *block);
void build_page_break(struct setter *s, const struct block *block);

/* Prose that is no block of its own: `rich` in `role`, as an element of `tag_role`. */
void build_prose(struct setter *s, const struct rich *rich, enum role role,
                 struct tag *tag);
/* `rich` behind the heading that waits to begin it, if one does. */
struct rich prose_behind_title(struct setter *s, const struct rich *rich);
/* The pictures among the inlines, below each other or side by side. */
void build_images(struct setter *s, const struct inline_node *first);
/* Tell of each picture among the inlines that its words stand for it: in a cell, title or note. */
void tell_images(struct setter *s, const struct inline_node *first);
/* A paragraph of nothing but pictures, with their caption: a last line of its own that is emphasised, or
 * the paragraph below. */
void build_pictures(struct setter *s, const struct block *paragraph);
/* True where a paragraph holds pictures, perhaps their caption, and nothing else. */
bool only_images(const struct inline_node *first);

/* Parts of a study. */
void build_masthead(struct setter *s);
void build_lead(struct setter *s, const struct block *block);
void build_facts(struct setter *s, size_t first, size_t count);
void build_metrics(struct setter *s);
/* `after`, a paragraph or NULL, is set as the caption where the figure has a free corner for it:
 * true then. */
bool build_figure(struct setter *s, const struct graph *graph, const struct block *after);
/* Links or contact of the section that is being set, with its title. */
void build_links(struct setter *s, const struct link *links, size_t count);

#endif
