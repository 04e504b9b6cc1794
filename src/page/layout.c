/* SPDX-License-Identifier: MIT */
/* page/layout.c — boxes on numbered sheets, at one step of the ladder. */
#include "page/layout.h"

#include "base/arena.h"
#include "block/path.h"
#include "page/grid.h"
#include "page/margin.h"

#define SPREAD_FILL 800 /* a single sheet that is emptier is left as it is [thousandths] */
#define NOTES_RULE PT(60)
#define NOTES_RULE_WIDTH PT(0.4)

/* --- flow and paper -------------------------------------------------------------------------- */

static bool flows(const struct box *box)
{
    return box->place == PLACE_TEXT || box->place == PLACE_WIDE || box->place == PLACE_SIDE;
}

static void collect_flow(struct arena *a, struct layout *l)
{
    size_t n = l->boxes.list.n;
    const struct box **at = arena_many(a, n, const struct box *);
    size_t *flow_of = arena_many(a, n, size_t);
    for (size_t i = 0; i < n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        flow_of[i] = flows(box) ? l->flow.n : SIZE_MAX;
        if (flows(box))
            at[l->flow.n++] = box;
    }
    l->flow.at = at;
    l->flow_of = flow_of;
}

static mpt pinned_height(const struct layout *l)
{
    mpt height = 0;
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        if (box->place == PLACE_FOOT)
            height += box->height + box->gap;
    }
    return height;
}

/* Several sheets carry a running foot, which must not touch the text. */
static mpt bottom_of(const struct look *look, bool several)
{
    if (!several || !look->foot_shown)
        return look->bottom;
    mpt foot = look->foot_baseline + look->roles[ROLE_FOOT].size + look->leading / 2;
    return mpt_max(look->bottom, foot);
}

mpt page_room(const struct look *look, bool several)
{
    mpt room = look->page_height - look->top - bottom_of(look, several);
    return mpt_max(room, mpt_max(look->leading, 1));
}

static void break_for(struct arena *a, struct layout *l, bool several)
{
    l->bottom = bottom_of(l->look, several);
    l->paper = (struct paper){.room = page_room(l->look, several)};
    l->paper.notes_gap = l->look->leading;
    l->paper.pinned = pinned_height(l);
    l->breaks = page_break(a, &l->flow, &l->paper);
}

int64_t page_whole_height(const struct boxes *boxes)
{
    int64_t height = 0;
    for (size_t i = 0; i < boxes->list.n; i++) {
        const struct box *box = &boxes->list.at[i];
        if (box->place != PLACE_MARGIN)
            height += box->height + box->gap - box->gap_shrink;
    }
    return height;
}

size_t page_least_sheets(const struct boxes *boxes, int64_t slack, const struct look *look)
{
    mpt gap = 0;
    for (size_t i = 0; i < boxes->list.n; i++)
        gap = mpt_max(gap, boxes->list.at[i].gap);
    int64_t height = page_whole_height(boxes) - gap - slack;
    if (height <= page_room(look, false))
        return 1;
    int64_t room =
        (int64_t)page_room(look, true) + gap; /* each break saves the gap at it */
    int64_t sheets = (height + room - 1) / room;
    return sheets > 2 ? (size_t)sheets : 2;
}

/* Sheet of box `index`: its own, or that of the text it stands beside. */
static size_t find_sheet(const struct layout *l, const size_t *flow_sheet, size_t index)
{
    const struct box *box = &l->boxes.list.at[index];
    if (box->place == PLACE_FOOT)
        return l->breaks.sheets - 1;
    if (box->place == PLACE_MARGIN && box->beside < index)
        index = box->beside;
    while (index > 0 && l->flow_of[index] == SIZE_MAX)
        index--;
    return l->flow_of[index] == SIZE_MAX ? 0 : flow_sheet[l->flow_of[index]];
}

static void find_sheets(struct arena *a, struct layout *l)
{
    size_t *flow_sheet = arena_many(a, l->flow.n, size_t);
    size_t *sheet_of = arena_many(a, l->boxes.list.n, size_t);
    for (size_t s = 0; s < l->breaks.sheets; s++)
        for (size_t i = l->breaks.start[s]; i < l->breaks.start[s + 1]; i++)
            flow_sheet[i] = s;
    for (size_t i = 0; i < l->boxes.list.n; i++)
        sheet_of[i] = find_sheet(l, flow_sheet, i);
    l->sheet_of = sheet_of;
}

