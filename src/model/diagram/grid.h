/* SPDX-License-Identifier: MIT */
/* model/diagram/grid.h — a drawing of characters as cells: lines, heads, boxes, words. */
#ifndef RECTO_MODEL_DIAGRAM_GRID_H
#define RECTO_MODEL_DIAGRAM_GRID_H

#include "model/diagram/marked.h"

/* A drawing beyond these is none. */
#define GRID_MAX_ROWS 240
#define GRID_MAX_COLUMNS 320

/* Sides of a cell, as bits. */
enum side { SIDE_NORTH = 1, SIDE_EAST = 2, SIDE_SOUTH = 4, SIDE_WEST = 8 };

enum cell_kind {
    CELL_BLANK,
    CELL_WORD,
    CELL_LINE,  /* part of a connector: `sides` and `heads` hold */
    CELL_BOX,   /* border or inside of box `owner` */
    CELL_BORDER /* border of box `owner`, which holds other boxes */
};

struct cell {
    /* Code point; 0 behind the end of a row and for the right half of a wide one. */
    uint32_t c;
    size_t at; /* its first byte in the text */
    enum cell_kind kind;
    unsigned char sides; /* it leads out at these */
    unsigned char heads; /* it points at these */
    size_t owner;        /* box, or word run */
};

struct grid {
    const struct marked *m;
    struct cell *cells;
    int rows, columns;
};

/* False where the text is too large. Every cell is BLANK or WORD, `sides` and `heads` set by its
 * character alone. */
bool grid_of(struct arena *a, const struct marked *m, struct grid *out);

/* The cell, or a blank one outside the grid. */
const struct cell *grid_at(const struct grid *g, int row, int column);
struct cell *grid_cell(const struct grid *g, int row, int column); /* must be inside */

/* The bytes of a row from one column to another, both included, trimmed. */
struct stretch grid_text(const struct grid *g, int row, int from, int to);

int side_row(enum side s); /* step of the row towards that side */
int side_column(enum side s);
enum side side_opposite(enum side s);

#define GRID_NO_OWNER SIZE_MAX

#endif
