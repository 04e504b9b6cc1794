/* SPDX-License-Identifier: MIT */
/* text/line.c — one line: what the breaks touch is shaped again, pieces stand in visual order. */
#include "text/line.h"

#include "text/shaping.h"

/* A line in the making. Pieces are in logical order until reorder(). */
struct setting {
    struct arena *a;
    struct text_cache *cache; /* its `placed` has the pieces */
    const struct shaped *shaped;
    const struct stretch *stretches;
    const struct line_fit *fit;
    uint32_t from, to;  /* bytes, the blanks at the end left out */
    uint32_t blanks_to; /* end of these blanks; `to` once they are placed */
};

static mpt width_of(const struct setting *s, const struct run *run,
                    const struct glyph *glyphs, size_t n, int expansion)
{
    int64_t glue = 0;
    for (size_t i = 0; i < n; i++)
        glue += glyphs[i].glue != GLUE_NONE;
    return mpt_from_sum(run_length(run, s->stretches, sum_advances(glyphs, n), expansion) +
                        glue * s->fit->word_space);
}

static void add_piece(struct setting *s, const struct run *run, const struct glyph *glyphs,
                      uint32_t n, struct str text)
{
    const struct stretch *stretch = &s->stretches[run->stretch];
    bool code = (stretch->flags & STRETCH_CODE) != 0;
    struct placed *p = vec_add(s->cache->a, &s->cache->placed);
    p->level = run->level;
    p->piece = (struct piece){.face = run->face,
                              .glyphs = glyphs,
                              .glyph_count = n,
                              .text = text,
                              .stretch = stretch,
                              .rtl = run->level % 2,
                              .size = run_size(run, s->stretches),
                              .expansion = code ? 1000 : s->fit->expansion,
                              .word_space = s->fit->word_space,
                              .missing = run->missing};
    p->piece.width = width_of(s, run, glyphs, n, p->piece.expansion);
}

/* Glyphs that are put together for one piece, in logical order of their parts. */
struct assembly {
    struct glyph *at;
    uint32_t n, room;
    bool rtl;
};

/* Put `n` glyphs behind those there are: to the right, or in front in a run right to left. */
static void assemble(struct assembly *to, const struct glyph *glyphs, size_t n)
{
    if (to->rtl)
        for (size_t i = to->n; i-- > 0;)
            to->at[i + n] = to->at[i];
    for (size_t i = 0; i < n; i++)
        to->at[to->rtl ? i : to->n + i] = glyphs[i];
    to->n += (uint32_t)n;
}

/* How a part of a run is made: characters [from, head) and [tail, to) are shaped again. */
struct seams {
    uint32_t from, head, tail, to; /* characters */
    bool hyphen;
};

static struct seams seams_of(const struct setting *s, const struct run *run, uint32_t from,
                             uint32_t to)
{
    const struct shaped *shaped = s->shaped;
    struct seams out = {char_at(shaped, from), 0, 0, char_at(shaped, to), false};
    out.hyphen = s->fit->hyphen && to == s->to;
    out.head = out.from;
    out.tail = out.to;
    if (from > run->from && !is_safe(shaped, run, from))
        out.head = safe_after(shaped, run, out.from);
    if (to == s->to && (out.hyphen || !is_safe(shaped, run, to)))
        out.tail = safe_before(shaped, run, out.to);
    if (out.head > out.tail || out.tail < out.from) /* the ends meet: all of it again */
        out.head = out.tail = out.from;
    return out;
}

static void reshape(const struct setting *s, const struct run *run, struct part part,
                    struct assembly *to)
{
    const struct shaping *how = s->shaped->how;
    struct text_cache *cache = how->cache;
    if (part.from == part.to)
        return;
    shape_part(cache, how->stretches, &how->drawn, &how->items[run - s->shaped->runs],
               part);
    struct glyph *grown = arena_many(s->a, to->n + cache->glyphs.n, struct glyph);
    for (uint32_t i = 0; i < to->n; i++)
        grown[i] = to->at[i];
    to->at = grown;
    assemble(to, cache->glyphs.at, cache->glyphs.n);
}

/* The hyphen gets a piece of its own, for which the author wrote nothing. */
static void add_hyphenated(struct setting *s, const struct run *run, struct assembly glyphs,
                           struct str text)
{
    uint32_t n = 0; /* glyphs of the hyphen, at the end of the line's side */
    while (n < glyphs.n && glyphs.at[glyphs.rtl ? n : glyphs.n - 1 - n].cluster >= s->to)
        n++;
    add_piece(s, run, glyphs.rtl ? glyphs.at + n : glyphs.at, glyphs.n - n, text);
    if (n)
        add_piece(s, run, glyphs.rtl ? glyphs.at : glyphs.at + (glyphs.n - n), n, S(""));
}

