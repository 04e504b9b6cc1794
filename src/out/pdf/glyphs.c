/* SPDX-License-Identifier: MIT */
/* out/pdf/glyphs.c — glyph runs in a content stream, each glyph where the layout put it. */
#include "out/pdf/content.h"

#include "out/put.h"

#define TJ_UNIT (FONT_EM / 1000) /* numbers in TJ are thousandths of an em */

/* A run while it is shown. The pen of a reader moves by the widths that /W gives and by whole
 * thousandths of an em in TJ; `pen` follows it, so that no rounding adds up. */
struct shown {
    struct content *c;
    const struct op *op;
    const struct font *font;
    const struct spelling *spelling;
    const struct pen *wanted; /* before each glyph */
    int64_t pen;              /* the reader's [1/FONT_EM em, before expansion] */
    int64_t spacing; /* by which the reader moves behind each glyph [1/FONT_EM em] */
    bool array, hex; /* inside [ ], inside < > */
};

static void set_place(struct content *c, mpt x, mpt y)
{
    struct strbuf *b = &c->out;
    if (!c->in_text) {
        strbuf_put(b, S("BT\n"));
        c->line_x = c->line_y = 0;
        c->in_text = true;
    }
    put_length(b, x - c->line_x);
    put_length(b, y - c->line_y);
    strbuf_put(b, S("Td\n"));
    c->line_x = x;
    c->line_y = y;
}

static void set_font(struct content *c, uint32_t font, uint32_t voice, mpt size)
{
    if (c->font == font && c->voice == voice && c->size == size)
        return;
    strbuf_fmt(&c->out, "/F%u", font);
    if (voice > 0)
        strbuf_fmt(&c->out, "v%u", voice);
    strbuf_putc(&c->out, ' ');
    put_length(&c->out, size);
    strbuf_put(&c->out, S("Tf\n"));
    c->font = font;
    c->voice = voice;
    c->size = size;
}

static void set_rise(struct content *c, mpt rise)
{
    if (c->rise == rise)
        return;
    put_length(&c->out, rise);
    strbuf_put(&c->out, S("Ts\n"));
    c->rise = rise;
}

static void set_expansion(struct content *c, int expansion)
{
    if (c->expansion == expansion)
        return;
    put_decimal(&c->out, expansion, 1); /* thousandths as a percentage */
    strbuf_put(&c->out, S(" Tz\n"));
    c->expansion = expansion;
}

/* Tracking as Tc. Its six decimals are far below what is seen even where a line adds them up. */
static void set_spacing(struct content *c, int64_t spacing, mpt size)
{
    int64_t points = spacing * (int64_t)size * 1000 / FONT_EM;
    if (c->spacing == points)
        return;
    put_decimal(&c->out, points, 6);
    strbuf_put(&c->out, S(" Tc\n"));
    c->spacing = points;
}

/* The pen of the layout before each glyph. Lives until the next run. */
static const struct pen *follow(struct content *c, const struct piece *piece)
{
    struct pen at = {0, 0};
    c->pens.n = 0;
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        vec_push(c->pdf->a, &c->pens, at);
        at.units += piece->glyphs[i].advance;
        at.spaces += piece->glyphs[i].glue != GLUE_NONE;
    }
    return c->pens.at;
}

/* Where glyph `i` is wanted [1/FONT_EM em]. */
static int64_t wanted(const struct shown *s, uint32_t i)
{
    const struct piece *piece = &s->op->piece;
    struct pen pen = s->wanted[i];
    int upem = face_info(piece->face)->upem;
    int64_t units = pen.units + piece->glyphs[i].dx;
    int64_t at = (units * FONT_EM + (units < 0 ? -upem : upem) / 2) / upem;
    if (pen.spaces == 0)
        return at;
    /* word_space is millipoints on the page: over size and expansion it is ems */
    int64_t em = (int64_t)piece->size * piece->expansion;
    int64_t space = pen.spaces * piece->word_space * (int64_t)FONT_EM * 1000;
    return em ? at + (space + (space < 0 ? -em : em) / 2) / em : at;
}

static void end_hex(struct shown *s)
{
    if (s->hex)
        strbuf_putc(&s->c->out, '>');
    s->hex = false;
}

static void end_array(struct shown *s)
{
    end_hex(s);
    if (s->array)
        strbuf_put(&s->c->out, S("]TJ\n"));
    s->array = false;
}

/* Move the reader's pen to `at`, to the nearest thousandth. What is less than one is left until it
 * adds up: a hundredth of a point at 10 points nobody sees. */
static void move_pen(struct shown *s, int64_t at)
{
    int64_t off = at - s->pen;
    if (off > -TJ_UNIT && off < TJ_UNIT)
        return;
    int64_t step = (off + (off < 0 ? -TJ_UNIT : TJ_UNIT) / 2) / TJ_UNIT;
    end_hex(s);
    put_int(&s->c->out, -step);
    s->pen += step * TJ_UNIT;
}

