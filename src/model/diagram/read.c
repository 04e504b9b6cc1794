/* SPDX-License-Identifier: MIT */
/* model/diagram/read.c — graphs out of any notation: who is asked, and what all graphs get. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/diagram/diagram.h"
#include "model/diagram/notation.h"

/* Asked in this order; the first that reads a diagram has it. */
static const struct notation {
    enum block_kind kind;
    void (*read)(struct arena *a, const struct ask *ask, struct reading *out);
} notations[] = {
    {BLOCK_CODE,      read_mermaid},
    {BLOCK_CODE,      read_tree   },
    {BLOCK_CODE,      read_boxart },
    {BLOCK_CODE,      read_layers },
    {BLOCK_CODE,      read_lines  },
    {BLOCK_PARAGRAPH, read_mermaid},
    {BLOCK_PARAGRAPH, read_tree   },
    {BLOCK_PARAGRAPH, read_layers },
    {BLOCK_PARAGRAPH, read_lines  },
    {BLOCK_LIST,      read_list   },
    {BLOCK_TABLE,     read_table  },
};

/* Parts of words that a heading above a diagram holds, in lower case. */
static const char *const announcing[] = {
    "architect",
    "arquit",
    "architekt",
    "архитект",
    "архітект",
    "pipeline",
    "workflow",
    "dataflow",
    "flow",
    "topology",
    "diagram",
    "system design",
    "system overview",
    "how it works",
    "request path",
    "infrastruct",
    "ablauf",
    "aufbau",
    "flux",
    "flujo",
    "fluxo",
    "schéma",
    "schema",
    "схема",
    "конвейер",
    "mimari",
    "akış",
    "架构",
    "架構",
    "流程",
    "构成",
    "構成",
    "アーキテクチャ",
    "아키텍처",
    "معمارية",
    "kiến trúc",
    "ארכיטקטורה",
    "वास्तुकला",
};

/* Longer documents are no case studies, and walking is slow [blocks]. */
#define HEADING_SEARCH 1000

/* The text of the nearest heading above `block` among its siblings. */
static struct str heading_above(struct arena *a, const struct block *block)
{
    const struct block *heading = NULL;
    size_t seen = 0;
    for (const struct block *b = block->parent ? block->parent->first : NULL;
         b && b != block; b = b->next) {
        if (++seen > HEADING_SEARCH)
            return (struct str){NULL, 0};
        if (b->kind == BLOCK_HEADING)
            heading = b;
    }
    return heading ? str_lower(a, inlines_text(a, heading->inlines))
                   : (struct str){NULL, 0};
}

static bool announces_diagram(struct str heading)
{
    for (size_t i = 0; i < countof(announcing); i++) {
        if (str_find(heading, str_from(announcing[i]), 0) < heading.n)
            return true;
    }
    return false;
}

/* Fences whose text may be a drawing: no language, or one of these. */
static bool is_text_fence(const struct block *code)
{
    static const char *const texts[] = {"",          "text",    "txt",         "plain",
                                        "plaintext", "diagram", "ascii",       "flow",
                                        "art",       "none",    "architecture"};
    struct str rest = code->info;
    struct str language = str_cut(&rest, ' ');
    for (size_t i = 0; i < countof(texts); i++) {
        if (str_eq_nocase(language, str_from(texts[i])))
            return true;
    }
    return false;
}

static enum chain_place place_of(struct arena *a, const struct block *block,
                                 enum section_kind section)
{
    struct arena_mark mark = arena_mark(a);
    bool announced =
        section == SECTION_ARCHITECTURE || announces_diagram(heading_above(a, block));
    arena_rewind(a, mark);
    if (announced)
        return PLACE_ARCHITECTURE;
    bool how = section == SECTION_SOLUTION || section == SECTION_DATA ||
               section == SECTION_RELIABILITY;
    return how ? PLACE_SOLUTION : PLACE_PROSE;
}

void words_add(struct arena *a, struct str *to, struct str words)
{
    words = str_trim(words);
    if (words.n)
        *to = to->n ? str_fmt(a, "%.*s %.*s", STR(*to), STR(words)) : words;
}

/* ---- what all graphs get ---- */

/* The index that would come next in one path through all nodes but the side ones. */
static size_t next_on_path(const struct graph *g, size_t node)
{
    do {
        node++;
    } while (node < g->nodes.n && g->nodes.at[node].side);
    return node;
}

/* One path in order: each edge leads to the next node, or to a side store. */
static bool is_chain(const struct graph *g)
{
    size_t at = g->nodes.n && g->nodes.at[0].side ? next_on_path(g, 0) : 0;
    for (size_t i = 0; i < g->edges.n; i++) {
        const struct edge *e = &g->edges.at[i];
        if (g->nodes.at[e->to].side && e->from != e->to)
            continue;
        if (e->from != at || e->to != next_on_path(g, at))
            return false;
        at = e->to;
    }
    return g->groups.n == 0 && next_on_path(g, at) == g->nodes.n;
}

