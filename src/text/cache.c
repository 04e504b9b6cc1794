/* SPDX-License-Identifier: MIT */
/* text/cache.c — shaped paragraphs, kept under what shapes them; the way from stretches to runs. */
#include <string.h>

#include "text/breaks.h"
#include "text/fonts.h"
#include "text/shaping.h"

/* Flags that only paint. */
#define PAINT_FLAGS (unsigned)(STRETCH_UNDERLINE | STRETCH_STRIKE)

/* One kept paragraph. */
struct entry {
    uint64_t hash;
    const struct stretch *stretches; /* once kept: copies, their texts too */
    size_t n;
    bool rtl, hyphenate;
    const struct shaped *shaped;
};

static void drop_buffer(void *buffer)
{
    hb_buffer_destroy(buffer);
}

struct text_cache *text_cache_new(struct arena *a, struct fonts *fonts,
                                  const struct store *store, struct str lang)
{
    struct text_cache *cache = arena_make(a, struct text_cache);
    cache->a = a;
    cache->fonts = fonts;
    cache->stock = fonts_wordstock(fonts);
    cache->lang = str_empty(lang) ? S("en") : str_dup(a, lang);
    cache->hyphens = (struct hyphens){.a = a, .store = store};
    cache->chars.a = a;
    arena_watch();
    cache->buffer = hb_buffer_create();
    arena_check(a);
    arena_defer(a, drop_buffer, cache->buffer);
    return cache;
}

struct str text_damage(const struct text_cache *cache)
{
    struct str damage = cache->hyphens.damage;
    return str_empty(damage) ? fonts_damage(cache->fonts) : damage;
}

struct str cache_lang(const struct text_cache *cache, const struct stretch *stretch)
{
    return str_empty(stretch->lang) ? cache->lang : stretch->lang;
}

static bool same_key(const struct face_key *a, const struct face_key *b)
{
    return a->weight == b->weight && a->italic == b->italic && str_eq(a->family, b->family);
}

/* Stands in for a family that cannot be found: any font is better than no text. */
static const struct face *any_face(struct text_cache *cache, const struct face_key *key)
{
    const struct face *face =
        fonts_fallback(cache->a, cache->fonts, key, 'e', cache->lang, &cache->taken);
    return face ? face
                : fonts_fallback(cache->a, cache->fonts, key, ' ', cache->lang,
                                 &cache->taken);
}

const struct face *cache_face(struct text_cache *cache, const struct face_key *key,
                              struct diags *d)
{
    for (size_t i = 0; i < cache->keys.n; i++)
        if (same_key(&cache->keys.at[i], key))
            return cache->faces.at[i];
    const struct face *face = fonts_find(cache->a, cache->fonts, key, d);
    if (!face)
        face = any_face(cache, key);
    struct face_key *kept = vec_add(cache->a, &cache->keys);
    *kept = *key;
    kept->family = str_dup(cache->a, key->family);
    vec_push(cache->a, &cache->faces, face);
    return face;
}

/* Only these scripts have italics; others, slanted, look like a mistake. */
static bool has_italics(uint32_t codepoint)
{
    hb_script_t s = hb_unicode_script(hb_unicode_funcs_get_default(), codepoint);
    return s == HB_SCRIPT_LATIN || s == HB_SCRIPT_GREEK || s == HB_SCRIPT_CYRILLIC ||
           s == HB_SCRIPT_ARMENIAN || s == HB_SCRIPT_COMMON || s == HB_SCRIPT_INHERITED;
}

static bool is_alike(const struct stand_in *s, const struct face_key *like,
                     uint32_t codepoint)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t script = hb_unicode_script(unicode, codepoint);
    return s->face && s->weight == like->weight && s->italic == like->italic &&
           script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script == hb_unicode_script(unicode, s->codepoint) &&
           face_has(s->face, codepoint);
}

/* Letters of one script come from one face, which is also found sooner. */
static const struct face *find_stand_in(struct text_cache *cache,
                                        const struct face_key *like, uint32_t codepoint,
                                        struct str lang)
{
    struct stand_in *last = &cache->last_stand_in;
    if (is_alike(last, like, codepoint))
        return last->face;
    const struct face *face =
        fonts_fallback(cache->a, cache->fonts, like, codepoint, lang, &cache->taken);
    *last = (struct stand_in){codepoint, like->weight, like->italic, true, face};
    return face;
}

const struct face *cache_stand_in(struct text_cache *cache, const struct stretch *stretch,
                                  uint32_t codepoint)
{
    struct face_key like = stretch->face;
    like.italic &= has_italics(codepoint);
    struct stand_in *s = &cache->stand_ins[codepoint % STAND_INS];
    if (s->known && s->codepoint == codepoint && s->weight == like.weight &&
        s->italic == like.italic)
        return s->face;
    for (size_t i = 0; i < cache->missing.n; i++)
        if (cache->missing.at[i] == codepoint)
            return NULL;
    if (cache->missing.n == MISSING_MAX)
        return NULL;
    *s = (struct stand_in){codepoint, like.weight, like.italic, true, NULL};
    s->face = find_stand_in(cache, &like, codepoint, cache_lang(cache, stretch));
    return s->face;
}

