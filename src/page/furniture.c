/* SPDX-License-Identifier: MIT */
/* page/furniture.c — draws the panel of the side column. */
#include "page/furniture.h"

#include "base/arena.h"
#include "block/path.h"

#define RULE_WIDTH PT(0.5)

void furniture_below(struct arena *a, struct sheet *sheet, const struct box *box)
{
    vec_add(a, &sheet->boxes);
    for (size_t i = sheet->boxes.n - 1; i > 0; i--)
        sheet->boxes.at[i] = sheet->boxes.at[i - 1];
    sheet->boxes.at[0] = (struct placed){.box = box};
}

static const struct path *panel_path(struct arena *a, const struct look *look, bool rtl)
{
    mpt width = mpt_min(look->side_width, look->page_width);
    if (look->side_style == SIDE_TINT) {
        struct rect panel = {0, 0, width, look->page_height};
        panel.x = rtl ? look->page_width - width : 0;
        return path_rect(a, panel, ink_fill(look->tint));
    }
    mpt x = rtl ? look->page_width - width : width;
    return path_rule(a, (struct point){x, 0}, (struct point){x, look->page_height},
                     ink_stroke(look->rule, RULE_WIDTH));
}

static const struct box *panel_box(struct arena *a, const struct look *look, bool rtl)
{
    struct mark *mark = arena_make(a, struct mark);
    mark->kind = MARK_PATH;
    mark->path = panel_path(a, look, rtl);
    struct box *box = arena_make(a, struct box);
    box->height = look->page_height;
    box->marks = mark;
    box->mark_count = 1;
    box->section = SIZE_MAX;
    return box;
}

void furniture_set(struct arena *a, struct sheets *sheets)
{
    const struct look *look = sheets->look;
    if (look->side <= 0 || look->side_style == SIDE_NONE)
        return;
    const struct box *panel = panel_box(a, look, sheets->study->rtl);
    for (size_t i = 0; i < sheets->list.n; i++)
        furniture_below(a, &sheets->list.at[i], panel);
}
