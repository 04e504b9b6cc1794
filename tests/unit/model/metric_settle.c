/* SPDX-License-Identifier: MIT */
/* unit/model/metric_settle.c — doubles, headlines with their steps, and front matter. */
#include "base/vec.h"
#include "model/blocks.h"
#include "model/metric.h"

/* A study of a TL;DR and an impact section, and what is found in them. */
struct story {
    struct arena *a;
    struct study study;
    struct metrics metrics;
    struct diags d;
};

static struct story story_of(const char *tldr, const char *impact)
{
    struct story s = {.a = test_arena()};
    s.d = diags_at(s.a, S("case.md"));
    s.study.lang = S("en");
    vec_push(s.a, &s.study.sections, (struct section){.kind = SECTION_TLDR});
    vec_push(s.a, &s.study.sections, (struct section){.kind = SECTION_IMPACT});
    metrics_find(s.a, paragraph(s.a, tldr), SECTION_TLDR, 0, S("en"), &s.metrics);
    metrics_find(s.a, paragraph(s.a, impact), SECTION_IMPACT, 1, S("en"), &s.metrics);
    return s;
}

static void settle(struct story *s, const struct yaml *front)
{
    metrics_settle(s->a, &s->study, front, &s->metrics, &s->d);
}

static struct yaml *yaml(struct arena *a, enum yaml_kind kind, const char *key,
                         const char *text)
{
    struct yaml *value = arena_make(a, struct yaml);
    value->kind = kind;
    value->key = str_from(key);
    value->text = str_from(text);
    value->span = (struct span){2, 3, 2, 9};
    return value;
}

static struct yaml *put(struct yaml *parent, struct yaml *child)
{
    struct yaml **last = &parent->first;
    while (*last)
        last = &(*last)->next;
    *last = child;
    return parent;
}

/* front matter with one entry of `metrics:`, made of key and text pairs */
static struct yaml *front_of(struct arena *a, const char *const *pairs)
{
    struct yaml *entry = yaml(a, YAML_MAP, "", "");
    for (; pairs[0]; pairs += 2)
        put(entry, yaml(a, YAML_SCALAR, pairs[0], pairs[1]));
    struct yaml *list = put(yaml(a, YAML_LIST, "metrics", ""), entry);
    return put(yaml(a, YAML_MAP, "", ""), list);
}

TEST(a_headline_takes_the_step_told_later)
{
    struct story s =
        story_of("First-contact resolution rose **+12.4%**.",
                 "The test moved first-contact resolution from 61.2% to 68.8%.");
    CHECK_INT(s.metrics.list.n, 2);
    settle(&s, NULL);
    CHECK_INT(s.metrics.list.n, 1);
    CHECK_STR(s.metrics.list.at[0].value, "+12.4%");
    CHECK_STR(s.metrics.list.at[0].from, "61.2%");
    CHECK_STR(s.metrics.list.at[0].to, "68.8%");
    CHECK_TRUE(s.metrics.list.at[0].has_bars);
    CHECK_INT(s.metrics.list.at[0].section, 0);
}

TEST(a_headline_leaves_a_step_that_disagrees)
{
    struct story s = story_of("First-contact resolution rose **+12.4%**.",
                              "First-contact resolution went from 61.2% to 90%.");
    settle(&s, NULL);
    CHECK_INT(s.metrics.list.n, 2);
    CHECK_INT(s.metrics.list.at[0].from.n, 0);
}

TEST(a_headline_leaves_a_step_of_something_else)
{
    struct story s =
        story_of("Recall rose **+12.4%**.", "Handle time went from 61.2 s to 68.8 s.");
    settle(&s, NULL);
    CHECK_INT(s.metrics.list.n, 2);
}

TEST(a_level_takes_the_step_that_ends_at_it)
{
    struct story s =
        story_of("Answers at **p95 = 78 ms**.", "p95 latency fell from 214 ms to 78 ms.");
    settle(&s, NULL);
    CHECK_INT(s.metrics.list.n, 1);
    CHECK_STR(s.metrics.list.at[0].from, "214 ms");
    CHECK_INT(s.metrics.list.at[0].direction, CHANGE_DOWN);
    CHECK_INT(s.metrics.list.at[0].good, VERDICT_GOOD);
}

