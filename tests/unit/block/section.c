/* SPDX-License-Identifier: MIT */
/* unit/block/section.c — titles hang level with their text, sections stand below their rules, in
 * the order and column of the layout. */
#include "../page/laid.h"

#include "block/order.h"

static const char study[] =
    "# T\n\n## TL;DR\n\nIn short.\n\n## Reliability, observability and the "
    "cost of it all\n\nOne.\n\n## Next\n\n- two\n- three\n\n### Deep\n\nFour.\n";

static struct boxes built(struct laid *l, struct str markdown, const char *layout)
{
    *l = laid_read(S("x.md"), markdown, layout);
    l->block.look = style_at(l->a, l->style, 0);
    return block_build(l->a, &l->block, &l->d);
}

static struct str text_of(const struct mark *mark)
{
    return mark->kind == MARK_LINE ? mark->line.pieces[0].text : S("");
}

/* The first line that begins with `word`: its box, where its baseline is from the top of all, and
 * where the line begins. */
struct found {
    size_t box;
    mpt x, y;
};

static struct found find(const struct boxes *boxes, struct str word)
{
    mpt y = 0;
    for (size_t i = 0; i < boxes->list.n; i++) {
        const struct box *box = &boxes->list.at[i];
        y += box->gap;
        for (size_t k = 0; k < box->mark_count; k++)
            if (str_starts(text_of(&box->marks[k]), word))
                return (struct found){i, box->marks[k].x, y + box->marks[k].y};
        y += box->height;
    }
    CHECK_TRUE(false);
    return (struct found){0, 0, 0};
}

TEST(a_title_hangs_level_with_its_first_line)
{
    struct laid l;
    struct boxes boxes = built(&l, str_from(study), "swiss");
    struct found title = find(&boxes, S("TL;DR")), text = find(&boxes, S("In"));
    CHECK_INT(title.y, text.y);
    CHECK_INT(title.x, -l.block.look->title_column);
    CHECK_INT(text.x, 0);
    title = find(&boxes, S("Next"));
    text = find(&boxes, S("two"));
    CHECK_INT(title.y, text.y);
}

TEST(a_title_higher_than_its_text_makes_room)
{
    struct laid l;
    struct boxes boxes = built(&l, str_from(study), "swiss");
    mpt leading = l.block.look->roles[ROLE_SECTION].leading;
    struct found title = find(&boxes, S("Reliability,")), next = find(&boxes, S("Next"));
    CHECK_INT(boxes.list.at[title.box + 1].height, 2 * leading);
    CHECK_TRUE(next.y - title.y >= 3 * leading);
}

TEST(a_title_stays_with_its_text)
{
    struct laid l;
    struct boxes boxes = built(&l, str_from(study), "swiss");
    CHECK_INT(boxes.list.at[find(&boxes, S("One.")).box].penalty, BREAK_NEVER);
    CHECK_TRUE(boxes.list.at[find(&boxes, S("Reliability,")).box].penalty < 0);
}

TEST(a_section_inside_another_neither_hangs_nor_is_ruled)
{
    struct laid l;
    struct boxes boxes = built(&l, str_from(study), "swiss");
    struct found deep = find(&boxes, S("Deep"));
    CHECK_INT(deep.x, 0);
    CHECK_INT(boxes.list.at[deep.box].mark_count, 1);
}

static size_t rules_of(const struct box *box, mpt *width)
{
    size_t n = 0;
    for (size_t k = 0; k < box->mark_count; k++)
        if (box->marks[k].kind == MARK_PATH) {
            *width = box->marks[k].path->width;
            n++;
        }
    return n;
}

TEST(the_first_section_has_a_rule_of_its_own)
{
    struct laid l;
    struct boxes boxes = built(&l, str_from(study), "swiss");
    const struct look *look = l.block.look;
    mpt width = 0;
    CHECK_INT(rules_of(&boxes.list.at[find(&boxes, S("TL;DR")).box], &width), 1);
    CHECK_INT(width, look->first_rule);
    CHECK_INT(rules_of(&boxes.list.at[find(&boxes, S("Next")).box], &width), 1);
    CHECK_INT(width, look->section_rule);
}

/* Neither across the other column nor off the sheet. */
TEST(in_two_columns_a_rule_is_as_long_as_its_own)
{
    static const char text[] = "# T\n\n## Problem\n\nWords.\n\n## Next Steps\n\nWords.\n";
    struct laid l;
    built(&l, str_from(text), "compact");
    struct look ruled = *l.block.look;
    ruled.section_rule = PT(0.5);
    l.block.look = &ruled;
    struct boxes boxes = block_build(l.a, &l.block, &l.d);
    const struct box *box = &boxes.list.at[find(&boxes, S("Next")).box - 1];
    CHECK_INT(box->marks[0].kind, MARK_PATH);
    CHECK_INT(box->marks[0].x, 0);
    CHECK_INT(box->marks[0].path->steps[1].p[0].x, ruled.measure);
}

