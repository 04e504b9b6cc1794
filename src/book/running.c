/* SPDX-License-Identifier: MIT */
/* book/running.c — heads and feet of a book's pages. */
#include "book/running.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "book/words.h"

#define GAP PT(12) /* between two words of a head */
#define NUMBER_GAP PT(8)
/* Where the middle of a foot begins without a title column [thousandths of the width]. */
#define MIDDLE 255

/* Edges that the words of one page keep to. */
struct edges {
    mpt left, text, right;
    mpt head, foot; /* rule of the head; baseline of the foot, from the upper edge */
};

static struct edges own_edges(const struct leaves *l)
{
    const struct look *look = l->s.look;
    return (struct edges){l->left, l->text, l->right, look->top,
                          look->page_height - look->foot_baseline};
}

static struct phrase said(struct str text, enum role role, uint32_t colour, int weight)
{
    return (struct phrase){text, role, colour, weight, S(""), NULL};
}

/* As many words of `text` as `room` holds, and an ellipsis where some are left out. */
static struct str fitting(struct leaves *l, struct phrase phrase, mpt room)
{
    struct str rest = phrase.text;
    while (!str_empty(rest) && leaf_width(l, &phrase) > room) {
        size_t end = rest.n;
        while (end > 0 && rest.p[end - 1] != ' ')
            end--;
        if (end == 0) {
            end = rest.n;
            utf8_prev(rest, &end);
        }
        rest = str_trim_end(str_sub(rest, 0, end));
        phrase.text = str_join(l->s.a, rest, S("…"));
    }
    return phrase.text;
}

static void put_head(struct leaves *l, struct marks *m, const struct edges *e,
                     const struct phrase words[3])
{
    mpt base = e->head + HEAD_BASELINE, x = e->text;
    marks_rule(&l->s, m, (struct rect){e->left, e->head, e->right - e->left, 0}, FRAME_RULE,
               l->s.look->text_colour);
    leaf_put(l, m, &words[0], (struct point){e->left, base}, e->right - e->left);
    if (x <= e->left)
        x = e->left + leaf_width(l, &words[0]) + NUMBER_GAP;
    mpt end = e->right - leaf_width(l, &words[2]);
    struct phrase middle = words[1];
    middle.text = fitting(l, middle, end - GAP - x);
    leaf_put(l, m, &middle, (struct point){x, base}, e->right - x);
    leaf_put_end(l, m, &words[2], (struct point){e->right, base});
}

static struct str part_words(struct leaves *l, const struct portfolio_part *part)
{
    const struct portfolio *p = l->book->portfolio;
    if (!part)
        return p->title;
    const char *word = book_words(p->lang)->part;
    if (str_empty(part->letter))
        return part->name;
    return str_fmt(l->s.a, "%s %.*s, %.*s", word, STR(part->letter), STR(part->name));
}

static void put_foot(struct leaves *l, struct marks *m, const struct edges *e,
                     struct running where)
{
    const struct portfolio *p = l->book->portfolio;
    mpt middle =
        e->text > e->left ? e->text : e->left + mpt_scale(e->right - e->left, MIDDLE, 1000);
    struct phrase number = said(str_fmt(l->s.a, "%zu / %zu", where.page + 1, where.total),
                                ROLE_FOOT, l->s.look->text_colour, 0);
    struct phrase contact =
        said(p->contact.n ? p->contact.at[0] : S(""), ROLE_FOOT, l->s.look->secondary, 0);
    struct phrase part =
        said(part_words(l, where.part), ROLE_FOOT, l->s.look->secondary, 0);
    contact.text = fitting(l, contact, middle - GAP - e->left);
    leaf_put(l, m, &contact, (struct point){e->left, e->foot}, e->right - e->left);
    part.text = fitting(l, part, e->right - leaf_width(l, &number) - GAP - middle);
    leaf_put(l, m, &part, (struct point){middle, e->foot}, e->right - middle);
    leaf_put_end(l, m, &number, (struct point){e->right, e->foot});
}

void running_own(struct leaves *l, size_t sheet, struct running where)
{
    const struct portfolio *p = l->book->portfolio;
    struct edges e = own_edges(l);
    struct marks m = {{0}};
    struct str end = p->date;
    if (where.part && !str_empty(where.part->letter))
        end =
            str_fmt(l->s.a, "%s %.*s", book_words(p->lang)->part, STR(where.part->letter));
    const struct phrase words[3] = {said(p->title, ROLE_HEAD, l->s.look->accent, 600),
                                    said(p->author, ROLE_HEAD, NO_COLOUR, 0),
                                    said(end, ROLE_HEAD, NO_COLOUR, 0)};
    put_head(l, &m, &e, words);
    put_foot(l, &m, &e, where);
    leaf_running(l, sheet, &m);
}

/* Baseline of the first line of the title on a page, from the upper edge; 0 where there is none. */
static mpt title_baseline(const struct display *display)
{
    const struct display_page *page = &display->pages.at[0];
    bool inside = false;
    for (size_t i = 0; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        if (op->kind == OP_TAG_BEGIN)
            inside = op->tag <= TAG_REAL_MAX && display->tags.at[op->tag]->role == TAG_H1;
        else if (inside && op->kind == OP_GLYPHS)
            return op->y;
    }
    return 0;
}

static void put_opener(struct leaves *l, struct marks *m, const struct book_entry *entry,
                       struct str number)
{
    const struct head_edges *e = &entry->head[0];
    mpt base = title_baseline(entry->display);
    struct phrase phrase = said(number, ROLE_BOOK_OPENER, NO_COLOUR, 0);
    if (base == 0 || !entry->opener)
        return;
    if (entry->mirrored)
        leaf_put_end(l, m, &phrase, (struct point){e->right, base});
    else
        leaf_put(l, m, &phrase, (struct point){e->left, base}, e->text - e->left);
}

void running_study(struct leaves *l, size_t index, size_t page, struct running where)
{
    const struct portfolio *p = l->book->portfolio;
    const struct book_entry *entry = &l->book->entries.at[index];
    const struct display_page *sheet = &entry->display->pages.at[page];
    const struct head_edges *its = &entry->head[page % 2];
    struct edges e = {its->left, its->text, its->right, entry->head_top,
                      sheet->height - entry->foot_baseline};
    struct str number = str_fmt(l->s.a, "%zu", index + 1);
    struct str owner = str_empty(p->author)
                           ? p->title
                           : str_fmt(l->s.a, "%.*s, %.*s", STR(p->author), STR(p->title));
    const struct phrase words[3] = {said(number, ROLE_HEAD, l->s.look->accent, 600),
                                    said(entry->title, ROLE_HEAD, NO_COLOUR, 0),
                                    said(owner, ROLE_HEAD, NO_COLOUR, 0)};
    struct marks m = {{0}};
    leaf_over(l);
    put_head(l, &m, &e, words);
    put_foot(l, &m, &e, where);
    if (page == 0)
        put_opener(l, &m, entry, number);
    else if (entry->later_rule > 0)
        marks_rule(&l->s, &m, (struct rect){e.left, entry->later_rule, e.right - e.left, 0},
                   entry->later_weight, l->s.look->text_colour);
    leaf_running(l, l->sheets.list.n - 1, &m);
    vec_last(&l->sheets.list)->width = sheet->width;
    vec_last(&l->sheets.list)->height = sheet->height;
}
