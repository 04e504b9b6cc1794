/* SPDX-License-Identifier: MIT */
/* text/face.c — one font file: the door to HarfBuzz's own font functions. */
#include "text/face.h"

#include <string.h>

#include <hb-ot.h>
#include <hb.h>

#include "base/arena.h"
#include "base/file.h"
#include "text/cff.h"
#include "text/fonts.h"

#define NAME_ROOM 128 /* longer names are cut; PostScript allows 63 bytes */

struct face {
    struct face_info info;
    hb_face_t *hb_face;
    hb_font_t *hb_font;
    struct cff cff;
    /* Which of the first 128 code points it has: asked for every letter. */
    uint64_t ascii[2];
};

const struct face_info *face_info(const struct face *face)
{
    return &face->info;
}

struct hb_face_t *face_hb_face(const struct face *face)
{
    return face->hb_face;
}

struct hb_font_t *face_hb_font(const struct face *face)
{
    return face->hb_font;
}

uint32_t face_cid(const struct face *face, uint32_t glyph)
{
    return cff_cid(&face->cff, glyph);
}

int face_advance(const struct face *face, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(face->hb_font, glyph);
}

int face_bearing(const struct face *face, uint32_t glyph)
{
    hb_glyph_extents_t e;
    return hb_font_get_glyph_extents(face->hb_font, glyph, &e) ? e.x_bearing : 0;
}

static bool has_glyph(hb_font_t *font, uint32_t codepoint)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(font, codepoint, &glyph) && glyph != 0;
}

bool face_has(const struct face *face, uint32_t codepoint)
{
    if (codepoint < 128)
        return face->ascii[codepoint / 64] >> codepoint % 64 & 1;
    return has_glyph(face->hb_font, codepoint);
}

static void drop_face(void *face)
{
    hb_face_destroy(face);
}

static void drop_font(void *font)
{
    hb_font_destroy(font);
}

static hb_blob_t *blob_of(struct str bytes)
{
    return hb_blob_create(bytes.p, (unsigned)bytes.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
}

unsigned face_count(struct str bytes)
{
    hb_blob_t *blob = blob_of(bytes);
    unsigned n = hb_face_count(blob);
    hb_blob_destroy(blob);
    return n;
}

/* A table as a slice of the mapped file; empty where the font lacks it. The blob that HarfBuzz
 * hands out points into the file, which outlives the face. */
static struct str table_of(hb_face_t *face, hb_tag_t tag)
{
    unsigned n;
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    const char *p = hb_blob_get_data(blob, &n);
    hb_blob_destroy(blob);
    return (struct str){n ? p : NULL, n};
}

/* Signed big-endian 16 bits; 0 beyond the end. */
static int number16(struct str table, size_t at)
{
    if (at + 2 > table.n)
        return 0;
    const unsigned char *p = (const unsigned char *)table.p + at;
    return (int16_t)(uint16_t)(p[0] << 8 | p[1]);
}

static struct str name_of(struct arena *a, hb_face_t *face, hb_ot_name_id_t id)
{
    char name[NAME_ROOM];
    unsigned n = sizeof name;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", 2), &n, name);
    return str_dup(a, (struct str){name, n < sizeof name ? n : sizeof name - 1});
}

/* PDF and PostScript want printable ASCII without blanks and delimiters. */
static struct str postscript_name(struct arena *a, hb_face_t *face, struct str path)
{
    struct str name = name_of(a, face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (str_empty(name))
        name = path_stem(path);
    struct strbuf b = strbuf_at(a);
    for (size_t i = 0; i < name.n; i++)
        if (name.p[i] > ' ' && name.p[i] < 127 && !strchr("()[]{}<>/%#", name.p[i]))
            strbuf_putc(&b, name.p[i]);
    return b.n ? strbuf_str(&b) : S("Unnamed");
}

/* A metric of the font's tables; `lack` where it has none. */
static int metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int lack)
{
    hb_position_t v;
    return hb_ot_metrics_get_position(font, tag, &v) && v != 0 ? v : lack;
}

/* Height of the glyph of `letter` above the baseline; `lack` where the font has none. */
static int height_of(hb_font_t *font, uint32_t letter, int lack)
{
    hb_codepoint_t glyph;
    hb_glyph_extents_t e;
    if (!hb_font_get_nominal_glyph(font, letter, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &e) || e.y_bearing <= 0)
        return lack;
    return e.y_bearing;
}

static void read_metrics(struct face_info *info, hb_face_t *face, hb_font_t *font)
{
    int em = info->upem;
    info->ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em * 8 / 10);
    info->descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -em / 5);
    info->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 0);
    info->x_height = metric(font, HB_OT_METRICS_TAG_X_HEIGHT, 0);
    if (info->cap_height <= 0)
        info->cap_height = height_of(font, 'H', em * 7 / 10);
    if (info->x_height <= 0)
        info->x_height = height_of(font, 'x', em / 2);
    info->underline_position = metric(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -em / 10);
    info->underline_thickness = metric(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, em / 20);
    struct str head = table_of(face, HB_TAG('h', 'e', 'a', 'd'));
    for (size_t i = 0; i < 4; i++)
        info->bbox[i] = number16(head, 36 + 2 * i);
}

