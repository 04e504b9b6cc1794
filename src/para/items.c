/* SPDX-License-Identifier: MIT */
/* para/items.c — shaped text as boxes, glue and places to break. */
#include "para/items.h"

#include "base/arena.h"
#include "para/protrude.h"
#include "para/walk.h"

/* Penalties, squared into demerits. A hyphen costs more the fewer letters it leaves. */
#define HYPHEN_COST 170
#define HYPHEN_LETTERS 5
#define HYPHEN_SHORT 15   /* [per cent] for each letter fewer, on either side */
#define EXPLICIT_COST 100 /* after a hyphen or dash that the author wrote */
#define SLASH_COST 200
#define URL_COST 200
#define LAST_COST 3000 /* in the middle of a piece of an address: only what no line holds */
#define RAGGED_WORD 7  /* a ragged line hyphenates longer words only */
#define RAGGED_SIDE 3

/* A word space wider or narrower by this share than the one wanted is as bad as a line of badness
 * 100. It may grow on, but not shrink below a limit: words must not run together. */
#define SPACE_SHARE 70   /* [thousandths of the space] */
#define SHRINK_SHARE 250 /* below natural [thousandths of the space] */
/* Narrowest as drawn [thousandths of an em]: readers of PDF that go by gaps alone take
 * less than 150 for none. */
#define SPACE_LEAST 155
/* A measure of this many ems would want spaces as wide again as natural, wider ones less by its
 * square: .26 more at 216 pt with 10 pt type, .09 at 360 pt. Of what was tried this left all spaces
 * of sixty paragraphs together nearest to one width. */
#define SPACE_MEASURE 11
#define IDEOGRAPH_SHARE 12 /* room beside an ideograph: a twelfth of it */

struct builder {
    const struct par_text *t;
    enum items_mode mode;
    struct item *items;
    size_t n;
    struct walk walk;
    struct text_span passed; /* before `from` */
    uint32_t from;           /* where the box in hand begins */
    uint32_t last_word;      /* no hyphens from here on */
};

static struct text_edge edge_start(const struct par_text *t, uint32_t from, uint32_t to)
{
    return t->params->rtl ? text_edge_right(t->shaped, t->stretches, from, to)
                          : text_edge_left(t->shaped, t->stretches, from, to);
}

static struct text_edge edge_end(const struct par_text *t, uint32_t from, uint32_t to)
{
    return t->params->rtl ? text_edge_left(t->shaped, t->stretches, from, to)
                          : text_edge_right(t->shaped, t->stretches, from, to);
}

/* Trailing spaces of [from, to), as many bytes. */
static uint32_t trailing(const struct par_text *t, uint32_t from, uint32_t to)
{
    uint32_t n = 0;
    while (from + n < to && t->shaped->text.p[to - 1 - n] == ' ')
        n++;
    return n;
}

mpt items_hang_start(const struct par_text *t, uint32_t from, uint32_t to)
{
    if (!t->params->protrude || from >= to || !protrude_may(t->shaped->text.p[from]))
        return 0;
    struct text_edge edge = edge_start(t, from, to);
    return protrude_start(&edge);
}

mpt items_hang_end(const struct par_text *t, uint32_t from, uint32_t to, bool hyphen)
{
    if (!t->params->protrude || from >= to)
        return 0;
    struct text_edge edge =
        hyphen ? text_edge_hyphen(t->shaped, t->stretches, to) : edge_end(t, from, to);
    return protrude_end(&edge);
}

int items_space(const struct par_params *params)
{
    int64_t part = (int64_t)params->em * 1000 * SPACE_MEASURE / mpt_max(params->measure, 1);
    if (part > 500) /* narrower columns are not justified */
        part = 500;
    return 1000 + (int)(part * part / 1000);
}

