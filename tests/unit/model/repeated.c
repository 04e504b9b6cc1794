/* SPDX-License-Identifier: MIT */
/* unit/model/repeated.c — a notation repeated without end: time and memory grow with the input. */
#include <time.h>

#include "base/utf8.h"
#include "model/study.h"
#include "test.h"

/* `~` in a line is its number. */
static const struct notation {
    const char *before, *line, *after;
} notations[] = {
    {"## Quick facts\n",                        "Key~\tValue ~\n",                         ""      },
    {"## Quick facts\n",                        "Key~\tValue ~\n\n",                       ""      },
    {"## Quick facts\n",                        "- **Key~:** Value ~\n",                   ""      },
    {"## Quick facts\n| | |\n|---|---|\n",      "| Key~ | Value ~ |\n",                    ""      },
    {"## Quick facts\n",                        "**Key~:** Value ~ | ",                    "\n"    },
    {"",                                        "## Stack~\nC~\n\n",                       ""      },
    {"",                                        "“Quote~” — A, 2020\n\n",            ""      },
    {"",                                        "Term~\n: meaning\n\n",                    ""      },
    {"---\ntags: [",                            "t~, ",                                    "]\n---"},
    {"## Impact\n",                             "- Errors~ fell by **1~%** for riders.\n", ""      },
    {"## Impact\n",                             "errors~ fell by 1~%, ",                   "\n"    },
    {"## Impact\n| a | b |\n|---|---|\n",       "| Key~ | 1~% |\n",                        ""      },
    {"## Links\n",                              "- Code~: https://example.com/a~\n",       ""      },
    {"## Links\n",                              "Code~: https://example.com/a~ · ",       "\n"    },
    {"## Contact\n",                            "me~@example.com · ",                     "\n"    },
    {"## Architecture\n",                       "A~ → B~ → C\n\n",                     ""      },
    {"## Architecture\n",                       "A~ → ",                                 "B\n"   },
    {"## Architecture\n```mermaid\ngraph LR\n", "A~ --> B~\n",                             "```\n" },
    {"## Architecture\n```\nroot\n",            "├── a~\n",                          "```\n" },
    {"## Architecture\n```\n",                  "┌──┐\n│a~│\n└──┘\n",  "```\n" },
    {"## Architecture\n",                       "- a~\n  - b~\n",                          ""      },
    {"## Problem\n",                            "[a~]{.optional} b {.only-x~}\n\n",        ""      },
    {"## Problem\n",                            "a~[^~] [x]{.optional}\n\n[^~]: n\n\n",    ""      },
    {"---\nomit: x\nfacts:\n",                  "  Key~: v\n",                             "---\n" },
    {"---\nvariants:\n",                        "  v~: {title: x}\n",                      "---\n" },
    {"---\nredact: contact\ncontact:\n",        "  k~: me~@example.com\n",                 "---\na"},
    {"---\nemphasise: [a, b, c]\n---\n",        "a b ",                                    "\n"    },
    {"---\norder: [x]\n---\n",                  "## x\na\n\n",                             ""      },
};

static struct str repeated(struct arena *a, const struct notation *n, int times)
{
    struct strbuf b = strbuf_at(a);
    strbuf_put(&b, str_from(n->before));
    for (int i = 0; i < times; i++)
        for (const char *p = n->line; *p; p++) {
            if (*p == '~')
                strbuf_fmt(&b, "%d", i);
            else
                strbuf_putc(&b, *p);
        }
    strbuf_put(&b, str_from(n->after));
    return strbuf_str(&b);
}

struct cost {
    size_t bytes;
    double seconds;
};

static struct cost cost_of(const struct notation *n, int times)
{
    struct arena *a = arena_new((size_t)512 << 20);
    struct str text = repeated(a, n, times);
    struct diags d = diags_at(a, S("case.md"));
    struct study_options options = {.drop = 2};
    size_t before = arena_used(a);
    clock_t begin = clock();
    const struct source *source = source_parse(a, d.file, text, &d);
    const struct study *study = study_build(a, source, &options, &d);
    CHECK_TRUE(study->source != NULL);
    struct cost cost = {arena_used(a) - before,
                        (double)(clock() - begin) / (double)CLOCKS_PER_SEC};
    arena_free(a);
    return cost;
}

/* Whatever else the machine does makes a run dearer, never cheaper: one of three will do. */
static bool costs_four_times(const struct notation *n)
{
    for (int tries = 0; tries < 3; tries++) {
        struct cost one = cost_of(n, 500), four = cost_of(n, 2000);
        if (four.bytes < 7 * one.bytes && four.seconds < 10 * one.seconds + 0.25)
            return true;
        print_error("“%s”: %zu and %zu bytes, %d and %d ms\n", n->line, one.bytes,
                    four.bytes, (int)(one.seconds * 1000), (int)(four.seconds * 1000));
    }
    return false;
}

TEST(four_times_the_input_costs_about_four_times)
{
    for (size_t i = 0; i < countof(notations); i++)
        CHECK_TRUE(costs_four_times(&notations[i]));
}

TESTS(four_times_the_input_costs_about_four_times)
