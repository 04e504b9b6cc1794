/* SPDX-License-Identifier: MIT */
/* model/diagram/boxart.c — drawings of boxes, words and lines. */
#include "base/arena.h"
#include "base/utf8.h"
#include "model/diagram/notation.h"
#include "model/diagram/trace.h"

/* A box or run as a node, or as the group that a chain inside it makes. */
struct place {
    size_t first,
        last; /* nodes that edges lead to and from; GRAPH_NONE where there are none */
    int row, column; /* of its middle */
};

struct drawing {
    struct arena *a;
    const struct ask *ask;
    struct reading *out;
    struct make make;
    struct grid grid;
    struct boxes boxes;
    struct trace trace;
    struct place *boxed, *written; /* of each box, of each run */
    size_t *groups;                /* of each box */
};

static struct span box_span(const struct drawing *d, const struct box *b)
{
    struct stretch s = {grid_at(&d->grid, b->top, b->left)->at,
                        grid_at(&d->grid, b->bottom, b->right)->at + 1};
    return marked_span(&d->ask->text, s);
}

/* ---- groups ---- */

/* Words inside a box, above the boxes in it. */
static struct str title_of(struct drawing *d, size_t box)
{
    struct str title = d->boxes.list.at[box].title;
    for (size_t i = 0; i < d->trace.runs.n; i++) {
        struct run *run = &d->trace.runs.at[i];
        if (run->box != box || run->used)
            continue;
        words_add(
            d->a, &title,
            marked_text(&d->ask->text, grid_text(&d->grid, run->row, run->from, run->to)));
        run->used = true;
    }
    return title;
}

/* Boxes round boxes stand before them in reading order, so parents are made first. */
static void make_groups(struct drawing *d)
{
    for (size_t i = 0; i < d->boxes.list.n; i++) {
        const struct box *b = &d->boxes.list.at[i];
        size_t parent = b->parent == GRID_NO_OWNER ? GRAPH_NONE : d->groups[b->parent];
        d->groups[i] = parent;
        if (b->holds)
            d->groups[i] = make_group(&d->make, title_of(d, i), parent);
    }
}

/* ---- nodes ---- */

/* A line of a box that is a chain of its own: its nodes make a group. */
static bool make_chain(struct drawing *d, const struct box *b, struct str text,
                       struct place *p)
{
    struct marked m = {.text = text, .fence = true};
    m.marks = arena_alloc(d->a, text.n + 1);
    vec_push(d->a, &m.places, (struct marked_place){0, box_span(d, b)});
    struct stretch rest = marked_all(&m), line;
    struct str title = {NULL, 0};
    struct chain chain = {
        .at = {0, 0}
    };
    while (marked_line(&m, &rest, &line)) {
        struct chain c = chain_of(d->a, &m, line, GAPS_JOIN);
        bool sure = chain_units(&c) > 2 && chain_is_sure(&m, &c, PLACE_ARCHITECTURE);
        if (sure && chain.arrows.n)
            return false;
        if (sure)
            chain = c;
        else
            words_add(d->a, &title, marked_text(&m, line));
    }
    if (chain.arrows.n == 0 || chain.tail.to > chain.tail.from)
        return false;
    words_add(d->a, &title, marked_text(&m, chain.lead));
    size_t outer = d->make.group;
    if (title.n)
        d->make.group = make_group(&d->make, title, outer);
    struct chain_ends ends = chain_make(&d->make, &m, &chain);
    d->make.group = outer;
    p->first = ends.first.n ? ends.first.at[0] : GRAPH_NONE;
    p->last = ends.last.n ? ends.last.at[0] : GRAPH_NONE;
    return p->first != GRAPH_NONE;
}

static void make_box(struct drawing *d, size_t i)
{
    const struct box *b = &d->boxes.list.at[i];
    struct place *p = &d->boxed[i];
    struct str text = box_text(d->a, &d->grid, b);
    d->make.group = b->parent == GRID_NO_OWNER ? GRAPH_NONE : d->groups[b->parent];
    if (text.n && !make_chain(d, b, text, p)) {
        struct node node = {.label = text, .span = box_span(d, b)};
        p->first = p->last = make_node(&d->make, str_fmt(d->a, "box %zu", i), node);
    }
    d->make.group = GRAPH_NONE;
}

