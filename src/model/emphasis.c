/* SPDX-License-Identifier: MIT */
/* model/emphasis.c — what a variant puts first: metrics, and words set strong. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/flat.h"
#include "model/metric_front.h"
#include "model/name.h"
#include "model/named.h"
#include "model/wishes.h"

#define FIRST_RANK (-100000) /* before what metrics: puts first */

static const char *const keys[] = {"emphasise", "emphasize"};

bool wishes_to_emphasise(const struct yaml *front)
{
    for (size_t i = 0; i < countof(keys); i++)
        if (yaml_find(front, str_from(keys[i])))
            return true;
    return false;
}

/* A name that is no metric's. */
struct word {
    const struct yaml *name;
    struct str text;
    bool found;
};

struct emphasis {
    struct build *b;
    VEC(struct word) words;
};

/* --- metrics ------------------------------------------------------------------------------------- */

/* Whether `words` stand in `text`, both folded. */
static bool has_words(struct arena *a, struct str text, struct str words)
{
    struct str in = str_fmt(a, " %.*s ", STR(text)),
               what = str_fmt(a, " %.*s ", STR(words));
    return words.n > 0 && str_find(in, what, 0) < in.n;
}

/* Put the metrics of that value, or with these words in their label, first. False where there is
 * none. */
static bool put_first(struct build *b, struct str name, int rank)
{
    bool found = false;
    struct str words = name_fold(b->a, name);
    for (size_t i = 0; i < b->metrics.list.n; i++) {
        struct metric *m = &b->metrics.list.at[i];
        if (!metric_same_value(m->value, name) &&
            !has_words(b->a, name_fold(b->a, m->label), words))
            continue;
        m->rank = rank;
        found = true;
    }
    return found;
}

/* --- words --------------------------------------------------------------------------------------- */

/* The bytes of `s` from `i` on that are `word`, in either case; 0 where they are not. */
static size_t length_at(struct str s, size_t i, struct str word)
{
    size_t from = i, k = 0;
    while (k < word.n) {
        if (i >= s.n || utf8_lower(utf8_next(s, &i)) != utf8_lower(utf8_next(word, &k)))
            return 0;
    }
    return i - from;
}

/* Scripts without spaces have no ends of words that one could see. */
static bool is_spaced_word(uint32_t c)
{
    return utf8_is_word(c) && !name_is_cjk(c);
}

static bool is_word_at(struct str s, size_t i)
{
    return i < s.n && is_spaced_word(utf8_next(s, &i));
}

static bool is_word_before(struct str s, size_t i)
{
    return i > 0 && is_spaced_word(utf8_prev(s, &i));
}

/* Mark the bytes of whole words that are `word`. */
static void mark_word(struct str text, struct word *word, bool *strong)
{
    for (size_t i = 0; i < text.n;) {
        size_t n = is_word_before(text, i) ? 0 : length_at(text, i, word->text);
        if (n == 0 || is_word_at(text, i + n)) {
            utf8_next(text, &i);
            continue;
        }
        memset(strong + i, true, n);
        word->found = true;
        i += n;
    }
}

/* A part of a text, strong or not. */
static struct inline_node *piece_of(struct arena *a, const struct inline_node *node,
                                    size_t from, size_t to, bool strong)
{
    struct inline_node *piece = arena_copy(a, node, sizeof *node);
    piece->text = str_sub(node->text, from, to);
    piece->next = NULL;
    if (node->span.end_column - node->span.column + 1 == node->text.n) {
        piece->span.column = node->span.column + (uint32_t)from;
        piece->span.end_column = node->span.column + (uint32_t)to - 1;
    }
    if (!strong)
        return piece;
    struct inline_node *wrap = arena_make(a, struct inline_node);
    *wrap =
        (struct inline_node){.kind = INLINE_STRONG, .span = piece->span, .first = piece};
    return wrap;
}

/* Copies of a row of inlines; `strong` holds a byte for each byte of its text, `*at` is where in it
 * the row begins. */
struct copying {
    struct arena *a;
    const struct flat *flat;
    const bool *strong;
    size_t piece; /* of the flat text, the next one */
};

