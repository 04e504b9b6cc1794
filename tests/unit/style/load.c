/* SPDX-License-Identifier: MIT */
/* unit/style/load.c — layouts are read, inherited, overridden, and refused with a place. */
#include <stdlib.h>

#include "base/file.h"
#include "style/look.h"
#include "test.h"

struct loaded {
    const struct style *style;
    recto_status status;
    struct diags d;
};

static struct str write_layout(struct arena *a, const char *name, struct str text)
{
    struct str path =
        str_fmt(a, "%s/%s.yaml", getenv("TMPDIR") ? getenv("TMPDIR") : ".", name);
    CHECK_INT(file_replace(a, path, text), FILE_OK);
    return path;
}

static struct loaded load(struct arena *a, struct style_request request)
{
    struct store store = store_open(a);
    struct loaded l = {.d = diags_at(a, S("study.md"))};
    l.status = style_load(a, &store, &request, &l.style, &l.d);
    return l;
}

TEST(style_gives_the_measures_of_classic)
{
    struct arena *a = test_arena();
    struct loaded l = load(a, (struct style_request){.layout = S("classic")});
    CHECK_INT(l.status, RECTO_OK);
    CHECK_INT(l.d.list.n, 0);
    const struct look *look = style_at(a, l.style, 10);
    CHECK_INT(look->measure, 368504); /* 130 mm */
    CHECK_INT(look->roles[ROLE_TEXT].size, 9700);
    CHECK_INT(look->leading, 13250);
    CHECK_STR(look->roles[ROLE_TEXT].family, "Vollkorn");
    CHECK_STR(look->roles[ROLE_SECTION].family, "Inter");
    CHECK_INT(look->roles[ROLE_SECTION].colour, 0x15633F);
    CHECK_INT(look->section_gap, 13250);
}

TEST(style_counts_the_title_column_as_wide)
{
    struct arena *a = test_arena();
    const struct style_override title = {S("page.title_column"), S("20mm"), {0}};
    struct loaded l =
        load(a, (struct style_request){
                    .layout = S("classic"), .overrides = &title, .override_count = 1});
    CHECK_INT(l.status, RECTO_OK);
    const struct look *look = style_at(a, l.style, 10);
    CHECK_INT(look->wide,
              look->title_column + look->measure + look->gutter + look->margin_column);
    CHECK_INT(look->title_column, 56693);
}

static const char parent[] =
    "extends: classic\n"
    "page: {top: 20mm, bottom: 20mm}\n"
    "section: {style: above}\n"
    "fit:\n"
    "  stages:\n"
    "    - {steps: 4, page.top: [20mm, 12mm], page.bottom: [20mm, 10mm]}\n"
    "    - {steps: 1, section.style: [above, run_in]}\n"
    "single:\n"
    "  page: {top: 16mm, bottom: 8mm}\n"
    "  section: {style: run_in}\n";

TEST(style_may_differ_for_a_single_page)
{
    struct arena *a = test_arena();
    struct str path = write_layout(a, "parent", str_from(parent));
    struct loaded l = load(a, (struct style_request){.layout = path});
    CHECK_INT(l.status, RECTO_OK);
    CHECK_INT(style_at(a, l.style, 0)->top, 56693); /* 20 mm */
    CHECK_INT(style_at(a, l.style, 0)->section_style, SECTION_ABOVE);
    const struct style *single = style_single(l.style);
    CHECK_TRUE(single != l.style);
    CHECK_INT(style_at(a, single, 0)->top, 45354); /* 16 mm, and on down to 12 */
    CHECK_INT(style_at(a, single, 4)->top, 34016);
    CHECK_INT(style_at(a, single, 0)->bottom, 22677); /* 8 mm on every step */
    CHECK_INT(style_at(a, single, 4)->bottom, 22677);
    CHECK_INT(style_at(a, single, 0)->section_style, SECTION_RUN_IN);
}

TEST(style_for_a_single_page_is_inherited_and_overridden)
{
    struct arena *a = test_arena();
    write_layout(a, "parent", str_from(parent));
    struct str child =
        write_layout(a, "child", S("extends: ./parent.yaml\nsection: {style: above}\n"));
    const struct style_override top = {S("page.top"), S("30mm"), {0}};
    struct style_request request = {.layout = child, .overrides = &top};
    struct loaded l = load(a, request);
    CHECK_INT(l.status, RECTO_OK);
    const struct style *single = style_single(l.style);
    CHECK_INT(style_at(a, single, 0)->top, 45354);
    CHECK_INT(style_at(a, single, 0)->section_style, SECTION_ABOVE);
    request.override_count = 1;
    l = load(a, request);
    CHECK_INT(style_at(a, style_single(l.style), 4)->top, 85039);
}