struct layout page_layout(struct arena *a, const struct boxes *boxes,
                          const struct look *look)
{
    struct layout l = {.look = look, .boxes = *boxes};
    collect_flow(a, &l);
    /* Two boxes or more that are together too high never end up on one sheet. */
    bool several = l.flow.n > 1 && page_least_sheets(boxes, 0, look) > 1;
    break_for(a, &l, several);
    if (!several && l.breaks.sheets > 1)
        break_for(a, &l, true);
    find_sheets(a, &l);
    return l;
}

/* --- one column -------------------------------------------------------------------------------- */

/* Where the boxes of one sheet stand. */
struct column {
    const struct layout *l;
    size_t sheet, from, to; /* in the flow */
    mpt *y;                 /* top of each box of the flow, from the top of the text */
    mpt end;                /* foot of the last one */
    mpt notes;              /* height of the footnotes, 0: none */
};

static mpt pinned_on(const struct layout *l, size_t sheet)
{
    return sheet + 1 == l->breaks.sheets ? l->paper.pinned : 0;
}

static int64_t free_on(const struct layout *l, size_t sheet)
{
    size_t from = l->breaks.start[sheet], to = l->breaks.start[sheet + 1];
    return l->paper.room - page_height_of(&l->flow, from, to, &l->paper) -
           pinned_on(l, sheet);
}

/* How far the glue of all sheets stretches [thousandths]: alike on all, so that none looks looser
 * than its neighbour. A single sheet that is far from full stays as it is. */
static int spread_of(const struct layout *l)
{
    int64_t spread = 1000;
    for (size_t s = 0; s < l->breaks.sheets; s++) {
        int64_t stretch =
            page_stretch_of(&l->flow, l->breaks.start[s], l->breaks.start[s + 1]);
        int64_t free = free_on(l, s);
        if (stretch > 0 && free * 1000 / stretch < spread)
            spread = free * 1000 / stretch;
    }
    bool thin = free_on(l, 0) * 1000 > (int64_t)l->paper.room * (1000 - SPREAD_FILL);
    return spread < 0 || (l->breaks.sheets == 1 && thin) ? 0 : (int)spread;
}

/* How far the glue of a sheet that is too full shrinks, as a negative number [thousandths]; else
 * `spread`. */
static int ratio_of(const struct layout *l, size_t sheet, int spread)
{
    int64_t free = free_on(l, sheet), shrink = 0;
    if (free >= 0)
        return spread;
    for (size_t i = l->breaks.start[sheet] + 1; i < l->breaks.start[sheet + 1]; i++)
        shrink += l->flow.at[i]->gap_shrink;
    return shrink > 0 ? (int)(free * 1000 / shrink) - 1 : 0;
}

/* Glue above a box; on a grid it grows by whole half-lines, all gaps alike. */
static mpt glue_of(const struct layout *l, const struct box *box, int ratio)
{
    if (ratio < 0)
        return box->gap + mpt_scale(box->gap_shrink, ratio < -1000 ? -1000 : ratio, 1000);
    mpt more = mpt_scale(box->gap_stretch, ratio, 1000);
    mpt half = l->look->leading / 2;
    if (l->look->grid && half > 0)
        more = (more + half / 100) / half * half;
    return box->gap + more;
}

static void set_column(struct column *c, int ratio)
{
    mpt y = 0;
    for (size_t i = c->from; i < c->to; i++) {
        const struct box *box = c->l->flow.at[i];
        if (i > c->from)
            y += glue_of(c->l, box, ratio);
        else if (box->head)
            y += box->head->height;
        c->y[i] = y;
        y += box->height;
        for (size_t k = 0; k < box->note_count; k++)
            c->notes += box->notes[k]->height;
    }
    c->end = y;
}

/* --- placing ------------------------------------------------------------------------------------ */

static struct grid grid_of(const struct layout *l)
{
    return (struct grid){l->look, l->boxes.rtl};
}

static void put(struct arena *a, struct sheet *sheet, const struct layout *l,
                const struct box *box, mpt y)
{
    struct grid grid = grid_of(l);
    struct placed *placed = vec_add(a, &sheet->boxes);
    *placed = (struct placed){.box = box, .y = l->look->top + y};
    placed->x = grid_x(&grid, box->place);
}

/* The asides of a sheet and the box of the list that each is. */
struct asides {
    VEC(struct aside) list;
    VEC(size_t) box;
    VEC(struct taken) taken;
};

