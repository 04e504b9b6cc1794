/* SPDX-License-Identifier: MIT */
/* out/pdf/subset.c — the door to hb-subset: a font file with only the glyphs that are shown. */
#include <hb-subset.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "out/pdf/cutstock.h"
#include "out/pdf/font.h"

/* What a PDF reader needs of a font file. Without its variation tables a variable font is the
 * instance that its outlines are drawn in. */
static const hb_tag_t kept[] = {
    HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
    HB_TAG('C', 'F', 'F', ' '),
};

static hb_blob_t *kept_table(hb_face_t *bare, hb_tag_t tag, void *whole)
{
    (void)bare;
    for (size_t i = 0; i < countof(kept); i++)
        if (kept[i] == tag)
            return hb_face_reference_table(whole, tag);
    return NULL;
}

/* `face` without all other tables. Without layout tables no closure adds glyphs that nobody shows,
 * and it is up to ten times faster; without a cmap hb-subset need not read each of its characters,
 * which takes as long as all the rest. */
static hb_face_t *bare_face(hb_face_t *face)
{
    return hb_face_create_for_tables(kept_table, face, NULL);
}

static hb_subset_plan_t *plan_of(const struct font *font, hb_face_t *face)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < font->glyphs.n; i++)
        hb_set_add(glyphs, font->glyphs.at[i].glyph);
    /* Subroutines shorten a CFF program but not a compressed one: eight faces of two pages take 21.9
     * kB with them and 18.2 kB without. */
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING |
                                         HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);
    hb_subset_input_destroy(input);
    return plan;
}

/* Codes of a font with CIDs of its own are those; of all others the new glyph numbers, and behind
 * them the aliases. */
static void set_cids(struct font *font, uint32_t next)
{
    const struct face_info *info = face_info(font->face);
    for (size_t i = 0; i < font->glyphs.n; i++) {
        struct font_glyph *g = &font->glyphs.at[i];
        g->cid = info->cid_keyed ? face_cid(font->face, g->glyph)
                 : g->alias      ? next++
                                 : g->cut;
    }
}

static void set_cut(struct font *font, const hb_subset_plan_t *plan)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (size_t i = 0; i < font->glyphs.n; i++) {
        hb_codepoint_t to = hb_map_get(map, font->glyphs.at[i].glyph);
        font->glyphs.at[i].cut = to == HB_MAP_VALUE_INVALID ? 0 : to;
    }
}

/* --- CFF ------------------------------------------------------------------------------------- */

/* Glyphs of a font, each once, in the order of their numbers: it is that of hb-subset. */
struct ranks {
    uint32_t *ids;
    size_t n;
};

static int by_number(const void *one, const void *other)
{
    uint32_t a = *(const uint32_t *)one, b = *(const uint32_t *)other;
    return a < b ? -1 : a > b;
}

static struct ranks ranks_of(struct arena *a, const struct font *font)
{
    struct ranks ranks = {arena_many(a, font->glyphs.n, uint32_t), 0};
    for (size_t i = 0; i < font->glyphs.n; i++)
        if (!font->glyphs.at[i].alias)
            ranks.ids[ranks.n++] = font->glyphs.at[i].glyph;
    qsort(ranks.ids, ranks.n, sizeof *ranks.ids, by_number);
    return ranks;
}

static uint32_t rank_of(const struct ranks *ranks, uint32_t glyph)
{
    const uint32_t *at =
        bsearch(&glyph, ranks->ids, ranks->n, sizeof *ranks->ids, by_number);
    return at ? (uint32_t)(at - ranks->ids) : 0;
}

/* CIDs of its own would be lost when it is put together. */
static bool is_plain_cff(const struct font *font)
{
    return face_info(font->face)->cff && !face_info(font->face)->cid_keyed;
}

