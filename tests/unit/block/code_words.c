/* SPDX-License-Identifier: MIT */
/* unit/block/code_words.c — what stands out in a line of code. */
#include "test.h"

#include "base/arena.h"
#include "block/code_words.h"

/* The spans of `line` with bars between; comments in brackets. */
static struct str said(struct arena *a, const char *language, const char *line)
{
    struct str text = str_from(line);
    struct code_spans spans =
        code_words(a, code_language_find(a, str_from(language)), text);
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < spans.list.n; i++) {
        const struct code_span *span = &spans.list.at[i];
        struct str word = str_sub(text, span->start, span->end);
        if (span->kind == CODE_COMMENT)
            strbuf_fmt(&b, "[%.*s]", STR(word));
        else
            strbuf_fmt(&b, "|%.*s", STR(word));
    }
    return strbuf_str(&b);
}

TEST(a_command_and_its_comment)
{
    struct arena *a = arena_new(1 << 20);
    CHECK_STR(said(a, "sh", "make repro SEED=17  # all"), "|make[# all]");
    CHECK_STR(said(a, "bash title=x", "$ curl -s u | jq .a && ls"), "|curl|jq|ls");
    CHECK_STR(said(a, "sh", "SEED=17 make"), "");
    CHECK_STR(said(a, "sh", "echo \"# no comment\" a#b"), "|echo");
    arena_free(a);
}

TEST(keywords_stand_alone)
{
    struct arena *a = arena_new(1 << 20);
    CHECK_STR(said(a, "python", "    for is_in in x.in: return None"),
              "|for|in|return|None");
    CHECK_STR(said(a, "py", "s = 'if it is' # if"), "[# if]");
    CHECK_STR(said(a, "SQL", "SELECT a from t -- where"), "|SELECT|from[-- where]");
    CHECK_STR(said(a, "c", "return \"https://x\"; // end"), "|return[// end]");
    CHECK_STR(said(a, "rust", "fn a<'a>(x: &'a str) {"), "|fn");
    arena_free(a);
}

TEST(an_unknown_language_says_nothing)
{
    struct arena *a = arena_new(1 << 20);
    CHECK_STR(said(a, "", "for # x"), "");
    CHECK_STR(said(a, "klingon", "if x // y"), "");
    CHECK_STR(said(a, "json", "{\"a\": true}"), "");
    arena_free(a);
}

TESTS(a_command_and_its_comment, keywords_stand_alone, an_unknown_language_says_nothing)
