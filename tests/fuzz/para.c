/* SPDX-License-Identifier: MIT */
/* fuzz/para.c — any bytes as a paragraph, broken in any way.
 *
 * The first four bytes choose language, direction, alignment, measure, indent and what may be
 * stretched; a byte 0x01 in the text begins a new stretch whose flags are the byte behind it. */
#include "para/para.h"
#include "base/store.h"
#include "base/vec.h"
#include "fuzz.h"

#define HEAD 4
#define STRETCHES 8

static void must(bool holds)
{
    if (!holds)
        abort();
}

static size_t cut_stretches(struct str text, struct stretch *out)
{
    static const char *const families[] = {"Vollkorn", "Inter", "JetBrains Mono"};
    size_t n = 0;
    unsigned flags = 0;
    while (n < STRETCHES && text.n) {
        size_t end = str_find_byte(text, 1, 0);
        out[n] = (struct stretch){
            .text = str_sub(text, 0, end), .size = PT(10), .flags = flags & 0x1FF};
        out[n].face = (struct face_key){str_from(families[n % 3]), 400, n % 2 == 1};
        n++;
        flags = end + 1 < text.n ? (unsigned char)text.p[end + 1] * 2u : 0;
        text = str_sub(text, end + 2, text.n);
    }
    return n;
}

static struct par_params read_params(const unsigned char *head)
{
    return (struct par_params){
        .align = (enum par_align)(head[1] % 5),
        .measure = PT(1) * (1 + 2 * head[2]),
        .indent = head[3] & 1 ? PT(12) : 0,
        .hang = head[3] & 2 ? PT(20) : 0,
        .em = PT(10),
        .hyphenate = head[3] & 4,
        .protrude = head[3] & 8,
        .expansion = head[3] & 16 ? 20 : 0,
        .looseness = (int)(head[3] >> 5 & 3) % 3 - 1,
        .rtl = head[0] & 8,
    };
}

/* Every byte is on one line, in order; a line has its text, and no more than that. */
static void check_lines(const struct lines *lines, const struct shaped *shaped)
{
    uint32_t at = 0;
    must(lines->count > 0);
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct line *l = &lines->at[i];
        size_t n = 0;
        for (uint32_t k = 0; k < l->piece_count; k++)
            n += l->pieces[k].text.n;
        must(l->from == at && l->to >= l->from && n == l->to - l->from);
        must(l->last == (i + 1 == lines->count));
        at = l->to;
    }
    must(at == shaped->text.n);
}

static void body(struct arena *a, struct str bytes)
{
    static const char *const langs[] = {"en", "de", "fr", "ar", "zh", "ja", "hi", "he"};
    if (bytes.n < HEAD)
        return;
    const unsigned char *head = (const unsigned char *)bytes.p;
    struct stretch stretches[STRETCHES];
    size_t n = cut_stretches(str_sub(bytes, HEAD, bytes.n), stretches);
    struct store store = store_open(a);
    struct fonts_options options = {.no_system = true};
    struct fonts *fonts = fonts_new(a, &store, &options);
    if (!fonts)
        return;
    struct diags d = diags_at(a, S("fuzz"));
    struct text_cache *cache =
        text_cache_new(a, fonts, &store, str_from(langs[head[0] % 8]));
    struct par_params p = read_params(head);
    const struct shaped *shaped = text_shape(cache, stretches, n, p.rtl, p.hyphenate, &d);
    struct lines lines = par_break(a, shaped, stretches, &p, &d);
    check_lines(&lines, shaped);
    struct arena *scratch = arena_new(FUZZ_CEILING);
    struct par_count count = par_count(scratch, shaped, stretches, &p);
    must(count.lines == lines.count && count.demerits == lines.demerits);
    struct par_widths widths = par_widths(shaped, stretches);
    must(widths.min <= widths.max);
    arena_free(scratch);
    fonts_free(fonts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_run(body, data, size);
}