static mpt wish_of(const struct layout *l, const struct column *c, size_t index)
{
    size_t beside = l->boxes.list.at[index].beside;
    if (beside >= index)
        beside = index;
    while (beside > 0 && l->flow_of[beside] == SIZE_MAX)
        beside--;
    size_t place = l->flow_of[beside];
    return place == SIZE_MAX || place < c->from ? 0 : c->y[place];
}

static bool place_asides(struct arena *a, const struct column *c, struct asides *asides)
{
    const struct layout *l = c->l;
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        if (box->place == PLACE_MARGIN && l->sheet_of[i] == c->sheet) {
            struct aside aside = {wish_of(l, c, i), box->height, box->gap, 0};
            if (asides->list.n > 0 && aside.gap < l->look->leading / 2)
                aside.gap = l->look->leading / 2;
            vec_push(a, &asides->list, aside);
            vec_push(a, &asides->box, i);
        }
    }
    for (size_t i = c->from; i < c->to; i++)
        if (l->flow.at[i]->place == PLACE_WIDE) {
            struct taken taken = {c->y[i], c->y[i] + l->flow.at[i]->height};
            vec_push(a, &asides->taken, taken);
        }
    mpt limit = l->paper.room - pinned_on(l, c->sheet);
    return margin_place(asides->list.at, asides->list.n, asides->taken.at, asides->taken.n,
                        l->look->leading / 2, limit);
}

static void put_notes(struct arena *a, const struct column *c, struct sheet *sheet)
{
    const struct look *look = c->l->look;
    const struct grid grid = grid_of(c->l);
    if (c->notes == 0)
        return;
    mpt y = c->l->paper.room - pinned_on(c->l, c->sheet) - c->notes;
    struct mark *rule = vec_add(a, &sheet->running);
    struct point end = {NOTES_RULE, 0};
    *rule = (struct mark){.kind = MARK_PATH, .x = grid_x(&grid, PLACE_TEXT)};
    if (c->l->boxes.rtl)
        rule->x += look->measure - NOTES_RULE;
    rule->y = look->top + y - c->l->paper.notes_gap / 2;
    rule->path = path_rule(a, (struct point){0, 0}, end,
                           ink_stroke(look->secondary, NOTES_RULE_WIDTH));
    for (size_t i = c->from; i < c->to; i++)
        for (size_t k = 0; k < c->l->flow.at[i]->note_count; k++) {
            const struct box *note = c->l->flow.at[i]->notes[k];
            put(a, sheet, c->l, note, y);
            y += note->height;
        }
}

static mpt aside_y(const struct asides *asides, size_t index)
{
    for (size_t i = 0; i < asides->box.n; i++)
        if (asides->box.at[i] == index)
            return asides->list.at[i].y;
    return 0;
}

/* All boxes of a sheet in the author's order, then its notes. */
static void put_boxes(struct arena *a, const struct column *c, const struct asides *asides,
                      struct sheet *sheet)
{
    const struct layout *l = c->l;
    const struct box *first = c->from < c->to ? l->flow.at[c->from] : NULL;
    mpt pinned = l->paper.room - l->paper.pinned;
    if (first && first->head) {
        put(a, sheet, l, first->head, 0);
        vec_last(&sheet->boxes)->repeated = true;
    }
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        if (l->sheet_of[i] != c->sheet)
            continue;
        if (box->place == PLACE_FOOT) {
            put(a, sheet, l, box, pinned + box->gap);
            pinned += box->gap + box->height;
        } else if (box->place == PLACE_MARGIN) {
            put(a, sheet, l, box, aside_y(asides, i));
        } else {
            put(a, sheet, l, box, c->y[l->flow_of[i]]);
        }
    }
    put_notes(a, c, sheet);
}

bool page_place(struct arena *a, const struct layout *l, struct sheets *out)
{
    mpt *y = arena_many(a, l->flow.n, mpt);
    int spread = spread_of(l);
    for (size_t s = 0; s < l->breaks.sheets; s++) {
        struct column c = {.l = l, .sheet = s, .y = y};
        c.from = l->breaks.start[s];
        c.to = l->breaks.start[s + 1];
        set_column(&c, ratio_of(l, s, spread));
        struct sheet *sheet = vec_add(a, &out->list);
        sheet->width = l->look->page_width;
        sheet->height = l->look->page_height;
        sheet->room = l->paper.room;
        sheet->used =
            c.end + pinned_on(l, s) + (c.notes > 0 ? c.notes + l->paper.notes_gap : 0);
        struct asides asides = {.list = {0}};
        if (!place_asides(a, &c, &asides))
            return false;
        put_boxes(a, &c, &asides, sheet);
    }
    return true;
}
