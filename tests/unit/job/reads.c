/* SPDX-License-Identifier: MIT */
/* unit/job/reads.c — a job tells which files it read, and which it looked for in vain. */
#include "test.h"

#include <recto/reads.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"

static void put(const char *path, const char *text)
{
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    fputs(text, to);
    CHECK_INT(fclose(to), 0);
}

/* The read that ends in `end`; NULL where there is none. Each path stands in the list once. */
static const recto_read *read_of(recto_job *job, const char *end)
{
    const recto_read *list, *found = NULL;
    size_t n = recto_job_reads(job, &list);
    for (size_t i = 0; i < n; i++)
        if (str_ends(str_from(list[i].path), str_from(end))) {
            CHECK_NULL(found);
            found = &list[i];
        }
    return found;
}

static int swallow(void *user, const void *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 0;
}

static const char study[] =
    "# A study\n\n## TL;DR\n\nIt works: ![a chart](pictures/chart.png)\n";

static recto_job *laid_out(void)
{
    put("case.md", study);
    put("mine.yaml", "name: mine\nextends: ./parent.yaml\n");
    put("parent.yaml", "name: parent\nextends: swiss\n");
    recto_job *job = recto_job_new();
    CHECK_INT(recto_job_keep_reads(job), RECTO_DONE);
    CHECK_INT(recto_job_set(job, "layout", "./mine.yaml"), RECTO_DONE);
    CHECK_INT(recto_job_read_file(job, "case.md"), RECTO_DONE);
    (void)recto_job_write(job, "trace", (recto_sink){swallow, NULL});
    return job;
}

TEST(all_that_a_render_reads_is_told)
{
    recto_job *job = laid_out();
    static const char *const names[] = {"case.md",    "mine.yaml", "parent.yaml",
                                        "swiss.yaml", "index.tsv", "Inter-Regular.otf"};
    for (size_t i = 0; i < countof(names); i++) {
        const recto_read *read = read_of(job, names[i]);
        assert_non_null(read);
        CHECK_TRUE(read->state == recto_file_state(read->path));
        CHECK_TRUE(read->state != 0);
    }
    recto_job_free(job);
}

TEST(what_was_looked_for_in_vain_is_told)
{
    recto_job *job = laid_out();
    const recto_read *chart = read_of(job, "pictures/chart.png");
    assert_non_null(chart);
    CHECK_TRUE(chart->state == 0);
    recto_job_free(job);
}

TEST(a_job_that_is_not_asked_keeps_no_list)
{
    const recto_read *list;
    recto_job *job = recto_job_new();
    put("case.md", study);
    CHECK_INT(recto_job_read_file(job, "case.md"), RECTO_DONE);
    CHECK_INT(recto_job_reads(job, &list), 0);
    recto_job_free(job);
}

TEST(jobs_made_like_one_tell_the_fonts_that_they_share)
{
    recto_job *first = laid_out(), *job = recto_job_new_like(first);
    put("other.md", study);
    CHECK_INT(recto_job_read_file(job, "other.md"), RECTO_DONE);
    (void)recto_job_write(job, "trace", (recto_sink){swallow, NULL});
    assert_non_null(read_of(job, "index.tsv"));
    assert_non_null(read_of(job, "other.md"));
    CHECK_NULL(read_of(job, "case.md"));
    recto_job_free(job);
    recto_job_free(first);
}

TEST(a_state_changes_with_the_file)
{
    put("file", "one");
    uint64_t state = recto_file_state("file");
    CHECK_TRUE(state == recto_file_state("file"));
    put("file", "longer");
    CHECK_TRUE(state != recto_file_state("file"));
    state = recto_file_state("file");
    put("new", "longer");
    CHECK_INT(rename("new", "file"), 0); /* as editors save */
    CHECK_TRUE(state != recto_file_state("file"));
    state = recto_file_state("file");
    CHECK_INT(chmod("file", 0), 0);
    CHECK_TRUE(state != recto_file_state("file"));
    CHECK_INT(unlink("file"), 0);
    CHECK_TRUE(recto_file_state("file") == 0);
}

TEST(the_state_of_a_folder_is_what_it_holds)
{
    CHECK_INT(mkdir("folder", 0777), 0);
    uint64_t state = recto_file_state("folder");
    CHECK_TRUE(state != 0);
    put("folder/.case.md.swp", "an editor's own");
    put("folder/case.md~", "a backup");
    CHECK_TRUE(state == recto_file_state("folder"));
    put("folder/one.ttf", "");
    CHECK_TRUE(state != recto_file_state("folder"));
    state = recto_file_state("folder");
    put("folder/one.ttf", "its contents are its own business");
    CHECK_TRUE(state == recto_file_state("folder"));
    CHECK_INT(rename("folder/one.ttf", "folder/two.ttf"), 0);
    CHECK_TRUE(state != recto_file_state("folder"));
}

TESTS(all_that_a_render_reads_is_told, what_was_looked_for_in_vain_is_told,
      a_job_that_is_not_asked_keeps_no_list,
      jobs_made_like_one_tell_the_fonts_that_they_share, a_state_changes_with_the_file,
      the_state_of_a_folder_is_what_it_holds)
