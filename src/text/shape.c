/* SPDX-License-Identifier: MIT */
/* text/shape.c — characters of one item to glyphs: HarfBuzz, tracking, room around ideographs. */
#include "text/shape.h"

#include "text/breaks.h"
#include "text/features.h"
#include "text/shaping.h"

/* Quarter of an em between ideographs and letters or digits (JLREQ 3.2.5, CLREQ 3.2.2). */
#define HAN_LATIN_GAP 4

/* Letters of these scripts touch, or carry what tracking would tear off. */
static bool is_joined(hb_script_t s)
{
    return s == HB_SCRIPT_ARABIC || s == HB_SCRIPT_SYRIAC || s == HB_SCRIPT_NKO ||
           s == HB_SCRIPT_MONGOLIAN || s == HB_SCRIPT_DEVANAGARI ||
           s == HB_SCRIPT_BENGALI || s == HB_SCRIPT_GURMUKHI;
}

static bool is_ideograph(uint32_t c)
{
    if (c < 0x2E80)
        return false;
    hb_script_t s = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    return s == HB_SCRIPT_HAN || s == HB_SCRIPT_HIRAGANA || s == HB_SCRIPT_KATAKANA;
}

/* Letters and digits beside which an ideograph wants room. */
static bool is_western(uint32_t c)
{
    return is_word_char(c) && c < 0x530;
}

int32_t gap_behind(const struct drawn *drawn, const struct item *item, uint32_t i)
{
    if (i + 1 >= drawn->n || item->level % 2)
        return 0;
    uint32_t before = drawn->codepoint[i], after = drawn->codepoint[i + 1];
    if (before < 0x2E80 && after < 0x2E80)
        return 0;
    bool meet = (is_ideograph(before) && is_western(after)) ||
                (is_western(before) && is_ideograph(after));
    return meet ? face_info(item->face)->upem / HAN_LATIN_GAP : 0;
}

uint32_t hyphen_of(const struct face *face)
{
    return face_has(face, 0x2010) ? 0x2010 : face_has(face, '-') ? '-' : 0;
}

void shape_begin(struct text_cache *cache)
{
    hb_buffer_t *b = cache->buffer;
    hb_buffer_clear_contents(b);
    hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
}

void shape_buffer(struct text_cache *cache, const struct word_style *style,
                  hb_direction_t direction)
{
    hb_buffer_t *b = cache->buffer;
    hb_feature_t list[FEATURE_TAGS];
    unsigned n = features_list(style->features, list);
    hb_buffer_set_direction(b, direction);
    hb_buffer_set_script(b, style->script);
    hb_buffer_set_language(b, style->lang);
    hb_shape(face_hb_font(style->face), b, list, n);
}

/* Fill the buffer with the part and, as context, what stands around it. */
static void fill(struct text_cache *cache, const struct drawn *drawn, struct part part)
{
    hb_buffer_t *b = cache->buffer;
    shape_begin(cache);
    int all = part.ends_line ? (int)part.to : (int)drawn->n;
    hb_buffer_add_codepoints(b, drawn->codepoint, all, part.from,
                             (int)(part.to - part.from));
    if (part.hyphen)
        hb_buffer_add(b, part.hyphen, part.to);
}

/* What may grow behind the character `i`, the last of a cluster. */
static enum glyph_glue glue_of(const struct drawn *drawn, const struct stretch *s,
                               uint32_t i)
{
    uint32_t c = drawn->codepoint[i];
    if (c < 0x2E80)
        return is_word_space(c) && !(s->flags & STRETCH_CODE) ? GLUE_SPACE : GLUE_NONE;
    /* Not before what clings to the ideograph: marks, closing brackets, small kana. */
    enum line_class next = i + 1 < drawn->n ? line_class(drawn->codepoint[i + 1]) : LB_CL;
    bool clings = next == LB_CL || next == LB_NS || next == LB_CM || next == LB_EX ||
                  next == LB_SP || next == LB_WJ || next == LB_ZWJ;
    return is_ideograph(c) && !clings ? GLUE_IDEOGRAPH : GLUE_NONE;
}

