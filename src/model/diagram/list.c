/* SPDX-License-Identifier: MIT */
/* model/diagram/list.c — bullet lists of chains, and nested lists as trees. */
#include "base/arena.h"
#include "model/diagram/notation.h"

#define LIST_MAX_DEPTH 12
#define LABEL_MAX_WORDS 6 /* an item of more words explains, and does not name */

struct list {
    struct arena *a;
    const struct ask *ask;
    struct reading *out;
    struct make make;
    struct strbuf source;
    bool sure;
};

/* The paragraph of an item, and the list below it if there is one. False for anything else. */
static bool item_parts(const struct block *item, const struct block **text,
                       const struct block **below)
{
    *text = item->first;
    *below = item->first ? item->first->next : NULL;
    if (!*text || (*text)->kind != BLOCK_PARAGRAPH || item->task != TASK_NONE)
        return false;
    return !*below || ((*below)->kind == BLOCK_LIST && !(*below)->next);
}

static void add_source(struct list *l, const struct marked *m, int depth)
{
    if (l->source.n)
        strbuf_putc(&l->source, '\n');
    for (int i = 0; i < depth; i++)
        strbuf_put(&l->source, S("  "));
    strbuf_put(&l->source, str_trim(m->text));
}

/* ---- chains ---- */

static void add_chain(struct list *l, const struct block *item)
{
    const struct block *text, *below;
    struct marked m;
    if (!item_parts(item, &text, &below) || below || !marked_of(l->a, text, &m) ||
        m.text.n > NOTATION_MAX_BYTES) {
        l->sure = false;
        return;
    }
    struct chain c = chain_of(l->a, &m, marked_all(&m), GAPS_JOIN);
    l->sure &= chain_is_sure(&m, &c, l->ask->place);
    if (!l->sure)
        return;
    struct str lead = marked_text(&m, c.lead);
    size_t before = l->make.graph->nodes.n;
    if (lead.n)
        l->make.group = make_group(&l->make, lead, GRAPH_NONE);
    chain_make(&l->make, &m, &c);
    l->make.group = GRAPH_NONE;
    if (lead.n &&
        l->make.graph->nodes.n == before) { /* a title without nodes would be lost */
        l->make.graph->groups.n--;
        words_add(l->a, &l->out->rest, lead);
    }
    words_add(l->a, &l->out->rest, marked_text(&m, c.tail));
    add_source(l, &m, 0);
}

static bool read_chains(struct list *l)
{
    for (const struct block *item = l->ask->block->first; item && l->sure;
         item = item->next)
        add_chain(l, item);
    return l->sure && l->make.graph->edges.n > 0;
}

/* ---- a nested list with one root ---- */

/* A name and nothing but a name: no sentence, no `key: value`, no chain. */
static bool is_name(struct str text)
{
    size_t words = text_words(text);
    size_t colon = str_find(text, S(":"), 0);
    bool closed =
        str_ends(text, S(".")) || str_ends(text, S("?")) || str_ends(text, S(";"));
    return words > 0 && words <= LABEL_MAX_WORDS && colon == text.n && !closed &&
           str_find(text, S(" — "), 0) == text.n && label_is_sure(text);
}

static size_t add_branch(struct list *l, const struct block *item, size_t parent, int depth)
{
    const struct block *text, *below;
    struct marked m;
    if (depth > LIST_MAX_DEPTH || !item_parts(item, &text, &below) ||
        !marked_of(l->a, text, &m)) {
        l->sure = false;
        return GRAPH_NONE;
    }
    struct chain c = chain_of(l->a, &m, marked_all(&m), GAPS_JOIN);
    l->sure &= is_name(str_trim(m.text)) && c.arrows.n == 0 && chain_units(&c) == 1;
    if (!l->sure)
        return GRAPH_NONE;
    struct chain_ends ends = chain_make(&l->make, &m, &c);
    size_t node = ends.first.at[0];
    make_edge(&l->make, parent, node, (struct edge){.kind = EDGE_FORWARD});
    add_source(l, &m, depth);
    for (const struct block *b = below ? below->first : NULL; b && l->sure; b = b->next)
        add_branch(l, b, node, depth + 1);
    return node;
}

#define TREE_MIN_NODES 3

static bool read_nested(struct list *l)
{
    const struct block *root = l->ask->block->first;
    if (l->ask->place != PLACE_ARCHITECTURE || !root || root->next)
        return false;
    add_branch(l, root, GRAPH_NONE, 0);
    return l->sure && l->make.graph->nodes.n >= TREE_MIN_NODES;
}

static struct list list_at(struct arena *a, const struct ask *ask, struct reading *out)
{
    *out = (struct reading){.blocks = 0};
    struct list l = {.a = a, .ask = ask, .out = out, .source = strbuf_at(a), .sure = true};
    l.make = make_at(a, &out->graph);
    return l;
}

void read_list(struct arena *a, const struct ask *ask, struct reading *out)
{
    struct list l = list_at(a, ask, out);
    out->graph.direction = GRAPH_RIGHT;
    bool read = read_chains(&l);
    if (!read) {
        l = list_at(a, ask, out);
        out->graph.direction = GRAPH_DOWN;
        read = read_nested(&l);
    }
    make_key(&l.make);
    if (!read || l.make.full)
        return;
    out->source = strbuf_str(&l.source);
    out->blocks = 1;
}

/* ---- a table whose cells are nodes and arrows ---- */

static bool is_arrow_cell(const struct marked *m)
{
    struct stretch t = marked_trim(m, marked_all(m));
    struct arrow arrow;
    return arrow_read(m->text, t.from, t.to, &arrow) && arrow.at.to == t.to;
}

/* One row `| Client | → | Gateway |`, as a line. False where no cell is an arrow. */
static bool row_line(struct arena *a, const struct block *row, struct marked *line)
{
    bool arrows = false, first = true;
    for (const struct block *cell = row->first; cell; cell = cell->next) {
        struct marked m;
        if (!marked_of(a, cell, &m) || m.text.n > NOTATION_MAX_BYTES / 16)
            return false;
        if (str_trim(m.text).n == 0)
            continue;
        arrows |= is_arrow_cell(&m);
        if (first)
            *line = m;
        else
            marked_append(a, line, &m);
        first = false;
    }
    return arrows;
}

void read_table(struct arena *a, const struct ask *ask, struct reading *out)
{
    struct list l = list_at(a, ask, out);
    out->graph.direction = GRAPH_RIGHT;
    for (const struct block *row = ask->block->first; row; row = row->next) {
        struct marked line;
        if (!row_line(a, row, &line))
            return;
        struct chain c = chain_of(a, &line, marked_all(&line), GAPS_JOIN);
        if (!chain_is_sure(&line, &c, ask->place) || c.lead.to > c.lead.from)
            return;
        chain_make(&l.make, &line, &c);
        words_add(a, &out->rest, marked_text(&line, c.tail));
        add_source(&l, &line, 0);
    }
    make_key(&l.make);
    if (l.make.full || out->graph.edges.n == 0)
        return;
    out->source = strbuf_str(&l.source);
    out->blocks = 1;
}
