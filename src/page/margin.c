/* SPDX-License-Identifier: MIT */
/* page/margin.c — finds room in the margin. */
#include "page/margin.h"

static bool overlaps(const struct taken *t, mpt top, mpt bottom, mpt clear)
{
    return top < t->bottom + clear && bottom > t->top - clear;
}

/* The first place at or below `y` that is free. */
static mpt downwards(const struct taken *taken, size_t n, mpt y, mpt height, mpt clear)
{
    for (size_t i = 0; i < n; i++)
        if (overlaps(&taken[i], y, y + height, clear))
            y = taken[i].bottom + clear;
    return y;
}

/* The last place at or above `y` that is free; it may be negative. */
static mpt upwards(const struct taken *taken, size_t n, mpt y, mpt height, mpt clear)
{
    for (size_t i = n; i-- > 0;)
        if (overlaps(&taken[i], y, y + height, clear))
            y = taken[i].top - clear - height;
    return y;
}

bool margin_place(struct aside *asides, size_t n, const struct taken *taken,
                  size_t taken_count, mpt clear, mpt limit)
{
    mpt next = 0;
    for (size_t i = 0; i < n; i++) {
        struct aside *a = &asides[i];
        a->y = downwards(taken, taken_count, mpt_max(a->wish, next), a->height, clear);
        next = a->y + a->height + (i + 1 < n ? asides[i + 1].gap : 0);
    }
    mpt bottom = limit;
    for (size_t i = n; i-- > 0;) {
        struct aside *a = &asides[i];
        a->y = upwards(taken, taken_count, mpt_min(a->y, bottom - a->height), a->height,
                       clear);
        if (a->y < 0)
            return false;
        bottom = a->y - a->gap;
    }
    return true;
}
