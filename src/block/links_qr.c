/* SPDX-License-Identifier: MIT */
/* block/links_qr.c — links for paper: a code to scan, name and address beside it. */
#include "base/arena.h"
#include "base/map.h"
#include "block/links.h"
#include "block/qr.h"
#include "block/rich.h"

#define TEXT_GAP 5669    /* code to text, 2 mm, or the quiet zone [mpt] */
#define WHOLE_MAX PT(64) /* a part of an address that is longer may be parted */
#define MODULES_MIN 21   /* on a side of the smallest code */
/* 0.42 mm: what is left of a finer one at 150 dpi is not read [mpt]. */
#define MODULE_MIN 1191
/* Of the layout's size: a longer address gets no code [thousandths]. */
#define GROWN_MAX 1500

/* One entry of a row. */
struct entry {
    const struct link *link;
    const struct qr_code *code;
    mpt module;
    mpt side;     /* of the code */
    mpt x, width; /* of code and words, from the start side */
    mpt words;    /* what its name, and the longest part of its address, take */
    mpt least;    /* what cannot be parted at all */
};

bool links_scannable(const struct link *link)
{
    return str_starts(link->url, S("http://")) || str_starts(link->url, S("https://"));
}

mpt links_qr_quiet(const struct look *look)
{
    return look->links_qr * QR_QUIET / MODULES_MIN;
}

/* The same at all steps of the ladder: kept beside the pictures, under a name that none has. */
static const struct qr_code *code_of(struct setter *s, struct str url)
{
    const struct block_request *r = s->request;
    struct str key = str_join(s->a, (struct str){"\0qr ", 4}, url);
    struct qr_code *code = map_find(r->images, key);
    if (!code) {
        code = qr_encode(r->image_arena, url);
        if (!code) /* too long: that is known from now on */
            code = arena_make(r->image_arena, struct qr_code);
        map_put(r->image_arena, r->images, str_dup(r->image_arena, key), code);
    }
    return code->side > 0 ? code : NULL;
}

/* Whole thousandths of a point a module, so that all are equal. A code of many modules is larger
 * than the layout says; the ladder never makes one smaller. */
static struct entry entry_of(struct setter *s, const struct link *link, mpt size)
{
    struct entry e = {.link = link, .side = size};
    e.code = links_scannable(link) ? code_of(s, link->url) : NULL;
    if (!e.code)
        return e;
    e.module = mpt_max(size / e.code->side, MODULE_MIN);
    if (e.module * e.code->side > mpt_scale(size, GROWN_MAX, 1000)) {
        diag_push(s->d, D_B0109, link->span, "“%.*s” is too long for a QR code",
                  STR(link->url));
        e.code = NULL;
        return e;
    }
    e.side = mpt_max(e.side, e.module * e.code->side);
    return e;
}

/* The code at `at`, with what it says for those who cannot see it. */
static void mark_code(struct setter *s, struct marks *m, const struct entry *e,
                      struct tag *body, struct point at)
{
    struct tag *figure = tag_new(s->a, body, TAG_FIGURE);
    figure->alt = str_fmt(s->a, "QR code for %.*s", STR(e->link->url));
    figure->span = e->link->span;
    marks_path(s, m, qr_path(s->a, e->code, e->module, ink_fill(s->look->text_colour)), at);
    vec_last(&m->list)->tag = figure;
}

/* Where the words of a row stand: beside their codes, or, where there is no room for that, all
 * below. */
struct row {
    struct setter *s;
    struct marks *m;
    struct entry entries[LINKS_ROW_MAX];
    size_t n, columns;
    mpt y;
    mpt side, gap; /* of the largest code; below it */
    bool below;
};

/* Beside a code its quiet zone stays white, and so it does before the next one. */
static mpt quiet(const struct entry *e)
{
    return mpt_max(TEXT_GAP, QR_QUIET * e->module);
}

