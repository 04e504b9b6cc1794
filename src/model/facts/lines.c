/* SPDX-License-Identifier: MIT */
/* model/facts/lines.c — lines of a paragraph: "Key: v", tabs, and pairs parted by bars. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/facts/notation.h"

/* The pairs of a paragraph. */
struct run {
    VEC(struct pair_in) pairs;
    struct tally tally;
};

/* What a paragraph holds. It is looked at once: where it begins no facts, those behind it are asked
 * whether they do, and each of them takes all that follow into account. */
struct facts_lines {
    const struct block *block;
    enum facts_ground ground;
    struct run run;
    bool are_pairs;           /* and nothing else */
    size_t links;             /* of the pairs */
    const struct block *list; /* the value of the last one, or NULL */
    struct facts_lines *next; /* what was looked at behind it, or NULL */
};

#define LINES_MAX 200 /* pairs one behind the other: more are no quick facts */

/* A comma before a bold key: "**Role:** Lead, **Team:** 4". */
static bool parts_bold(const struct flat *flat, size_t at, size_t to)
{
    return flat->text.p[at] == ',' && at + 2 < to && flat->text.p[at + 1] == ' ' &&
           (flat->marks[at + 2] & FLAT_STRONG) && !(flat->marks[at] & FLAT_STRONG);
}

/* Length of a bar between pairs at `at`: "|", "·", "•" with spaces round it. */
static size_t bar_at(const struct flat *flat, size_t at, size_t to)
{
    static const char *const bars[] = {"|", "·", "•", "│", "‖", "¦"};
    if (parts_bold(flat, at, to))
        return 1;
    if (at == 0 || flat->text.p[at - 1] != ' ' || (flat->marks[at] & FLAT_CODE))
        return 0;
    for (size_t i = 0; i < countof(bars); i++) {
        struct str bar = str_from(bars[i]);
        bool here = str_starts(str_sub(flat->text, at, to), bar);
        if (here && at + bar.n < to && flat->text.p[at + bar.n] == ' ')
            return bar.n;
    }
    return 0;
}

/* The next bar at or after `at`, `to` where there is none. */
static size_t next_bar(const struct flat *flat, size_t at, size_t to, size_t *n)
{
    for (; at < to; at++) {
        *n = bar_at(flat, at, to);
        if (*n)
            return at;
    }
    *n = 0;
    return to;
}

static void add(struct arena *a, struct run *run, struct pair pair,
                const struct inline_node *inlines)
{
    tally_add(&run->tally, &pair);
    if (pair.mark != PAIR_NONE)
        vec_push(a, &run->pairs, (struct pair_in){pair, inlines, NULL});
}

/* Whether every part between bars is a pair, and there are two at least. */
static bool all_pairs(struct arena *a, const struct flat *flat, size_t from, size_t to)
{
    size_t parts = 0, n = 0;
    while (from < to) {
        size_t bar = next_bar(flat, from, to, &n);
        if (pair_find(a, flat, from, bar).mark == PAIR_NONE)
            return false;
        parts++;
        from = bar + n;
    }
    return parts >= 2;
}

/* A line that is bold from end to end: a key over its value. */
static struct pair bold_line(struct arena *a, const struct flat *flat, size_t from,
                             size_t to)
{
    struct pair pair = {PAIR_BOLD, from, to, to, to, false};
    for (size_t i = from; i < to; i++)
        if (flat->text.p[i] != ' ' && !(flat->marks[i] & FLAT_STRONG))
            return (struct pair){0};
    key_clean(flat->text, &pair.key_from, &pair.key_to);
    struct str key = str_sub(flat->text, pair.key_from, pair.key_to);
    pair.known = key_is_known(a, key);
    return key_is_short(key) ? pair : (struct pair){0};
}

/* "Role" over ": Lead", as in a list of definitions. */
static struct pair term_line(struct arena *a, const struct flat *flat, size_t from,
                             size_t to)
{
    struct pair pair = {PAIR_BOLD, from, to, to, to, false};
    bool defined = to + 1 < flat->text.n && (flat->marks[to] & FLAT_BREAK) &&
                   flat->text.p[to + 1] == ':';
    key_clean(flat->text, &pair.key_from, &pair.key_to);
    struct str key = str_sub(flat->text, pair.key_from, pair.key_to);
    pair.known = key_is_known(a, key);
    return defined && key_is_short(key) ? pair : (struct pair){0};
}