/* --- characters to runs ------------------------------------------------------------------------ */

/* Where lines may end, for every character of cache->chars. */
static void find_breaks(struct text_cache *cache, bool hyphenate)
{
    size_t n = cache->chars.list.n;
    if (n >= cache->room) {
        cache->room = 2 * n + 1;
        cache->codepoints = arena_many(cache->a, cache->room, uint32_t);
        cache->breaks = arena_many(cache->a, cache->room, uint8_t);
        cache->choices = arena_many(cache->a, cache->room, struct choice);
    }
    for (size_t i = 0; i < n; i++)
        cache->codepoints[i] = cache->chars.list.at[i].drawn;
    breaks_find(cache->codepoints, n, cache->breaks);
    breaks_tailor(&cache->chars, cache->breaks);
    if (hyphenate)
        hyphens_add(&cache->hyphens, &cache->chars, cache->lang, cache->breaks);
}

/* From characters to byte offsets. Of several characters at one offset the last one
 * decides: those before it only act, like the soft hyphen. */
static void keep_breaks(struct text_cache *cache, struct shaped *out)
{
    const struct chars *chars = &cache->chars;
    uint8_t *breaks = arena_alloc(cache->a, out->text.n + 1);
    uint8_t *word = arena_alloc(cache->a, out->text.n + 1);
    for (size_t i = 0; i < chars->list.n; i++) {
        if (chars->list.at[i].state == CHAR_PAD)
            continue;
        breaks[chars->list.at[i].at] = cache->breaks[i];
        if (cache->breaks[i] == TEXT_BREAK_HYPHEN)
            word[chars->list.at[i].at] = hyphen_sides(chars, i);
    }
    breaks[0] = TEXT_BREAK_NO;
    breaks[out->text.n] = TEXT_BREAK_MUST;
    out->breaks = breaks;
    out->word = word;
}

/* The characters that are drawn, and their bidi levels where there are any (else NULL). */
static struct drawn keep_drawn(struct text_cache *cache, struct str text, bool rtl,
                               uint8_t **levels)
{
    const struct chars *chars = &cache->chars;
    size_t n = chars->list.n;
    struct drawn out = {.n = 0};
    out.codepoint = arena_many(cache->a, n + 1, uint32_t);
    out.at = arena_many(cache->a, n + 1, uint32_t);
    out.stretch = arena_many(cache->a, n + 1, uint32_t);
    uint8_t *all = arena_alloc(cache->a, n);
    bool mixed = bidi_levels(cache->codepoints, n, rtl, cache->a, all);
    for (size_t i = 0; i < n; i++) {
        const struct text_char *c = &chars->list.at[i];
        if (c->state == CHAR_UNSEEN)
            continue;
        all[out.n] = all[i];
        out.codepoint[out.n] = c->drawn < ' ' ? ' ' : c->drawn;
        out.at[out.n] = c->at;
        out.stretch[out.n++] = c->stretch;
    }
    out.at[out.n] = (uint32_t)text.n;
    *levels = mixed ? all : NULL;
    return out;
}

static void shape_runs(struct text_cache *cache, struct shaped *out,
                       const struct stretch *stretches)
{
    const struct shaping *how = out->how;
    struct run *runs = arena_many(cache->a, out->run_count, struct run);
    for (uint32_t i = 0; i < out->run_count; i++) {
        const struct item *item = &how->items[i];
        struct part part = {.from = item->from, .to = item->to};
        shape_part(cache, stretches, &how->drawn, item, part);
        runs[i] = (struct run){.face = item->face,
                               .scale = item->scale,
                               .from = how->drawn.at[item->from],
                               .to = how->drawn.at[item->to],
                               .stretch = item->stretch,
                               .level = item->level,
                               .missing = item->missing,
                               .glyph_count = (uint32_t)cache->glyphs.n};
        runs[i].glyphs = arena_copy(cache->a, cache->glyphs.at,
                                    cache->glyphs.n * sizeof *cache->glyphs.at);
        count_glyphs(cache->a, &runs[i]);
    }
    out->runs = runs;
}

