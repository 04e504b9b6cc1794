/* SPDX-License-Identifier: MIT */
/* unit/text/punct.c — what is drawn for what a keyboard writes. */
#include "base/utf8.h"
#include "test.h"
#include "text/chars.h"

/* What is drawn; a no-break space as _, a thin one as ^. */
static struct str drawn(struct arena *a, const char *text, const char *lang, unsigned flags)
{
    struct stretch s = {.text = str_from(text), .flags = flags};
    struct chars chars = {.a = a};
    chars_read(a, &chars, &s, 1);
    punct_clean(&chars, str_from(lang));
    chars_pack(&chars);
    pairs_bind(&chars, str_from(lang));
    CHECK_STR(chars.text, text); /* the author's characters are kept */
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < chars.list.n; i++) {
        uint32_t c = chars.list.at[i].drawn;
        strbuf_put_utf8(&b, c == 0xA0 ? '_' : c == 0x202F ? '^' : c);
    }
    return strbuf_str(&b);
}

struct cleaned {
    const char *lang, *text, *drawn;
};

static void check_all(const struct cleaned *cases, size_t n, unsigned flags)
{
    struct arena *a = test_arena();
    for (size_t i = 0; i < n; i++)
        CHECK_STR(drawn(a, cases[i].text, cases[i].lang, flags), cases[i].drawn);
}

TEST(quotes_follow_the_language)
{
    static const struct cleaned cases[] = {
        {"en", "say \"yes, 'no'\" (\"x\")", "say “yes, ‘no’” (“x”)"},
        {"en", "don't, the '90s, 'tis",     "don’t, the ’90s, ’tis"      },
        {"en", "the users' \"desk\".",      "the users’ “desk”."         },
        {"de", "sagt \"ja, 'nein'\"",       "sagt „ja, ‚nein‘“"        },
        {"de", "geht's, Hans' Rad",         "geht’s, Hans’ Rad"            },
        {"fr", "dit \"oui\" !",             "dit «^oui^»^!"                  },
        {"ru", "он \"да\"",             "он «да»"                    },
        {"en", "5\" of 6'2\"",              "5″ of 6′2″"                 },
    };
    check_all(cases, countof(cases), 0);
}

TEST(dashes_dots_and_arrows)
{
    static const struct cleaned cases[] = {
        {"en", "one -- two --- three",    "one_– two_— three"    },
        {"en", "10--20 and a---b",        "10–20 and a—b"        },
        {"en", "use --pages or -o here",  "use --pages or -o here"   },
        {"en", "wait... and ../x ....",   "wait… and ../x ...."    },
        {"en", "a -> b <-> c --> d <- e", "a → b ↔ c → d ← e"},
        {"en", "---- x->y",               "---- x→y"               },
        {"en", "word - word",             "word_– word"            },
    };
    check_all(cases, countof(cases), 0);
}

TEST(signs_of_numbers)
{
    static const struct cleaned cases[] = {
        {"en", "from -12 to -5%",     "from −12 to −5%"  },
        {"en", "3x5 and 3 x 5, 0x1F", "3×5 and 3_×_5, 0x1F"},
        {"en", "10-20 GPT-4 2024-01", "10-20 GPT-4 2024-01"  },
        {"en", "78 ms, 10 000 km",    "78^ms, 10^000^km"     },
    };
    static const struct cleaned metrics[] = {
        {"en", "-37%", "−37%"},
        {"en", "12x",  "12×"  },
        {"en", "0x1F", "0x1F"  },
    };
    check_all(cases, countof(cases), 0);
    check_all(metrics, countof(metrics), STRETCH_METRIC);
}

TEST(code_and_addresses_are_left_alone)
{
    static const struct cleaned cases[] = {
        {"en", "https://a.org/x--y 'z'", "https://a.org/x--y ‘z’"},
    };
    static const struct cleaned code[] = {
        {"en", "a -- \"b\" 5 ms ...", "a -- \"b\" 5 ms ..."},
    };
    check_all(cases, countof(cases), 0);
    check_all(code, countof(code), STRETCH_CODE);
    check_all(code, countof(code), STRETCH_AS_IS);
}

TESTS(quotes_follow_the_language, dashes_dots_and_arrows, signs_of_numbers,
      code_and_addresses_are_left_alone)