/* Kerning with a word space is undone, as TeX does not kern across glue: all spaces of a face are
 * equally wide, whatever letters stand beside them. Joined letters may owe their width to their
 * neighbours: theirs is left. */
static void level_spaces(struct text_cache *cache, const struct item *item,
                         int32_t tracking)
{
    struct glyph *at = cache->glyphs.at;
    size_t n = cache->glyphs.n;
    bool rtl = item->level % 2, joined = is_joined(item->script);
    for (size_t i = 0; i < n; i++) {
        if (at[i].glue != GLUE_SPACE)
            continue;
        at[i].advance = face_advance(item->face, at[i].id) + tracking;
        size_t before = rtl ? i + 1 : i - 1; /* out of range where there is none */
        if (before < n && at[before].advance > 0 && !joined)
            at[before].advance = face_advance(item->face, at[before].id) + tracking;
    }
}

struct glyph shape_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *pos)
{
    return (struct glyph){.id = info->codepoint,
                          .cluster = info->cluster,
                          .advance = pos->x_advance,
                          .dx = pos->x_offset,
                          .dy = pos->y_offset,
                          .unsafe_to_break = hb_glyph_info_get_glyph_flags(info) &
                                             HB_GLYPH_FLAG_UNSAFE_TO_BREAK};
}

/* Glyphs as we keep them. `tracking` in font units. */
static void take(struct text_cache *cache, const struct stretch *s,
                 const struct drawn *drawn, const struct item *item, struct part part)
{
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(cache->buffer, &n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(cache->buffer, NULL);
    int upem = face_info(item->face)->upem;
    int32_t tracking = is_joined(item->script) ? 0 : s->tracking * upem / 1000;
    cache->glyphs.n = 0;
    for (unsigned i = 0; i < n; i++) {
        uint32_t c = info[i].cluster;
        struct glyph g = shape_glyph(&info[i], &pos[i]);
        g.cluster = c < part.to ? drawn->at[c] : drawn->at[part.to];
        if (c < part.to)
            g.glue = (uint8_t)glue_of(drawn, s, c);
        g.advance += g.advance ? tracking : 0;
        vec_push(cache->a, &cache->glyphs, g);
    }
    level_spaces(cache, item, tracking);
}

/* Add the room between Han and Latin behind the last glyph of each cluster that meets the other
 * script; level 0 and even, so logical order is visual order. */
static void add_gaps(struct text_cache *cache, const struct drawn *drawn,
                     const struct item *item, struct part part)
{
    size_t g = 0;
    for (uint32_t c = part.from; c < part.to; c++) {
        while (g < cache->glyphs.n && cache->glyphs.at[g].cluster <= drawn->at[c])
            g++;
        int32_t gap = c + 1 == part.to && part.ends_line ? 0 : gap_behind(drawn, item, c);
        if (gap && g > 0)
            cache->glyphs.at[g - 1].advance += gap;
    }
}

static void shape_whole(struct text_cache *cache, const struct stretch *s,
                        const struct drawn *drawn, const struct item *item,
                        struct part part)
{
    struct str lang = cache_lang(cache, s);
    struct word_style style = {item->face, hb_language_from_string(lang.p, (int)lang.n),
                               item->script, features_of(s)};
    arena_watch();
    fill(cache, drawn, part);
    shape_buffer(cache, &style, item->level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    arena_check(cache->a);
    take(cache, s, drawn, item, part);
}

void shape_part(struct text_cache *cache, const struct stretch *stretches,
                const struct drawn *drawn, const struct item *item, struct part part)
{
    const struct stretch *s = &stretches[item->stretch];
    if (!shape_by_words(cache, s, drawn, item, part))
        shape_whole(cache, s, drawn, item, part);
    if (item->level % 2 == 0)
        add_gaps(cache, drawn, item, part);
}