/* What most glyphs are set apart by: the tracking, where their script has any. A number behind every
 * glyph would say the same in twice the bytes. */
static int64_t spacing_of(const struct shown *s)
{
    const struct piece *piece = &s->op->piece;
    int upem = face_info(piece->face)->upem;
    int64_t spacing = mpt_scale(piece->stretch->tracking * upem / 1000, FONT_EM, upem);
    uint32_t tracked = 0;
    for (uint32_t i = 0; spacing && i < piece->glyph_count; i++) {
        int64_t own = s->font->glyphs.at[s->spelling->glyphs[i].slot].width;
        int64_t off = mpt_scale(piece->glyphs[i].advance, FONT_EM, upem) - own - spacing;
        tracked += off > -TJ_UNIT / 2 && off < TJ_UNIT / 2;
    }
    return 2 * tracked > piece->glyph_count ? spacing : 0;
}

static mpt rise_of(const struct piece *piece, uint32_t i)
{
    int upem = face_info(piece->face)->upem;
    return piece->stretch->rise + mpt_scale(piece->glyphs[i].dy, piece->size, upem);
}

static void show_glyph(struct shown *s, uint32_t i)
{
    struct content *c = s->c;
    const struct piece *piece = &s->op->piece;
    struct spelled code = s->spelling->glyphs[i];
    const struct font_glyph *glyph = &s->font->glyphs.at[code.slot];
    mpt rise = rise_of(piece, i);
    if (code.voice != c->voice || rise != c->rise)
        end_array(s);
    set_font(c, s->op->font, code.voice, piece->size);
    set_rise(c, rise);
    if (!s->array)
        strbuf_putc(&c->out, '[');
    s->array = true;
    move_pen(s, wanted(s, i));
    if (!s->hex)
        strbuf_putc(&c->out, '<');
    s->hex = true;
    put_hex(&c->out, glyph->cid, 4);
    s->pen += glyph->width + s->spacing;
}

/* Begin to show what `aside` describes. A new text object begins at the start of the run, and so
 * does a new run (`fresh`); else the reader's pen stays where it is. */
static void begin_part(struct shown *s, struct aside aside, bool fresh)
{
    struct content *c = s->c;
    const struct piece *piece = &s->op->piece;
    end_array(s);
    content_open(c, aside);
    content_fill(c, s->op->colour);
    if (fresh || !c->in_text) {
        set_place(c, s->op->x, pdf_y(c->page, s->op->y + piece->stretch->rise));
        s->pen = 0;
    }
    set_expansion(c, piece->expansion);
    set_spacing(c, s->spacing, piece->size);
}

/* The marks that their letters say, on top of the run that is done. */
static void show_late(struct shown *s)
{
    content_begin_artifact(s->c);
    set_place(s->c, s->op->x, pdf_y(s->c->page, s->op->y + s->op->piece.stretch->rise));
    s->pen = 0;
    for (uint32_t i = 0; i < s->op->piece.glyph_count; i++)
        if (s->spelling->glyphs[i].late)
            show_glyph(s, i);
    end_array(s);
    content_end_artifact(s->c);
}

static void show_range(struct shown *s, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (!s->spelling->glyphs[i].late)
            show_glyph(s, i);
}

static void show_forwards(struct shown *s, struct aside own)
{
    size_t spans = own.actual ? 0 : s->spelling->spans.n;
    uint32_t at = 0, n = s->op->piece.glyph_count;
    for (size_t i = 0; i < spans; i++) {
        const struct respelled *span = &s->spelling->spans.at[i];
        show_range(s, at, span->first);
        begin_part(s, (struct aside){&span->text, own.lang}, false);
        show_range(s, span->first, span->end);
        if (span->end < n)
            begin_part(s, own, false);
        at = span->end;
    }
    show_range(s, at, n);
}

/* Readers that begin a new item with every font (pdf.js, PDFium) put items one behind the other: so
 * parts in different voices come in the order of the text, from the right. */
static void show_backwards(struct shown *s)
{
    const struct spelled *glyphs = s->spelling->glyphs;
    for (uint32_t to = s->op->piece.glyph_count, from; to > 0; to = from) {
        from = to - 1;
        while (from > 0 &&
               (glyphs[from - 1].late || glyphs[from - 1].voice == glyphs[from].voice))
            from--;
        show_range(s, from, to);
    }
}

void content_glyphs(struct content *c, const struct op *op, const struct spelling *spelling)
{
    struct aside own = {spelling->told ? NULL : op->actual, op->piece.stretch->lang};
    struct shown s = {
        .c = c, .op = op, .font = &c->pdf->fonts[op->font], .spelling = spelling};
    s.wanted = follow(c, &op->piece);
    s.spacing = spacing_of(&s);
    begin_part(&s, own, true);
    if (op->piece.rtl)
        show_backwards(&s);
    else
        show_forwards(&s, own);
    end_array(&s);
    if (spelling->late)
        show_late(&s);
}
