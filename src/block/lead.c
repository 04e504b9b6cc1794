/* SPDX-License-Identifier: MIT */
/* block/lead.c — the TL;DR: the study in one large paragraph. */
#include "block/kinds.h"
#include "block/rich.h"

void build_lead(struct setter *s, const struct block *block)
{
    if (only_images(block->inlines)) {
        build_pictures(s, block);
        return;
    }
    struct tag *tag = tag_new(s->a, s->tag, TAG_P);
    struct rich rich = rich_inlines(s, block->inlines, ROLE_LEAD, tag);
    rich = prose_behind_title(s, &rich);
    set_begin(s);
    build_prose(s, &rich, ROLE_LEAD, tag);
    set_end(s);
    build_images(s, block->inlines); /* those that stand among the words */
    s->again = false;
}