/* Where nothing was shaped again, the blanks stand behind the last piece's glyphs already. */
static void append_blanks(struct setting *s, const struct run *run, uint32_t from)
{
    if (run->level > 0 || s->shaped->rtl || run->to < s->blanks_to)
        return;
    struct piece *p = &vec_last(&s->cache->placed)->piece;
    p->glyph_count += glyphs_between(run, s->to, s->blanks_to).n;
    p->text = str_sub(s->shaped->text, from, s->blanks_to);
    s->blanks_to = s->to;
}

/* Bytes [from, to) of `run`. */
static void add_run(struct setting *s, const struct run *run, uint32_t from, uint32_t to)
{
    const struct drawn *drawn = &s->shaped->how->drawn;
    struct str text = str_sub(s->shaped->text, from, to);
    struct seams c = seams_of(s, run, from, to);
    struct glyph_slice middle = glyphs_between(run, drawn->at[c.head], drawn->at[c.tail]);
    if (c.head == c.from && c.tail == c.to) {
        add_piece(s, run, middle.at, middle.n, text);
        if (to == s->to)
            append_blanks(s, run, from);
        return;
    }
    struct assembly glyphs = {.rtl = run->level % 2};
    reshape(s, run, (struct part){.from = c.from, .to = c.head}, &glyphs);
    struct glyph *grown = arena_many(s->a, glyphs.n + middle.n, struct glyph);
    for (uint32_t i = 0; i < glyphs.n; i++)
        grown[i] = glyphs.at[i];
    glyphs.at = grown;
    assemble(&glyphs, middle.at, middle.n);
    uint32_t hyphen = c.hyphen ? hyphen_of(run->face) : 0;
    reshape(s, run, (struct part){c.tail, c.to, to == s->to, hyphen}, &glyphs);
    add_hyphenated(s, run, glyphs, text);
}

static void add_runs(struct setting *s)
{
    const struct shaped *shaped = s->shaped;
    const struct run *end = shaped->runs + shaped->run_count;
    if (s->from == s->to)
        return;
    for (const struct run *r = run_at(shaped, s->from); r && r < end && r->from < s->to;
         r++) {
        uint32_t from = r->from > s->from ? r->from : s->from;
        uint32_t to = r->to < s->to ? r->to : s->to;
        if (from < to)
            add_run(s, r, from, to);
    }
}

/* UAX 9, L2: from the highest level down to the lowest odd one, turn what is not below it. */
static void reorder(struct placed *at, size_t n)
{
    int highest = 0;
    for (size_t i = 0; i < n; i++)
        highest = at[i].level > highest ? at[i].level : highest;
    for (int level = highest; level > 0; level--)
        for (size_t i = 0, j; i < n; i = j + 1) {
            for (j = i; j < n && at[j].level >= level; j++)
                continue;
            for (size_t l = i, r = j; l + 1 < r; l++, r--) {
                struct placed swap = at[l];
                at[l] = at[r - 1];
                at[r - 1] = swap;
            }
        }
}

/* The blanks that end the line, [s->to, s->blanks_to), at its far side: beyond the right edge, beyond the left
 * one in a paragraph right to left (UAX 9, L1). They keep their glyphs, so that words never run
 * together when text is taken from the page, and add no width. */
static void add_blanks(struct setting *s, mpt width)
{
    const struct shaped *shaped = s->shaped;
    const struct run *end = shaped->runs + shaped->run_count;
    uint32_t to = s->blanks_to;
    mpt left = 0;
    for (const struct run *r = run_at(shaped, s->to); r && r < end && r->from < to; r++) {
        uint32_t from = r->from > s->to ? r->from : s->to, till = r->to < to ? r->to : to;
        struct glyph_slice blank = glyphs_between(r, from, till);
        if (from >= till)
            continue;
        add_piece(s, r, blank.at, blank.n, str_sub(shaped->text, from, till));
        struct piece *p = &vec_last(&s->cache->placed)->piece;
        left -= p->width;
        p->x = shaped->rtl ? left : width;
        width += p->width;
    }
}

/* How far the spaces are from their natural width [thousandths of it]. */
static int looseness(const struct setting *s)
{
    if (s->fit->word_space == 0)
        return 0;
    struct text_span span = text_span(s->shaped, s->stretches, s->from, s->to);
    int64_t natural = span.spaces, added = (int64_t)s->fit->word_space * span.glue;
    return natural > 0 ? (int)(added * 1000 / natural) : 0;
}