TEST(a_heading_without_text_still_hangs)
{
    struct laid l;
    struct boxes boxes = built(&l, S("# T\n\n## Empty\n\n## Full\n\nText.\n"), "swiss");
    struct found empty = find(&boxes, S("Empty")), full = find(&boxes, S("Full"));
    CHECK_TRUE(full.y - empty.y >= l.block.look->leading);
}

static const char resume[] =
    "---\nauthor: {name: Ada, role: Engineer}\ndate: May\n---\n\n# Case Study — T\n\n"
    "## TL;DR\n\nWaste fell **−37%**.\n\n## Quick Facts\n\n| | |\n|---|---|\n"
    "| Team | three |\n\n## Problem\n\nText.\n\n## Links\n\n- [Code](https://x.org/c)\n";

TEST(who_and_facts_stand_in_the_side_column)
{
    struct laid l;
    struct boxes boxes = built(&l, str_from(resume), "sidebar");
    static const char *const beside[] = {"Ada",  "Engineer", "−37",  "Quick",
                                         "Team", "Links",    "x.org"};
    for (size_t i = 0; i < countof(beside); i++)
        CHECK_INT(boxes.list.at[find(&boxes, str_from(beside[i])).box].place, PLACE_SIDE);
    CHECK_INT(boxes.list.at[find(&boxes, S("Problem")).box].place, PLACE_TEXT);
    CHECK_INT(boxes.list.at[find(&boxes, S("Text")).box].place, PLACE_TEXT);
    CHECK_TRUE(boxes.side_head && boxes.side_head->mark_count == 2);
    CHECK_TRUE(boxes.list.at[find(&boxes, S("May")).box].place != PLACE_SIDE);
}

TEST(what_finds_no_room_beside_is_set_in_the_text)
{
    struct laid l = laid_read(S("x.md"), str_from(resume), "sidebar");
    l.block.look = style_at(l.a, l.style, 0);
    l.block.no_side = UINT64_MAX;
    struct boxes boxes = block_build(l.a, &l.block, &l.d);
    for (size_t i = 0; i < boxes.list.n; i++)
        CHECK_TRUE(boxes.list.at[i].place != PLACE_SIDE);
    (void)find(&boxes, S("Ada"));
    (void)find(&boxes, S("Team"));
}

TEST(the_row_heads_later_sheets)
{
    struct laid l;
    struct boxes boxes = built(&l, str_from(resume), "swiss");
    const struct box *head = boxes.sheet_head;
    CHECK_TRUE(head != NULL);
    CHECK_INT((head->height + head->gap) % (l.block.look->leading / 2), 0);
}

/* The kinds in the order that a layout asks for. */
static void ordered(const char *order, const char *expected)
{
    struct laid l =
        laid_read(S("x.md"),
                  S("# T\n\n## Ethics\n\na\n\n## Odd\n\nb\n\n## Problem\n\nc\n\n"
                    "### Data\n\nd\n\n## TL;DR\n\ne\n"),
                  "classic");
    struct look look = *style_at(l.a, l.style, 0);
    look.section_order = str_from(order);
    const size_t *at = order_sections(l.a, l.study, &look);
    struct strbuf b = strbuf_at(l.a);
    for (size_t i = 0; i < l.study->sections.n; i++)
        strbuf_fmt(&b, "%s%.*s", i ? " " : "", STR(l.study->sections.at[at[i]].title));
    CHECK_TRUE(str_eq(strbuf_str(&b), str_from(expected)));
}

TEST(sections_come_in_the_order_of_the_layout)
{
    ordered("", "Ethics Odd Problem Data TL;DR");
    ordered("tldr problem ethics", "TL;DR Problem Data Ethics Odd");
    ordered("tldr, problem", "TL;DR Problem Data Ethics Odd");
    ordered("data", "Ethics Odd Problem Data TL;DR");
}

TESTS(a_title_hangs_level_with_its_first_line, a_title_higher_than_its_text_makes_room,
      a_title_stays_with_its_text, a_section_inside_another_neither_hangs_nor_is_ruled,
      the_first_section_has_a_rule_of_its_own, in_two_columns_a_rule_is_as_long_as_its_own,
      a_heading_without_text_still_hangs, sections_come_in_the_order_of_the_layout,
      who_and_facts_stand_in_the_side_column, what_finds_no_room_beside_is_set_in_the_text,
      the_row_heads_later_sheets)
