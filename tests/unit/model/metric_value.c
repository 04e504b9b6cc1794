/* SPDX-License-Identifier: MIT */
/* unit/model/metric_value.c — numbers with their signs, units and rates. */
#include "model/metric_value.h"

#include "base/vec.h"
#include "test.h"

struct row {
    const char *text, *lang;
    const char *whole;  /* what is taken, "" for nothing */
    const char *number; /* the part set large */
    enum quantity_dim dim;
    int64_t milli; /* thousandths of the number itself */
};

static void check_rows(const struct row *rows, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct str text = str_from(rows[i].text);
        struct quantity q = {0};
        bool found = quantity_at(text, 0, str_from(rows[i].lang), &q);
        CHECK_STR(found ? str_sub(text, q.from, q.to) : S(""), rows[i].whole);
        if (!found)
            continue;
        CHECK_STR(str_sub(text, q.from, q.num_to), rows[i].number);
        CHECK_INT(q.dim, rows[i].dim);
        CHECK_INT(q.number_micro / 1000, rows[i].milli);
    }
}

TEST(quantity_reads_signs_of_all_kinds)
{
    static const struct row rows[] = {
        {"+12.4%",   "en", "+12.4%",   "+12.4",    QUANTITY_PERCENT, 12400   },
        {"-71% of",  "en", "-71%",     "-71",      QUANTITY_PERCENT, 71000   },
        {"−37%",   "en", "−37%",   "−37",    QUANTITY_PERCENT, 37000   },
        {"–60%",   "en", "–60%",   "–60",    QUANTITY_PERCENT, 60000   },
        {"+0,4 pp",  "es", "+0,4 pp",  "+0,4",     QUANTITY_POINTS,  400     },
        {"- 100%",   "en", "",         "",         QUANTITY_COUNT,   0       },
        {"-$15,000", "en", "-$15,000", "-$15,000", QUANTITY_MONEY,   15000000},
    };
    check_rows(rows, countof(rows));
}

TEST(quantity_reads_times_in_two_units)
{
    static const struct row rows[] = {
        {"3:40 min of",     "en", "3:40 min",        "3:40",        QUANTITY_TIME,  3666   },
        {"1:02:30 h",       "en", "1:02:30 h",       "1:02:30",     QUANTITY_TIME,  1041   },
        {"10:30",           "en", "",                "",            QUANTITY_COUNT, 0      },
        {"3:75 min",        "en", "",                "",            QUANTITY_COUNT, 0      },
        {"1 h 20 min",      "en", "1 h 20 min",      "1 h 20",      QUANTITY_TIME,  80000  },
        {"3m40s",           "en", "3m40s",           "3m40",        QUANTITY_TIME,  220000 },
        {"2 h 5 km",        "en", "2 h",             "2",           QUANTITY_TIME,  2000   },
        {"5 min 3 h",       "en", "5 min",           "5",           QUANTITY_TIME,  5000   },
        {"1 day 2 h 3 min", "en", "1 day 2 h 3 min", "1 day 2 h 3", QUANTITY_TIME,  1563000},
    };
    check_rows(rows, countof(rows));
}

TEST(quantity_groups_by_language)
{
    static const struct row rows[] = {
        {"9,579 chunks", "en", "9,579",       "9,579",     QUANTITY_COUNT,   9579000   },
        {"1.234 Fälle", "de", "1.234",       "1.234",     QUANTITY_COUNT,   1234000   },
        {"1.234 units",  "en", "1.234",       "1.234",     QUANTITY_COUNT,   1234      },
        {"0,952",        "de", "0,952",       "0,952",     QUANTITY_COUNT,   952       },
        {"0.952",        "de", "0.952",       "0.952",     QUANTITY_COUNT,   952       },
        {"1.234,5 €",  "de", "1.234,5 €", "1.234,5",   QUANTITY_MONEY,   1234500   },
        {"12 400 users", "fr", "12 400",      "12 400",    QUANTITY_COUNT,   12400000  },
        {"1,00,000",     "en", "1,00,000",    "1,00,000",  QUANTITY_COUNT,   100000000 },
        {"1,234,567",    "de", "1,234,567",   "1,234,567", QUANTITY_COUNT,   1234567000},
        {"١٢٫٥٪",   "ar", "١٢٫٥٪",  "١٢٫٥",  QUANTITY_PERCENT, 12500     },
    };
    check_rows(rows, countof(rows));
}