/* True where `line` says all nodes in order, and nothing that is markup. */
static bool is_plain_line(const struct graph *g, struct str line)
{
    static const char markup[] = "\n{}\\";
    for (size_t i = 0; i + 1 < sizeof markup; i++)
        if (str_find_byte(line, markup[i], 0) < line.n)
            return false;
    size_t at = 0;
    for (size_t i = 0; i < g->nodes.n; i++) {
        struct str label = g->nodes.at[i].label;
        at = str_find(line, label, at);
        if (at >= line.n)
            return false;
        at += label.n;
    }
    return true;
}

/* The author's line says what the figure does only where no part of it stands elsewhere. */
static struct str line_of(struct arena *a, const struct ask *ask, const struct reading *r)
{
    struct str line = str_trim(r->source.n ? r->source : ask->text.text);
    bool apart = r->rest.n || r->graph.caption.n;
    if (!apart && !r->coded && is_plain_line(&r->graph, line))
        return line;
    return graph_text(a, &r->graph);
}

static void finish(struct arena *a, const struct ask *ask, struct reading *r)
{
    struct graph *g = &r->graph;
    for (size_t i = 0; i < g->nodes.n; i++) {
        g->nodes.at[i].id = str_fmt(a, "n%zu", i + 1);
        if (g->nodes.at[i].span.line == 0)
            g->nodes.at[i].span = ask->block->span;
    }
    g->chain = is_chain(g);
    g->source = line_of(a, ask, r);
    const struct block *last = ask->block;
    for (size_t i = 1; i < r->blocks && last->next; i++)
        last = last->next;
    g->span = span_join(ask->block->span, last->span);
    if (g->nodes.n > GRAPH_MANY_NODES)
        diag_push(ask->d, D_M0501, g->span, "this diagram has %zu nodes", g->nodes.n);
}

/* ---- asking ---- */

static bool ask_of(struct arena *a, const struct block *block, struct ask *ask)
{
    ask->block = block;
    if (block->kind == BLOCK_LIST || block->kind == BLOCK_TABLE)
        return true;
    if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_CODE)
        return false;
    if (block->kind == BLOCK_CODE && ask->place != PLACE_ARCHITECTURE)
        ask->place = PLACE_FENCE;
    return marked_of(a, block, &ask->text) && ask->text.text.n > 0 &&
           ask->text.text.n <= NOTATION_MAX_BYTES;
}

static bool may_draw(const struct block *block, const struct notation *notation)
{
    if (block->kind != notation->kind)
        return false;
    bool any_language = notation->read == read_mermaid || notation->read == read_boxart;
    return block->kind != BLOCK_CODE || any_language || is_text_fence(block);
}

/* A quote that holds one block alone is that block with a line beside it. */
static const struct block *inside_quote(const struct block *block)
{
    for (int depth = 0; depth < 4 && block->kind == BLOCK_QUOTE && block->first; depth++) {
        if (block->first->next)
            break;
        block = block->first;
    }
    return block;
}

/* Characters without which there is no diagram: arrows and what they are drawn with. Lists may
 * be trees by their nesting alone. */
static bool may_hold(const struct ask *ask)
{
    struct str text = ask->text.text;
    if (ask->block->kind != BLOCK_PARAGRAPH)
        return true;
    return str_find_byte(text, '>', 0) < text.n || str_find_byte(text, '<', 0) < text.n ||
           str_find_byte(text, '\xE2', 0) < text.n ||
           str_find_byte(text, '\xC2', 0) < text.n ||
           (ask->block->next && ask->place == PLACE_ARCHITECTURE);
}

static struct reading reading_of(struct arena *a, const struct ask *ask)
{
    for (size_t i = 0; i < countof(notations) && may_hold(ask); i++) {
        struct reading reading = {.blocks = 0};
        if (may_draw(ask->block, &notations[i]))
            notations[i].read(a, ask, &reading);
        if (reading.blocks == 0)
            continue;
        finish(a, ask, &reading);
        return reading;
    }
    return (struct reading){.graph = {.direction = GRAPH_RIGHT}};
}

size_t diagram_read(struct arena *a, const struct block *block, enum section_kind section,
                    struct graph *out, struct str *rest, struct diags *d)
{
    const struct block *inside = inside_quote(block);
    struct arena_mark mark = arena_mark(a);
    size_t told = d->list.n + d->dropped;
    struct ask ask = {.place = place_of(a, block, section), .d = d};
    struct reading reading = {.graph = {.direction = GRAPH_RIGHT}};
    if (ask_of(a, inside, &ask))
        reading = reading_of(a, &ask);
    *out = reading.graph;
    *rest = reading.rest;
    if (reading.blocks == 0 &&
        told == d->list.n + d->dropped) /* findings may live in `a` */
        arena_rewind(a, mark);
    return reading.blocks && inside != block ? 1 : reading.blocks;
}
