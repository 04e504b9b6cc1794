/* SPDX-License-Identifier: MIT */
/* model/prune.c — a document without some of its parts. */
#include "model/prune.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"

void cuts_add(struct arena *a, struct cuts *cuts, const void *node)
{
    vec_push(a, &cuts->nodes, node);
}

static int by_address(const void *left, const void *right)
{
    uintptr_t l = (uintptr_t) * (const void *const *)left,
              r = (uintptr_t) * (const void *const *)right;
    return (l > r) - (l < r);
}

static bool is_cut(const struct cuts *cuts, const void *node)
{
    return cuts->nodes.n > 0 && bsearch(&node, cuts->nodes.at, cuts->nodes.n,
                                        sizeof *cuts->nodes.at, by_address) != NULL;
}

/* What is copied, and the new numbers of its footnotes by their old ones. */
struct pruning {
    struct arena *a;
    const struct cuts *cuts;
    int *numbers; /* 0: not referred to */
    int *old;     /* the other way round */
    int count;    /* of old numbers */
    int used;     /* of new ones */
};

/* --- inlines ------------------------------------------------------------------------------------- */

/* A row of inlines being copied. */
struct row {
    struct inline_node *first, *last, *before_last;
    bool gap; /* something has been left out behind `last` */
};

static bool is_break(const struct inline_node *node)
{
    return node->kind == INLINE_SOFT_BREAK || node->kind == INLINE_HARD_BREAK;
}

static struct str trim_start(struct str s)
{
    size_t from = 0;
    while (from < s.n && utf8_is_space((unsigned char)s.p[from]))
        from++;
    return str_sub(s, from, s.n);
}

/* Marks that stand close to the word before them. */
static bool is_closing(struct str s)
{
    return s.n > 0 && memchr(",.;:!?)]", s.p[0], 8) != NULL;
}

static bool ends_open(const struct row *row)
{
    const struct inline_node *last = row->last;
    return !last || is_break(last) ||
           (last->kind == INLINE_TEXT && str_trim_end(last->text).n < last->text.n);
}

/* Let what stands on both sides of a gap meet: one space, or none before a comma. False where
 * `node` is not needed there. */
static bool close_gap(struct row *row, struct inline_node *node)
{
    bool text = row->last && row->last->kind == INLINE_TEXT;
    if (is_break(node) && (!row->last || is_break(row->last)))
        return false;
    if (node->kind == INLINE_TEXT && ends_open(row))
        node->text = trim_start(node->text);
    if (node->kind == INLINE_TEXT && node->text.n == 0)
        return false;
    if (text && (is_break(node) || (node->kind == INLINE_TEXT && is_closing(node->text))))
        row->last->text = str_trim_end(row->last->text);
    return true;
}

static void add_inline(struct row *row, struct inline_node *node)
{
    if (row->gap && !close_gap(row, node))
        return;
    row->gap = false;
    if (row->last)
        row->last->next = node;
    else
        row->first = node;
    row->before_last = row->last;
    row->last = node;
}

/* A gap at the end leaves no space there. */
static void end_row(struct row *row)
{
    if (!row->gap || !row->last)
        return;
    if (row->last->kind == INLINE_TEXT)
        row->last->text = str_trim_end(row->last->text);
    if (is_break(row->last) && row->before_last)
        row->before_last->next = NULL;
    else if (is_break(row->last))
        row->first = NULL;
}

/* Sound trees are at most a few times SOURCE_MAX_NESTING deep, so recursion is safe here. */
static struct inline_node *copy_inlines(struct pruning *p, const struct inline_node *node)
{
    struct row row = {0};
    for (; node; node = node->next) {
        if (is_cut(p->cuts, node)) {
            row.gap = true;
            continue;
        }
        struct inline_node *copy = arena_copy(p->a, node, sizeof *node);
        copy->next = NULL;
        copy->first = copy_inlines(p, node->first);
        if (node->first && !copy->first && node->kind != INLINE_IMAGE)
            row.gap = true; /* nothing is left in it */
        else
            add_inline(&row, copy);
    }
    end_row(&row);
    return row.first;
}

/* --- footnotes ----------------------------------------------------------------------------------- */

static int new_number(struct pruning *p, int old)
{
    if (p->numbers[old] == 0) {
        p->numbers[old] = ++p->used;
        p->old[p->used] = old;
    }
    return p->numbers[old];
}

static void number_inlines(struct pruning *p, struct inline_node *node)
{
    for (; node; node = node->next) {
        if (node->kind == INLINE_FOOTNOTE_REF && node->number > 0 &&
            node->number <= p->count)
            node->number = new_number(p, node->number);
        number_inlines(p, node->first);
    }
}

