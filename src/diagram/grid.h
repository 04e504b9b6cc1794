/* SPDX-License-Identifier: MIT */
/* diagram/grid.h — nodes on a grid, and edges along its lines; private to this room. */
#ifndef RECTO_DIAGRAM_GRID_H
#define RECTO_DIAGRAM_GRID_H

#include "diagram/layers.h"
#include "diagram/plan.h"

/* Rows that a flow is folded into: ranks from[i] to from[i + 1], the latter not included. */
struct bands {
    int count;
    int from[NODES_MAX + 1];
};

/* Columns of a flow that is folded so: every row begins under the end of the one before it. */
int grid_columns(const struct bands *bands);
/* Columns that stand before the one in which the flow begins. */
int grid_indent(const struct bands *bands);

/* Put the nodes on a grid: rank by rank, on the lines of align_nodes, folded into rows of which
 * every other one runs back (only where the figure does not run downwards). In `a`. */
struct grid grid_make(struct arena *a, const struct graph *g, const struct layers *l,
                      const int *lines, bool down, const struct bands *bands);

/* Find the lines that every group covers: grid->group, in `a`. */
void grid_find_groups(struct arena *a, const struct graph *g, struct grid *grid);

/* Does no group cover a stranger's cell, or cells of another group? */
bool grid_groups_whole(const struct graph *g, const struct grid *grid);

/* Does no wire run through a group that neither of its ends is in? */
bool grid_groups_passed(const struct graph *g, const struct grid *grid);

/* Find a way for every edge: along the grid's lines, through no other node, with few bends and
 * crossings; edges from one node share their first part, edges to one node their last. */
void grid_route(struct arena *a, const struct graph *g, struct grid *grid);

/* Give segments that run beside each other on one line tracks of their own. */
void grid_tracks(struct arena *a, const struct graph *g, struct grid *grid);

/* Groups that begin (or end) on `line` and lie around each other: how many at most. */
int grid_borders(const struct graph *g, const struct grid *grid, bool along, int line,
                 bool begins);

/* Does the wire run from node to node without a corner? */
static inline bool grid_is_straight(const struct wire *w)
{
    return w->count == 2;
}

/* Find along, across, passed, same and other of a grid with tracks. In `a`. */
void grid_measure(struct arena *a, const struct graph *g, struct grid *grid);

/* How often wires that may not run as one cross, and how often wires turn more than twice. */
int grid_crossings(struct arena *a, const struct graph *g, const struct grid *grid);
int grid_detours(const struct grid *grid);
/* Ranks that wires run on beyond the next one, all of them together. */
int grid_lengths(const struct grid *grid);

/* Half the width of the bundle of tracks on a line, in tracks; -1 where nothing runs on it. */
int grid_bundle(const struct grid *grid, bool along_main, int line);

#endif
