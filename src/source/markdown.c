/* SPDX-License-Identifier: MIT */
/* source/markdown.c — Markdown as a tree of blocks; the door to cmark-gfm. */
#include "source/markdown.h"

#include <string.h>

#include <cmark-gfm-core-extensions.h>

#include "base/arena.h"
#include "source/html.h"
#include "source/html_block.h"
#include "source/reader.h"

#define SEARCH_BUDGET ((size_t)1 << 20) /* steps; sound text needs none */

/* The library keeps its extensions in a list of its own that grows without a lock, so it is filled
 * before the first thread can exist. Only extensions that watch lines are used: those that watch
 * characters (strikethrough, autolink) write to shared tables in every parse, and two threads would
 * read each other's; cook_marks.c and inline_strike.c do their work. */
__attribute__((constructor)) static void register_extensions(void)
{
    cmark_memory_lasting(cmark_gfm_core_extensions_ensure_registered);
}

void reader_done(void *foreign)
{
    struct foreign *lib = foreign;
    cmark_memory_end(&lib->memory);
    *lib = (struct foreign){.root = NULL};
}

struct str reader_literal(struct reader *r, cmark_node *node)
{
    const char *s = cmark_node_get_literal(node);
    return s ? str_dup(r->a, str_from(s)) : S("");
}

static size_t start_of(const struct reader *r, cmark_node *node)
{
    return places_offset(&r->places, (size_t)cmark_node_get_start_line(node),
                         (size_t)cmark_node_get_start_column(node));
}

/* Behind the last byte of a node that is no white space. */
static size_t end_of(const struct reader *r, cmark_node *node, size_t from)
{
    int line = cmark_node_get_end_line(node), column = cmark_node_get_end_column(node);
    size_t to = places_offset(&r->places, (size_t)line, (size_t)(column > 0 ? column : 1));
    to += column > 0 && to < r->text.n;
    while (to > from && (r->text.p[to - 1] == '\n' || r->text.p[to - 1] == ' ' ||
                         r->text.p[to - 1] == '\t'))
        to--;
    return to > from ? to : from;
}

static struct block *add_block(struct reader *r, enum block_kind kind, size_t from,
                               size_t to)
{
    struct block *b = arena_make(r->a, struct block);
    b->kind = kind;
    b->span = cook_span(r->k, r->cooked, from, to);
    b->parent = r->stack[r->depth];
    if (r->last[r->depth])
        r->last[r->depth]->next = b;
    else if (b->parent)
        b->parent->first = b;
    r->last[r->depth] = b;
    return b;
}

static void open_block(struct reader *r, struct block *b)
{
    r->depth++;
    r->stack[r->depth] = b;
    r->last[r->depth] = NULL;
}

/* Behind the marks of a heading and white space. */
static size_t text_start(const struct reader *r, size_t at, size_t end, bool heading)
{
    while (heading && at < end && r->text.p[at] == '#')
        at++;
    while (at < end && (r->text.p[at] == ' ' || r->text.p[at] == '\t'))
        at++;
    return at;
}

static void take_heading(struct reader *r, cmark_node *node)
{
    size_t from = start_of(r, node), to = end_of(r, node, from);
    struct block *b = add_block(r, BLOCK_HEADING, from, to);
    b->level = cmark_node_get_heading_level(node);
    reader_inlines(r, b, node, (struct range){text_start(r, from, to, true), to});
}

static void take_paragraph(struct reader *r, cmark_node *node)
{
    size_t from = start_of(r, node), to = end_of(r, node, from);
    bool page_break = to == from + 1 && r->text.p[from] == MARK_BREAK;
    struct block *b =
        add_block(r, page_break ? BLOCK_PAGE_BREAK : BLOCK_PARAGRAPH, from, to);
    reader_inlines(r, b, node, (struct range){text_start(r, from, to, false), to});
}