static void make_run(struct drawing *d, size_t i)
{
    struct run *run = &d->trace.runs.at[i];
    struct place *p = &d->written[i];
    if (p->first != GRAPH_NONE || run->used)
        return;
    struct stretch at = grid_text(&d->grid, run->row, run->from, run->to);
    struct stage stage = stage_read(d->a, &d->ask->text, at, GAPS_JOIN);
    if (stage.units.n == 0)
        return;
    d->make.group = run->box == GRID_NO_OWNER ? GRAPH_NONE : d->groups[run->box];
    run->used = true;
    for (size_t k = 0; k < stage.units.n; k++) {
        p->last = unit_make(&d->make, &d->ask->text, &stage.units.at[k]);
        p->first = k == 0 ? p->last : p->first;
    }
    d->make.group = GRAPH_NONE;
}

/* Is `run` read before box `b`? All are before no box. */
static bool stands_before(const struct run *run, const struct box *b)
{
    return !b || run->row < b->top || (run->row <= b->bottom && run->to < b->left);
}

/* Runs that a line with another end leads to are nodes; in reading order with the boxes. */
static void make_nodes(struct drawing *d)
{
    bool *is_end = arena_many(d->a, d->trace.runs.n + 1, bool);
    for (size_t i = 0; i < d->trace.connectors.n; i++) {
        const struct connector *c = &d->trace.connectors.at[i];
        for (size_t k = 0; k < c->ends.n && c->ends.n > 1; k++) {
            if (c->ends.at[k].is_run)
                is_end[c->ends.at[k].index] = true;
        }
    }
    for (size_t i = 0; i <= d->boxes.list.n; i++) {
        const struct box *b = i < d->boxes.list.n ? &d->boxes.list.at[i] : NULL;
        for (size_t run = 0; run < d->trace.runs.n; run++) {
            if (is_end[run] && stands_before(&d->trace.runs.at[run], b))
                make_run(d, run);
        }
        if (b && !b->holds)
            make_box(d, i);
    }
}

/* The first node inside a box that holds others. */
static size_t member_of(const struct drawing *d, size_t box)
{
    for (size_t i = 0; i < d->boxes.list.n; i++) {
        size_t up = d->boxes.list.at[i].parent;
        while (up != GRID_NO_OWNER && up != box)
            up = d->boxes.list.at[up].parent;
        if (up == box && d->boxed[i].first != GRAPH_NONE)
            return i;
    }
    return GRID_NO_OWNER;
}

static void set_places(struct drawing *d)
{
    for (size_t i = 0; i < d->boxes.list.n; i++) {
        const struct box *b = &d->boxes.list.at[i];
        struct place *p = &d->boxed[i];
        size_t member = b->holds ? member_of(d, i) : GRID_NO_OWNER;
        if (member != GRID_NO_OWNER) {
            p->first = d->boxed[member].first;
            p->last = d->boxed[member].last;
        }
        p->row = (b->top + b->bottom) / 2;
        p->column = (b->left + b->right) / 2;
    }
    for (size_t i = 0; i < d->trace.runs.n; i++) {
        const struct run *run = &d->trace.runs.at[i];
        d->written[i].row = run->row;
        d->written[i].column = (run->from + run->to) / 2;
    }
}

/* ---- edges ---- */

static const struct place *place_of(const struct drawing *d, const struct terminal *t)
{
    return t->is_run ? &d->written[t->index] : &d->boxed[t->index];
}

static struct str labels_of(struct drawing *d, const struct connector *c)
{
    struct str text = {NULL, 0};
    for (size_t i = 0; i < c->labels.n; i++) {
        const struct run *run = &d->trace.runs.at[c->labels.at[i]];
        words_add(
            d->a, &text,
            marked_text(&d->ask->text, grid_text(&d->grid, run->row, run->from, run->to)));
    }
    return text;
}

static bool above_or_left(const struct terminal *x, const struct terminal *y)
{
    return x->row != y->row ? x->row < y->row : x->column < y->column;
}

/* An edge between two ends; `edge` loses its label to the first one made. */
static void connect(struct drawing *d, const struct terminal *from,
                    const struct terminal *to, struct edge *edge)
{
    size_t tail = place_of(d, from)->last, head = place_of(d, to)->first;
    if (tail == GRAPH_NONE || head == GRAPH_NONE)
        return;
    make_edge(&d->make, tail, head, *edge);
    edge->label = (struct str){NULL, 0};
}

