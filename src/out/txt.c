/* SPDX-License-Identifier: MIT */
/* out/txt.c — the words of a display list in reading order, a paragraph a line. */
#include "out/rows.h"

#include "base/arena.h"
#include "out/tree.h"

/* Blocks nest at most SOURCE_MAX_NESTING deep, with few elements each. */
#define DEPTH_MAX 400

struct text {
    const struct tree *tree;
    struct strbuf *out;
    size_t start;     /* of this document in `out` */
    const char *end;  /* where the text put last ends in memory */
    mpt x, y;         /* where it ends on its baseline */
    int lines;        /* line ends wanted before the next text */
    bool joined;      /* what follows stands right behind it */
    bool labelled;    /* behind a bullet or number: what follows stays on its line */
    int lists, cells; /* how many are open */
};

static void want(struct text *t, int lines)
{
    if (t->cells > 0)
        lines = 0;
    else if (t->lists > 0 && lines > 1)
        lines = 1;
    if (lines > t->lines)
        t->lines = lines;
}

static bool ends_in_space(const struct text *t)
{
    if (t->out->n == t->start)
        return true;
    char last = t->out->p[t->out->n - 1];
    return last == ' ' || last == '\n' || last == '\t';
}

static void trim(struct text *t)
{
    while (t->out->n > t->start && t->out->p[t->out->n - 1] == ' ')
        t->out->n--;
}

/* The line ends that are due, and the indent of a list behind them. */
static void begin_line(struct text *t)
{
    trim(t);
    bool first = t->out->n == t->start;
    for (int i = 0; i < t->lines && !first; i++)
        strbuf_putc(t->out, '\n');
    for (int i = 1; i < t->lists && !first; i++)
        strbuf_put(t->out, S("  "));
    t->lines = 0;
}

static void put(struct text *t, struct str s)
{
    if (str_empty(s))
        return;
    if (t->labelled)
        strbuf_put(t->out, ends_in_space(t) ? S("") : S(" "));
    else if (t->lines > 0)
        begin_line(t);
    else if (!t->joined && !ends_in_space(t) && s.p[0] != ' ')
        strbuf_putc(t->out, ' ');
    t->joined = t->labelled = false;
    t->lines = 0;
    strbuf_put(t->out, s);
    t->end = s.p + s.n;
}

/* A run joins the one before it where its text goes on in memory, as in a paragraph from line to
 * line, or where no gap is seen. */
static void put_run(struct text *t, const struct op *op, enum tag_role role)
{
    mpt y = op->y + op->piece.stretch->rise, gap = op->x - t->x;
    bool goes_on = op->piece.text.p == t->end;
    t->joined = goes_on || (y == t->y && gap > -op->piece.size && gap < op->piece.size / 8);
    if (role == TAG_CODE && y != t->y && !goes_on)
        want(t, 1);
    put(t, op->piece.text);
    t->x = op->x + op->piece.width;
    t->y = y;
}

static void put_content(struct text *t, const struct kid *kid, enum tag_role role)
{
    const struct display_page *page = &t->tree->display->pages.at[kid->page];
    for (size_t i = kid->index + 1; i < page->ops.n; i++) {
        const struct op *op = &page->ops.at[i];
        if (op->kind == OP_TAG_END)
            return;
        if (op->kind != OP_GLYPHS)
            continue;
        put_run(t, op, role);
    }
}

/* Line ends around an element; those that are not named stand inside a line. */
static const unsigned char lines_around[TAG_ROLES] = {
    [TAG_SECT] = 2,   [TAG_H1] = 2,      [TAG_H2] = 2,    [TAG_H3] = 2,    [TAG_H4] = 2,
    [TAG_P] = 2,      [TAG_L] = 2,       [TAG_TABLE] = 2, [TAG_THEAD] = 1, [TAG_TBODY] = 1,
    [TAG_FIGURE] = 2, [TAG_CAPTION] = 2, [TAG_QUOTE] = 2, [TAG_NOTE] = 2,  [TAG_DIV] = 2,
    [TAG_TOC] = 2,    [TAG_LI] = 1,      [TAG_TR] = 1,    [TAG_TOCI] = 1,
};

static int lines_of(const struct tag *tag)
{
    bool inline_code = tag->parent && tag->parent->role == TAG_P;
    if (tag->role == TAG_CODE)
        return inline_code ? 0 : 2;
    return lines_around[tag->role];
}

static bool is_cell(const struct tag *tag)
{
    return tag->role == TAG_TD || tag->role == TAG_TH;
}

static void put_node(struct text *t, uint32_t index, int depth);

static void put_kids(struct text *t, const struct tag *tag, int depth)
{
    const struct element *element = &t->tree->elements[tag->number];
    for (size_t i = 0; i < element->kids.n; i++) {
        const struct kid *kid = &element->kids.at[i];
        if (kid->kind == KID_CONTENT)
            put_content(t, kid, tag->role);
        else if (kid->kind == KID_TAG)
            put_node(t, kid->index, depth + 1);
    }
}

/* What is read in place of an element's content by those who cannot see it. */
static struct str stands_for(const struct tag *tag)
{
    return str_empty(tag->actual) ? tag->alt : tag->actual;
}

static void put_node(struct text *t, uint32_t index, int depth)
{
    const struct tag *tag = t->tree->display->tags.at[index];
    if (depth > DEPTH_MAX)
        return;
    int lines = lines_of(tag);
    bool cell = is_cell(tag), list = tag->role == TAG_L;
    want(t, lines);
    if (cell && t->tree->elements[tag->parent->number].kids.at[0].index != index) {
        begin_line(t);
        strbuf_putc(t->out, '\t');
    }
    t->cells += cell;
    t->lists += list;
    if (!str_empty(stands_for(tag)))
        put(t, stands_for(tag));
    else
        put_kids(t, tag, depth);
    t->cells -= cell;
    t->lists -= list;
    if (tag->role == TAG_LBL)
        t->labelled = true;
    want(t, lines);
}

recto_status txt_write(struct arena *a, const struct display *display,
                       const struct out_options *options, struct strbuf *into,
                       struct diags *d)
{
    (void)options;
    (void)d;
    struct tree tree = tree_build(a, display);
    struct text t = {.tree = &tree, .out = into, .start = into->n};
    put_node(&t, 0, 0);
    trim(&t);
    if (into->n > t.start)
        strbuf_putc(into, '\n');
    return RECTO_OK;
}
