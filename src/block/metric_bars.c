/* SPDX-License-Identifier: MIT */
/* block/metric_bars.c — before and after a change: two bars, or words with a triangle. */
#include "base/arena.h"
#include "block/metric_tile.h"
#include "block/path.h"
#include "block/rich.h"

#define BAR PT(4.5) /* height of a bar */
#define BAR_GAP PT(4)
#define BAR_LABEL_GAP PT(3.5)
#define BAR_FULL 690 /* of the tile: the longer bar [thousandths] */
#define BAR_LONGEST PT(112)
#define BAR_SHORTEST PT(8)
#define BAR_OUTLINE PT(0.5)
#define BAR_CLOSE 30        /* closer values are told in words [thousandths] */
#define DETAIL_DROP PT(5.6) /* label to bars */
#define WORDS_DROP PT(3)
#define TRIANGLE_WIDTH PT(4.6)
#define TRIANGLE_HEIGHT PT(4)
#define TRIANGLE_GAP PT(2.6)
#define TRIANGLE_LINE PT(0.8)

static mpt magnitude(int64_t milli)
{
    return (mpt)(milli < 0 ? -milli : milli);
}

/* "10k → 2M rps" as a whole is the numeral. */
static bool says_both(const struct metric *m)
{
    struct str shown = str_empty(m->number) ? m->value : m->number;
    return str_find(shown, S("→"), 0) < shown.n;
}

static enum detail detail_of(const struct setter *s, const struct metric *m)
{
    if (str_empty(m->from) || str_empty(m->to) || says_both(m))
        return DETAIL_NONE;
    if (!m->has_bars || !s->look->metrics_bars || m->from_milli < 0 || m->to_milli < 0 ||
        m->from_milli > INT32_MAX || m->to_milli > INT32_MAX)
        return DETAIL_WORDS;
    int64_t larger = m->from_milli > m->to_milli ? m->from_milli : m->to_milli;
    int64_t apart = magnitude(m->from_milli - m->to_milli);
    return larger == 0 || apart * 1000 < larger * BAR_CLOSE ? DETAIL_WORDS : DETAIL_BARS;
}

static struct setting set_bar_label(struct setter *s, struct str text, bool after)
{
    struct rich rich = {{0}};
    struct stretch st = rich_stretch(s, text, ROLE_BAR);
    st.flags |= STRETCH_METRIC | STRETCH_NO_BREAK;
    st.colour = after ? s->look->text_colour : s->look->secondary;
    if (after)
        st.face.weight = METRIC_STRONG;
    rich_put(s, &rich, st);
    struct par_params p = set_params(s, ROLE_BAR, s->look->wide);
    p.align = PAR_RAGGED;
    p.rtl = false;
    return set_text(s, &rich, ROLE_BAR, &p);
}

void detail_set(struct setter *s, struct tile *tile)
{
    const struct metric *m = tile->metric;
    tile->detail = detail_of(s, m);
    if (tile->detail == DETAIL_BARS) {
        tile->before = set_bar_label(s, m->from, false);
        tile->after = set_bar_label(s, m->to, true);
    } else if (tile->detail == DETAIL_WORDS) {
        struct str said = str_fmt(s->a, "%.*s → %.*s", STR(m->from), STR(m->to));
        struct rich rich = rich_text(s, said, ROLE_LABEL);
        for (size_t i = 0; i < rich.list.n; i++)
            rich.list.at[i].flags |= STRETCH_METRIC;
        mpt room = tile->width - TRIANGLE_WIDTH - TRIANGLE_GAP;
        tile->words = set_role(s, &rich, ROLE_LABEL, room);
    }
}

mpt detail_height(const struct tile *tile)
{
    switch (tile->detail) {
    case DETAIL_BARS:
        return DETAIL_DROP + 2 * BAR + BAR_GAP;
    case DETAIL_WORDS:
        return WORDS_DROP + tile->words.height;
    case DETAIL_NONE:
        break;
    }
    return 0;
}

/* Left edge of something `w` wide, `x` from the start side of the tile. */
static mpt at_start(const struct setter *s, const struct tile *tile, mpt x, mpt w)
{
    return s->study->rtl ? tile->width - x - w : x;
}

static void mark_bar(struct setter *s, struct marks *m, struct rect bar, bool after)
{
    struct ink ink = ink_fill(s->look->accent);
    if (!after) {
        bar = (struct rect){bar.x + BAR_OUTLINE / 2, bar.y + BAR_OUTLINE / 2,
                            mpt_max(bar.w - BAR_OUTLINE, 1), bar.h - BAR_OUTLINE};
        ink = (struct ink){
            .fill = s->look->paper_tone, .stroke = s->look->tertiary, .width = BAR_OUTLINE};
    }
    struct rect here = {0, 0, bar.w, bar.h};
    marks_path(s, m, path_rect(s->a, here, ink), (struct point){bar.x, bar.y});
}

static mpt line_width(const struct setting *t)
{
    return t->lines.count > 0 ? t->lines.at[0].width : 0;
}

/* The bars of a tile, before and after. */
struct bars {
    mpt length[2];
    const struct setting *label[2];
};

static int64_t larger_of(const struct metric *m)
{
    return m->from_milli > m->to_milli ? m->from_milli : m->to_milli;
}

