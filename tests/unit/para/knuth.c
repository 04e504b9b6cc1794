/* SPDX-License-Identifier: MIT */
/* unit/para/knuth.c — the engine against a search of every way to break, and its rules. */
#include "para/knuth.h"

#include "test.h"

/* --- random short paragraphs --------------------------------------------------------------- */

#define ITEMS_MAX 64
#define WORDS_MAX 9

struct paragraph {
    struct item items[ITEMS_MAX];
    size_t n;
};

static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33) % below;
}

static void add(struct paragraph *p, struct item item)
{
    p->items[p->n++] = item;
}

static void add_word(struct paragraph *p, uint64_t *seed)
{
    int64_t width = 300000 + draw(seed, 2000000);
    add(p, (struct item){.kind = ITEM_BOX, .width = width});
    uint32_t chance = draw(seed, 6);
    if (chance > 2)
        return;
    struct item disc = {.kind = ITEM_DISC, .pre = 219272, .penalty = 50, .flagged = true};
    disc.automatic = chance != 0;
    disc.width = chance == 0 ? 219272 : 0;
    disc.post = draw(seed, 5) == 0 ? 100000 : 0;
    add(p, disc);
    add(p, (struct item){.kind = ITEM_BOX, .width = width / 2});
}

static struct paragraph make_paragraph(uint64_t *seed)
{
    struct paragraph p = {.n = 0};
    size_t words = 1 + draw(seed, WORDS_MAX);
    for (size_t i = 0; i < words; i++) {
        if (i > 0 && draw(seed, 8) == 0)
            add(&p, (struct item){.kind = ITEM_PENALTY,
                                  .penalty = (int32_t)draw(seed, 400) - 200});
        if (i > 0)
            add(&p, (struct item){.kind = ITEM_GLUE,
                                  .width = 219272,
                                  .stretch = 109636,
                                  .shrink = 73091});
        add_word(&p, seed);
    }
    add(&p, (struct item){.kind = ITEM_PENALTY, .penalty = KNUTH_NEVER});
    add(&p, (struct item){.kind = ITEM_GLUE, .order = 2, .stretch = 65536});
    return p;
}

/* --- every way to break, priced from the book ---------------------------------------------- */

struct search {
    const struct paragraph *p;
    const struct knuth_params *params;
    const struct knuth_pass *pass;
    int64_t best;
    bool found;
};

static bool legal(const struct search *s, size_t at)
{
    const struct item *item = &s->p->items[at];
    if (item->kind == ITEM_GLUE)
        return at > 0 && (item[-1].kind == ITEM_BOX || item[-1].kind == ITEM_DISC);
    if (item->kind == ITEM_PENALTY)
        return item->penalty < KNUTH_NEVER;
    return item->kind == ITEM_DISC && (s->pass->hyphenate || !item->automatic);
}

struct extent {
    int64_t width, stretch, shrink, fil;
};

/* The line after the break at `from` (SIZE_MAX: the first) up to the break at `to`. */
static struct extent extent_of(const struct search *s, size_t from, size_t to)
{
    struct extent e = {0, s->params->stretch + s->pass->emergency, s->params->shrink, 0};
    const struct item *items = s->p->items;
    size_t i = 0;
    if (from != SIZE_MAX) {
        i = from;
        bool disc = items[from].kind == ITEM_DISC;
        e.width += items[from].post;
        i += disc;
        if (!disc || items[from].post == 0)
            while (i < s->p->n &&
                   (items[i].kind == ITEM_GLUE || items[i].kind == ITEM_PENALTY))
                i++;
    }
    for (; i < to; i++) {
        e.width += items[i].kind == ITEM_PENALTY ? 0 : items[i].width;
        *(items[i].order ? &e.fil : &e.stretch) += items[i].stretch;
        e.shrink += items[i].shrink;
    }
    if (to < s->p->n)
        e.width += items[to].pre;
    return e;
}

/* Badness and fitness of a line; -1 where it is not feasible. */
static int price(const struct search *s, const struct extent *e, int *fit)
{
    int64_t short_by = s->params->measure - e->width;
    *fit = 2;
    int b = 0;
    if (short_by > 0) {
        b = e->fil ? 0 : knuth_badness(short_by, e->stretch);
        if (b > 12)
            *fit = b > 99 ? 0 : 1;
    } else if (-short_by > e->shrink) {
        return -1;
    } else {
        b = knuth_badness(-short_by, e->shrink);
        if (b > 12)
            *fit = 3;
    }
    return b > s->pass->tolerance ? -1 : b;
}

