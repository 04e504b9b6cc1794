/* SPDX-License-Identifier: MIT */
/* unit/page/furniture.c — running feet, panels and ruled notes on the sheets of a sample. */
#include "laid.h"

#include "page/foot.h"
#include "page/furniture.h"

/* A sample on two sheets without its foot, in a look that may be changed. */
struct bare {
    struct laid l;
    struct look look;
};

static void make(struct bare *b, const char *sample)
{
    b->l = laid_sample(sample, "classic");
    CHECK_INT(laid_fit(&b->l, 2), RECTO_OK);
    CHECK_INT(b->l.sheets.list.n, 2);
    b->look = *b->l.sheets.look;
    b->l.sheets.look = &b->look;
    for (size_t i = 0; i < 2; i++)
        b->l.sheets.list.at[i].running.n = 0;
}

static void set_foot(struct bare *b)
{
    foot_set(b->l.a, b->l.block.cache, &b->l.sheets, S("A title"), &b->l.d);
}

/* What mark number `i` of the running matter of a sheet says. */
static struct str said(const struct bare *b, size_t sheet, size_t i)
{
    CHECK_TRUE(i < b->l.sheets.list.at[sheet].running.n);
    struct strbuf text = strbuf_at(b->l.a);
    const struct line *line = &b->l.sheets.list.at[sheet].running.at[i].line;
    for (uint32_t k = 0; k < line->piece_count; k++)
        strbuf_put(&text, line->pieces[k].text);
    return strbuf_str(&text);
}

TEST(a_foot_names_the_study_and_counts_its_pages)
{
    struct bare b;
    make(&b, "answer-desk.md");
    set_foot(&b);
    CHECK_STR(said(&b, 0, 0), "A title");
    CHECK_STR(said(&b, 1, 1), "2 / 2");
    const struct mark *marks = b.l.sheets.list.at[0].running.at;
    CHECK_INT(marks[0].x, b.look.left);
    CHECK_INT(marks[1].x + marks[1].line.width, b.look.left + b.look.wide);
    CHECK_INT(marks[0].y, b.look.page_height - b.look.foot_baseline);
}

TEST(a_foot_may_name_the_author_or_how_to_reach_them)
{
    struct bare b;
    make(&b, "answer-desk.md");
    b.look.foot_says = FOOT_AUTHOR;
    set_foot(&b);
    CHECK_STR(said(&b, 0, 0), "A. Candidate, you@example.com");
    CHECK_INT(b.l.sheets.list.at[0].running.n, 2);
    make(&b, "answer-desk.md");
    b.look.foot_says = FOOT_CONTACT;
    b.look.title_column = PT(120);
    b.look.wide += PT(120);
    set_foot(&b);
    CHECK_STR(said(&b, 0, 0), "you@example.com");
    CHECK_STR(said(&b, 0, 1), "A title");
    CHECK_INT(b.l.sheets.list.at[0].running.at[1].x, b.look.left + PT(120));
    b.l.sheets.list.at[0].running.n = 0;
    b.look.title_column = PT(50); /* less than the address takes */
    set_foot(&b);
    CHECK_STR(said(&b, 0, 0), "A title");
}

TEST(a_single_sheet_has_no_foot)
{
    struct bare b;
    make(&b, "answer-desk.md");
    b.l.sheets.list.n = 1;
    set_foot(&b);
    CHECK_INT(b.l.sheets.list.at[0].running.n, 0);
}

TEST(notes_are_ruled_on_both_sides_of_a_leaf)
{
    struct bare b;
    make(&b, "pruefstand.md");
    b.look.notes_column = PT(100);
    b.look.notes_gap = PT(20);
    b.look.notes_pitch = b.look.leading * 3 / 2;
    b.look.left = PT(50);
    b.look.mirror = true;
    furniture_set(b.l.a, b.l.block.cache, &b.l.sheets, &b.l.d);
    CHECK_STR(said(&b, 0, 0), "Notizen");
    for (size_t s = 0; s < 2; s++) {
        const struct sheet *sheet = &b.l.sheets.list.at[s];
        mpt x = PT(50) + b.look.wide + PT(20);
        CHECK_TRUE(sheet->running.n > 20);
        for (size_t i = 1; i < sheet->running.n; i++) {
            const struct mark *rule = &sheet->running.at[i];
            CHECK_INT(rule->x, s == 0 ? x : b.look.page_width - x - PT(100));
            CHECK_TRUE(rule->y > b.look.top && rule->y <= b.look.top + sheet->room);
            CHECK_TRUE(i == 1 || rule->y - rule[-1].y == b.look.notes_pitch);
        }
    }
}

TEST(a_panel_lies_below_everything)
{
    struct bare b;
    make(&b, "answer-desk.md");
    b.look.side = PT(100);
    b.look.side_width = PT(150);
    size_t before = b.l.sheets.list.at[0].boxes.n;
    furniture_set(b.l.a, b.l.block.cache, &b.l.sheets, &b.l.d);
    const struct sheet *sheet = &b.l.sheets.list.at[0];
    CHECK_INT(sheet->boxes.n, before + 1);
    const struct path *path = sheet->boxes.at[0].box->marks[0].path;
    CHECK_INT(path->fill, b.look.tint);
    CHECK_INT(sheet->boxes.at[0].box->height, b.look.page_height);
    b.look.side_style = SIDE_NONE;
    furniture_set(b.l.a, b.l.block.cache, &b.l.sheets, &b.l.d);
    CHECK_INT(sheet->boxes.n, before + 1);
}

TEST(toned_paper_lies_below_the_panel)
{
    struct bare b;
    make(&b, "answer-desk.md");
    b.look.side = PT(100);
    b.look.side_width = PT(150);
    b.look.paper_tone = 0xFBF6EC;
    furniture_set(b.l.a, b.l.block.cache, &b.l.sheets, &b.l.d);
    for (size_t i = 0; i < 2; i++) {
        const struct placed *boxes = b.l.sheets.list.at[i].boxes.at;
        const struct mark *tone = &boxes[0].box->marks[0];
        CHECK_INT(tone->path->fill, 0xFBF6EC);
        CHECK_TRUE(tone->tag == NULL);
        CHECK_INT(tone->path->steps[2].p[0].x, b.look.page_width);
        CHECK_INT(tone->path->steps[2].p[0].y, b.look.page_height);
        CHECK_INT(boxes[1].box->marks[0].path->fill, b.look.tint);
    }
}

TESTS(toned_paper_lies_below_the_panel, a_foot_names_the_study_and_counts_its_pages,
      a_foot_may_name_the_author_or_how_to_reach_them, a_single_sheet_has_no_foot,
      notes_are_ruled_on_both_sides_of_a_leaf, a_panel_lies_below_everything)
