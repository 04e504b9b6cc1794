/* SPDX-License-Identifier: MIT */
/* unit/lint/rules.c — every rule on a text that breaks it and on one that does not. */
#include "test.h"

#include "base/vec.h"
#include "lint/lint.h"
#include "model/study.h"

#define CEILING ((size_t)64 << 20)

struct lint_case {
    const char *code, *text;
    const char *found; /* "line:column" of each finding of that code, with spaces between */
};

typedef void judge_study(struct arena *a, const struct study *study, struct diags *d);

static struct str places(struct arena *a, const char *text, const char *code,
                         judge_study *judge)
{
    struct diags read = diags_at(a, S("case.md")), d = diags_at(a, S("case.md"));
    const struct source *source = source_parse(a, S("case.md"), str_from(text), &read);
    judge(a, study_build(a, source, NULL, &read), &d);
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < d.list.n; i++) {
        const struct diag *found = &d.list.at[i];
        if (str_eq(str_from(diag_row(found->code)->id), str_from(code)))
            strbuf_fmt(&b, "%s%u:%u", b.n ? " " : "", found->span.line, found->span.column);
    }
    return strbuf_str(&b);
}

static void check_cases(const struct lint_case *cases, size_t n, judge_study *judge)
{
    for (size_t i = 0; i < n; i++) {
        struct arena *a = arena_new(CEILING);
        CHECK_NOT_NULL(a);
        struct str got = places(a, cases[i].text, cases[i].code, judge);
        if (!str_eq(got, str_from(cases[i].found)))
            print_error("%s, case %zu:\n%s\n", cases[i].code, i, cases[i].text);
        CHECK_STR(got, cases[i].found);
        arena_free(a);
    }
}

/* clang-format off */
static const struct lint_case placeholders[] = {
    {"L0101", "# T\n\n## Quick Facts\n\nRole: <ML Engineer / Researcher>\n", "5:7"},
    {"L0101", "# T\n\nWe used <size, sources> and <model>.\n", "3:9 3:29"},
    {"L0101", "# T\n\nSee <https://github.com/a/b>, <a@b.org>, a<br>b, <b>c</b>, <!-- <x y> -->.\n", ""},
    {"L0101", "# T\n\nA `List<Name>` of `<name>`, List<String>, a < b and c > d, p <30 ms or >2.\n", ""},
    {"L0101", "# T\n\n```\n<your code>\n```\n", ""},
    {"L0101", "# T\n\n<…> and <...>\n", "3:1 3:11"},
    {"L0102", "# T\n\nTODO write this. The todo list app. TBD\n", "3:1 3:37"},
    {"L0102", "# T\n\nLorem ipsum dolor sit amet.\n", "3:1 3:13"},
    {"L0102", "# T\n\nLatency fell by XX% and costs by X%. We saved $XX. Model X is fine.\n", "3:17 3:34 3:48"},
    {"L0102", "# T\n\nAsk [your manager] about {{name}}.\n", "3:5 3:26"},
    {"L0102", "# T\n\nThe app TodoMVC, method XXXL, and `TODO`.\n", ""},
    {"L0103", "# T\n\nLinks: • • •\n\nContact: • •\n", "3:8 5:10"},
    {"L0103", "# T\n\n• GitHub • Demo\n", ""},
    {"L0104", "---\nrole: owner | lead | contributor\n---\n# T\n\nText.\n", "2:7"},
    {"L0104", "---\nrole: lead\n---\n# T\n\nText.\n", ""},
    {"L0105", "# T\n\n## TL;DR\n\nIn one sentence, state the problem, your approach.\n", "5:1"},
    {"L0105", "# T\n\n## TL;DR\n\nBuilt search in one sentence.\n", ""},
};