static void take_code(struct reader *r, cmark_node *node)
{
    size_t from = start_of(r, node), to = end_of(r, node, from);
    struct block *b = add_block(r, BLOCK_CODE, from, to);
    b->text = reader_literal(r, node);
    struct str info = str_trim(str_from(cmark_node_get_fence_info(node)));
    size_t brace = str_find_byte(info, '{', 0), close = str_find_byte(info, '}', brace);
    if (close < info.n)
        attrs_read(r->a, str_sub(info, brace + 1, close), &b->attrs);
    info = str_trim(str_sub(info, 0, brace));
    b->info = str_dup(r->a, str_cut(&info, ' '));
}

static void take_html(struct reader *r, cmark_node *node)
{
    size_t from = start_of(r, node), to = end_of(r, node, from);
    struct str text = reader_literal(r, node);
    if (str_starts(str_trim(text), S("<!--")))
        return;
    struct block *first = html_block(&r->inlines, text, (struct range){from, to});
    for (struct block *next; first; first = next) {
        next = first->next;
        first->next = NULL;
        first->parent = r->stack[r->depth];
        if (r->last[r->depth])
            r->last[r->depth]->next = first;
        else
            first->parent->first = first;
        r->last[r->depth] = first;
    }
}

static void take_leaf(struct reader *r, cmark_node *node)
{
    size_t from = start_of(r, node);
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        take_heading(r, node);
        break;
    case CMARK_NODE_PARAGRAPH:
        take_paragraph(r, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        take_code(r, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        take_html(r, node);
        break;
    default:
        add_block(r, BLOCK_RULE, from, end_of(r, node, from));
        break;
    }
}

static void open_table(struct reader *r, cmark_node *node)
{
    size_t from = start_of(r, node);
    struct block *b = add_block(r, BLOCK_TABLE, from, end_of(r, node, from));
    b->columns = cmark_gfm_extensions_get_table_columns(node);
    b->aligns = arena_many(r->a, b->columns, enum column_align);
    const uint8_t *aligns = cmark_gfm_extensions_get_table_alignments(node);
    for (size_t i = 0; aligns && i < b->columns; i++)
        b->aligns[i] = aligns[i] == 'l'   ? ALIGN_LEFT
                       : aligns[i] == 'c' ? ALIGN_CENTER
                       : aligns[i] == 'r' ? ALIGN_RIGHT
                                          : ALIGN_DEFAULT;
    open_block(r, b);
}

static void open_row(struct reader *r, cmark_node *node)
{
    size_t from = start_of(r, node);
    size_t to = str_find_byte(r->text, '\n', from);
    struct block *b = add_block(r, BLOCK_ROW, from, end_of(r, node, from));
    b->header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    r->row = (struct align){r->text, text_start(r, from, to, false), to, 0, &r->budget};
    if (r->row.at < to && r->text.p[r->row.at] == '|')
        r->row.at++;
    open_block(r, b);
}

/* Offset of the bar that ends the cell at `at`. */
static size_t cell_end(const struct reader *r, size_t at, size_t end)
{
    while (at < end && r->text.p[at] != '|')
        at += r->text.p[at] == '\\' ? 2 : 1;
    return at < end ? at : end;
}

static void take_cell(struct reader *r, cmark_node *node)
{
    size_t row_end = str_find_byte(r->text, '\n', r->row.at);
    size_t to = cell_end(r, r->row.at, row_end), from = text_start(r, r->row.at, to, false);
    size_t end = to;
    while (end > from && (r->text.p[end - 1] == ' ' || r->text.p[end - 1] == '\t'))
        end--;
    struct block *b = add_block(r, BLOCK_CELL, from, end);
    reader_inlines(r, b, node, (struct range){from, end});
    r->row.at = to < row_end ? to + 1 : row_end;
}

static void open_container(struct reader *r, cmark_node *node, enum block_kind kind)
{
    size_t from = start_of(r, node);
    if (r->depth + 2 >= SOURCE_MAX_NESTING && kind != BLOCK_ITEM) {
        r->flattened = node;
        diag_push(r->k->d, D_S0311, cook_span(r->k, r->cooked, from, from + 1),
                  "nested deeper than %d levels", SOURCE_MAX_NESTING);
        return;
    }
    struct block *b = add_block(r, kind, from, end_of(r, node, from));
    if (kind == BLOCK_LIST) {
        b->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        b->start = b->ordered ? cmark_node_get_list_start(node) : 0;
        b->tight = cmark_node_get_list_tight(node) != 0;
    } else if (kind == BLOCK_FOOTNOTE) {
        b->text = reader_literal(r, node);
        b->number = ++r->notes;
    } else if (kind == BLOCK_ITEM &&
               strcmp(cmark_node_get_type_string(node), "tasklist") == 0) {
        b->task =
            cmark_gfm_extensions_get_tasklist_item_checked(node) ? TASK_DONE : TASK_OPEN;
    }
    open_block(r, b);
}

/* The container a node is; BLOCK_KINDS where it is none. */
static enum block_kind container_kind(cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        return BLOCK_QUOTE;
    case CMARK_NODE_LIST:
        return BLOCK_LIST;
    case CMARK_NODE_ITEM:
        return BLOCK_ITEM;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
        return BLOCK_FOOTNOTE;
    default:
        return BLOCK_KINDS;
    }
}

