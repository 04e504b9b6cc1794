/* SPDX-License-Identifier: MIT */
/* model/diagram/layers.c — lines with arrows downwards between them. */
#include "base/utf8.h"
#include "model/diagram/notation.h"

enum layer_row { LAYER_BLANK, LAYER_ARROWS, LAYER_NODES };

/* What stands on a row of arrows. */
struct fall {
    size_t stems;         /* columns with an arrow or a stem */
    size_t column;        /* of the last of them [characters] */
    bool down, up;        /* heads seen */
    struct stretch label; /* `↓ embeddings` */
};

static bool is_stem(uint32_t c)
{
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551 || c == 0x2506 ||
           c == 0x250A;
}

/* A head of ASCII counts where it stands alone: the "v" below a "|". */
static bool ascii_head(struct str text, size_t i, struct fall *fall)
{
    bool alone =
        (i == 0 || text.p[i - 1] == ' ') && (i + 1 >= text.n || text.p[i + 1] == ' ');
    if (!alone || (text.p[i] != 'v' && text.p[i] != 'V' && text.p[i] != '^'))
        return false;
    fall->up |= text.p[i] == '^';
    fall->down |= text.p[i] != '^';
    return true;
}

/* One sign of a row of arrows at `*i`, which moves behind it. */
static bool take_sign(struct str text, size_t *i, struct fall *fall)
{
    struct arrow arrow;
    size_t next = *i;
    if (arrow_read(text, *i, text.n, &arrow) && arrow.vertical) {
        fall->down |= arrow.kind != EDGE_BACK;
        fall->up |= arrow.kind != EDGE_FORWARD;
        next = arrow.at.to;
    } else if (ascii_head(text, *i, fall)) {
        next = *i + 1;
    } else if (!is_stem(utf8_next(text, &next))) {
        return false;
    }
    fall->stems++;
    fall->column = *i;
    *i = next;
    return true;
}

#define LABEL_MAX_WORDS 8

/* Read a row of arrows; false where it is none. One stem may have a label behind it. */
static bool fall_read(const struct marked *m, struct stretch line, struct fall *fall)
{
    struct stretch t = marked_trim(m, line);
    struct str text = str_sub(m->text, 0, t.to);
    *fall = (struct fall){0};
    for (size_t i = t.from; i < t.to;) {
        if (text.p[i] == ' ' || text.p[i] == '\t') {
            i++;
        } else if (!take_sign(text, &i, fall)) {
            if (fall->stems != 1)
                return false;
            fall->label = (struct stretch){i, t.to};
            struct str label = marked_text(m, fall->label);
            fall->column = utf8_length(str_sub(m->text, line.from, fall->column));
            return text_words(label) <= LABEL_MAX_WORDS && !str_ends(label, S("|")) &&
                   !str_ends(label, S("│"));
        }
    }
    fall->column = utf8_length(str_sub(m->text, line.from, fall->column));
    return fall->stems > 0;
}

struct ends {
    VEC(size_t) list;
};

/* Both ends of a row. Of one that is written right to left, `LLM ← Prompt`, columns tell which
 * end is meant. */
struct turn {
    bool known, back;
    size_t first, last;    /* nodes as written */
    size_t from[2], to[2]; /* columns of both [characters] */
};

struct layers {
    struct arena *a;
    const struct ask *ask;
    const struct marked *m;
    struct reading *out;
    struct make make;
    struct ends above, entry,
        exit;         /* nodes of the layer before, and both ends of this one */
    struct fall fall; /* between them */
    struct turn above_turn, turn;
    size_t layers, falls;
    struct stretch pending; /* plain lines of one node, not yet read */
    bool sure;
};

static void add_ends(struct arena *a, struct ends *to, const size_t *nodes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        vec_push(a, &to->list, nodes[i]);
}

static enum edge_kind fall_kind(const struct fall *fall)
{
    if (fall->down && fall->up)
        return EDGE_BOTH;
    return fall->up ? EDGE_BACK : fall->down ? EDGE_FORWARD : EDGE_NONE;
}

