/* SPDX-License-Identifier: MIT */
/* book/contents.c — each study with its sentence, its number and its page. */
#include "base/arena.h"
#include "book/leaf.h"
#include "book/words.h"

#define TITLE_BASELINE PT(65.7) /* below the upper margin */
#define LIST_TOP PT(102.4)      /* the first rule, below the upper margin */
#define LATER_TOP PT(40)        /* of the list on later pages */
#define PART_BASELINE PT(16)    /* below the rule of its part */
#define PART_HEIGHT PT(38)
#define FIRST_BASELINE PT(16.7)    /* title, below the padding */
#define SENTENCE_DROP PT(16)       /* from the title's baseline to the sentence's */
#define LABEL_DROP PT(14.5)        /* from the metric's baseline to its label's */
#define LAST_DESCENT PT(3.5)       /* of the last line */
#define SENTENCE_MEASURE PT(218.3) /* 77 mm */
#define METRIC_GAP PT(17)
#define PAGE_ROOM PT(34) /* of the page numbers */

/* Above and below an entry: the most that asks for no page more. */
static const struct padding {
    mpt above, below;
} paddings[] = {
    {PT(11), PT(21)},
    {PT(9),  PT(16)},
    {PT(7),  PT(12)},
    {PT(6),  PT(10)},
};

/* A row: the head of a part, or an entry. */
struct row {
    const struct portfolio_part *part; /* NULL: an entry */
    const struct book_entry *entry;
    mpt height;
    size_t page; /* of the contents */
    mpt y;       /* of its rule, from the upper edge */
};

struct list {
    struct leaves *l;
    VEC(struct row) rows;
    struct padding padding;
    size_t pages;
};

static mpt metric_x(const struct leaves *l)
{
    mpt measure = mpt_min(SENTENCE_MEASURE, (l->right - l->text) / 2 + PT(30));
    return l->text + measure + METRIC_GAP;
}

static struct phrase title_of(const struct book_entry *entry)
{
    return (struct phrase){entry->title, ROLE_BOOK_TITLE, NO_COLOUR, 0, S(""), NULL};
}

static struct phrase sentence_of(const struct book_entry *entry)
{
    return (struct phrase){entry->sentence, ROLE_BOOK_LABEL, NO_COLOUR, 0, S(""), NULL};
}

static mpt lines_height(struct leaves *l, struct phrase phrase, mpt room)
{
    size_t n = leaf_lines(l, &phrase, room);
    return n > 0 ? (mpt)(n - 1) * l->s.look->roles[phrase.role].leading : 0;
}

static mpt entry_height(struct leaves *l, const struct book_entry *entry)
{
    mpt room = metric_x(l) - METRIC_GAP - l->text;
    mpt height = lines_height(l, title_of(entry), room);
    if (!str_empty(entry->sentence))
        height += SENTENCE_DROP + lines_height(l, sentence_of(entry), room);
    struct phrase label = {entry->label, ROLE_LABEL, NO_COLOUR, 0, S(""), NULL};
    mpt metric = str_empty(entry->number) ? 0 : LABEL_DROP;
    metric += lines_height(l, label, l->right - PAGE_ROOM - metric_x(l));
    return FIRST_BASELINE + mpt_max(height, metric) + LAST_DESCENT;
}

static mpt part_height(struct leaves *l, const struct portfolio_part *part)
{
    struct phrase about = {part->about, ROLE_BOOK_LABEL, NO_COLOUR, 0, S(""), NULL};
    return PART_HEIGHT + lines_height(l, about, l->right - l->text);
}

static void collect(struct list *list)
{
    struct leaves *l = list->l;
    const struct book *book = l->book;
    size_t part = SIZE_MAX;
    for (size_t i = 0; i < book->entries.n; i++) {
        const struct book_entry *entry = &book->entries.at[i];
        const struct portfolio_part *its = &book->portfolio->parts.at[entry->part];
        if (entry->part != part && !str_empty(its->name))
            vec_push(l->s.a, &list->rows,
                     ((struct row){its, NULL, part_height(l, its), 0, 0}));
        part = entry->part;
        vec_push(l->s.a, &list->rows,
                 ((struct row){NULL, entry, entry_height(l, entry), 0, 0}));
    }
}

static mpt row_height(const struct list *list, size_t i)
{
    const struct row *row = &list->rows.at[i];
    return row->height + (row->entry ? list->padding.above + list->padding.below : 0);
}

/* What should stand on one page from row `i` on: the head of a part with all its entries, as long as a
 * page of `room` holds them, else with the first one. */
static mpt together(const struct list *list, size_t i, mpt room)
{
    mpt height = row_height(list, i), first = height;
    if (list->rows.at[i].entry)
        return height;
    for (size_t k = i + 1; k < list->rows.n && list->rows.at[k].entry; k++) {
        height += row_height(list, k);
        first = k == i + 1 ? height : first;
        if (height > room)
            return first;
    }
    return height;
}

/* Give every row its place. */
static void place(struct list *list)
{
    const struct look *look = list->l->s.look;
    mpt limit = look->page_height - look->bottom, later = look->top + LATER_TOP;
    mpt y = look->top + LIST_TOP;
    list->pages = 1;
    for (size_t i = 0; i < list->rows.n; i++) {
        struct row *row = &list->rows.at[i];
        if (y + together(list, i, limit - later) > limit && i > 0) {
            list->pages++;
            y = later;
        }
        row->page = list->pages - 1;
        row->y = y;
        y += row_height(list, i);
    }
}

