/* SPDX-License-Identifier: MIT */
/* model/diagram/tree.c — chains that branch off each other: ├─► and └─►. */
#include "base/utf8.h"
#include "model/diagram/notation.h"

enum tree_row { TREE_BLANK, TREE_STEM, TREE_BRANCH, TREE_ROOT };

struct branch {
    enum tree_row kind;
    size_t column; /* of the branch sign, or of the root's text [characters] */
    bool headed;   /* ├─► rather than ├── */
    struct arrow arrow;
    struct stretch chain; /* what the branch leads to */
};

static bool is_stem(uint32_t c)
{
    return c == '|' || c == 0x2502 || c == 0x2503 || c == 0x2551;
}

/* ├ └ ╰ ┣ ┗ ╠ ╚ ↳, and of ASCII + ` \ and | before a dash. */
static bool is_branch(struct str text, size_t i, size_t end)
{
    size_t next = i;
    switch (utf8_next(text, &next)) {
    case 0x251C:
    case 0x2514:
    case 0x2570:
    case 0x2523:
    case 0x2517:
    case 0x2560:
    case 0x255A:
        return true;
    case '+':
    case '`':
    case '\\':
    case '|':
        return next < end && text.p[next] == '-';
    default:
        return false;
    }
}

/* Behind the sign: an arrow, or dashes without a head. */
static void read_shaft(struct str text, size_t i, size_t end, struct branch *b)
{
    if (arrow_read(text, i, end, &b->arrow) && b->arrow.kind != EDGE_NONE) {
        b->headed = true;
        b->chain = (struct stretch){b->arrow.at.to, end};
        return;
    }
    b->arrow = (struct arrow){.kind = EDGE_FORWARD};
    size_t next = i;
    while (i < end && arrow_is_dash(utf8_next(text, &next)))
        i = next;
    b->chain = (struct stretch){i, end};
}

static struct branch branch_read(const struct marked *m, struct stretch line)
{
    struct stretch t = marked_trim(m, line);
    struct branch b = {.kind = TREE_BLANK, .arrow = {.kind = EDGE_FORWARD}};
    for (size_t i = line.from; i < t.to; b.column++) {
        size_t at = i;
        uint32_t c = utf8_next(m->text, &i);
        if (is_branch(m->text, at, t.to)) {
            b.kind = TREE_BRANCH;
            read_shaft(m->text, i, t.to, &b);
            return b;
        }
        if (is_stem(c)) {
            b.kind = TREE_STEM;
        } else if (!utf8_is_space(c)) {
            b.kind = TREE_ROOT;
            b.chain = (struct stretch){at, t.to};
            return b;
        }
    }
    return b;
}

/* ---- the rows above that a branch may hang on ---- */

struct limb_node {
    size_t node;
    size_t column; /* where its label begins */
};

struct limb {
    size_t column; /* of its branch sign; roots: of its text */
    bool root;
    VEC(struct limb_node) nodes;
};

struct limbs {
    VEC(struct limb) list;
};

struct tree {
    struct arena *a;
    const struct marked *m;
    struct reading *out;
    struct make make;
    struct limbs open;
    size_t roots, branches, heads;
    bool sure;
};

/* The node above that a branch in `column` hangs on: the one that its sign stands under. */
static size_t parent_at(struct tree *t, size_t column)
{
    while (t->open.list.n && !vec_last(&t->open.list)->root &&
           vec_last(&t->open.list)->column >= column)
        t->open.list.n--;
    if (t->open.list.n == 0)
        return GRAPH_NONE;
    const struct limb *limb = vec_last(&t->open.list);
    size_t node = limb->nodes.n ? limb->nodes.at[0].node : GRAPH_NONE;
    for (size_t i = 0; i < limb->nodes.n; i++) {
        if (limb->nodes.at[i].column <= column)
            node = limb->nodes.at[i].node;
    }
    return node;
}

static struct limb limb_of(struct tree *t, const struct chain *c, struct stretch line,
                           const struct branch *b)
{
    struct limb limb = {.column = b->column, .root = b->kind == TREE_ROOT};
    for (size_t i = 0; i < c->stages.n; i++) {
        for (size_t k = 0; k < c->stages.at[i].units.n; k++) {
            const struct unit *u = &c->stages.at[i].units.at[k];
            size_t node = make_find(&t->make, u->label);
            size_t column = utf8_length(str_sub(t->m->text, line.from, u->at.from));
            vec_push(t->a, &limb.nodes, (struct limb_node){node, column});
        }
    }
    return limb;
}

/* All of a tree must be names: sentences under a root are a list. */
static bool chain_is_named(const struct tree *t, const struct chain *c)
{
    for (size_t i = 0; i < c->stages.n; i++) {
        struct str text = marked_text(t->m, c->stages.at[i].at);
        if (c->stages.at[i].units.n == 0 || !label_is_sure(text))
            return false;
    }
    return true;
}

static void add_row(struct tree *t, struct stretch line)
{
    struct branch b = branch_read(t->m, line);
    if (b.kind == TREE_BLANK || b.kind == TREE_STEM)
        return;
    struct chain c = chain_of(t->a, t->m, b.chain, GAPS_JOIN);
    t->sure &= chain_is_named(t, &c);
    if (!t->sure)
        return;
    if (b.kind == TREE_ROOT) {
        t->sure &=
            t->roots > 0 || t->branches == 0; /* branches above: no tree, but a drawing */
        t->roots++;
        t->open.list.n = 0;
    }
    size_t parent = b.kind == TREE_ROOT ? GRAPH_NONE : parent_at(t, b.column);
    words_add(t->a, &t->out->graph.caption, marked_text(t->m, c.lead));
    words_add(t->a, &t->out->rest, marked_text(t->m, c.tail));
    struct edge edge = {.kind = b.arrow.kind, .dashed = b.arrow.dashed};
    edge.label = label_of(t->a, marked_text(t->m, b.arrow.label));
    for (size_t i = 0; i < c.stages.at[0].units.n; i++) {
        size_t node = unit_make(&t->make, t->m, &c.stages.at[0].units.at[i]);
        make_edge(&t->make, parent, node, edge);
    }
    chain_make(&t->make, t->m, &c);
    vec_push(t->a, &t->open.list, limb_of(t, &c, line, &b));
    t->branches += b.kind == TREE_BRANCH;
    t->heads += b.headed;
}

void read_tree(struct arena *a, const struct ask *ask, struct reading *out)
{
    if (ask->place <= PLACE_SOLUTION)
        return;
    struct tree t = {.a = a, .m = &ask->text, .out = out, .sure = true};
    struct stretch rest = marked_all(t.m), line;
    bool any = false;
    while (!any && marked_line(t.m, &rest, &line)) {
        struct branch b = branch_read(t.m, line);
        any = b.kind == TREE_BRANCH && b.headed; /* without heads it is a tree of folders */
    }
    if (!any)
        return;
    t.make = make_at(a, &out->graph);
    rest = marked_all(t.m);
    while (t.sure && marked_line(t.m, &rest, &line))
        add_row(&t, line);
    make_key(&t.make);
    if (!t.sure || t.make.full || out->graph.edges.n == 0)
        return;
    out->graph.direction = GRAPH_RIGHT;
    out->blocks = 1;
}
