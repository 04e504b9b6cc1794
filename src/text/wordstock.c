/* SPDX-License-Identifier: MIT */
/* text/wordstock.c — words shaped before, kept for all documents of a run. */
#include "text/wordstock.h"

#include <hb-ot.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/arena.h"
#include "base/heap.h"
#include "text/features.h"

/* Words of a thousand studies with eight faces; what comes later is shaped each time. */
#define STOCK_CEILING ((size_t)8 << 20)
#define SLOTS ((size_t)8192)

#define FRACTION_SLASH 0x2044 /* HarfBuzz switches features on around it */

/* A rule for substitution that looks at spaces. */
struct rule {
    struct rule *next;
    unsigned lookup;
    hb_set_t *glyphs; /* that it changes */
};

/* Those of a face that have been looked for. */
struct rules {
    struct rules *next;
    const struct face *face;
    hb_set_t *known; /* lookups that were judged */
    struct rule *first;
};

/* Of one face with one set of features: glyphs that come out otherwise when a space is near. */
struct touchy {
    struct touchy *next;
    const struct face *face;
    uint32_t features;
    hb_set_t *glyphs;
};

struct wordstock {
    _Atomic(const struct word *) slots[SLOTS]; /* read without the lock */
    pthread_mutex_t lock;                      /* for writing, and for all below */
    struct heap heap;                          /* of the words */
    struct touchy *touchy;
    struct rules *rules;
    struct heap few; /* of these */
};

static void drop(void *object)
{
    struct wordstock *stock = object;
    for (struct touchy *t = stock->touchy; t; t = t->next)
        hb_set_destroy(t->glyphs);
    for (struct rules *r = stock->rules; r; r = r->next)
        hb_set_destroy(r->known);
    for (struct rules *r = stock->rules; r; r = r->next)
        for (struct rule *one = r->first; one; one = one->next)
            hb_set_destroy(one->glyphs);
    heap_free(&stock->few);
    heap_free(&stock->heap);
    pthread_mutex_destroy(&stock->lock);
}

struct wordstock *wordstock_in(struct arena *owner)
{
    struct wordstock *stock = arena_make(owner, struct wordstock);
    stock->heap.left = STOCK_CEILING;
    stock->few.left = SIZE_MAX; /* as many as there are faces in use */
    pthread_mutex_init(&stock->lock, NULL);
    arena_defer(owner, drop, stock);
    return stock;
}

/* --- looking up -------------------------------------------------------------------------------- */

static uint64_t mix(uint64_t h, uint64_t v)
{
    h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15); /* 2^64 over the golden ratio */
    return h ^ h >> 29;
}

void word_hash(struct word *word)
{
    uint64_t h = mix((uintptr_t)word->style.face, (uintptr_t)word->style.lang);
    h = mix(h, (uint64_t)word->style.script << 32 | word->style.features);
    for (uint32_t i = 0; i < word->n; i++)
        h = mix(h, word->text[i]);
    word->hash = mix(h, word->n);
}

static bool same(const struct word *a, const struct word *b)
{
    return a->hash == b->hash && a->n == b->n && a->style.face == b->style.face &&
           a->style.lang == b->style.lang && a->style.script == b->style.script &&
           a->style.features == b->style.features &&
           memcmp(a->text, b->text, a->n * sizeof *a->text) == 0;
}

const struct word *wordstock_find(const struct wordstock *stock, const struct word *wanted)
{
    const struct word *w =
        atomic_load_explicit(&stock->slots[wanted->hash % SLOTS], memory_order_acquire);
    while (w && !same(w, wanted))
        w = w->next;
    return w;
}

/* A copy whose parts stand behind it; NULL where there is no room. */
static struct word *copy(struct wordstock *stock, const struct word *word)
{
    size_t glyphs = word->glyph_count * sizeof *word->glyphs;
    size_t text = word->n * sizeof *word->text;
    struct word *kept = heap_take(&stock->heap, sizeof *kept + glyphs + text);
    if (!kept)
        return NULL;
    *kept = *word;
    struct glyph *at = (struct glyph *)(kept + 1);
    if (glyphs) /* a word of characters that are not shown has none */
        memcpy(at, word->glyphs, glyphs);
    kept->glyphs = at;
    kept->text = memcpy(at + word->glyph_count, word->text, text);
    return kept;
}

void wordstock_keep(struct wordstock *stock, const struct word *word)
{
    _Atomic(const struct word *) *slot = &stock->slots[word->hash % SLOTS];
    pthread_mutex_lock(&stock->lock);
    struct word *kept = wordstock_find(stock, word) ? NULL : copy(stock, word);
    if (kept) {
        kept->next = atomic_load_explicit(slot, memory_order_relaxed);
        atomic_store_explicit(slot, kept, memory_order_release);
    }
    pthread_mutex_unlock(&stock->lock);
}

