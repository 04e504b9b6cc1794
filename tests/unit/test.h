/* SPDX-License-Identifier: MIT */
/* unit/test.h — how a unit test is written: facts, and a list of them at the end.
 *
 *   #include "test.h"
 *   #include "model/metric.h"
 *
 *   TEST(metric_reads_a_signed_percentage)
 *   {
 *       struct metric m = metric_parse(S("−37% cost"));
 *       CHECK_INT(m.milli, -37000);
 *       CHECK_STR(m.label, "cost");
 *   }
 *
 *   TESTS(metric_reads_a_signed_percentage)
 *
 * A test that is missing in TESTS is a warning of the compiler. An argument of the program runs
 * the tests whose names match it. Arenas of test_arena() end with their test.
 */
#ifndef RECTO_UNIT_TEST_H
#define RECTO_UNIT_TEST_H

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

#define TEST_ARENAS 16
#define TEST_ARENA_CEILING ((size_t)256 << 20) /* [bytes] no unit test needs as much */

static struct arena *test_arenas[TEST_ARENAS];
static size_t test_arena_count;

/* An arena that is freed when the test ends, however it ends. */
static inline struct arena *test_arena(void)
{
    assert_true(test_arena_count < TEST_ARENAS);
    struct arena *a = arena_new(TEST_ARENA_CEILING);
    assert_non_null(a);
    test_arenas[test_arena_count++] = a;
    return a;
}

static inline int test_teardown(void **state)
{
    (void)state;
    while (test_arena_count > 0)
        arena_free(test_arenas[--test_arena_count]);
    return 0;
}

#define TEST(name)                                                                        \
    static void name##_body(void);                                                        \
    static void name##_run(void **state)                                                  \
    {                                                                                     \
        (void)state;                                                                      \
        name##_body();                                                                    \
    }                                                                                     \
    static const struct CMUnitTest name = {#name, name##_run, NULL, test_teardown, NULL}; \
    static void name##_body(void)

#define TESTS(...)                                        \
    int main(int argc, char **argv)                       \
    {                                                     \
        const struct CMUnitTest tests[] = {__VA_ARGS__};  \
        if (argc > 1)                                     \
            cmocka_set_test_filter(argv[1]);              \
        return cmocka_run_group_tests(tests, NULL, NULL); \
    }

static inline void test_check(bool good, const char *what, const char *file, int line)
{
    if (good)
        return;
    print_error("not true: %s\n", what);
    _fail(file, line);
}

static inline void test_int(intmax_t got, intmax_t want, const char *what, const char *file,
                            int line)
{
    if (got == want)
        return;
    print_error("%s is %" PRIdMAX ", not %" PRIdMAX "\n", what, got, want);
    _fail(file, line);
}

static inline void test_str(struct str got, struct str want, const char *what,
                            const char *file, int line)
{
    if (got.n == want.n && (got.n == 0 || memcmp(got.p, want.p, got.n) == 0))
        return;
    print_error("%s is not\n  \"%.*s\" but\n  \"%.*s\"\n", what, STR(want), STR(got));
    _fail(file, line);
}

#define CHECK_TRUE(x) test_check((x), #x, __FILE__, __LINE__)
#define CHECK_FALSE(x) test_check(!(x), "!(" #x ")", __FILE__, __LINE__)
#define CHECK_NULL(p) test_check((p) == NULL, #p " == NULL", __FILE__, __LINE__)
#define CHECK_NOT_NULL(p) test_check((p) != NULL, #p " != NULL", __FILE__, __LINE__)
#define CHECK_INT(got, want) \
    test_int((intmax_t)(got), (intmax_t)(want), #got, __FILE__, __LINE__)
/* A slice against a literal or another C string. */
#define CHECK_STR(got, want) test_str((got), str_from(want), #got, __FILE__, __LINE__)
/* A slice against a slice. */
#define CHECK_SAME(got, want) test_str((got), (want), #got, __FILE__, __LINE__)
/* A C string against another. */
#define CHECK_CSTR(got, want) \
    test_str(str_from(got), str_from(want), #got, __FILE__, __LINE__)

#endif
