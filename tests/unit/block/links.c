/* SPDX-License-Identifier: MIT */
/* unit/block/links.c — the foot of a study: codes with their words, titles with what follows. */
#include "../page/laid.h"

#define ROW_MAX 3
#define CODES_MAX 8
#define QUIET PT(5.6) /* four modules of the finest code there is here */

struct foot {
    struct laid l;
    const struct look *look;
    const struct box *box;
};

/* A code, and the first words behind it. */
struct code {
    mpt x, y, side;
    const struct mark *words;
};

struct codes {
    struct code at[CODES_MAX];
    size_t n;
};

static struct foot set(struct str markdown, const char *layout, bool tight)
{
    struct foot f = {.l = laid_read(S("x.md"), markdown, layout)};
    f.look = style_at(f.l.a, f.l.style, tight ? style_steps(f.l.style) - 1 : 0);
    f.l.block.look = f.look;
    struct boxes boxes = block_build(f.l.a, &f.l.block, &f.l.d);
    f.box =
        vec_last(&boxes.list); /* pinned, or, where it is high, at the end of the text */
    CHECK_TRUE(f.box->place == PLACE_FOOT || f.box->place == PLACE_WIDE);
    return f;
}

static struct str study_of(struct arena *a, size_t links, const char *path)
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("---\nlinks:\n"));
    for (size_t i = 0; i < links; i++)
        strbuf_fmt(&b, "  Name %zu: https://example.com/%s%zu\n", i, path, i);
    strbuf_put(&b, S("---\n# T\n\n## Problem\n\nWords.\n"));
    return strbuf_str(&b);
}

static mpt width_of(const struct path *path)
{
    mpt w = 0;
    for (size_t i = 0; i < path->count; i++)
        w = mpt_max(w, path->steps[i].p[0].x);
    return w;
}

static struct codes codes_of(const struct foot *f)
{
    struct codes codes = {.n = 0};
    for (size_t i = 0; i < f->box->mark_count; i++) {
        const struct mark *m = &f->box->marks[i];
        if (m->kind == MARK_PATH && m->tag && m->tag->role == TAG_FIGURE)
            codes.at[codes.n++] = (struct code){m->x, m->y, width_of(m->path), NULL};
        else if (m->kind == MARK_LINE && codes.n > 0 && !codes.at[codes.n - 1].words)
            codes.at[codes.n - 1].words = m;
    }
    return codes;
}

/* No line of words touches what stays white around a code. */
static void check_white(const struct foot *f, const struct codes *codes)
{
    for (size_t i = 0; i < f->box->mark_count; i++) {
        const struct mark *m = &f->box->marks[i];
        if (m->kind != MARK_LINE || m->line.piece_count == 0)
            continue;
        mpt top = m->y - m->line.pieces[0].size * 3 / 4, right = m->x + m->line.width;
        CHECK_TRUE(right <= f->look->wide);
        for (size_t k = 0; k < codes->n; k++) {
            const struct code *c = &codes->at[k];
            bool beside = m->x >= c->x + c->side + QUIET || right <= c->x - QUIET;
            bool apart = top >= c->y + c->side + QUIET || m->y <= c->y - QUIET;
            CHECK_TRUE(beside || apart);
        }
    }
}

static bool stands_below(const struct code *c)
{
    return c->words->y > c->y + c->side;
}

TEST(codes_keep_their_white_and_rows_look_alike)
{
    static const char *const paths[] = {"", "cited-answers/", "a/longer/path/to/",
                                        "one-part-of-a-path-that-is-long-by-itself/"};
    for (size_t i = 0; i < countof(paths); i++)
        for (size_t n = 1; n < CODES_MAX; n++)
            for (int tight = 0; tight < 2; tight++) {
                struct arena *a = test_arena();
                struct foot f = set(study_of(a, n, paths[i]), "handout", tight);
                struct codes codes = codes_of(&f);
                CHECK_INT(codes.n, n);
                check_white(&f, &codes);
                for (size_t k = 0; k < n; k++) {
                    CHECK_TRUE(codes.at[k].side >= f.look->links_qr * 99 / 100);
                    CHECK_INT(stands_below(&codes.at[k]), stands_below(&codes.at[0]));
                }
                test_teardown(NULL);
            }
}

TEST(words_stand_beside_the_codes_of_a_short_row)
{
    struct arena *a = test_arena();
    struct foot f = set(study_of(a, ROW_MAX - 1, "cited-answers/"), "handout", false);
    struct codes codes = codes_of(&f);
    CHECK_FALSE(stands_below(&codes.at[0]));
    f = set(study_of(a, ROW_MAX, "cited-answers/"), "handout", false);
    codes = codes_of(&f);
    CHECK_TRUE(stands_below(&codes.at[0]));
    f = set(study_of(a, ROW_MAX, "cited-answers/"), "handout", true); /* a wider measure */
    codes = codes_of(&f);
    CHECK_FALSE(stands_below(&codes.at[0]));
}

/* Nothing is paid for white space below codes that end the foot. */
TEST(codes_may_end_the_foot)
{
    struct arena *a = test_arena();
    struct foot f = set(study_of(a, 1, ""), "handout", false);
    struct codes codes = codes_of(&f);
    mpt end = codes.at[0].y + mpt_max(codes.at[0].side, f.look->links_qr);
    CHECK_TRUE(f.box->height >= end && f.box->height < end + f.look->leading / 2);
}

static const struct mark *line_that_says(const struct foot *f, const char *words)
{
    for (size_t i = 0; i < f->box->mark_count; i++) {
        const struct mark *m = &f->box->marks[i];
        if (m->kind == MARK_LINE && m->line.piece_count > 0 &&
            str_eq(m->line.pieces[0].text, str_from(words)))
            return m;
    }
    return NULL;
}

