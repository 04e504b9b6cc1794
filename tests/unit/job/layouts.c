/* SPDX-License-Identifier: MIT */
/* unit/job/layouts.c — jobs share a layout as long as it is the same, and each is told of it. */
#include <stdio.h>

#include "base/str.h"
#include "base/vec.h"
#include "test.h"

#include <recto/recto.h>

#define STUDY "# Answer Desk\n\n## Problem\n\nSearching took too long.\n"

static int hash(void *user, const void *bytes, size_t length)
{
    *(uint64_t *)user = str_hash((struct str){bytes, length}, 0);
    return 0;
}

static void write_layout(const char *text)
{
    FILE *f = fopen("own.yaml", "wb");
    CHECK_NOT_NULL(f);
    CHECK_TRUE(fputs(text, f) >= 0);
    CHECK_INT(fclose(f), 0);
}

/* Hash of the trace of a job beside `first`; 0 where it was not written. */
static uint64_t drawn(recto_job *first, const char *key, const char *value)
{
    uint64_t sum = 0;
    recto_job *job = recto_job_new_like(first);
    CHECK_INT(recto_job_set(job, "layout", "./own.yaml"), RECTO_DONE);
    if (key)
        CHECK_INT(recto_job_set(job, key, value), RECTO_DONE);
    CHECK_INT(recto_job_read(job, STUDY, strlen(STUDY), "case.md"), RECTO_DONE);
    recto_status status = recto_job_write(job, "trace", (recto_sink){hash, &sum});
    const recto_diag *list;
    CHECK_INT(status != RECTO_DONE, recto_job_diags(job, &list) > 0);
    recto_job_free(job);
    return sum;
}

TEST(a_layout_is_the_same_for_every_job)
{
    recto_job *first = recto_job_new();
    write_layout("extends: classic\npage: {top: 20mm}\n");
    uint64_t sum = drawn(first, NULL, NULL);
    CHECK_TRUE(sum != 0);
    CHECK_TRUE(drawn(first, NULL, NULL) == sum);
    CHECK_TRUE(drawn(first, "palette", "plum") != sum);
    CHECK_TRUE(drawn(first, "paper", "letter") != sum);
    CHECK_TRUE(drawn(first, "set", "page.top=30mm") != sum);
    CHECK_TRUE(drawn(first, NULL, NULL) == sum);
    recto_job_free(first);
}

TEST(a_layout_that_has_changed_is_read_again)
{
    recto_job *first = recto_job_new();
    write_layout("extends: classic\npage: {top: 20mm}\n");
    uint64_t sum = drawn(first, NULL, NULL);
    write_layout("extends: classic\npage: {top: 20.5mm}\n");
    uint64_t other = drawn(first, NULL, NULL);
    CHECK_TRUE(other != sum && other != 0);
    CHECK_TRUE(drawn(first, NULL, NULL) == other);
    recto_job_free(first);
}

/* Its findings are every document's. */
TEST(every_job_is_told_what_is_wrong_with_a_layout)
{
    recto_job *first = recto_job_new();
    write_layout("extends: classic\npage: {tpo: 20mm}\n");
    for (int i = 0; i < 3; i++)
        CHECK_TRUE(drawn(first, NULL, NULL) == 0);
    recto_job_free(first);
}

/* More than are kept: what is asked for is had all the same. */
TEST(any_number_of_layouts_may_be_asked_for)
{
    recto_job *first = recto_job_new();
    write_layout("extends: classic\n");
    uint64_t sums[40];
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < countof(sums); i++) {
            char set[32];
            snprintf(set, sizeof set, "page.top=%zumm", 10 + i);
            uint64_t sum = drawn(first, "set", set);
            CHECK_TRUE(round == 0 || sum == sums[i]);
            sums[i] = sum;
            CHECK_TRUE(i == 0 || sums[i] != sums[i - 1]);
        }
    recto_job_free(first);
}

TESTS(a_layout_is_the_same_for_every_job, a_layout_that_has_changed_is_read_again,
      every_job_is_told_what_is_wrong_with_a_layout, any_number_of_layouts_may_be_asked_for)