/* The glyphs, and behind them a copy for each alias. */
static struct str with_copies(struct arena *a, const struct font *font,
                              struct cff_parts parts)
{
    struct str *glyphs = arena_many(a, parts.n + font->glyphs.n, struct str);
    memcpy(glyphs, parts.glyphs, parts.n * sizeof *glyphs);
    size_t own = parts.n;
    for (size_t i = 0; i < font->glyphs.n; i++) {
        const struct font_glyph *g = &font->glyphs.at[i];
        if (g->alias)
            glyphs[parts.n++] = glyphs[g->cut < own ? g->cut : 0];
    }
    parts.glyphs = glyphs;
    return cff_write(a, &parts);
}

/* What glyphs that are kept make, and their number; empty where one is lacking. */
static struct str cut_from(struct arena *a, const struct cutstock *stock, struct font *font,
                           uint32_t *count)
{
    struct ranks ranks = ranks_of(a, font);
    struct cff_parts parts = {.glyphs = arena_many(a, ranks.n, struct str)};
    if (!cutstock_find(stock, font->face, ranks.ids, ranks.n, &parts))
        return (struct str){NULL, 0};
    for (size_t i = 0; i < font->glyphs.n; i++)
        font->glyphs.at[i].cut = rank_of(&ranks, font->glyphs.at[i].glyph);
    *count = (uint32_t)ranks.n;
    return with_copies(a, font, parts);
}

/* Keep the glyphs of `parts`, unless hb-subset has taken others along: parts of an accented letter,
 * in fonts of the old kind. */
static void keep(struct arena *a, struct cutstock *stock, const struct font *font,
                 const struct cff_parts *parts)
{
    struct ranks ranks = ranks_of(a, font);
    if (parts->n == ranks.n)
        cutstock_keep(stock, font->face, ranks.ids, parts);
}

/* The CFF table as recto embeds it: `whole` is what hb-subset made. */
static struct str program_of(struct arena *a, struct cutstock *stock,
                             const struct font *font, struct str whole)
{
    struct cff_parts parts = {.n = 0};
    if (!cff_read(a, whole, &parts))
        return (struct str){NULL, 0};
    if (stock)
        keep(a, stock, font, &parts);
    return with_copies(a, font, parts);
}

/* --- cutting --------------------------------------------------------------------------------- */

static void blob_done(void *blob)
{
    hb_blob_destroy(blob);
}

/* What hb-subset makes by `plan`, and the number of its glyphs; empty where it fails. */
static struct str execute(struct arena *a, struct font *font, hb_subset_plan_t *plan,
                          uint32_t *count)
{
    hb_face_t *result = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    arena_check(
        a); /* before anything is given back: the library's own cleaning up may fail then */
    if (!result)
        return (struct str){NULL, 0};
    *count = hb_face_get_glyph_count(result);
    set_cut(font, plan);
    hb_blob_t *blob = face_info(font->face)->cff
                          ? hb_face_reference_table(result, HB_TAG('C', 'F', 'F', ' '))
                          : hb_face_reference_blob(result);
    unsigned n;
    const char *p = hb_blob_get_data(blob, &n);
    arena_check(a);
    arena_defer(a, blob_done, blob);
    hb_face_destroy(result);
    return (struct str){p, n};
}

static struct str cut_anew(struct arena *a, struct cutstock *stock, struct font *font,
                           uint32_t *count)
{
    arena_watch();
    hb_face_t *face = bare_face(face_hb_face(font->face));
    hb_subset_plan_t *plan = plan_of(font, face);
    struct str whole = execute(a, font, plan, count);
    hb_subset_plan_destroy(plan);
    hb_face_destroy(face);
    return is_plain_cff(font) ? program_of(a, stock, font, whole) : whole;
}

struct cut_font font_cut(struct arena *a, struct cutstock *stock, struct font *font)
{
    struct cut_font cut = {.cff = face_info(font->face)->cff};
    uint32_t count = 0;
    if (stock && is_plain_cff(font))
        cut.program = cut_from(a, stock, font, &count);
    if (str_empty(cut.program))
        cut.program = cut_anew(a, stock, font, &count);
    set_cids(font, count);
    return cut;
}
