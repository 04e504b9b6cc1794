/* SPDX-License-Identifier: MIT */
/* model/diagram/trace.c — what the lines of a drawing connect. */
#include "model/diagram/trace.h"

#include "base/arena.h"
#include "base/utf8.h"

static const enum side sides[] = {SIDE_NORTH, SIDE_EAST, SIDE_SOUTH, SIDE_WEST};

struct tracer {
    struct arena *a;
    struct grid *g;
    const struct boxes *boxes;
    struct trace *out;
    struct connector *now; /* being followed */
    VEC(size_t) stack;     /* cells to follow */
    size_t *component;     /* of each cell: connector index + 1, or 0 */
};

static const struct cell *beside(const struct grid *g, int row, int column, enum side s)
{
    return grid_at(g, row + side_row(s), column + side_column(s));
}

/* ---- lines or words? ---- */

/* Drawing characters proper are lines wherever they stand. */
static bool is_drawn(uint32_t c)
{
    return c >= 0x2190;
}

/* Could this neighbour continue a line towards us? */
static bool may_continue(const struct cell *n, enum side towards)
{
    bool box = n->kind == CELL_BOX || n->kind == CELL_BORDER;
    return box || (n->sides & towards && n->c != 'v' && n->c != 'V') ||
           (n->heads && n->c < 0x80 && n->sides & towards);
}

/* ASCII: '-' is a line beside another, 'v' is a head below a line, '>' is one behind a line. */
static bool is_line(const struct grid *g, int row, int column)
{
    const struct cell *c = grid_at(g, row, column);
    unsigned joined = 0;
    if (c->kind != CELL_WORD || c->sides == 0)
        return c->kind == CELL_LINE;
    if (is_drawn(c->c))
        return true;
    for (size_t i = 0; i < countof(sides); i++) {
        const struct cell *n = beside(g, row, column, sides[i]);
        if (c->sides & sides[i] && may_continue(n, side_opposite(sides[i])))
            joined |= sides[i];
    }
    const struct cell *west = beside(g, row, column, SIDE_WEST);
    const struct cell *east = beside(g, row, column, SIDE_EAST);
    bool alone = (west->kind != CELL_WORD || west->sides) &&
                 (east->kind != CELL_WORD || east->sides);
    switch (c->c) {
    case 'v':
    case 'V':
        return alone && joined & SIDE_NORTH;
    case '^':
        return alone && joined & SIDE_SOUTH;
    case '>':
        return joined & SIDE_WEST && west->kind != CELL_BOX;
    case '<':
        return joined & SIDE_EAST && east->kind != CELL_BOX;
    case '|':
        return alone && joined != 0;
    default:
        return joined != 0;
    }
}

/* Two passes: a '-' between letters is joined to nothing, one beside a line is. */
static void mark_lines(struct grid *g)
{
    for (int row = 0; row < g->rows; row++) {
        for (int column = 0; column < g->columns; column++) {
            struct cell *c = grid_cell(g, row, column);
            if (c->kind == CELL_WORD && is_line(g, row, column))
                c->kind = CELL_LINE;
        }
    }
}

/* ---- words ---- */

static size_t box_round(const struct boxes *boxes, int row, int column)
{
    size_t best = GRID_NO_OWNER;
    for (size_t i = 0; i < boxes->list.n; i++) {
        const struct box *b = &boxes->list.at[i];
        bool inside =
            row > b->top && row < b->bottom && column > b->left && column < b->right;
        if (inside &&
            (best == GRID_NO_OWNER ||
             b->right - b->left < boxes->list.at[best].right - boxes->list.at[best].left))
            best = i;
    }
    return best;
}

static void mark_runs(struct tracer *t)
{
    struct grid *g = t->g;
    for (int row = 0; row < g->rows; row++) {
        for (int column = 0; column < g->columns; column++) {
            if (grid_at(g, row, column)->kind != CELL_WORD)
                continue;
            struct run run = {row, column, column, box_round(t->boxes, row, column), false};
            while (grid_at(g, row, run.to + 1)->kind == CELL_WORD ||
                   (grid_at(g, row, run.to + 1)->kind == CELL_BLANK &&
                    grid_at(g, row, run.to + 2)->kind == CELL_WORD))
                run.to++;
            for (int c = run.from; c <= run.to; c++)
                grid_cell(g, row, c)->owner = t->out->runs.n;
            vec_push(t->a, &t->out->runs, run);
            column = run.to;
        }
    }
}

/* ---- following a line ---- */