/* What a bar that stands for `milli` leaves the longer one: its label stands behind it. */
static mpt room_beside(const struct tile *tile, const struct setting *label, int64_t milli)
{
    mpt room = mpt_max(tile->width - BAR_LABEL_GAP - line_width(label), 0);
    if (milli <= 0)
        return MPT_MAX;
    int64_t full = (int64_t)room * larger_of(tile->metric) / milli;
    return full < MPT_MAX ? (mpt)full : MPT_MAX;
}

mpt detail_bar_room(const struct tile *tile)
{
    const struct metric *m = tile->metric;
    mpt full = mpt_min(mpt_scale(tile->width, BAR_FULL, 1000), BAR_LONGEST);
    full = mpt_min(full, room_beside(tile, &tile->before, m->from_milli));
    full = mpt_min(full, room_beside(tile, &tile->after, m->to_milli));
    return mpt_max(full, BAR_SHORTEST);
}

static struct bars bars_of(const struct tile *tile)
{
    const struct metric *m = tile->metric;
    int64_t larger = larger_of(m);
    return (struct bars){
        {mpt_max(mpt_scale(tile->bar, m->from_milli, larger), BAR_OUTLINE),
         mpt_max(mpt_scale(tile->bar, m->to_milli, larger), BAR_OUTLINE)},
        {&tile->before,               &tile->after               },
    };
}

static void mark_bars(struct setter *s, struct marks *m, const struct tile *tile,
                      struct point at)
{
    struct bars bars = bars_of(tile);
    mpt y = at.y + DETAIL_DROP;
    for (size_t i = 0; i < 2; i++, y += BAR + BAR_GAP) {
        mpt x = at.x + at_start(s, tile, 0, bars.length[i]);
        mark_bar(s, m, (struct rect){x, y, bars.length[i], BAR}, i == 1);
    }
}

static void mark_bar_labels(struct setter *s, struct marks *m, const struct tile *tile,
                            struct point at)
{
    struct bars bars = bars_of(tile);
    mpt rise = set_centre(s, ROLE_BAR, s->look->roles[ROLE_BAR].size);
    mpt y = at.y + DETAIL_DROP + BAR / 2 + rise;
    for (size_t i = 0; i < 2; i++, y += BAR + BAR_GAP) {
        const struct setting *label = bars.label[i];
        mpt inset = bars.length[i] + BAR_LABEL_GAP;
        mpt x = at.x + at_start(s, tile, inset, line_width(label));
        if (label->lines.count > 0)
            marks_line(s, m, &label->lines.at[0], (struct point){x, y}, tile->tag);
    }
}

/* Up or down by shape, better or worse by fill; grey where nobody can tell which. */
void change_mark(struct setter *s, struct marks *m, const struct metric *metric,
                 struct point base, mpt w)
{
    mpt h = mpt_scale(w, TRIANGLE_HEIGHT, TRIANGLE_WIDTH);
    bool up = metric->direction == CHANGE_UP;
    struct point corners[] = {
        {0,     up ? 0 : -h},
        {w,     up ? 0 : -h},
        {w / 2, up ? -h : 0}
    };
    struct ink ink = ink_fill(s->look->accent);
    if (metric->good == VERDICT_UNKNOWN)
        ink = ink_fill(s->look->secondary);
    else if (metric->good == VERDICT_BAD)
        ink = ink_stroke(s->look->secondary, TRIANGLE_LINE);
    marks_path(s, m, path_polygon(s->a, corners, countof(corners), ink), base);
}

static bool has_sign(const struct metric *metric)
{
    static const char *const signs[] = {"+", "-", "\u2212", "\u2013"};
    struct str shown = str_empty(metric->number) ? metric->value : metric->number;
    for (size_t i = 0; i < countof(signs); i++)
        if (str_starts(shown, str_from(signs[i])))
            return true;
    return false;
}

/* "cut by 38 MB" has lost its verb above a label: "38 MB, app size" would be what is left of it. */
bool change_shown(const struct metric *metric)
{
    bool says_itself = has_sign(metric) || !str_empty(metric->from);
    return metric->direction != CHANGE_NONE &&
           (metric->good != VERDICT_UNKNOWN || !says_itself);
}

static bool has_triangle(const struct tile *tile)
{
    return tile->detail == DETAIL_WORDS && change_shown(tile->metric);
}

void detail_mark_shapes(struct setter *s, struct marks *m, const struct tile *tile,
                        struct point at)
{
    if (tile->detail == DETAIL_BARS)
        mark_bars(s, m, tile, at);
    if (!has_triangle(tile))
        return;
    mpt x = at.x + at_start(s, tile, 0, TRIANGLE_WIDTH);
    mpt y = at.y + WORDS_DROP + tile->words.baseline - PT(0.6);
    change_mark(s, m, tile->metric, (struct point){x, y}, TRIANGLE_WIDTH);
}

void detail_mark_words(struct setter *s, struct marks *m, const struct tile *tile,
                       struct point at)
{
    if (tile->detail == DETAIL_BARS)
        mark_bar_labels(s, m, tile, at);
    if (tile->detail != DETAIL_WORDS)
        return;
    mpt inset = has_triangle(tile) ? TRIANGLE_WIDTH + TRIANGLE_GAP : 0;
    mpt room = tile->width - TRIANGLE_WIDTH - TRIANGLE_GAP;
    struct point text = {at.x + at_start(s, tile, inset, room), at.y + WORDS_DROP};
    marks_setting(s, m, &tile->words, text, tile->tag);
}
