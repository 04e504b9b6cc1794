/* SPDX-License-Identifier: MIT */
/* draw/tags.c — numbers the structure elements that have content, in reading order. */
#include "draw/recorder.h"

enum { UNUSED, USED };

/* The element behind `tag` in reading order; `enter`: whether its children are wanted. NULL
 * at the end of `root`. */
static struct tag *behind(const struct tag *root, struct tag *tag, bool enter)
{
    if (enter && tag->first)
        return tag->first;
    while (tag != root && !tag->next)
        tag = tag->parent;
    return tag == root ? NULL : tag->next;
}

static void use(struct tag *tag)
{
    for (; tag && tag->number != USED; tag = tag->parent)
        tag->number = USED;
}

static void use_mark(const struct mark *mark)
{
    if (mark->kind == MARK_DEST)
        return;
    if (mark->kind != MARK_LINE) {
        use(mark->tag);
        return;
    }
    for (uint32_t i = 0; i < mark->line.piece_count; i++) {
        struct tag *own = mark->line.pieces[i].stretch->tag;
        use(own ? own : mark->tag);
    }
}

static void use_sheet(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->boxes.n; i++) {
        const struct placed *placed = &sheet->boxes.at[i];
        for (size_t k = 0; !placed->repeated && k < placed->box->mark_count; k++)
            use_mark(&placed->box->marks[k]);
    }
}

/* A cell without text keeps its place, or the columns of its row would move. */
static bool kept(const struct display *display, const struct tag *tag)
{
    if (tag->number == USED)
        return true;
    bool cell = tag->role == TAG_TD || tag->role == TAG_TH;
    return cell && tags_index(display, tag->parent) != TAG_ARTIFACT;
}

void tags_number(struct arena *a, const struct sheets *sheets, struct display *display)
{
    struct tag *root = sheets->root;
    if (!root)
        root = arena_make(a, struct tag);
    for (struct tag *t = root; t; t = behind(root, t, true))
        t->number = UNUSED;
    for (size_t i = 0; i < sheets->list.n; i++)
        use_sheet(&sheets->list.at[i]);
    root->number = USED;
    for (struct tag *t = root; t;) {
        bool keep = kept(display, t);
        if (keep) {
            t->number = (uint32_t)display->tags.n;
            vec_push(a, &display->tags, t);
        }
        t = behind(root, t, keep);
    }
}

uint32_t tags_index(const struct display *display, const struct tag *tag)
{
    bool known =
        tag && tag->number < display->tags.n && display->tags.at[tag->number] == tag;
    return known ? tag->number : TAG_ARTIFACT;
}
