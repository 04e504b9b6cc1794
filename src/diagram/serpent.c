/* SPDX-License-Identifier: MIT */
/* diagram/serpent.c — a chain folded into rows that run to and fro. */
#include "diagram/serpent.h"

#include "base/arena.h"
#include "diagram/grid.h"

/* Every row has a line of its own, and there is one more above, below and between them for stores.
 * One column more at either end is for stores beside a row's end. */
struct serpent {
    const struct graph *g;
    const struct layers *l;
    struct fold fold;
    int columns, lines;
    struct cell *at; /* of each node: column as main, line as cross */
    bool *taken;     /* of each cell */
    bool *used;      /* of each line */
};

int serpent_even(const struct layers *l, int rows)
{
    return (l->ranks + rows - 1) / rows;
}

static bool *cell_at(const struct serpent *s, struct cell c)
{
    return &s->taken[c.cross * s->columns + c.main];
}

static bool is_free(const struct serpent *s, struct cell c)
{
    return c.main >= 0 && c.main < s->columns && c.cross >= 0 && c.cross < s->lines &&
           !*cell_at(s, c);
}

static void put(struct serpent *s, size_t node, struct cell c)
{
    s->at[node] = c;
    *cell_at(s, c) = true;
    s->used[c.cross] = true;
}

/* --- rows ------------------------------------------------------------------------------------- */

static int row_length(const struct serpent *s, int row)
{
    if (row == 0)
        return s->fold.first;
    int rest = s->l->ranks - s->fold.first, rows = s->fold.rows - 1;
    return rest / rows + (row - 1 < rest % rows);
}

static void put_rank(struct serpent *s, int rank, struct cell c)
{
    for (size_t i = 0; i < s->g->nodes.n; i++)
        if (s->l->rank[i] == rank && s->l->anchor[i] == GRAPH_NONE)
            put(s, i, c);
}

/* Every row begins under the end of the one before it, so that the turn is one arrow down. */
static bool put_rows(struct serpent *s)
{
    struct cell c = {1, 1};
    for (int row = 0, rank = 0, step = 1; row < s->fold.rows; row++, step = -step) {
        int length = row_length(s, row);
        if (length < 1 || length > s->fold.first)
            return false;
        for (int i = 0; i < length; i++, rank++) {
            c.main += i > 0 ? step : 0;
            put_rank(s, rank, c);
        }
        if (row + 1 < s->fold.rows) /* the arrow of the turn needs the cell between */
            *cell_at(s, (struct cell){c.main, c.cross + 1}) = true;
        c.cross += 2;
    }
    return true;
}

/* --- stores ----------------------------------------------------------------------------------- */

static bool is_row_end(const struct serpent *s, size_t anchor, int *outwards)
{
    struct cell c = s->at[anchor];
    int row = (c.cross - 1) / 2, from = 0;
    for (int i = 0; i < row; i++)
        from += row_length(s, i);
    int rank = s->l->rank[anchor], step = row % 2 == 0 ? 1 : -1;
    bool first = rank == from, last = rank + 1 == from + row_length(s, row);
    *outwards = last ? step : -step;
    return last || (first && row > 0);
}

static void put_satellite(struct serpent *s, size_t node, bool *all)
{
    size_t anchor = s->l->anchor[node];
    struct cell c = s->at[anchor], below = {c.main, c.cross + 1};
    bool last = c.cross + 2 == s->lines;
    int outwards = 0;
    struct cell tries[4];
    size_t n = 0;
    /* Where a line of stores follows already it stands there, else in the next row itself. */
    if (!last && is_free(s, below))
        tries[n++] =
            (struct cell){c.main, s->used[below.cross] ? below.cross : c.cross + 2};
    bool end = is_row_end(s, anchor, &outwards);
    int beside = c.main + outwards;
    if (end && !(s->fold.inside && (beside < 1 || beside > s->fold.first)))
        tries[n++] = (struct cell){beside, c.cross};
    tries[n++] = last ? below : (struct cell){c.main, c.cross - 1};
    tries[n++] = last ? (struct cell){c.main, c.cross - 1} : below;
    for (size_t i = 0; i < n; i++)
        if (is_free(s, tries[i])) {
            put(s, node, tries[i]);
            *cell_at(s, below) = *cell_at(s, below) || tries[i].cross > c.cross;
            return;
        }
    *all = false;
}

static bool put_satellites(struct serpent *s)
{
    bool all = true;
    for (size_t i = 0; i < s->g->nodes.n; i++)
        if (s->l->anchor[i] != GRAPH_NONE)
            put_satellite(s, i, &all);
    return all;
}

/* --- the grid --------------------------------------------------------------------------------- */

static bool column_used(const struct serpent *s, int column)
{
    for (size_t i = 0; i < s->g->nodes.n; i++)
        if (s->at[i].main == column)
            return true;
    return false;
}

/* Number what is used; the flow begins at the far end where the author wants it to run back. */
static void number_cells(struct arena *a, const struct serpent *s, struct grid *out)
{
    int *column = arena_many(a, (size_t)s->columns, int);
    int *line = arena_many(a, (size_t)s->lines, int);
    int columns = 0, lines = 0;
    for (int i = 0; i < s->columns; i++)
        column[i] = column_used(s, i) ? columns++ : 0;
    for (int i = 0; i < s->lines; i++)
        line[i] = s->used[i] ? lines++ : 0;
    for (size_t i = 0; i < s->g->nodes.n; i++) {
        int main = column[s->at[i].main];
        if (s->g->direction == GRAPH_LEFT)
            main = columns - 1 - main;
        out->node[i] = (struct cell){2 * main + 1, 2 * line[s->at[i].cross] + 1};
    }
    out->mains = 2 * columns + 1;
    out->crosses = 2 * lines + 1;
}

bool serpent_make(struct arena *a, const struct graph *g, const struct layers *l,
                  struct fold *fold, struct grid *out)
{
    struct serpent s = {.g = g, .l = l, .fold = *fold};
    s.columns = fold->first + 2;
    s.lines = 2 * fold->rows + 1;
    s.at = arena_many(a, g->nodes.n, struct cell);
    s.taken = arena_many(a, (size_t)s.columns * (size_t)s.lines, bool);
    s.used = arena_many(a, (size_t)s.lines, bool);
    if (!put_rows(&s) || !put_satellites(&s))
        return false;
    *out = (struct grid){.node = arena_many(a, g->nodes.n, struct cell)};
    number_cells(a, &s, out);
    fold->indented = column_used(&s, 0);
    fold->widened = fold->indented || column_used(&s, s.columns - 1);
    grid_find_groups(a, g, out);
    return grid_groups_whole(g, out);
}