TEST(style_that_extends_keeps_its_own_measures)
{
    struct arena *a = test_arena();
    write_layout(a, "parent", str_from(parent));
    struct str child =
        write_layout(a, "own", S("extends: ./parent.yaml\npage: {top: 25mm}\n"));
    struct loaded l = load(a, (struct style_request){.layout = child});
    CHECK_INT(style_at(a, l.style, 0)->top, 70866); /* no step of the parent's moves it, */
    CHECK_INT(style_at(a, l.style, 4)->top, 70866);
    CHECK_INT(style_at(a, l.style, 4)->bottom, 28346); /* though it does the rest */
}

/* Letter is 5.9 mm wider: half of that stands left of the text, wherever the ladder puts it. */
TEST(style_moves_the_sides_with_the_paper)
{
    struct arena *a = test_arena();
    struct loaded a4 = load(a, (struct style_request){.layout = S("classic")});
    struct loaded letter =
        load(a, (struct style_request){.layout = S("classic"), .paper = S("letter")});
    mpt moved = 0;
    for (int step = 0; step < style_steps(a4.style); step++) {
        const struct look *one = style_at(a, a4.style, step);
        const struct look *other = style_at(a, letter.style, step);
        CHECK_INT(other->left - one->left, (612000 - 595276) / 2);
        CHECK_INT(other->side_width - one->side_width, (612000 - 595276) / 2);
        moved = one->left;
    }
    CHECK_TRUE(moved < style_at(a, a4.style, 0)->left); /* else this proves little */
}

TEST(style_tells_of_a_wrong_key_for_a_single_page_once)
{
    struct arena *a = test_arena();
    struct str path =
        write_layout(a, "wrong", S("extends: classic\nsingle:\n  page: {topp: 16mm}\n"));
    struct loaded l = load(a, (struct style_request){.layout = path});
    CHECK_INT(l.status, RECTO_BAD_INPUT);
    CHECK_INT(l.d.list.n, 1);
    CHECK_INT(l.d.list.at[0].code, D_Y0103);
    CHECK_INT(l.d.list.at[0].span.line, 3);
}

TEST(style_never_grows_on_the_way_down_the_ladder)
{
    struct arena *a = test_arena();
    struct loaded l = load(a, (struct style_request){.layout = S("classic")});
    const struct look *before = style_at(a, l.style, 0);
    for (int step = 1; step < style_steps(l.style); step++) {
        const struct look *now = style_at(a, l.style, step);
        CHECK_TRUE(now->roles[ROLE_TEXT].size <= before->roles[ROLE_TEXT].size);
        CHECK_TRUE(now->leading <= before->leading);
        CHECK_TRUE(now->section_gap <= before->section_gap);
        CHECK_TRUE(now->roles[ROLE_TABLE_CELL].size >= PT(7.2));
        CHECK_TRUE(now->roles[ROLE_CAPTION].size >= PT(7));
        before = now;
    }
    CHECK_INT(before->roles[ROLE_TEXT].size, 9200);
    CHECK_FALSE(before->metrics_bars);
}

TEST(style_tables_follow_the_size_of_the_text)
{
    struct arena *a = test_arena();
    struct loaded l = load(a, (struct style_request){.layout = S("classic")});
    const struct look *airy = style_at(a, l.style, 0), *nominal = style_at(a, l.style, 10);
    CHECK_INT(nominal->roles[ROLE_FACT_VALUE].size, 8200);
    CHECK_INT(airy->roles[ROLE_FACT_VALUE].size, 8792); /* 8.2 × 10.4 / 9.7 */
    CHECK_INT(airy->roles[ROLE_TITLE].size, 26000);     /* has a knob of its own */
}

TEST(style_letter_keeps_the_columns)
{
    struct arena *a = test_arena();
    struct style_request r = {.layout = S("classic"), .paper = S("letter")};
    const struct look *letter = style_at(a, load(a, r).style, 8);
    CHECK_INT(letter->page_width, 612000);
    CHECK_INT(letter->measure, 368504);
    CHECK_INT(letter->left, 59528 + 8362); /* 21 mm and half of what the sheet is wider */
}

