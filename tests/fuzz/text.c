/* SPDX-License-Identifier: MIT */
/* fuzz/text.c — any bytes as styled text: shaped, measured, set in lines.
 *
 * The first byte chooses language and direction; a byte 0x01 in the text begins a new stretch whose
 * flags are the byte behind it. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/store.h"
#include "base/vec.h"
#include "text/line.h"

#define STRETCHES 8
#define LINE_BYTES 60

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static size_t cut_stretches(struct str text, struct stretch *out)
{
    static const char *const families[] = {"Inter", "Vollkorn", "JetBrains Mono"};
    size_t n = 0;
    unsigned flags = 0;
    while (n < STRETCHES && text.n) {
        size_t end = str_find_byte(text, 1, 0);
        out[n] =
            (struct stretch){.text = str_sub(text, 0, end), .size = PT(10), .flags = flags};
        out[n].face = (struct face_key){str_from(families[n % 3]), 400, n % 2 == 1};
        out[n].tracking = flags & 1 ? 20 : 0;
        out[n++].features = flags << 3;
        flags = end + 1 < text.n ? (unsigned char)text.p[end + 1] * 2u : 0;
        text = str_sub(text, end + 2, text.n);
    }
    return n;
}

static void check_runs(const struct shaped *shaped)
{
    uint32_t at = 0;
    for (uint32_t r = 0; r < shaped->run_count; r++) {
        const struct run *run = &shaped->runs[r];
        must(run->from == at && run->to >= run->from && run->to <= shaped->text.n);
        at = run->to;
        for (uint32_t g = 0; g < run->glyph_count; g++) {
            uint32_t c = run->glyphs[g].cluster,
                     before = g ? run->glyphs[g - 1].cluster : c;
            must(c >= run->from && c < run->to && run->glyphs[g].id != 0);
            must(run->level % 2 ? c <= before : c >= before);
        }
    }
    must(shaped->run_count == 0 || at == shaped->text.n);
    must(shaped->breaks[shaped->text.n] == TEXT_BREAK_MUST);
}

static void check_line(struct arena *a, const struct shaped *shaped,
                       const struct stretch *stretches, const uint32_t ends[2])
{
    bool hyphen = shaped->breaks[ends[1]] == TEXT_BREAK_HYPHEN;
    struct line_fit fit = {.word_space = 300, .expansion = 1010, .hyphen = hyphen};
    struct line line = text_line(a, shaped, stretches, ends[0], ends[1], &fit);
    size_t n = 0;
    for (uint32_t i = 0; i < line.piece_count; i++)
        n += line.pieces[i].text.n;
    must(n == ends[1] - ends[0]);
    (void)text_width(shaped, stretches, ends[0], ends[1]);
    (void)text_edge_left(shaped, stretches, ends[0], ends[1]);
    (void)text_edge_right(shaped, stretches, ends[0], ends[1]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static const char *const langs[] = {"en", "de", "fr", "ar", "zh", "cs", "en-GB", ""};
    struct stretch stretches[STRETCHES];
    struct arena *a = arena_new((size_t)1 << 30);
    struct store store = store_open(a);
    struct fonts_options options = {.no_system = true};
    struct fonts *fonts = fonts_new(NULL, &store, &options);
    struct diags d = diags_at(a, S("fuzz"));
    unsigned how = size ? bytes[0] : 0;
    struct text_cache *cache = text_cache_new(a, fonts, &store, str_from(langs[how % 8]));
    struct str text = {(const char *)bytes + (size > 0), size ? size - 1 : 0};
    size_t n = cut_stretches(text, stretches);
    const struct shaped *shaped = text_shape(cache, stretches, n, how & 8, how & 16, &d);
    check_runs(shaped);
    uint32_t ends[2] = {0, 0};
    for (uint32_t i = 1; i <= shaped->text.n; i++)
        if (shaped->breaks[i] && (i - ends[0] > LINE_BYTES || i == shaped->text.n)) {
            ends[1] = i;
            check_line(a, shaped, stretches, ends);
            ends[0] = i;
        }
    fonts_free(fonts);
    arena_free(a);
    return 0;
}
