/* SPDX-License-Identifier: MIT */
/* diagram/mirror.c — turns a drawing around for text that runs from right to left. */
#include "diagram/drawing.h"

static void turn(struct rect *r, mpt width)
{
    r->x = width - r->x - r->w;
}

void drawing_mirror(struct drawing *d)
{
    for (size_t i = 0; i < d->nodes.n; i++)
        turn(&d->nodes.at[i].rect, d->width);
    for (size_t i = 0; i < d->groups.n; i++)
        turn(&d->groups.at[i].rect, d->width);
    for (size_t i = 0; i < d->edges.n; i++)
        for (size_t k = 0; k < d->edges.at[i].count; k++)
            d->edges.at[i].points[k].x = d->width - d->edges.at[i].points[k].x;
    for (size_t i = 0; i < d->labels.n; i++) {
        struct drawn_label *label = &d->labels.at[i];
        label->at.x = d->width - label->at.x - label->line.width;
    }
}