static const struct lint_case structure[] = {
    {"L0201", "# T\n\n## Problem\n\nA.\n\n## Solution\n\nB.\n\n## Impact\n\nC.\n", "0:0"},
    {"L0201", "# T\n\n## TL;DR\n\nX.\n\n## Problem\n\nA.\n\n## Architecture\n\nB.\n\n## Evaluation\n\nC.\n", ""},
    {"L0202", "# T\n\n## TL;DR\n\nX.\n\n## Quick Facts\n\n- Role: I\n\n## Users & Stakeholders\n\nA.\n\n## Data & Methods\n\nB.\n\n"
              "## Evaluation & Benchmarks\n\nC.\n\n## Reliability, Observability & Cost\n\nD.\n\n## Ethics, Safety & Privacy\n\nE.\n\n"
              "## Links\n\n- [Code](https://github.com/a/b)\n", "0:0"},
    {"L0203", "# T\n\n## Problem\n\n## Solution\n\nB.\n", "3:1"},
    {"L0203", "# T\n\n## Results\n\n### Quality\n\nB.\n", ""},
    {"L0204", "# T\n\n## Evaluation\n\n### Quality\n\n### Speed\n\n## Next Steps\n\nB.\n", "3:1"},
    {"L0204", "# T\n\n## Evaluation\n\n### Quality\n\nGood.\n\n### Speed\n", ""},
    {"L0206", "# T\n\n## Ethics, Safety & Privacy\n\nData is licensed.\n", "3:1"},
    {"L0206", "# T\n\n## Ethics, Safety & Privacy\n\nDrafted with AI; all results verified by the author.\n", ""},
    {"L0206", "# T\n\n## Ethics\n\nWritten without AI.\n", ""},
    {"L0206", "# T\n\n## Ethics\n\nThe AI gateway masks names. We wrote it.\n", "3:1"},
};

static const struct lint_case evidence[] = {
    {"L0301", "# T\n\n## TL;DR\n\nWe did a. It gave b. It costs c.\n", "3:1"},
    {"L0301", "# T\n\n## TL;DR\n\nBuilt search, e.g. for docs, approx. 3.5 times faster (p95=78 ms). It works.\n", ""},
    {"L0301", "# T\n\n## TL;DR\n\n做了检索。延迟下降。成本下降。\n", "3:1"},
    {"L0302", "# T\n\n## TL;DR\n\nBuilt a search for support.\n", "3:1"},
    {"L0302", "# T\n\n## TL;DR\n\nBuilt a search; first-contact resolution **+12.4%**.\n", ""},
    {"L0303", "# T\n\n## Evaluation\n\nLatency: **78**\n", "5:12"},
    {"L0303", "# T\n\n## Evaluation\n\nLatency: **78 ms**, MRR **0.79**\n", ""},
    {"L0304", "# T\n\n## Impact\n\nWe cut support cost by **37%**.\n", "5:26"},
    {"L0304", "# T\n\n## Impact\n\nWe cut support cost from **40 €** to **25 €**.\n", ""},
    {"L0305", "# T\n\n## TL;DR\n\nFirst-contact resolution **+12.4%**.\n\n## Impact\n\nFirst-contact resolution **+18%**.\n", "9:28"},
    {"L0305", "# T\n\n## TL;DR\n\nFirst-contact resolution **+12.4%**.\n\n## Impact\n\nFirst-contact resolution **+12.4%**, cost **−37%**.\n", ""},
    {"L0305", "# T\n\n## TL;DR\n\nResolution rate **+20%**.\n\n## Impact\n\nResolution rate: **50% → 60%**.\n", ""},
};

static const struct lint_case voice[] = {
    {"L0401", "# T\n\n## Impact\n\nThe team shipped it, and we saved money.\n", "3:1"},
    {"L0401", "# T\n\n## Impact\n\nI designed the cascade.\n", ""},
    {"L0401", "# T\n\n## Impact\n\nI/O was the limit; see part I.\n", "3:1"},
    {"L0401", "---\nlang: de\n---\n# T\n\n## Wirkung\n\nDas war mein Entwurf.\n", ""},
    {"L0401", "---\nlang: ja\n---\n# T\n\n## 効果\n\n改善した。\n", ""},
    {"L0402", "# T\n\nWe lowered AHT and the FCR. The AHT fell.\n", "3:12 3:24"},
    {"L0402", "# T\n\nWe lowered average handle time (AHT); AHT fell. FCR (first-contact resolution) rose.\n", ""},
    {"L0402", "# T\n\nThe API of the GPU box speaks HTTP, `ZZQ`, gpt-XYZ.\n", ""},
};

