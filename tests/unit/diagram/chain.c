/* SPDX-License-Identifier: MIT */
/* unit/diagram/chain.c — chains: one row, broken names, two rows; where side stores stand. */
#include "test.h"

#include "sketch.h"

static struct drawing draw(struct easel *e, const char *graph, mpt width)
{
    struct diags d = diags_at(e->a, S("-"));
    struct graph *g = sketch_graph(e->a, graph, GRAPH_RIGHT);
    return diagram_place(e->a, g, e->look, e->cache, width, &d);
}

/* Rows of nodes: how many different middles there are. */
static size_t rows(const struct drawing *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->nodes.n; i++) {
        bool seen = false;
        struct rect r = d->nodes.at[i].rect;
        for (size_t j = 0; j < i; j++) {
            struct rect s = d->nodes.at[j].rect;
            seen = seen || r.y + r.h / 2 == s.y + s.h / 2;
        }
        n += !seen;
    }
    return n;
}

static const char template_chain[] =
    "Client / UI > Gateway > Retrieval > *Model > Post-process > Metrics / Logs;"
    "Retrieval <> +Feature Store";

TEST(the_template_stands_in_one_row_with_its_store_below)
{
    struct easel e = open_easel();
    struct drawing d = draw(&e, template_chain, PT(360));
    CHECK_INT(rows(&d), 2);
    struct rect anchor = d.nodes.at[2].rect, store = d.nodes.at[6].rect;
    CHECK_INT(store.x, anchor.x);
    CHECK_TRUE(store.y > anchor.y + anchor.h);
    CHECK_INT(d.nodes.at[0].rect.x, 0);
    CHECK_INT(d.nodes.at[5].rect.x + d.nodes.at[5].rect.w, PT(360)); /* fills its measure */
    CHECK_INT(d.overflow, 0);
    CHECK_TRUE(d.edges.at[5].head_at_start && d.edges.at[5].head_at_end);
    fonts_free(e.fonts);
}

TEST(gaps_are_even_and_all_nodes_alike)
{
    struct easel e = open_easel();
    struct drawing d = draw(&e, template_chain, PT(479));
    mpt gap = d.nodes.at[1].rect.x - d.nodes.at[0].rect.x;
    for (size_t i = 1; i < 6; i++) {
        mpt step = d.nodes.at[i].rect.x - d.nodes.at[i - 1].rect.x;
        CHECK_TRUE(step - gap <= 2 && gap - step <= 2);
        CHECK_INT(d.nodes.at[i].rect.h, d.nodes.at[0].rect.h);
        CHECK_INT(d.nodes.at[i].rect.y, d.nodes.at[0].rect.y);
    }
    CHECK_TRUE(gap - d.nodes.at[0].rect.w >= PT(14));
    fonts_free(e.fonts);
}

TEST(a_mirrored_drawing_begins_at_the_right)
{
    struct easel e = open_easel();
    struct drawing d = draw(&e, template_chain, PT(479));
    struct drawing before = draw(&e, template_chain, PT(479));
    drawing_mirror(&d);
    for (size_t i = 0; i < d.nodes.n; i++) {
        struct rect a = before.nodes.at[i].rect, b = d.nodes.at[i].rect;
        CHECK_INT(b.x, d.width - a.x - a.w);
        CHECK_INT(b.y, a.y);
    }
    CHECK_TRUE(d.edges.at[0].points[0].x > d.edges.at[0].points[1].x);
    for (size_t i = 0; i < d.labels.n; i++) {
        const struct drawn_label *label = &d.labels.at[i];
        CHECK_TRUE(label->at.x >= 0 && label->at.x + label->line.width <= d.width);
    }
    fonts_free(e.fonts);
}

TEST(names_break_before_the_row_does)
{
    struct easel e = open_easel();
    struct drawing wide = draw(&e, template_chain, PT(600));
    struct drawing narrow = draw(&e, template_chain, PT(360));
    CHECK_INT(wide.labels.n, 7); /* each on one line */
    CHECK_TRUE(narrow.labels.n > 7);
    CHECK_INT(rows(&narrow), 2);
    for (size_t i = 0; i < narrow.labels.n; i++)
        CHECK_TRUE(narrow.labels.at[i].size >= PT(6.9));
    fonts_free(e.fonts);
}

