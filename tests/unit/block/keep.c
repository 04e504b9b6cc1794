/* SPDX-License-Identifier: MIT */
/* unit/block/keep.c — what stays on one page: headings, short items, what the author keeps. */
#include "../page/laid.h"

/* The boxes of a text in classic, as it is meant: neither grown nor tight. */
static struct boxes set(const char *markdown)
{
    struct laid l = laid_read(S("keep.md"), str_from(markdown), "classic");
    struct block_request request = l.block;
    request.look = style_at(l.a, l.style, 8);
    return block_build(l.a, &request, &l.d);
}

/* How many breaks are lawful between the boxes of section number `section`. */
static int breaks_in(const struct boxes *boxes, size_t section)
{
    int breaks = 0;
    for (size_t i = 1; i < boxes->list.n; i++)
        breaks += boxes->list.at[i].section == section &&
                  boxes->list.at[i - 1].section == section &&
                  boxes->list.at[i].penalty < BREAK_NEVER;
    return breaks;
}

#define WORDS                                                                           \
    "many words that fill a line and then another one so that there is a paragraph of " \
    "more "                                                                             \
    "than one line of text in the column of the page and still a little more than that "

TEST(a_block_that_the_author_keeps_does_not_part)
{
    struct boxes loose = set("# T\n\n## Problem\n\n" WORDS WORDS WORDS "\n");
    struct boxes kept = set("# T\n\n## Problem\n\n" WORDS WORDS WORDS "\n{.keep}\n");
    CHECK_TRUE(breaks_in(&loose, 0) > 0);
    CHECK_INT(breaks_in(&kept, 0), 0);
    CHECK_INT(kept.list.n, loose.list.n);
}

TEST(a_section_that_the_author_keeps_does_not_part)
{
    struct boxes loose = set("# T\n\n## Problem\n\n" WORDS "\n\n" WORDS "\n");
    struct boxes kept = set("# T\n\n## Problem {.keep}\n\n" WORDS "\n\n" WORDS "\n");
    CHECK_TRUE(breaks_in(&loose, 0) > 0);
    CHECK_INT(breaks_in(&kept, 0), 0);
}

TEST(a_page_break_inside_what_is_kept_is_meant)
{
    struct boxes kept =
        set("# T\n\n## Problem {.keep}\n\n" WORDS "\n\n<!-- pagebreak -->\n\n" WORDS "\n");
    CHECK_INT(breaks_in(&kept, 0), 1);
}

TEST(a_short_item_does_not_part)
{
    struct boxes boxes = set("# T\n\n## Users\n\n- " WORDS "\n- " WORDS
                             "\n\n  and a second paragraph\n- c\n");
    CHECK_INT(breaks_in(&boxes, 0), 2); /* between the items */
}

TEST(a_short_alert_does_not_part)
{
    struct boxes boxes =
        set("# T\n\n## Users\n\n> [!NOTE]\n> One.\n>\n> - two\n> - three\n");
    CHECK_INT(breaks_in(&boxes, 0), 0);
    boxes =
        set("# T\n\n## Users\n\n> [!NOTE]\n> " WORDS WORDS WORDS WORDS WORDS WORDS "\n");
    CHECK_TRUE(breaks_in(&boxes, 0) > 0);
}

#define CODE_LINES "a\nb\nc\nd\ne\nf\n"

TEST(short_code_does_not_part)
{
    struct boxes boxes =
        set("# T\n\n## Problem\n\n```\n" CODE_LINES CODE_LINES "```\n\nWords.\n");
    CHECK_INT(breaks_in(&boxes, 0), 1); /* behind it */
    boxes = set("# T\n\n## Problem\n\n```\n" CODE_LINES CODE_LINES CODE_LINES
                "```\n\nWords.\n");
    CHECK_TRUE(breaks_in(&boxes, 0) > 1);
}

TEST(a_heading_keeps_two_lines)
{
    struct boxes boxes = set("# T\n\n## Problem\n\nOne.\n\nTwo.\n\nThree.\n");
    size_t heading = 0;
    while (heading < boxes.list.n && boxes.list.at[heading].section != 0)
        heading++;
    CHECK_INT(boxes.list.at[heading + 1].penalty, BREAK_NEVER);
    CHECK_INT(boxes.list.at[heading + 2].penalty, BREAK_NEVER);
    CHECK_TRUE(boxes.list.at[heading + 3].penalty < BREAK_NEVER);
}

TEST(what_tells_of_a_figure_stays_with_it)
{
    struct boxes boxes = set("# T\n\n## Architecture\n\nA → B → C\n\n" WORDS WORDS "\n");
    CHECK_TRUE(boxes.list.n > 3);
    for (size_t i = 0; i + 1 < boxes.list.n; i++)
        if (boxes.list.at[i].section == 0 && boxes.list.at[i].lines == 0)
            CHECK_INT(boxes.list.at[i + 1].penalty, BREAK_NEVER);
}

TESTS(a_short_alert_does_not_part, a_block_that_the_author_keeps_does_not_part,
      a_section_that_the_author_keeps_does_not_part,
      a_page_break_inside_what_is_kept_is_meant, a_short_item_does_not_part,
      short_code_does_not_part, a_heading_keeps_two_lines,
      what_tells_of_a_figure_stays_with_it)
