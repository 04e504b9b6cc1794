/* SPDX-License-Identifier: MIT */
/* source/html_block.c — a stretch of raw HTML as blocks. */
#include "source/html_block.h"

#include "base/arena.h"
#include "source/html.h"
#include "source/markdown.h"

#define OPEN_MAX 16 /* blocks inside each other; deeper ones are flattened */

struct build {
    const struct inlines_context *c;
    struct arena *a;
    struct str text;
    struct range range; /* of the text among the cooked */
    struct block root;  /* holds the result */
    struct block *open[OPEN_MAX];
    struct block *last[OPEN_MAX + 1]; /* child of the root and of each of these */
    size_t depth;
    struct inline_node *inlines; /* of the paragraph under way */
    struct inline_node **tail;
    int heading; /* its level, 0 for a paragraph */
    size_t from; /* where it begins in the text */
};

static size_t place(const struct build *b, size_t at)
{
    size_t place = b->range.from + at;
    return place < b->range.to ? place : b->range.to;
}

static struct block *top(struct build *b)
{
    return b->depth > 0 ? b->open[b->depth - 1] : &b->root;
}

static struct block *add(struct build *b, enum block_kind kind, size_t from, size_t to)
{
    struct block *parent = top(b), *block = arena_make(b->a, struct block);
    block->kind = kind;
    block->parent = parent;
    block->span = cook_span(b->c->k, b->c->text, place(b, from), place(b, to));
    if (b->last[b->depth])
        b->last[b->depth]->next = block;
    else
        parent->first = block;
    b->last[b->depth] = block;
    return block;
}

static void start_text(struct build *b)
{
    b->inlines = NULL;
    b->tail = &b->inlines;
    b->heading = 0;
}

/* End the paragraph under way, at `at`. */
static void flush(struct build *b, size_t at)
{
    struct block text = {.kind = b->heading ? BLOCK_HEADING : BLOCK_PARAGRAPH,
                         .inlines = b->inlines};
    inlines_mend(b->c, &text);
    inlines_place(b->c, text.inlines);
    if (text.inlines && top(b)->kind == BLOCK_CELL) {
        top(b)->inlines = text.inlines;
    } else if (text.inlines) {
        struct block *block = add(b, text.kind, b->from, at);
        block->level = b->heading;
        block->inlines = text.inlines;
        block->attrs = text.attrs;
    }
    start_text(b);
}

static void open_block(struct build *b, enum block_kind kind, size_t from, size_t to)
{
    if (b->depth == OPEN_MAX)
        return;
    b->open[b->depth] = add(b, kind, from, to);
    b->last[++b->depth] = NULL;
}

/* True where a block of `kind` is open, not looking further out than `limit`. */
static bool is_open(const struct build *b, enum block_kind kind, enum block_kind limit)
{
    for (size_t i = b->depth; i > 0; i--) {
        if (b->open[i - 1]->kind == kind)
            return true;
        if (b->open[i - 1]->kind == limit)
            break;
    }
    return false;
}

/* Close the innermost block of `kind` and all inside it, where one is open. */
static void close_block(struct build *b, enum block_kind kind, enum block_kind limit)
{
    if (!is_open(b, kind, limit))
        return;
    while (b->depth > 0 && b->open[--b->depth]->kind != kind)
        continue;
}

/* Lists hold items and tables rows of cells: open what is missing for text to stand in. */
static void make_room(struct build *b, size_t at)
{
    if (top(b)->kind == BLOCK_LIST)
        open_block(b, BLOCK_ITEM, at, at);
    if (top(b)->kind == BLOCK_TABLE)
        open_block(b, BLOCK_ROW, at, at);
    if (top(b)->kind == BLOCK_ROW)
        open_block(b, BLOCK_CELL, at, at);
}