/* Behind the colon that opens a definition. */
static size_t behind_mark(const struct flat *flat, size_t from, size_t to)
{
    return from < to && flat->text.p[from] == ':' ? from + 1 : from;
}

/* One line: pairs parted by bars, a pair, or the rest of the value above it. */
static void read_line(struct arena *a, struct run *run, const struct inline_node *inlines,
                      const struct flat *flat, size_t from, size_t to)
{
    size_t n = 0;
    bool row = all_pairs(a, flat, from, to);
    while (row && from < to) {
        size_t bar = next_bar(flat, from, to, &n);
        add(a, run, pair_find(a, flat, from, bar), inlines);
        run->tally.rows++;
        from = bar + n;
    }
    if (row)
        return;
    struct pair pair = pair_find(a, flat, from, to);
    struct pair_in *last = run->pairs.n ? vec_last(&run->pairs) : NULL;
    if (pair.mark == PAIR_NONE && flat->text.p[from] != ':')
        pair = term_line(a, flat, from, to);
    if (pair.mark == PAIR_NONE)
        pair = bold_line(a, flat, from, to);
    if (pair.mark != PAIR_NONE || !last || last->inlines != inlines) {
        add(a, run, pair, inlines);
        return;
    }
    if (last->pair.value_to <= last->pair.value_from)
        last->pair.value_from = behind_mark(flat, from, to); /* it stands below its key */
    last->pair.value_to = to;
}

static void read_paragraph(struct arena *a, struct run *run, const struct block *block)
{
    struct flat flat = flat_of(a, block->inlines);
    size_t from = 0;
    while (from < flat.text.n && run->pairs.n < LINES_MAX) {
        size_t to = from;
        while (to < flat.text.n && !(flat.marks[to] & FLAT_BREAK))
            to++;
        if (str_trim(str_sub(flat.text, from, to)).n)
            read_line(a, run, block->inlines, &flat, from, to);
        from = to + 1;
    }
    /* What is not read must not be lost: then they are no facts at all. */
    run->tally.others += from < flat.text.n || run->pairs.n > LINES_MAX;
}

bool is_value_list(struct arena *a, const struct block *block)
{
    if (!block || block->kind != BLOCK_LIST)
        return false;
    size_t items = 0;
    for (const struct block *item = block->first; item; item = item->next) {
        const struct block *text = item->first;
        items++;
        if (!text || text->next || text->kind != BLOCK_PARAGRAPH || items > 12 ||
            text_words(inlines_text(a, text->inlines)) > 14)
            return false;
    }
    return items > 0;
}

/* The words of a paragraph are one pair in their middle: "We had one rule: …" is prose. */
static bool is_sentence(struct arena *a, const struct block *block)
{
    struct flat flat = flat_of(a, block->inlines);
    struct pair pair = pair_find(a, &flat, 0, flat.text.n);
    bool plain = pair.mark == PAIR_COLON || pair.mark == PAIR_DASH;
    struct str key = str_sub(flat.text, pair.key_from, pair.key_to);
    struct str value = str_sub(flat.text, pair.value_from, pair.value_to);
    return plain && !pair.known && (text_words(value) > 25 || text_words(key) > 4);
}

static bool is_prose(struct reader *r, const struct run *run, const struct block *block)
{
    struct flat flat = flat_of(r->a, block->inlines);
    for (size_t i = 0; i < run->pairs.n && r->ground != FACTS_SECTION; i++)
        if (pair_is_long(&flat, &run->pairs.at[i].pair))
            return true;
    return is_sentence(r->a, block);
}

/* A bold line over nothing, and without a colon, is a heading. */
static bool is_heading(struct arena *a, const struct run *run, const struct block *block)
{
    for (size_t i = 0; i < run->pairs.n; i++)
        if (run->pairs.at[i].pair.value_to > run->pairs.at[i].pair.value_from)
            return false;
    struct str text = inlines_text(a, block->inlines);
    return str_find_byte(text, ':', 0) == text.n && str_find(text, S("："), 0) == text.n &&
           !is_value_list(a, block->next);
}