static bool is_dashed(uint32_t c)
{
    return (c >= 0x2504 && c <= 0x250B) || (c >= 0x254C && c <= 0x254F);
}

static size_t index_of(const struct grid *g, const struct cell *c)
{
    return (size_t)(c - g->cells);
}

static void visit(struct tracer *t, int row, int column)
{
    size_t index = (size_t)row * (size_t)t->g->columns + (size_t)column;
    size_t *component = &t->component[index];
    if (*component)
        return;
    *component = t->out->connectors.n + 1;
    t->now->dashed |= is_dashed(t->g->cells[index].c);
    vec_push(t->a, &t->stack, index);
}

static void add_terminal(struct tracer *t, struct terminal end)
{
    for (size_t i = 0; i < t->now->ends.n; i++) {
        struct terminal *known = &t->now->ends.at[i];
        if (known->is_run == end.is_run && known->index == end.index &&
            known->row == end.row && known->column == end.column) {
            known->head |= end.head;
            return;
        }
    }
    vec_push(t->a, &t->now->ends, end);
}

static void use_label(struct tracer *t, size_t run)
{
    if (t->out->runs.at[run].used)
        return;
    t->out->runs.at[run].used = true;
    vec_push(t->a, &t->now->labels, run);
}

#define GAP_LEVEL 3    /* blank columns between a line and what it leads to */
#define GAP_UPRIGHT 1  /* blank rows */
#define LABEL_LEVEL 44 /* columns of a label inside a line */

/* What a line meets when it is followed on over blanks and words. */
struct meeting {
    const struct cell *cell; /* a box, a border, a line; or a blank one */
    int row, column;
    size_t run; /* words passed on the way, or GRID_NO_OWNER */
};

static struct meeting look_on(const struct grid *g, int row, int column, enum side s)
{
    bool level = s == SIDE_EAST || s == SIDE_WEST;
    int blanks = level ? GAP_LEVEL : GAP_UPRIGHT, words = level ? LABEL_LEVEL : 2;
    struct meeting m = {.run = GRID_NO_OWNER};
    for (;;) {
        row += side_row(s);
        column += side_column(s);
        m.cell = grid_at(g, row, column);
        m.row = row;
        m.column = column;
        bool word = m.cell->owner != GRID_NO_OWNER &&
                    (m.cell->kind == CELL_WORD || m.cell->kind == CELL_BLANK);
        bool outside = row < 0 || column < 0 || row >= g->rows || column >= g->columns;
        if (outside || (m.cell->kind != CELL_BLANK && m.cell->kind != CELL_WORD))
            return m;
        if (word)
            m.run = m.run == GRID_NO_OWNER ? m.cell->owner : m.run;
        if (word ? words-- == 0 : blanks-- == 0)
            return m;
    }
}

#define ASIDE 4 /* columns that a stem may stand beside the words that it belongs to */

/* Words on the next row towards `s`, not straight ahead but near. */
static size_t run_aside(const struct grid *g, int row, int column, enum side s)
{
    for (int d = 1; d <= ASIDE && side_row(s); d++) {
        const struct cell *west = grid_at(g, row + side_row(s), column - d);
        const struct cell *east = grid_at(g, row + side_row(s), column + d);
        if (west->kind == CELL_WORD)
            return west->owner;
        if (east->kind == CELL_WORD)
            return east->owner;
    }
    return GRID_NO_OWNER;
}

/* The end of a line towards `s`: a box, a line behind a label, or words. */
static void end_line(struct tracer *t, int row, int column, enum side s)
{
    const struct cell *from = grid_at(t->g, row, column);
    struct meeting m = look_on(t->g, row, column, s);
    bool head = from->heads & s;
    bool box = m.cell->kind == CELL_BOX || m.cell->kind == CELL_BORDER;
    if (m.run == GRID_NO_OWNER && !box && m.cell->kind != CELL_LINE)
        m.run = run_aside(t->g, row, column, s);
    if (box && m.run == GRID_NO_OWNER) {
        head |= (m.cell->heads & s) != 0;
        add_terminal(t, (struct terminal){false, m.cell->owner, head, row, column});
    } else if (m.cell->kind == CELL_LINE && m.cell->sides & side_opposite(s) && !head &&
               !(m.cell->heads & side_opposite(s))) { /* "── HTTP ──►", not "─► HTTP ─►" */
        if (m.run != GRID_NO_OWNER)
            use_label(t, m.run);
        visit(t, m.row, m.column);
    } else if (m.run != GRID_NO_OWNER && !t->out->runs.at[m.run].used) {
        add_terminal(t, (struct terminal){true, m.run, head, row, column});
    }
}

