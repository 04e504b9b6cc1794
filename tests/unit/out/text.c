/* SPDX-License-Identifier: MIT */
/* unit/out/text.c — the sample as plain text, and as a trace twice the same. */
#include "out/sample.h"

static const struct out_options none = {.epoch = -1};

TEST(words_come_in_reading_order)
{
    struct fixture f = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    CHECK_STR(write_as(&f, "txt", &none),
              "Answer Desk\n\n"
              "a longer line of some information desk\n\n"
              "the first-contact rate\n\n"
              "auf Deutsch\n\n"
              "see the repository.\n\n"
              "and below.\n\n"
              "\xE2\x80\xA2 first item\n"
              "\xE2\x80\xA2 second item with an affine office\n\n"
              "Metric\tValue\n"
              "p95 latency\t\n\n"
              "Architecture\n\n"
              "Client to gateway\n\n"
              "measured twice1\n\n"
              "1 By two people.\n");
}

TEST(a_trace_depends_on_nothing_else)
{
    struct fixture f = fixture_new("Lato-Regular.ttf"), g = fixture_new("Lato-Regular.ttf");
    add_sample(&f);
    add_sample(&g);
    struct str one = write_as(&f, "trace", &none), other = write_as(&g, "trace", &none);
    CHECK_INT(str_eq(one, other), true);
}

TEST(formats_are_found_by_name)
{
    assert_non_null(backend_find(S("pdf")));
    assert_null(backend_find(S("doc")));
    size_t n = 0;
    while (backend_at(n))
        n++;
    assert_true(n >= 3);
}

TESTS(words_come_in_reading_order, a_trace_depends_on_nothing_else,
      formats_are_found_by_name)