TEST(the_same_metric_told_twice_is_one)
{
    struct story s = story_of("Cost fell **−37%**.", "We cut cost by -37%.");
    settle(&s, NULL);
    CHECK_INT(s.metrics.list.n, 1);
    CHECK_INT(s.metrics.list.at[0].section, 0);
    s = story_of("Cost fell **−37%**.", "Churn fell −37%.");
    settle(&s, NULL);
    CHECK_INT(s.metrics.list.n, 2);
}

TEST(front_matter_changes_what_was_found)
{
    struct story s = story_of("Cost fell **−37%**.", "Recall 0.71 → 0.94");
    static const char *const pairs[] = {"value", "-37%",        "label", "cost per query",
                                        "from",  "$2.10",       "to",    "$1.32",
                                        "note",  "all regions", NULL};
    settle(&s, front_of(s.a, pairs));
    CHECK_INT(s.metrics.list.n, 2);
    CHECK_STR(s.metrics.list.at[0].label, "cost per query");
    CHECK_STR(s.metrics.list.at[0].from, "$2.10");
    CHECK_TRUE(s.metrics.list.at[0].has_bars);
    CHECK_STR(s.metrics.list.at[0].note, "all regions");
    CHECK_TRUE(s.metrics.list.at[0].rank < 0);
}

TEST(front_matter_hides_and_adds)
{
    struct story s = story_of("Cost fell **−37%**.", "");
    static const char *const hide[] = {"label", "Cost", "hide", "true", NULL};
    settle(&s, front_of(s.a, hide));
    CHECK_INT(s.metrics.list.n, 0);
    static const char *const add[] = {"value", "+5 pts", "label", "churn",
                                      "good",  "down",   NULL};
    s = story_of("Nothing.", "");
    settle(&s, front_of(s.a, add));
    CHECK_INT(s.metrics.list.n, 1);
    CHECK_STR(s.metrics.list.at[0].value, "+5 pts");
    CHECK_INT(s.metrics.list.at[0].good, VERDICT_BAD);
    CHECK_INT(s.d.list.n, 0);
}

TEST(front_matter_that_says_nothing_is_told)
{
    struct story s = story_of("Nothing.", "");
    static const char *const nothing[] = {"note", "well done", NULL};
    settle(&s, front_of(s.a, nothing));
    CHECK_INT(s.d.list.n, 1);
    CHECK_INT(s.d.list.at[0].code, D_M0301);
    static const char *const unknown[] = {"label", "speed", "good", "up", NULL};
    s = story_of("Nothing.", "");
    settle(&s, front_of(s.a, unknown));
    CHECK_INT(s.d.list.n, 1);
    CHECK_INT(s.d.list.at[0].code, D_M0302);
}

TEST(a_strip_in_front_matter_is_taken_whole)
{
    struct story s = story_of("Nothing.", "");
    struct yaml *front = yaml(s.a, YAML_MAP, "", "");
    put(front, yaml(s.a, YAML_SCALAR, "hero_metric",
                    "45K LOC owned, 2M+ events/month, 29% latency cut"));
    settle(&s, front);
    CHECK_INT(s.metrics.list.n, 3);
    CHECK_STR(s.metrics.list.at[0].label, "LOC owned");
    CHECK_STR(s.metrics.list.at[1].value, "2M+");
    CHECK_INT(s.metrics.list.at[2].good, VERDICT_GOOD);
    CHECK_TRUE(s.metrics.list.at[0].rank < s.metrics.list.at[1].rank);
}

TEST(front_matter_can_switch_metrics_off)
{
    struct story s = story_of("Cost fell **−37%**.", "");
    struct yaml *front =
        put(yaml(s.a, YAML_MAP, "", ""), yaml(s.a, YAML_SCALAR, "metrics", "no"));
    settle(&s, front);
    CHECK_INT(s.metrics.list.n, 0);
}

TESTS(a_headline_takes_the_step_told_later, a_headline_leaves_a_step_that_disagrees,
      a_headline_leaves_a_step_of_something_else, a_level_takes_the_step_that_ends_at_it,
      the_same_metric_told_twice_is_one, front_matter_changes_what_was_found,
      front_matter_hides_and_adds, front_matter_that_says_nothing_is_told,
      a_strip_in_front_matter_is_taken_whole, front_matter_can_switch_metrics_off)
