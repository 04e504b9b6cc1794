/* SPDX-License-Identifier: MIT */
/* unit/model/facts.c — quick facts out of blocks; the notations themselves are in spec/facts.md. */
#include "model/facts/facts.h"

#include "base/vec.h"
#include "model/blocks.h"

struct reading {
    struct arena *a;
    struct facts facts;
    struct str rest;
    size_t taken;
};

static struct reading read_at(struct arena *a, const struct block *block,
                              enum section_kind section, bool before_sections)
{
    struct reading r = {.a = a};
    struct facts_context context = {section, before_sections};
    struct diags d = diags_at(a, S("case.md"));
    r.taken = facts_read(a, block, &context, &r.facts, &r.rest, &d);
    return r;
}

static struct reading read_section(struct arena *a, const struct block *block)
{
    return read_at(a, block, SECTION_FACTS, false);
}

static void check_fact(const struct reading *r, size_t i, const char *key,
                       const char *value)
{
    CHECK_TRUE(i < r->facts.list.n);
    CHECK_STR(r->facts.list.at[i].key, key);
    CHECK_STR(r->facts.list.at[i].value, value);
}

TEST(facts_come_from_lines_with_tabs)
{
    struct arena *a = test_arena();
    struct reading r = read_section(a, paragraph(a, "Role\t<Solo>\nStack\tRust, `tokio`"));
    CHECK_INT(r.taken, 1);
    CHECK_INT(r.facts.list.n, 2);
    check_fact(&r, 0, "Role", "<Solo>");
    CHECK_TRUE(r.facts.list.at[0].placeholder);
    check_fact(&r, 1, "Stack", "Rust, tokio");
    CHECK_FALSE(r.facts.list.at[1].placeholder);
}

TEST(facts_keep_the_markup_of_their_values)
{
    struct arena *a = test_arena();
    struct reading r =
        read_section(a, paragraph(a, "**Stack:** Rust, `tokio` and **Ray**"));
    const struct inline_node *value = r.facts.list.at[0].value_inlines;
    CHECK_INT(value->kind, INLINE_TEXT);
    CHECK_INT(value->next->kind, INLINE_CODE);
    CHECK_INT(value->next->next->next->kind, INLINE_STRONG);
    CHECK_INT(r.facts.list.at[0].key_inlines->kind, INLINE_TEXT);
}

TEST(facts_leave_the_source_tree_alone)
{
    struct arena *a = test_arena();
    struct block *block = paragraph(a, "**Role:** Lead | **Team:** 4");
    struct str before = inlines_text(a, block->inlines);
    CHECK_INT(read_section(a, block).facts.list.n, 2);
    CHECK_SAME(inlines_text(a, block->inlines), before);
}

TEST(facts_have_the_place_of_key_and_value)
{
    struct arena *a = test_arena();
    struct reading r = read_section(a, paragraph(a, "Role: Lead | Team: 4"));
    CHECK_INT(r.facts.list.at[1].span.column, 14);
    CHECK_INT(r.facts.list.at[1].span.end_column, 20);
}

TEST(facts_come_from_consecutive_paragraphs)
{
    struct arena *a = test_arena();
    struct block *document = new_block(a, BLOCK_DOCUMENT, NULL);
    hang(document, paragraph(a, "**Role:** Lead"));
    hang(document, paragraph(a, "**Team:** 4"));
    hang(document, paragraph(a, "This is prose."));
    struct reading r = read_section(a, document->first);
    CHECK_INT(r.taken, 2);
    CHECK_INT(r.facts.list.n, 2);
}

TEST(a_key_without_value_takes_the_list_below_it)
{
    struct arena *a = test_arena();
    struct block *document = new_block(a, BLOCK_DOCUMENT, NULL);
    const char *const items[] = {"Rust", "`tokio`", NULL};
    hang(document, paragraph(a, "**Stack:**"));
    hang(document, list_of(a, items));
    struct reading r = read_section(a, document->first);
    CHECK_INT(r.taken, 2);
    check_fact(&r, 0, "Stack", "Rust, tokio");
}

TEST(facts_come_from_tables_of_two_columns)
{
    struct arena *a = test_arena();
    const char *const plain[] = {"Key|Value", "Role|Lead", "**Team**|4", NULL};
    struct reading r = read_section(a, table_of(a, plain));
    CHECK_INT(r.facts.list.n, 2);
    check_fact(&r, 1, "Team", "4");
    CHECK_INT(r.rest.n, 0);
    const char *const headless[] = {"Role|Lead", "Team|4", NULL};
    CHECK_INT(read_section(a, table_of(a, headless)).facts.list.n, 2);
}

TEST(words_of_a_table_that_are_no_fact_are_kept)
{
    struct arena *a = test_arena();
    const char *const rows[] = {"Key|Meaning for us", "Role|Lead", "|alone", NULL};
    struct reading r = read_at(a, table_of(a, rows), SECTION_CUSTOM, true);
    CHECK_INT(r.facts.list.n, 1);
    CHECK_TRUE(str_find(r.rest, S("Meaning for us"), 0) < r.rest.n);
    CHECK_TRUE(str_find(r.rest, S("alone"), 0) < r.rest.n);
}

