/* SPDX-License-Identifier: MIT */
/* block/quote.c — quotations, their first mark hung out, and who said them. */
#include "base/arena.h"
#include "base/utf8.h"
#include "block/aside.h"
#include "block/kinds.h"
#include "block/rich.h"

#define MARGIN_WORDS 45 /* a longer quotation does not stand in the margin */
#define ATTRIBUTION_GAP PT(3)

/* What a quotation consists of. */
struct quotation {
    const struct block *block;
    const struct inline_node *said; /* of a single paragraph, without the attribution */
    const struct inline_node *by;   /* NULL: nobody is named */
    const struct block *by_block;   /* the paragraph that is the attribution alone */
    bool simple;                    /* one paragraph and an attribution */
};

static bool opens_attribution(const struct inline_node *node)
{
    struct str t = node && node->kind == INLINE_TEXT ? node->text : S("");
    return str_starts(t, S("—")) || str_starts(t, S("–")) || str_starts(t, S("--"));
}

/* The line without the dash that opens it. */
static const struct inline_node *without_dash(struct arena *a,
                                              const struct inline_node *node)
{
    struct inline_node *copy = arena_copy(a, node, sizeof *node);
    size_t i = 0;
    while (i < copy->text.n) {
        size_t next = i;
        uint32_t c = utf8_next(copy->text, &next);
        if (c != '-' && c != 0x2013 && c != 0x2014 && !utf8_is_space(c))
            break;
        i = next;
    }
    copy->text = str_sub(copy->text, i, copy->text.n);
    return copy;
}

/* A last line "— name" inside the paragraph: copy what stands before it. */
static void cut_paragraph(struct arena *a, const struct inline_node *first,
                          struct quotation *q)
{
    struct inline_node *head = NULL, **tail = &head;
    q->said = first;
    for (const struct inline_node *n = first; n; n = n->next) {
        bool line_end = n->kind == INLINE_SOFT_BREAK || n->kind == INLINE_HARD_BREAK;
        if (line_end && head && opens_attribution(n->next)) {
            q->said = head;
            q->by = without_dash(a, n->next);
            return;
        }
        *tail = arena_copy(a, n, sizeof *n);
        (*tail)->next = NULL;
        tail = &(*tail)->next;
    }
}

static struct quotation read_quotation(struct arena *a, const struct block *block)
{
    struct quotation q = {.block = block};
    const struct block *last = block->first;
    while (last && last->next)
        last = last->next;
    if (!last || last->kind != BLOCK_PARAGRAPH)
        return q;
    if (last != block->first && opens_attribution(last->inlines)) {
        q.by = without_dash(a, last->inlines);
        q.by_block = last;
        q.said = block->first->inlines;
        q.simple = block->first->kind == BLOCK_PARAGRAPH && block->first->next == last;
        return q;
    }
    q.simple = last == block->first;
    if (q.simple)
        cut_paragraph(a, last->inlines, &q);
    return q;
}

/* Width of the quotation mark that opens `rich`, 0 where none does. */
static mpt opening_mark(struct setter *s, const struct rich *rich)
{
    static const char *const marks[] = {"“", "‘", "„", "«", "»", "\"", "'"};
    struct str text = rich->list.n ? rich->list.at[0].text : S("");
    for (size_t i = 0; i < countof(marks); i++) {
        struct str mark = str_from(marks[i]);
        if (!str_starts(text, mark))
            continue;
        const struct shaped *shaped =
            text_shape(s->cache, rich->list.at, rich->list.n, s->study->rtl, false, s->d);
        return text_width(shaped, rich->list.at, 0, (uint32_t)mark.n);
    }
    return 0;
}

static void hang_mark(struct setter *s, const struct rich *rich, struct setting *t)
{
    mpt out = opening_mark(s, rich);
    if (out == 0 || t->lines.count == 0 || s->study->rtl)
        return;
    struct line *lines = arena_copy(s->a, t->lines.at, t->lines.count * sizeof *lines);
    lines[0].x -= out;
    t->lines.at = lines;
}

/* In the margin: one box beside the paragraph before it. */
static void set_aside(struct setter *s, const struct quotation *q, struct tag *tag)
{
    mpt width = s->look->margin_column;
    struct tag *p = tag_new(s->a, tag, TAG_P);
    struct rich rich = rich_inlines(s, q->said, ROLE_QUOTE, p);
    struct setting t = set_role(s, &rich, ROLE_QUOTE, width);
    hang_mark(s, &rich, &t);
    struct marks m = {{0}};
    marks_setting(s, &m, &t, (struct point){0, 0}, p);
    mpt height = t.height;
    if (q->by) {
        struct tag *by = tag_new(s->a, tag, TAG_P);
        rich = rich_inlines(s, q->by, ROLE_ATTRIBUTION, by);
        t = set_role(s, &rich, ROLE_ATTRIBUTION, width);
        marks_setting(s, &m, &t, (struct point){0, height + ATTRIBUTION_GAP}, by);
        height += ATTRIBUTION_GAP + t.height;
    }
    aside_put(s, &m, height);
}

static void set_said(struct setter *s, const struct quotation *q)
{
    if (!q->simple) {
        for (const struct block *b = q->block->first; b && b != q->by_block; b = b->next)
            build_blocks(s, b, 1);
        return;
    }
    struct tag *p = tag_new(s->a, s->tag, TAG_P);
    struct rich rich = rich_inlines(s, q->said, ROLE_QUOTE, p);
    struct setting t = set_role(s, &rich, ROLE_QUOTE, s->measure);
    hang_mark(s, &rich, &t);
    s->beside = s->out->list.n;
    set_lines(s, &t, s->x, p);
    build_images(s, q->said);
}

static void set_in_text(struct setter *s, const struct quotation *q, struct tag *tag)
{
    struct setter outer = *s;
    mpt indent = mpt_min(s->look->quote_indent, s->measure / 10);
    s->x += s->study->rtl ? 0 : indent;
    s->measure -= indent;
    s->tag = tag;
    s->role = ROLE_QUOTE;
    s->again = false;
    set_gap(s, s->look->block_gap);
    set_begin(s);
    set_said(s, q);
    if (q->by) {
        struct tag *by = tag_new(s->a, tag, TAG_P);
        struct rich rich = rich_inlines(s, q->by, ROLE_ATTRIBUTION, by);
        struct setting t = set_role(s, &rich, ROLE_ATTRIBUTION, s->measure);
        s->keep = 1;
        set_lines(s, &t, s->x, by);
    }
    set_end(s);
    set_gap(s, s->look->block_gap);
    s->x = outer.x;
    s->measure = outer.measure;
    s->tag = outer.tag;
    s->role = outer.role;
    s->again = false;
}

static bool fits_margin(struct setter *s, const struct quotation *q)
{
    return s->look->quote_place == QUOTE_MARGIN && q->simple && aside_fits(s) &&
           text_words(block_text(s->a, q->block)) <= MARGIN_WORDS;
}

void build_quote(struct setter *s, const struct block *block)
{
    struct quotation q = read_quotation(s->a, block);
    struct tag *tag = tag_new(s->a, s->tag, TAG_QUOTE);
    if (fits_margin(s, &q))
        set_aside(s, &q, tag);
    else
        set_in_text(s, &q, tag);
}
