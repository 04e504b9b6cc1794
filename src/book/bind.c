/* SPDX-License-Identifier: MIT */
/* book/bind.c — all pages of a book in their order, with heads, feet and bookmarks. */
#include "base/arena.h"
#include "book/copy.h"
#include "book/leaf.h"
#include "book/running.h"
#include "book/words.h"

/* A book that is being bound. */
struct binding {
    struct book *book;
    const struct book_press *press;
    struct joining join;
    struct tag *root, *part; /* the section that studies go below */
    bool cover, contents, dividers;
    size_t contents_pages, total;
    int depth; /* of studies in the outline */
};

static bool wanted(enum said said, bool otherwise)
{
    return said == SAID_NOT ? otherwise : said == SAID_YES;
}

static bool is_named(const struct binding *b, size_t part)
{
    return !str_empty(b->book->portfolio->parts.at[part].name);
}

static bool begins_part(const struct binding *b, size_t i)
{
    const struct book_entry *at = b->book->entries.at;
    return is_named(b, at[i].part) && (i == 0 || at[i - 1].part != at[i].part);
}

static size_t named_parts(const struct binding *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->book->entries.n; i++)
        n += begins_part(b, i);
    return n;
}

/* Page numbers of all, before anything that tells them is set. */
static void number_pages(struct binding *b)
{
    size_t page = b->cover;
    if (b->contents) {
        struct leaves l;
        leaves_begin(&l, b->book, b->press);
        b->contents_pages = contents_count(&l);
    }
    page += b->contents_pages;
    for (size_t i = 0; i < b->book->entries.n; i++) {
        page += b->dividers && begins_part(b, i);
        b->book->entries.at[i].page = page;
        page += b->book->entries.at[i].display->pages.n;
    }
    b->total = page;
}

static void mark_outline(struct binding *b, struct str title, int depth, size_t page, mpt y)
{
    struct outline_entry entry = {title, depth, (uint32_t)page, y};
    vec_push(b->join.a, &b->join.out->outline, entry);
}

/* --- the book's own pages ---------------------------------------------------------------------- */

static struct tag *join_leaves(struct binding *b, struct leaves *l, struct str title)
{
    l->sheets.joined = true;
    l->sheets.title = title;
    struct joint joint = {draw_record(b->join.a, &l->sheets), b->root, title, S("")};
    return display_join(&b->join, &joint);
}

static void bind_cover(struct binding *b)
{
    struct leaves l;
    leaves_begin(&l, b->book, b->press);
    cover_make(&l);
    join_leaves(b, &l, S(""));
}

static void bind_contents(struct binding *b)
{
    struct leaves *l = arena_make(b->join.a, struct leaves);
    struct str title = str_from(book_words(b->book->portfolio->lang)->contents);
    leaves_begin(l, b->book, b->press);
    contents_make(l);
    size_t first = b->join.out->pages.n;
    for (size_t i = 0; i < l->sheets.list.n; i++)
        running_own(l, i, (struct running){first + i, b->total, NULL});
    mark_outline(b, title, 0, first, 0);
    join_leaves(b, l, title);
}

static void bind_divider(struct binding *b, size_t part)
{
    struct leaves *l = arena_make(b->join.a, struct leaves);
    const struct portfolio_part *its = &b->book->portfolio->parts.at[part];
    size_t page = b->join.out->pages.n;
    leaves_begin(l, b->book, b->press);
    divider_make(l, part);
    running_own(l, 0, (struct running){page, b->total, its});
    mark_outline(b, its->name, 0, page, 0);
    b->part = join_leaves(b, l, its->name);
}

/* --- studies ----------------------------------------------------------------------------------- */

static void bind_outline(struct binding *b, const struct book_entry *entry)
{
    const struct display *display = entry->display;
    mark_outline(b, entry->title, b->depth, entry->page, 0);
    for (size_t i = 0; i < display->outline.n; i++) {
        const struct outline_entry *e = &display->outline.at[i];
        if (e->depth == 1)
            mark_outline(b, e->title, b->depth + 1, entry->page + e->page, e->y);
    }
}

static void bind_study(struct binding *b, size_t index)
{
    struct arena *a = b->join.a;
    const struct book_entry *entry = &b->book->entries.at[index];
    const struct portfolio_part *part = &b->book->portfolio->parts.at[entry->part];
    struct joint joint = {entry->display, b->part, entry->title,
                          str_fmt(a, "s%zu.", index + 1)};
    display_join(&b->join, &joint);
    struct destination place = {entry->place, (uint32_t)entry->page, 0, 0};
    vec_push(a, &b->join.out->destinations, place);
    bind_outline(b, entry);
    struct leaves *l = arena_make(a, struct leaves);
    leaves_begin(l, b->book, b->press);
    for (size_t i = 0; i < entry->display->pages.n; i++)
        running_study(l, index, i,
                      (struct running){entry->page + i, b->total,
                                       is_named(b, entry->part) ? part : NULL});
    l->sheets.joined = true;
    const struct display *over = draw_record(a, &l->sheets);
    for (size_t i = 0; i < over->pages.n; i++)
        display_lay_over(&b->join, over, i, entry->page + i);
}

static void begin(struct binding *b)
{
    const struct portfolio *p = b->book->portfolio;
    struct arena *a = b->join.a;
    struct display *out = b->join.out;
    b->root = tag_new(a, NULL, TAG_DOCUMENT);
    b->root->number = 0;
    vec_push(a, &out->tags, b->root);
    b->part = b->root;
    out->lang = p->lang;
    out->author = p->author;
    out->subject = p->line;
    out->title = str_empty(p->author)
                     ? p->title
                     : str_fmt(a, "%.*s, %.*s", STR(p->author), STR(p->title));
    b->cover = wanted(p->cover, true);
    b->contents = wanted(p->contents, true);
    size_t parts = named_parts(b);
    b->dividers = wanted(p->dividers, parts > 1) && parts > 0;
    b->depth = b->dividers ? 1 : 0;
}

const struct display *book_bind(struct book *book, const struct book_press *press)
{
    struct binding b = {.book = book, .press = press};
    b.join.a = press->a;
    b.join.out = arena_make(press->a, struct display);
    begin(&b);
    number_pages(&b);
    if (b.cover)
        bind_cover(&b);
    if (b.contents)
        bind_contents(&b);
    for (size_t i = 0; i < book->entries.n; i++) {
        if (b.dividers && begins_part(&b, i))
            bind_divider(&b, book->entries.at[i].part);
        bind_study(&b, i);
    }
    return b.join.out;
}
