/* SPDX-License-Identifier: MIT */
/* out/pdf/spell.c — which characters each glyph of a run stands for. */
#include <hb.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "out/pdf/font.h"

/* ISO 32000-1, 14.8.2.2.3: a hyphen that is not in the text. */
#define SOFT_HYPHEN S("\xC2\xAD")
/* Zero-width space: PDF/A wants a character for every code. */
#define NOTHING S("\xE2\x80\x8B")

/* Glyphs [first, end) of a piece that came from `text`. */
struct cluster {
    uint32_t first, end;
    struct str text;
};

struct speller {
    struct arena *a;
    struct font *font;
    const struct piece *piece;
    struct spelling *spelling;
};

/* True where glyph `i` is a mark that hangs on a letter: the one before it or, in a run that goes
 * right to left, behind it. */
static bool hangs(const struct piece *piece, uint32_t i)
{
    return piece->glyphs[i].advance == 0;
}

/* The cluster that begins at glyph `first`, marks with their letter. Its text reaches to where the
 * next one in the order of the text begins: to the right, or in a run that goes right to left, to
 * the left. */
static struct cluster cluster_at(const struct piece *piece, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < piece->glyph_count &&
           (piece->glyphs[end].cluster == piece->glyphs[end - 1].cluster ||
            hangs(piece, piece->rtl ? end - 1 : end)))
        end++;
    size_t start = piece_byte(piece, piece->rtl ? end - 1 : first), stop = piece->text.n;
    if (!piece->rtl && end < piece->glyph_count)
        stop = piece_byte(piece, end);
    if (piece->rtl && first > 0)
        stop = piece_byte(piece, first - 1);
    return (struct cluster){first, end,
                            str_sub(piece->text, start, stop > start ? stop : start)};
}

/* The glyph of a cluster that stands for it where only one can. */
static uint32_t lead_of(const struct piece *piece, const struct cluster *c)
{
    return piece->rtl ? c->end - 1 : c->first;
}

/* True for a letter with marks that are moved up or down, or, from right to left, stand anywhere. */
static bool is_marked(const struct piece *piece, const struct cluster *c)
{
    bool marked = false;
    for (uint32_t i = c->first; i < c->end; i++) {
        if (i == lead_of(piece, c))
            continue;
        if (!hangs(piece, i))
            return false;
        marked |= piece->rtl || piece->glyphs[i].dy != 0;
    }
    return marked;
}

/* Characters from the last to the first. */
static struct str reversed(struct arena *a, struct str text)
{
    struct strbuf b = strbuf_at(a);
    for (size_t i = text.n; i > 0;)
        strbuf_put_utf8(&b, utf8_prev(text, &i));
    return strbuf_str(&b);
}

static void set(const struct speller *s, uint32_t glyph, struct str text)
{
    s->spelling->glyphs[glyph] = font_say(s->a, s->font, s->piece->glyphs[glyph].id, text);
}

static void respell(const struct speller *s, const struct cluster *c)
{
    struct respelled *last = s->spelling->spans.n ? vec_last(&s->spelling->spans) : NULL;
    if (last && last->end == c->first && last->text.p + last->text.n == c->text.p) {
        last->end = c->end; /* one longer span costs less than two */
        last->text.n += c->text.n;
        return;
    }
    vec_push(s->a, &s->spelling->spans, ((struct respelled){c->first, c->end, c->text}));
}

static bool draws(const struct speller *s, uint32_t character, uint32_t glyph)
{
    hb_codepoint_t nominal;
    return hb_font_get_nominal_glyph(face_hb_font(s->piece->face), character, &nominal) &&
           nominal == s->piece->glyphs[glyph].id;
}

/* True, and all set, where the glyphs are those of the characters one by one. */
static bool set_one_by_one(const struct speller *s, const struct cluster *c)
{
    uint32_t n = c->end - c->first;
    if (utf8_length(c->text) != n)
        return false;
    for (int pass = 0; pass < 2; pass++) {
        size_t at = 0;
        for (uint32_t i = 0; i < n; i++) {
            uint32_t glyph = s->piece->rtl ? c->end - 1 - i : c->first + i;
            size_t from = at;
            uint32_t character = utf8_next(c->text, &at);
            if (pass == 0 && !draws(s, character, glyph))
                return false;
            if (pass == 1)
                set(s, glyph, str_sub(c->text, from, at));
        }
    }
    return true;
}

/* What the lead says for its cluster. Readers turn what they take for a run from right to left
 * around, a ligature's characters with it (poppler, pdf.js, PDFium; MuPDF turns nothing): so they
 * are given in the order of the page. */
static void set_lead(const struct speller *s, const struct cluster *c, struct str others)
{
    uint32_t lead = lead_of(s->piece, c);
    for (uint32_t i = c->first; i < c->end; i++)
        if (i != lead)
            set(s, i, others);
    set(s, lead, s->piece->rtl ? reversed(s->a, c->text) : c->text);
}