static int weight_of(hb_font_t *font)
{
    int w = (int)hb_style_get_value(font, HB_STYLE_TAG_WEIGHT);
    return w < 1 ? 400 : w > 1000 ? 900 : w;
}

static void read_style(struct arena *a, struct face *f)
{
    struct face_info *info = &f->info;
    struct str post = table_of(f->hb_face, HB_TAG('p', 'o', 's', 't'));
    info->family = name_of(a, f->hb_face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (str_empty(info->family))
        info->family = name_of(a, f->hb_face, HB_OT_NAME_ID_FONT_FAMILY);
    info->postscript = postscript_name(a, f->hb_face, info->path);
    info->weight = weight_of(f->hb_font);
    info->italic = hb_style_get_value(f->hb_font, HB_STYLE_TAG_ITALIC) > 0.0f ||
                   hb_style_get_value(f->hb_font, HB_STYLE_TAG_SLANT_ANGLE) < 0.0f;
    info->monospaced = number16(post, 12) != 0 || number16(post, 14) != 0;
    struct str os2 = table_of(f->hb_face, HB_TAG('O', 'S', '/', '2'));
    info->restricted = (number16(os2, 8) & 0xF) == 2;
}

/* What makes a font unusable for us, in words; NULL where nothing does. */
static const char *unusable(hb_face_t *face, struct cff *cff)
{
    struct str outlines = table_of(face, HB_TAG('C', 'F', 'F', ' '));
    if (hb_face_get_glyph_count(face) == 0)
        return "it is no font, or damaged";
    if (str_empty(table_of(face, HB_TAG('c', 'm', 'a', 'p'))) ||
        str_empty(table_of(face, HB_TAG('h', 'm', 't', 'x'))))
        return "it lacks the tables of a font";
    if (str_empty(outlines) && str_empty(table_of(face, HB_TAG('g', 'l', 'y', 'f'))))
        return "it holds no TrueType or CFF outlines";
    *cff = cff_open(outlines);
    return NULL;
}

const struct face *face_open(struct arena *a, struct str path, unsigned index,
                             const char **why)
{
    struct str bytes;
    enum file_status status = file_map(a, path, FONT_MAX_BYTES, &bytes);
    *why = file_status_text(status);
    if (status != FILE_OK)
        return NULL;
    arena_watch();
    hb_blob_t *blob = blob_of(bytes);
    hb_face_t *hb = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    arena_defer(a, drop_face, hb);
    struct face *f = arena_make(a, struct face);
    *why = unusable(hb, &f->cff);
    arena_check(a);
    if (*why)
        return NULL;
    f->hb_face = hb;
    f->hb_font =
        hb_font_create(hb); /* HarfBuzz's own font functions, scale = units per em */
    arena_defer(a, drop_font, f->hb_font);
    f->info.path = str_dup(a, path);
    f->info.index = index;
    f->info.bytes = bytes;
    f->info.upem = (int)hb_face_get_upem(hb);
    f->info.cff = f->cff.table.n > 0;
    f->info.cid_keyed = f->cff.cid_keyed;
    for (uint32_t c = 0; c < 128; c++)
        f->ascii[c / 64] |= (uint64_t)has_glyph(f->hb_font, c) << c % 64;
    read_metrics(&f->info, hb, f->hb_font);
    read_style(a, f);
    hb_face_make_immutable(hb);
    hb_font_make_immutable(f->hb_font);
    arena_check(a);
    return f;
}