static enum block_kind table_kind(cmark_node *node)
{
    const char *type = cmark_node_get_type_string(node);
    return strcmp(type, "table") == 0          ? BLOCK_TABLE
           : strcmp(type, "table_row") == 0    ? BLOCK_ROW
           : strcmp(type, "table_header") == 0 ? BLOCK_ROW
           : strcmp(type, "table_cell") == 0   ? BLOCK_CELL
                                               : BLOCK_KINDS;
}

static void walk_container(struct reader *r, cmark_node *node, enum block_kind kind,
                           bool enter)
{
    int step = kind == BLOCK_QUOTE ? 1 : 0;
    r->quotes += enter ? step : -step;
    if (r->flattened) {
        if (!enter && r->flattened == node)
            r->flattened = NULL;
    } else if (enter) {
        open_container(r, node, kind);
    } else {
        r->depth--;
    }
}

static void walk(struct reader *r)
{
    cmark_event_type event;
    while ((event = cmark_iter_next(r->lib->iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(r->lib->iter);
        bool enter = event == CMARK_EVENT_ENTER;
        if (cmark_node_get_type(node) == CMARK_NODE_DOCUMENT)
            continue;
        enum block_kind kind = container_kind(node);
        if (kind != BLOCK_KINDS) {
            walk_container(r, node, kind, enter);
            continue;
        }
        kind = table_kind(node);
        if (kind == BLOCK_KINDS)
            take_leaf(r, node);
        else if (kind == BLOCK_CELL)
            take_cell(r, node);
        else if (!enter)
            r->depth--;
        else if (kind == BLOCK_TABLE)
            open_table(r, node);
        else
            open_row(r, node);
    }
}

cmark_node *reader_parse(struct foreign *lib, struct arena *a, struct str text)
{
    cmark_memory_begin(&lib->memory, a);
    cmark_parser *parser = cmark_parser_new_with_mem(
        CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE, cmark_memory_calls());
    static const char *const names[] = {"table", "tasklist"};
    for (size_t i = 0; i < countof(names); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, text.n ? text.p : "", text.n);
    lib->root = cmark_parser_finish(parser);
    return lib->root;
}

struct block *markdown_parse(const struct cook *k, const struct cooked *text)
{
    struct reader *r = arena_make(k->a, struct reader);
    r->k = k;
    r->a = k->a;
    r->cooked = text;
    r->text = cooked_str(text);
    r->places = places_of(k->a, r->text);
    r->budget = SEARCH_BUDGET;
    r->inlines = (struct inlines_context){k, text, &r->budget};
    struct block *root = add_block(r, BLOCK_DOCUMENT, 0, r->text.n);
    root->parent = NULL;
    r->stack[0] = root;
    r->last[0] = NULL;
    r->lib = arena_make(k->a, struct foreign);
    arena_defer(k->a, reader_done, r->lib);
    r->lib->iter = cmark_iter_new(reader_parse(r->lib, k->a, r->text));
    walk(r);
    reader_done(r->lib);
    return root;
}
