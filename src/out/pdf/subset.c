/* SPDX-License-Identifier: MIT */
/* out/pdf/subset.c — the door to hb-subset: a font file with only the glyphs that are shown. */
#include "base/arena.h"
#include "out/pdf/font.h"

#include <hb-subset.h>

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
static void set_cids(struct font *font, const hb_subset_plan_t *plan, uint32_t next)
{
    const struct face_info *info = face_info(font->face);
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    for (size_t i = 0; i < font->glyphs.n; i++) {
        struct font_glyph *g = &font->glyphs.at[i];
        hb_codepoint_t to = hb_map_get(map, g->glyph);
        g->cut = to == HB_MAP_VALUE_INVALID ? 0 : to;
        g->cid = info->cid_keyed ? face_cid(font->face, g->glyph)
                 : g->alias      ? next++
                                 : g->cut;
    }
}

/* The CFF table of `face` as recto embeds it: `whole` is what hb-subset made, and lives on. */
static struct str program_of(struct arena *a, const struct font *font, struct str whole)
{
    if (!face_info(font->face)->cff || face_info(font->face)->cid_keyed)
        return whole;
    struct glyph_list copies = {NULL, 0, 0};
    for (size_t i = 0; i < font->glyphs.n; i++)
        if (font->glyphs.at[i].alias)
            vec_push(a, &copies, font->glyphs.at[i].cut);
    return cff_rebuild(a, whole, &copies);
}

static void blob_done(void *blob)
{
    hb_blob_destroy(blob);
}

struct cut_font font_cut(struct arena *a, struct font *font)
{
    struct cut_font cut = {.cff = face_info(font->face)->cff};
    arena_watch();
    hb_face_t *face = bare_face(face_hb_face(font->face));
    hb_subset_plan_t *plan = plan_of(font, face);
    hb_face_t *result = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    arena_check(
        a); /* before anything is given back: the library's own cleaning up may fail then */
    if (result) {
        set_cids(font, plan, hb_face_get_glyph_count(result));
        hb_blob_t *blob = cut.cff
                              ? hb_face_reference_table(result, HB_TAG('C', 'F', 'F', ' '))
                              : hb_face_reference_blob(result);
        unsigned n;
        const char *p = hb_blob_get_data(blob, &n);
        arena_check(a);
        arena_defer(a, blob_done, blob);
        cut.program = (struct str){p, n};
        hb_face_destroy(result);
    }
    hb_subset_plan_destroy(plan);
    hb_face_destroy(face);
    if (!str_empty(cut.program))
        cut.program = program_of(a, font, cut.program);
    return cut;
}