/* `stretches` are the cache's own copies. */
static const struct shaped *shape(struct text_cache *cache, const struct entry *e,
                                  struct diags *d)
{
    struct shaped *out = arena_make(cache->a, struct shaped);
    struct shaping *how = arena_make(cache->a, struct shaping);
    struct str lang = e->n ? cache_lang(cache, &e->stretches[0]) : cache->lang;
    uint8_t *levels;
    chars_read(cache->a, &cache->chars, e->stretches, e->n);
    punct_clean(&cache->chars, lang);
    chars_pack(&cache->chars);
    pairs_bind(&cache->chars, lang);
    find_breaks(cache, e->hyphenate);
    out->text = cache->chars.text;
    out->rtl = e->rtl;
    out->stretch_count = (uint32_t)e->n;
    out->how = how;
    keep_breaks(cache, out);
    how->cache = cache;
    how->stretches = e->stretches;
    how->drawn = keep_drawn(cache, out->text, e->rtl, &levels);
    itemize(cache, e->stretches, &how->drawn, levels, d);
    how->items =
        arena_copy(cache->a, cache->items.at, cache->items.n * sizeof *cache->items.at);
    out->run_count = (uint32_t)cache->items.n;
    shape_runs(cache, out, e->stretches);
    return out;
}

/* --- looking up -------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t h, uint64_t v)
{
    h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15); /* 2^64 over the golden ratio */
    return h ^ h >> 29;
}

/* Eight bytes at a time: this runs over the whole text at every step of the fit. */
static uint64_t mix_str(uint64_t h, struct str s)
{
    uint64_t word;
    for (; s.n >= 8; s.p += 8, s.n -= 8) {
        memcpy(&word, s.p, 8);
        h = mix(h, word);
    }
    word = 0;
    if (s.n)
        memcpy(&word, s.p, s.n);
    return mix(mix(h, word), s.n);
}

static uint64_t hash_of(const struct entry *e)
{
    uint64_t h = mix(e->n, (uint64_t)(2 * e->rtl + e->hyphenate));
    for (size_t i = 0; i < e->n; i++) {
        const struct stretch *s = &e->stretches[i];
        h = mix_str(mix_str(mix_str(h, s->text), s->face.family), s->lang);
        h = mix(h, (uint64_t)s->features << 32 | (uint32_t)s->tracking);
        h = mix(h, (uint64_t)(unsigned)s->face.weight << 32 |
                       (s->flags & ~PAINT_FLAGS) << 1 | s->face.italic);
    }
    return h;
}

static bool same_stretch(const struct stretch *a, const struct stretch *b)
{
    return str_eq(a->text, b->text) && same_key(&a->face, &b->face) &&
           a->features == b->features && a->tracking == b->tracking &&
           str_eq(a->lang, b->lang) &&
           (a->flags & ~PAINT_FLAGS) == (b->flags & ~PAINT_FLAGS);
}

static bool same_entry(const struct entry *a, const struct entry *b)
{
    if (a->hash != b->hash || a->n != b->n || a->rtl != b->rtl ||
        a->hyphenate != b->hyphenate)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (!same_stretch(&a->stretches[i], &b->stretches[i]))
            return false;
    return true;
}

/* The slot of `e`, or the empty one where it belongs. */
static struct entry **slot_of(struct text_cache *cache, const struct entry *e)
{
    size_t i = (size_t)e->hash & (cache->slot_count - 1);
    while (cache->slots[i] && !same_entry(cache->slots[i], e))
        i = (i + 1) & (cache->slot_count - 1);
    return &cache->slots[i];
}

static void make_room(struct text_cache *cache)
{
    struct entry **old = cache->slots;
    size_t n = cache->slot_count;
    if (cache->entry_count * 2 < n)
        return;
    cache->slot_count = n ? n * 2 : 256;
    cache->slots = arena_many(cache->a, cache->slot_count, struct entry *);
    for (size_t i = 0; i < n; i++)
        if (old[i])
            *slot_of(cache, old[i]) = old[i];
}

/* A copy that outlives the caller's stretches. */
static struct entry *keep_entry(struct text_cache *cache, const struct entry *e)
{
    struct entry *kept = arena_copy(cache->a, e, sizeof *e);
    struct stretch *copies = arena_copy(cache->a, e->stretches, e->n * sizeof *copies);
    kept->stretches = copies;
    for (size_t i = 0; i < e->n; i++) {
        struct stretch *s = &copies[i];
        s->text = str_dup(cache->a, s->text);
        s->lang = str_dup(cache->a, s->lang);
        s->face.family = str_dup(cache->a, s->face.family);
        s->link = (struct str){0};
        s->tag = NULL;
    }
    return kept;
}

const struct shaped *text_shape(struct text_cache *cache, const struct stretch *stretches,
                                size_t n, bool rtl, bool hyphenate, struct diags *d)
{
    struct entry wanted = {.n = n, .rtl = rtl, .hyphenate = hyphenate};
    wanted.stretches = stretches;
    wanted.hash = hash_of(&wanted);
    make_room(cache);
    struct entry **slot = slot_of(cache, &wanted);
    if (*slot)
        return (*slot)->shaped;
    struct entry *kept = keep_entry(cache, &wanted);
    kept->shaped = shape(cache, kept, d);
    *slot = kept;
    cache->entry_count++;
    return kept->shaped;
}