/* From the start side of an entry to its words. */
static mpt inset(const struct entry *e)
{
    return e->code ? e->side + quiet(e) : 0;
}

/* A name is not parted, and of an address neither host nor the parts of its path, where they are not
 * long themselves. */
static void measure_words(struct setter *s, struct entry *e)
{
    const struct link *link = e->link;
    struct rich url = links_address(s, link, tag_new(s->a, NULL, TAG_SPAN));
    struct rich label = rich_text(s, links_label(s, link), ROLE_LINK_LABEL);
    e->least = set_widths(s, &url).min + 1;
    mpt widest = e->least;
    if (links_labelled(link))
        widest = mpt_max(widest, set_widths(s, &label).max + 1);
    struct str said = rich_said(s->a, &url);
    for (size_t from = 0, to; from < said.n; from = to) {
        to = str_find_byte(said, '/', from + 1);
        struct rich part = url;
        part.list.at = arena_copy(s->a, url.list.at, sizeof *url.list.at);
        part.list.n = 1;
        part.list.at[0].text = str_sub(said, from, to);
        mpt width = set_widths(s, &part).max;
        if (width <= WHOLE_MAX)
            widest = mpt_max(widest, width + 1);
    }
    e->words = widest;
}

/* Columns of one width. False where the words of an entry find no room beside its code there. */
static bool in_columns(struct row *row)
{
    mpt gutter = row->s->look->links_gutter, width = links_column(row->s, row->columns);
    bool fits = true;
    for (size_t i = 0; i < row->n; i++) {
        struct entry *e = &row->entries[i];
        e->x = (mpt)i * (width + gutter);
        e->width = width;
        fits = fits && (!e->code || inset(e) + e->words <= width);
    }
    return fits;
}

static mpt own_width(const struct entry *e)
{
    return inset(e) + e->words;
}

/* Entries as wide as they need be, from one to the next as far as they are. False where that is more
 * than the measure. */
static bool in_steps(struct row *row)
{
    mpt step = (row->s->measure + row->s->look->links_gutter) / (mpt)row->columns, x = 0;
    for (size_t i = 0; i + 1 < row->n; i++)
        step = mpt_max(step, own_width(&row->entries[i]) + quiet(&row->entries[i + 1]));
    for (size_t i = 0; i < row->n; i++, x += step) {
        row->entries[i].x = x;
        row->entries[i].width = own_width(&row->entries[i]);
    }
    return x - step + row->entries[row->n - 1].width <= row->s->measure;
}

/* Entries as wide as they need be, and the same more for each, for addresses whose long parts need
 * not be parted then. False where the quiet zones do not fit between them. */
static bool in_own_widths(struct row *row)
{
    mpt rest = row->s->measure, clear = 0;
    if (row->n < 2)
        return false;
    for (size_t i = 0; i < row->n; i++) {
        rest -= own_width(&row->entries[i]);
        clear = i > 0 ? mpt_max(clear, quiet(&row->entries[i])) : 0;
    }
    mpt between = (mpt)(row->n - 1), x = 0;
    mpt gutter = mpt_max(clear, mpt_min(row->s->look->links_gutter, rest / between));
    rest -= gutter * between;
    if (rest < 0)
        return false;
    for (size_t i = 0; i < row->n; i++) {
        row->entries[i].x = x;
        row->entries[i].width = own_width(&row->entries[i]) + rest / (mpt)row->n;
        x += row->entries[i].width + gutter;
    }
    return true;
}

static void read_entries(struct row *row, const struct link *const *links, size_t n)
{
    row->n = n;
    for (size_t i = 0; i < n; i++) {
        row->entries[i] = entry_of(row->s, links[i], row->s->look->links_qr);
        measure_words(row->s, &row->entries[i]);
        row->side = mpt_max(row->side, row->entries[i].code ? row->entries[i].side : 0);
        row->gap = mpt_max(row->gap, quiet(&row->entries[i]));
    }
}

