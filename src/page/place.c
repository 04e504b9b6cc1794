/* SPDX-License-Identifier: MIT */
/* page/place.c — puts every box on its sheet. */
#include "base/arena.h"
#include "block/path.h"
#include "page/column.h"
#include "page/grid.h"
#include "page/layout.h"
#include "page/margin.h"

#define SPREAD_FILL 720 /* a single sheet that is emptier is left as it is [thousandths] */
#define NOTES_RULE PT(60)
#define NOTES_RULE_WIDTH PT(0.4)

/* --- one sheet ---------------------------------------------------------------------------------- */

/* What is put on one sheet. Heights count from the top of its text, below what stands there again. */
struct page {
    const struct layout *l;
    size_t number;
    struct grid grid;
    struct column column;
    const struct spot *spots; /* of all boxes of the flow */
    mpt end;                  /* foot of the last box */
    mpt notes;                /* height of the footnotes, 0: none */
    mpt room;                 /* above what is pinned */
    struct sheet *sheet;      /* what is filled */
};

static mpt pinned_on(const struct layout *l, size_t sheet)
{
    return sheet + 1 == l->breaks.sheets ? l->paper.pinned : 0;
}

/* Height for text and notes. */
static mpt room_on(const struct layout *l, size_t sheet)
{
    return paper_room(&l->paper, sheet) - pinned_on(l, sheet);
}

static struct column column_of(const struct layout *l, size_t sheet)
{
    struct column c = {.flow = &l->flow};
    c.from = l->breaks.start[sheet];
    c.to = l->breaks.start[sheet + 1];
    c.wish = l->breaks.tight[sheet] ? ZONE_LOW : ZONE_FAIR;
    c.half = l->look->grid ? l->look->leading / 2 : 0;
    return c;
}

/* What a sheet with glue of this ratio leaves empty; negative: it does not fit [mpt]. */
static int64_t free_on(const struct layout *l, size_t sheet, int ratio, struct spot *spots)
{
    struct column c = column_of(l, sheet);
    int64_t notes = flow_notes(&l->flow, c.from, c.to);
    notes += notes > 0 ? l->paper.notes_gap : 0;
    return room_on(l, sheet) - column_set(&c, ratio, spots) - notes;
}

