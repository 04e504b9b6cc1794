/* SPDX-License-Identifier: MIT */
/* para/par.c — shaped text to even lines. */
#include "base/arena.h"
#include "para/balance.h"
#include "para/items.h"
#include "para/para.h"
#include "para/set.h"

/* Demerits and tolerances, on TeX's scale. */
#define LINE_PENALTY 10
#define ADJACENT 40000      /* a tight line beside a very loose one */
#define DOUBLE_HYPHEN 20000 /* two hyphens in a row */
#define RUNT_COST 10000
#define NEVER 100000000  /* a third hyphen in a row, one before the last line, a runt */
#define ACCEPTABLE NEVER /* lines that cost more are tried again at a greater tolerance */
/* Justified lines of a greater tolerance do not reach the edge. In a column so wide all others do:
 * rather a runt there [em]. */
#define WIDE_COLUMN 30
#define RUNT_WIDE (NEVER / 2)
#define RUNT_WIDTH 330 /* [thousandths of the measure] shorter last lines cost */
#define RUNT_LEAST 150 /* shorter ones and single words are avoided */

#define JUSTIFY_LEAST 19 /* [em] narrower columns are ragged: about 45 characters */
#define RAG 3            /* [em] as far from full as a ragged line can be borne */
/* Lines that end before this may part words [thousandths of the measure]. */
#define RAG_HYPHEN 780
#define EVEN_TOLERANCE 600 /* of justified lines: wider spaces would not be drawn as wide */
#define RAG_LOOSE 800      /* tolerance of a rag with hyphens */

/* What is needed to break one paragraph. */
struct breaking {
    struct par_text text;
    enum par_align align; /* as it will be set */
    struct par_items items;
    struct knuth_params knuth;
};

static enum par_align align_for(const struct par_params *p)
{
    bool narrow = (int64_t)p->measure - p->hang < (int64_t)p->em * JUSTIFY_LEAST;
    return p->align == PAR_JUSTIFY && narrow ? PAR_RAGGED : p->align;
}

static void add_pass(struct knuth_params *k, int tolerance, bool hyphenate,
                     int64_t emergency)
{
    k->pass[k->passes++] = (struct knuth_pass){tolerance, hyphenate, emergency};
}

/* The penalties keep hyphens rare; a pass without them only made lines uneven. */
static void justified_passes(struct knuth_params *k)
{
    add_pass(k, EVEN_TOLERANCE, true, 0);
    add_pass(k, KNUTH_BAD, true, 0);
}

/* First without hyphens, if no line need end so early that it may have one. */
static void ragged_passes(struct knuth_params *k, const struct par_params *p)
{
    int64_t room = k->measure * (1000 - RAG_HYPHEN) / 1000;
    k->stretch = (int64_t)p->em * RAG;
    k->hyphen_below = k->measure * RAG_HYPHEN / 1000;
    add_pass(k, knuth_badness(room > 0 ? room : 0, k->stretch), false, 0);
    add_pass(k, RAG_LOOSE, true, 0);
    add_pass(k, KNUTH_BAD, true, 0);
}

static struct knuth_params knuth_for(const struct par_params *p, enum par_align align)
{
    bool wide = align == PAR_JUSTIFY &&
                (int64_t)p->measure - p->hang >= (int64_t)p->em * WIDE_COLUMN;
    struct knuth_params k = {
        .rules = align == PAR_JUSTIFY ? KNUTH_EVEN : KNUTH_RAGGED,
        .measure = (int64_t)p->measure - p->hang,
        .lack = p->em,
        .line_penalty = LINE_PENALTY,
        .adjacent = align == PAR_JUSTIFY ? ADJACENT : 0,
        .double_flag = DOUBLE_HYPHEN,
        .final_flag = NEVER,
        .looseness = p->looseness,
        .triple_hyphen = NEVER,
        .runt_cost = RUNT_COST,
        .runt_never = wide ? RUNT_WIDE : NEVER,
        .acceptable = ACCEPTABLE,
    };
    k.runt_width = k.measure * RUNT_WIDTH / 1000;
    k.runt_least = k.measure * RUNT_LEAST / 1000;
    if (align == PAR_JUSTIFY)
        justified_passes(&k);
    else
        ragged_passes(&k, p);
    return k;
}