TEST(a_title_in_a_running_line_stays_with_what_follows)
{
    struct foot f =
        set(S("# T\n\n## Problem\n\nWords.\n\n## Links\n\n"
              "- [Code](https://example.com/fresh)\n- [Write-up](https://example.com/a/b)\n"
              "- [Dashboard](https://example.com/fresh/live)\n"
              "- [Notebook](https://example.com/fresh/note)\n\n"
              "## Contact\n\n- somebody.with-a-name@example.com\n"),
            "compact", false);
    const struct mark *title = line_that_says(&f, "Contact");
    const struct mark *address = line_that_says(&f, "somebody.with-a-name@example.com");
    CHECK_TRUE(title && address);
    CHECK_INT(title->y, address->y);
    CHECK_TRUE(title->x < address->x);
}

/* Where the first line of a link that says `words` stands; the address of nothing else reaches it. */
static const struct mark *whole_address(const struct boxes *boxes, const char *words)
{
    for (size_t i = 0; i < boxes->list.n; i++)
        for (size_t k = 0; k < boxes->list.at[i].mark_count; k++) {
            const struct mark *m = &boxes->list.at[i].marks[k];
            if (m->kind == MARK_LINE && m->line.piece_count > 0 &&
                str_eq(m->line.pieces[0].text, str_from(words)))
                return m;
        }
    return NULL;
}

static struct boxes links_of(struct laid *l, const char *links)
{
    struct str text = str_fmt(test_arena(), "# T\n\n## Links\n\n%s", links);
    *l = laid_read(S("x.md"), text, "swiss");
    l->block.look = style_at(l->a, l->style, 0);
    return block_build(l->a, &l->block, &l->d);
}

TEST(addresses_of_a_row_stay_whole_in_fewer_columns)
{
    struct laid l;
    struct boxes boxes =
        links_of(&l, "- [A](https://example.com/short)\n- [B](https://example.com/b)\n");
    const struct mark *a = whole_address(&boxes, "example.com/short");
    const struct mark *b = whole_address(&boxes, "example.com/b");
    CHECK_TRUE(a && b && a->y == b->y);
    boxes = links_of(&l, "- [A](https://example.com/a/path/that-two/columns/hold)\n"
                         "- [B](https://example.com/b)\n");
    mpt third = (l.block.look->measure - 2 * l.block.look->links_gutter) / 3;
    a = whole_address(&boxes, "example.com/a/path/that-two/columns/hold");
    b = whole_address(&boxes, "example.com/b");
    CHECK_TRUE(a && b && a->y == b->y && a->line.width > third);
    boxes = links_of(
        &l, "- [A](https://example.com/a/path/that/only/a/line-of-its-own/can/hold/x)\n"
            "- [B](https://example.com/b)\n");
    a = whole_address(&boxes, "example.com/a/path/that/only/a/line-of-its-own/can/hold/x");
    b = whole_address(&boxes, "example.com/b");
    CHECK_TRUE(a && b && a->x == b->x);
}

#define LONG "example.com/cited-answers-desk-2026"

/* Three of which one is longer than a third: each as wide as it needs. */
TEST(a_long_address_takes_from_short_neighbours)
{
    struct laid l;
    struct boxes boxes =
        links_of(&l, "- [A](https://" LONG ")\n- [B](https://example.com/b)\n"
                     "- [C](https://example.com/c)\n");
    const struct mark *a = whole_address(&boxes, LONG);
    const struct mark *b = whole_address(&boxes, "example.com/b");
    const struct mark *c = whole_address(&boxes, "example.com/c");
    CHECK_TRUE(a && b && c && a->y == b->y && b->y == c->y);
    CHECK_TRUE(a->x + a->line.width + l.block.look->links_gutter <= b->x);
    CHECK_TRUE(b->x + b->line.width + l.block.look->links_gutter <= c->x);
    CHECK_TRUE(c->x - b->x < b->x - a->x);
}

TEST(addresses_stand_level_whether_they_have_labels_or_not)
{
    struct laid l;
    struct boxes boxes =
        links_of(&l, "- [Code](https://example.com/code)\n- <https://example.com/b>\n");
    const struct mark *a = whole_address(&boxes, "example.com/code");
    const struct mark *b = whole_address(&boxes, "example.com/b");
    CHECK_TRUE(a && b && a->y == b->y && a->x < b->x);
}

/* Lines of names and addresses. */
static size_t lines_of_words(const struct foot *f)
{
    size_t lines = 0;
    for (size_t i = 0; i < f->box->mark_count; i++)
        lines += f->box->marks[i].kind == MARK_LINE;
    return lines;
}

/* One or two links have the room of three. */
TEST(an_address_is_not_parted_where_there_is_room)
{
    struct arena *a = test_arena();
    for (size_t n = 1; n < ROW_MAX; n++) {
        struct foot f = set(study_of(a, n, "thermostat/"), "handout", false);
        CHECK_INT(lines_of_words(&f), 2 * n);
    }
}

TESTS(codes_keep_their_white_and_rows_look_alike,
      words_stand_beside_the_codes_of_a_short_row, codes_may_end_the_foot,
      a_title_in_a_running_line_stays_with_what_follows,
      addresses_of_a_row_stay_whole_in_fewer_columns,
      a_long_address_takes_from_short_neighbours,
      addresses_stand_level_whether_they_have_labels_or_not,
      an_address_is_not_parted_where_there_is_room)
