/* SPDX-License-Identifier: MIT */
/* model/facts/lines.c — lines of a paragraph: "Key: v", tabs, and pairs parted by bars. */
#include "base/utf8.h"
#include "model/facts/notation.h"

/* A run of paragraphs that are all pairs. */
struct run {
    VEC(struct pair_in) pairs;
    struct tally tally;
};

#define LINES_MAX 200 /* pairs of one run: more are no quick facts */

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

/* A key without a value takes the list behind it. */
static bool takes_list(struct arena *a, const struct run *run, const struct block *next)
{
    if (run->pairs.n == 0)
        return false;
    const struct pair *last = &vec_last(&run->pairs)->pair;
    return last->value_to <= last->value_from && is_value_list(a, next);
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

/* Paragraphs that are all pairs, from `block` on. A paragraph that holds anything else ends it. */
static size_t read_run(struct reader *r, const struct block *block, struct run *run)
{
    size_t taken = 0;
    while (block && block->kind == BLOCK_PARAGRAPH && run->pairs.n < LINES_MAX) {
        struct run more = {0};
        read_paragraph(r->a, &more, block);
        if (more.tally.others > 0 || more.pairs.n == 0 || is_prose(r, &more, block) ||
            is_heading(r->a, &more, block))
            break;
        for (size_t i = 0; i < more.pairs.n; i++) {
            tally_add(&run->tally, &more.pairs.at[i].pair);
            vec_push(r->a, &run->pairs, more.pairs.at[i]);
        }
        run->tally.rows += more.tally.rows;
        taken++;
        block = block->next;
        if (takes_list(r->a, run, block)) {
            vec_last(&run->pairs)->list = block;
            taken++;
            block = block->next;
        }
    }
    return taken;
}

/* Facts under the title stand apart from contact lines such as "GitHub: … | Email: …". */
static bool is_contact(struct reader *r, const struct run *run)
{
    size_t links = 0;
    for (size_t i = 0; i < run->pairs.n; i++) {
        const struct pair_in *in = &run->pairs.at[i];
        struct flat flat = flat_of(r->a, in->inlines);
        links += key_is_link(r->a, str_sub(flat.text, in->pair.key_from, in->pair.key_to));
    }
    return r->ground != FACTS_SECTION && links * 2 > run->pairs.n;
}

size_t facts_in_lines(struct reader *r, const struct block *block)
{
    struct run run = {0};
    size_t taken = read_run(r, block, &run);
    bool boxed = r->depth > 0 && run.tally.pairs == 1 && run.tally.known && run.tally.bold;
    if (taken == 0 || is_contact(r, &run) ||
        !(boxed || tally_counts(&run.tally, r->ground)))
        return 0;
    for (size_t i = 0; i < run.pairs.n; i++)
        fact_add(r, &run.pairs.at[i]);
    return taken;
}