/* The loosest ratio that fits [thousandths]; a sheet that is too full has its glue shrunk. */
static int ratio_of(const struct layout *l, size_t sheet, struct spot *spots)
{
    int low = -1000, high = 1000;
    if (free_on(l, sheet, 0, spots) >= 0)
        low = 0;
    else
        high = 0;
    while (low < high) {
        int middle = low + (high - low + 1) / 2;
        if (free_on(l, sheet, middle, spots) >= 0)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

/* How far the glue of all sheets stretches: alike on all, so that none looks looser than its
 * neighbour. A single sheet that is far from full stays as it is. */
static int spread_of(const struct layout *l, const int *ratios, struct spot *spots)
{
    int64_t free = free_on(l, 0, 0, spots);
    if (l->breaks.sheets == 1 &&
        free * 1000 > (int64_t)l->paper.room * (1000 - SPREAD_FILL))
        return 0;
    int spread = 1000;
    for (size_t s = 0; s < l->breaks.sheets; s++)
        if (ratios[s] < spread)
            spread = ratios[s];
    return spread < 0 ? 0 : spread;
}

/* --- placing ------------------------------------------------------------------------------------ */

/* Put a box down `y` from the top of the sheet, in a column of its place. */
static struct placed *put(struct arena *a, const struct page *p, const struct box *box,
                          mpt y, int column)
{
    struct placed *placed = vec_add(a, &p->sheet->boxes);
    *placed = (struct placed){.box = box, .y = y};
    placed->x = grid_x(&p->grid, box->place, column);
    return placed;
}

/* The same, counted from the top of the text. */
static struct placed *put_in_text(struct arena *a, const struct page *p,
                                  const struct box *box, struct spot at)
{
    const struct layout *l = p->l;
    mpt head = l->paper.room - paper_room(&l->paper, p->number);
    return put(a, p, box, l->look->top + head + at.y, at.column);
}

/* The asides of a sheet and the box of the list that each is. */
struct asides {
    VEC(struct aside) list;
    VEC(size_t) box;
    VEC(struct taken) taken;
};

static mpt wish_of(const struct page *p, size_t index)
{
    const struct layout *l = p->l;
    size_t beside = l->boxes.list.at[index].beside;
    if (beside >= index)
        beside = index;
    while (beside > 0 && l->flow_of[beside] == SIZE_MAX)
        beside--;
    size_t place = l->flow_of[beside];
    return place == SIZE_MAX || place < p->column.from ? 0 : p->spots[place].y;
}

static bool place_asides(struct arena *a, const struct page *p, struct asides *asides)
{
    const struct layout *l = p->l;
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        if (box->place == PLACE_MARGIN && l->sheet_of[i] == p->number) {
            struct aside aside = {wish_of(p, i), box->height, box->gap, 0};
            if (asides->list.n > 0 && aside.gap < l->look->leading / 2)
                aside.gap = l->look->leading / 2;
            vec_push(a, &asides->list, aside);
            vec_push(a, &asides->box, i);
        }
    }
    for (size_t i = p->column.from; i < p->column.to; i++)
        if (l->flow.at[i]->place == PLACE_WIDE) {
            mpt y = p->spots[i].y;
            vec_push(a, &asides->taken, ((struct taken){y, y + l->flow.at[i]->height}));
        }
    return margin_place(asides->list.at, asides->list.n, asides->taken.at, asides->taken.n,
                        l->look->leading / 2, p->room);
}

/* True where a caption does not stand beside what it tells of. */
static bool strays(const struct page *p, const struct asides *asides)
{
    for (size_t i = 0; i < asides->list.n; i++) {
        const struct aside *a = &asides->list.at[i];
        mpt off = a->y > a->wish ? a->y - a->wish : a->wish - a->y;
        if (p->l->boxes.list.at[asides->box.at[i]].level && off > p->l->look->leading)
            return true;
    }
    return false;
}

static void rule_notes(struct arena *a, const struct page *p, mpt y)
{
    const struct look *look = p->l->look;
    struct mark *rule = vec_add(a, &p->sheet->running);
    struct point end = {NOTES_RULE, 0};
    *rule = (struct mark){.kind = MARK_PATH, .x = grid_x(&p->grid, PLACE_TEXT, 0)};
    if (p->grid.rtl)
        rule->x += look->measure - NOTES_RULE;
    rule->y = y - p->l->paper.notes_gap / 2;
    rule->path = path_rule(a, (struct point){0, 0}, end,
                           ink_stroke(look->secondary, NOTES_RULE_WIDTH));
}

static void put_notes(struct arena *a, const struct page *p)
{
    const struct flow *flow = &p->l->flow;
    if (p->notes == 0)
        return;
    size_t split = flow_notes_split(flow, p->column.from, p->column.to);
    size_t number = flow->note_at[p->column.from];
    struct spot at = {.y = p->room - p->notes};
    for (size_t i = p->column.from; i < p->column.to; i++)
        for (size_t k = 0; k < flow->at[i]->note_count; k++, number++) {
            if (number == split)
                at = (struct spot){.y = p->room - p->notes, .column = 1};
            mpt y = put_in_text(a, p, flow->at[i]->notes[k], at)->y;
            if (number == flow->note_at[p->column.from])
                rule_notes(a, p, y);
            at.y += flow->at[i]->notes[k]->height;
        }
}

static mpt aside_y(const struct asides *asides, size_t index)
{
    for (size_t i = 0; i < asides->box.n; i++)
        if (asides->box.at[i] == index)
            return asides->list.at[i].y;
    return 0;
}

/* A box of the flow; where it begins a column, below the head of its table. */
static void put_flowing(struct arena *a, const struct page *p, size_t index)
{
    const struct box *box = p->l->flow.at[index];
    struct spot at = p->spots[index];
    if (at.top && box->head) {
        struct spot head = {.y = at.y - box->head->height, .column = at.column};
        put_in_text(a, p, box->head, head)->repeated = true;
    }
    put_in_text(a, p, box, at);
}

/* In the side column, which begins higher or lower than the text. */
static void put_beside(struct arena *a, const struct page *p, const struct beside *beside)
{
    const struct box *box = beside->box;
    mpt y = p->l->look->side_top + beside->y;
    if (beside->top && box->head)
        put(a, p, box->head, y - box->head->height, 0)->repeated = true;
    put(a, p, box, y, 0);
}

/* What stands on every sheet but the first. */
static void put_heads(struct arena *a, const struct page *p)
{
    const struct layout *l = p->l;
    if (p->number == 0)
        return;
    if (l->boxes.sheet_head)
        put(a, p, l->boxes.sheet_head, l->look->top, 0)->repeated = true;
    if (l->boxes.side_head)
        put(a, p, l->boxes.side_head, l->look->side_top, 0)->repeated = true;
}

/* All boxes of a sheet in the author's order, then its notes. */
static void put_boxes(struct arena *a, const struct page *p, const struct asides *asides)
{
    const struct layout *l = p->l;
    struct spot pinned = {.y = p->room};
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        if (l->sheet_of[i] != p->number)
            continue;
        if (box->place == PLACE_FOOT) {
            pinned.y += box->gap;
            put_in_text(a, p, box, pinned);
            pinned.y += box->height;
        } else if (box->place == PLACE_RUNNING) {
            mpt foot = l->look->page_height - l->look->foot_baseline;
            put(a, p, box, foot - box->height, 0);
        } else if (box->place == PLACE_MARGIN) {
            put_in_text(a, p, box, (struct spot){.y = aside_y(asides, i)});
        } else if (box->place == PLACE_SIDE) {
            put_beside(a, p, &l->side[l->side_of[i]]);
        } else {
            put_flowing(a, p, l->flow_of[i]);
        }
    }
    put_heads(a, p); /* over the rule of a section that begins below it */
    put_notes(a, p);
}