TEST(style_takes_overrides_and_their_short_names)
{
    struct arena *a = test_arena();
    const struct style_override set[] = {
        {S("body.size"),    S("11pt"),    {0}},
        {S("page.measure"), S("12cm"),    {0}},
        {S("color.accent"), S("#102030"), {0}},
    };
    struct style_request r = {
        .layout = S("classic"), .overrides = set, .override_count = countof(set)};
    const struct look *look = style_at(a, load(a, r).style, 0);
    CHECK_INT(look->roles[ROLE_TEXT].size, 11000);
    CHECK_INT(look->measure, 340157);
    CHECK_INT(look->roles[ROLE_SECTION].colour, look->accent);
    const struct look *tight = style_at(a, load(a, r).style, 30);
    CHECK_INT(tight->roles[ROLE_TEXT].size, 11000); /* what is set by hand stays */
}

TEST(style_moves_an_accent_of_ones_own)
{
    struct arena *a = test_arena();
    struct style_override set[] = {
        {S("color.accent"), S("#FF8800"), {0}},
        {S("color.even"),   S("false"),   {0}},
    };
    struct style_request r = {
        .layout = S("classic"), .overrides = set, .override_count = 1};
    const struct look *even = style_at(a, load(a, r).style, 0);
    const struct look *usual =
        style_at(a, load(a, (struct style_request){.layout = S("classic")}).style, 0);
    CHECK_TRUE(even->accent != 0xFF8800 && even->accent != usual->accent);
    CHECK_TRUE(even->tint != usual->tint); /* its tones go with it */
    r.override_count = 2;
    const struct look *own = style_at(a, load(a, r).style, 0);
    CHECK_INT(own->accent, 0xFF8800);
    CHECK_INT(own->tint, usual->tint);
    CHECK_INT(usual->accent, 0x15633F);
}

TEST(style_gray_leaves_no_colour)
{
    struct arena *a = test_arena();
    struct style_request r = {.layout = S("classic"), .gray = true};
    const struct look *look = style_at(a, load(a, r).style, 0);
    uint32_t c = look->accent;
    CHECK_INT(c & 255, c >> 8 & 255);
    CHECK_INT(c & 255, c >> 16 & 255);
    const struct style_override tone = {S("color.paper"), S("#FBF6EC"), {0}};
    r.overrides = &tone;
    r.override_count = 1;
    c = style_at(a, load(a, r).style, 0)->paper_tone;
    CHECK_TRUE(c < 0xFFFFFF && (c & 255) == (c >> 16 & 255));
}

TEST(style_lays_tints_over_the_paper)
{
    struct arena *a = test_arena();
    const struct style_override tone = {S("color.paper"), S("#FAF5EB"), {0}};
    struct style_request r = {.layout = S("classic")};
    uint32_t white = style_at(a, load(a, r).style, 0)->tint;
    r.overrides = &tone;
    r.override_count = 1;
    const struct look *look = style_at(a, load(a, r).style, 0);
    CHECK_INT(white, 0xF1F6F2);
    CHECK_INT(look->paper_tone, 0xFAF5EB);
    CHECK_INT(look->tint, 0xECECDF); /* 241 × 250 / 255, 246 × 245 / 255, 242 × 235 / 255 */
}

TEST(style_extends_another_layout)
{
    struct arena *a = test_arena();
    struct str path = write_layout(a, "mine",
                                   S("extends: classic\npalette: plum\npage: {top: "
                                     "30mm}\nroles:\n  title: {size: 20pt}\n"));
    struct loaded l = load(a, (struct style_request){.layout = path});
    CHECK_INT(l.status, RECTO_OK);
    const struct look *look = style_at(a, l.style, 0);
    CHECK_INT(look->accent, 0x8E366D);
    CHECK_INT(look->roles[ROLE_SUBTITLE].size, 13000);
}

TEST(style_colours_stand_over_the_palette_beside_them)
{
    struct arena *a = test_arena();
    struct str path = write_layout(
        a, "inked",
        S("extends: classic\ncolor: {accent: \"#2D3035\", even: false}\npalette: plum\n"));
    struct style_request r = {.layout = path};
    const struct look *look = style_at(a, load(a, r).style, 0);
    CHECK_INT(look->accent, 0x2D3035);
    CHECK_INT(look->tint, 0xFAF3F6);
    r.palette = S("cobalt"); /* of the reader's choice: over both */
    CHECK_INT(style_at(a, load(a, r).style, 0)->accent, 0x1750BF);
}