static void narrow_to(struct breaking *b, int64_t measure)
{
    struct knuth_params *k = &b->knuth;
    k->measure = measure;
    k->stretch = measure / 2;
    k->hyphen_below = 0;
    k->looseness = 0;
    k->passes = 0;
    add_pass(k, KNUTH_BAD, false, 0);
}

/* In the narrowest measure that needs no more lines, every line is nearly full; even the last,
 * whose free end is taken away, unless that is all there is. Where lines that could end at hyphens
 * do not, as they cost, one more stands in a measure that was too wide for it. */
static struct knuth_result balance(struct arena *a, struct breaking *b)
{
    struct balanced even = balance_measure(a, &b->items, b->knuth.measure);
    narrow_to(b, even.measure);
    struct knuth_result r = knuth_break(a, b->items.at, b->items.n, &b->knuth);
    if (r.count <= even.lines || even.whole >= even.measure)
        return r;
    narrow_to(b, even.whole);
    return knuth_break(a, b->items.at, b->items.n, &b->knuth);
}

static enum items_mode mode_for(enum par_align align)
{
    switch (align) {
    case PAR_JUSTIFY:
        return ITEMS_ELASTIC;
    case PAR_RAGGED:
    case PAR_END:
    case PAR_CENTER:
        return ITEMS_RIGID;
    case PAR_BALANCED:
        break;
    }
    return ITEMS_WHOLE;
}

/* A column of ideographs stands on a grid: they are spaced, never scaled. */
static int expansion_for(const struct shaped *shaped, const struct stretch *stretches,
                         const struct par_params *params)
{
    if (params->expansion == 0)
        return 0;
    struct text_span all = text_span(shaped, stretches, 0, (uint32_t)shaped->text.n);
    return all.ideographs * 2 > all.width ? 0 : params->expansion;
}

static struct breaking prepare(struct arena *a, const struct shaped *shaped,
                               const struct stretch *stretches,
                               const struct par_params *params)
{
    struct breaking b = {
        .text = {shaped, stretches, params, items_space(params),
                 expansion_for(shaped, stretches, params)},
        .align = align_for(params)
    };
    b.items = items_build(a, &b.text, mode_for(b.align));
    b.knuth = knuth_for(params, b.align);
    return b;
}

static struct knuth_result find_breaks(struct arena *a, struct breaking *b)
{
    if (b->align == PAR_BALANCED)
        return balance(a, b);
    return knuth_break(a, b->items.at, b->items.n, &b->knuth);
}

static void tell_overfull(const struct breaking *b, const struct par_cut *cut,
                          struct diags *d)
{
    const struct stretch *s = b->text.stretches;
    uint32_t i = 0;
    size_t at = 0;
    while (i + 1 < b->text.shaped->stretch_count && at + s[i].text.n <= cut->from)
        at += s[i++].text.n;
    struct str text = str_sub(b->text.shaped->text, cut->from, cut->to);
    bool cutoff = text.n > 40;
    if (cutoff)
        text.n = 40;
    while (cutoff && text.n > 0 && ((unsigned char)text.p[text.n] & 0xC0) == 0x80)
        text.n--;
    struct span span = b->text.shaped->stretch_count > 0 ? s[i].span : (struct span){0};
    diag_push(d, D_P0101, span, "the line \"%.*s%s\" is wider than its column", STR(text),
              cutoff ? "\xE2\x80\xA6" : "");
}