TEST(quantity_takes_units_suffixes_and_rates)
{
    static const struct row rows[] = {
        {"78ms at",                "en", "78ms",             "78",          QUANTITY_TIME,    78000       },
        {"4 min.",                 "en", "4 min",            "4",           QUANTITY_TIME,    4000        },
        {"340K → 890K",          "en", "340K",             "340K",        QUANTITY_COUNT,   340000000   },
        {"2M+ monthly",            "en", "2M+",              "2M+",         QUANTITY_COUNT,   2000000000  },
        {"$5m",                    "en", "$5m",              "$5m",         QUANTITY_MONEY,   5000000000  },
        {"5m later",               "en", "5m",               "5",           QUANTITY_TIME,    5000        },
        {"$1.2M/yr saved",         "en", "$1.2M/yr",         "$1.2M",       QUANTITY_MONEY,   1200000000  },
        {"≈ $21,000 / yr",       "en", "≈ $21,000 / yr", "≈ $21,000", QUANTITY_MONEY,   21000000    },
        {"$0/月",                 "zh", "$0/月",           "$0",          QUANTITY_MONEY,   0           },
        {"1,5 Mio. € Umsatz",    "de", "1,5 Mio. €",     "1,5 Mio.",    QUANTITY_MONEY,   1500000000  },
        {"₹15 Cr",               "en", "₹15 Cr",         "₹15 Cr",    QUANTITY_MONEY,   150000000000},
        {"21,975 QPS",             "en", "21,975 QPS",       "21,975",      QUANTITY_RATE,    21975000    },
        {"435 tok/s/GPU",          "en", "435 tok/s/GPU",    "435",         QUANTITY_RATE,    435000      },
        {"$0.42/1k queries today", "en", "$0.42/1k queries", "$0.42",       QUANTITY_MONEY,   420         },
        {"%37 azaldı",            "tr", "%37",              "%37",         QUANTITY_PERCENT, 37000       },
        {"30 minimum",             "en", "30",               "30",          QUANTITY_COUNT,   30000       },
    };
    check_rows(rows, countof(rows));
}

TEST(quantity_takes_ranges_bounds_and_spreads)
{
    static const struct row rows[] = {
        {"20-33x gains",      "en", "20-33x",     "20-33",    QUANTITY_TIMES,   33000 },
        {"10%–15%",         "en", "10%–15%",  "10%–15", QUANTITY_PERCENT, 15000 },
        {"2 – 5 ms",        "en", "2 – 5 ms", "2 – 5",  QUANTITY_TIME,    5000  },
        {"< 50 ms",           "en", "< 50 ms",    "< 50",     QUANTITY_TIME,    50000 },
        {"sub-200ms cues",    "en", "sub-200ms",  "sub-200",  QUANTITY_TIME,    200000},
        {"87% +-5% accuracy", "en", "87% +-5%",   "87",       QUANTITY_PERCENT, 87000 },
        {"363/363 pass",      "en", "363/363",    "363/363",  QUANTITY_RATIO,   363000},
        {"5-fold",            "en", "5-fold",     "5",        QUANTITY_TIMES,   5000  },
    };
    check_rows(rows, countof(rows));
}

TEST(quantity_leaves_what_only_looks_like_one)
{
    static const struct row rows[] = {
        {"1.2.3",        "en", "", "", QUANTITY_COUNT, 0},
        {"10:30",        "en", "", "", QUANTITY_COUNT, 0},
        {"64×64",       "en", "", "", QUANTITY_COUNT, 0},
        {"10 × 5 × 3", "en", "", "", QUANTITY_COUNT, 0},
        {"3D model",     "en", "", "", QUANTITY_COUNT, 0},
        {"2024-05-01",   "en", "", "", QUANTITY_COUNT, 0},
        {"1990s",        "en", "", "", QUANTITY_COUNT, 0},
        {"0.0.0.0:80",   "en", "", "", QUANTITY_COUNT, 0},
        {"12/05/2024",   "en", "", "", QUANTITY_COUNT, 0},
        {"",             "en", "", "", QUANTITY_COUNT, 0},
    };
    check_rows(rows, countof(rows));
}

TEST(quantity_is_no_part_of_a_word)
{
    struct quantity q;
    CHECK_FALSE(quantity_at(S("p95"), 1, S("en"), &q));
    CHECK_FALSE(quantity_at(S("GPT-4 x"), 4, S("en"), &q));
    CHECK_FALSE(quantity_at(S("v2.1"), 1, S("en"), &q));
    CHECK_FALSE(quantity_at(S("#7"), 1, S("en"), &q));
    CHECK_TRUE(quantity_at(S("p99<150ms"), 3, S("en"), &q));
    CHECK_TRUE(quantity_at(S("140s→32s"), 7, S("en"), &q));
    CHECK_TRUE(quantity_at(S("(57%"), 1, S("en"), &q));
}

TEST(quantity_knows_years_and_adjectives)
{
    struct quantity q;
    CHECK_TRUE(quantity_at(S("2024 was"), 0, S("en"), &q));
    CHECK_TRUE(q.year);
    CHECK_TRUE(quantity_at(S("2,024 was"), 0, S("en"), &q));
    CHECK_FALSE(q.year);
    CHECK_TRUE(quantity_at(S("12-month pilot"), 0, S("en"), &q));
    CHECK_TRUE(q.adjective);
}

TEST(quantity_saturates_instead_of_overflowing)
{
    struct quantity q;
    CHECK_TRUE(quantity_at(S("99999999999999999999999999 years"), 0, S("en"), &q));
    CHECK_TRUE(q.micro > 0);
    CHECK_TRUE(quantity_at(S("0.00000000000000000000001 ns"), 0, S("en"), &q));
    CHECK_INT(q.micro, 0);
}

TESTS(quantity_reads_signs_of_all_kinds, quantity_reads_times_in_two_units,
      quantity_groups_by_language, quantity_takes_units_suffixes_and_rates,
      quantity_takes_ranges_bounds_and_spreads, quantity_leaves_what_only_looks_like_one,
      quantity_is_no_part_of_a_word, quantity_knows_years_and_adjectives,
      quantity_saturates_instead_of_overflowing)
