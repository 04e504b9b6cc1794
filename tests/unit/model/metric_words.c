/* SPDX-License-Identifier: MIT */
/* unit/model/metric_words.c — what words do, and whether more of a thing is good. */
#include "model/metric_words.h"

#include "base/vec.h"
#include "test.h"

TEST(label_verdict_looks_at_the_head_of_a_label)
{
    static const struct {
        const char *label;
        enum verdict more;
    } rows[] = {
        {"cost/1k queries",                  VERDICT_BAD    },
        {"cost per resolution",              VERDICT_BAD    },
        {"first-contact resolution",         VERDICT_GOOD   },
        {"resolution time",                  VERDICT_BAD    },
        {"time to resolution",               VERDICT_BAD    },
        {"hours saved",                      VERDICT_GOOD   },
        {"share of errors",                  VERDICT_BAD    },
        {"error rate",                       VERDICT_BAD    },
        {"Lead conversion",                  VERDICT_GOOD   },
        {"annual cost savings",              VERDICT_GOOD   },
        {"fraud prevented",                  VERDICT_GOOD   },
        {"false positives",                  VERDICT_BAD    },
        {"p95",                              VERDICT_BAD    },
        {"recall@10",                        VERDICT_GOOD   },
        {"context_recall",                   VERDICT_GOOD   },
        {"Organic CAC",                      VERDICT_BAD    },
        {"widgets",                          VERDICT_UNKNOWN},
        {"",                                 VERDICT_UNKNOWN},
        {"Infrastrukturkosten",              VERDICT_BAD    },
        {"Reaktionszeit",                    VERDICT_BAD    },
        {"taux d'erreurs",                   VERDICT_BAD    },
        {"首次解决率",                  VERDICT_GOOD   },
        {"затраты на запрос", VERDICT_BAD    },
        {"レイテンシ",                  VERDICT_BAD    },
    };
    struct arena *a = test_arena();
    const struct lexicon *lex = lexicon_build(a, S("en"));
    for (size_t i = 0; i < countof(rows); i++)
        if (label_verdict(a, lex, str_from(rows[i].label)) != rows[i].more)
            CHECK_CSTR(rows[i].label, "judged rightly");
}

static struct word_row find(const char *word, const char *lang)
{
    return word_find(lexicon_build(test_arena(), str_from(lang)), str_from(word));
}

TEST(words_mean_what_their_language_says)
{
    CHECK_TRUE(find("cut", "en").kind & WORD_VERB);
    CHECK_TRUE(find("cut", "en").kind & WORD_CHANGE);
    CHECK_INT(find("cut", "en").sign, -1);
    CHECK_TRUE(find("de", "fr").kind & WORD_OF);
    CHECK_INT(find("de", "en").kind, 0);
    CHECK_TRUE(find("senkte", "de-CH").kind & WORD_VERB);
    CHECK_TRUE(find("снизили", "ru").kind & WORD_VERB);
}

TEST(little_english_words_stay_english)
{
    CHECK_TRUE(find("with", "en").kind & WORD_AT);
    CHECK_INT(find("with", "pl").kind, 0);
    CHECK_TRUE(find("accuracy", "pl").kind & WORD_SCORE);
}

TEST(ideographs_are_parted_at_the_longest_word)
{
    struct word_row row = {0};
    const struct lexicon *lex = lexicon_build(test_arena(), S("zh"));
    CHECK_INT(word_ideograph_at(lex, S("提升到68"), 0, &row), 9);
    CHECK_INT(row.sign, 1);
    CHECK_INT(word_ideograph_at(lex, S("成本"), 0, &row), 0);
}

TEST(patterns_fit_beginnings_ends_and_insides)
{
    CHECK_TRUE(word_fits(S("latency"), "latency cost"));
    CHECK_TRUE(word_fits(S("conversions"), "cost conversion*"));
    CHECK_TRUE(word_fits(S("serverkosten"), "*kosten"));
    CHECK_TRUE(word_fits(S("平均延迟"), "*延迟*"));
    CHECK_FALSE(word_fits(S("late"), "latency *kosten"));
}

TESTS(label_verdict_looks_at_the_head_of_a_label, words_mean_what_their_language_says,
      little_english_words_stay_english, ideographs_are_parted_at_the_longest_word,
      patterns_fit_beginnings_ends_and_insides)
