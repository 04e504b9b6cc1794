/* SPDX-License-Identifier: MIT */
/* unit/text/setting.h — fonts, a cache and a paragraph, for the tests of text. */
#ifndef RECTO_UNIT_TEXT_SETTING_H
#define RECTO_UNIT_TEXT_SETTING_H

#include "base/store.h"
#include "test.h"
#include "text/line.h"

struct setting {
    struct arena *a;
    struct store store;
    struct fonts *fonts;
    struct text_cache *cache;
    struct diags d;
};

static void drop_fonts(void *fonts)
{
    fonts_free(fonts);
}

/* All that ends with the test's arena. */
static inline struct setting setting_of(const char *lang, bool no_system)
{
    struct setting s = {.a = test_arena()};
    struct fonts_options options = {.no_system = no_system};
    s.store = store_open(s.a);
    s.d = diags_at(s.a, S("test.md"));
    s.fonts = fonts_new(NULL, &s.store, &options);
    CHECK_NOT_NULL(s.fonts);
    arena_defer(s.a, drop_fonts, s.fonts);
    struct store *store = arena_copy(s.a, &s.store, sizeof s.store);
    s.cache = text_cache_new(s.a, s.fonts, store, str_from(lang));
    return s;
}

static inline struct stretch stretch_of(const char *text, const char *family)
{
    return (struct stretch){
        .text = str_from(text), .face = {str_from(family), 400, false},
             .size = PT(10)
    };
}

static inline const struct shaped *shape_one(struct setting *s,
                                             const struct stretch *stretch)
{
    return text_shape(s->cache, stretch, 1, false, true, &s->d);
}

/* Sum of the advances of all glyphs [font units]. */
static inline int64_t advance_of(const struct shaped *shaped)
{
    int64_t sum = 0;
    for (uint32_t r = 0; r < shaped->run_count; r++)
        for (uint32_t g = 0; g < shaped->runs[r].glyph_count; g++)
            sum += shaped->runs[r].glyphs[g].advance;
    return sum;
}

#endif
