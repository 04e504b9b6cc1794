/* SPDX-License-Identifier: MIT */
/* unit/para/press.h — fonts and a cache to set paragraphs with. */
#ifndef RECTO_UNIT_PARA_PRESS_H
#define RECTO_UNIT_PARA_PRESS_H

#include "test.h"

#include "para/para.h"

/* The fonts are freed by the test. */
struct press {
    struct arena *a;
    struct fonts *fonts;
    struct text_cache *cache;
    struct diags d;
};

static inline struct press open_press(void)
{
    struct press p = {.a = test_arena()};
    p.d = diags_at(p.a, S("-"));
    struct store *store = arena_make(p.a, struct store); /* the cache keeps it */
    *store = store_open(p.a);
    const struct fonts_options options = {.no_system = true};
    p.fonts = fonts_new(NULL, store, &options);
    CHECK_NOT_NULL(p.fonts);
    p.cache = text_cache_new(p.a, p.fonts, store, S("en"));
    return p;
}

static inline struct stretch stretch_of(struct str text)
{
    return (struct stretch){
        .text = text, .face = {S("Vollkorn"), 400, false},
             .lang = S("en"), .size = PT(10)
    };
}

#endif