/* Glyphs in another order or number than the characters: together they say the text. For readers
 * that pass over ActualText the first one says all of it and the others nothing; from right to left
 * that has to do, as poppler would turn ActualText around, too. */
static void set_together(const struct speller *s, const struct cluster *c)
{
    set_lead(s, c, NOTHING);
    if (!s->piece->rtl)
        respell(s, c);
}

/* Readers take a mark above or below the baseline for a line of its own and part the word, or put it
 * before the word that it ends. So its
 * letter says it, and the mark is drawn when the run is done. Not in a font whose letter would need
 * another voice: some readers part the word there, too. */
static void set_marked(const struct speller *s, const struct cluster *c)
{
    set_lead(s, c, S(" "));
    for (uint32_t i = c->first; i < c->end; i++)
        s->spelling->glyphs[i].late = i != lead_of(s->piece, c);
    s->spelling->late = true;
}

static void spell_cluster(const struct speller *s, const struct cluster *c)
{
    bool one = c->end - c->first == 1;
    if (str_empty(s->piece->text)) {
        for (uint32_t i = c->first; i < c->end; i++)
            set(s, i, SOFT_HYPHEN);
    } else if (str_empty(c->text)) {
        for (uint32_t i = c->first; i < c->end; i++)
            set(s, i, NOTHING);
    } else if (one) {
        set_lead(s, c, NOTHING);
    } else if (font_has_aliases(s->font) && is_marked(s->piece, c)) {
        set_marked(s, c);
    } else if (!set_one_by_one(s, c)) {
        set_together(s, c);
    }
}

/* Where a font has no code left for a glyph's text, the cluster says it by ActualText. */
static void settle_codes(const struct speller *s, const struct cluster *c)
{
    bool told = s->spelling->spans.n > 0 && vec_last(&s->spelling->spans)->end == c->end;
    bool lost = false;
    for (uint32_t i = c->first; i < c->end; i++)
        lost |= s->spelling->glyphs[i].lost;
    if (lost && !told)
        respell(s, c);
}

#define CODE_MAX 8 /* UTF-16 units of one code: MuPDF passes over a longer text */

static size_t utf16_length(struct str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; n++)
        n += utf8_next(s, &i) >= 0x10000;
    return n;
}

/* What can stand in one code of the end of `text`. pdf.js drops a code that begins with a space. */
static struct str end_of(struct str text, size_t room)
{
    size_t i = text.n;
    while (i > 0) {
        size_t before = i;
        utf8_prev(text, &before);
        if (utf16_length(str_sub(text, before, text.n)) > room)
            break;
        i = before;
    }
    while (i > 0 && i < text.n && text.p[i] == ' ')
        i++;
    return str_sub(text, i < text.n ? i : 0, text.n);
}

/* What glyph `i` says, and nothing where it says only that a hyphen was inserted. */
static struct str said_by(const struct font *font, const struct piece *piece,
                          struct spelled code)
{
    if (str_empty(piece->text))
        return (struct str){NULL, 0};
    return font->voices.at[code.voice].says.at[code.slot];
}

bool font_spell_more(struct arena *a, struct font *font, const struct piece *piece,
                     struct spelling *spelling, struct str *more)
{
    if (piece->rtl || spelling->late || spelling->spans.n > 0)
        return false;
    uint32_t end_of_words = piece->glyph_count; /* a blank behind them stays one */
    while (end_of_words > 1 &&
           str_eq(said_by(font, piece, spelling->glyphs[end_of_words - 1]), S(" ")))
        end_of_words--;
    for (uint32_t i = end_of_words; i-- > 0 && !str_empty(*more);) {
        struct str all = str_join(a, said_by(font, piece, spelling->glyphs[i]), *more);
        struct str end = end_of(all, CODE_MAX);
        struct spelled code = font_say(a, font, piece->glyphs[i].id, end);
        if (code.lost)
            return false;
        spelling->glyphs[i] = code;
        *more = str_sub(all, 0, all.n - end.n);
    }
    return true;
}

struct spelling font_spell_silent(struct arena *a, struct font *font,
                                  const struct piece *piece)
{
    struct spelling spelling = {.glyphs =
                                    arena_many(a, piece->glyph_count, struct spelled)};
    spelling.told = font_has_aliases(font);
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        spelling.glyphs[i] = font_say(a, font, piece->glyphs[i].id, S(" "));
        spelling.told &= !spelling.glyphs[i].lost;
    }
    return spelling;
}

struct spelling font_spell(struct arena *a, struct font *font, const struct piece *piece)
{
    struct spelling spelling = {.glyphs =
                                    arena_many(a, piece->glyph_count, struct spelled)};
    struct speller s = {a, font, piece, &spelling};
    for (uint32_t i = 0; i < piece->glyph_count;) {
        struct cluster c = cluster_at(piece, i);
        spell_cluster(&s, &c);
        settle_codes(&s, &c);
        i = c.end;
    }
    return spelling;
}