TEST(facts_come_from_one_wide_row)
{
    struct arena *a = test_arena();
    const char *const rows[] = {"Role|Timeline|Stack", "Lead|9 weeks|`rust`", NULL};
    struct reading r = read_section(a, table_of(a, rows));
    CHECK_INT(r.facts.list.n, 3);
    check_fact(&r, 2, "Stack", "rust");
    CHECK_INT(r.facts.list.at[2].value_inlines->kind, INLINE_CODE);
}

TEST(keys_are_cleaned)
{
    struct arena *a = test_arena();
    const char *const items[] = {"🧰 **Stack:** Rust", "⏱️ Timeline: 9 weeks",
                                 "**Team (core)**: 4", NULL};
    struct reading r = read_section(a, list_of(a, items));
    CHECK_INT(r.facts.list.n, 3);
    check_fact(&r, 0, "Stack", "Rust");
    check_fact(&r, 1, "Timeline", "9 weeks");
    check_fact(&r, 2, "Team (core)", "4");
}

TEST(facts_need_more_proof_outside_their_section)
{
    struct arena *a = test_arena();
    const char *const users[] = {"**Agents:** want a number", "**Leads:** plan shifts",
                                 NULL};
    const char *const known[] = {"**Role:** Lead", "**Team:** 4", NULL};
    CHECK_INT(read_at(a, list_of(a, users), SECTION_USERS, false).taken, 0);
    CHECK_INT(read_at(a, list_of(a, users), SECTION_CUSTOM, false).taken, 0);
    CHECK_INT(read_at(a, list_of(a, known), SECTION_CUSTOM, false).taken, 1);
    CHECK_INT(read_at(a, list_of(a, known), SECTION_EVALUATION, false).taken, 0);
    CHECK_INT(read_at(a, list_of(a, users), SECTION_CUSTOM, true).taken, 0);
    CHECK_INT(read_at(a, list_of(a, known), SECTION_CUSTOM, true).taken, 1);
    struct block *row = paragraph(a, "**Cohort:** B | **Sponsor:** none");
    CHECK_INT(read_at(a, row, SECTION_CUSTOM, true).facts.list.n, 2);
}

TEST(prose_with_a_colon_is_no_fact)
{
    static const char *const texts[] = {
        "We had one rule: no data leaves the cluster and nobody prints it on paper.",
        "Two things mattered to all of us that year: speed and trust.",
        "See https://example.com/a for more.",
        "It starts at 10:30 sharp.",
        "Three engineers built this.",
    };
    struct arena *a = test_arena();
    for (size_t i = 0; i < countof(texts); i++) {
        CHECK_INT(read_section(a, paragraph(a, texts[i])).taken, 0);
        CHECK_INT(read_at(a, paragraph(a, texts[i]), SECTION_CUSTOM, true).taken, 0);
    }
}

TEST(a_box_of_prose_stays_a_box)
{
    struct arena *a = test_arena();
    struct block *quote = new_block(a, BLOCK_QUOTE, NULL);
    hang(quote, paragraph(a, "**Status:** shipped"));
    CHECK_INT(read_at(a, quote, SECTION_CUSTOM, true).facts.list.n, 1);
    hang(quote,
         paragraph(a,
                   "And here follows a long text about how it came to be shipped at all."));
    CHECK_INT(read_at(a, quote, SECTION_CUSTOM, true).taken, 0);
}

TEST(nested_boxes_end_somewhere)
{
    struct arena *a = test_arena();
    struct block *inside = paragraph(a, "**Role:** Lead");
    for (int i = 0; i < 500; i++)
        inside = hang(new_block(a, BLOCK_QUOTE, NULL), inside);
    CHECK_INT(read_section(a, inside).taken, 0);
}

TEST(front_matter_without_a_map_is_told)
{
    struct arena *a = test_arena();
    struct diags d = diags_at(a, S("case.md"));
    struct facts facts = {0};
    struct yaml scalar = {.kind = YAML_SCALAR, .key = S("facts"), .text = S("none")};
    struct yaml front = {.kind = YAML_MAP, .first = &scalar};
    facts_from_front(a, &front, &facts, &d);
    CHECK_INT(d.list.n, 1);
    CHECK_INT(d.list.at[0].code, D_M0201);
    struct yaml role = {.kind = YAML_SCALAR, .key = S("tech_stack"), .text = S("Rust")};
    front.first = &role;
    facts_from_front(a, &front, &facts, &d);
    CHECK_INT(d.list.n, 1);
    CHECK_STR(facts.list.at[0].key, "Tech stack");
    facts_from_front(a, NULL, &facts, &d);
    CHECK_INT(facts.list.n, 1);
}

TESTS(facts_come_from_lines_with_tabs, facts_keep_the_markup_of_their_values,
      facts_leave_the_source_tree_alone, facts_have_the_place_of_key_and_value,
      facts_come_from_consecutive_paragraphs, a_key_without_value_takes_the_list_below_it,
      facts_come_from_tables_of_two_columns, words_of_a_table_that_are_no_fact_are_kept,
      facts_come_from_one_wide_row, keys_are_cleaned,
      facts_need_more_proof_outside_their_section, prose_with_a_colon_is_no_fact,
      a_box_of_prose_stays_a_box, nested_boxes_end_somewhere,
      front_matter_without_a_map_is_told)
