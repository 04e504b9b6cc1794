/* SPDX-License-Identifier: MIT */
/* block/caption.h — the paragraph beside a table, or below pictures, that is their caption. */
#ifndef RECTO_BLOCK_CAPTION_H
#define RECTO_BLOCK_CAPTION_H

#include "block/set.h"

/* True where `paragraph` is the caption of the table that follows it. */
bool caption_leads(struct setter *s, const struct block *paragraph);
/* The same where it is not part of something else; it waits for that table. */
bool caption_wait(struct setter *s, const struct block *paragraph);
/* The caption of `table`: the paragraph that waits for it, else the next one, which is then not
 * set again; NULL where there is none. */
const struct block *caption_take(struct setter *s, const struct block *table);
/* The caption of a paragraph of `pictures`: the next one, which is then not set again; NULL where that is
 * none, or another's. */
const struct block *caption_below(struct setter *s, const struct block *pictures);
/* What a caption says: the inlines without the emphasis that makes it one. */
const struct inline_node *caption_words(const struct block *caption);

/* Set it beside its table, in the title column or the margin, or else above it, which it stays with.
 * Beside a table that runs over the margin it has no room: there it stands beside the end of the text
 * before. */
void caption_set(struct setter *s, const struct block *paragraph, struct tag *tag);
/* The head of the table is set: put what waits to be level with it in the margin. */
void caption_level(struct setter *s);
/* The table is whole: make room for a caption beside it that is higher. */
void caption_close(struct setter *s);

#endif
