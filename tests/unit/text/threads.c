/* SPDX-License-Identifier: MIT */
/* unit/text/threads.c — two jobs share the fonts. */
#include <pthread.h>

#include "setting.h"

#define ROUNDS 20

struct work {
    struct fonts *fonts;
    struct store store;
    int64_t sum;
};

/* A job of its own over shared fonts, several times; the sum of all advances. */
static void *shape_all(void *work)
{
    static const char *const families[] = {"Inter", "Vollkorn", "Lato", "DejaVu Sans"};
    struct work *w = work;
    for (int i = 0; i < ROUNDS; i++) {
        struct arena *a = arena_new(TEST_ARENA_CEILING);
        struct text_cache *cache = text_cache_new(a, w->fonts, &w->store, S("en"));
        struct diags d = diags_at(a, S("x"));
        for (size_t f = 0; f < countof(families); f++) {
            struct stretch s = stretch_of(
                "Affable office of five \xE2\x9C\x93 \xD7\xA9\xD7\x9C", families[f]);
            const struct shaped *shaped = text_shape(cache, &s, 1, false, true, &d);
            w->sum += advance_of(shaped) + text_width(shaped, &s, 0, 8);
        }
        arena_free(a);
    }
    return NULL;
}

TEST(threads_may_share_fonts)
{
    struct setting s = setting_of("en", true);
    struct work work[2] = {
        {s.fonts, s.store, 0},
        {s.fonts, s.store, 0}
    };
    pthread_t threads[2];
    for (int i = 0; i < 2; i++)
        CHECK_INT(pthread_create(&threads[i], NULL, shape_all, &work[i]), 0);
    for (int i = 0; i < 2; i++)
        CHECK_INT(pthread_join(threads[i], NULL), 0);
    CHECK_TRUE(work[0].sum > 0);
    CHECK_INT(work[0].sum, work[1].sum);
}

TESTS(threads_may_share_fonts)
