/* SPDX-License-Identifier: MIT */
/* page/refusal.c — tells an author, as an editor would, what is too much. */
#include "page/refusal.h"

#include "base/arena.h"
#include "page/excess.h"
#include "page/report.h"
#include "page/words.h"

#define TOLD_SECTIONS 20 /* a study of more is not cut by shares */
#define TOLD_WORDS 3     /* a share of less is within the error of all this */

/* What a study takes, in all or in one section. */
struct take {
    int64_t height;
    int words;
    int prose;       /* of them in running text, which can be shortened word by word */
    int prose_lines; /* that they take, */
    int prose_ends;  /* and the last lines of paragraphs among these */
};

static bool in_table(const struct box *box)
{
    for (size_t i = 0; i < box->mark_count; i++)
        for (const struct tag *t = box->marks[i].tag; t; t = t->parent)
            if (t->role == TAG_TABLE)
                return true;
    return false;
}

/* Headings, tables, facts, links and contact are no running text, however they are set. */
static bool is_prose(const struct study *study, const struct box *box)
{
    if (box->lines == 0 || report_heading(box) || in_table(box))
        return false;
    if (box->section >= study->sections.n)
        return true;
    enum section_kind kind = study->sections.at[box->section].kind;
    return kind != SECTION_FACTS && kind != SECTION_LINKS && kind != SECTION_CONTACT;
}

static bool ends_paragraph(const struct box *box)
{
    for (size_t i = box->mark_count;
         i-- > 0;) /* the mark of an item stands before its text */
        if (box->marks[i].kind == MARK_LINE)
            return box->marks[i].line.last;
    return false;
}

static void take_box(struct take *t, const struct study *study, const struct box *box)
{
    int words = words_of_box(box);
    bool prose = is_prose(study, box);
    t->height += box->height + box->gap;
    t->words += words;
    t->prose += prose ? words : 0;
    t->prose_lines += prose ? box->lines : 0;
    t->prose_ends += prose && ends_paragraph(box);
}

/* What each section takes; the last entry is all of them together. */
static struct take *take_all(struct arena *a, const struct layout *l,
                             const struct study *study)
{
    size_t sections = study->sections.n;
    struct take *takes = arena_many(a, sections + 1, struct take);
    for (size_t i = 0; i < l->boxes.list.n; i++) {
        const struct box *box = &l->boxes.list.at[i];
        if (box->place == PLACE_MARGIN || box->place == PLACE_SIDE ||
            box->place == PLACE_RUNNING)
            continue;
        take_box(&takes[sections], study, box);
        if (box->section < sections)
            take_box(&takes[box->section], study, box);
    }
    return takes;
}

static int lines_in(int64_t height, mpt leading)
{
    leading = mpt_max(leading, 1);
    int64_t lines = (height + leading - 1) / leading;
    return lines < MPT_MAX ? (int)lines : MPT_MAX;
}

/* Who shortens, shortens running text, a few words here and there: of the lines that these would
 * fill not all go, as a paragraph keeps a last line for what is left of it. A line and a half and a
 * tenth more made 46 of 53 studies fit that were cut as told, half a line more three of five. The
 * last lines of paragraphs are half full. */
static int words_over(const struct take *all, int lines)
{
    int64_t halves = 2 * (int64_t)lines + lines / 5 + 3;
    int64_t of = 2 * (int64_t)all->prose_lines - all->prose_ends;
    int64_t words = of > 0 ? halves * all->prose / of : 0;
    return words < all->prose ? (int)words : all->prose;
}

/* What each section takes, and what it would have to give: rounded so that all add up. */
static void share_out(struct arena *a, const struct layout *l, const struct take *takes,
                      size_t sections, struct fit_report *r)
{
    struct section_share *shares = arena_many(a, sections, struct section_share);
    const struct take *all = &takes[sections];
    int64_t before = 0, told = 0;
    for (size_t i = 0; i < sections; i++) {
        before += takes[i].prose;
        int64_t upto = all->prose > 0 ? before * r->words_over / all->prose : 0;
        shares[i].lines = lines_in(takes[i].height, l->look->leading);
        shares[i].words = takes[i].words;
        shares[i].cut = (int)(upto - told);
        told = upto;
        if (takes[i].height > 0 &&
            (r->longest == SIZE_MAX || takes[i].height > takes[r->longest].height))
            r->longest = i;
    }
    r->shares = shares;
    r->share_count = sections;
}

