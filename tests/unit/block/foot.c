/* SPDX-License-Identifier: MIT */
/* unit/block/foot.c — links and contact at the foot: one row, names above addresses. */
#include "../page/laid.h"

/* The one box at the foot of a study with these last sections. */
static const struct box *foot_of(struct laid *l, const char *sections)
{
    struct arena *a = test_arena();
    struct str text = str_fmt(a, "# T\n\n## Problem\n\nText.\n\n%s", sections);
    *l = laid_read(S("x.md"), text, "classic");
    l->block.look = style_at(l->a, l->style, 0);
    struct boxes boxes = block_build(l->a, &l->block, &l->d);
    const struct box *foot = vec_last(&boxes.list);
    CHECK_INT(foot->place, PLACE_FOOT);
    return foot;
}

/* The line that says `word` somewhere. */
static const struct mark *find(const struct box *box, const char *word)
{
    for (size_t k = 0; k < box->mark_count; k++)
        for (size_t i = 0; i < box->marks[k].line.piece_count; i++) {
            struct str text = box->marks[k].line.pieces[i].text;
            if (str_find(text, str_from(word), 0) < text.n)
                return &box->marks[k];
        }
    CHECK_TRUE(false);
    return &box->marks[0];
}

static const char links[] =
    "## Links\n\n- [Code](https://x.org/code)\n"
    "- [Demo](https://x.org/demo)\n- [Paper](https://x.org/paper)\n\n";

TEST(a_title_begins_the_name_of_its_first_entry)
{
    struct laid l;
    const struct box *foot = foot_of(&l, links);
    CHECK_TRUE(find(foot, "Links") == find(foot, "Code"));
    CHECK_INT(find(foot, "Code")->y, find(foot, "Demo")->y);
    CHECK_INT(find(foot, "x.org/code")->y, find(foot, "x.org/paper")->y);
}

TEST(a_title_is_the_name_of_an_entry_without_one)
{
    struct laid l;
    struct arena *a = test_arena();
    struct str text = str_fmt(a, "%s## Contact\n\n- you@x.org\n", links);
    const struct box *foot = foot_of(&l, text.p);
    CHECK_INT(find(foot, "Contact")->y, find(foot, "Links")->y);
    CHECK_INT(find(foot, "you@x.org")->y, find(foot, "x.org/code")->y);
    CHECK_INT(find(foot, "Contact")->x, find(foot, "you@x.org")->x);
}

TEST(what_finds_no_room_in_a_row_begins_the_next)
{
    struct laid l;
    struct arena *a = test_arena();
    struct str text = str_fmt(a, "%s## Contact\n\n- you@x.org\n- Berlin\n", links);
    const struct box *foot = foot_of(&l, text.p);
    CHECK_TRUE(find(foot, "Contact")->y > find(foot, "x.org/code")->y);
    CHECK_INT(find(foot, "you@x.org")->y, find(foot, "Berlin")->y);
    CHECK_INT(find(foot, "you@x.org")->x, find(foot, "x.org/code")->x);
}

TEST(few_entries_have_wide_columns)
{
    struct laid l;
    const struct box *foot = foot_of(&l, links);
    mpt third = find(foot, "Demo")->x - find(foot, "Links")->x;
    foot = foot_of(&l, "## Links\n\n- [Code](https://x.org/code)\n- "
                       "[Demo](https://x.org/demo)\n");
    CHECK_TRUE(find(foot, "Demo")->x > third * 5 / 4);
}

TEST(there_are_as_many_columns_as_addresses_find_room_in)
{
    static const char six[] = "## Links\n\n- [A](https://x.org/a)\n- [B](https://x.org/b)\n"
                              "- [C](https://x.org/c)\n- [D](https://x.org/d)\n"
                              "- [E](https://x.org/e)\n- [F](https://%s.org/f)\n";
    static const char *const hosts[] = {"x", "dokumentationsseite"};
    for (size_t i = 0; i < countof(hosts); i++) {
        struct laid l;
        foot_of(&l, links);
        struct look narrow = *l.block.look;
        narrow.links_columns = 6;
        l = laid_read(S("x.md"), str_fmt(test_arena(), six, hosts[i]), "classic");
        l.block.look = &narrow;
        struct boxes boxes = block_build(l.a, &l.block, &l.d);
        const struct box *foot = vec_last(&boxes.list);
        bool one_row = find(foot, "x.org/a")->y == find(foot, ".org/f")->y;
        CHECK_INT(one_row, i == 0);
    }
}

TESTS(a_title_begins_the_name_of_its_first_entry,
      a_title_is_the_name_of_an_entry_without_one,
      what_finds_no_room_in_a_row_begins_the_next, few_entries_have_wide_columns,
      there_are_as_many_columns_as_addresses_find_room_in)
