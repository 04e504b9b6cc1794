/* SPDX-License-Identifier: MIT */
/* book/move.c — operations of a display list at another place, in another size. */
#include "book/move.h"

#include "base/arena.h"

static mpt scaled(const struct placing *at, mpt n)
{
    return at->num == at->den ? n : mpt_scale(n, at->num, at->den);
}

static const struct stretch *stretch_moved(struct arena *a, struct move_memory *memory,
                                           const struct stretch *from,
                                           const struct placing *at)
{
    if (!from || at->num == at->den)
        return from;
    if (from == memory->stretch_from)
        return memory->stretch_to;
    struct stretch *to = arena_copy(a, from, sizeof *from);
    to->size = scaled(at, from->size);
    to->rise = scaled(at, from->rise);
    memory->stretch_from = from;
    memory->stretch_to = to;
    return to;
}

/* `n`, which is `offset` away from the edge of a page of `size`, pulled beyond an edge that it
 * reaches. */
static mpt bled(mpt n, mpt offset, mpt size, mpt bleed)
{
    mpt place = n + offset;
    return place <= 0 ? n - bleed : place >= size ? n + bleed : n;
}

static const struct path *path_moved(struct arena *a, struct move_memory *memory,
                                     const struct op *op, const struct placing *at)
{
    const struct path *from = op->path;
    if (at->num == at->den && at->bleed == 0)
        return from;
    if (from == memory->path_from && op->x == memory->path_x && op->y == memory->path_y)
        return memory->path_to;
    struct path *to = arena_copy(a, from, sizeof *from);
    to->steps = arena_copy(a, from->steps, from->count * sizeof *from->steps);
    to->width = scaled(at, from->width);
    to->dash = scaled(at, from->dash);
    to->dash_gap = scaled(at, from->dash_gap);
    for (size_t i = 0; i < to->count; i++)
        for (size_t k = 0; k < countof(to->steps[i].p); k++) {
            struct point *p = &to->steps[i].p[k];
            if (at->bleed > 0) {
                p->x = bled(p->x, op->x, at->width, at->bleed);
                p->y = bled(p->y, op->y, at->height, at->bleed);
            }
            *p = (struct point){scaled(at, p->x), scaled(at, p->y)};
        }
    *memory = (struct move_memory){
        memory->stretch_from, memory->stretch_to, from, to, op->x, op->y};
    return to;
}

struct op op_moved(struct arena *a, struct move_memory *memory, const struct op *op,
                   const struct placing *at)
{
    struct op to = *op;
    to.x = at->dx + scaled(at, op->x);
    to.y = at->dy + scaled(at, op->y);
    to.w = scaled(at, op->w);
    to.h = scaled(at, op->h);
    if (op->kind == OP_PATH)
        to.path = path_moved(a, memory, op, at);
    if (op->kind != OP_GLYPHS)
        return to;
    to.piece.x = scaled(at, op->piece.x);
    to.piece.width = scaled(at, op->piece.width);
    to.piece.size = scaled(at, op->piece.size);
    to.piece.word_space = scaled(at, op->piece.word_space);
    to.piece.stretch = stretch_moved(a, memory, op->piece.stretch, at);
    return to;
}
