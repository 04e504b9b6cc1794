/* SPDX-License-Identifier: MIT */
/* unit/text/breaks.c — UAX 14 against Unicode's own test, and what recto tailors on top. */
#include "text/breaks.h"

#include <stdio.h>
#include <stdlib.h>

#include "test.h"
#include "text/chars.h"

#define PLACES 256 /* in one line of the test file; its longest has 40 */

/* "÷ 0020 × 0041 ÷": places and code points; gives how many code points. */
static size_t read_case(char *line, uint32_t *codepoints, bool *breaks)
{
    size_t n = 0, places = 0;
    line[strcspn(line, "#\n")] = '\0';
    for (char *at = line; *at && n < PLACES - 1; at += strcspn(at, " \t")) {
        at += strspn(at, " \t");
        if (!strncmp(at, "÷", 2) || !strncmp(at, "×", 2))
            breaks[places++] = !strncmp(at, "÷", 2);
        else if (*at)
            codepoints[n++] = (uint32_t)strtoul(at, NULL, 16);
    }
    return n;
}

TEST(breaks_agree_with_every_line_of_the_unicode_test)
{
    char path[1024], line[4096];
    uint32_t codepoints[PLACES];
    bool wanted[PLACES];
    uint8_t found[PLACES];
    size_t lines = 0, wrong = 0;
    CHECK_NOT_NULL(getenv("UNICODE"));
    snprintf(path, sizeof path, "%s/auxiliary/LineBreakTest.txt", getenv("UNICODE"));
    FILE *in = fopen(path, "rb");
    CHECK_NOT_NULL(in);
    while (fgets(line, sizeof line, in)) {
        size_t n = read_case(line, codepoints, wanted);
        if (n == 0)
            continue;
        lines++;
        breaks_find(codepoints, n, found);
        for (size_t i = 0; i <= n; i++)
            wrong += (found[i] != TEXT_BREAK_NO) != wanted[i];
    }
    fclose(in);
    CHECK_TRUE(lines > 7000);
    CHECK_INT(wrong, 0);
}

/* The text with a sign at each place where a line may end: | yes, - hyphen, = explicit, ~ inside an
 * address, ^ there where nothing else is left, ! must. */
static struct str marked(struct arena *a, const char *text, const char *lang,
                         unsigned flags)
{
    static const char signs[] = " |-=~^!";
    struct stretch s = {.text = str_from(text), .flags = flags};
    struct chars chars = {.a = a};
    chars_read(a, &chars, &s, 1);
    punct_clean(&chars, str_from(lang));
    chars_pack(&chars);
    pairs_bind(&chars, str_from(lang));
    size_t n = chars.list.n;
    uint32_t *codepoints = arena_many(a, n, uint32_t);
    uint8_t *breaks = arena_alloc(a, n + 1);
    for (size_t i = 0; i < n; i++)
        codepoints[i] = chars.list.at[i].drawn;
    breaks_find(codepoints, n, breaks);
    breaks_tailor(&chars, breaks);
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < n; i++) {
        if (breaks[i] != TEXT_BREAK_NO)
            strbuf_putc(&b, signs[breaks[i]]);
        if (chars.list.at[i].state == CHAR_DRAWN) {
            size_t next = i + 1 < n ? chars.list.at[i + 1].at : chars.text.n;
            strbuf_put(&b, str_sub(chars.text, chars.list.at[i].at, next));
        }
    }
    return strbuf_str(&b);
}

struct tailored {
    const char *lang, *text, *marked;
};

static void check_all(const struct tailored *cases, size_t n, unsigned flags)
{
    struct arena *a = test_arena();
    for (size_t i = 0; i < n; i++)
        CHECK_STR(marked(a, cases[i].text, cases[i].lang, flags), cases[i].marked);
}

TEST(words_with_signs_stay_whole)
{
    static const struct tailored cases[] = {
        {"en", "in C++ and C# now",            "in |C++ |and |C# |now"           },
        {"en", "with p95=78ms at $1k/req now", "with |p95=78ms |at |$1k/req |now"},
        {"en", "v2.3.1-rc1 of 2019–2023",    "v2.3.1-rc1 |of |2019–2023"     },
        {"en", "e.g. the a/b test, and/or",    "e.g. |the |a/b |test, |and/or"   },
        {"en", "input/output of TCP/IP",       "input/=output |of |TCP/IP"       },
        {"en", "an end-to-end e-mail",         "an |end-=to-=end |e-mail"        },
        {"en", "OR-Tools, in-house API-first", "OR-Tools, |in-=house |API-=first"},
        {"en", "GPT-4 and UTF-8",              "GPT-4 |and |UTF-8"               },
        {"en", "50/50 and 24/7",               "50/50 |and |24/7"                },
    };
    check_all(cases, countof(cases), 0);
}

TEST(dashes_end_a_line_and_begin_none)
{
    static const struct tailored cases[] = {
        {"en", "one — two",           "one — |two"           },
        {"en", "one—two",             "one—=two"             },
        {"en", "one -- two",            "one -- |two"            },
        {"es", "dijo —algo— luego", "dijo |—algo— |luego"},
    };
    check_all(cases, countof(cases), 0);
}

