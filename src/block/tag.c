/* SPDX-License-Identifier: MIT */
/* block/tag.c — grows the structure tree. */
#include "block/tag.h"

#include "base/arena.h"

struct tag *tag_new(struct arena *a, struct tag *parent, enum tag_role role)
{
    struct tag *tag = arena_make(a, struct tag);
    tag->role = role;
    tag->parent = parent;
    if (!parent)
        return tag;
    if (parent->last)
        parent->last->next = tag;
    else
        parent->first = tag;
    parent->last = tag;
    return tag;
}

const char *tag_name(enum tag_role role)
{
#define X(role, name) name,
    static const char *const names[] = {TAG_ROLE_ROWS};
#undef X
    return names[role];
}
