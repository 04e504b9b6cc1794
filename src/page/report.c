/* SPDX-License-Identifier: MIT */
/* page/report.c — what a fit did, counted. */
#include "page/report.h"

#include "base/arena.h"
#include "base/utf8.h"

static const struct line *line_of(const struct box *box)
{
    for (size_t i = 0; i < box->mark_count; i++)
        if (box->marks[i].kind == MARK_LINE)
            return &box->marks[i].line;
    return NULL;
}

static void count_line(const struct box *box, struct fit_report *r)
{
    const struct line *line = line_of(box);
    if (box->lines != 1 || !line)
        return;
    r->lines++;
    r->hyphens += line->hyphenated;
    if (box->looseness > r->loosest) {
        r->loosest = box->looseness;
        r->loosest_at = box->span;
    }
    if (box->looseness < r->tightest) {
        r->tightest = box->looseness;
        r->tightest_at = box->span;
    }
}

void report_lines(const struct layout *l, struct fit_report *r)
{
    r->lines = r->hyphens = r->widows = r->orphans = 0;
    r->loosest = r->tightest = 0;
    for (size_t i = 0; i < l->flow.n; i++)
        count_line(l->flow.at[i], r);
    for (size_t s = 1; s < l->breaks.sheets; s++) {
        size_t first = l->breaks.start[s];
        if (first >= l->flow.n || first == 0)
            continue;
        r->widows += l->flow.at[first]->widow_line;
        r->orphans += l->flow.at[first - 1]->club_line;
    }
}

/* Words on a line: what lies between spaces and holds a letter or digit. */
static int words_of(const struct line *line)
{
    int words = 0;
    bool inside = false;
    for (uint32_t i = 0; i < line->piece_count; i++) {
        struct str text = line->pieces[i].text;
        for (size_t k = 0; k < text.n;) {
            uint32_t c = utf8_next(text, &k);
            if (utf8_is_space(c)) {
                inside = false;
            } else if (!inside && utf8_is_word(c)) {
                inside = true;
                words++;
            }
        }
    }
    return words;
}

static int words_in(const struct box *box)
{
    int words = 0;
    for (size_t i = 0; i < box->mark_count; i++)
        if (box->marks[i].kind == MARK_LINE)
            words += words_of(&box->marks[i].line);
    return words;
}

static int lines_in(mpt height, mpt leading)
{
    return leading > 0 ? (height + leading - 1) / leading : 0;
}

static void share_out(struct arena *a, const struct layout *l, const struct study *study,
                      struct fit_report *r)
{
    size_t n = study->sections.n;
    mpt *heights = arena_many(a, n, mpt);
    struct section_share *shares = arena_many(a, n, struct section_share);
    int64_t all = 0;
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        if (box->section >= n || box->place == PLACE_MARGIN || box->place == PLACE_SIDE)
            continue;
        heights[box->section] += box->height;
        shares[box->section].words += words_in(box);
        all += box->height;
    }
    r->longest = SIZE_MAX;
    for (size_t i = 0; i < n; i++) {
        shares[i].lines = lines_in(heights[i], l->look->leading);
        shares[i].cut = all > 0 ? (int)((int64_t)r->words_over * heights[i] / all) : 0;
        if (heights[i] > 0 && (r->longest == SIZE_MAX || heights[i] > heights[r->longest]))
            r->longest = i;
    }
    r->shares = shares;
    r->share_count = n;
}

/* Height beyond what `budget` sheets hold, were every one of them full. */
static int64_t excess_of(const struct layout *l, size_t budget)
{
    int64_t height = l->paper.pinned;
    for (size_t i = 0; i < l->flow.n; i++)
        height += l->flow.at[i]->height + (i > 0 ? l->flow.at[i]->gap : 0);
    int64_t excess = height - (int64_t)budget * page_room(l->look, budget > 1);
    return excess > l->look->leading ? excess : l->look->leading; /* a line at the least */
}

void report_excess(struct arena *a, const struct layout *l, const struct study *study,
                   size_t budget, struct fit_report *r)
{
    int64_t excess = excess_of(l, budget), height = 0;
    r->words_over = 0;
    for (size_t i = l->flow.n; i-- > 0 && height < excess;) {
        height += l->flow.at[i]->height + l->flow.at[i]->gap;
        r->words_over += words_in(l->flow.at[i]);
    }
    mpt leading = mpt_max(l->look->leading, 1);
    r->lines_over = (int)((excess + leading - 1) / leading);
    share_out(a, l, study, r);
}