/* --- what spaces do to words ------------------------------------------------------------------- */

/* All of these want the lock held, and give false or NULL where memory is out. */

static struct rules *rules_at(struct wordstock *stock, const struct face *face)
{
    for (struct rules *r = stock->rules; r; r = r->next)
        if (r->face == face)
            return r;
    struct rules *r = heap_take(&stock->few, sizeof *r);
    if (!r)
        return NULL;
    *r = (struct rules){stock->rules, face, hb_set_create(), NULL};
    stock->rules = r;
    return r;
}

static bool has_any(const hb_set_t *set, const hb_codepoint_t spaces[2])
{
    return hb_set_has(set, spaces[0]) || hb_set_has(set, spaces[1]);
}

/* Does `lookup` look at a space? Then it is put among the rules. */
static bool judge(struct wordstock *stock, struct rules *rules, unsigned lookup)
{
    hb_font_t *font = face_hb_font(rules->face);
    hb_codepoint_t spaces[2] = {HB_SET_VALUE_INVALID, HB_SET_VALUE_INVALID};
    hb_font_get_nominal_glyph(font, ' ', &spaces[0]);
    hb_font_get_nominal_glyph(font, 0xA0, &spaces[1]);
    hb_set_t *before = hb_set_create(), *in = hb_set_create(), *after = hb_set_create();
    hb_ot_layout_lookup_collect_glyphs(face_hb_face(rules->face), HB_OT_TAG_GSUB, lookup,
                                       before, in, after, NULL);
    bool meets = has_any(before, spaces) || has_any(in, spaces) || has_any(after, spaces);
    bool whole = hb_set_allocation_successful(before) && hb_set_allocation_successful(in) &&
                 hb_set_allocation_successful(after);
    hb_set_destroy(before);
    hb_set_destroy(after);
    struct rule *rule = meets && whole ? heap_take(&stock->few, sizeof *rule) : NULL;
    if (!rule) {
        hb_set_destroy(in);
    } else {
        *rule = (struct rule){rules->first, lookup, in};
        rules->first = rule;
    }
    whole = whole && (rule || !meets);
    if (whole)
        hb_set_add(rules->known, lookup);
    return whole;
}

static hb_set_t *find_touchy(struct wordstock *stock, const struct word_style *style)
{
    struct rules *rules = rules_at(stock, style->face);
    hb_tag_t tags[FEATURE_TAGS];
    features_substituting(style->features, tags);
    hb_set_t *lookups = hb_set_create(), *glyphs = hb_set_create();
    hb_ot_layout_collect_lookups(face_hb_face(style->face), HB_OT_TAG_GSUB, NULL, NULL,
                                 tags, lookups);
    bool whole = rules && hb_set_allocation_successful(lookups);
    for (hb_codepoint_t i = HB_SET_VALUE_INVALID; whole && hb_set_next(lookups, &i);)
        whole = hb_set_has(rules->known, i) || judge(stock, rules, i);
    for (struct rule *r = whole ? rules->first : NULL; r; r = r->next)
        if (hb_set_has(lookups, r->lookup))
            hb_set_union(glyphs, r->glyphs);
    hb_set_destroy(lookups);
    if (whole && hb_set_allocation_successful(glyphs))
        return glyphs;
    hb_set_destroy(glyphs);
    return NULL;
}

static const struct touchy *touchy_at(struct wordstock *stock,
                                      const struct word_style *style)
{
    for (struct touchy *t = stock->touchy; t; t = t->next)
        if (t->face == style->face && t->features == style->features)
            return t;
    hb_set_t *glyphs = find_touchy(stock, style);
    struct touchy *t = glyphs ? heap_take(&stock->few, sizeof *t) : NULL;
    if (!t) {
        hb_set_destroy(glyphs);
        return NULL;
    }
    *t = (struct touchy){stock->touchy, style->face, style->features, glyphs};
    stock->touchy = t;
    return t;
}

static bool stands_alone(const struct word *word, const hb_set_t *touchy)
{
    hb_font_t *font = face_hb_font(word->style.face);
    hb_codepoint_t glyph;
    for (uint32_t i = 0; i < word->n; i++)
        if (word->text[i] == FRACTION_SLASH ||
            (hb_font_get_nominal_glyph(font, word->text[i], &glyph) &&
             hb_set_has(touchy, glyph)))
            return false;
    for (uint32_t i = 0; i < word->glyph_count; i++)
        if (hb_set_has(touchy, word->glyphs[i].id))
            return false;
    return true;
}

bool wordstock_judge(struct wordstock *stock, struct word *word)
{
    pthread_mutex_lock(&stock->lock);
    const struct touchy *t = touchy_at(stock, &word->style);
    pthread_mutex_unlock(&stock->lock);
    word->alone = t && stands_alone(word, t->glyphs);
    return t != NULL;
}