struct elastic items_elastic(const struct par_text *t, const struct text_span *span)
{
    const struct par_params *params = t->params;
    struct elastic e = {.wanted = (int64_t)span->spaces * (t->space - 1000) / 1000};
    /* Among ideographs, which have glue, too, it is not known how many are spaces. */
    int64_t least = (int64_t)span->glue * params->em * SPACE_LEAST / 1000;
    /* the narrowest letters make the spaces narrower, too */
    int64_t narrow = (int64_t)span->spaces * (1000 - t->expansion) / 1000;
    int64_t above = span->ideographs > 0 ? span->spaces : narrow - least;
    int64_t share = (int64_t)span->spaces * SPACE_SHARE / 1000;
    e.stretch = share + span->ideographs / IDEOGRAPH_SHARE;
    int64_t less = (int64_t)span->spaces * SHRINK_SHARE / 1000;
    e.shrink = above < less ? above : less;
    if (e.shrink < 0)
        e.shrink = 0;
    e.shrink += e.wanted;
    e.give = (int64_t)span->elastic * t->expansion / 1000;
    return e;
}

static enum text_break break_at(const struct builder *b, uint32_t at)
{
    return (enum text_break)b->t->shaped->breaks[at];
}

static struct item *add(struct builder *b, enum item_kind kind)
{
    struct item *item = &b->items[b->n++];
    item->kind = kind;
    return item;
}

/* A piece of text in which no line ends, of `span`, plus `more`. */
static void add_box(struct builder *b, const struct text_span *span, int64_t more)
{
    struct item *box = add(b, ITEM_BOX);
    box->width = span->width + more;
    if (b->mode != ITEMS_ELASTIC)
        return;
    struct elastic e = items_elastic(b->t, span);
    box->width += e.wanted;
    box->stretch = e.stretch;
    box->shrink = e.shrink;
    box->give = e.give;
}

static void add_fill(struct builder *b)
{
    add(b, ITEM_PENALTY)->penalty = KNUTH_NEVER;
    struct item *fill = add(b, ITEM_GLUE);
    fill->order = 1;
    fill->stretch = 1;
}

static int side_letters(const struct builder *b, uint32_t at, int shift)
{
    return b->t->shaped->word[at] >> shift & 15;
}

static int32_t hyphen_cost(const struct builder *b, uint32_t at)
{
    int percent = 100;
    for (int shift = 0; shift <= 4; shift += 4) {
        int letters = side_letters(b, at, shift);
        if (letters < HYPHEN_LETTERS)
            percent += HYPHEN_SHORT * (HYPHEN_LETTERS - letters);
    }
    return HYPHEN_COST * percent / 100;
}

static bool hyphen_allowed(const struct builder *b, uint32_t at)
{
    if (!b->t->params->hyphenate || b->mode == ITEMS_WHOLE || at >= b->last_word)
        return false;
    if (b->mode == ITEMS_ELASTIC)
        return true;
    int before = side_letters(b, at, 4), after = side_letters(b, at, 0);
    return before >= RAGGED_SIDE && after >= RAGGED_SIDE && before + after >= RAGGED_WORD;
}

/* May a line end before `at`? */
static bool is_break(const struct builder *b, uint32_t at)
{
    switch (break_at(b, at)) {
    case TEXT_BREAK_NO:
        return false;
    case TEXT_BREAK_HYPHEN:
        return hyphen_allowed(b, at);
    case TEXT_BREAK_YES:
    case TEXT_BREAK_EXPLICIT:
    case TEXT_BREAK_URL:
    case TEXT_BREAK_LAST:
    case TEXT_BREAK_MUST:
        break;
    }
    return true;
}

static uint32_t next_break(const struct builder *b, uint32_t at)
{
    uint32_t n = (uint32_t)b->t->shaped->text.n;
    do
        at++;
    while (at < n && !is_break(b, at));
    return at;
}

static bool is_dash(char c)
{
    /* The last byte of U+2010 … U+2014 lies in 0x90 … 0x94. */
    return c == '-' || ((unsigned char)c >= 0x90 && (unsigned char)c <= 0x94);
}

