/* SPDX-License-Identifier: MIT */
/* block/metric_tile.c — one metric set large: numeral and label. */
#include "block/metric_tile.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "block/rich.h"

#define NUMERAL_MIN 550 /* a long value is set this small at most [thousandths] */
#define SHARED_MIN 800  /* one that needs less is set smaller than its neighbours */
#define PARTED 920 /* rather than be set smaller than this, it is parted from its unit */
#define OPTICAL 40 /* numerals hang out to the left [thousandths of their size] */
#define LABEL_DROP PT(3)  /* numeral to label */
#define VERDICT_GAP PT(5) /* numeral to the triangle behind it */
#define VERDICT_WIDTH 480 /* of the unit's size [thousandths] */

bool tile_unit_touches(struct str unit)
{
    return str_starts(unit, S("%")) || str_starts(unit, S("×")) ||
           str_starts(unit, S("‰")) || str_starts(unit, S("/")) || str_starts(unit, S("+"));
}

/* A value in two: what is set large, and what stands behind it, smaller. */
struct parts {
    struct str number, unit;
};

/* The blanks that stand inside numbers: bytes of the one at `at`, 0: there is none. */
static size_t blank_at(struct str text, size_t at)
{
    static const char *const blanks[] = {" ", "\u00A0", "\u2009", "\u202F"};
    for (size_t i = 0; i < countof(blanks); i++)
        if (str_starts(str_sub(text, at, text.n), str_from(blanks[i])))
            return str_from(blanks[i]).n;
    return 0;
}

/* True where only letters and full stops are left: "Mio.", "million", not "2M" or "000". */
static bool is_word(struct str text)
{
    for (size_t i = 0; i < text.n;) {
        uint32_t c = utf8_next(text, &i);
        if ((c >= '0' && c <= '9') || (c != '.' && !utf8_is_word(c)))
            return false;
    }
    return text.n > 0;
}

/* "−0,8 Mio." and "€/Jahr": a word of size belongs to the unit. */
static struct parts parts_of(struct setter *s, const struct metric *m)
{
    if (str_empty(m->number))
        return (struct parts){m->value, S("")};
    struct parts p = {m->number, str_trim(m->unit)};
    for (size_t i = p.number.n; i-- > 1;) {
        size_t blank = blank_at(p.number, i);
        struct str word = str_sub(p.number, i + blank, p.number.n);
        if (blank == 0 || !is_word(word))
            continue;
        p.number = str_sub(p.number, 0, i);
        p.unit =
            p.unit.n > 0 ? str_fmt(s->a, "%.*s\u00A0%.*s", STR(word), STR(p.unit)) : word;
        break;
    }
    return p;
}

/* A sign belongs to its number; anything longer may open the label instead. */
static bool may_part(struct str unit)
{
    return unit.n > 0 && (!tile_unit_touches(unit) || str_starts(unit, S("/")));
}

static struct rich numeral_text(struct setter *s, const struct metric *m, bool with_unit)
{
    struct rich rich = {{0}};
    struct parts p = parts_of(s, m);
    struct stretch st = rich_stretch(s, p.number, ROLE_NUMERAL);
    st.flags |= STRETCH_METRIC | STRETCH_NO_BREAK | STRETCH_NO_HYPHEN;
    rich_put(s, &rich, st);
    st = rich_stretch(s, with_unit ? p.unit : S(""), ROLE_UNIT);
    if (st.text.n > 0 && !tile_unit_touches(p.unit)) /* at the unit's size: a thin space */
        st.text = str_join(s->a, S("\u00A0"), p.unit);
    st.flags |= STRETCH_NO_BREAK | STRETCH_NO_HYPHEN;
    rich_put(s, &rich, st);
    return rich;
}

static mpt natural(struct setter *s, const struct metric *metric, bool with_unit)
{
    struct rich rich = numeral_text(s, metric, with_unit);
    return set_widths(s, &rich).max;
}

