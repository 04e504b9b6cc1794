/* SPDX-License-Identifier: MIT */
/* block/qr.c — the door to libqrencode, and the outline of what it gives. */
#include "block/qr.h"

#include <qrencode.h>

#include "base/arena.h"

#define SIDE_MAX 177   /* modules of version 40 */
#define BYTES_MAX 2331 /* of version 40 at level M: ISO/IEC 18004, table 7 */

struct qr_code *qr_encode(struct arena *a, struct str text)
{
    if (text.n == 0 || text.n > BYTES_MAX)
        return NULL;
    /* All that the arena gives is taken before: it may jump, and must not leave the code behind. */
    struct qr_code *code = arena_make(a, struct qr_code);
    unsigned char *bytes = arena_copy(a, text.p, text.n);
    code->dark = arena_many(a, (size_t)SIDE_MAX * SIDE_MAX, unsigned char);
    QRcode *made = QRcode_encodeData((int)text.n, bytes, 0, QR_ECLEVEL_M);
    if (!made || made->width > SIDE_MAX)
        return NULL;
    code->side = made->width;
    for (int i = 0; i < made->width * made->width; i++)
        code->dark[i] = made->data[i] & 1;
    QRcode_free(made);
    return code;
}

/* --- the outline ------------------------------------------------------------------------------- */

/* Directions of an edge, clockwise; dark modules lie to its right. */
enum { EAST, SOUTH, WEST, NORTH, DIRECTIONS };

static const int step_x[] = {1, 0, -1, 0}, step_y[] = {0, 1, 0, -1};

/* Edges that leave each corner of the grid, a bit a direction. */
struct edges {
    unsigned char *at;
    int side; /* corners in a row */
};

static bool is_dark(const struct qr_code *code, int x, int y)
{
    return x >= 0 && y >= 0 && x < code->side && y < code->side &&
           code->dark[y * code->side + x];
}

static unsigned char *corner(const struct edges *e, int x, int y)
{
    return &e->at[y * e->side + x];
}

/* Where dark meets light; gives how many edges there are. */
static size_t find_edges(const struct qr_code *code, struct edges *e)
{
    size_t n = 0;
    for (int y = 0; y < code->side; y++)
        for (int x = 0; x < code->side; x++) {
            if (!is_dark(code, x, y))
                continue;
            bool open[] = {!is_dark(code, x, y - 1), !is_dark(code, x + 1, y),
                           !is_dark(code, x, y + 1), !is_dark(code, x - 1, y)};
            for (int d = 0; d < DIRECTIONS; d++) { /* each begins at the next corner */
                if (!open[d])
                    continue;
                int cx = x + (d == SOUTH || d == WEST), cy = y + (d == WEST || d == NORTH);
                *corner(e, cx, cy) |= (unsigned char)(1u << d);
                n++;
            }
        }
    return n;
}

/* The way on from a corner: modules that touch by a corner only stay apart. */
static int turn(unsigned char leaving, int direction)
{
    static const int turns[] = {1, 0, 3}; /* right, straight on, left */
    for (size_t i = 0; i < countof(turns); i++) {
        int d = (direction + turns[i]) % DIRECTIONS;
        if (leaving >> d & 1)
            return d;
    }
    return DIRECTIONS;
}

/* Follow the edges from one on until they close; every corner at which they turn is a step. */
static void trace(struct path *path, struct edges *e, int x, int y, mpt module)
{
    int direction = turn(*corner(e, x, y), EAST);
    enum path_verb verb = PATH_MOVE;
    while (direction < DIRECTIONS) {
        struct path_step *step = &path->steps[path->count++];
        step->verb = verb;
        step->p[0] = (struct point){x * module, y * module};
        verb = PATH_LINE;
        int next = direction;
        while (next == direction) {
            *corner(e, x, y) &= (unsigned char)~(1u << direction);
            x += step_x[direction];
            y += step_y[direction];
            next = turn(*corner(e, x, y), direction);
        }
        direction = next;
    }
    path->steps[path->count++].verb = PATH_CLOSE;
}

const struct path *qr_path(struct arena *a, const struct qr_code *code, mpt module,
                           struct ink ink)
{
    struct edges e = {.side = code->side + 1};
    e.at = arena_many(a, (size_t)e.side * (size_t)e.side, unsigned char);
    size_t n = find_edges(code, &e);
    struct path *path = arena_make(a, struct path);
    path->steps = arena_many(a, 2 * n + 1, struct path_step);
    path->fill = ink.fill;
    path->stroke = ink.stroke;
    path->width = ink.width;
    for (int y = 0; y < e.side; y++)
        for (int x = 0; x < e.side; x++)
            while (*corner(&e, x, y))
                trace(path, &e, x, y, module);
    return path;
}
