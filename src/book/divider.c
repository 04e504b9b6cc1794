/* SPDX-License-Identifier: MIT */
/* book/divider.c — the page before a part: its letter, name, sentence and studies. */
#include "base/arena.h"
#include "book/leaf.h"

#define LETTER_BASELINE PT(234) /* below the upper margin: a figure at 60 pt */
#define NAME_BASELINE PT(315.7)
#define LINE_DROP PT(32) /* from the name's baseline to the sentence's */
#define LINE_MEASURE PT(300)
#define ROW PT(26)
#define ROW_BASELINE PT(16)

static void put_name(struct leaves *l, const struct portfolio_part *part)
{
    struct tag *tag = tag_new(l->s.a, l->s.tag, TAG_H1);
    mpt top = l->s.look->top,
        hang = mpt_scale(l->s.look->roles[ROLE_BOOK_NAME].size, 40, 1000);
    struct phrase phrase = {part->letter, ROLE_BOOK_LETTER, NO_COLOUR, 0, S(""), tag};
    leaf_put(l, &l->m, &phrase,
             (struct point){l->text - leaf_bearing(l, &phrase), top + LETTER_BASELINE},
             l->right - l->text);
    phrase.text = part->name;
    phrase.role = ROLE_BOOK_NAME;
    mpt y = leaf_put(l, &l->m, &phrase, (struct point){l->text - hang, top + NAME_BASELINE},
                     l->right - l->text);
    phrase.text = part->about;
    phrase.role = ROLE_BOOK_LINE;
    phrase.tag = tag_new(l->s.a, l->s.tag, TAG_P);
    leaf_put(l, &l->m, &phrase, (struct point){l->text, y + LINE_DROP}, LINE_MEASURE);
}

static void put_row(struct leaves *l, size_t index, struct tag *list, mpt y)
{
    struct arena *a = l->s.a;
    const struct book_entry *entry = &l->book->entries.at[index];
    struct str link = str_fmt(a, "#%.*s", STR(entry->place));
    struct tag *item = tag_new(a, list, TAG_TOCI);
    mpt base = y + ROW_BASELINE;
    leaf_rule(l, &l->m, y, ENTRY_RULE, l->s.look->rule);
    struct phrase phrase = {
        str_fmt(a, "%zu", index + 1), ROLE_BOOK_ENTRY, l->s.look->accent, 0, S(""),
        tag_new(a, item, TAG_LBL)};
    leaf_put(l, &l->m, &phrase, (struct point){l->left, base}, l->text - l->left);
    struct phrase page = {
        str_fmt(a, "%zu", entry->page + 1), ROLE_BOOK_PAGE, NO_COLOUR, 0, link, NULL};
    phrase = (struct phrase){
        entry->title, ROLE_BOOK_ENTRY, NO_COLOUR, 0, link, tag_new(a, item, TAG_REFERENCE)};
    leaf_put(l, &l->m, &phrase, (struct point){l->text, base},
             l->right - l->text - leaf_width(l, &page) - PT(12));
    page.tag = tag_new(a, item, TAG_REFERENCE);
    leaf_put_end(l, &l->m, &page, (struct point){l->right, base});
}

/* At the foot as many of its studies as there is room for below its name; all are in the
 * contents. */
static void put_list(struct leaves *l, size_t part)
{
    const struct look *look = l->s.look;
    mpt bottom = look->page_height - look->bottom;
    size_t room = (size_t)((bottom - look->top - NAME_BASELINE - PT(110)) / ROW);
    size_t first = 0, n = 0;
    for (size_t i = 0; i < l->book->entries.n; i++)
        if (l->book->entries.at[i].part == part && n++ == 0)
            first = i;
    if (n > room)
        n = room;
    struct tag *list = tag_new(l->s.a, l->s.tag, TAG_TOC);
    for (size_t i = 0; i < n; i++)
        put_row(l, first + i, list, bottom - (mpt)(n - i) * ROW);
}

void divider_make(struct leaves *l, size_t part)
{
    leaf_begin(l);
    put_name(l, &l->book->portfolio->parts.at[part]);
    put_list(l, part);
    leaf_end(l);
}
