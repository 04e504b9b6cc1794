/* SPDX-License-Identifier: MIT */
/* unit/diagram/geometry.c — many graphs at several widths: nothing lies on anything else. */
#include <stdio.h>

#include "test.h"

#include "facts.h"
#include "sketch.h"

static const struct {
    const char *graph;
    enum graph_direction way;
} samples[] = {
#define X(graph, way) {graph, way},
#include "samples.def"
#undef X
};

TEST(nothing_lies_on_anything_else)
{
    static const int widths[] = {480, 360, 245, 130};
    struct easel e = open_easel();
    int bad = 0;
    for (size_t i = 0; i < countof(samples); i++)
        for (size_t j = 0; j < countof(widths); j++) {
            struct diags d = diags_at(e.a, S("-"));
            struct graph *g = sketch_graph(e.a, samples[i].graph, samples[i].way);
            struct drawing drawing =
                diagram_place(e.a, g, e.look, e.cache, PT(1) * widths[j], &d);
            CHECK_INT(drawing.nodes.n, g->nodes.n);
            CHECK_INT(drawing.edges.n, g->edges.n);
            const char *wrong = what_is_wrong(&drawing, g);
            if (wrong == NULL)
                continue;
            print_error("at %d pt %s: %s\n", widths[j], wrong, samples[i].graph);
            bad++;
        }
    CHECK_INT(bad, 0);
    fonts_free(e.fonts);
}

TESTS(nothing_lies_on_anything_else)
