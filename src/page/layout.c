/* SPDX-License-Identifier: MIT */
/* page/layout.c — boxes on numbered sheets, at one step of the ladder. */
#include "page/layout.h"

#include "base/arena.h"

/* --- flow and paper -------------------------------------------------------------------------- */

static bool flows(const struct box *box)
{
    return box->place == PLACE_TEXT || box->place == PLACE_WIDE;
}

static void collect_flow(struct arena *a, struct layout *l)
{
    size_t n = 0;
    const struct box **at = arena_many(a, l->boxes.list.n, const struct box *);
    size_t *flow_of = arena_many(a, l->boxes.list.n, size_t);
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        flow_of[i] = flows(box) ? n : SIZE_MAX;
        if (flows(box))
            at[n++] = box;
    }
    l->flow = flow_measure(a, at, n, l->look->columns, l->look->leading);
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
    if (!look->foot_kept && !(several && look->foot_shown))
        return look->bottom;
    mpt foot = look->foot_baseline + look->roles[ROLE_FOOT].size + look->leading / 2;
    return mpt_max(look->bottom, foot);
}

mpt page_room(const struct look *look, bool several)
{
    mpt room = look->page_height - look->top - bottom_of(look, several);
    return mpt_max(room, mpt_max(look->leading, 1));
}

struct paper page_paper(const struct layout *l, bool several)
{
    struct paper paper = {.room = page_room(l->look, several)};
    const struct box *head = l->boxes.sheet_head;
    paper.head = head ? mpt_min(head->height + head->gap, paper.room / 2) : 0;
    paper.notes_gap = l->look->leading;
    paper.pinned = pinned_height(l);
    return paper;
}

static void break_for(struct arena *a, struct layout *l, bool several)
{
    l->bottom = bottom_of(l->look, several);
    l->paper = page_paper(l, several);
    l->breaks = page_break(a, &l->flow, &l->paper);
}

/* What breaks between columns, and between sheets, save of a box's gap counts once for each. */
static mpt widest_gap(const struct boxes *boxes)
{
    mpt gap = 0;
    for (size_t i = 0; i < boxes->list.n; i++)
        gap = mpt_max(gap, boxes->list.at[i].gap);
    return gap;
}

int64_t page_whole_height(const struct boxes *boxes, const struct look *look)
{
    int64_t height = 0, column = 0;
    mpt gap = look->columns > 1 ? widest_gap(boxes) : 0;
    bool in_zone = false;
    for (size_t i = 0; i < boxes->list.n; i++) {
        const struct box *box = &boxes->list.at[i];
        if (box->place == PLACE_MARGIN || box->place == PLACE_SIDE ||
            box->place == PLACE_RUNNING)
            continue;
        bool text = box->place == PLACE_TEXT && look->columns > 1;
        int64_t takes = (int64_t)box->height + box->gap - box->gap_shrink;
        column += text ? takes : 0;
        column -= text && !in_zone ? gap : 0; /* its second column begins without one */
        height += text ? 0 : takes;
        in_zone = text;
    }
    return height + column / 2;
}

size_t page_least_sheets(const struct boxes *boxes, int64_t slack, const struct look *look)
{
    mpt gap = widest_gap(boxes);
    int64_t height = page_whole_height(boxes, look) - gap - slack;
    if (height <= page_room(look, false))
        return 1;
    int64_t saved = (int64_t)gap * look->columns; /* by each break, the gap at it */
    int64_t room = page_room(look, true) + saved;
    int64_t sheets = (height + room - 1) / room;
    return sheets > 2 ? (size_t)sheets : 2;
}

/* Sheet of box `index`: its own, or that of the text it stands beside. */
static size_t find_sheet(const struct layout *l, const size_t *flow_sheet, size_t index)
{
    const struct box *box = &l->boxes.list.at[index];
    if (box->place == PLACE_FOOT || box->place == PLACE_RUNNING)
        return l->breaks.sheets - 1;
    if (box->place == PLACE_MARGIN && box->beside < index)
        index = box->beside;
    while (index > 0 && l->flow_of[index] == SIZE_MAX)
        index--;
    return l->flow_of[index] == SIZE_MAX ? 0 : flow_sheet[l->flow_of[index]];
}

/* The side column, once the sheets of the text are known. */
static void fill_side(struct arena *a, struct layout *l, size_t *sheet_of)
{
    const struct look *look = l->look;
    struct side_column column = {.sheets = l->breaks.sheets};
    column.room = look->page_height - look->side_top - look->side_bottom;
    if (l->boxes.side_head)
        column.taken = l->boxes.side_head->height + l->boxes.side_head->gap;
    size_t n = l->boxes.list.n;
    size_t *side_of = arena_many(a, n, size_t);
    l->side = arena_many(a, n, struct beside);
    for (size_t i = 0; i < n; i++)
        side_of[i] = SIZE_MAX;
    for (int late = 0; late < 2; late++)
        for (size_t i = 0; i < n; i++) {
            const struct box *box = &l->boxes.list.at[i];
            bool now = (box->late && sheet_of[i] + 1 == l->breaks.sheets) == (late > 0);
            if (box->place != PLACE_SIDE || !now)
                continue;
            side_of[i] = l->side_count;
            l->side[l->side_count++] = (struct beside){.box = box, .wish = sheet_of[i]};
        }
    l->side_over = side_place(l->side, l->side_count, &column);
    for (size_t i = 0; i < n; i++)
        if (side_of[i] != SIZE_MAX)
            sheet_of[i] = l->side[side_of[i]].sheet;
    l->side_of = side_of;
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
    fill_side(a, l, sheet_of);
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
