/* SPDX-License-Identifier: MIT */
/* unit/source/yaml.c — YAML as a tree of values with places. */
#include "source/yaml.h"
#include "test.h"

static struct diags findings(struct arena *a)
{
    return diags_at(a, S("test.yaml"));
}

TEST(yaml_reads_scalars_lists_and_maps_in_order)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    const struct yaml *root =
        yaml_parse(a, S("a: 1\nb: [x, 'y z']\nc:\n  d: \"q\"\n  e:\n"), 10, &d);
    CHECK_NOT_NULL(root);
    CHECK_INT(root->kind, YAML_MAP);
    CHECK_STR(yaml_text(yaml_find(root, S("a"))), "1");
    const struct yaml *b = yaml_find(root, S("b"));
    CHECK_INT(b->kind, YAML_LIST);
    CHECK_STR(b->first->text, "x");
    CHECK_FALSE(b->first->quoted);
    CHECK_STR(b->first->next->text, "y z");
    CHECK_TRUE(b->first->next->quoted);
    CHECK_STR(yaml_text(yaml_at(root, S("c.d"))), "q");
    CHECK_INT(yaml_at(root, S("c.e"))->kind, YAML_NULL);
    CHECK_NULL(yaml_at(root, S("c.x")));
    CHECK_NULL(yaml_find(NULL, S("a")));
    CHECK_INT(d.list.n, 0);
}

TEST(yaml_knows_its_places_in_bytes)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    const struct yaml *root = yaml_parse(a, S("é: à\nlist:\n  - ö: ü x\n"), 2, &d);
    const struct yaml *e = root->first;
    CHECK_INT(e->key_span.line, 3);
    CHECK_INT(e->key_span.column, 1);
    CHECK_INT(e->key_span.end_column, 2);
    CHECK_INT(e->span.column, 5);
    CHECK_INT(e->span.end_column, 6);
    const struct yaml *inner = root->first->next->first->first;
    CHECK_STR(inner->text, "ü x");
    CHECK_INT(inner->span.line, 5);
    CHECK_INT(inner->span.column, 9);
    CHECK_INT(inner->span.end_column, 12);
}

TEST(yaml_truths_are_unquoted_words)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    const struct yaml *root =
        yaml_parse(a, S("a: yes\nb: Off\nc: \"no\"\nd: maybe\n"), 0, &d);
    CHECK_INT(yaml_truth(yaml_find(root, S("a"))), 1);
    CHECK_INT(yaml_truth(yaml_find(root, S("b"))), 0);
    CHECK_INT(yaml_truth(yaml_find(root, S("c"))), -1);
    CHECK_INT(yaml_truth(yaml_find(root, S("d"))), -1);
    CHECK_INT(yaml_truth(NULL), -1);
}

TEST(yaml_empty_text_is_an_empty_map)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    const struct yaml *root = yaml_parse(a, S("# nothing\n"), 0, &d);
    CHECK_NOT_NULL(root);
    CHECK_INT(root->kind, YAML_MAP);
    CHECK_NULL(root->first);
}

TEST(yaml_the_last_of_equal_keys_counts)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    const struct yaml *root = yaml_parse(a, S("a: 1\nb: 2\na: 3\na: 4\n"), 0, &d);
    CHECK_STR(yaml_text(yaml_find(root, S("a"))), "4");
    CHECK_STR(root->first->key, "b");
    CHECK_STR(root->first->next->text, "4");
    CHECK_NULL(root->first->next->next);
    CHECK_INT(d.list.n, 2);
    CHECK_INT(d.list.at[0].code, D_S0202);
}

/* One line of text, what is said of it and where. */
static const struct {
    const char *text, *said;
    enum diag_code code;
    unsigned line, column;
} broken[] = {
    {"a: b: c\n",        "a colon inside a value",                 D_S0201, 1, 5},
    {"a: [1, 2\nb: 3\n", "a list in brackets is never closed",     D_S0201, 2, 2},
    {"a: \"x\n",         "a quote or bracket is never closed",     D_S0201, 2, 1},
    {"a:\n\tb: 1\n",     "a tab where YAML wants spaces",          D_S0201, 2, 1},
    {"a: @x\n",          "a value cannot begin with “@”",      D_S0201, 1, 4},
    {"a: \"\\q\"\n",     "a backslash inside double quotes",       D_S0201, 1, 5},
    {"a: *x\n",          "anchors, aliases and tags are not read", D_S0203, 1, 4},
    {"a: !!str x\n",     "anchors, aliases and tags are not read", D_S0203, 1, 4},
    {"[a]: b\n",         "a key is a list or a map",               D_S0201, 1, 1},
};

TEST(yaml_says_what_is_wrong_and_where)
{
    for (size_t i = 0; i < countof(broken); i++) {
        struct arena *a = arena_new(1u << 20);
        struct diags d = findings(a);
        CHECK_NULL(yaml_parse(a, str_from(broken[i].text), 0, &d));
        CHECK_INT(d.list.n, 1);
        CHECK_STR(d.list.at[0].text, broken[i].said);
        CHECK_INT(d.list.at[0].code, broken[i].code);
        CHECK_INT(d.list.at[0].span.line, broken[i].line);
        CHECK_INT(d.list.at[0].span.column, broken[i].column);
        arena_free(a);
    }
}

TEST(yaml_refuses_what_is_nested_too_deeply)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    struct strbuf b = strbuf_at(a);
    for (int i = 0; i < 65; i++)
        strbuf_putc(&b, '[');
    for (int i = 0; i < 65; i++)
        strbuf_putc(&b, ']');
    CHECK_NULL(yaml_parse(a, strbuf_str(&b), 0, &d));
    CHECK_INT(d.list.at[0].code, D_S0204);
    struct diags other = findings(a);
    CHECK_NOT_NULL(yaml_parse(a, str_sub(strbuf_str(&b), 1, 129), 0, &other));
    CHECK_INT(other.list.n, 0);
}

TEST(yaml_lenient_reads_colons_in_values)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    const struct yaml *root =
        yaml_parse_lenient(a, S("t: One: it's two\nu: Three: four\nv: 5\n"), 0, &d);
    CHECK_STR(yaml_text(yaml_find(root, S("t"))), "One: it's two");
    CHECK_STR(yaml_text(yaml_find(root, S("u"))), "Three: four");
    CHECK_STR(yaml_text(yaml_find(root, S("v"))), "5");
    CHECK_INT(d.list.n, 2);
    CHECK_INT(d.list.at[0].code, D_S0205);
    CHECK_INT(d.list.at[1].span.line, 2);
}

TEST(yaml_lenient_tells_other_errors_as_they_are)
{
    struct arena *a = test_arena();
    struct diags d = findings(a);
    CHECK_NULL(yaml_parse_lenient(a, S("a: [b: c: d\n"), 0, &d));
    CHECK_INT(d.list.n, 1);
    CHECK_INT(d.list.at[0].code, D_S0201);
}

TESTS(yaml_reads_scalars_lists_and_maps_in_order, yaml_knows_its_places_in_bytes,
      yaml_truths_are_unquoted_words, yaml_empty_text_is_an_empty_map,
      yaml_the_last_of_equal_keys_counts, yaml_says_what_is_wrong_and_where,
      yaml_refuses_what_is_nested_too_deeply, yaml_lenient_reads_colons_in_values,
      yaml_lenient_tells_other_errors_as_they_are)
