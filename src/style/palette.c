/* SPDX-License-Identifier: MIT */
/* style/palette.c — named accents and sheets of paper. */
#include "base/arena.h"
#include "style/lightness.h"
#include "style/style.h"

#define ACCENT_LIGHTNESS 37000 /* CIE L* of all accents, see palettes.def [thousandths] */

struct palette {
    const char *name;
    uint32_t accent, tint, line, deep;
};

static const struct palette palettes[] = {
#define X(name, accent, tint, line, deep) {name, accent, tint, line, deep},
#include "style/palettes.def"
#undef X
};

static const struct {
    const char *name;
    mpt width, height;
} papers[] = {
    {"a4",     595276, 841890},
    {"letter", 612000, 792000},
};

static void put_number(struct loading *l, size_t slot, enum slot_unit unit, int64_t amount)
{
    l->style->values[slot] =
        (struct slot_value){.set = true, .unit = unit, .amount = amount};
}

void style_put_palette(struct loading *l, struct str name, struct span span)
{
    struct strbuf known = strbuf_at(l->a);
    for (size_t i = 0; i < countof(palettes); i++) {
        const struct palette *p = &palettes[i];
        strbuf_fmt(&known, "%s%s", i ? ", " : "", p->name);
        if (!str_eq(name, str_from(p->name)))
            continue;
        put_number(l, SLOT_accent, UNIT_NONE, p->accent);
        put_number(l, SLOT_tint, UNIT_NONE, p->tint);
        put_number(l, SLOT_line, UNIT_NONE, p->line);
        put_number(l, SLOT_deep, UNIT_NONE, p->deep);
        return;
    }
    l->status = RECTO_BAD_INPUT;
    diag_push_hint(l->d, D_Y0106, span,
                   str_fmt(l->a, "there are %.*s", STR(strbuf_str(&known))),
                   "no palette is called “%.*s”", STR(name));
}

static void move(struct slot_value *v, int64_t by)
{
    if (v->unit == UNIT_PT)
        v->amount += by;
}

/* What is measured from the edge of the sheet, on one that is wider by twice `by` [mpt]. */
static void move_right(struct loading *l, int64_t by)
{
    static const size_t slots[] = {SLOT_left, SLOT_side_left, SLOT_side_width};
    struct style *style = l->style;
    for (size_t i = 0; i < countof(slots); i++) {
        move(&style->values[slots[i]], by);
        for (size_t s = 0; s < style->stages.n; s++)
            for (size_t k = 0; k < style->stages.at[s].knobs.n; k++) {
                struct knob *knob = &style->stages.at[s].knobs.at[k];
                if (knob->slot != slots[i])
                    continue;
                move(&knob->from, by);
                move(&knob->to, by);
            }
    }
}

/* The tones that go with an accent: share of its chroma, lightness [thousandths]. */
static const struct {
    size_t slot;
    int32_t lightness, chroma;
} tones[] = {
    {SLOT_tint, 96300, 70 },
    {SLOT_line, 81000, 280},
    {SLOT_deep, 20000, 600},
};

/* A colour that was written, not one of a palette. */
static bool is_own(const struct style *style, size_t slot)
{
    return style->values[slot].text.n > 0;
}

void style_even_accent(struct loading *l)
{
    struct style *style = l->style;
    uint32_t accent = (uint32_t)style->values[SLOT_accent].amount;
    if (!is_own(style, SLOT_accent) || !style->values[SLOT_even_accent].amount)
        return;
    accent = lightness_move(accent, ACCENT_LIGHTNESS, 1000);
    put_number(l, SLOT_accent, UNIT_NONE, accent);
    for (size_t i = 0; i < countof(tones); i++)
        if (!is_own(style, tones[i].slot))
            put_number(l, tones[i].slot, UNIT_NONE,
                       lightness_move(accent, tones[i].lightness, tones[i].chroma));
}

void style_put_paper(struct loading *l, struct str name, struct span span)
{
    for (size_t i = 0; i < countof(papers); i++) {
        if (!str_eq_nocase(name, str_from(papers[i].name)))
            continue;
        const struct slot_value *width = &l->style->values[SLOT_page_width];
        if (width->set)
            move_right(l, (papers[i].width - width->amount) / 2);
        put_number(l, SLOT_page_width, UNIT_PT, papers[i].width);
        put_number(l, SLOT_page_height, UNIT_PT, papers[i].height);
        return;
    }
    l->status = RECTO_BAD_INPUT;
    diag_push(l->d, D_Y0107, span, "no paper is called “%.*s”", STR(name));
}