static void count(struct arena *a, const struct layout *l,
                  const struct fit_request *request, struct fit_report *r)
{
    const struct study *study = request->block.study;
    size_t sections = study->sections.n;
    const struct take *takes = take_all(a, l, study), *all = &takes[sections];
    bool *lines = arena_many(a, l->flow.n, bool);
    for (size_t i = 0; i < l->flow.n; i++)
        lines[i] = l->flow.at[i]->lines == 1 && is_prose(study, l->flow.at[i]);
    struct excess excess = excess_of(request->scratch, l, lines, sections, r->budget);
    r->lines_over = excess.lines;
    r->more_over = excess.more;
    r->words_over = excess.more ? all->prose : words_over(all, r->lines_over);
    r->words = all->words;
    share_out(a, l, takes, sections, r);
}

/* --- words ----------------------------------------------------------------------------------- */

static const char *plural(int n)
{
    return n == 1 ? "" : "s";
}

#define MILLIMETRE 2835 /* [mpt] */

/* "12.1": so many of `unit`, rounded to tenths. */
static struct str count_of(struct arena *a, mpt length, mpt unit)
{
    mpt tenths = mpt_scale(length, 10, unit);
    return str_fmt(a, tenths % 10 ? "%d.%d" : "%d", tenths / 10, tenths % 10);
}

/* The knobs an author knows by sight, at the end of their way. */
static struct str ends(struct arena *a, const struct look *look)
{
    return str_fmt(
        a, "text %.*s on %.*s pt, sections %.*s pt apart, margins %.*s and %.*s mm",
        STR(count_of(a, look->roles[ROLE_TEXT].size, PT(1))),
        STR(count_of(a, look->leading, PT(1))), STR(count_of(a, look->section_gap, PT(1))),
        STR(count_of(a, look->top, MILLIMETRE)),
        STR(count_of(a, look->bottom, MILLIMETRE)));
}

/* What more pages would do. */
static struct str more_pages(struct arena *a, const struct fit_report *r)
{
    return str_fmt(a, "it fits on %d pages, the last one %d%% full", r->pages,
                   (r->fill + 5) / 10);
}

static void tell_section(const struct section *section, const struct section_share *share,
                         struct diags *d)
{
    struct str title = section->title;
    if (str_empty(title))
        title = S("text without a heading");
    diag_push(d, D_P0205, section->span,
              "“%.*s” takes %d line%s: about %d of its %d words must go", STR(title),
              share->lines, plural(share->lines), share->cut, share->words);
}

/* The `TOLD_SECTIONS` that have to give most, in the author's order. */
static void tell_sections(const struct study *study, const struct fit_report *r,
                          struct diags *d)
{
    for (size_t i = 0; i < r->share_count; i++) {
        size_t larger = 0;
        for (size_t k = 0; k < r->share_count; k++)
            larger += r->shares[k].cut > r->shares[i].cut ||
                      (k < i && r->shares[k].cut == r->shares[i].cut);
        if (r->shares[i].cut >= TOLD_WORDS && larger < TOLD_SECTIONS)
            tell_section(&study->sections.at[i], &r->shares[i], d);
    }
}

/* What would do: words that go, where words are what is too much. */
static struct str advice(struct arena *a, const struct fit_report *r)
{
    if (r->more_over)
        return str_fmt(a, "take out a table, a figure or a section, or allow more: %.*s",
                       STR(more_pages(a, r)));
    return str_fmt(a, "cut about %d of its %d words, or allow more: %.*s", r->words_over,
                   r->words, STR(more_pages(a, r)));
}

/* By how much it is too long. */
static struct str length_over(struct arena *a, const struct fit_report *r)
{
    if (r->more_over)
        return str_fmt(a, "is, even without any of its running text, too long for");
    return str_fmt(a, "is %d line%s (about %d word%s) too long for", r->lines_over,
                   plural(r->lines_over), r->words_over, plural(r->words_over));
}

void refuse(struct arena *a, const struct layout *layout, const struct fit_request *request,
            struct fit_report *report, struct diags *d)
{
    count(a, layout, request, report);
    struct str without = S("");
    if (request->dropped > 0)
        without = str_fmt(a, ", even without its %zu optional part%s", request->dropped,
                          request->dropped == 1 ? "" : "s");
    diag_push_hint(d, request->budget.overflow ? D_P0202 : D_P0201, (struct span){0},
                   advice(a, report),
                   "the study %.*s %d page%s at the tightest its layout goes%.*s: %.*s",
                   STR(length_over(a, report)), report->budget, plural(report->budget),
                   STR(without), STR(ends(a, layout->look)));
    bool shared = !report->more_over && report->words_over < report->words / 4 * 3;
    if (shared) /* else shares are of no help */
        tell_sections(request->block.study, report, d);
}