static bool is_straight(const struct cell *c)
{
    return c->sides == (SIDE_NORTH | SIDE_SOUTH) || c->sides == (SIDE_EAST | SIDE_WEST);
}

static void follow(struct tracer *t, size_t index)
{
    const struct cell *c = &t->g->cells[index];
    int row = (int)(index / (size_t)t->g->columns),
        column = (int)(index % (size_t)t->g->columns);
    for (size_t i = 0; i < countof(sides); i++) {
        enum side s = sides[i];
        const struct cell *n = beside(t->g, row, column, s);
        if (!(c->sides & s))
            continue;
        if (n->kind == CELL_BOX || n->kind == CELL_BORDER) {
            bool head = (c->heads & s) || (n->heads & s);
            add_terminal(t, (struct terminal){false, n->owner, head, row, column});
        } else if (n->kind == CELL_LINE) {
            if (n->sides & side_opposite(s))
                visit(t, row + side_row(s), column + side_column(s));
        } else if (is_straight(c)) {
            end_line(t, row, column, s);
        }
    }
}

static void follow_all(struct tracer *t)
{
    for (int row = 0; row < t->g->rows; row++) {
        for (int column = 0; column < t->g->columns; column++) {
            const struct cell *c = grid_at(t->g, row, column);
            if (c->kind != CELL_LINE || t->component[index_of(t->g, c)])
                continue;
            struct connector connector = {.dashed = false};
            t->now = &connector;
            t->stack.n = 0;
            visit(t, row, column);
            while (t->stack.n)
                follow(t, t->stack.at[--t->stack.n]);
            vec_push(t->a, &t->out->connectors, connector);
        }
    }
}

/* ---- labels beside lines ---- */

static size_t component_at(const struct tracer *t, int row, int column)
{
    bool inside = row >= 0 && column >= 0 && row < t->g->rows && column < t->g->columns;
    return inside ? t->component[row * t->g->columns + column] : 0;
}

#define LABEL_NEAR 3 /* columns between a stem and its label */

/* The connector that words stand beside, above or below; 0 where there is none. */
static size_t connector_near(const struct tracer *t, const struct run *run)
{
    for (int d = 1; d <= LABEL_NEAR; d++) {
        size_t west = component_at(t, run->row, run->from - d);
        size_t east = component_at(t, run->row, run->to + d);
        if (west || east)
            return west ? west : east;
    }
    for (int column = run->from; column <= run->to; column++) {
        size_t below = component_at(t, run->row + 1, column);
        size_t above = component_at(t, run->row - 1, column);
        if (below || above)
            return below ? below : above;
    }
    return 0;
}

static bool is_title(const struct tracer *t, const struct run *run)
{
    if (run->box == GRID_NO_OWNER)
        return false;
    for (size_t i = 0; i < t->boxes->list.n; i++) {
        const struct box *b = &t->boxes->list.at[i];
        if (b->parent == run->box && b->top <= run->row)
            return false;
    }
    return true;
}

static bool is_node(const struct tracer *t, size_t run)
{
    for (size_t i = 0; i < t->out->connectors.n; i++) {
        const struct connector *c = &t->out->connectors.at[i];
        for (size_t k = 0; k < c->ends.n && c->ends.n > 1; k++) {
            if (c->ends.at[k].is_run && c->ends.at[k].index == run)
                return true;
        }
    }
    return false;
}

static void place_labels(struct tracer *t)
{
    for (size_t i = 0; i < t->out->runs.n; i++) {
        struct run *run = &t->out->runs.at[i];
        if (run->used || is_title(t, run) || is_node(t, i))
            continue;
        size_t near = connector_near(t, run);
        struct connector *c = near ? &t->out->connectors.at[near - 1] : NULL;
        if (!c || c->ends.n < 2)
            continue;
        run->used = true;
        vec_push(t->a, &c->labels, i);
    }
}

struct trace trace_of(struct arena *a, struct grid *g, const struct boxes *boxes)
{
    struct trace trace = {
        {NULL, 0, 0},
        {NULL, 0, 0}
    };
    struct tracer t = {.a = a, .g = g, .boxes = boxes, .out = &trace};
    t.component = arena_many(a, (size_t)g->rows * (size_t)g->columns, size_t);
    mark_lines(g);
    mark_runs(&t);
    follow_all(&t);
    place_labels(&t);
    return trace;
}
