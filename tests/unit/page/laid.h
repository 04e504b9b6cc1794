/* SPDX-License-Identifier: MIT */
/* unit/page/laid.h — a study laid out with the fonts and layouts of the build. */
#ifndef RECTO_UNIT_PAGE_LAID_H
#define RECTO_UNIT_PAGE_LAID_H

#include <stdlib.h>

#include "test.h"

#include "base/file.h"
#include "base/map.h"
#include "page/sheets.h"

/* Everything up to the fit. */
struct laid {
    struct arena *a, *scratch;
    struct store *store; /* the cache keeps pointing to it */
    struct fonts *fonts;
    struct diags d;
    const struct study *study;
    const struct style *style;
    struct block_request block;
    struct sheets sheets;
    struct fit_report report;
};

static void laid_done(void *fonts)
{
    fonts_free(fonts);
}

static struct laid laid_read(struct str name, struct str markdown, const char *layout)
{
    struct laid l = {.a = test_arena(), .scratch = test_arena()};
    l.store = arena_make(l.a, struct store);
    *l.store = store_open(l.a);
    l.d = diags_at(l.a, name);
    const struct fonts_options options = {.no_system = false};
    l.fonts = fonts_new(NULL, l.store, &options);
    arena_defer(l.a, laid_done, l.fonts);
    l.study = study_build(l.a, source_parse(l.a, name, markdown, &l.d), NULL, &l.d);
    const struct style_request request = {.layout = str_from(layout)};
    CHECK_INT(style_load(l.a, l.store, &request, &l.style, &l.d), RECTO_OK);
    l.block = (struct block_request){.study = l.study, .image_arena = l.a};
    l.block.cache = text_cache_new(l.a, l.fonts, l.store, l.study->lang);
    l.block.image_root = S(".");
    l.block.images = arena_make(l.a, struct map);
    return l;
}

static inline struct laid laid_sample(const char *name, const char *layout)
{
    const char *folder = getenv("SAMPLES");
    struct arena *a = test_arena();
    struct str path = path_join(a, str_from(folder ? folder : "samples"), str_from(name));
    struct str bytes;
    CHECK_INT(file_read(a, path, SOURCE_MAX_BYTES, &bytes), FILE_OK);
    return laid_read(str_from(name), bytes, layout);
}

static inline recto_status laid_fit(struct laid *l, int pages)
{
    struct fit_request request = {.style = l->style, .scratch = l->scratch};
    request.block = l->block;
    request.budget.pages = pages;
    l->sheets = (struct sheets){.root = NULL};
    l->report = (struct fit_report){.step = 0};
    struct fit *fit = page_begin(l->a, &request, l->d.file);
    return page_fit(l->a, fit, &l->sheets, &l->report, &l->d);
}

#endif