static struct par_cut cut_at(const struct breaking *b, const struct knuth_result *r,
                             size_t i)
{
    const struct shaped *shaped = b->text.shaped;
    bool last = i + 1 == r->count;
    const struct item *before = i > 0 ? &b->items.at[r->breaks[i - 1]] : NULL;
    const struct item *item = last ? NULL : &b->items.at[r->breaks[i]];
    return (struct par_cut){
        .from = before ? before->offset : 0,
        .to = item ? item->offset : (uint32_t)shaped->text.n,
        .hyphen = item && item->automatic,
        .first = i == 0,
        .free = item == NULL || item->penalty <= KNUTH_ALWAYS,
        .last = last,
    };
}

static struct par_row *find_rows(struct arena *a, const struct breaking *b,
                                 const struct knuth_result *r)
{
    struct par_row *rows = arena_many(a, r->count, struct par_row);
    for (size_t i = 0; i < r->count; i++) {
        rows[i].cut = cut_at(b, r, i);
        rows[i].room = par_room(&b->text, &rows[i].cut);
    }
    return rows;
}

/* The word space that all these lines can best keep to. */
static int common_space(struct arena *a, const struct par_text *t,
                        const struct par_row *rows, size_t n)
{
    struct even_reach *reach = arena_many(a, n, struct even_reach);
    for (size_t i = 0; i < n; i++)
        reach[i] = par_reach(t, &rows[i].cut, &rows[i].room);
    return even_space(reach, n, t->space);
}

struct lines par_break(struct arena *a, const struct shaped *shaped,
                       const struct stretch *stretches, const struct par_params *params,
                       struct diags *d)
{
    struct arena *scratch = params->scratch ? params->scratch : a;
    struct breaking b = prepare(scratch, shaped, stretches, params);
    struct knuth_result r = find_breaks(scratch, &b);
    struct par_row *rows = find_rows(scratch, &b, &r);
    if (b.align == PAR_JUSTIFY)
        b.text.space = common_space(scratch, &b.text, rows, r.count);
    struct line *lines = arena_many(a, r.count, struct line);
    struct lines out = {.at = lines, .count = (uint32_t)r.count, .demerits = r.clean_total};
    for (size_t i = 0; i < r.count; i++) {
        mpt over = 0;
        lines[i] = par_set(a, &b.text, &rows[i], b.align, &over);
        out.width = mpt_max(out.width, lines[i].width);
        out.hyphens += lines[i].hyphenated;
        if (over == 0)
            continue;
        out.overfull = true;
        tell_overfull(&b, &rows[i].cut, d);
    }
    return out;
}

struct par_count par_count(struct arena *scratch, const struct shaped *shaped,
                           const struct stretch *stretches, const struct par_params *params)
{
    struct arena_mark mark = arena_mark(scratch);
    struct breaking b = prepare(scratch, shaped, stretches, params);
    struct knuth_result r = find_breaks(scratch, &b);
    struct par_count count = {(uint32_t)r.count, r.clean_total};
    arena_rewind(scratch, mark);
    return count;
}

struct par_widths par_widths(const struct shaped *shaped, const struct stretch *stretches)
{
    struct par_widths w = {0};
    uint32_t piece = 0, word = 0, line = 0;
    for (uint32_t at = 1; at <= shaped->text.n; at++) {
        enum text_break kind = (enum text_break)shaped->breaks[at];
        bool end = at == shaped->text.n;
        if (!end &&
            (kind == TEXT_BREAK_NO || kind == TEXT_BREAK_HYPHEN || kind == TEXT_BREAK_LAST))
            continue;
        w.min = mpt_max(w.min, text_width(shaped, stretches, piece, at));
        piece = at;
        if (!end && kind != TEXT_BREAK_YES && kind != TEXT_BREAK_MUST)
            continue;
        w.word = mpt_max(w.word, text_width(shaped, stretches, word, at));
        word = at;
        if (!end && kind != TEXT_BREAK_MUST)
            continue;
        w.max = mpt_max(w.max, text_width(shaped, stretches, line, at));
        line = at;
    }
    return w;
}