/* A key without a value takes the list behind it. */
static const struct block *list_of(struct arena *a, const struct run *run,
                                   const struct block *next)
{
    const struct pair *last = &vec_last(&run->pairs)->pair;
    bool open = last->value_to <= last->value_from;
    return open && is_value_list(a, next) ? next : NULL;
}

static size_t count_links(struct arena *a, const struct run *run,
                          const struct inline_node *inlines)
{
    struct flat flat = flat_of(a, inlines);
    size_t links = 0;
    for (size_t i = 0; i < run->pairs.n; i++) {
        const struct pair *pair = &run->pairs.at[i].pair;
        links += key_is_link(a, str_sub(flat.text, pair->key_from, pair->key_to));
    }
    return links;
}

static struct facts_lines *look_at(struct reader *r, const struct block *block)
{
    struct facts_lines *lines = arena_make(r->a, struct facts_lines);
    struct run *run = &lines->run;
    lines->block = block;
    lines->ground = r->ground;
    read_paragraph(r->a, run, block);
    lines->are_pairs = run->tally.others == 0 && run->pairs.n > 0 &&
                       !is_prose(r, run, block) && !is_heading(r->a, run, block);
    if (!lines->are_pairs)
        return lines;
    lines->links = count_links(r->a, run, block->inlines);
    lines->list = list_of(r->a, run, block->next);
    if (lines->list)
        vec_last(&run->pairs)->list = lines->list;
    return lines;
}

static bool is_of(const struct facts_lines *lines, const struct reader *r,
                  const struct block *block)
{
    return lines && lines->block == block && lines->ground == r->ground;
}

/* What `block` holds; `before` is what the one before it holds, or NULL. */
static struct facts_lines *lines_at(struct reader *r, struct facts_lines *before,
                                    const struct block *block)
{
    if (before && is_of(before->next, r, block))
        return before->next;
    struct facts_lines *lines = look_at(r, block);
    if (before)
        before->next = lines;
    return lines;
}

/* Paragraphs that are all pairs, one behind the other. */
struct stretch {
    struct facts_lines *first;
    struct tally tally;
    size_t links, taken; /* `taken` is of blocks */
};

static void tally_join(struct tally *t, const struct tally *more)
{
    t->pairs += more->pairs;
    t->known += more->known;
    t->bold += more->bold;
    t->tabs += more->tabs;
    t->dashes += more->dashes;
    t->rows += more->rows;
}

/* From `block` on. A paragraph that holds anything else ends it. */
static struct stretch read_stretch(struct reader *r, const struct block *block)
{
    struct facts_lines *known = r->out->lines;
    struct stretch stretch = {.first = is_of(known, r, block) ? known
                                                              : lines_at(r, known, block)};
    struct facts_lines *at = stretch.first;
    while (at && at->are_pairs) {
        tally_join(&stretch.tally, &at->run.tally);
        stretch.links += at->links;
        stretch.taken += at->list ? 2 : 1;
        block = at->list ? at->list->next : at->block->next;
        bool more =
            block && block->kind == BLOCK_PARAGRAPH && stretch.tally.pairs < LINES_MAX;
        at = more ? lines_at(r, at, block) : NULL;
    }
    r->out->lines = stretch.first;
    return stretch;
}

/* Facts under the title stand apart from contact lines such as "GitHub: … | Email: …". */
static bool is_contact(const struct reader *r, const struct stretch *stretch)
{
    return r->ground != FACTS_SECTION && stretch->links * 2 > stretch->tally.pairs;
}

size_t facts_in_lines(struct reader *r, const struct block *block)
{
    struct stretch stretch = read_stretch(r, block);
    const struct tally *tally = &stretch.tally;
    bool boxed = r->depth > 0 && tally->pairs == 1 && tally->known && tally->bold;
    if (stretch.taken == 0 || is_contact(r, &stretch) ||
        !(boxed || tally_counts(tally, r->ground)))
        return 0;
    size_t left = tally->pairs;
    for (struct facts_lines *at = stretch.first; left; at = at->next)
        for (size_t i = 0; i < at->run.pairs.n; i++, left--)
            fact_add(r, &at->run.pairs.at[i]);
    return stretch.taken;
}
