/* SPDX-License-Identifier: MIT */
/* para/walk.c — widths of a shaped text, summed up from its beginning in one go. */
#include "para/walk.h"

struct walk walk_begin(const struct shaped *shaped, const struct stretch *stretches)
{
    return (struct walk){.shaped = shaped, .stretches = stretches, .run = shaped->runs};
}

/* Advance × size × scale / upem, as struct piece says. */
static int64_t length_of(const struct walk *w, int64_t units)
{
    const struct run *run = w->run;
    if (units == 0)
        return 0;
    mpt size = w->stretches[run->stretch].size;
    if (run->scale != 1000)
        size = mpt_scale(size, run->scale, 1000);
    return mpt_scale_sum(units, size, face_info(run->face)->upem);
}

/* From word to word it is the same until a space is passed. */
static int64_t spaces_of(struct walk *w)
{
    if (w->space_units != w->summed_units) {
        w->summed_units = w->space_units;
        w->summed = length_of(w, w->space_units);
    }
    return w->summed;
}

static struct text_span sum(struct walk *w)
{
    struct text_span s = w->before;
    int64_t width = length_of(w, w->units);
    s.width += width;
    if (!(w->stretches[w->run->stretch].flags & STRETCH_CODE))
        s.elastic += width;
    s.spaces += spaces_of(w);
    s.ideographs += length_of(w, w->ideograph_units);
    return s;
}

static void next_run(struct walk *w)
{
    w->before = sum(w);
    w->run++;
    w->glyph = 0;
    w->units = w->space_units = w->ideograph_units = w->summed_units = 0;
    w->summed = 0;
}

static void pass(struct walk *w, const struct glyph *g)
{
    w->units += g->advance;
    w->before.glue += g->glue != GLUE_NONE;
    if (g->glue == GLUE_SPACE)
        w->space_units += g->advance;
    if (g->glue == GLUE_IDEOGRAPH)
        w->ideograph_units += g->advance;
}

struct text_span walk_to(struct walk *w, uint32_t offset)
{
    const struct run *end = w->shaped->runs + w->shaped->run_count;
    for (; w->run < end; next_run(w)) {
        const struct run *run = w->run;
        for (; w->glyph < run->glyph_count; w->glyph++) {
            uint32_t at = run->level % 2 ? run->glyph_count - 1 - w->glyph : w->glyph;
            if (run->glyphs[at].cluster >= offset)
                return sum(w);
            pass(w, &run->glyphs[at]);
        }
        if (offset <= run->to)
            return sum(w);
    }
    return w->before;
}
