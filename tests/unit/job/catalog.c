/* SPDX-License-Identifier: MIT */
/* unit/job/catalog.c — what the library tells about itself. */
#include "test.h"

#include <recto/catalog.h>

#include "base/diag.h"
#include "base/utf8.h"

/* A sink that collects, or refuses. */
struct bag {
    struct strbuf text;
    bool refuses;
};

static int collect(void *user, const void *bytes, size_t length)
{
    struct bag *bag = user;
    if (bag->refuses)
        return 1;
    strbuf_put(&bag->text, (struct str){bytes, length});
    return 0;
}

static struct bag bag_new(void)
{
    return (struct bag){.text = strbuf_at(test_arena())};
}

static recto_sink sink_of(struct bag *bag)
{
    return (recto_sink){collect, bag};
}

static bool holds(const struct bag *bag, const char *piece)
{
    struct str text = strbuf_str(&bag->text);
    return str_find(text, str_from(piece), 0) < text.n;
}

TEST(formats_end_with_an_empty_one)
{
    bool pdf = false;
    size_t n = 0;
    for (; recto_format_at(n).name; n++) {
        pdf = pdf || str_eq(str_from(recto_format_at(n).name), S("pdf"));
        CHECK_INT(recto_format_at(n).extension[0], '.');
    }
    CHECK_TRUE(pdf);
    CHECK_NULL(recto_format_at(n + 1).name);
}

TEST(a_list_is_handed_over_whole)
{
    struct bag bag = bag_new();
    CHECK_INT(recto_list_palettes(sink_of(&bag)), RECTO_DONE);
    CHECK_TRUE(holds(&bag, "forest\n"));
}

TEST(a_sink_that_refuses_is_a_failure_of_the_world)
{
    struct bag bag = {.refuses = true};
    CHECK_INT(recto_list_palettes(sink_of(&bag)), RECTO_WORLD_FAILED);
    CHECK_INT(recto_schema("layout", sink_of(&bag), NULL), RECTO_WORLD_FAILED);
}

TEST(a_wrong_name_gives_its_neighbour_and_writes_nothing)
{
    struct bag bag = bag_new();
    char near[RECTO_NAME_MAX] = "?";
    CHECK_INT(recto_explain_code("J0101x", sink_of(&bag), near), RECTO_WRONG_USAGE);
    CHECK_CSTR(near, "J0101");
    CHECK_INT(recto_explain_layout("page.tpo", sink_of(&bag), near), RECTO_WRONG_USAGE);
    CHECK_CSTR(near, "page.top");
    CHECK_INT(recto_schema("quite another thing", sink_of(&bag), near), RECTO_WRONG_USAGE);
    CHECK_CSTR(near, "");
    CHECK_INT(recto_schema("layuot", sink_of(&bag), NULL), RECTO_WRONG_USAGE);
    CHECK_INT(bag.text.n, 0);
}

TEST(a_key_is_explained_by_its_short_name_too)
{
    struct bag bag = bag_new();
    CHECK_INT(recto_explain_layout("body.size", sink_of(&bag), NULL), RECTO_DONE);
    CHECK_TRUE(holds(&bag, "roles.text.size — "));
    CHECK_TRUE(holds(&bag, "units: pt, mm"));
}

TEST(explanations_fit_a_terminal)
{
    struct bag bag = bag_new();
    for (int code = 0; code < DIAG_CODES; code++) {
        bag.text.n = 0;
        CHECK_INT(
            recto_explain_code(diag_row((enum diag_code)code)->id, sink_of(&bag), NULL),
            RECTO_DONE);
        for (struct str rest = strbuf_str(&bag.text); rest.p;)
            CHECK_TRUE(utf8_length(str_cut(&rest, '\n')) <= 80);
    }
}

TEST(every_code_is_listed_with_its_level)
{
    struct bag bag = bag_new();
    CHECK_INT(recto_list_codes(sink_of(&bag)), RECTO_DONE);
    CHECK_TRUE(holds(&bag, "M0102\twarning\ta key of the front matter is not known\n"));
    CHECK_TRUE(holds(&bag, "J0204\tnote\t"));
}

TESTS(formats_end_with_an_empty_one, a_list_is_handed_over_whole,
      a_sink_that_refuses_is_a_failure_of_the_world,
      a_wrong_name_gives_its_neighbour_and_writes_nothing,
      a_key_is_explained_by_its_short_name_too, explanations_fit_a_terminal,
      every_code_is_listed_with_its_level)
