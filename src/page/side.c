/* SPDX-License-Identifier: MIT */
/* page/side.c — fills the side column from sheet to sheet. */
#include "page/side.h"

/* Boxes that must not part: [from, to). */
struct cluster {
    size_t from, to;
};

static struct cluster cluster_at(const struct beside *boxes, size_t n, size_t from)
{
    struct cluster g = {from, from + 1};
    while (g.to < n && boxes[g.to].box->penalty >= BREAK_NEVER)
        g.to++;
    return g;
}

static struct cluster cluster_before(const struct beside *boxes, size_t to)
{
    struct cluster g = {to - 1, to};
    while (g.from > 0 && boxes[g.from].box->penalty >= BREAK_NEVER)
        g.from--;
    return g;
}

/* Height of a group below others, or at the top of a sheet. */
static int64_t height_of(const struct beside *boxes, struct cluster g, bool top)
{
    const struct box *first = boxes[g.from].box;
    int64_t height = top ? (first->head ? first->head->height : 0) : first->gap;
    for (size_t i = g.from; i < g.to; i++)
        height += boxes[i].box->height + (i > g.from ? boxes[i].box->gap : 0);
    return height;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static mpt room_of(const struct side_column *c, size_t sheet)
{
    return c->room - (sheet > 0 ? c->taken : 0);
}

static size_t wish_of(const struct beside *boxes, struct cluster g)
{
    size_t wish = 0;
    for (size_t i = g.from; i < g.to; i++)
        wish = boxes[i].wish > wish ? boxes[i].wish : wish;
    return wish;
}

/* Each group on the sheet it wishes for, or the first after it that has room. A last sheet takes
 * what is left, room or not; gives by how much the fullest one is too full. */
static int64_t downwards(struct beside *boxes, size_t n, const struct side_column *c)
{
    size_t sheet = 0, last = c->sheets - 1;
    int64_t y = 0, over = 0;
    for (size_t i = 0; i < n;) {
        struct cluster g = cluster_at(boxes, n, i);
        bool wanted = boxes[i].box->penalty <= BREAK_ALWAYS && i > 0;
        size_t wish = wish_of(boxes, g) < last ? wish_of(boxes, g) : last;
        bool full = y + height_of(boxes, g, y == 0) > room_of(c, sheet);
        if (sheet < last && y > 0 && (wanted || full)) {
            sheet++;
            y = 0;
        }
        if (sheet < wish) {
            sheet = wish;
            y = 0;
        }
        y += height_of(boxes, g, y == 0);
        over = larger(over, y - room_of(c, sheet));
        for (; i < g.to; i++)
            boxes[i].sheet = sheet;
    }
    return over;
}

/* From the foot of the last sheet upwards: no box further down than there is room for all that
 * follow. Gives what finds no room even on the first sheet. */
static int64_t upwards(struct beside *boxes, size_t n, const struct side_column *c)
{
    size_t sheet = c->sheets - 1;
    int64_t below = 0; /* height of what stands on this sheet, with the glue above it */
    int64_t over = 0;
    for (size_t i = n; i > 0;) {
        struct cluster g = cluster_before(boxes, i);
        int64_t height = height_of(boxes, g, true);
        if (boxes[g.from].sheet < sheet) {
            sheet = boxes[g.from].sheet;
            below = 0;
        }
        while (sheet > 0 && below + height > room_of(c, sheet)) {
            sheet--;
            below = 0;
        }
        over = larger(over, below + height - room_of(c, sheet));
        below += height_of(boxes, g, false);
        for (; i > g.from; i--)
            boxes[i - 1].sheet = sheet;
    }
    return over;
}

static void settle(struct beside *boxes, size_t n, const struct side_column *c)
{
    int64_t y = 0;
    for (size_t i = 0; i < n; i++) {
        const struct box *box = boxes[i].box;
        boxes[i].top = i == 0 || boxes[i].sheet != boxes[i - 1].sheet;
        if (boxes[i].top)
            y = (boxes[i].sheet > 0 ? c->taken : 0) + (box->head ? box->head->height : 0);
        else
            y += box->gap;
        boxes[i].y = (mpt)(y < MPT_MAX ? y : MPT_MAX);
        y += box->height;
    }
}

int64_t side_place(struct beside *boxes, size_t n, const struct side_column *c)
{
    if (n == 0)
        return 0;
    int64_t over = downwards(boxes, n, c);
    if (over > 0)
        over = upwards(boxes, n, c);
    settle(boxes, n, c);
    return over;
}
