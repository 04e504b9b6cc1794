/* SPDX-License-Identifier: MIT */
/* unit/page/everywhere.c — what holds on every sheet of every sample in every layout. */
#include <stdio.h>

#include "laid.h"

#include "page/grid.h"

static const char two_columns[] =
    "extends: classic\n"
    "page: {left: 15mm, measure: 70mm, columns: 2, column_gap: 7mm, margin_column: 0mm, "
    "mirror: true, notes_column: 30mm, notes_gap: 4mm}\n"
    "facts: {style: table}\nsections: {facts: text}\n";

/* A box on its sheet, as it was placed. */
struct area {
    const struct placed *placed;
    mpt x, y, right, bottom;
};

/* One sample in one layout, set on two pages or as many as it takes. */
static void lay_out(struct laid *l, const char *sample, const char *layout)
{
    *l = laid_sample(sample, layout);
    printf("%s in %s\n", sample, layout); /* which one, should it fail */
    recto_status status = laid_fit(l, 2);
    CHECK_TRUE(status == RECTO_OK || status == RECTO_OVER_BUDGET);
}

static struct area area_of(const struct laid *l, size_t sheet, const struct placed *p)
{
    const struct grid grid = grid_on(l->sheets.look, l->study->rtl, sheet);
    struct area a = {.placed = p, .x = p->x, .y = p->y};
    a.right = p->x + grid_width(&grid, p->box->place);
    a.bottom = p->y + p->box->height;
    return a;
}

static bool overlap(const struct area *a, const struct area *b)
{
    mpt high = mpt_max(a->y, b->y), low = mpt_min(a->bottom, b->bottom);
    return a->x < b->right && b->x < a->right && high + 1 < low;
}

/* Panels and watermarks lie below everything: they are as high as the sheet. */
static bool is_ground(const struct laid *l, const struct placed *p)
{
    return p->box->height == l->sheets.look->page_height;
}

static void check_sheet(const struct laid *l, size_t s)
{
    const struct sheet *sheet = &l->sheets.list.at[s];
    for (size_t i = 0; i < sheet->boxes.n; i++) {
        if (is_ground(l, &sheet->boxes.at[i]))
            continue;
        struct area a = area_of(l, s, &sheet->boxes.at[i]);
        CHECK_TRUE(a.x >= 0 && a.right <= sheet->width);
        CHECK_TRUE(a.y >= 0 && a.bottom <= sheet->height);
        for (size_t k = 0; k < i; k++) {
            struct area b = area_of(l, s, &sheet->boxes.at[k]);
            CHECK_TRUE(is_ground(l, b.placed) || !overlap(&a, &b));
        }
    }
}

/* The last line of a paragraph stands below the one before it, on its sheet and in its column; so
 * does whatever is not to be parted from what stands above. */
static void check_keeps(const struct laid *l)
{
    const struct placed *before = NULL;
    size_t before_sheet = 0;
    for (size_t s = 0; s < l->sheets.list.n; s++)
        for (size_t i = 0; i < l->sheets.list.at[s].boxes.n; i++) {
            const struct placed *p = &l->sheets.list.at[s].boxes.at[i];
            if (p->repeated || is_ground(l, p) || p->box->place != PLACE_TEXT)
                continue;
            if (before && p->box->widow_line)
                CHECK_TRUE(s == before_sheet && p->x == before->x && p->y > before->y);
            if (before && before->box->club_line)
                CHECK_TRUE(s == before_sheet && p->x == before->x);
            before = p;
            before_sheet = s;
        }
}

static void check_sample(const char *sample, const char *layout)
{
    struct laid l;
    lay_out(&l, sample, layout);
    for (size_t s = 0; s < l.sheets.list.n; s++)
        check_sheet(&l, s);
    if (!l.study->rtl) /* notes at a foot come after the text they belong to */
        check_keeps(&l);
    CHECK_INT(l.report.widows, 0);
    CHECK_INT(l.report.orphans, 0);
}

TEST(nothing_overlaps_and_no_line_is_alone)
{
    struct arena *a = arena_new(TEST_ARENA_CEILING); /* the names outlive each sample */
    struct store store = store_open(a);
    const char *folder = getenv("SAMPLES");
    struct str *layouts, *samples;
    size_t layout_count, sample_count;
    CHECK_TRUE(
        file_list(a, store_path(a, &store, S("layouts"), S("")), &layouts, &layout_count));
    CHECK_TRUE(
        file_list(a, str_from(folder ? folder : "samples"), &samples, &sample_count));
    const char *columns = "./columns.yaml"; /* two of text, and a column for notes beside */
    CHECK_INT(file_replace(a, str_from(columns), str_from(two_columns)), FILE_OK);
    int checked = 0;
    for (size_t i = 0; i <= layout_count; i++)
        for (size_t k = 0; k < sample_count; k++) {
            struct str layout = i < layout_count ? layouts[i] : str_from(columns);
            if (!str_ends(layout, S(".yaml")) || !str_ends(samples[k], S(".md")))
                continue;
            struct str name = i < layout_count ? path_stem(layout) : layout;
            check_sample(str_fmt(a, "%.*s", STR(samples[k])).p,
                         str_fmt(a, "%.*s", STR(name)).p);
            test_teardown(NULL);
            checked++;
        }
    arena_free(a);
    CHECK_TRUE(checked > 20);
}

TESTS(nothing_overlaps_and_no_line_is_alone)