static void append(struct build *b, struct str text, size_t from, size_t to, bool html)
{
    if (!b->inlines && str_trim(text).n > 0) {
        make_room(b, from);
        b->from = from;
    }
    struct raw *raw = inline_new(b->a, INLINE_TEXT, place(b, from), place(b, to));
    raw->node.text = text;
    raw->html = html;
    *b->tail = &raw->node;
    b->tail = &raw->node.next;
}

/* Text between tags: white space is one space. */
static void take_text(struct build *b, size_t from, size_t to)
{
    struct strbuf out = strbuf_at(b->a);
    for (size_t i = from; i < to; i++) {
        char c = b->text.p[i];
        bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank || (out.n > 0 ? out.p[out.n - 1] != ' ' : b->inlines != NULL))
            strbuf_put(&out, blank ? S(" ") : (struct str){&c, 1});
    }
    if (out.n > 0 && (b->inlines || str_trim(strbuf_str(&out)).n > 0))
        append(b, markdown_unescape(b->a, strbuf_str(&out)), from, to, false);
}

static void tell(struct build *b, const struct html_tag *tag, size_t at)
{
    struct span span =
        cook_span(b->c->k, b->c->text, place(b, at), place(b, at + tag->length));
    diag_push(b->c->k->d, D_S0312, span, "<%.*s> is not read", STR(tag->name));
}

static void open_list(struct build *b, const struct html_tag *tag, size_t at)
{
    open_block(b, BLOCK_LIST, at, at + tag->length);
    top(b)->tight = true;
    top(b)->ordered = str_eq_nocase(tag->name, S("ol"));
    top(b)->start = top(b)->ordered ? 1 : 0;
}

/* A header row is one whose cells are <th>. */
static void open_cell(struct build *b, const struct html_tag *tag, size_t at)
{
    if (!is_open(b, BLOCK_ROW, BLOCK_TABLE))
        make_room(b, at);
    close_block(b, BLOCK_CELL, BLOCK_TABLE);
    struct block *row = top(b);
    bool head = str_eq_nocase(tag->name, S("th"));
    if (row->kind != BLOCK_ROW)
        return;
    row->header = head && (!row->first || row->header);
    open_block(b, BLOCK_CELL, at, at + tag->length);
}

static void take_block(struct build *b, const struct html_tag *tag, size_t at)
{
    flush(b, at);
    switch ((int)tag->role) {
    case HTML_LIST:
        if (tag->close)
            close_block(b, BLOCK_LIST, BLOCK_CELL);
        else if (!is_open(b, BLOCK_CELL, BLOCK_TABLE))
            open_list(b, tag, at);
        break;
    case HTML_ITEM:
        close_block(b, BLOCK_ITEM, BLOCK_LIST);
        if (!tag->close && top(b)->kind == BLOCK_LIST)
            open_block(b, BLOCK_ITEM, at, at + tag->length);
        break;
    case HTML_TABLE:
        if (tag->close)
            close_block(b, BLOCK_TABLE, BLOCK_KINDS);
        else if (!is_open(b, BLOCK_TABLE, BLOCK_KINDS))
            open_block(b, BLOCK_TABLE, at, at + tag->length);
        break;
    case HTML_ROW:
        close_block(b, BLOCK_ROW, BLOCK_TABLE);
        if (!tag->close && top(b)->kind == BLOCK_TABLE)
            open_block(b, BLOCK_ROW, at, at + tag->length);
        break;
    case HTML_CELL:
        if (tag->close)
            close_block(b, BLOCK_CELL, BLOCK_TABLE);
        else
            open_cell(b, tag, at);
        break;
    case HTML_QUOTE:
        if (tag->close)
            close_block(b, BLOCK_QUOTE, BLOCK_CELL);
        else if (!is_open(b, BLOCK_CELL, BLOCK_TABLE))
            open_block(b, BLOCK_QUOTE, at, at + tag->length);
        break;
    case HTML_RULE:
        add(b, BLOCK_RULE, at, at + tag->length);
        break;
    case HTML_HEADING:
        b->heading = tag->close ? 0 : tag->name.p[1] - '0';
        break;
    default:
        break;
    }
}