/* Where the words of all rows stand, in so many columns. */
static enum links_words words_in(struct setter *s, const struct link *const *links,
                                 size_t n, size_t columns)
{
    enum links_words words = WORDS_IN_COLUMNS;
    for (size_t i = 0; i < n; i += columns) {
        struct row row = {.s = s, .columns = columns};
        read_entries(&row, links + i, n - i < columns ? n - i : columns);
        if (in_columns(&row))
            continue;
        bool own = n == columns ? in_own_widths(&row) : n < columns && in_steps(&row);
        words = own ? WORDS_IN_OWN_WIDTHS : WORDS_BELOW;
        if (own)
            continue;
        for (size_t k = 0; k < row.n; k++)
            if (row.entries[k].least > row.entries[k].width)
                return WORDS_NOWHERE;
    }
    return words;
}

struct links_plan links_qr_plan(struct setter *s, const struct link *const *links, size_t n)
{
    size_t most = (size_t)s->look->links_columns;
    struct links_plan plan = {.columns = n > 0 && n < most ? n : most};
    struct diags untold = diags_at(s->a, s->d->file), *told = s->d;
    /* cppcheck-suppress autoVariables ; until the plan is made */
    s->d = &untold;
    for (;; plan.columns--) {
        plan.words = words_in(s, links, n, plan.columns);
        if (plan.words != WORDS_NOWHERE || plan.columns == 1)
            break;
    }
    s->d = told;
    return plan;
}

static void arrange(struct row *row, enum links_words words)
{
    row->below = words == WORDS_BELOW;
    (void)in_columns(row);
    if (words == WORDS_IN_OWN_WIDTHS)
        (void)(row->n < row->columns ? in_steps(row) : in_own_widths(row));
}

/* Code and words of an entry; gives the height of both. */
static mpt put_entry(struct row *row, const struct entry *e, struct tag *body)
{
    struct setter *s = row->s;
    mpt in = row->below ? 0 : inset(e), side = e->code ? e->side : 0;
    mpt drop = row->below ? row->side + row->gap : 0;
    if (e->code)
        mark_code(s, row->m, e, body, (struct point){set_x(s, e->x, side), row->y});
    mpt room = mpt_max(e->width - in, 1);
    struct marks text = {{0}};
    struct point at = {set_x(s, e->x + in, room), row->y + drop};
    mpt high = links_text(s, &text, e->link, body, at, room);
    mpt lower = row->below ? 0 : mpt_max(side - high, 0); /* its foot on that of the code */
    marks_shift(&text, 0, 0, lower);
    for (size_t k = 0; k < text.list.n; k++)
        vec_push(s->a, &row->m->list, text.list.at[k]);
    return mpt_max(side, drop + lower + high);
}

mpt links_qr_row(struct setter *s, struct marks *m, const struct links_row *links,
                 struct tag *list, mpt y)
{
    struct row row = {.s = s, .m = m, .y = y, .columns = links->plan.columns};
    read_entries(&row, links->at, links->n);
    arrange(&row, links->plan.words);
    mpt height = 0;
    for (size_t i = 0; i < row.n; i++) {
        struct tag *body = tag_new(s->a, tag_new(s->a, list, TAG_LI), TAG_LBODY);
        height = mpt_max(height, put_entry(&row, &row.entries[i], body));
    }
    return height;
}

mpt links_qr_below(struct setter *s, struct marks *m, const struct link *link,
                   struct tag *body, struct point at)
{
    if (s->look->side_qr == 0 || s->request->no_codes)
        return 0;
    struct entry e = entry_of(s, link, s->look->side_qr);
    if (!e.code)
        return 0;
    mpt white = QR_QUIET * e.module;
    mark_code(s, m, &e, body, (struct point){set_x(s, 0, e.side), at.y + white});
    return white + e.module * e.code->side + white;
}
