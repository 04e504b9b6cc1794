/* SPDX-License-Identifier: MIT */
/* unit/diagram/placed.c — where every node, arrow and word of many graphs stands, against a golden:
 * golden/diagrams.placed. `sh tests/tools/renew diagrams.placed` keeps what is placed today. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "test.h"

#include "sketch.h"

static const struct {
    const char *graph;
    enum graph_direction way;
} samples[] = {
#define X(graph, way) {graph, way},
#include "samples.def"
#undef X
};

/* Text columns of swiss, a page's full width, and half of compact's page [pt]. */
static const int widths[] = {510, 376, 245};

/* Tenths of a point: less cannot be seen. */
static int tenths(mpt length)
{
    return (int)((length + (length < 0 ? -50 : 50)) / 100);
}

static void put_rect(struct strbuf *b, const char *what, size_t index, struct rect r)
{
    strbuf_fmt(b, " %s%zu %d,%d %dx%d", what, index + 1, tenths(r.x), tenths(r.y),
               tenths(r.w), tenths(r.h));
}

static void put_edge(struct strbuf *b, const struct drawn_edge *e)
{
    strbuf_fmt(b, " e%zu", e->edge + 1);
    for (size_t i = 0; i < e->count; i++)
        strbuf_fmt(b, "%s%d,%d",
                   i > 0              ? "-"
                   : e->head_at_start ? " <"
                                      : " ",
                   tenths(e->points[i].x), tenths(e->points[i].y));
    strbuf_put(b, e->head_at_end ? S(">") : S(""));
}

static void put_label(struct strbuf *b, const struct drawn_label *l)
{
    static const char kinds[] = "nmew"; /* name, note, edge, group */
    strbuf_fmt(b, " %c%zu %d,%d %d", kinds[l->of], l->index + 1, tenths(l->at.x),
               tenths(l->at.y), tenths(l->line.width));
}

/* One graph in four lines: its size, nodes and groups, arrows, words. */
static void put_drawing(struct strbuf *b, const struct drawing *d)
{
    strbuf_fmt(b, "  %dx%d", tenths(d->width), tenths(d->height));
    if (d->overflow > 0)
        strbuf_fmt(b, " over %d", tenths(d->overflow));
    strbuf_put(b, S("\n   "));
    for (size_t i = 0; i < d->nodes.n; i++)
        put_rect(b, "n", d->nodes.at[i].node, d->nodes.at[i].rect);
    for (size_t i = 0; i < d->groups.n; i++)
        put_rect(b, "g", d->groups.at[i].group, d->groups.at[i].rect);
    strbuf_put(b, S("\n   "));
    for (size_t i = 0; i < d->edges.n; i++)
        put_edge(b, &d->edges.at[i]);
    strbuf_put(b, S("\n   "));
    for (size_t i = 0; i < d->labels.n; i++)
        put_label(b, &d->labels.at[i]);
    strbuf_putc(b, '\n');
}

static struct str place_all(struct easel *e)
{
    struct strbuf b = strbuf_at(e->a);
    for (size_t i = 0; i < countof(samples); i++) {
        strbuf_fmt(&b, "%zu %s\n", i + 1, samples[i].graph);
        for (size_t k = 0; k < countof(widths); k++) {
            struct diags d = diags_at(e->a, S("-"));
            struct graph *g = sketch_graph(e->a, samples[i].graph, samples[i].way);
            struct drawing drawing =
                diagram_place(e->a, g, e->look, e->cache, PT(1) * widths[k], &d);
            put_drawing(&b, &drawing);
        }
    }
    return strbuf_str(&b);
}

static bool keep(const char *path, struct str text)
{
    FILE *f = fopen(path, "wb");
    bool good = f && fwrite(text.p, 1, text.n, f) == text.n;
    return f && fclose(f) == 0 && good;
}

/* The first line that is another, of both. */
static void print_first(struct str kept, struct str now)
{
    struct str graph = S(""), left, right;
    do {
        left = str_cut(&kept, '\n');
        right = str_cut(&now, '\n');
        if (!str_starts(right, S(" ")))
            graph = right;
    } while (str_eq(left, right) && (kept.p || now.p));
    print_error("%.*s\n- %.*s\n+ %.*s\n", STR(graph), STR(left), STR(right));
    print_error("If the new one is right: sh tests/tools/renew diagrams.placed\n");
}

TEST(figures_stand_where_they_stood)
{
    struct easel e = open_easel();
    struct str now = place_all(&e), kept = S("");
    const char *path =
        str_cstr(e.a, str_fmt(e.a, "%s/golden/diagrams.placed", getenv("TESTS")));
    if (getenv("RECTO_KEEP"))
        CHECK_TRUE(keep(path, now));
    CHECK_INT(file_read(e.a, str_from(path), (size_t)16 << 20, &kept), FILE_OK);
    if (!str_eq(kept, now))
        print_first(kept, now);
    CHECK_TRUE(str_eq(kept, now));
    fonts_free(e.fonts);
}

TESTS(figures_stand_where_they_stood)
