/* SPDX-License-Identifier: MIT */
/* model/diagram/grid.c — a drawing of characters as cells. */
#include "model/diagram/grid.h"

#include "base/arena.h"
#include "base/utf8.h"

#define N SIDE_NORTH
#define E SIDE_EAST
#define W SIDE_WEST
#define S_ SIDE_SOUTH

/* Where the strokes of a range of characters lead. */
static const struct strokes {
    uint32_t first, last;
    unsigned char sides, heads;
} strokes[] = {
    {'+',    '+',    N | E | S_ | W, 0     },
    {'-',    '-',    E | W,          0     },
    {'<',    '<',    E | W,          W     },
    {'=',    '=',    E | W,          0     },
    {'>',    '>',    E | W,          E     },
    {'V',    'V',    N | S_,         S_    },
    {'^',    '^',    N | S_,         N     },
    {'v',    'v',    N | S_,         S_    },
    {'|',    '|',    N | S_,         0     },
    {0x2190, 0x2190, E | W,          W     },
    {0x2191, 0x2191, N | S_,         N     },
    {0x2192, 0x2192, E | W,          E     },
    {0x2193, 0x2193, N | S_,         S_    },
    {0x2194, 0x2194, E | W,          E | W },
    {0x2195, 0x2195, N | S_,         N | S_},
    {0x2500, 0x2501, E | W,          0     },
    {0x2502, 0x2503, N | S_,         0     },
    {0x2504, 0x2505, E | W,          0     },
    {0x2506, 0x2507, N | S_,         0     },
    {0x2508, 0x2509, E | W,          0     },
    {0x250A, 0x250B, N | S_,         0     },
    {0x250C, 0x250F, E | S_,         0     },
    {0x2510, 0x2513, W | S_,         0     },
    {0x2514, 0x2517, N | E,          0     },
    {0x2518, 0x251B, N | W,          0     },
    {0x251C, 0x2523, N | E | S_,     0     },
    {0x2524, 0x252B, N | S_ | W,     0     },
    {0x252C, 0x2533, E | S_ | W,     0     },
    {0x2534, 0x253B, N | E | W,      0     },
    {0x253C, 0x254B, N | E | S_ | W, 0     },
    {0x254C, 0x254D, E | W,          0     },
    {0x254E, 0x254F, N | S_,         0     },
    {0x2550, 0x2550, E | W,          0     },
    {0x2551, 0x2551, N | S_,         0     },
    {0x2552, 0x2554, E | S_,         0     },
    {0x2555, 0x2557, W | S_,         0     },
    {0x2558, 0x255A, N | E,          0     },
    {0x255B, 0x255D, N | W,          0     },
    {0x255E, 0x2560, N | E | S_,     0     },
    {0x2561, 0x2563, N | S_ | W,     0     },
    {0x2564, 0x2566, E | S_ | W,     0     },
    {0x2567, 0x2569, N | E | W,      0     },
    {0x256A, 0x256C, N | E | S_ | W, 0     },
    {0x256D, 0x256D, E | S_,         0     },
    {0x256E, 0x256E, W | S_,         0     },
    {0x256F, 0x256F, N | W,          0     },
    {0x2570, 0x2570, N | E,          0     },
    {0x25B2, 0x25B2, N | S_,         N     },
    {0x25B6, 0x25B6, E | W,          E     },
    {0x25BA, 0x25BA, E | W,          E     },
    {0x25BC, 0x25BC, N | S_,         S_    },
    {0x25C0, 0x25C0, E | W,          W     },
    {0x25C4, 0x25C4, E | W,          W     },
    {0x2B06, 0x2B06, N | S_,         N     },
    {0x2B07, 0x2B07, N | S_,         S_    },
};

static const struct strokes *strokes_of(uint32_t c)
{
    for (size_t i = 0; i < countof(strokes); i++) {
        if (c >= strokes[i].first && c <= strokes[i].last)
            return &strokes[i];
    }
    return NULL;
}

