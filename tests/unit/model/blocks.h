/* SPDX-License-Identifier: MIT */
/* unit/model/blocks.h — block trees for tests, made by hand so that they need no Markdown reader.
 *
 * A line of text knows **strong**, `code` and "\n" as a soft line end, and no more. Each text
 * node has its place: line 1 and up, columns in bytes. */
#ifndef RECTO_UNIT_MODEL_BLOCKS_H
#define RECTO_UNIT_MODEL_BLOCKS_H

#include "source/block.h"
#include "test.h"

static inline struct inline_node *new_inline(struct arena *a, enum inline_kind kind,
                                             struct str text, size_t column)
{
    struct inline_node *node = arena_make(a, struct inline_node);
    node->kind = kind;
    node->text = text;
    uint32_t end = (uint32_t)(column + text.n) - 1;
    node->span = (struct span){1, (uint32_t)column, 1, end};
    return node;
}

/* The mark that opens at `s`, NULL where none does. */
static inline const char *mark_at(struct str s)
{
    if (str_starts(s, S("**")) && str_find(s, S("**"), 2) < s.n)
        return "**";
    if (str_starts(s, S("`")) && str_find(s, S("`"), 1) < s.n)
        return "`";
    return str_starts(s, S("\n")) ? "\n" : NULL;
}

static inline struct inline_node *inlines_at(struct arena *a, struct str s, size_t column);

static inline struct inline_node *marked(struct arena *a, const char *mark,
                                         struct str inside, size_t column)
{
    if (mark[0] == '\n')
        return new_inline(a, INLINE_SOFT_BREAK, (struct str){0}, column);
    if (mark[0] == '`')
        return new_inline(a, INLINE_CODE, inside, column);
    struct inline_node *strong = new_inline(a, INLINE_STRONG, (struct str){0}, column);
    strong->first = inlines_at(a, inside, column + 2);
    return strong;
}

static inline struct inline_node *inlines_at(struct arena *a, struct str s, size_t column)
{
    struct inline_node *head = NULL, **tail = &head;
    size_t from = 0, i = 0;
    while (i <= s.n) {
        const char *mark = i < s.n ? mark_at(str_sub(s, i, s.n)) : NULL;
        if (i < s.n && !mark) {
            i++;
            continue;
        }
        if (i > from) {
            *tail = new_inline(a, INLINE_TEXT, str_sub(s, from, i), column + from);
            tail = &(*tail)->next;
        }
        if (i == s.n)
            break;
        size_t n = strlen(mark);
        size_t end = mark[0] == '\n' ? i + n : str_find(s, str_from(mark), i + n);
        *tail = marked(a, mark, str_sub(s, i + n, end), column + i);
        tail = &(*tail)->next;
        i = from = mark[0] == '\n' ? end : end + n;
    }
    return head;
}

static inline struct inline_node *inlines_of(struct arena *a, const char *text)
{
    return inlines_at(a, str_from(text), 1);
}

static inline struct block *new_block(struct arena *a, enum block_kind kind,
                                      const char *text)
{
    struct block *block = arena_make(a, struct block);
    block->kind = kind;
    block->inlines = text ? inlines_of(a, text) : NULL;
    return block;
}

/* Hang `child` under `parent`, as its last child. */
static inline struct block *hang(struct block *parent, struct block *child)
{
    struct block **last = &parent->first;
    while (*last)
        last = &(*last)->next;
    *last = child;
    child->parent = parent;
    return parent;
}

static inline struct block *paragraph(struct arena *a, const char *text)
{
    return new_block(a, BLOCK_PARAGRAPH, text);
}

/* A list of paragraphs; the texts end with NULL. */
static inline struct block *list_of(struct arena *a, const char *const *texts)
{
    struct block *list = new_block(a, BLOCK_LIST, NULL);
    for (; *texts; texts++)
        hang(list, hang(new_block(a, BLOCK_ITEM, NULL), paragraph(a, *texts)));
    return list;
}

/* A table; rows and their cells as "a|b", the first row is the head. Ends with NULL. */
static inline struct block *table_of(struct arena *a, const char *const *rows)
{
    struct block *table = new_block(a, BLOCK_TABLE, NULL);
    for (const char *const *row = rows; *row; row++) {
        struct block *line = new_block(a, BLOCK_ROW, NULL);
        struct str rest = str_from(*row);
        line->header = row == rows;
        table->columns = 0;
        while (rest.p) {
            struct str cell = str_cut(&rest, '|');
            hang(line, new_block(a, BLOCK_CELL, str_cstr(a, cell)));
            table->columns++;
        }
        hang(table, line);
    }
    return table;
}

#endif
