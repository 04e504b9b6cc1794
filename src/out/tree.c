/* SPDX-License-Identifier: MIT */
/* out/tree.c — hangs the content of the pages into the structure tree. */
#include "out/tree.h"

#include "base/arena.h"

static struct rect path_bounds(const struct op *op)
{
    mpt left = MPT_MAX, top = MPT_MAX, right = -MPT_MAX, bottom = -MPT_MAX;
    for (size_t i = 0; i < op->path->count; i++) {
        const struct path_step *step = &op->path->steps[i];
        int points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        for (int k = 0; k < points; k++) {
            left = mpt_min(left, step->p[k].x);
            top = mpt_min(top, step->p[k].y);
            right = mpt_max(right, step->p[k].x);
            bottom = mpt_max(bottom, step->p[k].y);
        }
    }
    if (left > right)
        return (struct rect){op->x, op->y, 0, 0};
    mpt edge = op->path->stroke == NO_COLOUR ? 0 : (op->path->width + 1) / 2;
    return (struct rect){op->x + left - edge, op->y + top - edge, right - left + 2 * edge,
                         bottom - top + 2 * edge};
}

struct rect op_bounds(const struct op *op)
{
    if (op->kind == OP_PATH)
        return path_bounds(op);
    if (op->kind != OP_GLYPHS)
        return (struct rect){op->x, op->y, op->w, op->h};
    const struct face_info *info = face_info(op->piece.face);
    mpt up = mpt_scale(info->ascender, op->piece.size, info->upem);
    mpt down = mpt_scale(-info->descender, op->piece.size, info->upem);
    return (struct rect){op->x, op->y - up, op->piece.width, up + down};
}

static struct rect rect_join(struct rect a, struct rect b)
{
    mpt right = mpt_max(a.x + a.w, b.x + b.w), bottom = mpt_max(a.y + a.h, b.y + b.h);
    mpt x = mpt_min(a.x, b.x), y = mpt_min(a.y, b.y);
    return (struct rect){x, y, right - x, bottom - y};
}

/* Figures have to say where they stand. */
static void grow_figures(struct tree *tree, uint32_t tag, uint32_t page,
                         const struct op *op)
{
    for (const struct tag *t = tree->display->tags.at[tag]; t; t = t->parent) {
        struct element *element = &tree->elements[t->number];
        if (t->role != TAG_FIGURE || (element->boxed && element->page != page))
            continue;
        struct rect box = op_bounds(op);
        element->box = element->boxed ? rect_join(element->box, box) : box;
        element->boxed = true;
        element->page = page;
    }
}

static void hang(struct arena *a, struct tree *tree, uint32_t tag)
{
    const struct tag *t = tree->display->tags.at[tag];
    for (; t->parent && !tree->elements[t->number].hung; t = t->parent) {
        tree->elements[t->number].hung = true;
        vec_push(a, &tree->elements[t->parent->number].kids,
                 ((struct kid){KID_TAG, 0, t->number}));
    }
}

/* Words of `tag` run from right to left, and so do those of all that holds it. */
static void turn(struct tree *tree, uint32_t tag)
{
    for (const struct tag *t = tree->display->tags.at[tag]; t; t = t->parent)
        tree->elements[t->number].turned = true;
}

static void add_ops(struct arena *a, struct tree *tree, struct passage r)
{
    const struct display_page *p = &tree->display->pages.at[r.page];
    uint32_t open = TAG_ARTIFACT, page = r.page;
    for (uint32_t i = r.from; i < r.to; i++) {
        const struct op *op = &p->ops.at[i];
        bool begins = op->kind == OP_TAG_BEGIN;
        if (begins)
            open = op->tag;
        if ((begins || op->kind == OP_LINK) && op->tag <= TAG_REAL_MAX) {
            hang(a, tree, op->tag);
            vec_push(a, &tree->elements[op->tag].kids,
                     ((struct kid){begins ? KID_CONTENT : KID_LINK, page, i}));
        } else if (open <= TAG_REAL_MAX && op->kind != OP_TAG_END && !begins) {
            grow_figures(tree, open, page, op);
            if (op->kind == OP_GLYPHS && op->piece.rtl)
                turn(tree, open);
        }
    }
}

/* Elements in an element take the order of their tags; its own content stays where it is.
 * Pages bring them nearly in order, so that few are moved. */
static void sort_elements(struct element *element)
{
    for (size_t i = 1; i < element->kids.n; i++) {
        struct kid kid = element->kids.at[i];
        size_t hole = i, k = i;
        while (kid.kind == KID_TAG && k-- > 0) {
            struct kid before = element->kids.at[k];
            if (before.kind != KID_TAG)
                continue;
            if (before.index < kid.index)
                break;
            element->kids.at[hole] = before;
            hole = k;
        }
        element->kids.at[hole] = kid;
    }
}

struct tree tree_build(struct arena *a, const struct display *display)
{
    struct tree tree = {display, arena_many(a, display->tags.n, struct element)};
    for (size_t i = 0; i < display->reading.n; i++)
        add_ops(a, &tree, display->reading.at[i]);
    for (uint32_t i = 0; i < display->pages.n && display->reading.n == 0; i++)
        add_ops(a, &tree, (struct passage){i, 0, (uint32_t)display->pages.at[i].ops.n});
    for (size_t i = 1; i < display->tags.n; i++) /* empty cells */
        hang(a, &tree, (uint32_t)i);
    for (size_t i = 0; i < display->tags.n; i++)
        sort_elements(&tree.elements[i]);
    return tree;
}

bool tree_is_drawing(const struct tree *tree, const struct tag *tag)
{
    const struct element *element = &tree->elements[tag->number];
    return tag->role == TAG_FIGURE && !str_empty(tag->actual) && !element->turned &&
           element->kids.n == 1 && element->kids.at[0].kind == KID_CONTENT;
}

/* Marks in a text (labels, spans) say but themselves. */
bool tree_says_all(const struct tag *tag)
{
    bool can = tag->role == TAG_TR || tag->role == TAG_P || tag->role == TAG_L;
    return can && !str_empty(tag->actual);
}

const struct tag *tree_whole(const struct tree *tree, const struct tag *tag)
{
    while (tag && !tree_says_all(tag))
        tag = tag->parent;
    return tag && !tree->elements[tag->number].turned ? tag : NULL;
}
