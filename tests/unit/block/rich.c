/* SPDX-License-Identifier: MIT */
/* unit/block/rich.c — which strong words are numbers that count. */
#include "test.h"

#include "base/vec.h"
#include "block/rich.h"

TEST(a_number_by_itself_counts)
{
    static const char *const yes[] = {"+12.4%", "−37%",     "p95 = 78 ms",   "p95=78ms",
                                      "38 min", "$1.2M/yr", "~30 s",         "0.962",
                                      "2.3×",   "≤150 ms",  "61.2% to 68.8%"};
    static const char *const no[] = {"",         "Technical note.",
                                     "GPT-4",    "B200",
                                     "I",        "2 of the 17 teams that we asked in May",
                                     "under ten"};
    for (size_t i = 0; i < countof(yes); i++)
        CHECK_TRUE(rich_is_metric(str_from(yes[i])));
    for (size_t i = 0; i < countof(no); i++)
        CHECK_FALSE(rich_is_metric(str_from(no[i])));
}

TESTS(a_number_by_itself_counts)