/* Kind and cost of the break at `at` for a place without a space. */
static void price_break(const struct builder *b, uint32_t at, struct item *item)
{
    char last = b->t->shaped->text.p[at - 1];
    switch (break_at(b, at)) {
    case TEXT_BREAK_HYPHEN:
        item->kind = ITEM_DISC;
        item->automatic = item->hyphen = item->flagged = true;
        item->penalty = hyphen_cost(b, at);
        break;
    case TEXT_BREAK_EXPLICIT:
        item->penalty = last == '/' ? SLASH_COST : EXPLICIT_COST;
        item->hyphen = item->flagged = is_dash(last);
        break;
    case TEXT_BREAK_URL:
        item->penalty = URL_COST;
        break;
    case TEXT_BREAK_LAST:
        item->penalty = LAST_COST;
        break;
    case TEXT_BREAK_MUST:
        item->penalty = KNUTH_ALWAYS;
        break;
    case TEXT_BREAK_NO:
    case TEXT_BREAK_YES:
        item->word = true;
        break;
    }
}

/* The break at `to`, behind a box that began at b->from; `space` is what goes at a line end. */
static void add_break(struct builder *b, uint32_t to, const struct text_span *space)
{
    const struct par_text *t = b->t;
    struct text_cut cut = text_cut(t->shaped, t->stretches, to);
    bool must = break_at(b, to) == TEXT_BREAK_MUST;
    if (must)
        add_fill(b);
    struct item *item = add(b, ITEM_PENALTY);
    price_break(b, to, item);
    if (space->width > 0 && !must) {
        item->kind = ITEM_GLUE;
        item->width = space->width;
        if (b->mode == ITEMS_ELASTIC) {
            struct elastic e = items_elastic(t, space);
            item->width += e.wanted;
            item->stretch = e.stretch;
            item->shrink = e.shrink;
        }
    }
    item->offset = to;
    item->pre = (item->hyphen && item->automatic ? cut.hyphen : cut.end) + space->width -
                items_hang_end(t, b->from, to, item->automatic);
    item->post = cut.start - items_hang_start(t, to, next_break(b, to));
}

static struct text_span between(const struct text_span *from, const struct text_span *to)
{
    return (struct text_span){
        .width = to->width - from->width,
        .elastic = to->elastic - from->elastic,
        .spaces = to->spaces - from->spaces,
        .ideographs = to->ideographs - from->ideographs,
        .glue = to->glue - from->glue,
    };
}

static void add_segment(struct builder *b, uint32_t to)
{
    const struct par_text *t = b->t;
    bool end = to >= t->shaped->text.n;
    uint32_t ink = to - trailing(t, b->from, to);
    struct text_span to_ink = walk_to(&b->walk, ink), to_end = walk_to(&b->walk, to);
    struct text_span word = between(&b->passed, &to_ink), space = between(&to_ink, &to_end);
    b->passed = to_end;
    int64_t more = 0;
    if (end) {
        struct text_cut cut = text_cut(t->shaped, t->stretches, to);
        more = cut.end + space.width - items_hang_end(t, b->from, to, false);
    }
    add_box(b, &word, more);
    if (end)
        add_fill(b);
    else
        add_break(b, to, &space);
    b->from = to;
}

/* Where the last word begins: it is never hyphenated. */
static uint32_t last_word(const struct shaped *shaped)
{
    uint32_t at = (uint32_t)shaped->text.n;
    while (at > 0 && shaped->breaks[at - 1] != TEXT_BREAK_YES)
        at--;
    return at > 0 ? at - 1 : 0;
}

static size_t most_items(const struct shaped *shaped)
{
    size_t n = 8;
    for (size_t i = 0; i < shaped->text.n; i++)
        n += shaped->breaks[i] == TEXT_BREAK_MUST ? 4
             : shaped->breaks[i] != TEXT_BREAK_NO ? 2
                                                  : 0;
    return n;
}

struct par_items items_build(struct arena *a, const struct par_text *t,
                             enum items_mode mode)
{
    uint32_t n = (uint32_t)t->shaped->text.n;
    struct builder b = {.t = t, .mode = mode, .last_word = last_word(t->shaped)};
    b.walk = walk_begin(t->shaped, t->stretches);
    b.items = arena_many(a, most_items(t->shaped), struct item);
    struct item *indent = add(&b, ITEM_BOX);
    indent->width = t->params->indent - t->params->hang;
    if (n > 0)
        indent->width -= items_hang_start(t, 0, next_break(&b, 0));
    while (b.from < n)
        add_segment(&b, next_break(&b, b.from));
    return (struct par_items){b.items, b.n};
}
