/* SPDX-License-Identifier: MIT */
/* source/reader_inline.c — the parser's inlines as ours, each with its place. */
#include "base/arena.h"
#include "base/vec.h"
#include "source/ascii.h"
#include "source/reader.h"

struct inline_stack {
    struct inline_node **tail[SOURCE_MAX_NESTING + 1];
    struct raw *node[SOURCE_MAX_NESTING + 1];
    size_t depth;   /* of what is kept */
    size_t skipped; /* levels deeper than that */
};

static void add_inline(struct inline_stack *s, struct raw *raw)
{
    *s->tail[s->depth] = &raw->node;
    s->tail[s->depth] = &raw->node.next;
}

/* A bare address that cook_marks.c has put into a code span. */
static void make_link(struct reader *r, struct raw *raw, struct str url)
{
    struct raw *inner = inline_new(r->a, INLINE_TEXT, raw->from, raw->to);
    inner->node.text = url;
    bool mail = str_find_byte(url, '@', 0) < url.n && str_find(url, S("://"), 0) >= url.n;
    bool www = url.n > 4 && str_eq_nocase(str_sub(url, 0, 4), S("www."));
    raw->node.kind = INLINE_LINK;
    raw->node.bare = true;
    raw->node.url = str_join(r->a, mail ? S("mailto:") : www ? S("http://") : S(""), url);
    raw->node.first = &inner->node;
}

static void add_code(struct reader *r, struct inline_stack *s, struct align *al,
                     cmark_node *node)
{
    struct range range = align_code(al);
    struct str text = reader_literal(r, node);
    struct raw *raw = inline_new(r->a, INLINE_CODE, range.from, range.to);
    char mark = ascii_at(text, 0);
    if (mark == MARK_LINK) {
        make_link(r, raw, str_sub(text, 1, text.n));
    } else if (mark == MARK_MATH) {
        raw->node.kind = INLINE_MATH;
        raw->node.text = math_text(r->a, str_sub(text, 1, text.n));
    } else {
        raw->node.text = text;
    }
    add_inline(s, raw);
}

static void add_break(struct reader *r, struct inline_stack *s, struct align *al, bool hard)
{
    struct range range = align_break(al);
    add_inline(s, inline_new(r->a, hard ? INLINE_HARD_BREAK : INLINE_SOFT_BREAK, range.from,
                             range.to));
}

static void add_note(struct reader *r, struct inline_stack *s, struct align *al,
                     struct str text)
{
    struct range range = align_note(al);
    struct raw *raw = inline_new(r->a, INLINE_FOOTNOTE_REF, range.from, range.to);
    int64_t number = 0;
    (void)str_to_int(text, &number);
    raw->node.number = (int)number;
    if (range.to > range.from + 3)
        raw->node.text = str_sub(r->text, range.from + 2, range.to - 1);
    add_inline(s, raw);
}

static void add_text(struct reader *r, struct inline_stack *s, struct align *al,
                     cmark_node *node)
{
    struct str text = reader_literal(r, node);
    bool html = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
    struct range range = html ? align_html(al, text) : align_text(al, text);
    struct raw *raw = inline_new(r->a, INLINE_TEXT, range.from, range.to);
    raw->html = html;
    raw->node.text = text;
    add_inline(s, raw);
}

static void add_leaf(struct reader *r, struct inline_stack *s, struct align *al,
                     cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_CODE:
        add_code(r, s, al, node);
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        add_break(r, s, al, cmark_node_get_type(node) == CMARK_NODE_LINEBREAK);
        break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
        add_note(r, s, al, reader_literal(r, node));
        break;
    default:
        add_text(r, s, al, node);
        break;
    }
}

/* Delimiters of what holds other inlines, at its start and end. */
static size_t open_delimiter(struct align *al, cmark_node_type type)
{
    if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG)
        return align_delimiter(al, '*', type == CMARK_NODE_EMPH ? 1 : 2);
    if (type == CMARK_NODE_IMAGE) {
        size_t from = align_delimiter(al, '!', 1);
        (void)align_delimiter(al, '[', 1);
        return from;
    }
    char next = ascii_at(str_sub(al->text, 0, al->end), al->at);
    return align_delimiter(al, next == '<' ? '<' : '[', 1);
}

static void close_delimiter(struct align *al, cmark_node_type type, bool autolink)
{
    if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG)
        (void)align_delimiter(al, '*', type == CMARK_NODE_EMPH ? 1 : 2);
    else if (autolink)
        (void)align_delimiter(al, '>', 1);
    else
        align_link_tail(al);
}

static enum inline_kind kind_of_inline(cmark_node_type type)
{
    switch ((int)type) {
    case CMARK_NODE_EMPH:
        return INLINE_EMPH;
    case CMARK_NODE_STRONG:
        return INLINE_STRONG;
    case CMARK_NODE_IMAGE:
        return INLINE_IMAGE;
    default:
        return INLINE_LINK;
    }
}

static bool holds_inlines(cmark_node_type type)
{
    return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG ||
           type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
}

static void enter_inline(struct reader *r, struct inline_stack *s, struct align *al,
                         cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    size_t from = open_delimiter(al, type);
    if (s->depth == SOURCE_MAX_NESTING) {
        s->skipped++;
        return;
    }
    struct raw *raw = inline_new(r->a, kind_of_inline(type), from, from);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        raw->node.url = str_dup(r->a, str_from(cmark_node_get_url(node)));
        raw->node.title = str_dup(r->a, str_from(cmark_node_get_title(node)));
        raw->node.bare =
            type == CMARK_NODE_LINK && from < al->end && al->text.p[from] == '<';
    }
    add_inline(s, raw);
    s->depth++;
    s->node[s->depth] = raw;
    s->tail[s->depth] = &raw->node.first;
}

static void leave_inline(struct inline_stack *s, struct align *al, cmark_node *node)
{
    bool kept = s->skipped == 0;
    bool autolink = kept && s->depth > 0 && s->node[s->depth]->node.bare;
    close_delimiter(al, cmark_node_get_type(node), autolink);
    if (!kept) {
        s->skipped--;
        return;
    }
    if (s->depth == 0)
        return;
    s->node[s->depth]->to = al->at;
    s->depth--;
}

/* The inlines below `parent`, whose text begins at `al->at`. The walk goes on behind it. */
static struct inline_node *read_inlines(struct reader *r, cmark_node *parent,
                                        struct align *al)
{
    struct inline_node *first = NULL;
    struct inline_stack s = {.tail = {&first}};
    cmark_event_type event;
    while ((event = cmark_iter_next(r->lib->iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(r->lib->iter);
        if (event == CMARK_EVENT_EXIT && node == parent)
            break;
        bool enter = event == CMARK_EVENT_ENTER;
        if (holds_inlines(cmark_node_get_type(node)) && enter)
            enter_inline(r, &s, al, node);
        else if (holds_inlines(cmark_node_get_type(node)))
            leave_inline(&s, al, node);
        else if (enter)
            add_leaf(r, &s, al, node);
    }
    return first;
}

void reader_inlines(struct reader *r, struct block *b, cmark_node *node, struct range range)
{
    struct align al = {r->text, range.from, range.to, r->quotes, &r->budget};
    b->inlines = read_inlines(r, node, &al);
    inlines_mend(&r->inlines, b);
    inlines_place(&r->inlines, b->inlines);
}
