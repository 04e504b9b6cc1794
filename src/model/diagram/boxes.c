/* SPDX-License-Identifier: MIT */
/* model/diagram/boxes.c — the boxes of a drawing: ┌─┐ and +--+. */
#include "model/diagram/boxes.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "model/diagram/stage.h"

/* Columns that a border may be off in a row: wide characters and careless hands push it. */
static const int slips[] = {0, 1, -1, 2, -2, 3, -3, 4, 5, 6};
#define SLIPS_LEFT 7 /* the left one is pushed less */

#define TRIES 24 /* junctions of an upper border that are tried as its right end */

/* A character that may turn a corner leading out at exactly these sides. */
static bool is_corner(const struct cell *c, unsigned sides)
{
    return c->c == '+' || (c->c >= 0x2500 && c->sides == sides);
}

static bool is_level(const struct cell *c)
{
    unsigned both = SIDE_EAST | SIDE_WEST;
    return (c->sides & both) == both || (c->heads && c->c != 'v' && c->c != 'V');
}

static bool is_upright(const struct cell *c)
{
    unsigned both = SIDE_NORTH | SIDE_SOUTH;
    bool head = c->heads && c->c != 'v' && c->c != 'V' && c->c != '<' && c->c != '>';
    return (c->sides & both) == both || head;
}

/* The column near `column` where `row` has an upright line, or a corner with these sides; -1. */
static int border_near(const struct grid *g, int row, int column, unsigned corner, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct cell *c = grid_at(g, row, column + slips[i]);
        if (corner ? is_corner(c, corner) : c->c && is_upright(c))
            return column + slips[i];
    }
    return -1;
}

static bool is_rule(const struct grid *g, int row, int from, int to)
{
    for (int c = from; c <= to; c++) {
        if (!is_level(grid_at(g, row, c)))
            return false;
    }
    return from <= to;
}

/* A level line from one column to another, both excluded. Words may stand in it as a title when
 * the line shows at both ends. */
static bool level_line(const struct grid *g, int row, int from, int to)
{
    if (is_rule(g, row, from + 1, to - 1))
        return true;
    return grid_at(g, row, from)->c != '+' && is_level(grid_at(g, row, from + 1)) &&
           is_level(grid_at(g, row, to - 1));
}

/* Both ends of a lower border near the columns of the upper one. */
static bool closes(const struct grid *g, const struct box *b, int row, int *left,
                   int *right)
{
    *left = border_near(g, row, b->left, SIDE_NORTH | SIDE_EAST, SLIPS_LEFT);
    *right = border_near(g, row, b->right, SIDE_NORTH | SIDE_WEST, countof(slips));
    return *left >= 0 && *right > *left + 1 && is_rule(g, row, *left + 1, *right - 1);
}

/* Follow both sides down from the upper border; the row where the lower one closes them, or -1.
 * Where the sides go straight on, a closing border near them is that of a box inside. */
static int bottom_of(const struct grid *g, struct box *b)
{
    for (int row = b->top + 1; row < g->rows; row++) {
        int *left = &b->lefts[row - b->top], *right = &b->rights[row - b->top];
        const struct cell *edge = grid_at(g, row, b->left);
        bool goes_on = edge->c && is_upright(edge) && edge->c != '+';
        b->reach = right[-1] > b->reach ? right[-1] : b->reach;
        if (!goes_on && closes(g, b, row, left, right))
            return row > b->top + 1 ? row : -1;
        *left = border_near(g, row, b->left, 0, SLIPS_LEFT);
        *right = border_near(g, row, b->right, 0, countof(slips));
        if (*left < 0 || *right <= *left)
            return -1;
    }
    return -1;
}

/* A box whose upper left corner is at this cell. */
static bool box_at(struct arena *a, const struct grid *g, int top, int left,
                   struct box *out)
{
    if (!is_corner(grid_at(g, top, left), SIDE_EAST | SIDE_SOUTH))
        return false;
    struct arena_mark mark = arena_mark(a);
    *out = (struct box){.top = top, .left = left, .parent = GRID_NO_OWNER};
    out->lefts = arena_many(a, (size_t)(g->rows - top), int);
    out->rights = arena_many(a, (size_t)(g->rows - top), int);
    int tries = 0;
    for (int right = left + 2; right < g->columns && tries < TRIES; right++) {
        const struct cell *c = grid_at(g, top, right);
        bool other_box = is_corner(c, SIDE_EAST | SIDE_SOUTH) && c->c != '+';
        if (other_box || (c->c == 0 && c->kind == CELL_BLANK))
            break;
        if (!is_corner(c, SIDE_WEST | SIDE_SOUTH))
            continue;
        tries++;
        out->right = right;
        out->lefts[0] = left;
        out->rights[0] = right;
        if (level_line(g, top, left, right) && (out->bottom = bottom_of(g, out)) > 0)
            return true;
    }
    arena_rewind(a, mark);
    return false;
}