TEST(style_takes_words_as_a_line_or_a_list)
{
    struct arena *a = test_arena();
    struct str line = write_layout(a, "line", S("sections: {order: tldr, facts}\n")),
               list = write_layout(a, "list", S("sections:\n  order: [tldr, facts]\n"));
    struct loaded l = load(a, (struct style_request){.layout = line});
    CHECK_INT(l.status, RECTO_BAD_INPUT); /* a flow map: "facts" is a key without a value */
    l = load(a, (struct style_request){.layout = list});
    CHECK_INT(l.status, RECTO_OK);
    CHECK_STR(style_at(a, l.style, 0)->section_order, "tldr facts");
}

TEST(style_needs_nothing_to_extend)
{
    struct arena *a = test_arena();
    struct str path = write_layout(a, "bald", S("page: {top: 20mm}\n"));
    struct loaded l = load(a, (struct style_request){.layout = path});
    CHECK_INT(l.status, RECTO_OK);
    const struct look *look = style_at(a, l.style, 0);
    CHECK_STR(look->roles[ROLE_TITLE].family, "Inter");
    CHECK_TRUE(look->leading > look->roles[ROLE_TEXT].size);
}

/* One wrong layout, and what must be said of it. */
static void refused(const char *name, struct str text, uint32_t line, const char *code,
                    const char *hint)
{
    struct arena *a = test_arena();
    struct loaded l =
        load(a, (struct style_request){.layout = write_layout(a, name, text)});
    CHECK_INT(l.status, RECTO_BAD_INPUT);
    CHECK_TRUE(l.d.list.n > 0);
    const struct diag *d = &l.d.list.at[0];
    CHECK_CSTR(diag_row(d->code)->id, code);
    CHECK_INT(d->span.line, line);
    CHECK_TRUE(str_find(d->hint, str_from(hint), 0) < d->hint.n || !*hint);
}

TEST(style_tells_what_is_wrong_and_where)
{
    refused("key", S("extends: classic\npage:\n  topp: 3mm\n"), 3, "Y0103", "page.top");
    refused("role", S("extends: classic\nroles: {titel: {size: 9pt}}\n"), 2, "Y0103",
            "roles.title.size");
    refused("unit", S("page: {top: 3}\n"), 1, "Y0104", "");
    refused("range", S("page: {top: 3cm, bottom: 90mm}\n"), 1, "Y0104", "");
    refused("choice", S("facts: {style: grids}\n"), 1, "Y0104", "did you mean “grid”");
    refused("words", S("sections: {order: tldr fats}\n"), 1, "Y0104", "facts");
    refused("palette", S("palette: mauve\n"), 1, "Y0106", "plum");
    refused("paper", S("paper: a9\n"), 1, "Y0107", "");
    refused("pair", S("fit: {stages: [{steps: 2, space.section: 1L}]}\n"), 1, "Y0105", "");
    refused("steps", S("fit: {stages: [{space.section: [1L, 0.5L]}]}\n"), 1, "Y0105", "");
    refused("list", S("- a\n- b\n"), 0, "Y0102", "");
}

TEST(style_names_the_layouts_there_are)
{
    struct arena *a = test_arena();
    struct loaded l = load(a, (struct style_request){.layout = S("clasic")});
    CHECK_INT(l.status, RECTO_BAD_INPUT);
    struct str hint = l.d.list.at[0].hint;
    CHECK_TRUE(str_find(hint, S("classic"), 0) < hint.n);
}

TEST(style_ends_a_circle_of_layouts)
{
    struct arena *a = test_arena();
    struct str path = write_layout(a, "self", S("extends: self.yaml\n"));
    struct loaded l = load(a, (struct style_request){.layout = path});
    CHECK_INT(l.status, RECTO_BAD_INPUT);
    CHECK_INT(l.d.list.at[0].code, D_Y0108);
}

TESTS(style_moves_the_sides_with_the_paper, style_that_extends_keeps_its_own_measures,
      style_moves_an_accent_of_ones_own, style_needs_nothing_to_extend,
      style_may_differ_for_a_single_page,
      style_for_a_single_page_is_inherited_and_overridden,
      style_tells_of_a_wrong_key_for_a_single_page_once,
      style_takes_words_as_a_line_or_a_list, style_gives_the_measures_of_classic,
      style_counts_the_title_column_as_wide, style_never_grows_on_the_way_down_the_ladder,
      style_tables_follow_the_size_of_the_text, style_letter_keeps_the_columns,
      style_takes_overrides_and_their_short_names, style_gray_leaves_no_colour,
      style_lays_tints_over_the_paper, style_colours_stand_over_the_palette_beside_them,
      style_extends_another_layout, style_tells_what_is_wrong_and_where,
      style_names_the_layouts_there_are, style_ends_a_circle_of_layouts)
