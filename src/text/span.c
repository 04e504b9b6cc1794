/* SPDX-License-Identifier: MIT */
/* text/span.c — finds and measures parts of a shaped paragraph. */
#include "text/breaks.h"
#include "text/line.h"
#include "text/shaping.h"

/* No more characters than this are shaped again on one side of a break: a run of which every glyph
 * depends on its neighbour must not make breaking quadratic. */
#define RESHAPE_MAX 48

const struct run *run_at(const struct shaped *shaped, uint32_t offset)
{
    uint32_t low = 0, high = shaped->run_count;
    if (high == 1)
        return shaped->runs;
    while (high - low > 1) {
        uint32_t middle = (low + high) / 2;
        if (shaped->runs[middle].from <= offset)
            low = middle;
        else
            high = middle;
    }
    return high > low ? &shaped->runs[low] : NULL;
}

uint32_t char_at(const struct shaped *shaped, uint32_t offset)
{
    const struct drawn *drawn = &shaped->how->drawn;
    if (offset < drawn->n && drawn->at[offset] == offset)
        return offset; /* nothing but ASCII before it */
    uint32_t low = 0, high = drawn->n;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (drawn->at[middle] < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t content_end(const struct shaped *shaped, uint32_t from, uint32_t to)
{
    const char *text = shaped->text.p;
    while (to > from &&
           (text[to - 1] == ' ' || text[to - 1] == '\n' || text[to - 1] == '\t'))
        to--;
    return to;
}

/* Index of the first glyph that is not before `offset`, in logical order: from the left in runs
 * left to right, from the right in the others. */
static uint32_t glyph_index(const struct run *run, uint32_t offset)
{
    if (offset <= run->from)
        return 0;
    return offset > run->to ? run->glyph_count : run->before[offset - run->from];
}

void count_glyphs(struct arena *a, struct run *run)
{
    uint32_t *before = arena_many(a, run->to - run->from + 1, uint32_t);
    uint32_t at = run->from, last = run->glyph_count - 1;
    bool rtl = run->level % 2;
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        uint32_t cluster = run->glyphs[rtl ? last - i : i].cluster;
        for (; at <= cluster && at <= run->to; at++)
            before[at - run->from] = i;
    }
    for (; at <= run->to; at++)
        before[at - run->from] = run->glyph_count;
    run->before = before;
}

struct glyph_slice glyphs_between(const struct run *run, uint32_t from, uint32_t to)
{
    uint32_t first = glyph_index(run, from), end = to > from ? glyph_index(run, to) : first;
    const struct glyph *at = run->glyphs;
    return (struct glyph_slice){run->level % 2 ? at + (run->glyph_count - end) : at + first,
                                end - first};
}

int64_t sum_advances(const struct glyph *at, size_t n)
{
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += at[i].advance;
    return sum;
}

mpt run_size(const struct run *run, const struct stretch *stretches)
{
    mpt size = stretches[run->stretch].size;
    return run->scale == 1000 ? size : mpt_scale(size, run->scale, 1000);
}

int64_t run_length(const struct run *run, const struct stretch *stretches, int64_t units,
                   int expansion)
{
    if (units == 0)
        return 0;
    int64_t upem = face_info(run->face)->upem;
    return mpt_scale_sum(units * expansion, run_size(run, stretches), upem * 1000);
}

/* Is what is written on both sides of `offset` ASCII? Nothing that is drawn for it is an ideograph. */
static bool between_ascii(const struct shaped *shaped, uint32_t offset)
{
    const char *text = shaped->text.p;
    return offset > 0 && offset < shaped->text.n &&
           !((unsigned char)(text[offset - 1] | text[offset]) & 0x80);
}

bool is_safe(const struct shaped *shaped, const struct run *run, uint32_t offset)
{
    const struct shaping *how = shaped->how;
    if (!between_ascii(shaped, offset)) { /* there are no ideographs */
        uint32_t i = char_at(shaped, offset);
        if (i > 0 && gap_behind(&how->drawn, &how->items[run - shaped->runs], i - 1))
            return false;
    }
    if (offset <= run->from || offset >= run->to)
        return true;
    struct glyph_slice at = glyphs_between(run, offset, offset + 1);
    return at.n > 0 && !at.at[0].unsafe_to_break;
}

uint32_t safe_before(const struct shaped *shaped, const struct run *run, uint32_t i)
{
    const struct shaping *how = shaped->how;
    const struct item *item = &how->items[run - shaped->runs];
    uint32_t first = i - item->from > RESHAPE_MAX ? i - RESHAPE_MAX : item->from;
    while (--i > first && !is_safe(shaped, run, how->drawn.at[i]))
        continue;
    return i;
}

uint32_t safe_after(const struct shaped *shaped, const struct run *run, uint32_t i)
{
    const struct shaping *how = shaped->how;
    const struct item *item = &how->items[run - shaped->runs];
    uint32_t last = item->to - i > RESHAPE_MAX ? i + RESHAPE_MAX : item->to;
    while (++i < last && !is_safe(shaped, run, how->drawn.at[i]))
        continue;
    return i;
}

struct text_span text_span(const struct shaped *shaped, const struct stretch *stretches,
                           uint32_t from, uint32_t to)
{
    struct text_span out = {0};
    if (from >= to)
        return out;
    const struct run *end = shaped->runs + shaped->run_count;
    for (const struct run *r = run_at(shaped, from); r && r < end && r->from < to; r++) {
        struct glyph_slice part = glyphs_between(r, from, to);
        int64_t all = 0, spaces = 0, ideographs = 0;
        for (uint32_t i = 0; i < part.n; i++) {
            int32_t advance = part.at[i].advance;
            all += advance;
            spaces += part.at[i].glue == GLUE_SPACE ? advance : 0;
            ideographs += part.at[i].glue == GLUE_IDEOGRAPH ? advance : 0;
            out.glue += part.at[i].glue != GLUE_NONE;
        }
        int64_t width = run_length(r, stretches, all, 1000);
        out.width += width;
        if (!(stretches[r->stretch].flags & STRETCH_CODE))
            out.elastic += width;
        out.spaces += run_length(r, stretches, spaces, 1000);
        out.ideographs += run_length(r, stretches, ideographs, 1000);
    }
    return out;
}