/* Demerits of a line of badness `b`, but for how its fitness goes with the line before. */
static int64_t price_line(const struct search *s, size_t from, size_t to, int b)
{
    const struct item *items = s->p->items;
    bool end = to == s->p->n;
    int64_t d = (int64_t)(s->params->line_penalty + b) * (s->params->line_penalty + b);
    int64_t pi = end || items[to].kind == ITEM_GLUE ? 0 : items[to].penalty;
    d += pi > 0 ? pi * pi : -pi * pi;
    bool flagged = from != SIZE_MAX && items[from].flagged && (end || items[to].flagged);
    if (flagged)
        d += end ? s->params->final_flag : s->params->double_flag;
    return d;
}

static void search_from(struct search *s, size_t from, int fit, int64_t sum)
{
    for (size_t to = from == SIZE_MAX ? 0 : from + 1; to <= s->p->n; to++) {
        bool end = to == s->p->n;
        if (!end && !legal(s, to))
            continue;
        struct extent e = extent_of(s, from, to);
        int its_fit;
        int b = price(s, &e, &its_fit);
        if (b < 0)
            continue;
        int64_t d = price_line(s, from, to, b);
        if (its_fit - fit > 1 || fit - its_fit > 1)
            d += s->params->adjacent;
        if (!end) {
            search_from(s, to, its_fit, sum + d);
        } else if (!s->found || sum + d < s->best) {
            s->found = true;
            s->best = sum + d;
        }
    }
}

static int64_t cheapest(const struct paragraph *p, const struct knuth_params *params,
                        size_t pass, bool *found)
{
    struct search s = {.p = p, .params = params, .pass = &params->pass[pass]};
    search_from(&s, SIZE_MAX, 2, 0);
    *found = s.found;
    return s.best;
}

static const struct knuth_params plain_tex = {
    .rules = KNUTH_TEX,
    .pass = {{100, false, 0}, {200, true, 0}, {200, true, 400000}},
    .passes = 3,
    .line_penalty = 10,
    .adjacent = 10000,
    .double_flag = 10000,
    .final_flag = 5000,
};

TEST(no_way_is_cheaper_than_the_one_found)
{
    struct arena *a = test_arena();
    uint64_t seed = 20240229;
    int solved = 0, later = 0, none = 0;
    for (int i = 0; i < 6000; i++) {
        struct paragraph p = make_paragraph(&seed);
        struct knuth_params params = plain_tex;
        params.measure = 2000000 + draw(&seed, 5000000);
        params.adjacent = (int64_t[]){0, 3000, 10000}[draw(&seed, 3)];
        struct arena_mark m = arena_mark(a);
        struct knuth_result r = knuth_break(a, p.items, p.n, &params);
        bool found = false;
        int64_t best = 0;
        size_t pass = 0;
        while (!found && pass < params.passes)
            best = cheapest(&p, &params, pass++, &found);
        if (found) {
            CHECK_INT(r.clean_total, best);
            CHECK_INT(r.pass, pass - 1);
            CHECK_FALSE(r.overfull);
            solved++;
            later += pass > 1;
        } else {
            CHECK_TRUE(r.overfull);
            none++;
        }
        arena_rewind(a, m);
    }
    /* The random paragraphs must reach all three ends to mean anything. */
    CHECK_TRUE(solved > 2000 && later > 500 && none > 300);
}

/* --- single rules --------------------------------------------------------------------------- */

TEST(badness_is_tex_s)
{
    CHECK_INT(knuth_badness(0, 0), 0);
    CHECK_INT(knuth_badness(1, 0), 10000);
    CHECK_INT(knuth_badness(100, 100), 100);
    CHECK_INT(knuth_badness(50, 100), 12);
    CHECK_INT(knuth_badness(51, 100), 13);
    CHECK_INT(knuth_badness(434, 100), 8151);  /* r = 1288: just in */
    CHECK_INT(knuth_badness(435, 100), 10000); /* r = 1291: out */
    CHECK_INT(knuth_badness(8000000, 8000000), 100);
    CHECK_INT(knuth_badness(8000000, 1000), 10000);
}

/* `words` words of 50 with spaces of 10 +5 -3. */
static struct paragraph even_words(size_t words, const struct item *between)
{
    struct paragraph p = {.n = 0};
    for (size_t i = 0; i < words; i++) {
        if (i > 0)
            add(&p, *between);
        add(&p, (struct item){.kind = ITEM_BOX, .width = 50});
    }
    add(&p, (struct item){.kind = ITEM_PENALTY, .penalty = KNUTH_NEVER});
    add(&p, (struct item){.kind = ITEM_GLUE, .order = 2, .stretch = 1});
    return p;
}

static const struct item space = {
    .kind = ITEM_GLUE, .word = true, .width = 10, .stretch = 5, .shrink = 3};

