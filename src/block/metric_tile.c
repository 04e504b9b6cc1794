/* SPDX-License-Identifier: MIT */
/* block/metric_tile.c — one metric set large: numeral and label. */
#include "block/metric_tile.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "block/rich.h"

#define NUMERAL_MIN 550 /* a long value is set this small at most [thousandths] */
#define OPTICAL 40      /* numerals hang out to the left [thousandths of their size] */

/* "%" and "×" touch their number. */
static bool touches(struct str unit)
{
    return str_starts(unit, S("%")) || str_starts(unit, S("×")) ||
           str_starts(unit, S("‰")) || str_starts(unit, S("/")) || str_starts(unit, S("+"));
}

static struct rich numeral_text(struct setter *s, const struct metric *m)
{
    struct rich rich = {{0}};
    struct str number = str_empty(m->number) ? m->value : m->number;
    struct str unit = str_empty(m->number) ? S("") : str_trim(m->unit);
    struct stretch st = rich_stretch(s, number, ROLE_NUMERAL);
    st.flags |= STRETCH_METRIC | STRETCH_NO_BREAK | STRETCH_NO_HYPHEN;
    rich_put(s, &rich, st);
    st = rich_stretch(s, unit, ROLE_UNIT);
    if (unit.n > 0 && !touches(unit))
        st.text =
            str_join(s->a, S("\u00A0"), unit); /* at the size of the unit: a thin space */
    st.flags |= STRETCH_NO_BREAK | STRETCH_NO_HYPHEN;
    rich_put(s, &rich, st);
    return rich;
}

static bool same_but_spaces(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    for (;;) {
        while (i < a.n && (a.p[i] == ' ' || str_starts(str_sub(a, i, a.n), S("\u00A0"))))
            i += a.p[i] == ' ' ? 1 : 2;
        while (j < b.n && (b.p[j] == ' ' || str_starts(str_sub(b, j, b.n), S("\u00A0"))))
            j += b.p[j] == ' ' ? 1 : 2;
        if (i >= a.n || j >= b.n)
            return i >= a.n && j >= b.n;
        if (a.p[i++] != b.p[j++])
            return false;
    }
}

/* A value that is too long for its tile is set smaller, all of it. */
static void shrink_to(struct setter *s, struct rich *rich, mpt width)
{
    mpt natural = set_widths(s, rich).max;
    if (natural <= width || natural == 0)
        return;
    mpt ratio = mpt_max(NUMERAL_MIN, mpt_scale(width, 995, natural));
    for (size_t i = 0; i < rich->list.n; i++)
        rich->list.at[i].size = mpt_scale(rich->list.at[i].size, ratio, 1000);
    if (ratio > NUMERAL_MIN)
        return;
    for (size_t i = 0; i < rich->list.n;
         i++) /* as small as it gets: it may take two lines */
        rich->list.at[i].flags &= ~(unsigned)STRETCH_NO_BREAK;
}

/* Letters of a script that is written from right to left. */
static bool has_rtl(struct str text)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        bool digit = (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
        if (c >= 0x590 && c <= 0x8FF && !digit && utf8_is_word(c))
            return true;
    }
    return false;
}

static void set_numeral(struct setter *s, struct tile *tile)
{
    const struct metric *m = tile->metric;
    struct rich rich = numeral_text(s, m);
    struct str drawn = rich_said(s->a, &rich);
    shrink_to(s, &rich, tile->width);
    struct par_params p = set_params(s, ROLE_NUMERAL, tile->width);
    p.rtl = has_rtl(drawn); /* a number is read from left to right, its unit may be not */
    p.align = p.rtl == s->study->rtl ? PAR_RAGGED : PAR_END;
    tile->numeral = set_text(s, &rich, ROLE_NUMERAL, &p);
    tile->value = tile->tag;
    if (!str_empty(m->value) && !same_but_spaces(drawn, m->value)) {
        tile->value = tag_new(s->a, tile->tag, TAG_SPAN);
        tile->value->actual = m->value;
    }
}

static void set_label(struct setter *s, struct tile *tile)
{
    const struct metric *m = tile->metric;
    struct rich rich = {{0}};
    bool named =
        str_eq_nocase(m->label, m->prefix); /* the name alone is all that is known */
    struct rich label = rich_text(s, named ? S("") : m->label, ROLE_LABEL);
    if (!str_empty(m->prefix)) {
        struct stretch st = rich_stretch(s, m->prefix, ROLE_LABEL);
        st.face.weight = METRIC_STRONG;
        st.colour = s->look->text_colour;
        rich_put(s, &rich, st);
        st = rich_stretch(s, label.list.n > 0 ? S(" ") : S(""), ROLE_LABEL);
        rich_put(s, &rich, st);
    }
    rich_join(s, &rich, &label);
    if (!str_empty(m->note)) {
        struct rich note = rich_text(s, m->note, ROLE_LABEL);
        rich_put(s, &rich, rich_stretch(s, rich.list.n > 0 ? S("; ") : S(""), ROLE_LABEL));
        rich_join(s, &rich, &note);
    }
    tile->label = set_role(s, &rich, ROLE_LABEL, tile->width);
    tile->said = rich_said(s->a, &rich);
}

/* Values stand in one row and labels in the next: programs that go by position would read all
 * values first. */
static void say_together(struct setter *s, struct tile *tile)
{
    const struct metric *m = tile->metric;
    struct strbuf b = strbuf_at(s->a);
    if (tile->value == tile->tag || tile->detail == DETAIL_NONE) {
        strbuf_put(&b, m->value);
    } else { /* the value is "from 4 h to 1 h", which is said behind the label */
        struct str unit = str_trim(m->unit);
        bool apart = unit.n > 0 && !touches(unit);
        strbuf_fmt(&b, "%.*s%s%.*s", STR(m->number), apart ? " " : "", STR(unit));
    }
    if (!str_empty(tile->said))
        strbuf_fmt(&b, " %.*s", STR(tile->said));
    if (tile->detail != DETAIL_NONE)
        strbuf_fmt(&b, " %.*s → %.*s", STR(m->from), STR(m->to));
    tile->tag->actual = strbuf_str(&b);
}

struct tile tile_set(struct setter *s, const struct metric *metric, struct tag *parent,
                     mpt width)
{
    struct tile tile = {.metric = metric, .width = width};
    tile.tag = tag_new(s->a, parent, TAG_P);
    s->span = metric->span;
    set_numeral(s, &tile);
    set_label(s, &tile);
    detail_set(s, &tile);
    say_together(s, &tile);
    return tile;
}

mpt tile_numeral_height(const struct tile *tile)
{
    return mpt_max(tile->numeral.height, tile->numeral.leading);
}

void tile_mark(struct setter *s, struct marks *m, const struct tile *tile, struct point at,
               mpt drop)
{
    mpt hang = mpt_scale(s->look->roles[ROLE_NUMERAL].size, OPTICAL, 1000);
    struct point numeral = {at.x - (s->study->rtl ? 0 : hang), at.y};
    marks_setting(s, m, &tile->numeral, numeral, tile->value);
    marks_setting(s, m, &tile->label, (struct point){at.x, at.y + drop}, tile->tag);
}