static bool is_over(const struct turn *t, size_t end, size_t column)
{
    return t->known && column >= t->from[end] && column <= t->to[end];
}

/* A row written right to left is left where it was written first, unless the arrow stands under
 * its other end; it is entered at its other end where the arrow leads from one end to the other. */
static void take_turns(struct layers *l)
{
    size_t column = l->fall.column;
    const struct turn *above = &l->above_turn, *below = &l->turn;
    bool under_last = is_over(above, 1, column);
    if (above->back && l->above.list.n == 1)
        l->above.list.at[0] = under_last ? above->last : above->first;
    bool exact = above->back ? under_last || is_over(above, 0, column) : under_last;
    if (below->back && l->entry.list.n == 1)
        l->entry.list.at[0] =
            exact && is_over(below, 1, column) ? below->last : below->first;
}

/* As many arrows as nodes above and below lead straight down; else all are connected. */
static void connect_layers(struct layers *l)
{
    struct edge edge = {.kind = fall_kind(&l->fall)};
    edge.label = label_of(l->a, marked_text(l->m, l->fall.label));
    take_turns(l);
    bool straight = l->above.list.n == l->entry.list.n && l->fall.stems == l->above.list.n;
    for (size_t i = 0; i < l->above.list.n; i++) {
        for (size_t k = 0; k < l->entry.list.n; k++) {
            if (!straight || i == k)
                make_edge(&l->make, l->above.list.at[i], l->entry.list.at[k], edge);
        }
    }
}

static struct turn turn_of(const struct layers *l, const struct chain *c,
                           struct stretch row, const struct chain_ends *ends)
{
    struct turn t = {.known = ends->first.n == 1 && ends->last.n == 1};
    t.back = t.known && c->arrows.n > 0;
    for (size_t i = 0; i < c->arrows.n; i++)
        t.back &= c->arrows.at[i].kind == EDGE_BACK;
    if (!t.known)
        return t;
    const struct stretch both[] = {c->stages.at[0].at, vec_last(&c->stages)->at};
    t.first = ends->first.at[0];
    t.last = ends->last.at[0];
    for (size_t i = 0; i < 2; i++) {
        t.from[i] = utf8_length(str_sub(l->m->text, row.from, both[i].from));
        t.to[i] = utf8_length(str_sub(l->m->text, row.from, both[i].to));
    }
    return t;
}

/* A row of nodes; several rows may make one layer. */
static void read_nodes(struct layers *l, struct stretch row)
{
    struct chain c = chain_of(l->a, l->m, row, l->m->fence ? GAPS_PART : GAPS_JOIN);
    bool sure = true;
    for (size_t i = 0; i < c.stages.n; i++) {
        struct str text = marked_text(l->m, c.stages.at[i].at);
        sure &= c.stages.at[i].units.n > 1 || text.n == 0 || label_is_sure(text);
    }
    if (c.arrows.n)
        sure &= chain_is_sure(l->m, &c, PLACE_ARCHITECTURE);
    l->sure &= sure && chain_units(&c) > 0;
    if (c.lead.to > c.lead.from)
        l->make.group = make_group(&l->make, marked_text(l->m, c.lead), GRAPH_NONE);
    struct chain_ends ends = chain_make(&l->make, l->m, &c);
    l->make.group = GRAPH_NONE;
    l->turn = turn_of(l, &c, row, &ends);
    words_add(l->a, &l->out->rest, marked_text(l->m, c.tail));
    add_ends(l->a, &l->entry, ends.first.at, ends.first.n);
    add_ends(l->a, &l->exit, ends.last.at, ends.last.n);
}

/* Lines of one node that stand above each other become one label of several lines. */
static void read_pending(struct layers *l)
{
    if (l->pending.from < l->pending.to)
        read_nodes(l, l->pending);
    l->pending = (struct stretch){0, 0};
}

