/* SPDX-License-Identifier: MIT */
/* book/cover.c — the cover: whose work it is, and a ladder of the numbers that count. */
#include "base/arena.h"
#include "book/leaf.h"
#include "book/words.h"

/* Below the upper margin: a block at 78 pt, its leading 48. */
#define NAME_BASELINE PT(118.6)
#define LINE_BASELINE PT(30) /* below the name's */
#define LINE_MEASURE PT(300)
#define ROW_HEIGHT PT(66)
#define ROW_BASELINE PT(45.7) /* below the rule of its row */
#define ROWS_MAX 7
#define CONTACT_MAX 4
#define CONTACT_BASELINE PT(15.4) /* below the rule */
#define CONTACT_ROOM PT(56) /* from the ladder's foot to the sheet's, contact included */
#define SIGN_ROOM PT(36)    /* that hung signs take of the titles' column */
#define ENTRY_LEADING PT(14)

/* Start of the second half of the text column, where labels stand. */
static mpt labels_at(const struct leaves *l)
{
    return l->text + (l->right - l->text + l->s.look->gutter) / 2;
}

/* Over the cover stands what the book holds; heads of the other pages say whose it is. */
static void put_head(struct leaves *l)
{
    const struct portfolio *p = l->book->portfolio;
    mpt y = l->s.look->top, base = y + HEAD_BASELINE;
    struct tag *tag = tag_new(l->s.a, l->s.tag, TAG_P);
    struct phrase phrase = {p->title, ROLE_HEAD, l->s.look->accent, 600, S(""), tag};
    leaf_rule(l, &l->m, y, FRAME_RULE, l->s.look->text_colour);
    leaf_put(l, &l->m, &phrase, (struct point){l->left, base}, l->text - l->left);
    phrase = (struct phrase){book_count(l->s.a, p->lang, l->book->entries.n),
                             ROLE_HEAD,
                             NO_COLOUR,
                             0,
                             S(""),
                             tag_new(l->s.a, l->s.tag, TAG_P)};
    leaf_put(l, &l->m, &phrase, (struct point){l->text, base}, l->right - l->text);
    phrase.text = p->date;
    phrase.tag = tag_new(l->s.a, l->s.tag, TAG_P);
    leaf_put_end(l, &l->m, &phrase, (struct point){l->right, base});
}

static void put_name(struct leaves *l)
{
    const struct portfolio *p = l->book->portfolio;
    struct tag *tag = tag_new(l->s.a, l->s.tag, TAG_H1);
    bool named = !str_empty(p->author);
    struct phrase name = {
        named ? p->author : p->title, ROLE_BOOK_NAME, NO_COLOUR, 0, S(""), tag};
    mpt hang = mpt_scale(l->s.look->roles[ROLE_BOOK_NAME].size, 40, 1000);
    struct point at = {l->text - hang, l->s.look->top + NAME_BASELINE};
    at.y = leaf_put(l, &l->m, &name, at, l->right - l->text) + LINE_BASELINE;
    at.x = l->text;
    if (str_empty(p->line))
        return;
    struct phrase line = {p->line, ROLE_BOOK_LINE, NO_COLOUR,
                          0,       S(""),          tag_new(l->s.a, l->s.tag, TAG_P)};
    leaf_put(l, &l->m, &line, at, LINE_MEASURE);
}

