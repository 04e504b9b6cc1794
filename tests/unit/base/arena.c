/* SPDX-License-Identifier: MIT */
/* unit/base/arena.c — the arena, and the arrays and maps that live in it. */
#include "test.h"

#include "base/map.h"
#include "base/vec.h"

TEST(arena_gives_zeroed_and_aligned_bytes)
{
    struct arena *a = test_arena();
    for (size_t size = 0; size < 200; size += 7) {
        unsigned char *p = arena_alloc(a, size);
        CHECK_INT((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            CHECK_INT(p[i], 0);
        memset(p, 0xAB, size);
    }
}

TEST(arena_gives_zeroed_bytes_again_after_a_rewind)
{
    struct arena *a = test_arena();
    arena_alloc(a, 10);
    struct arena_mark m = arena_mark(a);
    for (int turn = 0; turn < 3; turn++) {
        unsigned char *small = arena_alloc(a, 100), *large = arena_alloc(a, 3u << 20);
        for (size_t i = 0; i < 100; i++)
            CHECK_INT(small[i], 0);
        CHECK_INT(large[(3u << 20) - 1], 0);
        memset(small, 1, 100);
        memset(large, 1, 3u << 20);
        arena_rewind(a, m);
        CHECK_INT(arena_used(a), 10);
    }
}

TEST(arena_clears_what_is_half_used_and_half_fresh)
{
    struct arena *a = test_arena();
    arena_alloc(a, 10);
    struct arena_mark m = arena_mark(a);
    for (size_t size = 100; size < 20000; size += size / 3) { /* each reaches farther */
        unsigned char *p = arena_alloc(a, size);
        for (size_t i = 0; i < size; i++)
            CHECK_INT(p[i], 0);
        memset(p, 0xAB, size);
        arena_rewind(a, m);
    }
}

TEST(arena_clears_behind_what_is_taken_as_it_is)
{
    struct arena *a = test_arena();
    struct arena_mark m = arena_mark(a);
    memset(arena_take(a, 5000), 0xAB, 5000);
    arena_rewind(a, m);
    for (size_t size = 1; size < 2000; size = size * 3 / 2 + 1) {
        unsigned char *p = arena_alloc(a, size);
        for (size_t i = 0; i < size; i++)
            CHECK_INT(p[i], 0);
        memset(arena_take(a, size), 0xAB, size);
    }
}

TEST(arena_grows_only_what_came_last)
{
    struct arena *a = test_arena();
    char *one = arena_copy(a, "one", 3);
    bool grows = arena_grow(a, one, 3, 100); /* never under a sanitizer */
    char *two = arena_copy(a, "two", 3);
    CHECK_TRUE(!grows || two >= one + 103);
    CHECK_FALSE(arena_grow(a, one, grows ? 103 : 3, 100));
    CHECK_FALSE(arena_grow(a, two, 3, (size_t)1 << 30));
    unsigned char *zero = arena_alloc(a, 50);
    for (int i = 0; i < 50; i++)
        CHECK_INT(zero[i], 0);
    CHECK_INT(memcmp(two, "two", 3), 0);
}

TEST(arena_grows_up_to_its_ceiling)
{
    struct arena *a = arena_new(1000);
    char *p = arena_take(a, 600);
    CHECK_FALSE(arena_grow(a, p, 600, 401));
    bool grows = arena_grow(a, p, 600, 400);
    CHECK_INT(arena_used(a), grows ? 1000 : 600);
    arena_free(a);
}

TEST(arena_rewind_to_the_very_beginning)
{
    struct arena *a = test_arena();
    struct arena_mark m = arena_mark(a);
    for (int i = 0; i < 100; i++)
        arena_alloc(a, 10000);
    arena_rewind(a, m);
    CHECK_INT(arena_used(a), 0);
    CHECK_NOT_NULL(arena_alloc(a, 1));
}

TEST(arena_jumps_at_its_ceiling)
{
    struct arena *a = arena_new(1000);
    jmp_buf out;
    volatile int done = 0;
    if (setjmp(out) == 0) {
        arena_on_exhaustion(a, &out);
        for (;; done++)
            arena_alloc(a, 300);
    }
    CHECK_INT(done, 3);
    CHECK_INT(arena_used(a), 900);
    arena_free(a);
}

TEST(arena_jumps_when_a_product_overflows)
{
    struct arena *a = test_arena();
    jmp_buf out;
    volatile bool jumped = true;
    if (setjmp(out) == 0) {
        arena_on_exhaustion(a, &out);
        arena_array(a, SIZE_MAX / 2, 4);
        jumped = false;
    }
    CHECK_TRUE(jumped);
}

TEST(arena_fails_at_the_nth_allocation)
{
    struct arena *a = test_arena();
    jmp_buf out;
    volatile int done = 0;
    arena_fail_at(a, 5);
    if (setjmp(out) == 0) {
        arena_on_exhaustion(a, &out);
        for (;; done++)
            arena_alloc(a, 1);
    }
    CHECK_INT(done, 4);
    CHECK_NOT_NULL(arena_alloc(a, 1));
}

struct note {
    char *text;
    char letter;
};

static void write_down(void *object)
{
    struct note *n = object;
    n->text[strlen(n->text)] = n->letter;
}

TEST(arena_runs_deferred_newest_first)
{
    char text[8] = "";
    struct note x = {text, 'x'}, y = {text, 'y'}, z = {text, 'z'};
    struct arena *a = arena_new(1 << 20);
    arena_defer(a, write_down, &x);
    struct arena_mark m = arena_mark(a);
    arena_defer(a, write_down, &y);
    arena_defer(a, write_down, &z);
    arena_rewind(a, m);
    CHECK_CSTR(text, "zy");
    arena_free(a);
    CHECK_CSTR(text, "zyx");
}

TEST(arena_closes_what_it_cannot_hang_up)
{
    char text[8] = "";
    struct note x = {text, 'x'};
    struct arena *a = test_arena();
    jmp_buf out;
    if (setjmp(out) == 0) {
        arena_on_exhaustion(a, &out);
        arena_fail_at(a, 1);
        arena_defer(a, write_down, &x);
        CHECK_TRUE(false);
    }
    CHECK_CSTR(text, "x");
}

TEST(vec_finds_the_element_that_holds_a_place)
{
    struct piece {
        size_t at;
        char name;
    };
    struct arena *a = test_arena();
    VEC(struct piece) v = {NULL, 0, 0};
    CHECK_INT(vec_index_at(&v, 5), 0);
    for (size_t i = 0; i < 10; i++)
        vec_push(a, &v, ((struct piece){3 + i * 10, 'a'}));
    CHECK_INT(vec_index_at(&v, 0), 0); /* before the first */
    CHECK_INT(vec_index_at(&v, 12), 0);
    CHECK_INT(vec_index_at(&v, 13), 1);
    CHECK_INT(vec_index_at(&v, 92), 8);
    CHECK_INT(vec_index_at(&v, SIZE_MAX), 9);
}

TEST(vec_keeps_what_was_pushed)
{
    struct arena *a = test_arena();
    VEC(int) v = {NULL, 0, 0};
    for (int i = 0; i < 1000; i++)
        vec_push(a, &v, i * i);
    CHECK_INT(v.n, 1000);
    for (int i = 0; i < 1000; i++)
        CHECK_INT(v.at[i], i * i);
    CHECK_INT(*vec_last(&v), 999 * 999);
    v.n = 3;
    CHECK_INT(*vec_add(a, &v), 0);
    CHECK_INT(v.n, 4);
}

TEST(map_finds_what_was_put)
{
    struct arena *a = test_arena();
    struct map m = {NULL, 0, 0};
    CHECK_NULL(map_find(&m, S("x")));
    int *values = arena_many(a, 500, int);
    for (int i = 0; i < 500; i++) {
        values[i] = i;
        map_put(a, &m, str_fmt(a, "key %d", i), &values[i]);
    }
    for (int i = 0; i < 500; i++)
        CHECK_INT(*(int *)map_find(&m, str_fmt(a, "key %d", i)), i);
    CHECK_NULL(map_find(&m, S("key 500")));
    map_put(a, &m, S("key 7"), &values[8]);
    CHECK_INT(*(int *)map_find(&m, S("key 7")), 8);
    CHECK_INT(m.n, 500);
}

TESTS(arena_gives_zeroed_and_aligned_bytes, arena_gives_zeroed_bytes_again_after_a_rewind,
      arena_clears_what_is_half_used_and_half_fresh,
      arena_clears_behind_what_is_taken_as_it_is, arena_grows_only_what_came_last,
      arena_grows_up_to_its_ceiling, arena_rewind_to_the_very_beginning,
      arena_jumps_at_its_ceiling, arena_jumps_when_a_product_overflows,
      arena_fails_at_the_nth_allocation, arena_runs_deferred_newest_first,
      arena_closes_what_it_cannot_hang_up, vec_keeps_what_was_pushed,
      vec_finds_the_element_that_holds_a_place, map_finds_what_was_put)
