/* SPDX-License-Identifier: MIT */
/* unit/model/diagram_text.c — a diagram as one line of text. */
#include "test.h"

#include "model/diagram/diagram.h"
#include "model/study.h"

static struct str text_of(const char *diagram)
{
    struct arena *a = test_arena();
    struct diags d = diags_at(a, S("case.md"));
    struct str all = str_fmt(a, "## Architecture\n\n%s\n", diagram), rest;
    const struct source *source = source_parse(a, S("case.md"), all, &d);
    const struct block *heading = source->root->first;
    struct graph g;
    CHECK_TRUE(diagram_read(a, heading->next, SECTION_ARCHITECTURE, &g, &rest, &d) > 0);
    return g.source;
}

TEST(the_line_of_the_author_is_kept)
{
    CHECK_STR(text_of("[A] → [B] (↔ Store) → **C**"), "[A] → [B] (↔ Store) → C");
    CHECK_STR(text_of("A -> B -> C"), "A -> B -> C");
}

TEST(a_program_is_told_in_arrows)
{
    CHECK_STR(
        text_of("```mermaid\ngraph LR\n A[App] -->|asks| B[Gate]\n B --> C[(Db)]\n```"),
        "App – asks → Gate → Db");
    CHECK_STR(text_of("```mermaid\ngraph LR; A[App]-->B[Gate];\n```"), "App → Gate");
}

TEST(branches_begin_a_new_clause)
{
    CHECK_STR(text_of("```mermaid\ngraph TD\n A --> B\n A --> C\n B --> D\n```"),
              "A → B → D; A → C");
}

TEST(titles_of_groups_come_first)
{
    CHECK_STR(text_of("- Ingest: Kafka → Flink\n- Serve: API → Model"),
              "Ingest: Kafka → Flink; Serve: API → Model");
}

TEST(lines_are_joined)
{
    CHECK_STR(text_of("```text\nClient\n  ↓\nGateway\n  ↓\nModel\n```"),
              "Client → Gateway → Model");
}

TESTS(the_line_of_the_author_is_kept, a_program_is_told_in_arrows,
      branches_begin_a_new_clause, titles_of_groups_come_first, lines_are_joined)
