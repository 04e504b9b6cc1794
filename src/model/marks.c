/* SPDX-License-Identifier: MIT */
/* model/marks.c — a walk over all that may bear marks. */
#include "model/marks.h"

struct walk {
    const struct marks_visitor *v;
    size_t entry;
};

static bool is_marked(const struct attrs *attrs)
{
    return attrs->class_count + attrs->pair_count > 0;
}

static bool take(const struct walk *w, const struct attrs *attrs, struct bearer bearer)
{
    bearer.entry = w->entry;
    bearer.attrs = attrs;
    return is_marked(attrs) && w->v->take(w->v->context, &bearer);
}

static void walk_inlines(const struct walk *w, const struct inline_node *node)
{
    for (; node; node = node->next)
        if (!take(w, &node->attrs, (struct bearer){.node = node}))
            walk_inlines(w, node->first);
}

static bool take_row(const struct walk *w, const struct block *row)
{
    for (const struct block *cell = row->first; cell && !row->header; cell = cell->next)
        if (take(w, &cell->attrs, (struct bearer){.block = row}))
            return true;
    return false;
}

static bool take_block(const struct walk *w, const struct block *block)
{
    if (block->kind == BLOCK_ROW)
        return take_row(w, block);
    return block->kind != BLOCK_CELL &&
           take(w, &block->attrs, (struct bearer){.block = block});
}

static void walk_block(const struct walk *w, const struct block *block)
{
    if (take_block(w, block))
        return;
    walk_inlines(w, block->inlines);
    for (const struct block *child = block->first; child; child = child->next)
        walk_block(w, child);
}

void marks_walk(const struct outline *o, const bool *gone, const struct marks_visitor *v)
{
    struct walk w = {v, 0};
    for (; w.entry < o->list.n; w.entry++) {
        const struct entry *e = &o->list.at[w.entry];
        bool section = e->heading && !outline_is_masthead(o, w.entry);
        if (gone[w.entry])
            continue;
        if (!section) {
            walk_block(&w, e->block);
            continue;
        }
        bool taken = take(&w, &e->block->attrs, (struct bearer){.section = true});
        if (!taken || !e->made) /* what makes a heading may be all of its section */
            walk_inlines(&w, e->block->inlines);
    }
}

const void *bearer_node(const struct bearer *bearer)
{
    return bearer->node ? (const void *)bearer->node : bearer->block;
}