static struct inline_node **put_text(struct copying *c, const struct inline_node *node,
                                     const bool *strong, struct inline_node **tail)
{
    for (size_t from = 0; from < node->text.n;) {
        size_t to = from + 1;
        while (to < node->text.n && strong[to] == strong[from])
            to++;
        *tail = piece_of(c->a, node, from, to, strong[from]);
        tail = &(*tail)->next;
        from = to;
    }
    return tail;
}

/* What of the flat text is this node's; NULL where nothing is. */
static const bool *strong_of(struct copying *c, const struct inline_node *node)
{
    if (c->piece >= c->flat->pieces.n || c->flat->pieces.at[c->piece].node != node)
        return NULL;
    return c->strong + c->flat->pieces.at[c->piece++].at;
}

static struct inline_node *copy_row(struct copying *c, const struct inline_node *node)
{
    struct inline_node *first = NULL, **tail = &first;
    for (; node; node = node->next) {
        const bool *strong = strong_of(c, node);
        if (strong && node->kind == INLINE_TEXT) {
            tail = put_text(c, node, strong, tail);
            continue;
        }
        *tail = arena_copy(c->a, node, sizeof *node);
        (*tail)->next = NULL;
        (*tail)->first = copy_row(c, node->first);
        tail = &(*tail)->next;
    }
    return first;
}

/* The same inlines with the words strong; NULL where they have none of them. */
static struct inline_node *emphasised(struct emphasis *e, const struct inline_node *inlines)
{
    struct arena *a = e->b->a;
    struct flat flat = flat_of(a, inlines);
    bool *strong = arena_many(a, flat.text.n + 1, bool), some = false;
    for (size_t i = 0; i < e->words.n; i++)
        mark_word(flat.text, &e->words.at[i], strong);
    for (size_t i = 0; i < flat.text.n; i++) {
        strong[i] = strong[i] && !(flat.marks[i] & (FLAT_STRONG | FLAT_CODE));
        some = some || strong[i];
    }
    struct copying c = {a, &flat, strong, 0};
    return some ? copy_row(&c, inlines) : NULL;
}

/* Headings are strong already, and in a table a strong row is the one that counts. */
static void emphasise_block(struct emphasis *e, struct block *block)
{
    if (block->kind == BLOCK_HEADING || block->kind == BLOCK_TABLE)
        return;
    struct inline_node *strong = emphasised(e, block->inlines);
    if (strong)
        block->inlines = strong;
    for (struct block *child = block->first; child; child = child->next)
        emphasise_block(e, child);
}

static void emphasise_draft(struct emphasis *e, struct draft *draft)
{
    struct block *block = draft->first;
    for (size_t i = 0; i < draft->section.parts.n; i++) {
        const struct part *part = &draft->section.parts.at[i];
        for (size_t k = 0; k < part->blocks && block; k++, block = block->next)
            if (part->kind == PART_BLOCK)
                emphasise_block(e, block);
    }
}

static void emphasise_facts(struct emphasis *e)
{
    for (size_t i = 0; i < e->b->facts.list.n; i++) {
        struct fact *fact = &e->b->facts.list.at[i];
        const struct inline_node *strong = emphasised(e, fact->value_inlines);
        if (strong)
            fact->value_inlines = strong;
    }
}

static void gather_names(struct emphasis *e)
{
    int rank = FIRST_RANK;
    for (size_t i = 0; i < countof(keys); i++) {
        struct names names = names_of(e->b->study->front, str_from(keys[i]));
        for (const struct yaml *name; (name = names_next(&names));) {
            struct str text = str_trim(name->text);
            if (!put_first(e->b, text, rank++))
                vec_push(e->b->a, &e->words, (struct word){name, text, false});
        }
    }
}

void wishes_emphasise(struct build *b)
{
    struct emphasis e = {.b = b};
    gather_names(&e);
    if (e.words.n == 0)
        return;
    for (size_t i = 0; i < b->drafts.n; i++)
        emphasise_draft(&e, &b->drafts.at[i]);
    emphasise_facts(&e);
    for (size_t i = 0; i < e.words.n; i++)
        if (!e.words.at[i].found)
            diag_push(b->d, D_M0109, e.words.at[i].name->span,
                      "“%.*s” is neither a metric nor in the text",
                      STR(e.words.at[i].text));
}