/* Offset of `</name>` behind `at`, the text's end where it does not come. */
static size_t find_close(const struct build *b, const struct html_tag *tag, size_t at)
{
    for (; (at = str_find(b->text, S("</"), at)) < b->text.n; at++) {
        struct html_tag other;
        if (html_tag_at(str_sub(b->text, at, b->text.n), &other) &&
            str_eq_nocase(other.name, tag->name))
            return at;
    }
    return b->text.n;
}

/* Text of <pre> without its tags, line for line. */
static void take_code(struct build *b, size_t from, size_t to)
{
    struct strbuf out = strbuf_at(b->a);
    for (size_t i = from; i < to;) {
        struct html_tag tag;
        bool skip = html_tag_at(str_sub(b->text, i, to), &tag);
        if (!skip)
            strbuf_putc(&out, b->text.p[i]);
        i += skip ? tag.length : 1;
    }
    struct str code = strbuf_str(&out);
    flush(b, from);
    add(b, BLOCK_CODE, from, to)->text = markdown_unescape(
        b->a, str_starts(code, S("\n")) ? str_sub(code, 1, code.n) : code);
}

/* Deal with the tag at `at`; gives the offset behind it. */
static size_t take_tag(struct build *b, const struct html_tag *tag, size_t at)
{
    size_t behind = at + tag->length;
    if (tag->role == HTML_UNKNOWN || tag->role == HTML_ODD) {
        if (!tag->close)
            tell(b, tag, at);
        return behind;
    }
    if ((tag->role == HTML_HIDDEN || tag->role == HTML_PRE) && !tag->close && !tag->alone) {
        size_t end = find_close(b, tag, behind);
        if (tag->role == HTML_PRE)
            take_code(b, behind, end);
        else
            tell(b, tag, at);
        return end;
    }
    bool inside = tag->role <= HTML_SPAN;
    if (inside)
        append(b, str_sub(b->text, at, behind), at, behind, true);
    else if (top(b)->kind == BLOCK_CELL && tag->role == HTML_WRAPPER)
        append(b, S(" "), at, behind, false);
    else
        take_block(b, tag, at);
    return behind;
}

/* Number of columns of each table, and room for their alignment. */
static void finish(struct build *b, struct block *block)
{
    for (; block; block = block->next) {
        if (block->parent == &b->root)
            block->parent = NULL;
        if (block->kind != BLOCK_TABLE)
            continue;
        for (const struct block *row = block->first; row; row = row->next) {
            size_t n = 0;
            for (const struct block *cell = row->first; cell; cell = cell->next)
                n++;
            block->columns = n > block->columns ? n : block->columns;
        }
        block->aligns = arena_many(b->a, block->columns, enum column_align);
    }
}

struct block *html_block(const struct inlines_context *c, struct str text,
                         struct range range)
{
    struct build *b = arena_make(c->k->a, struct build);
    b->c = c;
    b->a = c->k->a;
    b->text = text;
    b->range = range;
    start_text(b);
    size_t run = 0, at = 0;
    while (at < text.n) {
        struct html_tag tag;
        struct str rest = str_sub(text, at, text.n);
        bool comment = str_starts(rest, S("<!--"));
        if (!comment &&
            (text.p[at] != '<' || !html_tag_at(rest, &tag) || !html_is_known(&tag))) {
            at++;
            continue;
        }
        take_text(b, run, at);
        size_t close_comment = str_find(text, S("-->"), at);
        at = !comment                 ? take_tag(b, &tag, at)
             : close_comment < text.n ? close_comment + 3
                                      : text.n;
        run = at;
    }
    take_text(b, run, text.n);
    flush(b, text.n);
    finish(b, b->root.first);
    return b->root.first;
}
