/* SPDX-License-Identifier: MIT */
/* page/report.c — what a fit did, counted. */
#include "page/report.h"

#include "base/arena.h"
#include "page/grid.h"
#include "page/words.h"

#define RUNT 150 /* a single word that ends a paragraph is short below this [thousandths] */

static const struct mark *line_of(const struct box *box)
{
    for (size_t i = 0; i < box->mark_count; i++)
        if (box->marks[i].kind == MARK_LINE)
            return &box->marks[i];
    return NULL;
}

/* A last line that the indent below would reach over, or of one short word. */
static bool runt(const struct look *look, const struct box *box, const struct line *line)
{
    if (!box->widow_line || line->width <= 0)
        return false;
    bool narrow = line->width < mpt_scale(look->measure, RUNT, 1000);
    return line->width < look->paragraph_indent || (narrow && words_of_line(line) == 1);
}

static void count_line(const struct look *look, const struct box *box, struct fit_report *r)
{
    const struct mark *mark = line_of(box);
    if (box->lines != 1 || !mark)
        return;
    r->lines++;
    r->hyphens += mark->line.hyphenated;
    r->runts += runt(look, box, &mark->line);
    if (box->looseness > r->loosest) {
        r->loosest = box->looseness;
        r->loosest_at = box->span;
    }
    if (box->looseness < r->tightest) {
        r->tightest = box->looseness;
        r->tightest_at = box->span;
    }
}

bool report_heading(const struct box *box)
{
    const struct mark *mark = line_of(box);
    return mark && mark->tag && mark->tag->role >= TAG_H1 && mark->tag->role <= TAG_H4;
}

/* What the end of a sheet or of a column leaves behind, and takes along. */
static void count_break(const struct layout *l, size_t first, struct fit_report *r)
{
    const struct box *last = l->flow.at[first - 1];
    r->widows += l->flow.at[first]->widow_line;
    r->orphans += last->club_line;
    bool one_line = last->club_line && first > 1 && report_heading(l->flow.at[first - 2]);
    r->stranded += report_heading(last) || one_line;
}

/* The boxes of the flow are placed in its order; one that does not stand below the one before it
 * begins a column, and the first of a sheet does. */
static void count_breaks(const struct layout *l, const struct sheets *sheets,
                         struct fit_report *r)
{
    size_t next = 0;
    for (size_t s = 0; s < sheets->list.n; s++) {
        const struct sheet *sheet = &sheets->list.at[s];
        mpt foot = MPT_MAX;
        for (size_t i = 0; i < sheet->boxes.n && next < l->flow.n; i++) {
            const struct placed *p = &sheet->boxes.at[i];
            if (p->repeated || p->box != l->flow.at[next])
                continue;
            if (p->y < foot && next > 0)
                count_break(l, next, r);
            foot = p->y + p->box->height;
            next++;
        }
    }
}

void report_lines(const struct layout *l, const struct sheets *sheets, struct fit_report *r)
{
    for (size_t i = 0; i < l->boxes.list.n; i++)
        count_line(l->look, &l->boxes.list.at[i], r);
    count_breaks(l, sheets, r);
}

/* --- columns --------------------------------------------------------------------------------- */

#define TEXT_COLUMNS 2 /* at most */

/* The columns of one sheet, from its top down. */
struct columns {
    mpt left[TEXT_COLUMNS];
    mpt foot[TEXT_COLUMNS]; /* of what stands in each so far, in the zone in hand */
    mpt lack[TEXT_COLUMNS]; /* what each has stayed behind the other, in zones before */
    mpt side;               /* foot of the side column */
};

/* A zone ends: what is shorter has white space at its foot. */
static void close_zone(struct columns *c)
{
    mpt foot = mpt_max(c->foot[0], c->foot[1]);
    for (size_t k = 0; k < TEXT_COLUMNS; k++) {
        c->lack[k] += foot - c->foot[k];
        c->foot[k] = foot;
    }
}

static void add_placed(struct columns *c, const struct placed *p)
{
    mpt foot = p->y + p->box->height;
    if (p->box->place == PLACE_SIDE)
        c->side = mpt_max(c->side, foot);
    if (p->box->place != PLACE_TEXT && p->box->place != PLACE_WIDE)
        return;
    if (p->box->place == PLACE_WIDE) {
        close_zone(c);
        c->foot[0] = c->foot[1] = mpt_max(c->foot[0], foot);
        return;
    }
    size_t k = p->x == c->left[1] && c->left[1] != c->left[0] ? 1 : 0;
    c->foot[k] = mpt_max(c->foot[k], foot);
}

static int fill_of(int64_t used, mpt room)
{
    return room > 0 && used > 0 ? (int)(used * 1000 / room) : 0;
}

/* The columns of a sheet, as they are when all is placed. */
static struct columns measure(const struct layout *l, const struct sheet *sheet,
                              const struct grid *grid)
{
    struct columns c = {.side = l->look->side_top};
    for (int k = 0; k < TEXT_COLUMNS; k++) {
        c.left[k] = grid_x(grid, PLACE_TEXT, k < l->look->columns ? k : 0);
        c.foot[k] = l->look->top;
    }
    for (size_t i = 0; i < sheet->boxes.n; i++)
        add_placed(&c, &sheet->boxes.at[i]);
    close_zone(&c);
    return c;
}

void report_columns(struct arena *a, const struct layout *l, struct sheets *sheets)
{
    const struct look *look = l->look;
    for (size_t s = 0; s < sheets->list.n; s++) {
        struct sheet *sheet = &sheets->list.at[s];
        struct grid grid = grid_on(look, l->boxes.rtl, s);
        struct columns c = measure(l, sheet, &grid);
        for (int k = 0; k < look->columns && k < TEXT_COLUMNS; k++)
            vec_push(a, &sheet->columns, fill_of(sheet->used - c.lack[k], sheet->room));
        mpt room = look->page_height - look->side_top - look->side_bottom;
        if (look->side > 0)
            vec_push(a, &sheet->columns, fill_of(c.side - look->side_top, room));
    }
}
