/* SPDX-License-Identifier: MIT */
/* model/facts/table.c — tables of facts: two columns, pairs side by side, and one wide row. */
#include "model/facts/notation.h"

#define ROWS_MAX 60 /* longer tables are data */

static struct str cell_text(struct arena *a, const struct block *cell)
{
    return cell ? str_trim(inlines_text(a, cell->inlines)) : (struct str){0};
}

static size_t count(const struct block *first)
{
    size_t n = 0;
    for (; first; first = first->next)
        n++;
    return n;
}

/* Whether the cell may be a key, counted into `t`. */
static void tally_key(struct reader *r, const struct block *cell, struct tally *t)
{
    struct str key = cell_text(r->a, cell);
    struct pair pair = {key_is_short(key) ? PAIR_TAB : PAIR_NONE, 0, 0, 0, 0, false};
    pair.known = pair.mark != PAIR_NONE && key_is_known(r->a, key);
    bool bold = cell && cell->inlines && cell->inlines->kind == INLINE_STRONG;
    if (pair.mark != PAIR_NONE && bold)
        pair.mark = PAIR_BOLD;
    tally_add(t, &pair);
}

/* Rows of "key | value" or "key | value | key | value"; the first is the head. */
static struct tally tally_rows(struct reader *r, const struct block *first)
{
    struct tally t = {0};
    for (const struct block *row = first; row; row = row->next)
        for (const struct block *key = row->first; key && key->next; key = key->next->next)
            if (t.pairs == 0 || cell_text(r->a, key).n)
                tally_key(r, key, &t);
    return t;
}

static void add_row(struct reader *r, const struct block *row)
{
    for (const struct block *key = row->first; key && key->next; key = key->next->next) {
        if (cell_text(r->a, key).n)
            fact_add_cells(r, key->inlines, key->next->inlines,
                           span_join(key->span, key->next->span));
        else
            facts_rest(r, cell_text(r->a, key->next));
    }
}

/* What the head of the table is: heads of columns, the first fact, or nothing. People whose table
 * has no head write their first fact there, for Markdown wants a head. */
static void add_head(struct reader *r, const struct block *head)
{
    bool generic = true, fact = true, known = true;
    size_t at = 0;
    for (const struct block *cell = head->first; cell; cell = cell->next, at++) {
        struct str text = cell_text(r->a, cell);
        bool says_nothing = key_is_head(r->a, text);
        generic = generic && says_nothing;
        known = known && (at % 2 == 1 || key_is_known(r->a, text));
        fact = fact && text.n > 0 && !(says_nothing && !key_is_known(r->a, text));
        fact = fact && !(says_nothing && at % 2 == 1);
    }
    if (!generic && fact && (known || r->ground == FACTS_SECTION))
        add_row(r, head);
    else if (!generic)
        facts_rest(r, block_text(r->a, head));
    else if (str_trim(block_text(r->a, head)).n > 0)
        diag_push(r->d, D_M0202, head->span, "the heads of the facts table are not set");
}

/* "Layer | Technology" */
static bool says_nothing(struct arena *a, const struct block *head)
{
    for (const struct block *cell = head->first; cell; cell = cell->next)
        if (!key_is_head(a, cell_text(a, cell)))
            return false;
    return true;
}

static size_t read_rows(struct reader *r, const struct block *table)
{
    const struct block *head = table->first;
    const struct block *first = head->header ? head->next : head;
    struct tally t = tally_rows(r, first);
    bool lone = t.pairs == 1 && t.known == 1 && head->header && says_nothing(r->a, head);
    if (count(first) > ROWS_MAX || !(lone || tally_counts(&t, r->ground)))
        return 0;
    if (head->header)
        add_head(r, head);
    for (const struct block *row = first; row; row = row->next)
        add_row(r, row);
    return 1;
}

/* "Role | Timeline | Stack" over one row of values. */
static size_t read_wide(struct reader *r, const struct block *table)
{
    struct tally t = {0};
    const struct block *keys = table->first, *values = keys->next;
    for (const struct block *cell = keys->first; cell; cell = cell->next)
        tally_key(r, cell, &t);
    bool sure = r->ground == FACTS_SECTION || t.known * 2 >= t.pairs;
    if (!sure || t.others > 0 || count(keys->first) != count(values->first))
        return 0;
    const struct block *value = values->first;
    for (const struct block *key = keys->first; key; key = key->next, value = value->next)
        fact_add_cells(r, key->inlines, value->inlines, span_join(key->span, value->span));
    return 1;
}

/* Four columns whose first and third are bold are pairs side by side. */
static bool is_side_by_side(const struct block *table)
{
    if (table->columns < 4 || table->columns % 2 != 0)
        return false;
    const struct block *row = table->first->header ? table->first->next : table->first;
    for (; row; row = row->next)
        for (const struct block *cell = row->first; cell && cell->next;
             cell = cell->next->next)
            if (cell->inlines && cell->inlines->kind != INLINE_STRONG)
                return false;
    return true;
}

static bool all_known(struct arena *a, const struct block *row)
{
    for (const struct block *cell = row->first; cell; cell = cell->next)
        if (!key_is_known(a, cell_text(a, cell)))
            return false;
    return true;
}

size_t facts_in_table(struct reader *r, const struct block *block)
{
    const struct block *head = block->first;
    if (!head)
        return 0;
    bool one_row = head->header && head->next && !head->next->next;
    if (block->columns == 2 && one_row && all_known(r->a, head) &&
        !key_is_known(r->a, cell_text(r->a, head->next->first)))
        return read_wide(r, block);
    if (block->columns == 2 || (is_side_by_side(block) && head->next))
        return read_rows(r, block);
    if (block->columns >= 3 && one_row)
        return read_wide(r, block);
    return 0;
}
