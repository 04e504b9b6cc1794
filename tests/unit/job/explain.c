/* SPDX-License-Identifier: MIT */
/* unit/job/explain.c — what is said about findings. */
#include "test.h"

#include "base/diag.h"

static const struct {
    const char *id, *text;
} rows[] = {
#define X(id, text) {id, text},
#include "job/explain.def"
#undef X
};

TEST(every_long_text_is_of_a_finding_that_there_is)
{
    for (size_t i = 0; i < countof(rows); i++) {
        if (!diag_row_find(str_from(rows[i].id)))
            print_error("%s is no code\n", rows[i].id);
        CHECK_NOT_NULL(diag_row_find(str_from(rows[i].id)));
    }
}

TEST(no_finding_has_two_long_texts)
{
    for (size_t i = 0; i < countof(rows); i++)
        for (size_t k = 0; k < i; k++)
            CHECK_FALSE(str_eq(str_from(rows[i].id), str_from(rows[k].id)));
}

TEST(every_finding_says_what_it_is_about)
{
    for (int code = 0; code < DIAG_CODES; code++) {
        const struct diag_row *row = diag_row((enum diag_code)code);
        CHECK_INT(str_from(row->id).n, 5);
        CHECK_TRUE(row->title[0] != 0);
        CHECK_FALSE(str_ends(str_from(row->title), S(".")));
    }
}

TESTS(every_long_text_is_of_a_finding_that_there_is, no_finding_has_two_long_texts,
      every_finding_says_what_it_is_about)
