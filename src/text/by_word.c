/* SPDX-License-Identifier: MIT */
/* text/by_word.c — items put together of words that were shaped before. */
#include <string.h>

#include "text/breaks.h"
#include "text/features.h"
#include "text/shaping.h"

/* Letters of these scripts stand beside each other, each word for itself. */
static bool parts_at_spaces(const struct item *item)
{
    hb_script_t s = item->script;
    return item->level % 2 == 0 &&
           (s == HB_SCRIPT_LATIN || s == HB_SCRIPT_GREEK || s == HB_SCRIPT_CYRILLIC);
}

/* A part that is put together. */
struct joining {
    struct text_cache *cache;
    const struct drawn *drawn;
    struct part part;
    struct word_style style;
    int32_t tracking;           /* [font units] */
    bool code;                  /* its spaces are letters like others */
    uint32_t letters[WORD_MAX]; /* of a word with a hyphen behind it */
};

static bool is_space_at(const struct joining *j, uint32_t i)
{
    return i < j->part.to && is_word_space(j->drawn->codepoint[i]);
}

/* Behind the word, or the one space, that begins at `from`; `from` where there is none that could
 * stand alone. */
static uint32_t word_end(const struct joining *j, uint32_t from)
{
    const uint32_t *text = j->drawn->codepoint;
    uint32_t to = from;
    if (is_word_space(text[from]))
        return from + 1;
    if (from > j->part.from && text[from] >= 0x300 &&
        (line_class(text[from]) == LB_CM || line_class(text[from]) == LB_ZWJ))
        return from; /* it stands on the space */
    while (to < j->part.to && !is_word_space(text[to]) && text[to] < 0x2E80)
        to++;
    bool whole = to == j->part.to || is_word_space(text[to]);
    return whole && to - from < WORD_MAX ? to : from;
}

static void shape_word(struct joining *j, struct word *word)
{
    struct text_cache *cache = j->cache;
    hb_buffer_t *b = cache->buffer;
    unsigned n;
    arena_watch();
    shape_begin(cache);
    hb_buffer_add_codepoints(b, word->text, (int)word->n, 0, (int)word->n);
    shape_buffer(cache, &word->style, HB_DIRECTION_LTR);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, NULL);
    cache->word.n = 0;
    for (unsigned i = 0; i < n; i++)
        vec_push(cache->a, &cache->word, shape_glyph(&info[i], &pos[i]));
    word->glyphs = cache->word.at;
    word->glyph_count = n;
    word->levelled = n ? face_advance(word->style.face, info[n - 1].codepoint) : 0;
    bool judged = wordstock_judge(cache->stock, word);
    arena_check(cache->a);
    if (!judged)
        arena_give_up(cache->a);
    wordstock_keep(cache->stock, word);
}

/* Put the glyphs of `word`, whose first letter is the character `at`, behind those there are. */
static void put(struct joining *j, const struct word *word, uint32_t at)
{
    struct text_cache *cache = j->cache;
    const uint32_t *offset = j->drawn->at;
    bool space = is_space_at(j, at) && !j->code;
    bool levelled = space || (!j->code && is_space_at(j, at + word->n));
    for (uint32_t i = 0; i < word->glyph_count; i++) {
        struct glyph *g = vec_add(cache->a, &cache->glyphs);
        *g = word->glyphs[i];
        uint32_t c = at + g->cluster;
        g->cluster = offset[c < j->part.to ? c : j->part.to];
        g->glue = space ? GLUE_SPACE : GLUE_NONE;
        if (levelled && i + 1 == word->glyph_count && (space || g->advance > 0))
            g->advance = word->levelled + j->tracking;
        else
            g->advance += g->advance ? j->tracking : 0;
    }
}

/* Letters [from, to), and the hyphen where they end the part; false where they do not come out the
 * same everywhere. */
static bool put_word(struct joining *j, uint32_t from, uint32_t to)
{
    struct word wanted = {.style = j->style, .text = j->drawn->codepoint + from};
    wanted.n = to - from;
    if (j->part.hyphen && to == j->part.to) {
        memcpy(j->letters, wanted.text, wanted.n * sizeof *j->letters);
        j->letters[wanted.n++] = j->part.hyphen;
        wanted.text = j->letters;
    }
    word_hash(&wanted);
    const struct word *word = wordstock_find(j->cache->stock, &wanted);
    if (!word)
        shape_word(j, &wanted);
    put(j, word ? word : &wanted, from);
    return word ? word->alone : wanted.alone;
}

bool shape_by_words(struct text_cache *cache, const struct stretch *s,
                    const struct drawn *drawn, const struct item *item, struct part part)
{
    struct str lang = cache_lang(cache, s);
    struct joining j = {.cache = cache, .drawn = drawn, .part = part};
    if (!parts_at_spaces(item) || part.from == part.to)
        return false;
    j.style = (struct word_style){item->face, hb_language_from_string(lang.p, (int)lang.n),
                                  item->script, features_of(s)};
    j.tracking = s->tracking * face_info(item->face)->upem / 1000;
    j.code = (s->flags & STRETCH_CODE) != 0;
    cache->glyphs.n = 0;
    for (uint32_t from = part.from, to; from < part.to; from = to) {
        to = word_end(&j, from);
        if (to == from || !put_word(&j, from, to))
            return false;
    }
    return true;
}