TEST(pairs_stay_on_one_line)
{
    static const struct tailored cases[] = {
        {"en", "took 78 ms or 5 GB/s",       "took |78 ms |or |5 GB/s"      },
        {"en", "when p95 = 78 ms, then",     "when |p95 = 78 ms, |then"     },
        {"en", "see Fig. 2 and p. 12",       "see |Fig. 2 |and |p. 12"      },
        {"en", "by J. R. R. Tolkien",        "by |J. R. R. Tolkien"         },
        {"en", "Dr. Who, 10 000 times",      "Dr. Who, |10 000 |times"      },
        {"de", "z. B. bei 5 % davon",        "z. B. |bei |5 % |davon"       },
        {"fr", "quoi ? « oui » : 5",       "quoi ? |« oui » : |5"       },
        {"cs", "v roce 2024 s nimi",         "v roce |2024 |s nimi"         },
        {"de", "von 0,8 Mio. €/Jahr an",   "von |0,8 Mio. €/Jahr |an"   },
        {"en", "at 78 ms/query now",         "at |78 ms/query |now"         },
        {"ru", "мы в доме",           "мы |в доме"            },
        {"en", "a year 2024 s",              "a |year |2024 |s"             },
        {"en", "Sep 2023 to May 1999",       "Sep 2023 |to |May 1999"       },
        {"en", "from 94.3% → 96.4% of it", "from |94.3% → 96.4% |of |it"},
        {"en", "a rule → a model",         "a |rule |→ |a |model"       },
        {"ja", "2024年10月から",         "2024年|10月|か|ら"        },
        {"zh", "到 61 分钟，共 3 台",  "到 |61 分|钟，|共 |3 台"},
        {"en", "so I built it, I did",       "so |I built |it, |I did"      },
        {"en", "In 2025, Model 8000",        "In |2025, |Model |8000"       },
    };
    check_all(cases, countof(cases), 0);
}

TEST(addresses_break_at_their_own_places)
{
    static const struct tailored cases[] = {
        {"en", "at https://example.com/some/path?a=b#c",
         "at |https://example.com~/some~/path~?a=b#c"                                    },
        {"en", "to someone@example.org soon",            "to |someone~@example.org |soon"},
    };
    check_all(cases, countof(cases), 0);
    struct arena *a = test_arena();
    CHECK_STR(marked(a, "example.com/a-long-name/x.html", "en", STRETCH_URL),
              "example.com~/a-long-name~/x.html");
}

TEST(a_long_piece_of_an_address_breaks_before_signs_as_a_last_resort)
{
    struct arena *a = test_arena();
    CHECK_STR(marked(a, "example.com/a-name-that-no-column-holds/x", "en", STRETCH_URL),
              "example.com~/a-name^-that^-no^-column^-holds/x");
    CHECK_STR(marked(a, "example.com/0123456789abcdef0123456789abcdef", "en", STRETCH_URL),
              "example.com~/0123456789abcdef01234^56789abcdef");
    CHECK_STR(marked(a, "www.documentation.example.org/x", "en", STRETCH_URL),
              "www^.documentation^.example^.org/x");
}

TEST(code_breaks_after_signs_only)
{
    struct arena *a = test_arena();
    CHECK_STR(marked(a, "src/text/breaks.c -o x", "en", STRETCH_CODE),
              "src/~text/~breaks.c |-o |x");
    CHECK_STR(marked(a, "version 2.3.1", "en", STRETCH_CODE), "version |2.3.1");
    CHECK_STR(marked(a, "a -- b", "en", STRETCH_CODE), "a |-- |b");
}

TEST(a_stretch_may_forbid_breaks)
{
    struct arena *a = test_arena();
    CHECK_STR(marked(a, "two words", "en", STRETCH_NO_BREAK), "two words");
}

TEST(endless_words_break_somewhere)
{
    struct arena *a = test_arena();
    struct str found = marked(
        a, "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "en", 0);
    CHECK_TRUE(str_find(found, S("~"), 0) < found.n);
    CHECK_STR(marked(a, "AbstractFactoryBuilderProviderOfThings", "en", 0),
              "Abstract~Factory~Builder~Provider~Of~Things");
}

TEST(soft_hyphens_break_and_vanish)
{
    struct arena *a = test_arena();
    CHECK_STR(marked(a, "exam\xC2\xADple zero\xE2\x80\x8Bwidth", "en", 0),
              "exam-ple |zero|width");
}

TEST(ideographs_break_between_each_other_but_not_before_punctuation)
{
    static const struct tailored cases[] = {
        {"zh", "我们使用GPU。",                        "我|们|使|用|GPU。"      },
        {"zh", "用OR-Tools、Rust、PostGIS和ClickHouse",
         "用|OR-Tools、|Rust、|PostGIS|和|ClickHouse"                                 },
        {"zh", "例如“前方”等",                     "例|如|“前|方”|等"   },
        {"ja", "「カップ」を使う",                  "「カッ|プ」|を|使|う"},
    };
    check_all(cases, countof(cases), 0);
}

TESTS(breaks_agree_with_every_line_of_the_unicode_test, words_with_signs_stay_whole,
      dashes_end_a_line_and_begin_none, pairs_stay_on_one_line,
      addresses_break_at_their_own_places,
      a_long_piece_of_an_address_breaks_before_signs_as_a_last_resort,
      code_breaks_after_signs_only, a_stretch_may_forbid_breaks,
      endless_words_break_somewhere, soft_hyphens_break_and_vanish,
      ideographs_break_between_each_other_but_not_before_punctuation)
