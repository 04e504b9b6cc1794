/* SPDX-License-Identifier: MIT */
/* out/pdf/font.c — the dictionaries of an embedded font. */
#include "out/pdf/font.h"

#include <hb.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "out/pdf/pdf.h"
#include "out/put.h"

/* Font units as thousandths of an em, with two decimals. */
static void put_units(struct strbuf *b, const struct face_info *info, int units)
{
    put_decimal(b, mpt_scale(units, FONT_EM, info->upem), 2);
    strbuf_putc(b, ' ');
}

static int by_cid(const void *one, const void *other)
{
    uint32_t a = ((const struct font_glyph *)one)->cid;
    uint32_t b = ((const struct font_glyph *)other)->cid;
    return a < b ? -1 : a > b;
}

/* Codes of one font in order: glyphs in the order of their CIDs, with their slots. */
struct codes {
    struct font_glyph *glyphs; /* `glyph` is the slot here */
    size_t n;
};

static struct codes codes_of(struct arena *a, const struct font *font)
{
    struct codes codes = {arena_many(a, font->glyphs.n, struct font_glyph), font->glyphs.n};
    for (size_t i = 0; i < codes.n; i++) {
        codes.glyphs[i] = font->glyphs.at[i];
        codes.glyphs[i].glyph = (uint32_t)i;
    }
    qsort(codes.glyphs, codes.n, sizeof *codes.glyphs, by_cid);
    return codes;
}

/* --- text of the codes ----------------------------------------------------------------------- */

#define BLOCK_MAX 100 /* entries of one block (Adobe Technical Note 5014) */
#define RANGE_MIN 3   /* codes: two entries are as short as one range */

static const struct str *said(const struct voice *voice, const struct font_glyph *code)
{
    const struct str *text =
        code->glyph < voice->says.n ? &voice->says.at[code->glyph] : NULL;
    return text && !str_empty(*text) ? text : NULL;
}

/* Entries of one kind, which are put in blocks. */
struct entries {
    struct strbuf *out;
    const char *kind; /* "bfchar" */
    struct strbuf waiting;
    int n;
};

static void end_block(struct entries *e)
{
    if (e->n > 0) {
        strbuf_fmt(e->out, "%d begin%s\n", e->n, e->kind);
        strbuf_put(e->out, strbuf_str(&e->waiting));
        strbuf_fmt(e->out, "end%s\n", e->kind);
    }
    e->waiting.n = 0;
    e->n = 0;
}

static void put_entry(struct entries *e, uint32_t from, uint32_t to, struct str text)
{
    struct strbuf *b = &e->waiting;
    strbuf_putc(b, '<');
    put_hex(b, from, 4);
    if (to != from) {
        strbuf_put(b, S("><"));
        put_hex(b, to, 4);
    }
    strbuf_put(b, S("><"));
    put_utf16(b, text);
    strbuf_put(b, S(">\n"));
    if (++e->n == BLOCK_MAX)
        end_block(e);
}

/* The character that a text is; 0 where it is several, or beyond the BMP. */
static uint32_t one_character(const struct str *text)
{
    size_t at = 0;
    uint32_t c = text ? utf8_next(*text, &at) : 0;
    return text && at == text->n && c < 0xD800 ? c : 0;
}

/* Codes from `i` on that follow each other as their characters do. Only the last byte may change in
 * a range, on both sides. */
static size_t run_at(const struct voice *voice, const struct codes *codes, size_t i)
{
    uint32_t first = one_character(said(voice, &codes->glyphs[i]));
    uint32_t cid = codes->glyphs[i].cid;
    uint32_t n = 1;
    for (; first && i + n < codes->n; n++) {
        const struct font_glyph *code = &codes->glyphs[i + n];
        bool follows = code->cid == cid + n && (code->cid & 255) != 0 &&
                       ((first + n) & 255) != 0 &&
                       one_character(said(voice, code)) == first + n;
        if (!follows)
            break;
    }
    return n;
}

