/* SPDX-License-Identifier: MIT */
/* unit/model/metric.c — metrics in phrases and blocks. */
#include "model/metric.h"

#include "base/vec.h"
#include "model/blocks.h"

static struct metrics found_in(struct arena *a, const struct block *block,
                               enum section_kind section)
{
    struct metrics out = {0};
    metrics_find(a, block, section, 3, S("en"), &out);
    return out;
}

static size_t count_in(const char *text, enum section_kind section)
{
    struct arena *a = arena_new(TEST_ARENA_CEILING);
    size_t n = found_in(a, paragraph(a, text), section).list.n;
    arena_free(a);
    return n;
}

TEST(metric_reads_a_signed_percentage)
{
    struct metric m = metric_parse(test_arena(), S("−37% cost/1k queries"), S("en"));
    CHECK_STR(m.value, "−37%");
    CHECK_STR(m.number, "−37");
    CHECK_STR(m.unit, "%");
    CHECK_STR(m.label, "cost/1k queries");
    CHECK_INT(m.direction, CHANGE_DOWN);
    CHECK_INT(m.good, VERDICT_GOOD);
}

TEST(metric_keeps_a_percentile_as_label_and_prefix)
{
    struct metric m = metric_parse(test_arena(), S("p95=78ms"), S("en"));
    CHECK_STR(m.value, "78ms");
    CHECK_STR(m.label, "p95");
    CHECK_STR(m.prefix, "p95");
    CHECK_INT(m.direction, CHANGE_NONE);
    CHECK_INT(m.good, VERDICT_UNKNOWN);
}

TEST(metric_knows_both_ends_of_a_step)
{
    struct arena *a = test_arena();
    struct metric m = metric_parse(a, S("first-response: 4h → <30s"), S("en"));
    CHECK_STR(m.value, "4h → <30s");
    CHECK_STR(m.number, "<30");
    CHECK_STR(m.unit, "s");
    CHECK_STR(m.from, "4h");
    CHECK_STR(m.to, "<30s");
    CHECK_TRUE(m.has_bars);
    CHECK_INT(m.from_milli,
              4ll * 3600 * 1000 * 1000); /* the base of time is the millisecond */
    CHECK_INT(m.to_milli, 30000000);
    m = metric_parse(a, S("resolution from 61.2% to 68.8%"), S("en"));
    CHECK_INT(m.from_milli, 61200);
    CHECK_INT(m.to_milli, 68800);
    m = metric_parse(a, S("reward -0.32→0.56"), S("en"));
    CHECK_FALSE(m.has_bars);
    CHECK_INT(m.direction, CHANGE_UP);
}

TEST(metric_gives_nothing_where_there_is_none)
{
    struct arena *a = test_arena();
    CHECK_INT(metric_parse(a, S("no number at all"), S("en")).value.n, 0);
    CHECK_INT(metric_parse(a, S(""), S("en")).value.n, 0);
    CHECK_INT(metric_parse(a, S("24/7"), S("en")).value.n, 0);
}

TEST(metrics_of_the_templates_own_line_are_three)
{
    struct arena *a = test_arena();
    const char *line =
        "Built a QA for support docs; improved first-contact resolution **+12.4%** at "
        "**p95=78ms** and **−37%** cost/1k queries.";
    struct metrics out = found_in(a, paragraph(a, line), SECTION_TLDR);
    CHECK_INT(out.list.n, 3);
    static const struct {
        const char *value, *label;
        enum change direction;
        enum verdict good;
    } want[] = {
        {"+12.4%", "first-contact resolution", CHANGE_UP,   VERDICT_GOOD   },
        {"78ms",   "p95",                      CHANGE_NONE, VERDICT_UNKNOWN},
        {"−37%", "cost/1k queries",          CHANGE_DOWN, VERDICT_GOOD   },
    };
    for (size_t i = 0; i < countof(want); i++) {
        CHECK_STR(out.list.at[i].value, want[i].value);
        CHECK_STR(out.list.at[i].label, want[i].label);
        CHECK_INT(out.list.at[i].direction, want[i].direction);
        CHECK_INT(out.list.at[i].good, want[i].good);
        CHECK_INT(out.list.at[i].section, 3);
    }
    CHECK_STR(out.list.at[2].sentence,
              "Built a QA for support docs; improved first-contact "
              "resolution +12.4% at p95=78ms and −37% cost/1k queries.");
}

TEST(metric_span_is_the_place_of_its_value)
{
    struct arena *a = test_arena();
    struct metrics out = found_in(a, paragraph(a, "cost **−37%** today"), SECTION_TLDR);
    CHECK_INT(out.list.n, 1);
    CHECK_INT(out.list.at[0].span.line, 1);
    CHECK_INT(out.list.at[0].span.column, 8);
    CHECK_INT(out.list.at[0].span.end_column, 13); /* the minus is three bytes long */
}

TEST(metrics_in_plain_words_need_ground)
{
    CHECK_INT(count_in("We cut the cost per query by 37%.", SECTION_IMPACT), 1);
    CHECK_INT(count_in("We cut the cost per query by 37%.", SECTION_CUSTOM), 1);
    CHECK_INT(count_in("We cut the cost per query by 37%.", SECTION_PROBLEM), 0);
    CHECK_INT(count_in("We must cut the cost per query by 37%.", SECTION_IMPACT), 0);
    CHECK_INT(count_in("The aim was **37%** less cost.", SECTION_PROBLEM), 1);
    CHECK_INT(count_in("- 100% test coverage", SECTION_IMPACT), 0);
    CHECK_INT(count_in("`p95=78ms` and `**+12%**`", SECTION_IMPACT), 0);
}

