/* SPDX-License-Identifier: MIT */
/* bench/diagrams.c — what it costs to place diagrams of 6 to 60 nodes: the least of many runs, with
 * words that are shaped already, and once with those that are not. */
#include <stdio.h>
#include <time.h>

#include "test.h"

#include "diagram/sketch.h"

#define RUNS 30

/* A flow of `n` nodes that branches and joins, with a few long arrows, words and stores. */
static const char *flow(struct arena *a, size_t n)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = 1; i < n; i++) {
        size_t from = i % 4 == 0 ? i - 3 : i % 5 == 0 ? i - 4 : i - 1;
        strbuf_fmt(&b, "Node %zu %s %sNode %zu;", from, i % 7 == 0 ? "=on error>" : ">",
                   i % 9 == 0 ? "@" : "", i);
    }
    for (size_t i = 6; i < n; i += 6)
        strbuf_fmt(&b, "Node %zu ~> Node %zu;", i - 5, i);
    strbuf_putc(&b, '\0');
    return b.p;
}

static double milliseconds(struct easel *e, const char *text, enum graph_direction way,
                           struct drawing *out)
{
    struct diags d = diags_at(e->a, S("-"));
    struct graph *g = sketch_graph(e->a, text, way);
    clock_t start = clock();
    *out = diagram_place(e->a, g, e->look, e->cache, PT(510), &d);
    return (double)(clock() - start) * 1000 / CLOCKS_PER_SEC;
}

static void print_row(struct easel *e, size_t n, enum graph_direction way)
{
    const char *text = flow(e->a, n);
    struct drawing drawing;
    double cold = milliseconds(e, text, way, &drawing), least = cold;
    for (int i = 0; i < RUNS; i++) {
        struct arena_mark mark = arena_mark(e->a);
        double t = milliseconds(e, text, way, &drawing);
        least = t < least ? t : least;
        arena_rewind(e->a, mark);
    }
    printf("%5zu  %-5s  %6.2f  %6.2f  %4d\n", n, way == GRAPH_DOWN ? "down" : "right", cold,
           least, (int)(drawing.height / MPT_PER_PT));
}

TEST(placing_a_diagram_is_timed)
{
    static const size_t nodes[] = {6, 12, 20, 30, 45, 60};
    struct easel e = open_easel();
    printf("nodes  way    cold ms  warm ms  height pt\n");
    for (size_t i = 0; i < countof(nodes); i++) {
        print_row(&e, nodes[i], GRAPH_RIGHT);
        print_row(&e, nodes[i], GRAPH_DOWN);
    }
    fonts_free(e.fonts);
}

TESTS(placing_a_diagram_is_timed)