TEST(long_chains_run_to_and_fro)
{
    struct easel e = open_easel();
    struct drawing d = draw(&e, "A > B > C > D > E > F > G > H > I > J > K > L", PT(360));
    CHECK_INT(rows(&d), 2);
    CHECK_INT(d.nodes.at[6].rect.x, d.nodes.at[5].rect.x);  /* turns in the same column */
    CHECK_INT(d.nodes.at[11].rect.x, d.nodes.at[0].rect.x); /* and runs back */
    CHECK_INT(d.edges.at[5].count, 2);
    CHECK_INT(d.edges.at[5].points[0].x, d.edges.at[5].points[1].x);
    fonts_free(e.fonts);
}

TEST(an_odd_chain_has_its_longer_row_first)
{
    struct easel e = open_easel();
    struct drawing d = draw(&e, "A > B > C > D > E > F > G > H > I", PT(330));
    CHECK_INT(rows(&d), 2);
    CHECK_INT(d.nodes.at[4].rect.y, d.nodes.at[0].rect.y);
    CHECK_INT(d.nodes.at[5].rect.x, d.nodes.at[4].rect.x);
    CHECK_INT(d.nodes.at[8].rect.x, d.nodes.at[1].rect.x);
    fonts_free(e.fonts);
}

TEST(a_store_of_the_first_row_stands_above_it)
{
    struct easel e = open_easel();
    struct drawing d =
        draw(&e, "A > B > C > D > E > F > G > H > I > J; B <> +S; I <> +T", PT(330));
    struct rect b = d.nodes.at[1].rect, s = d.nodes.at[10].rect;
    struct rect i = d.nodes.at[8].rect, t = d.nodes.at[11].rect;
    CHECK_TRUE(s.x == b.x && s.y + s.h < b.y);
    CHECK_TRUE(t.x == i.x && t.y > i.y + i.h);
    fonts_free(e.fonts);
}

static const char noted_chain[] =
    "Client / UI|ticket text > Gateway|mask, route > Retrieval|50 to 3 passages >"
    "*Model|8B reader, int8 > Post-process|cite or decline > Metrics / Logs|trace per "
    "draft;";

static struct drawing draw_with_store(struct easel *e, const char *edge)
{
    struct str text = str_fmt(e->a, "%s%s", noted_chain, edge);
    return draw(e, str_cstr(e->a, text), PT(334));
}

TEST(a_store_at_the_turn_stands_beside_it)
{
    struct easel e = open_easel();
    struct drawing d = draw_with_store(&e, "Retrieval <> +Store|passages");
    struct rect turn = d.nodes.at[2].rect, store = d.nodes.at[6].rect;
    CHECK_INT(rows(&d), 2);
    CHECK_INT(store.y + store.h / 2, turn.y + turn.h / 2);
    CHECK_TRUE(store.x > turn.x + turn.w);
    CHECK_INT(d.nodes.at[3].rect.x, turn.x); /* the flow turns in its own column */
    fonts_free(e.fonts);
}

TEST(a_store_stands_below_where_the_next_row_is_shorter)
{
    struct easel e = open_easel();
    struct drawing d = draw_with_store(&e, "Gateway <> +Store|passages");
    struct rect host = d.nodes.at[1].rect, store = d.nodes.at[6].rect;
    CHECK_INT(rows(&d), 2);
    CHECK_INT(store.x, host.x);
    CHECK_TRUE(store.y > host.y + host.h);
    CHECK_INT(d.nodes.at[4].rect.x, d.nodes.at[3].rect.x); /* four nodes above, two below */
    fonts_free(e.fonts);
}

