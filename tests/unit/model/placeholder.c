/* SPDX-License-Identifier: MIT */
/* unit/model/placeholder.c — words that wait to be replaced, and words that do not. */
#include "base/vec.h"
#include "model/facts/facts.h"
#include "test.h"

TEST(placeholders_of_all_kinds_are_seen)
{
    static const char *const texts[] = {
        "<ML Engineer / Researcher / Solo>",
        "<Dates / weeks>",
        "<p95/p99 latency, availability>",
        "<baseline → current; params>",
        "Lead of <team>",
        "TODO",
        "todo: ask Ann",
        "TBD",
        "tbd.",
        "• • •",
        "…",
        "...",
        "____",
        "???",
        "XX%",
        "XX.X%",
        "X weeks",
        "NN ms",
        "lorem ipsum dolor",
        "owner | lead | contributor",
        "draft | final",
        "[Your role]",
        "{{name}}",
        "{client}",
        "%NAME%",
        "insert dates here",
        "YYYY-MM-DD",
        "Coming soon",
        "待定",
        "à compléter",
        "por completar",
        "未定",
        "zu ergänzen",
    };
    for (size_t i = 0; i < countof(texts); i++)
        if (!text_is_placeholder(str_from(texts[i])))
            CHECK_CSTR(texts[i], "a placeholder");
}

TEST(placeholders_are_not_seen_where_none_are)
{
    static const char *const texts[] = {
        "ML engineer, lead of three",
        "14 weeks, Feb–May 2025",
        "p95 < 120 ms and p99 > 0",
        "<https://example.com/a>",
        "<me@example.com>",
        "Python | FastAPI | Postgres",
        "n/a",
        "—",
        "10 weeks",
        "A/B",
        "X-ray images",
        "Todoist",
        "e.g. Gemini 2.0 Flash or GPT-4o mini",
        "",
        "5 < 7",
        "a <b",
        "Next.js",
        "NYC",
        "NNs and trees",
        "12%",
        "[1] and [2]",
        "i18n | l10n",
    };
    for (size_t i = 0; i + 1 < countof(texts); i++)
        if (text_is_placeholder(str_from(texts[i])))
            CHECK_CSTR(texts[i], "no placeholder");
}

TESTS(placeholders_of_all_kinds_are_seen, placeholders_are_not_seen_where_none_are)