static bool contains(const struct box *outer, const struct box *inner)
{
    return outer->top < inner->top && outer->bottom > inner->bottom &&
           outer->left < inner->left && outer->reach > inner->right;
}

static bool overlap(int a1, int a2, int b1, int b2)
{
    return a1 < b2 && b1 < a2;
}

/* Boxes with a border in common are cells of a table. */
static bool is_table(const struct boxes *boxes)
{
    for (size_t i = 0; i < boxes->list.n; i++) {
        for (size_t k = 0; k < boxes->list.n; k++) {
            const struct box *x = &boxes->list.at[i], *y = &boxes->list.at[k];
            bool stacked =
                x->bottom == y->top && overlap(x->left, x->right, y->left, y->right);
            bool beside =
                x->right == y->left && overlap(x->top, x->bottom, y->top, y->bottom);
            if (stacked || beside)
                return true;
        }
    }
    return false;
}

static int area(const struct box *b)
{
    return (b->right - b->left) * (b->bottom - b->top);
}

static void nest(struct boxes *boxes)
{
    for (size_t i = 0; i < boxes->list.n; i++) {
        struct box *inner = &boxes->list.at[i];
        for (size_t k = 0; k < boxes->list.n; k++) {
            struct box *outer = &boxes->list.at[k];
            if (!contains(outer, inner))
                continue;
            outer->holds = true;
            if (inner->parent == GRID_NO_OWNER ||
                area(outer) < area(&boxes->list.at[inner->parent]))
                inner->parent = k;
        }
    }
}

/* A border cell of a box that holds others. Junctions and heads in it stay lines: they lead
 * through. */
static void own_border(struct cell *c, size_t index, bool level, bool upright)
{
    unsigned across = level ? SIDE_NORTH | SIDE_SOUTH : SIDE_EAST | SIDE_WEST;
    bool through = (c->sides & across) == across && level != upright && c->c != '+';
    if (through) {
        c->sides = (unsigned char)across;
        return;
    }
    c->kind = CELL_BORDER;
    c->owner = index;
}

/* Give the cells of the border, or of all, to the box. */
static void own(const struct grid *g, const struct box *b, size_t index)
{
    for (int row = b->top; row <= b->bottom; row++) {
        int left = b->lefts[row - b->top], right = b->rights[row - b->top];
        bool level = row == b->top || row == b->bottom;
        for (int column = left; column <= right; column++) {
            struct cell *c = grid_cell(g, row, column);
            bool upright = column == left || column == right;
            if (!b->holds) {
                c->kind = CELL_BOX;
                c->owner = index;
            } else if (level || upright) {
                own_border(c, index, level, upright);
            }
        }
    }
}

static void take_title(struct arena *a, const struct grid *g, struct box *b)
{
    int from = b->left + 1, to = b->right - 1;
    while (from < to && is_level(grid_at(g, b->top, from)))
        from++;
    while (to > from && is_level(grid_at(g, b->top, to)))
        to--;
    if (from < to)
        b->title = label_of(a, marked_text(g->m, grid_text(g, b->top, from, to)));
}

struct boxes boxes_find(struct arena *a, struct grid *g)
{
    struct boxes boxes = {
        {NULL, 0, 0}
    };
    for (int row = 0; row < g->rows; row++) {
        for (int column = 0; column < g->columns; column++) {
            struct box b;
            if (boxes.list.n <= BOXES_MAX && box_at(a, g, row, column, &b))
                vec_push(a, &boxes.list, b);
        }
    }
    if (boxes.list.n > BOXES_MAX || is_table(&boxes))
        boxes.list.n = 0;
    nest(&boxes);
    for (size_t i = 0; i < boxes.list.n; i++)
        take_title(a, g, &boxes.list.at[i]);
    for (size_t i = 0; i < boxes.list.n; i++)
        own(g, &boxes.list.at[i], i);
    return boxes;
}

/* A row of a box that is drawn and not written: a divider. */
static bool is_divider(const struct grid *g, int row, int from, int to)
{
    for (int c = from; c <= to; c++) {
        const struct cell *cell = grid_at(g, row, c);
        if (cell->c && !utf8_is_space(cell->c) && !is_level(cell))
            return false;
    }
    return true;
}

struct str box_text(struct arena *a, const struct grid *g, const struct box *b)
{
    struct strbuf text = strbuf_at(a);
    strbuf_put(&text, b->title);
    for (int row = b->top + 1; row < b->bottom; row++) {
        int from = b->lefts[row - b->top] + 1, to = b->rights[row - b->top] - 1;
        struct str line = marked_text(g->m, grid_text(g, row, from, to));
        if (line.n == 0 || is_divider(g, row, from, to))
            continue;
        if (text.n)
            strbuf_putc(&text, '\n');
        strbuf_put(&text, line);
    }
    return label_of_lines(a, strbuf_str(&text));
}