TEST(a_store_at_the_end_does_not_push_the_flow_off_the_edge)
{
    struct easel e = open_easel();
    struct drawing d = draw_with_store(&e, "Metrics / Logs <> +Store|passages");
    CHECK_INT(rows(&d), 2);
    CHECK_TRUE(d.nodes.at[0].rect.x <= 2); /* of rounding */
    CHECK_TRUE(d.nodes.at[6].rect.x < d.nodes.at[5].rect.x);
    fonts_free(e.fonts);
}

TEST(rows_turn_where_a_group_ends)
{
    struct easel e = open_easel();
    struct drawing d =
        draw(&e, "A > B > C > D > E > F > G > H > I > J; One {C, D, E, F}", PT(420));
    CHECK_INT(rows(&d), 2);
    CHECK_INT(d.nodes.at[2].rect.y, d.nodes.at[5].rect.y);
    fonts_free(e.fonts);
}

TEST(a_store_at_the_end_stands_beside_if_there_is_room)
{
    struct easel e = open_easel();
    struct drawing d =
        draw(&e, "Retrieval > *Model > Post-process <> +Feature Store", PT(360));
    CHECK_INT(rows(&d), 1);
    d = draw(&e, "Retrieval > *Model > Post-process <> +Feature Store", PT(200));
    CHECK_INT(rows(&d), 2);
    fonts_free(e.fonts);
}

TEST(labels_come_in_reading_order)
{
    struct easel e = open_easel();
    struct drawing d = draw(&e, template_chain, PT(600));
    static const size_t order[] = {0, 1, 2, 6, 3, 4, 5};
    for (size_t i = 0; i < countof(order); i++)
        CHECK_INT(d.labels.at[i].index, order[i]);
    fonts_free(e.fonts);
}

TEST(what_cannot_fit_is_told)
{
    struct easel e = open_easel();
    struct diags d = diags_at(e.a, S("-"));
    struct graph *g =
        sketch_graph(e.a, "Supercalifragilisticexpialidocious > B", GRAPH_RIGHT);
    struct drawing drawing = diagram_place(e.a, g, e.look, e.cache, PT(60), &d);
    CHECK_TRUE(drawing.overflow > 0);
    CHECK_TRUE(drawing.width > PT(60));
    fonts_free(e.fonts);
}

TEST(too_many_nodes_are_told_not_drawn)
{
    struct easel e = open_easel();
    struct diags d = diags_at(e.a, S("-"));
    struct strbuf text = strbuf_at(e.a);
    for (int i = 0; i < 150; i++)
        strbuf_fmt(&text, "%sN%d", i ? " > " : "", i);
    strbuf_putc(&text, '\0');
    struct graph *g = sketch_graph(e.a, text.p, GRAPH_RIGHT);
    struct drawing drawing = diagram_place(e.a, g, e.look, e.cache, PT(360), &d);
    CHECK_INT(drawing.nodes.n, 0);
    CHECK_TRUE(drawing.overflow > 0);
    CHECK_INT(d.list.at[0].code, D_D0102);
    fonts_free(e.fonts);
}

TEST(an_empty_graph_is_an_empty_figure)
{
    struct easel e = open_easel();
    struct drawing d = draw(&e, "", PT(360));
    CHECK_INT(d.nodes.n, 0);
    CHECK_INT(d.height, 0);
    fonts_free(e.fonts);
}

TESTS(a_mirrored_drawing_begins_at_the_right,
      the_template_stands_in_one_row_with_its_store_below,
      gaps_are_even_and_all_nodes_alike, names_break_before_the_row_does,
      long_chains_run_to_and_fro, an_odd_chain_has_its_longer_row_first,
      a_store_of_the_first_row_stands_above_it, a_store_at_the_turn_stands_beside_it,
      a_store_stands_below_where_the_next_row_is_shorter,
      a_store_at_the_end_does_not_push_the_flow_off_the_edge, rows_turn_where_a_group_ends,
      a_store_at_the_end_stands_beside_if_there_is_room, labels_come_in_reading_order,
      what_cannot_fit_is_told, too_many_nodes_are_told_not_drawn,
      an_empty_graph_is_an_empty_figure)