static void end_layer(struct layers *l)
{
    read_pending(l);
    if (l->entry.list.n == 0)
        return;
    if (l->layers > 0)
        connect_layers(l);
    l->above = l->exit;
    l->above_turn = l->turn;
    l->entry = l->exit = (struct ends){
        {NULL, 0, 0}
    };
    l->fall = (struct fall){0};
    l->layers++;
}

static bool is_single(struct layers *l, struct stretch line)
{
    struct chain c = chain_of(l->a, l->m, line, l->m->fence ? GAPS_PART : GAPS_JOIN);
    return c.arrows.n == 0 && chain_units(&c) == 1;
}

static void add_line(struct layers *l, struct stretch line)
{
    struct fall fall;
    struct stretch t = marked_trim(l->m, line);
    if (t.from >= t.to)
        return;
    if (fall_read(l->m, line, &fall)) {
        end_layer(l);
        l->sure &= l->layers > 0;
        l->fall.stems = fall.stems > l->fall.stems ? fall.stems : l->fall.stems;
        l->fall.column = fall.column;
        l->fall.down |= fall.down;
        l->fall.up |= fall.up;
        if (fall.label.to)
            l->fall.label = fall.label;
        l->falls += fall.down || fall.up;
        return;
    }
    l->sure &= l->layers == 0 || l->fall.stems > 0;
    if (!is_single(l, line)) {
        read_pending(l);
        read_nodes(l, line);
    } else if (l->pending.to == 0) {
        l->pending = t;
    } else {
        l->pending.to = t.to;
    }
}

/* ---- which blocks ---- */

/* Is `block` a paragraph of arrows alone? */
static bool is_fall(struct arena *a, const struct block *block, struct marked *m)
{
    struct fall fall;
    return block && block->kind == BLOCK_PARAGRAPH && marked_of(a, block, m) &&
           fall_read(m, marked_all(m), &fall) && (fall.down || fall.up);
}

#define BLOCKS_MAX 64

/* The text of paragraphs that ↓ paragraphs join; `*blocks` tells how many they are. */
static struct marked gather(struct arena *a, const struct ask *ask, size_t *blocks)
{
    struct marked all = ask->text, fall, nodes;
    const struct block *b = ask->block;
    *blocks = 1;
    while (!all.fence && *blocks < BLOCKS_MAX && is_fall(a, b->next, &fall)) {
        const struct block *below = b->next->next;
        if (!below || below->kind != BLOCK_PARAGRAPH || !marked_of(a, below, &nodes) ||
            all.text.n + nodes.text.n > NOTATION_MAX_BYTES)
            break;
        marked_append(a, &all, &fall);
        marked_append(a, &all, &nodes);
        b = below;
        *blocks += 2;
    }
    return all;
}

/* A quick look before anything is built. */
static bool has_fall(const struct marked *m)
{
    struct stretch rest = marked_all(m), line;
    struct fall fall;
    while (marked_line(m, &rest, &line)) {
        if (fall_read(m, line, &fall) && (fall.down || fall.up))
            return true;
    }
    return false;
}

void read_layers(struct arena *a, const struct ask *ask, struct reading *out)
{
    size_t blocks;
    if (ask->place <= PLACE_SOLUTION)
        return;
    struct marked all = gather(a, ask, &blocks);
    if (!has_fall(&all))
        return;
    struct layers l = {.a = a, .ask = ask, .m = &all, .out = out, .sure = true};
    l.make = make_at(a, &out->graph);
    struct stretch rest = marked_all(&all), line;
    while (l.sure && marked_line(&all, &rest, &line))
        add_line(&l, line);
    bool ended = l.entry.list.n || l.pending.to;
    end_layer(&l);
    make_key(&l.make);
    if (!l.sure || !ended || l.falls == 0 || l.layers < 2 || l.make.full)
        return;
    out->graph.direction = GRAPH_DOWN;
    out->source = str_trim(all.text);
    out->blocks = blocks;
}
