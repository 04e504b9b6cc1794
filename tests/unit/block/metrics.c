/* SPDX-License-Identifier: MIT */
/* unit/block/metrics.c — callouts: one to six of them, long values and long labels. */
#include "../page/laid.h"

#define MAX 6
#define SHORT 0 /* first of the values below: none needs more than a cell */
#define LONG 6

/* Each fits the front matter as it stands. */
static const char *const values[] = {
    "{value: \"+12.4%\", label: first-contact resolution, from: \"61.2%\", to: \"68.8%\"}",
    "{value: \"p95 = 78 ms\", label: to the first cited passage}",
    "{value: \"−37%\", label: \"cost per 1,000 queries\"}",
    "{value: \"4.6\", label: satisfaction}",
    "{value: \"38 min\", label: nightly run}",
    "{value: \"95.2%\", label: faithful}",
    "{value: \"−42%\", label: unplanned stops}",
    "{value: \"−0.8 million €/year\", label: maintenance}",
    "{value: \"91.3%\", label: precision}",
    "{value: \"$1.2M/yr\", label: savings over all sites and all contracts of the group}",
    "{value: \"10k → 2M rps\", label: throughput}",
    "{value: \"1 234 567 requests/s\", label: at the peak of the year}",
    "{value: \"99.995%\", label: availability of the control plane over the last four "
    "quarters as measured from outside}",
};

/* A numeral as it stands. */
struct numeral {
    size_t box;
    mpt x, right, y, size;
    struct str text;
};

struct callouts {
    struct laid l;
    const struct look *look;
    struct boxes boxes;
    VEC(struct numeral) list;
};

/* No title: what is large is a numeral. */
static struct str study_of(struct arena *a, size_t first, size_t n)
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("---\nmetrics:\n"));
    for (size_t i = 0; i < n; i++)
        strbuf_fmt(&b, "  - %s\n", values[first + i]);
    strbuf_put(&b, S("---\n\n## TL;DR\n\nIt works.\n\n## Problem\n\nWords.\n"));
    return strbuf_str(&b);
}

static void find_numerals(struct callouts *c)
{
    for (size_t i = 0; i < c->boxes.list.n; i++) {
        const struct box *box = &c->boxes.list.at[i];
        for (size_t k = 0; k < box->mark_count; k++) {
            const struct mark *m = &box->marks[k];
            if (m->kind != MARK_LINE || m->line.piece_count == 0)
                continue;
            const struct piece *p = &m->line.pieces[0];
            if (p->size <= c->look->roles[ROLE_LEAD].size)
                continue;
            struct numeral *n = vec_add(c->l.a, &c->list);
            *n = (struct numeral){i, m->x, m->x + m->line.width, m->y, p->size, p->text};
        }
    }
}

static struct callouts set(const char *layout, const char *style, size_t first, size_t n)
{
    struct arena *own = test_arena();
    struct callouts c = {.l = laid_read(S("x.md"), study_of(own, first, n), layout)};
    struct style_override set[] = {
        {S("metrics.max"),   S("6"),          {0}},
        {S("metrics.style"), str_from(style), {0}},
    };
    struct style_request request = {.layout = str_from(layout), .overrides = set};
    request.override_count = *style ? 2 : 1;
    CHECK_INT(style_load(c.l.a, c.l.store, &request, &c.l.style, &c.l.d), RECTO_OK);
    c.look = style_at(c.l.a, c.l.style, 0);
    c.l.block.look = c.look;
    c.boxes = block_build(c.l.a, &c.l.block, &c.l.d);
    find_numerals(&c);
    return c;
}

static bool same_row(const struct numeral *a, const struct numeral *b)
{
    return a->box == b->box && a->y == b->y;
}

/* Numerals in one row keep apart, and the last one stays inside the columns. */
static void check_apart(const struct callouts *c)
{
    mpt hang = c->look->roles[ROLE_NUMERAL].size / 20;
    for (size_t i = 0; i < c->list.n; i++) {
        const struct numeral *n = &c->list.at[i];
        CHECK_TRUE(n->x >= -hang);
        CHECK_TRUE(n->right <= c->look->title_column + c->look->wide);
        if (i + 1 < c->list.n && same_row(n, n + 1))
            CHECK_TRUE(n->right < n[1].x);
        CHECK_TRUE(n->size * 2 > c->look->roles[ROLE_NUMERAL].size);
    }
}

static size_t rows_of(const struct callouts *c)
{
    size_t rows = c->list.n > 0;
    for (size_t i = 1; i < c->list.n; i++)
        rows += !same_row(&c->list.at[i - 1], &c->list.at[i]);
    return rows;
}

