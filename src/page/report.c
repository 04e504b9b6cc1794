/* SPDX-License-Identifier: MIT */
/* page/report.c — what a fit did, counted. */
#include "page/report.h"

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

/* What the end of a sheet leaves behind, and takes along. */
static void count_break(const struct layout *l, size_t first, struct fit_report *r)
{
    const struct box *last = l->flow.at[first - 1];
    r->widows += l->flow.at[first]->widow_line;
    r->orphans += last->club_line;
    bool one_line = last->club_line && first > 1 && report_heading(l->flow.at[first - 2]);
    r->stranded += report_heading(last) || one_line;
}

void report_lines(const struct layout *l, struct fit_report *r)
{
    for (size_t i = 0; i < l->flow.n; i++)
        count_line(l->look, l->flow.at[i], r);
    for (size_t s = 1; s < l->breaks.sheets; s++) {
        size_t first = l->breaks.start[s];
        if (first < l->flow.n && first > 0)
            count_break(l, first, r);
    }
}