/* Which of the ends of a line without a tail its words begin at: the upper, then the left. */
static size_t topmost(const struct connector *c)
{
    size_t best = 0;
    for (size_t i = 1; i < c->ends.n; i++) {
        if (above_or_left(&c->ends.at[i], &c->ends.at[best]))
            best = i;
    }
    return best;
}

/* Every tail leads to every head. Heads alone: two-way; none at all: plain lines. */
static void make_edges(struct drawing *d, const struct connector *c)
{
    size_t heads = 0, top = c->ends.n ? topmost(c) : 0;
    struct edge edge = {.dashed = c->dashed, .label = labels_of(d, c)};
    for (size_t i = 0; i < c->ends.n; i++)
        heads += c->ends.at[i].head;
    bool mixed = heads > 0 && heads < c->ends.n;
    edge.kind = mixed ? EDGE_FORWARD : heads ? EDGE_BOTH : EDGE_NONE;
    for (size_t i = 0; i < c->ends.n; i++) {
        for (size_t k = 0; k < c->ends.n; k++) {
            bool leads =
                mixed ? !c->ends.at[i].head && c->ends.at[k].head : i == top && k != top;
            if (leads)
                connect(d, &c->ends.at[i], &c->ends.at[k], &edge);
        }
    }
    words_add(d->a, &d->out->rest, edge.label); /* of a line that led nowhere */
}

/* ---- is it one? ---- */

static enum graph_direction direction_of(const struct drawing *d)
{
    int across = 0, down = 0;
    for (size_t i = 0; i < d->trace.connectors.n; i++) {
        const struct connector *c = &d->trace.connectors.at[i];
        if (c->ends.n < 2)
            continue;
        const struct place *x = place_of(d, &c->ends.at[0]),
                           *y = place_of(d, &c->ends.at[1]);
        int dx = x->column > y->column ? x->column - y->column : y->column - x->column;
        int dy = x->row > y->row ? x->row - y->row : y->row - x->row;
        across += dx > 3 * dy;
        down += dx <= 3 * dy;
    }
    return down > across ? GRAPH_DOWN : GRAPH_RIGHT;
}

/* Most nodes must hang together: boxes without lines are better left as drawn. */
static bool is_connected(struct arena *a, const struct graph *g)
{
    bool *joined = arena_many(a, g->nodes.n + 1, bool);
    size_t alone = 0;
    for (size_t i = 0; i < g->edges.n; i++)
        joined[g->edges.at[i].from] = joined[g->edges.at[i].to] = true;
    for (size_t i = 0; i < g->nodes.n; i++)
        alone += !joined[i];
    return g->edges.n > 0 && alone * 4 <= g->nodes.n;
}

/* A label that holds pieces of a drawing: some box was not understood. */
static bool has_pieces(const struct graph *g)
{
    for (size_t i = 0; i < g->nodes.n; i++) {
        struct str label = g->nodes.at[i].label;
        for (size_t k = 0; k < label.n;) {
            uint32_t c = utf8_next(label, &k);
            if (c >= 0x2500 && c <= 0x257F)
                return true;
        }
    }
    return false;
}

/* Words above the drawing are its caption; what is left elsewhere stays text. */
static void rest_words(struct drawing *d)
{
    int top = d->boxes.list.n ? d->boxes.list.at[0].top : 0;
    for (size_t i = 0; i < d->trace.runs.n; i++) {
        struct run *run = &d->trace.runs.at[i];
        if (run->used)
            continue;
        struct str text =
            marked_text(&d->ask->text, grid_text(&d->grid, run->row, run->from, run->to));
        words_add(d->a, run->row < top ? &d->out->graph.caption : &d->out->rest, text);
    }
}

/* How many stems stand on a row that holds nothing else; `*upright` where one is no arrow. */
static int stems_on(const struct grid *g, int row, bool *upright)
{
    int stems = 0;
    for (int column = 0; column < g->columns; column++) {
        const struct cell *c = grid_at(g, row, column);
        if (c->kind == CELL_BLANK)
            continue;
        if (c->sides == 0)
            return 0;
        stems += (c->sides & (SIDE_NORTH | SIDE_SOUTH)) != 0;
        *upright |= c->sides == (SIDE_NORTH | SIDE_SOUTH) && !c->heads;
    }
    return stems;
}