static void put_row(struct leaves *l, const struct book_entry *entry, struct tag *list,
                    mpt y)
{
    struct arena *a = l->s.a;
    struct tag *body = tag_new(a, tag_new(a, list, TAG_LI), TAG_LBODY);
    struct str link = str_fmt(a, "#%.*s", STR(entry->place));
    struct phrase title = {entry->title, ROLE_BOOK_ENTRY, NO_COLOUR, 0, link, body};
    mpt room = l->text - l->left - SIGN_ROOM, base = y + ROW_BASELINE;
    size_t lines = leaf_lines(l, &title, room);
    mpt leading = l->s.look->roles[ROLE_BOOK_ENTRY].leading;
    mpt first = base - (lines > 1 ? (mpt)(lines - 1) * leading : 0);
    leaf_put(l, &l->m, &title, (struct point){l->left, first}, room);
    struct metric_place place = {
        ROLE_BOOK_NUMERAL,
        {l->text, base},
        labels_at(l) - l->text,
        true,
        tag_new(a, body, TAG_P)
    };
    leaf_metric(l, entry, &place);
    struct phrase label = {entry->label, ROLE_BOOK_LABEL, NO_COLOUR, 0, S(""), place.tag};
    room = l->right - labels_at(l);
    lines = leaf_lines(l, &label, room);
    leading = l->s.look->roles[ROLE_BOOK_LABEL].leading;
    first = base - (lines > 1 ? (mpt)(lines - 1) * leading : 0);
    leaf_put(l, &l->m, &label, (struct point){labels_at(l), first}, room);
}

/* The first rows that have a number; all of them are in the contents. */
static size_t ladder_rows(const struct leaves *l, const struct book_entry **rows)
{
    size_t n = 0;
    for (size_t i = 0; i < l->book->entries.n && n < ROWS_MAX; i++)
        if (!str_empty(l->book->entries.at[i].number))
            rows[n++] = &l->book->entries.at[i];
    return n;
}

static void put_ladder(struct leaves *l)
{
    const struct book_entry *rows[ROWS_MAX];
    size_t n = ladder_rows(l, rows);
    mpt y = l->s.look->page_height - l->s.look->bottom - CONTACT_ROOM + PT(46) -
            (mpt)n * ROW_HEIGHT - PT(40);
    if (n == 0)
        return;
    struct tag *list = tag_new(l->s.a, l->s.tag, TAG_L);
    for (size_t i = 0; i < n; i++, y += ROW_HEIGHT) {
        leaf_rule(l, &l->m, y, i ? ENTRY_RULE : FRAME_RULE,
                  i ? l->s.look->rule : l->s.look->text_colour);
        put_row(l, rows[i], list, y);
    }
}

static struct str address_of(struct arena *a, struct str text)
{
    if (str_find(text, S("://"), 0) < text.n || str_starts(text, S("mailto:")))
        return text;
    if (str_find_byte(text, '@', 0) < text.n)
        return str_join(a, S("mailto:"), text);
    bool host =
        str_find_byte(text, '.', 0) < text.n && str_find_byte(text, ' ', 0) == text.n;
    return host ? str_join(a, S("https://"), text) : S("");
}

static void put_contact(struct leaves *l)
{
    const struct portfolio *p = l->book->portfolio;
    size_t n = p->contact.n < CONTACT_MAX ? p->contact.n : CONTACT_MAX;
    if (n == 0)
        return;
    mpt leading = l->s.look->roles[ROLE_BOOK_LABEL].leading;
    mpt y = l->s.look->page_height - CONTACT_ROOM + PT(8) - (n > 2 ? leading : 0);
    leaf_rule(l, &l->m, y, FRAME_RULE, l->s.look->text_colour);
    struct tag *tag = tag_new(l->s.a, l->s.tag, TAG_P);
    struct phrase phrase = {
        str_from(book_words(p->lang)->contact), ROLE_BOOK_LABEL, NO_COLOUR, 0, S(""), tag};
    leaf_put(l, &l->m, &phrase, (struct point){l->left, y + CONTACT_BASELINE},
             l->text - l->left);
    for (size_t i = 0; i < n; i++) {
        struct point at = {i % 2 ? labels_at(l) : l->text,
                           y + CONTACT_BASELINE + (mpt)(i / 2) * leading};
        phrase.text = p->contact.at[i];
        phrase.link = address_of(l->s.a, phrase.text);
        phrase.colour = str_empty(phrase.link) ? NO_COLOUR : l->s.look->accent;
        phrase.tag = tag_new(l->s.a, l->s.tag, TAG_P);
        leaf_put(l, &l->m, &phrase, at, l->right - labels_at(l));
    }
}

void cover_make(struct leaves *l)
{
    leaf_begin(l);
    put_head(l);
    put_name(l);
    put_ladder(l);
    put_contact(l);
    leaf_end(l);
}