TEST(one_to_six_callouts_stand_apart_in_every_style)
{
    static const char *const styles[] = {"tiles", "strip", "margin", "big"};
    static const char *const layouts[] = {"swiss", "sidebar", "classic", "compact",
                                          "handout"};
    for (size_t i = 0; i < countof(layouts) * countof(styles); i++)
        for (size_t n = 1; n <= 2 * MAX; n++) {
            size_t first = n > MAX ? LONG : SHORT, count = n > MAX ? n - MAX : n;
            struct callouts c = set(layouts[i / countof(styles)],
                                    styles[i % countof(styles)], first, count);
            CHECK_TRUE(c.list.n >= count); /* one that is very long takes two lines */
            check_apart(&c);
            test_teardown(NULL);
        }
}

TEST(three_callouts_stand_in_one_row_whatever_their_units)
{
    static const char *const layouts[] = {"swiss", "compact", "handout"};
    for (size_t i = 0; i < countof(layouts); i++) {
        struct callouts c = set(layouts[i], "", LONG, 3);
        CHECK_INT(c.list.n, 3);
        CHECK_INT(rows_of(&c), 1);
        CHECK_INT(c.list.at[0].size, c.list.at[1].size);
        CHECK_INT(c.list.at[0].size, c.list.at[2].size);
        test_teardown(NULL);
    }
}

TEST(four_and_more_callouts_stand_in_even_rows)
{
    static const struct {
        size_t n, rows;
    } wanted[] = {
        {2, 1},
        {3, 1},
        {4, 1},
        {5, 2},
        {6, 2}
    };
    for (size_t i = 0; i < countof(wanted); i++) {
        struct callouts c = set("compact", "", SHORT, wanted[i].n);
        CHECK_INT(c.list.n, wanted[i].n);
        CHECK_INT(rows_of(&c), wanted[i].rows);
        test_teardown(NULL);
    }
}

/* The first line of small type that begins below numeral number `i`, in its column. */
static const struct mark *label_below(const struct callouts *c, size_t i)
{
    const struct numeral *n = &c->list.at[i];
    const struct box *box = &c->boxes.list.at[n->box];
    mpt hang = c->look->roles[ROLE_NUMERAL].size / 20;
    for (size_t k = 0; k < box->mark_count; k++) {
        const struct mark *m = &box->marks[k];
        if (m->kind == MARK_LINE && m->y > n->y && m->x >= n->x && m->x <= n->x + hang)
            return m;
    }
    return NULL;
}

TEST(a_unit_without_room_opens_the_label)
{
    struct callouts c = set("swiss", "", LONG, 3);
    CHECK_STR(c.list.at[1].text, "−0.8");
    const struct mark *label = label_below(&c, 1);
    CHECK_TRUE(label != NULL);
    const struct piece *first = &label->line.pieces[0];
    CHECK_STR(first->text, "million\u00A0€/year");
    CHECK_TRUE(first->stretch->face.weight > c.look->roles[ROLE_LABEL].weight);
}

TEST(a_unit_with_room_stands_behind_its_number)
{
    struct callouts c = set("compact", "", LONG, 3);
    const struct mark *label = label_below(&c, 1);
    CHECK_STR(c.list.at[1].text, "−0.8");
    CHECK_TRUE(label != NULL);
    CHECK_STR(label->line.pieces[0].text, "maintenance");
}

TEST(a_label_that_is_a_little_long_takes_from_its_neighbours)
{
    struct callouts c = set("handout", "", SHORT, 3);
    const struct mark *label = label_below(&c, 1);
    CHECK_TRUE(label != NULL);
    mpt even = (c.look->measure - 2 * c.look->metrics_gap) / 3;
    CHECK_TRUE(label->line.width > even && label->line.last);
    check_apart(&c);
}

static mpt highest_bar(const struct callouts *c)
{
    const struct box *box = &c->boxes.list.at[c->list.at[0].box];
    mpt y = MPT_MAX;
    for (size_t i = 0; i < box->mark_count; i++)
        if (box->marks[i].kind == MARK_PATH)
            y = mpt_min(y, box->marks[i].y);
    return y;
}

/* A long label beside them, without bars of its own, does not push them down. */
TEST(bars_stand_below_the_labels_of_those_that_have_some)
{
    struct callouts alone = set("swiss", "", LONG + 4, 1);
    struct callouts beside = set("swiss", "", LONG + 3, 2);
    const struct mark *label = label_below(&beside, 0);
    CHECK_INT(rows_of(&beside), 1);
    CHECK_TRUE(label != NULL && !label->line.last);
    CHECK_TRUE(highest_bar(&alone) < MPT_MAX);
    CHECK_INT(highest_bar(&beside), highest_bar(&alone));
}

