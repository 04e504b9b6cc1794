/* SPDX-License-Identifier: MIT */
/* unit/diagram/random.c — thousands of graphs that nobody drew: nothing lies on anything else. */
#include <stdio.h>

#include "test.h"

#include "facts.h"
#include "sketch.h"

#define GRAPHS 2400
#define NODES_MOST 60
#define GROUPS_MOST 4
#define PAGE PT(720)  /* what is higher, or wider than its measure, is set as text */
#define TOO_LARGE 155 /* graphs that may come to be so, in thousandths */
#define SHOWN 5       /* of what is wrong, so that one can be drawn by hand */

/* A sequence that is the same everywhere: Marsaglia's xorshift with 32 bits. */
struct dice {
    uint32_t state;
};

static size_t throw_below(struct dice *d, size_t n)
{
    d->state ^= d->state << 13;
    d->state ^= d->state >> 17;
    d->state ^= d->state << 5;
    return n == 0 ? 0 : d->state % n;
}

static bool one_in(struct dice *d, size_t n)
{
    return throw_below(d, n) == 0;
}

static const char *pick(struct dice *d, const char *const *from, size_t n)
{
    return from[throw_below(d, n)];
}

static void put_name(struct strbuf *b, size_t node)
{
    static const char *const names[] = {
        "A",  "Queue",        "Gateway",        "Feature store", "Load / balance",
        "LB", "Post-process", "Rerank and cite"};
    strbuf_fmt(b, "%s %zu", names[node % countof(names)], node + 1);
}

static void put_node(struct strbuf *b, struct dice *d, size_t node)
{
    static const char *const marks[] = {"", "", "", "", "@", "?", "%"};
    strbuf_fmt(b, "%s", pick(d, marks, countof(marks)));
    put_name(b, node);
    if (one_in(d, 6))
        strbuf_fmt(b, "|%s", one_in(d, 2) ? "two words" : "a note of some length");
}

static void put_edge(struct strbuf *b, struct dice *d, size_t from, size_t to)
{
    static const char *const arrows[] = {">", ">", ">",  ">",  ">",     ">",
                                         "<", "-", "<>", "~>", "=yes>", "=on error>"};
    strbuf_fmt(b, ";");
    put_name(b, from);
    strbuf_fmt(b, " %s ", pick(d, arrows, countof(arrows)));
    put_name(b, to);
}

/* Most edges lead a few nodes on, as in what people draw; some lead anywhere. */
static void put_edges(struct strbuf *b, struct dice *d, size_t nodes)
{
    for (size_t i = 1; i < nodes; i++)
        if (!one_in(d, 12))
            put_edge(b, d, i - 1 - throw_below(d, i < 4 ? i : 4), i);
    size_t more = throw_below(d, nodes / 2 + 1);
    for (size_t i = 0; i < more; i++) {
        size_t from = throw_below(d, nodes), on = from + 1 + throw_below(d, 5);
        bool anywhere = one_in(d, 4) || on >= nodes;
        put_edge(b, d, from, anywhere ? throw_below(d, nodes) : on);
    }
}

/* Runs of neighbours, some of them nested in the one before. */
static void put_groups(struct strbuf *b, struct dice *d, size_t nodes)
{
    size_t groups = one_in(d, 3) ? 1 + throw_below(d, GROUPS_MOST) : 0, at = 0;
    for (size_t i = 0; i < groups && at + 1 < nodes; i++) {
        strbuf_fmt(b, ";Group %zu", i + 1);
        if (i > 0 && one_in(d, 3))
            strbuf_fmt(b, " in Group %zu", i);
        strbuf_fmt(b, "{");
        size_t end = at + 1 + throw_below(d, 5);
        for (size_t first = at; at < end && at < nodes; at++) {
            strbuf_fmt(b, at > first ? "," : "");
            put_name(b, at);
        }
        strbuf_fmt(b, "}");
        at += throw_below(d, 3);
    }
}

static const char *random_sketch(struct arena *a, struct dice *d)
{
    struct strbuf b = strbuf_at(a);
    size_t nodes = 1 + throw_below(d, one_in(d, 4) ? NODES_MOST : 14);
    for (size_t i = 0; i < nodes; i++) {
        strbuf_fmt(&b, i > 0 ? ";" : "");
        put_node(&b, d, i);
    }
    put_edges(&b, d, nodes);
    put_groups(&b, d, nodes);
    strbuf_putc(&b, '\0');
    return b.p;
}

TEST(no_graph_is_drawn_over_itself)
{
    static const int widths[] = {510, 376, 334, 245};
    static const enum graph_direction ways[] = {GRAPH_RIGHT, GRAPH_DOWN, GRAPH_DOWN,
                                                GRAPH_LEFT, GRAPH_UP};
    struct easel e = open_easel();
    struct dice dice = {0x5eed1u};
    int bad = 0, too_large = 0;
    for (size_t i = 0; i < GRAPHS; i++) {
        struct arena_mark mark = arena_mark(e.a);
        struct diags d = diags_at(e.a, S("-"));
        const char *text = random_sketch(e.a, &dice);
        struct graph *g = sketch_graph(e.a, text, ways[i % countof(ways)]);
        int width = widths[i % countof(widths)];
        struct text_cache *cache = text_cache_new(e.a, e.fonts, e.store, S("en"));
        struct drawing drawing = diagram_place(e.a, g, e.look, cache, PT(1) * width, &d);
        if (i % 7 == 0)
            drawing_mirror(&drawing);
        bool drawn = drawing.overflow == 0 && drawing.height <= PAGE;
        const char *wrong = drawn ? what_is_wrong(&drawing, g) : NULL;
        too_large += !drawn;
        if (wrong != NULL && ++bad <= SHOWN)
            fprintf(stderr, "%zu, way %u, at %d pt %s: %s\n", i, (unsigned)g->direction,
                    width, wrong, text);
        arena_rewind(e.a, mark);
    }
    CHECK_INT(bad, 0);
    print_message("%d of %d graphs are too large for their page\n", too_large, GRAPHS);
    CHECK_TRUE(too_large <= GRAPHS * TOO_LARGE / 1000);
    fonts_free(e.fonts);
}

TESTS(no_graph_is_drawn_over_itself)