static const struct lint_case access[] = {
    {"L0501", "# T\n\nThe code is [here](https://a.org/x), or [click here](https://a.org).\n", "3:13 3:41"},
    {"L0501", "# T\n\nThe [code of here](https://a.org/x) and https://a.org.\n", ""},
    {"L0502", "# T\n\n![](a.png)\n\n![screenshot](b.png)\n", "3:1 5:1"},
    {"L0502", "# T\n\n![Latency by week](a.png)\n", ""},
    {"L0601", "# T\n\n## Problem\n\nA.\n", "0:0"},
    {"L0601", "# T\n\n## Contact\n\nme@mail.net\n", ""},
    {"L0601", "# T\n\n## Links\n\nGitHub: https://github.com/x/y | me@mail.net\n", ""},
    {"L0602", "# T\n\n## Contact\n\nyou@example.com\n", "5:1"},
    {"L0602", "# T\n\n[Demo](#) and [Code](https://github.com/yourname/x)\n", "3:1 3:15"},
    {"L0602", "# T\n\n## Contact\n\nme@mail.net\n", ""},
};

static const struct lint_case dates[] = {
    {"L0701", "# T\n\n## Quick Facts\n\n- Timeline: Mar 2024 – Jan 2024\n", "5:3"},
    {"L0701", "# T\n\n## Quick Facts\n\n- Timeline: Jan–Mar 2024 (9 months)\n", "5:3"},
    {"L0701", "# T\n\n## Quick Facts\n\n- Timeline: Jan–Mar 2024 (10 weeks)\n- Period: 2024\n", ""},
    {"L0701", "# T\n\n## Quick Facts\n\n- Timeline: 2022\n- Dates: 2024-03\n", "6:3"},
    {"L0701", "---\ndate: 2023-05-01\n---\n# T\n\n## Quick Facts\n\n- Timeline: 2024-02 – 2024-06\n", "8:3"},
    {"L0701", "---\ndate: 2025-05-01\n---\n# T\n\n## Quick Facts\n\n- Timeline: 2024-02 – 2024-06\n", ""},
};
/* clang-format on */

TEST(lint_tells_placeholders)
{
    check_cases(placeholders, countof(placeholders), lint_placeholders);
    check_cases(placeholders, countof(placeholders), lint_study);
}

TEST(lint_judges_structure)
{
    check_cases(structure, countof(structure), lint_study);
}

TEST(lint_judges_evidence)
{
    check_cases(evidence, countof(evidence), lint_study);
}

TEST(lint_judges_voice)
{
    check_cases(voice, countof(voice), lint_study);
}

TEST(lint_judges_access)
{
    check_cases(access, countof(access), lint_study);
}

TEST(lint_judges_dates)
{
    check_cases(dates, countof(dates), lint_study);
}

static const char *long_study(struct arena *a, int words)
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, S("# T\n\n## Problem\n\n"));
    for (int i = 0; i < words; i++)
        strbuf_put(&b, S("word "));
    return str_cstr(a, strbuf_str(&b));
}

TEST(lint_tells_a_section_far_too_long)
{
    struct arena *a = test_arena();
    CHECK_STR(places(a, long_study(a, 301), "L0205", lint_study), "3:1");
    CHECK_STR(places(a, long_study(a, 300), "L0205", lint_study), "");
}

TEST(lint_asks_all_rules_only_in_check)
{
    struct arena *a = test_arena();
    CHECK_STR(places(a, "## Problem\n\nWe.\n", "L0601", lint_placeholders), "");
    CHECK_STR(places(a, "## Problem\n\nWe.\n", "L0601", lint_study), "0:0");
}

TEST(lint_explains_its_codes_at_length)
{
#define X(code, level, title, hint) CHECK_TRUE(lint_explain(D_##code).n > 80);
#include "base/diag/lint.def"
#undef X
    CHECK_TRUE(lint_explain(D_M0502).n > 80);
}

TESTS(lint_tells_placeholders, lint_judges_structure, lint_judges_evidence,
      lint_judges_voice, lint_judges_access, lint_judges_dates,
      lint_tells_a_section_far_too_long, lint_asks_all_rules_only_in_check,
      lint_explains_its_codes_at_length)
