/* SPDX-License-Identifier: MIT */
/* page/column.c — gives every box of a sheet its place. */
#include "page/column.h"

static mpt glue_of(const struct column *c, const struct box *box, int ratio)
{
    if (ratio < 0)
        return box->gap + mpt_scale(box->gap_shrink, ratio, 1000);
    mpt more = mpt_scale(box->gap_stretch, ratio, 1000);
    if (c->half > 0) /* rounding of lengths may lack a few thousandths */
        more = (more + c->half / 100) / c->half * c->half;
    return box->gap + more;
}

/* One column of a run, from `y` down. */
static int64_t stack(const struct column *c, size_t from, size_t to, int64_t y, int ratio,
                     struct spot *spots)
{
    bool top = spots[from].top;
    for (size_t i = from; i < to; i++) {
        const struct box *box = c->flow->at[i];
        if (i > from)
            y += glue_of(c, box, ratio);
        else if (top && box->head)
            y += box->head->height;
        spots[i].y = (mpt)(y < MPT_MAX ? y : MPT_MAX);
        y += box->height;
    }
    return y;
}

int64_t column_set(const struct column *c, int ratio, struct spot *spots)
{
    int64_t y = 0;
    for (size_t i = c->from; i < c->to;) {
        size_t end = c->flow->run_end[i] < c->to ? c->flow->run_end[i] : c->to;
        bool top = i == c->from;
        struct zone zone = zone_balance(c->flow, i, end, top, c->wish);
        if (!top)
            y += glue_of(c, c->flow->at[i], ratio);
        for (size_t k = i; k < end; k++)
            spots[k] = (struct spot){.column = k >= zone.split, .top = k == zone.split};
        spots[i].top = top;
        int64_t first = stack(c, i, zone.split, y, ratio, spots);
        int64_t second = zone.split < end ? stack(c, zone.split, end, y, ratio, spots) : y;
        y = first > second ? first : second;
        i = end;
    }
    return y;
}