static void number_blocks(struct pruning *p, struct block *block)
{
    for (; block; block = block->next) {
        number_inlines(p, block->inlines);
        number_blocks(p, block->first);
    }
}

static void count_notes(struct pruning *p, const struct block *root)
{
    int notes = 0;
    for (const struct block *b = root->first; b; b = b->next)
        notes += b->kind == BLOCK_FOOTNOTE;
    p->numbers = arena_many(p->a, (size_t)notes + 1, int);
    p->old = arena_many(p->a, (size_t)notes + 1, int);
    p->count = notes;
}

/* --- blocks -------------------------------------------------------------------------------------- */

static struct block *copy_block(struct pruning *p, const struct block *block,
                                struct block *parent);

/* Put a copy of `b` at the end of a row, and give the new end. */
static struct block **put_copy(struct pruning *p, struct block **tail,
                               const struct block *b, struct block *parent)
{
    struct block *copy = copy_block(p, b, parent);
    if (!copy)
        return tail;
    *tail = copy;
    return &copy->next;
}

static struct block *copy_children(struct pruning *p, const struct block *of,
                                   struct block *parent)
{
    struct block *first = NULL, **tail = &first;
    for (const struct block *b = of->first; b; b = b->next)
        tail = put_copy(p, tail, b, parent);
    return first;
}

static struct block *copy_document(struct pruning *p, const struct block *root,
                                   const struct blocks_order *order)
{
    struct block *copy = arena_copy(p->a, root, sizeof *root), **tail = &copy->first;
    copy->first = NULL;
    for (size_t i = 0; i < order->n; i++)
        tail = put_copy(p, tail, order->at[i], copy);
    for (const struct block *b = order->n > 0 ? NULL : root->first; b; b = b->next)
        if (b->kind != BLOCK_FOOTNOTE)
            tail = put_copy(p, tail, b, copy);
    return copy;
}

/* A table of which only the head is left says nothing. */
static bool is_bare_table(const struct block *copy)
{
    return copy->kind == BLOCK_TABLE && copy->first && copy->first->header &&
           !copy->first->next;
}

/* NULL where it is cut, or where nothing is left in it. */
static struct block *copy_block(struct pruning *p, const struct block *block,
                                struct block *parent)
{
    if (is_cut(p->cuts, block))
        return NULL;
    struct block *copy = arena_copy(p->a, block, sizeof *block);
    copy->next = NULL;
    copy->parent = parent;
    copy->inlines = copy_inlines(p, block->inlines);
    copy->first = copy_children(p, block, copy);
    bool had = block->inlines || block->first, has = copy->inlines || copy->first;
    bool bare = is_bare_table(copy) && block->first->next;
    return (had && !has && block->kind != BLOCK_CELL) || bare ? NULL : copy;
}

/* The notes that are still referred to, in the order of their new numbers; notes may refer to
 * notes. Those that nobody ever referred to stay. */
static void copy_notes(struct pruning *p, const struct block *root, struct block *into)
{
    const struct block **by_number =
        arena_many(p->a, (size_t)p->count + 1, const struct block *);
    struct block **tail = &into->first;
    while (*tail)
        tail = &(*tail)->next;
    for (const struct block *b = root->first; b; b = b->next) {
        bool note = b->kind == BLOCK_FOOTNOTE;
        struct block *loose = note && b->number <= 0 ? copy_block(p, b, into) : NULL;
        if (loose) {
            *tail = loose;
            tail = &loose->next;
        } else if (note && b->number > 0 && b->number <= p->count) {
            by_number[b->number] = b;
        }
    }
    for (int number = 1; number <= p->used; number++) {
        const struct block *note = by_number[p->old[number]];
        struct block *copy = note ? copy_block(p, note, into) : NULL;
        if (!copy)
            continue;
        copy->number = number;
        number_blocks(p, copy->first);
        *tail = copy;
        tail = &copy->next;
    }
}

struct block *blocks_without(struct arena *a, const struct block *root, struct cuts *cuts,
                             const struct blocks_order *order)
{
    struct pruning p = {.a = a, .cuts = cuts};
    if (cuts->nodes.n > 0)
        qsort(cuts->nodes.at, cuts->nodes.n, sizeof *cuts->nodes.at, by_address);
    count_notes(&p, root);
    struct block *copy = copy_document(&p, root, order);
    number_blocks(&p, copy->first);
    copy_notes(&p, root, copy);
    return copy;
}