static void put_entries(struct strbuf *b, const struct voice *voice,
                        const struct codes *codes)
{
    struct entries ranges = {.out = b, .kind = "bfrange", .waiting = strbuf_at(b->a)};
    struct entries chars = {.out = b, .kind = "bfchar", .waiting = strbuf_at(b->a)};
    for (size_t i = 0, n; i < codes->n; i += n) {
        const struct str *text = said(voice, &codes->glyphs[i]);
        uint32_t cid = codes->glyphs[i].cid;
        n = text ? run_at(voice, codes, i) : 1;
        if (n >= RANGE_MIN) {
            put_entry(&ranges, cid, cid + (uint32_t)n - 1, *text);
            continue;
        }
        n = 1;
        if (text)
            put_entry(&chars, cid, cid, *text);
    }
    end_block(&ranges);
    end_block(&chars);
}

static struct object *to_unicode(struct pdf *pdf, const struct voice *voice,
                                 const struct codes *codes)
{
    struct strbuf b = strbuf_at(pdf->a);
    strbuf_put(&b, S("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                     "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                     "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                     "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"));
    put_entries(&b, voice, codes);
    strbuf_put(&b, S("endcmap CMapName currentdict/CMap defineresource pop end end\n"));
    return pdf_stream(pdf, strbuf_str(&b));
}

/* --- dictionaries ---------------------------------------------------------------------------- */

/* "ABCDEF+Name": the letters come from the program, so that two documents with other glyphs have
 * other names. */
static struct str base_name(struct arena *a, const struct face_info *info,
                            struct str program)
{
    struct strbuf b = strbuf_at(a);
    uint32_t sum = deflate_sum(program); /* 26^6 is less than a tenth of what it can be */
    for (int i = 0; i < 6; i++, sum /= 26)
        strbuf_putc(&b, (char)('A' + sum % 26));
    strbuf_putc(&b, '+');
    strbuf_put(&b, str_empty(info->postscript) ? S("Unnamed") : info->postscript);
    return strbuf_str(&b);
}

/* Width of the stems, which no font file gives: a common estimate from the weight. */
static int stem_of(int weight)
{
    return 50 + weight * weight / (65 * 65);
}

/* A bit for each CID, as PDF/A-1 wants it. */
static struct object *cid_set(struct pdf *pdf, const struct font *font)
{
    uint32_t last = 0;
    for (size_t i = 0; i < font->glyphs.n; i++)
        last = font->glyphs.at[i].cid > last ? font->glyphs.at[i].cid : last;
    size_t n = last / 8 + 1;
    unsigned char *bits = arena_alloc(pdf->a, n);
    for (size_t i = 0; i < font->glyphs.n; i++) {
        uint32_t cid = font->glyphs.at[i].cid;
        bits[cid / 8] |= (unsigned char)(0x80 >> cid % 8);
    }
    return pdf_stream(pdf, (struct str){(const char *)bits, n});
}

enum { FLAG_MONOSPACED = 1, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

static struct object *descriptor(struct pdf *pdf, const struct font *font, struct str name,
                                 const struct cut_font *cut)
{
    const struct face_info *info = face_info(font->face);
    struct object *program = haru_object(pdf->haru);
    object_fill(program, pdf->z_fonts, pdf->a, cut->program);
    if (cut->cff)
        strbuf_put(&program->body, S("/Subtype/CIDFontType0C"));
    else
        strbuf_fmt(&program->body, "/Length1 %zu", cut->program.n);
    struct object *object = haru_object(pdf->haru);
    struct strbuf *b = &object->body;
    strbuf_put(b, S("/Type/FontDescriptor/FontName"));
    put_name(b, name);
    strbuf_fmt(b, "/Flags %d/FontBBox[",
               FLAG_SYMBOLIC | (info->monospaced ? FLAG_MONOSPACED : 0) |
                   (info->italic ? FLAG_ITALIC : 0));
    for (int i = 0; i < 4; i++)
        put_units(b, info, info->bbox[i]);
    float slant = hb_style_get_value(face_hb_font(font->face), HB_STYLE_TAG_SLANT_ANGLE);
    strbuf_fmt(b, "]/ItalicAngle %d/Ascent ",
               (int)(slant < 0 ? slant - 0.5f : slant + 0.5f));
    put_units(b, info, info->ascender);
    strbuf_put(b, S("/Descent "));
    put_units(b, info, info->descender);
    strbuf_put(b, S("/CapHeight "));
    put_units(b, info, info->cap_height);
    strbuf_fmt(b, "/StemV %d/FontFile%d ", stem_of(info->weight), cut->cff ? 3 : 2);
    put_ref(b, program);
    if (pdf->options->a1) {
        strbuf_put(b, S("/CIDSet "));
        put_ref(b, cid_set(pdf, font));
    }
    return object;
}

static void put_widths(struct strbuf *b, const struct codes *codes)
{
    strbuf_put(b, S("/DW 0/W["));
    for (size_t i = 0; i < codes->n; i++) {
        bool follows = i > 0 && codes->glyphs[i].cid == codes->glyphs[i - 1].cid + 1;
        if (!follows) {
            if (i > 0)
                strbuf_putc(b, ']');
            put_int(b, codes->glyphs[i].cid);
        }
        strbuf_putc(b, follows ? ' ' : '[');
        put_decimal(b, codes->glyphs[i].width, 2);
    }
    strbuf_put(b, S("]]"));
}

/* Two bytes for each CID up to the last: the number of its glyph in the program. */
static struct object *glyph_map(struct pdf *pdf, const struct codes *codes)
{
    size_t n = 2 * ((size_t)codes->glyphs[codes->n - 1].cid + 1);
    char *map = arena_alloc(pdf->a, n);
    for (size_t i = 0; i < codes->n; i++) {
        char *entry = map + 2 * (size_t)codes->glyphs[i].cid;
        entry[0] = (char)(codes->glyphs[i].cut >> 8);
        entry[1] = (char)(codes->glyphs[i].cut & 255);
    }
    return pdf_stream(pdf, (struct str){map, n});
}

static struct object *descendant(struct pdf *pdf, const struct font *font, struct str name,
                                 const struct cut_font *cut)
{
    struct object *described = descriptor(pdf, font, name, cut);
    struct object *object = haru_object(pdf->haru);
    struct strbuf *b = &object->body;
    strbuf_fmt(b, "/Type/Font/Subtype/CIDFontType%d/BaseFont", cut->cff ? 0 : 2);
    put_name(b, name);
    strbuf_put(b, S("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                    "/FontDescriptor "));
    put_ref(b, described);
    struct codes codes = codes_of(pdf->a, font);
    if (font->aliased && !cut->cff) {
        strbuf_put(b, S("/CIDToGIDMap "));
        put_ref(b, glyph_map(pdf, &codes));
    } else if (!cut->cff) {
        strbuf_put(b, S("/CIDToGIDMap/Identity"));
    }
    put_widths(b, &codes);
    return object;
}

static void put_type0(struct pdf *pdf, struct font *font, struct str name,
                      const struct cut_font *cut)
{
    struct object *below = descendant(pdf, font, name, cut);
    struct codes codes = codes_of(pdf->a, font);
    for (size_t i = 0; i < font->voices.n; i++) {
        struct voice *voice = &font->voices.at[i];
        struct object *cmap = to_unicode(pdf, voice, &codes);
        voice->type0 = haru_object(pdf->haru);
        struct strbuf *b = &voice->type0->body;
        strbuf_put(b, S("/Type/Font/Subtype/Type0/BaseFont"));
        put_name(b, cut->cff ? str_join(pdf->a, name, S("-Identity-H")) : name);
        strbuf_put(b, S("/Encoding/Identity-H/DescendantFonts["));
        put_ref(b, below);
        strbuf_put(b, S("]/ToUnicode "));
        put_ref(b, cmap);
    }
}

bool font_write(struct pdf *pdf, struct font *font)
{
    struct cut_font cut = font_cut(pdf->a, pdf->cut, font);
    const struct face_info *info = face_info(font->face);
    if (str_empty(cut.program)) {
        diag_push(pdf->d, D_O0102, (struct span){0}, "cannot embed “%.*s” (%.*s)",
                  STR(info->postscript), STR(info->path));
        return false;
    }
    put_type0(pdf, font, base_name(pdf->a, info, cut.program), &cut);
    return true;
}
