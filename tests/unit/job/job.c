/* SPDX-License-Identifier: MIT */
/* unit/job/job.c — the public API, as a program of somebody else uses it. */
#include "test.h"

#include <recto/recto.h>

#define STUDY "# Answer Desk\n\n## Problem\n\nSearching took too long.\n"

struct counted {
    size_t calls, bytes;
    int answer;
};

static int count(void *user, const void *bytes, size_t length)
{
    struct counted *c = user;
    (void)bytes;
    c->calls++;
    c->bytes += length;
    return c->answer;
}

static recto_job *job_with(const char *text)
{
    recto_job *job = recto_job_new();
    CHECK_NOT_NULL(job);
    CHECK_INT(recto_job_read(job, text, strlen(text), "case.md"), RECTO_DONE);
    return job;
}

/* The finding with this code, or NULL. */
static const recto_diag *finding(recto_job *job, const char *code)
{
    const recto_diag *list;
    size_t n = recto_job_diags(job, &list);
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i].code, code) == 0)
            return &list[i];
    return NULL;
}

TEST(a_study_is_written_in_one_call_of_the_sink)
{
    recto_job *job = job_with(STUDY);
    struct counted c = {0};
    CHECK_INT(recto_job_write(job, "pdf", (recto_sink){count, &c}), RECTO_DONE);
    CHECK_INT(c.calls, 1);
    CHECK_TRUE(c.bytes > 1000);
    recto_job_free(job);
}

TEST(a_sink_that_refuses_is_a_failure_of_the_world)
{
    recto_job *job = job_with(STUDY);
    struct counted c = {.answer = 1};
    CHECK_INT(recto_job_write(job, "trace", (recto_sink){count, &c}), RECTO_WORLD_FAILED);
    recto_job_free(job);
}

TEST(wrong_options_are_told_before_anything_is_read)
{
    recto_job *job = recto_job_new();
    CHECK_INT(recto_job_set(job, "layuot", "classic"), RECTO_WRONG_USAGE);
    CHECK_CSTR(finding(job, "J0102")->hint, "did you mean “layout”?");
    CHECK_INT(recto_job_set(job, "pages", "0"), RECTO_WRONG_USAGE);
    CHECK_INT(recto_job_set(job, "set", "page.tpo=1mm"), RECTO_WRONG_USAGE);
    CHECK_INT(recto_job_set(job, "set", "page.top"), RECTO_WRONG_USAGE);
    CHECK_INT(recto_job_set(job, "set", "page.top=20mm"), RECTO_DONE);
    CHECK_INT(recto_job_set(job, "set", "title=Another"), RECTO_DONE);
    recto_job_free(job);
}

TEST(nothing_can_be_written_before_a_source_is_read)
{
    recto_job *job = recto_job_new();
    struct counted c = {0};
    CHECK_INT(recto_job_write(job, "pdf", (recto_sink){count, &c}), RECTO_WRONG_USAGE);
    CHECK_INT(c.calls, 0);
    CHECK_NULL(recto_job_report(job));
    CHECK_NULL(recto_job_name(job, "title"));
    recto_job_free(job);
}

TEST(an_error_in_the_source_writes_nothing)
{
    recto_job *job = job_with("---\ntitle: \"open\n---\n\n" STUDY);
    struct counted c = {0};
    CHECK_INT(recto_job_write(job, "pdf", (recto_sink){count, &c}), RECTO_INPUT_UNUSABLE);
    CHECK_INT(c.calls, 0);
    CHECK_INT(recto_job_check(job), RECTO_FOUND);
    recto_job_free(job);
}

TEST(under_strict_a_warning_writes_nothing)
{
    recto_job *job = recto_job_new();
    struct counted c = {0};
    const char *text = "---\ntilte: A\n---\n\n" STUDY;
    CHECK_INT(recto_job_set(job, "strict", "true"), RECTO_DONE);
    CHECK_INT(recto_job_read(job, text, strlen(text), "case.md"), RECTO_DONE);
    CHECK_INT(recto_job_write(job, "pdf", (recto_sink){count, &c}), RECTO_WARNINGS);
    CHECK_INT(c.calls, 0);
    recto_job_free(job);
}