static struct list list_of(struct leaves *l)
{
    struct list list = {.l = l};
    collect(&list);
    list.padding = paddings[countof(paddings) - 1];
    place(&list);
    size_t least = list.pages;
    for (size_t i = 0; i < countof(paddings); i++) {
        list.padding = paddings[i];
        place(&list);
        if (list.pages == least)
            break;
    }
    return list;
}

size_t contents_count(struct leaves *l)
{
    return list_of(l).pages;
}

static void put_part(struct leaves *l, const struct row *row, struct tag *parent)
{
    struct arena *a = l->s.a;
    struct tag *item = tag_new(a, parent, TAG_TOCI), *tag = tag_new(a, item, TAG_LBL);
    mpt base = row->y + PART_BASELINE, gap = PT(6);
    struct phrase letter = {
        row->part->letter, ROLE_BOOK_ENTRY, l->s.look->accent, 0, S(""), tag};
    leaf_put(l, &l->m, &letter, (struct point){l->left, base}, l->text - l->left);
    tag = tag_new(a, item, TAG_P);
    struct phrase name = {row->part->name, ROLE_BOOK_ENTRY, NO_COLOUR, 0, S(""), tag};
    mpt x = l->left + (str_empty(letter.text) ? 0 : leaf_width(l, &letter) + gap);
    leaf_put(l, &l->m, &name, (struct point){x, base}, l->text - gap - x);
    tag = tag_new(a, item, TAG_P);
    struct phrase about = {row->part->about, ROLE_BOOK_LABEL, NO_COLOUR, 0, S(""), tag};
    leaf_put(l, &l->m, &about, (struct point){l->text, base}, l->right - l->text);
}

static void put_entry(struct leaves *l, const struct list *list, const struct row *row,
                      struct tag *parent)
{
    struct arena *a = l->s.a;
    const struct book_entry *entry = row->entry;
    struct tag *item = tag_new(a, parent, TAG_TOCI);
    mpt base = row->y + list->padding.above + FIRST_BASELINE;
    struct str link = str_fmt(a, "#%.*s", STR(entry->place));
    size_t number = (size_t)(entry - l->book->entries.at) + 1;
    struct phrase phrase = {
        str_fmt(a, "%zu", number), ROLE_BOOK_NUMBER, NO_COLOUR, 0, S(""),
        tag_new(a, item, TAG_LBL)};
    leaf_put(l, &l->m, &phrase, (struct point){l->left, base}, l->text - l->left);
    mpt room = metric_x(l) - METRIC_GAP - l->text;
    phrase = title_of(entry);
    phrase.link = link;
    phrase.tag = tag_new(a, item, TAG_REFERENCE);
    mpt y = leaf_put(l, &l->m, &phrase, (struct point){l->text, base}, room);
    phrase = sentence_of(entry);
    phrase.tag = tag_new(a, item, TAG_P);
    leaf_put(l, &l->m, &phrase, (struct point){l->text, y + SENTENCE_DROP}, room);
    struct metric_place place = {
        ROLE_BOOK_METRIC,
        {metric_x(l), base},
        l->right - PAGE_ROOM - metric_x(l),
        false,
        leaf_figure_tag(l, entry, item)
    };
    leaf_metric(l, entry, &place);
    phrase = (struct phrase){entry->label, ROLE_LABEL, NO_COLOUR, 0, S(""), place.tag};
    leaf_put(l, &l->m, &phrase, (struct point){metric_x(l), base + LABEL_DROP}, place.room);
    phrase = (struct phrase){
        str_fmt(a, "%zu", entry->page + 1), ROLE_BOOK_PAGE, NO_COLOUR, 0, link,
        tag_new(a, item, TAG_REFERENCE)};
    leaf_put_end(l, &l->m, &phrase, (struct point){l->right, base});
}

static void put_title(struct leaves *l)
{
    struct str title = str_from(book_words(l->book->portfolio->lang)->contents);
    struct tag *tag = tag_new(l->s.a, l->s.tag, TAG_H1);
    struct phrase phrase = {title, ROLE_TITLE, NO_COLOUR, 0, S(""), tag};
    mpt hang = mpt_scale(l->s.look->roles[ROLE_TITLE].size, 40, 1000);
    leaf_put(l, &l->m, &phrase,
             (struct point){l->text - hang, l->s.look->top + TITLE_BASELINE},
             l->right - l->text);
}

void contents_make(struct leaves *l)
{
    struct list list = list_of(l);
    leaf_begin(l);
    put_title(l);
    struct tag *toc = tag_new(l->s.a, l->s.tag, TAG_TOC);
    size_t page = 0;
    for (size_t i = 0; i < list.rows.n; i++) {
        const struct row *row = &list.rows.at[i];
        if (row->page != page)
            leaf_begin(l);
        bool frame = row->part || i == 0 || row->page != page;
        page = row->page;
        leaf_rule(l, &l->m, row->y, frame ? FRAME_RULE : ENTRY_RULE,
                  frame ? l->s.look->text_colour : l->s.look->rule);
        if (row->part)
            put_part(l, row, toc);
        else
            put_entry(l, &list, row, toc);
    }
    leaf_end(l);
}