/* Give the pieces their places from the left; gives the width of all. */
static mpt place(struct setting *s)
{
    mpt x = 0;
    for (size_t i = 0; i < s->cache->placed.n; i++) {
        s->cache->placed.at[i].piece.x = x;
        x = mpt_from_sum((int64_t)x + s->cache->placed.at[i].piece.width);
    }
    if (s->cache->placed.n == 0 || s->shaped->rtl)
        return x;
    /* Nothing follows an ideograph that ends the line. */
    struct glyph_slice last =
        glyphs_between(run_at(s->shaped, s->to - 1),
                       s->shaped->how->drawn.at[char_at(s->shaped, s->to) - 1], s->to);
    bool open = last.n && last.at[last.n - 1].glue == GLUE_IDEOGRAPH;
    return open ? x - s->fit->word_space : x;
}

struct line text_line(struct arena *a, const struct shaped *shaped,
                      const struct stretch *stretches, uint32_t from, uint32_t to,
                      const struct line_fit *fit)
{
    struct text_cache *cache = shaped->how->cache;
    struct setting s = {a, cache, shaped, stretches, fit, 0, 0, 0};
    cache->placed.n = 0;
    s.from = from;
    s.to = content_end(shaped, from, to);
    s.blanks_to = to;
    add_runs(&s);
    reorder(cache->placed.at, cache->placed.n);
    struct line line = {.from = from, .to = to, .hyphenated = fit->hyphen};
    line.width = place(&s);
    line.stretch = looseness(&s);
    line.last = to >= shaped->text.n;
    add_blanks(&s, line.width);
    struct piece *pieces = arena_many(a, cache->placed.n, struct piece);
    for (size_t i = 0; i < cache->placed.n; i++)
        pieces[i] = cache->placed.at[i].piece;
    line.pieces = pieces;
    line.piece_count = (uint32_t)cache->placed.n;
    return line;
}

/* --- the glyphs at both sides of a line -------------------------------------------------------- */

/* The run at one side of a line. Those of a higher level than the paragraph's are turned as a whole,
 * so that of several the farthest from that side in logical order comes to stand there. */
static const struct run *outermost(const struct shaped *shaped, uint32_t from, uint32_t to,
                                   bool right)
{
    const struct run *first = run_at(shaped, from), *last = run_at(shaped, to - 1);
    bool at_start = right == shaped->rtl; /* of the text */
    const struct run *r = at_start ? first : last;
    while (r && r->level > shaped->rtl) {
        const struct run *next = at_start ? r + 1 : r - 1;
        if (next < first || next > last || next->level <= shaped->rtl)
            break;
        r = next;
    }
    return r;
}

static struct text_edge edge(const struct shaped *shaped, const struct stretch *stretches,
                             uint32_t from, uint32_t to, bool right)
{
    struct text_edge out = {0};
    to = content_end(shaped, from, to);
    const struct run *r = from < to ? outermost(shaped, from, to, right) : NULL;
    if (!r)
        return out;
    struct glyph_slice glyphs =
        glyphs_between(r, r->from > from ? r->from : from, r->to < to ? r->to : to);
    if (!glyphs.n)
        return out;
    const struct glyph *g = &glyphs.at[right ? glyphs.n - 1 : 0];
    out.face = r->face;
    out.advance = mpt_from_sum(run_length(r, stretches, g->advance, 1000));
    out.codepoint = shaped->how->drawn.codepoint[char_at(shaped, g->cluster)];
    return out;
}

struct text_edge text_edge_left(const struct shaped *shaped,
                                const struct stretch *stretches, uint32_t from, uint32_t to)
{
    return edge(shaped, stretches, from, to, false);
}

struct text_edge text_edge_right(const struct shaped *shaped,
                                 const struct stretch *stretches, uint32_t from,
                                 uint32_t to)
{
    return edge(shaped, stretches, from, to, true);
}

struct text_edge text_edge_hyphen(const struct shaped *shaped,
                                  const struct stretch *stretches, uint32_t at)
{
    struct text_edge out = {0};
    hb_codepoint_t glyph;
    const struct run *r = at > 0 ? run_at(shaped, at - 1) : NULL;
    if (!r || !hb_font_get_nominal_glyph(face_hb_font(r->face), hyphen_of(r->face), &glyph))
        return out;
    out.face = r->face;
    out.advance =
        mpt_from_sum(run_length(r, stretches, face_advance(r->face, glyph), 1000));
    out.codepoint = hyphen_of(r->face);
    return out;
}