TEST(a_single_callout_has_room_for_its_label)
{
    struct callouts few = set("handout", "", SHORT, 1),
                    long_one = set("handout", "", LONG + 6, 1);
    mpt third = (few.look->measure - 2 * few.look->metrics_gap) / 3;
    CHECK_TRUE(label_below(&few, 0)->line.width <= third);
    CHECK_TRUE(label_below(&long_one, 0)->line.width > third);
}

/* How many metrics of `n` were told to stand nowhere among the callouts of a layout. */
static size_t left_out(size_t n)
{
    struct laid l = laid_read(S("x.md"), study_of(test_arena(), SHORT, n), "compact");
    size_t told = 0;
    l.block.look = style_at(l.a, l.style, 0);
    block_build(l.a, &l.block, &l.d);
    for (size_t i = 0; i < l.d.list.n; i++)
        told += l.d.list.at[i].code == D_B0110;
    return told;
}

TEST(a_metric_of_the_author_without_a_callout_is_told)
{
    CHECK_INT(left_out(4), 0);
    CHECK_INT(left_out(MAX), 2);
}

static struct str all_words(struct laid *l, const char *text)
{
    *l = laid_read(S("x.md"), str_from(text), "swiss");
    l->block.look = style_at(l->a, l->style, 0);
    struct boxes boxes = block_build(l->a, &l->block, &l->d);
    struct strbuf b = strbuf_at(l->a);
    for (size_t i = 0; i < boxes.list.n; i++)
        for (size_t k = 0; k < boxes.list.at[i].mark_count; k++) {
            const struct mark *m = &boxes.list.at[i].marks[k];
            for (uint32_t p = 0; m->kind == MARK_LINE && p < m->line.piece_count; p++)
                strbuf_put(&b, m->line.pieces[p].text);
            strbuf_putc(&b, '|');
        }
    return strbuf_str(&b);
}

TEST(a_name_that_the_label_says_stands_there_once)
{
    struct laid l;
    struct str words =
        all_words(&l, "---\nmetrics:\n  - {value: \"p95 = 78 ms\", label: "
                      "\"planning time p95 at night\"}\n---\n\n## Problem\n\nX.\n");
    CHECK_TRUE(str_find(words, S("|planning time p95 at night|"), 0) < words.n);
}

TEST(a_bare_number_of_a_sentence_is_no_callout)
{
    struct laid l;
    struct str words =
        all_words(&l, "# T\n\n## Impact & Results\n\nBuyers find in 2.1 pages "
                      "what took them 3.4, at **12 ms** a call.\n");
    CHECK_TRUE(str_find(words, S("|3.4|"), 0) == words.n);
    CHECK_TRUE(str_find(words, S("|12"), 0) < words.n);
}

enum triangle { NONE, GREY, ACCENT };

/* What is filled beside the only callout of `sentence`. */
static enum triangle triangle_of(const char *sentence)
{
    struct str text = str_fmt(test_arena(), "# T\n\n## TL;DR\n\n%s\n", sentence);
    struct laid l = laid_read(S("x.md"), text, "swiss");
    l.block.look = style_at(l.a, l.style, 0);
    struct boxes boxes = block_build(l.a, &l.block, &l.d);
    for (size_t i = 0; i < boxes.list.n; i++)
        for (size_t k = 0; k < boxes.list.at[i].mark_count; k++) {
            const struct mark *m = &boxes.list.at[i].marks[k];
            if (m->kind == MARK_PATH && m->path->fill != NO_COLOUR)
                return m->path->fill == l.block.look->secondary ? GREY : ACCENT;
        }
    return NONE;
}

TEST(a_change_that_its_value_does_not_say_has_a_triangle)
{
    CHECK_INT(triangle_of("App size was cut by **38 MB**."), GREY);
    CHECK_INT(triangle_of("Crashes fell by **40%**."), ACCENT);
    CHECK_INT(triangle_of("The corpus has **38 MB**."), NONE);
    CHECK_INT(triangle_of("App size: **−38 MB**."), NONE);
}

TESTS(one_to_six_callouts_stand_apart_in_every_style,
      three_callouts_stand_in_one_row_whatever_their_units,
      four_and_more_callouts_stand_in_even_rows, a_unit_without_room_opens_the_label,
      a_unit_with_room_stands_behind_its_number,
      a_label_that_is_a_little_long_takes_from_its_neighbours,
      bars_stand_below_the_labels_of_those_that_have_some,
      a_single_callout_has_room_for_its_label,
      a_metric_of_the_author_without_a_callout_is_told,
      a_name_that_the_label_says_stands_there_once,
      a_bare_number_of_a_sentence_is_no_callout,
      a_change_that_its_value_does_not_say_has_a_triangle)