TEST(metrics_do_not_come_from_numbers_that_count_nothing)
{
    static const char *const texts[] = {
        "24/7 support",
        "**Python 3.11+**",
        "**1x A10**",
        "5×5 kernels",
        "10 × 5 × 3 = **150 series**",
        "p293-davidson.pdf",
        "F11",
        "0.0.0.0:6379->6379/tcp",
        "from 1.27 to 1.28",
        "(32→1024 channels",
        "**128→256→512**",
        "from IPv4 to IPv6",
        "from 1 to 1000 might",
        "(1min → 1h",
        "7 days → 1min, 30 days → 1h",
        "(0 → 100M Users)",
        "**Phase 2**",
        "**2024**",
        "upgraded Redis from 6.2 to 7.0",
        "retention 7 days → 30 days",
    };
    for (size_t i = 0; i < countof(texts); i++)
        if (count_in(texts[i], SECTION_IMPACT) != 0)
            CHECK_CSTR(texts[i], "no metric");
}

TEST(metrics_of_a_list_are_found_item_by_item)
{
    struct arena *a = test_arena();
    const char *const items[] = {"**Latency:** 214 ms → 78 ms", "no number", "−37% cost",
                                 NULL};
    struct metrics out = found_in(a, list_of(a, items), SECTION_IMPACT);
    CHECK_INT(out.list.n, 2);
    CHECK_STR(out.list.at[0].label, "Latency");
    CHECK_STR(out.list.at[1].label, "cost");
}

TEST(metrics_of_a_table_need_heads_that_tell_outcomes)
{
    struct arena *a = test_arena();
    const char *const steps[] = {"Metric|Before|After|Change",
                                 "p95 latency|214 ms|78 ms|−63%", "Cost|$2.10|$1.32|",
                                 NULL};
    struct metrics out = found_in(a, table_of(a, steps), SECTION_EVALUATION);
    CHECK_INT(out.list.n, 2);
    CHECK_STR(out.list.at[0].value, "−63%");
    CHECK_STR(out.list.at[0].from, "214 ms");
    CHECK_INT(out.list.at[0].good, VERDICT_GOOD);
    CHECK_STR(out.list.at[1].value, "$1.32");
    CHECK_STR(out.list.at[1].label, "Cost");
    const char *const values[] = {"Metric|Result", "Accuracy|94%", NULL};
    CHECK_INT(found_in(a, table_of(a, values), SECTION_EVALUATION).list.n, 1);
    const char *const bench[] = {"System|Recall|p95", "Ours|**81.3%**|**78 ms**", NULL};
    CHECK_INT(found_in(a, table_of(a, bench), SECTION_EVALUATION).list.n, 0);
    const char *const outcome[] = {"Project|Standout", "One|99.83% accuracy; a server",
                                   NULL};
    out = found_in(a, table_of(a, outcome), SECTION_CUSTOM);
    CHECK_INT(out.list.n, 1);
    CHECK_STR(out.list.at[0].label, "accuracy");
}

TEST(metrics_obey_marks_on_spans)
{
    struct arena *a = test_arena();
    struct block *block = paragraph(a, "about **three weeks** and **−37%** cost");
    struct str metric = S("metric"), nometric = S("nometric");
    struct attr_pair label = {S("label"), S("time to launch")};
    struct inline_node *first = block->inlines->next, *second = first->next->next;
    first->attrs = (struct attrs){&metric, 1, &label, 1};
    second->attrs = (struct attrs){&nometric, 1, NULL, 0};
    struct metrics out = found_in(a, block, SECTION_PROBLEM);
    CHECK_INT(out.list.n, 1);
    CHECK_STR(out.list.at[0].value, "three weeks");
    CHECK_STR(out.list.at[0].label, "time to launch");
}

TEST(metrics_rank_by_section_and_weight)
{
    struct arena *a = test_arena();
    int tldr = found_in(a, paragraph(a, "cost **−37%**"), SECTION_TLDR).list.at[0].rank;
    int plain = found_in(a, paragraph(a, "cost −37%"), SECTION_TLDR).list.at[0].rank;
    int impact = found_in(a, paragraph(a, "cost **−37%**"), SECTION_IMPACT).list.at[0].rank;
    int evaluation =
        found_in(a, paragraph(a, "cost **−37%**"), SECTION_EVALUATION).list.at[0].rank;
    CHECK_TRUE(tldr < plain && plain < impact && impact < evaluation);
}

TEST(metrics_of_a_hostile_line_are_bounded)
{
    struct arena *a = test_arena();
    struct strbuf b = strbuf_at(a);
    for (int i = 0; i < 20000; i++)
        strbuf_put(&b, S("1% ((→ "));
    struct metrics out =
        found_in(a, paragraph(a, str_cstr(a, strbuf_str(&b))), SECTION_IMPACT);
    CHECK_TRUE(out.list.n < 20000);
}

TESTS(metric_reads_a_signed_percentage, metric_keeps_a_percentile_as_label_and_prefix,
      metric_knows_both_ends_of_a_step, metric_gives_nothing_where_there_is_none,
      metrics_of_the_templates_own_line_are_three, metric_span_is_the_place_of_its_value,
      metrics_in_plain_words_need_ground,
      metrics_do_not_come_from_numbers_that_count_nothing,
      metrics_of_a_list_are_found_item_by_item,
      metrics_of_a_table_need_heads_that_tell_outcomes, metrics_obey_marks_on_spans,
      metrics_rank_by_section_and_weight, metrics_of_a_hostile_line_are_bounded)
