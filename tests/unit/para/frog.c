/* SPDX-License-Identifier: MIT */
/* unit/para/frog.c — TeX's own breaks of the opening of "The Frog King" (cmr10 at 10 bp). */
#include <stdlib.h>

#include "test.h"

#include "base/diag.h"
#include "base/file.h"
#include "para/json.h"
#include "para/para.h"

/* What TeX Live 2022 gave for the same items at eight measures [sp]. */
static const struct {
    int width, total, lines, breaks[14];
} frogs[] = {
    {11840717,
     67589,           14,
     {15, 31, 49, 71, 89, 107, 129, 151, 167, 185, 205, 223, 241, 263}            },
    {14208860, 45804, 12, {19, 41, 65, 87, 111, 137, 161, 181, 205, 225, 247, 263}},
    {16577004, 38423, 10, {23, 47, 75, 101, 131, 161, 185, 211, 237, 263}         },
    {18945147, 5417,  9,  {25, 53, 85, 117, 151, 177, 209, 239, 263}              },
    {22694707, 1860,  8,  {31, 69, 105, 145, 179, 215, 251, 263}                  },
    {23681434, 1942,  7,  {31, 71, 107, 151, 187, 223, 263}                       },
    {27628339, 3559,  6,  {39, 85, 133, 175, 219, 263}                            },
    {29930701, 1016,  6,  {43, 91, 141, 187, 233, 263}                            },
};

static struct str frog_items(struct arena *a)
{
    const char *folder = getenv("TESTS");
    struct str items;
    struct str path =
        path_join(a, str_from(folder ? folder : "tests"), S("unit/para/frog-king.items"));
    CHECK_INT(file_read(a, path, 1 << 20, &items), FILE_OK);
    return items;
}

static const struct json *broken(struct arena *a, struct str json)
{
    struct diags d = diags_at(a, S("-"));
    struct str out;
    CHECK_INT(par_debug_break(a, json, &out, &d), RECTO_OK);
    size_t bad;
    const struct json *v = json_read(a, out, &bad);
    CHECK_NOT_NULL(v);
    return v;
}

TEST(the_frog_king_breaks_as_in_tex)
{
    struct arena *a = test_arena();
    struct str items = frog_items(a);
    struct strbuf in = strbuf_at(a);
    for (size_t i = 0; i < countof(frogs); i++)
        strbuf_fmt(&in,
                   "%s{\"name\":\"frog %d\",\"width\":%d,\"par\":{\"pretolerance\":-1,"
                   "\"tolerance\":200},\"items\":[%.*s]}",
                   i ? "," : "[", (int)i, frogs[i].width, STR(items));
    strbuf_putc(&in, ']');
    const struct json *v = broken(a, strbuf_str(&in))->first;
    for (size_t i = 0; i < countof(frogs); i++, v = v->next) {
        CHECK_INT(json_number(v, S("total"), -1), frogs[i].total);
        CHECK_INT(json_number(v, S("tex_total"), -1), frogs[i].total);
        const struct json *breaks = json_find(v, S("breaks"));
        CHECK_INT(breaks->count, frogs[i].lines);
        size_t n = 0;
        for (const struct json *b = breaks->first; b != NULL; b = b->next)
            CHECK_INT(b->number, frogs[i].breaks[n++]);
    }
    CHECK_NULL(v);
}

TEST(a_last_line_with_one_way_to_it_is_free_in_tex)
{
    struct arena *a = test_arena();
    struct str json = S("{\"name\":\"one \\\"word\\\"\",\"width\":1000,\"par\":{},"
                        "\"items\":[[\"box\",400],[\"pen\",10000],[\"glue\",0,1,2,0]]}");
    const struct json *v = broken(a, json)->first;
    CHECK_SAME(json_find(v, S("name"))->text, S("one \"word\""));
    CHECK_INT(json_number(v, S("total"), -1), 100); /* (line penalty + 0)² */
    /* pretolerance: a first pass is not the last one, so the line is priced. */
    CHECK_INT(json_number(v, S("tex_total"), -1), 100);
    json = S("{\"width\":1000,\"par\":{\"pretolerance\":-1},"
             "\"items\":[[\"box\",400],[\"pen\",10000],[\"glue\",0,1,2,0]]}");
    v = broken(a, json)->first;
    CHECK_INT(json_number(v, S("total"), -1), 100);
    CHECK_INT(json_number(v, S("tex_total"), -1), 0);
}

TEST(what_is_no_list_of_paragraphs_is_told)
{
    static const char *const wrong[] = {
        "",
        "[",
        "[{\"width\":1}]",
        "[{\"items\":[]}]",
        "[3]",
        "[{\"width\":1,\"items\":[[\"box\"]]}]",
        "[{\"width\":1,\"items\":[[\"box\",1,2]]}]",
        "[{\"width\":1,\"items\":[[\"glue\",1,1,9,1]]}]",
        "[{\"width\":1,\"items\":[[\"disc\",1]]}]",
        "[{\"width\":1,\"items\":[[\"what\",1]]}]",
        "[{\"width\":1,\"items\":[[]]}]",
        "[{\"width\":1e9,\"items\":[]}]",
        "[{\"width\":\"1\",\"items\":[]}]",
        "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
        "[{\"width\":1,\"items\":[]}] x",
    };
    struct arena *a = test_arena();
    for (size_t i = 0; i < countof(wrong); i++) {
        struct diags d = diags_at(a, S("-"));
        struct str out;
        CHECK_INT(par_debug_break(a, str_from(wrong[i]), &out, &d), RECTO_BAD_INPUT);
        CHECK_INT(d.list.n, 1);
        CHECK_INT(d.list.at[0].code, D_P0102);
    }
}

TEST(an_empty_paragraph_is_one_line)
{
    struct arena *a = test_arena();
    const struct json *v = broken(a, S("[{\"width\":1,\"items\":[]}]"))->first;
    CHECK_INT(json_find(v, S("breaks"))->count, 1);
    CHECK_INT(json_find(v, S("breaks"))->first->number, 0);
}

TESTS(the_frog_king_breaks_as_in_tex, a_last_line_with_one_way_to_it_is_free_in_tex,
      what_is_no_list_of_paragraphs_is_told, an_empty_paragraph_is_one_line)