TEST(columns_of_findings_are_in_characters)
{
    recto_job *job = job_with("---\n\"été\": A\n---\n\n" STUDY);
    CHECK_INT(recto_job_check(job), RECTO_DONE);
    const recto_diag *d = finding(job, "M0102");
    CHECK_NOT_NULL(d);
    CHECK_INT(d->line, 2);
    CHECK_INT(d->column, 1);
    CHECK_INT(d->end_column, 5);
    CHECK_CSTR(d->source_line, "\"été\": A");
    recto_job_free(job);
}

TEST(a_layout_that_cannot_be_had_is_blamed_on_who_asked_for_it)
{
    recto_job *job = job_with("---\nlang: en\nlayout: clasic\n---\n\n" STUDY);
    CHECK_INT(recto_job_check(job), RECTO_FOUND);
    CHECK_INT(finding(job, "Y0101")->line, 3);
    CHECK_CSTR(finding(job, "Y0101")->file, "case.md");
    recto_job_free(job);
    job = recto_job_new();
    CHECK_INT(recto_job_set(job, "layout", "clasic"), RECTO_DONE);
    CHECK_INT(recto_job_read(job, STUDY, strlen(STUDY), "case.md"), RECTO_DONE);
    CHECK_INT(recto_job_check(job), RECTO_WRONG_USAGE);
    CHECK_CSTR(finding(job, "Y0101")->file, "");
    recto_job_free(job);
}

TEST(a_second_job_borrows_the_fonts_of_the_first)
{
    recto_job *one = job_with(STUDY), *before = recto_job_new_like(one);
    struct counted c = {0}, d = {0}, e = {0};
    CHECK_INT(recto_job_write(one, "trace", (recto_sink){count, &c}), RECTO_DONE);
    recto_job *two = recto_job_new_like(one);
    CHECK_INT(recto_job_read(two, STUDY, strlen(STUDY), "case.md"), RECTO_DONE);
    CHECK_INT(recto_job_write(two, "trace", (recto_sink){count, &d}), RECTO_DONE);
    CHECK_INT(recto_job_read(before, STUDY, strlen(STUDY), "case.md"), RECTO_DONE);
    CHECK_INT(recto_job_write(before, "trace", (recto_sink){count, &e}), RECTO_DONE);
    CHECK_INT(c.bytes, d.bytes);
    CHECK_INT(c.bytes, e.bytes);
    recto_job_free(before);
    recto_job_free(two);
    recto_job_free(one);
}

TEST(the_report_tells_pages_and_stages)
{
    recto_job *job = job_with(STUDY);
    CHECK_INT(recto_job_check(job), RECTO_DONE);
    struct str json = str_from(recto_job_report(job));
    CHECK_TRUE(str_find(json, S("\"pages\":1,"), 0) < json.n);
    CHECK_TRUE(str_find(json, S("\"stages\":{\"read\":"), 0) < json.n);
    struct str text = str_from(recto_job_report_text(job));
    CHECK_TRUE(str_find(text, S("pages     1, filled "), 0) < text.n);
    CHECK_CSTR(recto_job_name(job, "title"), "Answer Desk");
    CHECK_CSTR(recto_job_name(job, "layout"), "swiss");
    CHECK_NULL(recto_job_name(job, "colour"));
    recto_job_free(job);
}

TESTS(a_study_is_written_in_one_call_of_the_sink,
      a_sink_that_refuses_is_a_failure_of_the_world,
      wrong_options_are_told_before_anything_is_read,
      nothing_can_be_written_before_a_source_is_read, an_error_in_the_source_writes_nothing,
      under_strict_a_warning_writes_nothing, columns_of_findings_are_in_characters,
      a_layout_that_cannot_be_had_is_blamed_on_who_asked_for_it,
      a_second_job_borrows_the_fonts_of_the_first, the_report_tells_pages_and_stages)