static bool has_level_head(const struct grid *g)
{
    for (size_t i = 0; i < (size_t)g->rows * (size_t)g->columns; i++) {
        bool shaft = i > 0 && g->cells[i - 1].c == '-';
        if (g->cells[i].heads & (SIDE_EAST | SIDE_WEST) && (g->cells[i].c >= 0x80 || shaft))
            return true;
    }
    return false;
}

/* Stems side by side, or stems below a row with arrows: only columns tell what they connect. */
static bool has_columns(const struct grid *g)
{
    bool upright = false;
    for (int row = 0; row < g->rows; row++) {
        if (stems_on(g, row, &upright) >= 2)
            return true;
    }
    return upright && has_level_head(g);
}

/* A '+' that lines leave at two sides. */
static bool is_plus(const struct grid *g, int row, int column)
{
    uint32_t below = grid_at(g, row + 1, column)->c, above = grid_at(g, row - 1, column)->c;
    return grid_at(g, row, column)->c == '+' && grid_at(g, row, column + 1)->c == '-' &&
           (below == '+' || below == '|' || above == '+' || above == '|');
}

static size_t count_plus(const struct grid *g)
{
    size_t n = 0;
    for (int row = 0; row < g->rows; row++) {
        for (int column = 0; column < g->columns; column++)
            n += is_plus(g, row, column);
    }
    return n;
}

/* Corners and junctions, of which a tree of folders has some too. */
static bool has_corners(const struct grid *g)
{
    size_t n = count_plus(g);
    for (size_t i = 0; i < (size_t)g->rows * (size_t)g->columns; i++)
        n += g->cells[i].c >= 0x250C && g->cells[i].c <= 0x2570 && g->cells[i].sides != 0 &&
             g->cells[i].sides != (SIDE_NORTH | SIDE_SOUTH) &&
             g->cells[i].sides != (SIDE_EAST | SIDE_WEST);
    return n > 1;
}

static bool has_heads(const struct trace *t)
{
    for (size_t i = 0; i < t->connectors.n; i++) {
        for (size_t k = 0; k < t->connectors.at[i].ends.n; k++) {
            if (t->connectors.at[i].ends.at[k].head)
                return true;
        }
    }
    return false;
}

static bool may_be_drawing(const struct ask *ask, const struct drawing *d)
{
    if (d->boxes.list.n >= 2)
        return true;
    bool text = ask->block->info.n == 0 || str_eq(ask->block->info, S("text"));
    return d->boxes.list.n == 1 ||
           (text && (has_columns(&d->grid) || has_corners(&d->grid)));
}

static size_t *none_of(struct arena *a, size_t n)
{
    size_t *list = arena_many(a, n + 1, size_t);
    for (size_t i = 0; i < n; i++)
        list[i] = GRAPH_NONE;
    return list;
}

static struct place *no_places(struct arena *a, size_t n)
{
    struct place *list = arena_many(a, n + 1, struct place);
    for (size_t i = 0; i < n; i++)
        list[i].first = list[i].last = GRAPH_NONE;
    return list;
}

/* More words than these outside the drawing: it was not understood. Without boxes all count. */
#define REST_MAX_WORDS 12

void read_boxart(struct arena *a, const struct ask *ask, struct reading *out)
{
    struct drawing d = {.a = a, .ask = ask, .out = out};
    if (!grid_of(a, &ask->text, &d.grid))
        return;
    d.boxes = boxes_find(a, &d.grid);
    if (!may_be_drawing(ask, &d))
        return;
    d.trace = trace_of(a, &d.grid, &d.boxes);
    if (d.boxes.list.n == 0 && !has_heads(&d.trace)) /* a tree of folders */
        return;
    d.make = make_at(a, &out->graph);
    d.boxed = no_places(a, d.boxes.list.n);
    d.written = no_places(a, d.trace.runs.n);
    d.groups = none_of(a, d.boxes.list.n);
    make_groups(&d);
    make_nodes(&d);
    set_places(&d);
    for (size_t i = 0; i < d.trace.connectors.n; i++)
        make_edges(&d, &d.trace.connectors.at[i]);
    rest_words(&d);
    out->graph.direction = direction_of(&d);
    size_t words = d.boxes.list.n ? REST_MAX_WORDS : 0;
    if (!d.make.full && is_connected(a, &out->graph) && text_words(out->rest) <= words &&
        !has_pieces(&out->graph))
        out->blocks = 1;
}