TEST(looseness_gives_lines_more_and_fewer)
{
    struct arena *a = test_arena();
    struct paragraph p = even_words(20, &space);
    struct knuth_params params = plain_tex;
    params.measure = 288; /* five words of 50 and four spaces, a little shrunk */
    params.pass[0].tolerance = params.pass[1].tolerance = params.pass[2].tolerance = 10000;
    CHECK_INT(knuth_break(a, p.items, p.n, &params).count, 4);
    params.looseness = 1;
    CHECK_INT(knuth_break(a, p.items, p.n, &params).count, 5);
    params.looseness = 2;
    CHECK_INT(knuth_break(a, p.items, p.n, &params).count, 6);
    params.looseness = -1; /* cannot be had: the optimum stays */
    CHECK_INT(knuth_break(a, p.items, p.n, &params).count, 4);
}

TEST(recto_forbids_a_third_hyphen_in_a_row)
{
    struct arena *a = test_arena();
    static const struct item hyphen = {
        .kind = ITEM_DISC, .pre = 10, .penalty = 10, .flagged = true, .hyphen = true};
    struct paragraph p = {.n = 0};
    /* Hyphens fit best at every line end; spaces give a second choice at the fourth. */
    for (size_t i = 0; i < 8; i++) {
        add(&p, (struct item){.kind = ITEM_BOX, .width = 80});
        add(&p, space);
        add(&p, (struct item){.kind = ITEM_BOX, .width = i == 4 ? 100 : 90});
        if (i == 4)
            add(&p, space);
        else
            add(&p, hyphen);
        add(&p, (struct item){.kind = ITEM_BOX, .width = 10});
    }
    add(&p, (struct item){.kind = ITEM_GLUE, .order = 2, .stretch = 1});
    struct knuth_params params = {.rules = KNUTH_RAGGED,
                                  .measure = 200,
                                  .stretch = 60,
                                  .pass = {{10000, true, 0}},
                                  .passes = 1,
                                  .line_penalty = 10};
    struct knuth_result r = knuth_break(a, p.items, p.n, &params);
    int run = 0, longest = 0;
    for (size_t i = 0; i < r.count; i++) {
        run = r.breaks[i] < p.n && p.items[r.breaks[i]].hyphen ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    CHECK_TRUE(longest > 2);
    params.triple_hyphen = 100000000;
    r = knuth_break(a, p.items, p.n, &params);
    run = longest = 0;
    for (size_t i = 0; i < r.count; i++) {
        run = r.breaks[i] < p.n && p.items[r.breaks[i]].hyphen ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    CHECK_TRUE(longest <= 2);
}

TEST(recto_avoids_a_runt)
{
    struct arena *a = test_arena();
    struct paragraph p = even_words(7, &space);
    struct knuth_params params = {.rules = KNUTH_RAGGED,
                                  .measure = 170, /* three words and two spaces */
                                  .stretch = 60,
                                  .pass = {{10000, true, 0}},
                                  .passes = 1,
                                  .line_penalty = 10};
    struct knuth_result r = knuth_break(a, p.items, p.n, &params);
    CHECK_INT(r.count, 3);
    CHECK_INT(r.breaks[1], 11); /* one word stays for the last line */
    params.runt_never = 100000000;
    r = knuth_break(a, p.items, p.n, &params);
    CHECK_INT(r.count, 3);
    CHECK_INT(r.breaks[1], 9);
}

TEST(a_long_word_is_overfull_not_lost)
{
    struct arena *a = test_arena();
    struct paragraph p = {.n = 0};
    add(&p, (struct item){.kind = ITEM_BOX, .width = 50});
    add(&p, space);
    add(&p, (struct item){.kind = ITEM_BOX, .width = 500});
    add(&p, space);
    add(&p, (struct item){.kind = ITEM_BOX, .width = 50});
    add(&p, (struct item){.kind = ITEM_GLUE, .order = 2, .stretch = 1});
    struct knuth_params params = {.rules = KNUTH_RAGGED,
                                  .measure = 200,
                                  .pass = {{KNUTH_BAD, true, 0}},
                                  .passes = 1,
                                  .line_penalty = 10};
    struct knuth_result r = knuth_break(a, p.items, p.n, &params);
    CHECK_TRUE(r.overfull);
    CHECK_INT(r.count, 3);
    CHECK_INT(r.breaks[0], 1);
    CHECK_INT(r.breaks[1], 3);
    CHECK_INT(r.breaks[2], 6);
}

TESTS(no_way_is_cheaper_than_the_one_found, badness_is_tex_s,
      looseness_gives_lines_more_and_fewer, recto_forbids_a_third_hyphen_in_a_row,
      recto_avoids_a_runt, a_long_word_is_overfull_not_lost)