/* Cells that a character takes on a grid of equal columns (Unicode's East Asian Width, roughly). */
static int width_of(uint32_t c)
{
    bool joins = (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200D) ||
                 (c >= 0xFE00 && c <= 0xFE0F);
    bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
    return joins ? 0 : wide ? 2 : 1;
}

#define TAB 4 /* columns; drawings with tabs are rare and mostly wrong */

static int advance(uint32_t c, int column)
{
    return c == '\t' ? TAB - column % TAB : width_of(c);
}

static void measure(struct grid *g)
{
    struct stretch rest = marked_all(g->m), line;
    while (marked_line(g->m, &rest, &line) && g->rows <= GRID_MAX_ROWS) {
        int column = 0;
        for (size_t i = line.from; i < line.to && column <= GRID_MAX_COLUMNS;)
            column += advance(utf8_next(g->m->text, &i), column);
        g->columns = column > g->columns ? column : g->columns;
        g->rows++;
    }
}

static void fill_row(const struct grid *g, int row, struct stretch line)
{
    int column = 0;
    for (size_t i = line.from; i < line.to;) {
        size_t at = i;
        uint32_t c = utf8_next(g->m->text, &i);
        int width = advance(c, column);
        if (width > 0) {
            struct cell *cell = grid_cell(g, row, column);
            const struct strokes *s = strokes_of(c);
            cell->c = c;
            cell->at = at;
            cell->kind = utf8_is_space(c) ? CELL_BLANK : CELL_WORD;
            cell->sides = s ? s->sides : 0;
            cell->heads = s ? s->heads : 0;
        }
        for (int k = 1; k < width; k++) {
            struct cell *half = grid_cell(g, row, column + k);
            half->kind = c == '\t' ? CELL_BLANK : CELL_WORD;
            half->at = i;
        }
        column += width;
    }
    for (; column < g->columns; column++)
        grid_cell(g, row, column)->at = line.to;
}

bool grid_of(struct arena *a, const struct marked *m, struct grid *out)
{
    *out = (struct grid){.m = m};
    measure(out);
    if (out->rows == 0 || out->rows > GRID_MAX_ROWS || out->columns == 0 ||
        out->columns > GRID_MAX_COLUMNS)
        return false;
    out->cells = arena_many(a, (size_t)out->rows * (size_t)out->columns, struct cell);
    struct stretch rest = marked_all(m), line;
    for (int row = 0; marked_line(m, &rest, &line); row++)
        fill_row(out, row, line);
    for (size_t i = 0; i < (size_t)out->rows * (size_t)out->columns; i++)
        out->cells[i].owner = GRID_NO_OWNER;
    return true;
}

struct cell *grid_cell(const struct grid *g, int row, int column)
{
    return &g->cells[row * g->columns + column];
}

const struct cell *grid_at(const struct grid *g, int row, int column)
{
    static const struct cell blank = {.owner = GRID_NO_OWNER};
    bool inside = row >= 0 && row < g->rows && column >= 0 && column < g->columns;
    return inside ? grid_cell(g, row, column) : &blank;
}

struct stretch grid_text(const struct grid *g, int row, int from, int to)
{
    if (from > to)
        return (struct stretch){0, 0};
    size_t begin = grid_at(g, row, from)->at, end;
    if (to + 1 < g->columns)
        end = grid_at(g, row, to + 1)->at;
    else
        end = str_find_byte(g->m->text, '\n', begin);
    return marked_trim(g->m, (struct stretch){begin, end});
}

int side_row(enum side s)
{
    return s == SIDE_NORTH ? -1 : s == SIDE_SOUTH ? 1 : 0;
}

int side_column(enum side s)
{
    return s == SIDE_WEST ? -1 : s == SIDE_EAST ? 1 : 0;
}

enum side side_opposite(enum side s)
{
    return s == SIDE_NORTH   ? SIDE_SOUTH
           : s == SIDE_SOUTH ? SIDE_NORTH
           : s == SIDE_EAST  ? SIDE_WEST
                             : SIDE_EAST;
}
