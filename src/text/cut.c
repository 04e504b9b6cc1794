/* SPDX-License-Identifier: MIT */
/* text/cut.c — what a break changes on both sides, shaped once for each place that is asked for. */
#include "text/line.h"
#include "text/shaping.h"

static const struct item *item_of(const struct shaped *shaped, const struct run *run)
{
    return &shaped->how->items[run - shaped->runs];
}

/* The kept answers for `offset`, where shaping again is needed. Stays valid until the next call. */
static struct cut *cut_at(const struct shaped *shaped, uint32_t offset)
{
    struct shaping *how = shaped->how;
    struct arena *a = how->cache->a;
    if (!how->cut_of)
        how->cut_of = arena_many(a, shaped->text.n + 1, uint32_t);
    if (how->cut_of[offset])
        return &how->cuts[how->cut_of[offset] - 1];
    if (how->cut_count == how->cut_room) {
        uint32_t room = how->cut_room ? how->cut_room * 2 : 64;
        struct cut *cuts = arena_many(a, room, struct cut);
        for (uint32_t i = 0; i < how->cut_count; i++)
            cuts[i] = how->cuts[i];
        how->cuts = cuts;
        how->cut_room = room;
    }
    how->cut_of[offset] = ++how->cut_count;
    return &how->cuts[how->cut_count - 1];
}

/* Shape `part` of `run` again; gives by how much its advances differ from those of the whole. */
static int32_t difference(const struct shaped *shaped, const struct run *run,
                          struct part part)
{
    const struct shaping *how = shaped->how;
    struct text_cache *cache = how->cache;
    struct glyph_slice before =
        glyphs_between(run, how->drawn.at[part.from], how->drawn.at[part.to]);
    shape_part(cache, how->stretches, &how->drawn, item_of(shaped, run), part);
    return (int32_t)(sum_advances(cache->glyphs.at, cache->glyphs.n) -
                     sum_advances(before.at, before.n));
}

/* What the line before `offset` gains when it ends there, without or with a hyphen. */
static int32_t end_of(const struct shaped *shaped, const struct run *run, uint32_t offset,
                      bool hyphen)
{
    if (!hyphen && is_safe(shaped, run, offset))
        return 0;
    struct cut *cut = cut_at(shaped, offset);
    if (hyphen ? cut->has_hyphen : cut->has_end)
        return hyphen ? cut->hyphen : cut->end;
    uint32_t end = char_at(shaped, offset);
    struct part part = {
        .from = safe_before(shaped, run, end), .to = end, .ends_line = true};
    part.hyphen = hyphen ? hyphen_of(run->face) : 0;
    int32_t units = difference(shaped, run, part);
    if (hyphen)
        cut->has_hyphen = true, cut->hyphen = units;
    else
        cut->has_end = true, cut->end = units;
    return units;
}

static int32_t start_of(const struct shaped *shaped, const struct run *run, uint32_t offset)
{
    if (offset <= run->from || offset >= run->to || is_safe(shaped, run, offset))
        return 0;
    struct cut *cut = cut_at(shaped, offset);
    if (!cut->has_start) {
        uint32_t start = char_at(shaped, offset);
        struct part part = {.from = start, .to = safe_after(shaped, run, start)};
        cut->start = difference(shaped, run, part);
        cut->has_start = true;
    }
    return cut->start;
}

/* True where the last glyph before `offset` is an ideograph that nothing follows on its line. */
static bool ends_in_ideograph(const struct shaped *shaped, const struct run *run,
                              uint32_t offset)
{
    const struct drawn *drawn = &shaped->how->drawn;
    if (!((unsigned char)shaped->text.p[offset - 1] & 0x80))
        return false;
    uint32_t i = char_at(shaped, offset) - 1, last = drawn->at[i];
    if (drawn->codepoint[i] < 0x2E80) /* as shape.c has it */
        return false;
    struct glyph_slice glyphs = glyphs_between(run, last, offset);
    return glyphs.n > 0 && glyphs.at[glyphs.n - 1].glue == GLUE_IDEOGRAPH;
}

static bool is_ascii_ink(char c)
{
    return c > ' ' && (unsigned char)c < 0x80;
}

/* The blank before `at` where it is a single one between letters of one run from left to right, with
 * nothing to be shaped again on either side: nine of ten places where lines end. NULL elsewhere. */
static const struct glyph *plain_blank(const struct shaped *shaped, const struct run *run,
                                       uint32_t at)
{
    const char *text = shaped->text.p;
    if (at < 2 || at >= shaped->text.n || text[at - 1] != ' ' ||
        !is_ascii_ink(text[at - 2]) || !is_ascii_ink(text[at]) || run->level % 2 ||
        run->from > at - 2 || run->to <= at)
        return NULL;
    const struct glyph *end = run->glyphs + run->glyph_count;
    const struct glyph *blank = run->glyphs + run->before[at - 1 - run->from];
    bool single = blank + 1 < end && blank->cluster == at - 1 && blank[1].cluster == at;
    return single && !blank->unsafe_to_break && !blank[1].unsafe_to_break ? blank : NULL;
}

struct text_cut text_cut(const struct shaped *shaped, const struct stretch *stretches,
                         uint32_t at)
{
    struct text_cut out = {0};
    const struct run *around = at > 0 ? run_at(shaped, at - 1) : NULL;
    const struct glyph *plain = around ? plain_blank(shaped, around, at) : NULL;
    if (plain) {
        out.end = out.hyphen =
            mpt_from_sum(-run_length(around, stretches, plain->advance, 1000));
        out.glue = plain->glue != GLUE_NONE;
        return out;
    }
    uint32_t end = content_end(shaped, 0, at);
    struct text_span blank = text_span(shaped, stretches, end, at);
    const struct run *last = end > 0 ? run_at(shaped, end - 1) : NULL;
    const struct run *next = at < shaped->text.n ? run_at(shaped, at) : NULL;
    out.glue = blank.glue;
    int64_t at_end = -blank.width, at_hyphen = at_end;
    if (last) {
        at_end += run_length(last, stretches, end_of(shaped, last, end, false), 1000);
        if (shaped->breaks[at] == TEXT_BREAK_HYPHEN)
            at_hyphen += run_length(last, stretches, end_of(shaped, last, end, true), 1000);
        out.glue += ends_in_ideograph(shaped, last, end);
    }
    out.end = mpt_from_sum(at_end);
    out.hyphen = mpt_from_sum(at_hyphen);
    if (next)
        out.start =
            mpt_from_sum(run_length(next, stretches, start_of(shaped, next, at), 1000));
    return out;
}

mpt text_width(const struct shaped *shaped, const struct stretch *stretches, uint32_t from,
               uint32_t to)
{
    return mpt_from_sum(text_span(shaped, stretches, from, to).width +
                        text_cut(shaped, stretches, from).start +
                        text_cut(shaped, stretches, to).end);
}