mpt tile_natural(struct setter *s, const struct metric *metric)
{
    return natural(s, metric, !may_part(parts_of(s, metric).unit));
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

static void scale_to(struct rich *rich, int scale)
{
    for (size_t i = 0; i < rich->list.n; i++) {
        struct stretch *st = &rich->list.at[i];
        st->size = mpt_scale(st->size, scale, 1000);
        if (scale == NUMERAL_MIN) /* as small as it gets: it may take two lines */
            st->flags &= ~(unsigned)STRETCH_NO_BREAK;
    }
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
    struct rich rich = numeral_text(s, m, true);
    struct str whole = rich_said(s->a, &rich);
    if (tile->parted)
        rich = numeral_text(s, m, false);
    struct str drawn = rich_said(s->a, &rich);
    if (tile->scale < 1000)
        scale_to(&rich, tile->scale);
    struct par_params p = set_params(s, ROLE_NUMERAL, tile->width);
    p.rtl = has_rtl(drawn); /* a number is read from left to right, its unit may be not */
    p.align = p.rtl == s->study->rtl ? PAR_RAGGED : PAR_END;
    tile->numeral = set_text(s, &rich, ROLE_NUMERAL, &p);
    tile->value = tile->tag;
    tile->as_written = str_empty(m->value) || same_but_spaces(whole, m->value);
    if (!tile->as_written && !tile->parted) {
        tile->value = tag_new(s->a, tile->tag, TAG_SPAN);
        tile->value->actual = m->value;
    }
}

static void put_name(struct setter *s, struct rich *rich, struct str words)
{
    struct stretch st = rich_stretch(s, words, ROLE_LABEL);
    st.face.weight = METRIC_STRONG;
    st.colour = s->look->text_colour;
    rich_put(s, rich, st);
}

/* What opens a label: its name, or the unit that found no room above it. */
static void put_opening(struct setter *s, struct rich *rich, struct str words)
{
    if (rich->list.n > 0 && words.n > 0)
        rich_put(s, rich, rich_stretch(s, S(" "), ROLE_LABEL));
    put_name(s, rich, words);
}

/* Words with the blanks around them. */
static void join_label(struct setter *s, struct rich *rich, struct str words)
{
    struct rich label = rich_text(s, words, ROLE_LABEL);
    if (str_starts(words, S(" ")))
        rich_put(s, rich, rich_stretch(s, S(" "), ROLE_LABEL));
    rich_join(s, rich, &label);
    if (label.list.n > 0 && str_ends(words, S(" ")))
        rich_put(s, rich, rich_stretch(s, S(" "), ROLE_LABEL));
}

/* Name, label and note; a name that the label says itself stands out there. */
static struct rich label_text(struct setter *s, const struct metric *m)
{
    struct rich rich = {{0}};
    struct str label = str_eq_nocase(m->label, m->prefix) ? S("") : m->label;
    size_t at = str_empty(m->prefix) ? label.n : str_find(label, m->prefix, 0);
    if (at < label.n) {
        join_label(s, &rich, str_sub(label, 0, at));
        put_name(s, &rich, m->prefix);
        join_label(s, &rich, str_sub(label, at + m->prefix.n, label.n));
    } else {
        put_opening(s, &rich, m->prefix);
        if (rich.list.n > 0 && label.n > 0)
            rich_put(s, &rich, rich_stretch(s, S(" "), ROLE_LABEL));
        join_label(s, &rich, label);
    }
    if (!str_empty(m->note)) {
        rich_put(s, &rich, rich_stretch(s, rich.list.n > 0 ? S("; ") : S(""), ROLE_LABEL));
        join_label(s, &rich, m->note);
    }
    return rich;
}

mpt tile_label_natural(struct setter *s, const struct metric *metric)
{
    struct rich rich = label_text(s, metric);
    return set_widths(s, &rich).max;
}

static void set_label(struct setter *s, struct tile *tile)
{
    struct rich rich = {{0}}, label = label_text(s, tile->metric);
    tile->said = rich_said(s->a, &label);
    if (tile->parted)
        put_opening(s, &rich, parts_of(s, tile->metric).unit);
    if (rich.list.n > 0 && label.list.n > 0)
        rich_put(s, &rich, rich_stretch(s, S(" "), ROLE_LABEL));
    rich_join(s, &rich, &label);
    tile->label = set_role(s, &rich, ROLE_LABEL, tile->width);
}

/* Values stand in one row and labels in the next: programs that go by position would read all
 * values first. */
static void say_together(struct setter *s, struct tile *tile)
{
    const struct metric *m = tile->metric;
    struct strbuf b = strbuf_at(s->a);
    if (tile->as_written || tile->detail == DETAIL_NONE) {
        strbuf_put(&b, m->value);
    } else { /* the value is "from 4 h to 1 h", which is said behind the label */
        struct str unit = str_trim(m->unit);
        bool apart = unit.n > 0 && !tile_unit_touches(unit);
        strbuf_fmt(&b, "%.*s%s%.*s", STR(m->number), apart ? " " : "", STR(unit));
    }
    if (!str_empty(tile->said))
        strbuf_fmt(&b, " %.*s", STR(tile->said));
    if (tile->detail != DETAIL_NONE)
        strbuf_fmt(&b, " %.*s → %.*s", STR(m->from), STR(m->to));
    tile->tag->actual = strbuf_str(&b);
}

struct tile tile_read(struct setter *s, const struct metric *metric, struct tag *parent,
                      mpt width)
{
    struct tile tile = {.metric = metric, .width = mpt_max(width, 1), .scale = 1000};
    tile.tag = tag_new(s->a, parent, TAG_P);
    mpt whole = natural(s, metric, true);
    tile.parted =
        mpt_scale(whole, PARTED, 1000) > tile.width && may_part(parts_of(s, metric).unit);
    if (tile.parted)
        whole = natural(s, metric, false);
    if (whole > tile.width)
        tile.scale = (int)mpt_max(NUMERAL_MIN, mpt_scale(tile.width, 995, whole));
    return tile;
}

void tiles_share_scale(struct tile *tiles, size_t n)
{
    int least = 1000;
    for (size_t i = 0; i < n; i++)
        least = tiles[i].scale < least ? tiles[i].scale : least;
    least = least < SHARED_MIN ? SHARED_MIN : least;
    for (size_t i = 0; i < n; i++)
        if (tiles[i].scale > least)
            tiles[i].scale = least;
}

static void share_bars(struct tile *tiles, size_t n)
{
    mpt room = MPT_MAX;
    for (size_t i = 0; i < n; i++)
        if (tiles[i].detail == DETAIL_BARS)
            room = mpt_min(room, detail_bar_room(&tiles[i]));
    for (size_t i = 0; i < n; i++)
        tiles[i].bar = room;
}

mpt tiles_set(struct setter *s, struct tile *tiles, size_t n)
{
    mpt numeral = 0, label = 0, above = 0, detail = 0;
    tiles_share_scale(tiles, n);
    for (size_t i = 0; i < n; i++) {
        s->span = tiles[i].metric->span;
        set_numeral(s, &tiles[i]);
        set_label(s, &tiles[i]);
        detail_set(s, &tiles[i]);
        say_together(s, &tiles[i]);
        numeral =
            mpt_max(numeral, mpt_max(tiles[i].numeral.height, tiles[i].numeral.leading));
        label = mpt_max(label, tiles[i].label.height);
        if (tiles[i].detail != DETAIL_NONE) /* bars are level with bars, not with labels */
            above = mpt_max(above, tiles[i].label.height);
        detail = mpt_max(detail, detail_height(&tiles[i]));
    }
    share_bars(tiles, n);
    for (size_t i = 0; i < n; i++) {
        tiles[i].label_drop = numeral + LABEL_DROP;
        tiles[i].detail_drop = tiles[i].label_drop + above;
    }
    return numeral + LABEL_DROP + mpt_max(label, above + detail);
}

/* The verdict of a change that nothing is told of but its size, behind the numeral. */
static void mark_verdict(struct setter *s, struct marks *m, const struct tile *tile,
                         struct point at)
{
    if (tile->detail != DETAIL_NONE || !change_shown(tile->metric) ||
        tile->numeral.lines.count != 1 || s->study->rtl)
        return;
    mpt x = tile->numeral.lines.at[0].width + VERDICT_GAP;
    mpt width = mpt_scale(s->look->roles[ROLE_UNIT].size, VERDICT_WIDTH, 1000);
    if (x + width <= tile->width)
        change_mark(s, m, tile->metric,
                    (struct point){at.x + x, at.y + tile->numeral.baseline}, width);
}

/* Bars, then numeral, label and what the bars say: value and label are read as one, and nothing
 * without words comes between them. */
void tile_mark(struct setter *s, struct marks *m, const struct tile *tile, struct point at)
{
    struct point below = {at.x, at.y + tile->detail_drop};
    mpt size = mpt_scale(s->look->roles[ROLE_NUMERAL].size, tile->scale, 1000);
    mpt hang = s->study->rtl ? 0 : mpt_scale(size, OPTICAL, 1000);
    detail_mark_shapes(s, m, tile, below);
    mark_verdict(s, m, tile, (struct point){at.x - hang, at.y});
    marks_setting(s, m, &tile->numeral, (struct point){at.x - hang, at.y}, tile->value);
    marks_setting(s, m, &tile->label, (struct point){at.x, at.y + tile->label_drop},
                  tile->tag);
    detail_mark_words(s, m, tile, below);
}