/* The boxes of a sheet, once it is known how far its glue stretches. */
static struct misfit place_sheet(struct arena *a, const struct page *p)
{
    const struct layout *l = p->l;
    struct sheet *sheet = p->sheet;
    sheet->width = l->look->page_width;
    sheet->height = l->look->page_height;
    sheet->room = l->paper.room;
    sheet->used = l->paper.room - p->room + p->end;
    sheet->used += p->notes > 0 ? p->notes + l->paper.notes_gap : 0;
    struct asides asides = {.list = {0}};
    if (!place_asides(a, p, &asides))
        return (struct misfit){MISFIT_MARGIN, SIZE_MAX};
    if (strays(p, &asides))
        return (struct misfit){MISFIT_CAPTION, SIZE_MAX};
    put_boxes(a, p, &asides);
    return (struct misfit){MISFIT_NONE, SIZE_MAX};
}

/* The last section in the side column that makes room enough when it leaves, or else the highest:
 * what comes last there is nearest to its place in the text. */
static size_t section_to_leave(struct arena *a, const struct layout *l)
{
    int64_t *heights = arena_many(a, l->side_count, int64_t); /* at the last box of each */
    size_t highest = 0;
    for (size_t i = 0; i < l->side_count; i++) {
        const struct box *box = l->side[i].box;
        bool same = i > 0 && l->side[i - 1].box->section == box->section;
        heights[i] = box->height + box->gap + (same ? heights[i - 1] : 0);
        highest = heights[i] > heights[highest] ? i : highest;
    }
    for (size_t i = l->side_count; i-- > 0;)
        if (heights[i] >= l->side_over && l->side[i].box->section != SIZE_MAX)
            return l->side[i].box->section;
    return l->side[highest].box->section;
}

struct misfit page_place(struct arena *a, const struct layout *l, struct sheets *out)
{
    if (l->side_over > 0)
        return (struct misfit){MISFIT_SIDE, section_to_leave(a, l)};
    struct spot *spots = arena_many(a, l->flow.n + 1, struct spot);
    int *ratios = arena_many(a, l->breaks.sheets, int);
    for (size_t s = 0; s < l->breaks.sheets; s++)
        ratios[s] = ratio_of(l, s, spots);
    int spread = spread_of(l, ratios, spots);
    for (size_t s = 0; s < l->breaks.sheets; s++) {
        struct page p = {.l = l, .number = s, .spots = spots, .column = column_of(l, s)};
        p.grid = grid_on(l->look, l->boxes.rtl, s);
        p.room = room_on(l, s);
        int ratio = ratios[s] < 0 ? ratios[s] : spread;
        p.end = (mpt)column_set(&p.column, ratio, spots);
        p.notes = (mpt)flow_notes(&l->flow, p.column.from, p.column.to);
        p.sheet = vec_add(a, &out->list);
        struct misfit misfit = place_sheet(a, &p);
        if (misfit.where != MISFIT_NONE)
            return misfit;
    }
    return (struct misfit){MISFIT_NONE, SIZE_MAX};
}
